"""One indicator: what it means, its figures by period and split, and the same as a file."""

from django import forms
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render

from dashboard.enums import Dimensie, Per
from dashboard.exceptions import IndicatorNietGevonden
from dashboard.models import Indicator
from dashboard.queries.cijfers import (
    Cijfer,
    Vraag,
    find_indicator,
    indicators,
    read_figures,
    splits_of,
)
from dashboard.queries.namen import Namen, names_of
from dashboard.queries.perioden import eerste_van_maand, verschuif
from dashboard.rechten import LEZEN, STREEFWAARDEN
from dashboard.views.beeld import NIET_GETOOND, point
from dashboard.views.keuze import read_choice
from dashboard.views.tabel import Cel, Tabel, as_file
from hengelo_sociaal.kern.tijd import vandaag
from hengelo_sociaal.medewerkers.poort import vereist, wie
from hengelo_sociaal.web import grafieken as g
from hengelo_sociaal.web import opmaak
from hengelo_sociaal.web.grafieken.basis import Grafiek

_STANDAARD = {Per.MAAND: 12, Per.KWARTAAL: 24, Per.JAAR: 36}


class VraagForm(forms.Form):
    """How to split an indicator; all of it in the address."""

    per = forms.ChoiceField(label="Per", choices=Per.choices, required=False)
    uitgesplitst = forms.ChoiceField(label="Uitgesplitst naar", required=False)

    def __init__(self, query: QueryDict, splitsingen: list[str]) -> None:
        super().__init__(query)
        labels = {name: str(Dimensie(name).label) for name in splitsingen}
        self.fields["uitgesplitst"].choices = [("", "Niet"), *labels.items()]  # type: ignore[attr-defined]


@vereist(LEZEN)
def lijst(request: HttpRequest) -> HttpResponse:
    """All computed indicators with their definitions."""
    found = list(indicators())
    context = {
        "berekend": [one for one in found if one.is_berekend],
        "ingelezen": [one for one in found if not one.is_berekend],
    }
    return render(request, "dashboard/indicatoren.html", context)


@vereist(LEZEN)
def indicator(request: HttpRequest, code: str) -> HttpResponse:
    """The page of one indicator."""
    found = find_indicator(code)
    if not found.is_berekend:
        return _printed(request, found)
    form = VraagForm(request.GET, splits_of(code))
    vraag, names = _question(found, form, request.GET)
    figures = read_figures(vraag, namen=names)
    query = request.GET.urlencode()
    context = {
        "indicator": found,
        "form": form,
        "tabel": as_table(found, vraag, figures, names),
        "grafiek": _chart(found, vraag, figures, names),
        "keuze": read_choice(request.GET, vandaag()),
        "vraag": vraag,
        "query": f"?{query}" if query else "",
        "berekend_op": max((f.berekend_op for f in figures if f.berekend_op), default=None),
        "iets_verborgen": any(f.onderdrukt for f in figures),
        "mag_streefwaarde": STREEFWAARDEN.van(wie(request)) is not None,
    }
    return render(request, "dashboard/indicator.html", context)


def _printed(request: HttpRequest, found: Indicator) -> HttpResponse:
    rows = found.metingen_ingelezen.using("dashboard").order_by("volgorde")
    return render(
        request,
        "dashboard/indicator_gedrukt.html",
        {"indicator": found, "metingen": list(rows)},
    )


def _question(found: Indicator, form: VraagForm, query: QueryDict) -> tuple[Vraag, Namen | None]:
    """The question of the address; what does not fit falls back to what does."""
    form.is_valid()
    per = Per(form.cleaned_data.get("per") or Per.MAAND)
    split = form.cleaned_data.get("uitgesplitst") or None
    today = vandaag()
    choice = read_choice(query, today)
    chosen = choice.filter if choice.filter and choice.filter[0] in splits_of(found.code) else None
    if chosen and chosen[0] == split:
        chosen = None
    last = eerste_van_maand(today)
    vraag = Vraag(
        indicator=found.code,
        van=verschuif(last, 1 - _STANDAARD[per]),
        tot=last,
        per=per,
        uitgesplitst=split,
        filter=chosen,
    )
    return vraag, names_of(split) if split else None


def as_table(found: Indicator, vraag: Vraag, figures: list[Cijfer], names: Namen | None) -> Tabel:
    """Periods down; without a split the counts beside it, with one the values across."""
    if names is None:
        heads = ["Periode", found.naam]
        heads += ["Teller", "Noemer"] if found.is_percentage else []
        return Tabel(heads, [_plain_row(one, found) for one in figures])
    by_period: dict[str, dict[str, Cijfer]] = {}
    for one in figures:
        by_period.setdefault(one.periode, {})[one.categorie] = one
    used = [
        code
        for code in names
        if any(
            row[code].onderdrukt or row[code].teller or row[code].noemer
            for row in by_period.values()
        )
    ]
    rows: list[list[Cel]] = [
        [opmaak.periode(period), *(_cell(row[code]) for code in used)]
        for period, row in by_period.items()
    ]
    return Tabel(["Periode", *(names[code] for code in used)], rows)


def _plain_row(one: Cijfer, found: Indicator) -> list[Cel]:
    row: list[Cel] = [opmaak.periode(one.periode), _cell(one)]
    if found.is_percentage:
        row += [NIET_GETOOND] * 2 if one.onderdrukt else [one.teller, one.noemer]
    return row


def _cell(one: Cijfer) -> Cel:
    return NIET_GETOOND if one.onderdrukt else one.waarde


def _chart(
    found: Indicator, vraag: Vraag, figures: list[Cijfer], names: Namen | None
) -> Grafiek | None:
    """A line over the periods; split, bars of the last period."""
    unit = "%" if found.is_percentage else ""
    if names is None:
        return g.Lijn(
            titel=f"{found.naam} per {vraag.per.label.lower()}",
            eenheid=unit,
            decimalen=1 if unit else 0,
            punten=[point(_short(one), one) for one in figures],
            naam="waarde",
        )
    last = figures[-1].periode if figures else ""
    bars = [
        g.Balk(point(names.get(one.categorie, one.categorie), one))
        for one in figures
        if one.periode == last and (one.onderdrukt or one.teller)
    ]
    if not bars:
        return None
    label = str(Dimensie(vraag.uitgesplitst or "").label)
    return g.Balken(
        titel=f"{found.naam} naar {label.lower()}, {opmaak.periode(last)}",
        eenheid=unit,
        balken=sorted(bars, key=lambda bar: -(bar.punt.toonbaar or 0)),
        rij_naam=label,
        waarde_naam="Aandeel" if unit else "Aantal",
    )


def _short(one: Cijfer) -> str:
    if one.per == Per.MAAND:
        return f"{opmaak.MAANDEN_KORT[one.begin.month - 1]} {one.begin:%y}"
    return one.periode


@vereist(LEZEN)
def bestand(request: HttpRequest, code: str, vorm: str) -> HttpResponse:
    """The table of the page as CSV or XLSX, by the same address."""
    found = find_indicator(code)
    if not found.is_berekend:
        raise IndicatorNietGevonden("Alleen berekende cijfers zijn te downloaden.")
    vraag, names = _question(found, VraagForm(request.GET, splits_of(code)), request.GET)
    table = as_table(found, vraag, read_figures(vraag, namen=names), names)
    return as_file(table, vorm, titel=found.naam, naam=code)
