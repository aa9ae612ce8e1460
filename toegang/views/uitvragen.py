"""The brede uitvraag on screen: begin, fill in together, compare, print; desk and tablet."""

import uuid
from collections.abc import Mapping
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from hengelo_sociaal.kern.fouten import DomeinFout, OngeldigeInvoer, Verouderd
from hengelo_sociaal.kern.tijd import dag_van, nu, vandaag
from hengelo_sociaal.medewerkers.models import Medewerker
from hengelo_sociaal.medewerkers.poort import vereist, wie
from hengelo_sociaal.web.formulieren import formfout
from hengelo_sociaal.web.opmaak import tijd
from toegang.domain.uitvraag import (
    finish_uitvraag,
    fitting,
    look_at_uitvraag,
    may_go_on,
    save_answers,
    take_over,
)
from toegang.domain.uitvraag_begin import UitvraagGegevens, start_uitvraag
from toegang.exceptions import UitvraagLoopt
from toegang.forms.keuzes import values
from toegang.forms.uitvraag import BeginForm, UitvraagForm
from toegang.models import Kanaal, Uitvraag
from toegang.models.uitvraag import BREED
from toegang.queries.antwoorden import (
    HUISHOUDEN,
    Plat,
    Woordenboek,
    changes,
    dictionary,
    findings,
    flatten,
    lines_of_leefgebieden,
)
from toegang.queries.huishouden import family_name, members_of
from toegang.queries.uitvragen import earlier_of
from toegang.queries.zicht import visible_visits
from toegang.rechten import DOSSIER_SAMENVATTING, HUISBEZOEK_DOEN, MELDING_LEZEN, UITVRAAG_SCHRIJVEN

PAGINA = {False: "toegang/uitvraag/invullen.html", True: "toegang/uitvraag/tablet.html"}


@vereist(UITVRAAG_SCHRIJVEN)
@require_POST
def nieuw(request: HttpRequest) -> HttpResponse:
    """Begin asking; where a colleague already began, go on there."""
    form = BeginForm(request.POST, kanalen=values(Kanaal))
    if not form.is_valid():
        raise OngeldigeInvoer("Kies waar u de vragen stelt, en voor welk huishouden.")
    given = form.cleaned_data
    try:
        pk = start_uitvraag(
            by=wie(request),
            gegevens=UitvraagGegevens(
                kanaal=given["kanaal"],
                huisbezoek_id=given["huisbezoek"],
                melding_id=given["melding"],
                contact_id=given["contact"],
                huishouden_id=given["huishouden"],
                vragenlijst=given["vragenlijst"] or BREED,
            ),
            at=nu(),
        ).pk
    except UitvraagLoopt as refusal:
        messages.info(request, refusal.melding)
        pk = uuid.UUID(str(refusal.extra["uitvraag"]))
    tablet = given["huisbezoek"] is not None
    return redirect("uitvraag-tablet" if tablet else "uitvraag", pk)


@vereist(MELDING_LEZEN)
@require_http_methods(["GET", "POST"])
def toon(request: HttpRequest, pk: uuid.UUID, tablet: bool = False) -> HttpResponse:
    """Fill in, or read what was answered and what changed since the previous time."""
    uitvraag = look_at_uitvraag(by=wie(request), uitvraag_id=pk, at=nu())
    screen = _Scherm(request, uitvraag, tablet=tablet)
    if not may_go_on(wie(request), uitvraag, op=dag_van(nu())):
        return screen.read()
    return screen.save() if request.method == "POST" else screen.fill(screen.form())


