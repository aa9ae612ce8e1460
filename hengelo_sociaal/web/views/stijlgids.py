"""Every component on a page, to look at and to test; only in demo mode, only for beheer."""

import datetime as dt

from django import forms
from django.conf import settings
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from hengelo_sociaal.kern.fouten import Conflict
from hengelo_sociaal.medewerkers.poort import vereist
from hengelo_sociaal.medewerkers.rechten import BEHEREN
from hengelo_sociaal.web import grafieken as g
from hengelo_sociaal.web.formulieren import DatumVeld, GeldVeld, JaNeeVeld, KeuzeVeld
from hengelo_sociaal.web.htmx import render_fragment_or_page

DAG = dt.date(2026, 11, 24)
ANTWOORDEN = [("goed", "Gaat goed"), ("aandacht", "Aandacht"), ("hulp", "Hulp nodig")]
TONEN = {"goed": "goed", "aandacht": "let", "hulp": "fout"}
STAPPEN = ["Nog niet begonnen", "Kleine stap", "Halverwege", "Bijna", "Bereikt"]
MAANDEN = ["jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt"]
LEEFGEBIEDEN = [
    ("wonen", "Wonen", "home", "goed"),
    ("geld", "Geld en administratie", "coin", "hulp"),
    ("werk", "Werk en dagbesteding", "briefcase", "aandacht"),
    ("gezondheid", "Gezondheid", "heart", "goed"),
    ("meedoen", "Meedoen in de wijk", "mood-smile", None),
]


