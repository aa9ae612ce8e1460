"""Besluiten: the list, one besluit with its checks and steps, and drafting it."""

import uuid
from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET

from aanbieders.rechten import TOEWIJZING_SCHRIJVEN
from hengelo_sociaal.kern.fouten import NietGevonden
from hengelo_sociaal.kern.paginering import Cursor, OngeldigeCursor, page
from hengelo_sociaal.kern.tijd import nu, vandaag
from hengelo_sociaal.medewerkers.models import Medewerker
from hengelo_sociaal.medewerkers.poort import vereist, wie
from hengelo_sociaal.waarden.models import Wet
from hengelo_sociaal.web.parameters import as_uuid
from plannen.domain.besluit.aanleiding import WAARVANDAAN, from_afspraak, from_melding
from plannen.domain.besluit.bekendmaken import waits_for_toewijzing
from plannen.domain.besluit.inzage import look_at_besluit, look_at_occasion, note_list
from plannen.domain.besluit.opstellen import Aanleiding, change_besluit, draft_besluit
from plannen.enums import Besluitsoort, BesluitStatus
from plannen.forms.besluit import BesluitForm, BesluitWijzigForm, ToetsForm, start_of
from plannen.forms.besluitstappen import STAPFORMS, Stap
from plannen.models import Besluit
from plannen.queries.besluit.controles import Controle, checks_before, missing
from plannen.queries.besluit.gevolgen import foresee
from plannen.queries.besluit.kosten import needs_second_reader, yearly_cost
from plannen.queries.besluit.lijst import list_besluiten
from plannen.queries.besluit.stand import is_final, phases
from plannen.queries.besluit.stappen import steps_now
from plannen.rechten import BESLUIT_LEZEN, BESLUIT_OPSTELLEN, BEZWAAR_BEHANDELEN
from plannen.views.gemeen import attempt, ingezonden
from toegang.models import Melding
from toegang.rechten import DOSSIER_SAMENVATTING

RIJEN = 40
STANDEN = [
    ("", "Alle besluiten"),
    *[one for one in BesluitStatus.choices if one[0] != BesluitStatus.VERVALLEN],
    ("bezwaartermijn", "Bezwaar of beroep kan nog"),
    ("onherroepelijk", "Onherroepelijk"),
    ("zonder-toewijzing", "Nog zonder toewijzing"),
]


class BesluitFilter(forms.Form):
    """What to show, in the address."""

    stand = forms.ChoiceField(label="Stand", choices=STANDEN, required=False)
    soort = forms.ChoiceField(
        label="Soort", choices=[("", "Alle soorten"), *Besluitsoort.choices], required=False
    )
    wet = forms.ModelChoiceField(
        Wet.objects.all(), label="Wet", empty_label="Alle wetten", required=False
    )

    def chosen(self) -> dict[str, str]:
        """The choices; what cannot be read counts as not chosen."""
        self.is_valid()
        data = self.cleaned_data
        law = data.get("wet")
        return {
            "stand": data.get("stand", ""),
            "soort": data.get("soort", ""),
            "wet": law.pk if law else "",
        }


@vereist(BESLUIT_LEZEN)
@require_GET
def lijst(request: HttpRequest) -> HttpResponse:
    """The besluiten that somebody may see, the newest first."""
    by, op = wie(request), vandaag()
    filters = BesluitFilter(request.GET)
    rows = list_besluiten(by, op=op, **filters.chosen())
    shown = page(rows, ordering="-opgesteld_op", size=RIJEN, cursor=cursor_of(request))
    note_list(soort="besluit", besluiten=shown.rijen, by=by, at=nu())
    context = {"filters": filters, "pagina": shown, "vandaag": op}
    return render(request, "plannen/besluiten.html", context)


def cursor_of(request: HttpRequest) -> Cursor | None:
    """Where the page begins; a cursor that is none begins at the start."""
    text = request.GET.get("cursor")
    try:
        return Cursor.decode(text) if text else None
    except OngeldigeCursor:
        return None


@vereist(BESLUIT_LEZEN)
@require_GET
def detail(request: HttpRequest, id: uuid.UUID) -> HttpResponse:
    """One besluit: where it is, what was checked, what can be done with it."""
    return besluit_page(request, look_at_besluit(besluit_id=id, by=wie(request), at=nu()))


def besluit_page(
    request: HttpRequest, besluit: Besluit, *, stap: Stap | None = None, toets: Any = None
) -> HttpResponse:
    """The page; what was sent and refused comes back as it was filled in."""
    by, op = wie(request), vandaag()
    checks = checks_before(besluit, op=op)
    steps = steps_now(besluit, by)
    drafts = besluit.status == BesluitStatus.CONCEPT and BESLUIT_OPSTELLEN.van(by) is not None
    context = {
        "besluit": besluit,
        "fasen": phases(besluit, op=op),
        "controles": _with_forms(checks, toets, drafts=drafts),
        "open": len(missing(checks)),
        "stappen": [_form_of(code, stap) for code in STAPFORMS if code in steps],
        "mag_wijzigen": drafts,
        "tweede_lezer": needs_second_reader(besluit, op=op),
        "kosten": yearly_cost(besluit),
        "gevolgen": [] if besluit.is_bekend else foresee(besluit),
        "is_definitief": is_final(besluit, op=op),
        "eerdere_opstellers": Medewerker.objects.filter(pk__in=besluit.eerdere_opstellers),
        "beoordelingen": besluit.beoordelingen.select_related("door"),
        "gronden": besluit.gronden.select_related("toewijzing__product"),
        "vervolg": besluit.volgende.exclude(status=BesluitStatus.VERVALLEN).first(),
        "mag_toewijzen": TOEWIJZING_SCHRIJVEN.van(by) is not None and waits_for_toewijzing(besluit),
        "mag_vervolg": _may_follow(besluit, by),
        "mag_bezwaar": _may_object(besluit, by),
        "mag_dossier": DOSSIER_SAMENVATTING.van(by) is not None,
        "uitleg": explained(besluit.bezwaartermijn),
        "vandaag": op,
    }
    status = 422 if stap or toets else 200
    return render(request, "plannen/besluit.html", context, status=status)