@vereist(UITVRAAG_SCHRIJVEN)
@require_POST
def concept(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Keeps what was typed so far; the answer carries the revision for the next time."""
    uitvraag = look_at_uitvraag(by=wie(request), uitvraag_id=pk, at=nu())
    form = _Scherm(request, uitvraag).form(request.POST)
    if not form.is_valid():
        return HttpResponse("Niet bewaard: een antwoord is te lang.", status=409)
    try:
        kept = save_answers(
            by=wie(request),
            uitvraag_id=pk,
            antwoorden=form.answers(),
            revisie=_revision(request),
            at=nu(),
        )
    except DomeinFout:
        sentence = "Niet bewaard: een collega schreef hier ook. Kies 'Bewaren' en kijk."
        return HttpResponse(sentence, status=409)
    answer = HttpResponse(f"Bewaard om {tijd(nu())}")
    answer["X-Revisie"] = str(kept.revisie)
    return answer


@vereist(MELDING_LEZEN)
@require_GET
def afdruk(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """On paper, in plain words, with the seven points of Wmo 2.3.2 lid 4."""
    uitvraag = look_at_uitvraag(by=wie(request), uitvraag_id=pk, at=nu())
    context = _Scherm(request, uitvraag).answered()
    return render(request, "toegang/uitvraag/afdruk.html", context)


class _Scherm:
    """One uitvraag on a screen: its form, its people and what was answered before."""

    def __init__(self, request: HttpRequest, uitvraag: Uitvraag, *, tablet: bool = False) -> None:
        self.request, self.uitvraag, self.tablet = request, uitvraag, tablet
        self.by, self.at = wie(request), nu()
        self.wie = self._who()
        self.vorige = earlier_of(uitvraag, by=self.by, op=dag_van(self.at))
        before = self.vorige.antwoorden if self.vorige else {}
        self.woorden = dictionary(uitvraag.versie.inhoud, uitvraag.antwoorden, before)

    def form(self, data: Any = None, antwoorden: Plat | None = None) -> UitvraagForm:
        """The questions about the household, or about the one person that was chosen."""
        known = flatten(self.uitvraag.antwoorden) if antwoorden is None else antwoorden
        before = (
            fitting(self.uitvraag.versie, flatten(self.vorige.antwoorden)) if self.vorige else {}
        )
        return UitvraagForm(
            data,
            versie=self.uitvraag.versie,
            gebieden=self.woorden.gebieden,
            antwoorden=known,
            vorige=before,
            wie=self.wie,
        )

    def save(self) -> HttpResponse:
        """Keep what was sent, then do what the pressed button says."""
        form = self.form(self.request.POST)
        if not form.is_valid():
            return self.fill(form, status=422)
        try:
            kept = save_answers(
                by=self.by,
                uitvraag_id=self.uitvraag.pk,
                antwoorden=form.answers(),
                revisie=_revision(self.request),
                at=self.at,
            )
            return self._after(kept)
        except Verouderd as refusal:
            return self._conflict(refusal)
        except DomeinFout as refusal:
            formfout(form, refusal)
            return self.fill(form, status=422)

    def _after(self, kept: Uitvraag) -> HttpResponse:
        action, _, rest = self.request.POST.get("actie", "afronden").partition(":")
        if action == "afronden" and self.wie == HUISHOUDEN:
            finish_uitvraag(by=self.by, uitvraag_id=kept.pk, revisie=kept.revisie, at=self.at)
            messages.success(self.request, f"De uitvraag is afgerond om {tijd(self.at)}.")
            return redirect(_back(self.request, kept))
        if action == "neem":
            paths = None if rest == "alles" else _paths(self.vorige, rest)
            take_over(
                by=self.by, uitvraag_id=kept.pk, revisie=kept.revisie, at=self.at, paden=paths
            )
        elif action != "wie":
            messages.success(
                self.request, f"Bewaard om {tijd(self.at)}. U of een collega kan later verder."
            )
        chosen = rest if action == "wie" else self.wie
        return redirect(self._address(chosen))

    def _conflict(self, refusal: Verouderd) -> HttpResponse:
        """Both answers, for a person to choose; what only one of the two wrote is joined."""
        joined: Any = refusal.extra.get("antwoorden")
        self.uitvraag.revisie = int(str(refusal.extra["revisie"]))
        form = self.form(antwoorden=joined)
        both = refusal.extra["verschillen"]
        return self.fill(form, status=422, verschillen=both)

    def fill(self, form: UitvraagForm, *, status: int = 200, **extra: Any) -> HttpResponse:
        context = {
            "form": form,
            "uitvraag": self.uitvraag,
            "wie": self.wie,
            "mensen": self.people(),
            "vorige": self.vorige,
            "naam": self.name(),
            "terug": _back(self.request, self.uitvraag),
            "tablet": self.tablet,
            "adres": self._address(self.wie),
            "open_verdieping": self.uitvraag.kanaal_id == "huisbezoek",
            **extra,
        }
        return render(self.request, PAGINA[self.tablet], context, status=status)

    def read(self) -> HttpResponse:
        """What was answered, and what is different from the previous time."""
        return render(self.request, "toegang/uitvraag/lezen.html", self.answered())

    def answered(self) -> dict[str, Any]:
        """Everything that was answered, in words."""
        uitvraag, words = self.uitvraag, self.woorden
        changed = changes(self.vorige.antwoorden, uitvraag.antwoorden, words) if self.vorige else []
        return {
            "uitvraag": uitvraag,
            "naam": self.name(),
            "terug": _back(self.request, uitvraag),
            "regels": lines_of_leefgebieden(uitvraag.antwoorden, words),
            "antwoorden": _plain_answers(uitvraag, words),
            "punten": _points(uitvraag, words),
            "vorige": self.vorige,
            "veranderd": changed,
            "mag_huishouden": DOSSIER_SAMENVATTING.van(self.by) is not None,
        }

    def people(self) -> list[tuple[str, str]]:
        """Whom can be answered about; a vindplaats sees only the resident of the question."""
        people = [(HUISHOUDEN, "Het hele huishouden")]
        if DOSSIER_SAMENVATTING.van(self.by) is not None and self.uitvraag.huishouden_id:
            members = members_of(self.uitvraag.huishouden_id, op=dag_van(self.at))
            return people + [(str(one.inwoner_id), one.inwoner.naam) for one in members]
        one = self.uitvraag.inwoner
        return [*people, (str(one.pk), one.naam)] if one else people

    def name(self) -> str:
        """By what colleagues know of whom this is."""
        if self.uitvraag.huishouden_id and DOSSIER_SAMENVATTING.van(self.by) is not None:
            members = members_of(self.uitvraag.huishouden_id, op=dag_van(self.at))
            return f"Huishouden {family_name(members)}".strip()
        return self.uitvraag.inwoner.naam if self.uitvraag.inwoner else "Nog niet bekend wie"

    def _who(self) -> str:
        asked = self.request.GET.get("wie", HUISHOUDEN)
        return asked if asked in dict(self.people()) else HUISHOUDEN

    def _address(self, wie: str) -> str:
        name = "uitvraag-tablet" if self.tablet else "uitvraag"
        address = reverse(name, args=[self.uitvraag.pk])
        return address if wie == HUISHOUDEN else f"{address}?wie={wie}"


def _paths(vorige: Uitvraag | None, start: str) -> list[str]:
    """The answers of the previous time below a path."""
    known = flatten(vorige.antwoorden) if vorige else {}
    return [path for path in known if path == start or path.startswith(f"{start}.")]


def _plain_answers(uitvraag: Uitvraag, words: Woordenboek) -> list[tuple[str, str]]:
    given: Mapping[str, str] = uitvraag.antwoorden.get("vragen", {})
    return [
        (vraag.vraag, words.antwoord(f"vragen.{code}", given[code]))
        for code, vraag in words.vragen.items()
        if code in given
    ]


def _points(uitvraag: Uitvraag, words: Woordenboek) -> list[Any]:
    if uitvraag.versie.vragenlijst.is_instrument:
        return []
    return findings(uitvraag.versie.inhoud, uitvraag.antwoorden, words)


def _revision(request: HttpRequest) -> int:
    text = request.POST.get("revisie", "")
    if not (text.isascii() and text.isdigit() and len(text) < 10):
        raise OngeldigeInvoer("Vernieuw de pagina en probeer het opnieuw.")
    return int(text)


def _back(request: HttpRequest, uitvraag: Uitvraag) -> str:
    """Where somebody came from: the visit, the melding, the contact or the household."""
    if uitvraag.huisbezoek_id and _may_open_visit(wie(request), uitvraag.huisbezoek_id):
        return reverse("huisbezoek", args=[uitvraag.huisbezoek_id])
    if uitvraag.melding_id:
        return reverse("melding", args=[uitvraag.melding_id])
    if uitvraag.contact_id:
        return reverse("contact", args=[uitvraag.contact_id])
    return reverse("huishouden", args=[uitvraag.huishouden_id])


def _may_open_visit(by: Medewerker, visit_id: uuid.UUID) -> bool:
    if HUISBEZOEK_DOEN.van(by) is None:
        return False
    return visible_visits(by, op=vandaag()).filter(pk=visit_id).exists()