class VoorbeeldForm(forms.Form):
    """One of every field."""

    vindplaats = forms.ChoiceField(label="Vindplaats", choices=[("zorgloket", "Zorgloket")])
    kanaal = forms.ChoiceField(label="Kanaal", choices=[("balie", "Balie")])
    naam = forms.CharField(label="Naam", help_text="Zoals op het identiteitsbewijs.")
    geboren = DatumVeld(label="Geboortedatum", required=False)
    bedrag = GeldVeld(label="Bedrag per maand", required=False)
    akkoord = JaNeeVeld(label="Gaat u akkoord?")
    vraag = forms.CharField(
        label="Wat is de vraag, in de woorden van de inwoner?",
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    wetten = forms.MultipleChoiceField(
        label="Wetten",
        choices=[("wmo", "Wmo"), ("jeugdwet", "Jeugdwet")],
        widget=forms.CheckboxSelectMultiple,
    )
    namens = forms.ChoiceField(
        label="Gemeld door",
        choices=[("zelf", "Inwoner zelf"), ("partner", "Partner")],
        widget=forms.RadioSelect,
    )
    bericht = forms.BooleanField(label="Stuur een bevestiging", required=False)


class UitvraagForm(forms.Form):
    """Rows of segmented choices, as in the brede uitvraag."""

    def __init__(self) -> None:
        super().__init__()
        for code, naam, _, antwoord in LEEFGEBIEDEN:
            self.fields[code] = KeuzeVeld(
                label=naam, choices=ANTWOORDEN, tonen=TONEN, initial=antwoord, required=False
            )
        self.fields["stand"] = KeuzeVeld(
            label="Hoe ver zijn we volgens het gezin?",
            choices=list(enumerate(STAPPEN)),
            initial=2,
        )

    def rijen(self) -> list[tuple[forms.BoundField, str]]:
        """The rows of the table with their icons."""
        return [(self[code], icoon) for code, _, icoon, _ in LEEFGEBIEDEN]


def _punten(waarden: list[int | None]) -> list[g.Punt]:
    return [g.Punt(m, w) for m, w in zip(MAANDEN, waarden, strict=False)]


def _lijn() -> g.Lijn:
    return g.Lijn(
        titel="Nieuwe hulpvragen per maand",
        bevinding="In oktober kwamen er 468 hulpvragen binnen: 47 meer dan een jaar eerder.",
        punten=_punten([412, 398, 437, 421, 405, 388, 331, 352, 446, 468]),
        naam="2026",
        vorig=_punten([398, 381, 402, 410, 396, 371, 340, 338, 409, 421]),
        vorig_naam="2025",
        doel=420,
    )


def _balken() -> g.Balken:
    rows = [("Zorgloket", 1184, 1090), ("Wijkracht", 862, 801), ("School", 527, 548)]
    bars = [g.Balk(g.Punt(naam, n), vorig, adres="#") for naam, n, vorig in rows]
    small = g.Balk(g.Punt("Politie", onderdrukt=True), None, adres="#")
    return g.Balken(
        titel="Hulpvragen per vindplaats",
        balken=[*bars, small],
        rij_naam="Vindplaats",
        merk_naam="2025",
    )


def _minis() -> g.Minis:
    rows = {"Berflo Es": [38, 41, 45, 44, 49, 57], "Noord": [58, 60, 57, 62, 60, 64]}
    lines = [
        g.Mini(naam, _punten(list(n)), doel=45, adres="#", oordeel="rond 45")
        for naam, n in rows.items()
    ]
    return g.Minis(titel="Hulpvragen per wijk", reeksen=lines)


def _tegelkaart() -> g.Tegelkaart:
    namen = ["Binnenstad", "Hengelose Es", "Noord", "Hasseler Es", "Groot Driene"]
    namen += ["Berflo Es", "Wilderinkshoek", "Woolde", "Slangenbeek", "Buitengebied"]
    counts = [61, 32, 64, 78, 43, 57, 41, 23, 24, None]
    areas = [
        g.Gebied(f"WK01640{nr}", g.Punt(naam, n, onderdrukt=n is None), adres="#")
        for nr, (naam, n) in enumerate(zip(namen, counts, strict=True))
    ]
    return g.Tegelkaart(titel="Hulpvragen per wijk op de kaart", gebieden=areas)


def _tegels() -> list[g.Tegel]:
    return [
        g.Tegel(
            naam="Besluit binnen de termijn",
            waarde="87%",
            adres="#",
            bullet=g.Bullet(87, 90, 100, "let"),
            doel="Streefwaarde: 90%",
            verandering="+2 punten t.o.v. september",
            toon="let",
        ),
        g.Tegel(
            naam="Huishoudens met één plan",
            waarde="68%",
            bullet=g.Bullet(68, 75, 100, "fout"),
            doel="Streefwaarde: 75%",
            verandering="−1 punt t.o.v. september",
            toon="fout",
        ),
        g.Tegel(
            naam="Wachttijd eerste gesprek",
            waarde="9",
            eenheid="werkdagen",
            bullet=g.Bullet(9, 10, 20, "goed"),
            doel="Streefwaarde: hoogstens 10",
            toon="goed",
        ),
    ]


@vereist(BEHEREN)
def stijlgids(request: HttpRequest) -> HttpResponse:
    """The components for the desk; a form that is sent comes back with its errors."""
    _only_in_demo()
    sent = request.method == "POST"
    form = VoorbeeldForm(request.POST) if sent else VoorbeeldForm(initial={"bedrag": 123456})
    if sent and request.POST.get("naam") == "conflict":
        raise Conflict()
    messages.success(request, "Concept bewaard om 10.42 uur.")
    context = {
        "form": form,
        "uitvraag": UitvraagForm(),
        "dag": DAG,
        "pagina": Paginator(range(200), 20).get_page(3),
        "lijn": _lijn(),
        "balken": _balken(),
        "minis": _minis(),
        "kaart": _tegelkaart(),
        "tegels": _tegels(),
    }
    status = 422 if sent and not form.is_valid() else 200
    return render_fragment_or_page(
        request, "web/stijlgids.html", "web/_stijlgids_formulier.html", context, status=status
    )


@vereist(BEHEREN)
def stijlgids_tablet(request: HttpRequest) -> HttpResponse:
    """The components for the tablet."""
    _only_in_demo()
    return render(request, "web/stijlgids_tablet.html", {"uitvraag": UitvraagForm()})


def _only_in_demo() -> None:
    if not settings.DEMO:
        raise Http404