def _may_object(besluit: Besluit, by: Any) -> bool:
    allowed = BEZWAAR_BEHANDELEN.van(by) is not None
    return allowed and besluit.is_bekend and not besluit.is_na_bezwaar


def _form_of(code: str, sent: Stap | None) -> Stap:
    """What was sent and refused, or an empty form."""
    return sent if sent is not None and sent.code == code else STAPFORMS[code]()


def _with_forms(
    checks: list[Controle], sent: Any, *, drafts: bool
) -> list[tuple[Controle, ToetsForm | None]]:
    rows: list[tuple[Controle, ToetsForm | None]] = []
    for check in checks:
        form = None
        if drafts and check.vraag:
            given = check.antwoord
            start = {"antwoord": given.antwoord, "bron": given.bron} if given else {}
            start |= {"toelichting": given.toelichting} if given else {}
            refused = sent if sent is not None and sent.prefix == check.code else None
            form = refused or ToetsForm(initial=start, prefix=check.code)
        rows.append((check, form))
    return rows


def _may_follow(besluit: Besluit, by: Any) -> bool:
    holds = besluit.is_bekend and besluit.kent_toe and besluit.vervangen_per is None
    return holds and BESLUIT_OPSTELLEN.van(by) is not None


def explained(term: Any) -> list[tuple[str, str]]:
    """How a date was reckoned, step by step."""
    return [(step["datum"], step["waarom"]) for step in term.stappen] if term else []


@vereist(BESLUIT_OPSTELLEN)
def nieuw(request: HttpRequest) -> HttpResponse:
    """Begin a besluit from a melding or from an afspraak of the plan."""
    why, start = _occasion(request)
    look_at_occasion(aanleiding=why, by=wie(request), at=nu())
    form = BesluitForm(ingezonden(request), wet=why.wet.pk, op=vandaag(), initial=start)
    made: list[Besluit] = []
    if (
        form.is_bound
        and form.is_valid()
        and attempt(form, lambda: made.append(_draft(request, why, form)))
    ):
        messages.success(request, "Het concept is gemaakt. Doe nu de controles.")
        return redirect("besluit", made[0].pk)
    context = {"form": form, "aanleiding": why, "titel": "Nieuw besluit"}
    return render(
        request, "plannen/besluit_form.html", context, status=422 if form.is_bound else 200
    )


def sent_well(form: BesluitForm, act: Callable[[], object]) -> bool:
    """Whether the form was sent, is right, and the operation took it."""
    return form.is_bound and form.is_valid() and attempt(form, act)


def _draft(request: HttpRequest, why: Aanleiding, form: BesluitForm) -> Besluit:
    return draft_besluit(aanleiding=why, gegevens=form.gegevens(), by=wie(request), at=nu())


def _occasion(request: HttpRequest) -> tuple[Aanleiding, dict[str, Any]]:
    """For whom and why, and what is known already: nothing is typed twice."""
    melding_id = as_uuid(request.GET.get("melding", ""))
    if melding_id:
        why = from_melding(melding_id)
        return why, _start_of_melding(why.melding)
    afspraak_id = as_uuid(request.GET.get("afspraak", ""))
    if afspraak_id:
        why = from_afspraak(afspraak_id)
        return why, _start_of_afspraak(why)
    raise NietGevonden(WAARVANDAAN)


def _start_of_melding(melding: Melding | None) -> dict[str, Any]:
    assert melding is not None  # noqa: S101  it began there
    return {
        "soort": Besluitsoort.TOEKENNING,
        "gevraagd": melding.hulpvraag.soort.label.lower(),
        "aanvraag_op": melding.aanvraag_op,
        "leveringsvorm": "zin" if melding.wet_id in ("wmo", "jeugdwet") else "",
    }


def _start_of_afspraak(why: Aanleiding) -> dict[str, Any]:
    assert why.afspraak is not None  # noqa: S101  it began there
    return {
        "soort": Besluitsoort.TOEKENNING,
        "gevraagd": why.afspraak.omschrijving[:300],
        "aanvraag_op": why.melding.aanvraag_op if why.melding else None,
        "leveringsvorm": "zin",
    }


@vereist(BESLUIT_OPSTELLEN)
def wijzigen(request: HttpRequest, id: uuid.UUID) -> HttpResponse:
    """Change a draft; what somebody else changed meanwhile is shown beside it."""
    besluit = look_at_besluit(besluit_id=id, by=wie(request), at=nu())
    follows = besluit.eerder_id is not None
    form = BesluitWijzigForm(
        ingezonden(request),
        wet=besluit.wet_id,
        op=vandaag(),
        vervolg=follows,
        initial=start_of(besluit),
    )

    def act() -> None:
        change_besluit(
            besluit_id=besluit.pk,
            gegevens=form.gegevens(),
            verwacht=form.verwacht,
            by=wie(request),
            at=nu(),
        )

    if sent_well(form, act):
        messages.success(request, "Het concept is bewaard.")
        return redirect("besluit", besluit.pk)
    context = {"form": form, "besluit": besluit, "titel": f"Besluit {besluit.nummer} wijzigen"}
    return render(
        request, "plannen/besluit_form.html", context, status=422 if form.is_bound else 200
    )
