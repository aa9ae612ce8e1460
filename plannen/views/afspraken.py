"""Afspraken: agree, change, tick, and the overstap to another law."""

from typing import Any

from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST

from hengelo_sociaal.kern.fouten import OngeldigeInvoer
from hengelo_sociaal.kern.tijd import nu, vandaag
from hengelo_sociaal.medewerkers.models import Medewerker
from hengelo_sociaal.medewerkers.poort import vereist, wie
from hengelo_sociaal.web.parameters import as_uuid
from plannen.domain.afspraken import add_afspraak, change_afspraak, tick_afspraak
from plannen.domain.keren import forget_time, record_time
from plannen.domain.wetswisseling import cancel_switch, switch_law
from plannen.enums import Trede
from plannen.forms import AfspraakForm, AfspraakWijzigForm, KeerForm, OverstapForm
from plannen.forms.afspraken import OPEN
from plannen.models import Afspraak, Doel, Plan
from plannen.queries.lichter import lighter_matches
from plannen.queries.pagina import household_name
from plannen.queries.wetswisseling import foresee_switch, may_close
from plannen.rechten import BESLUIT_OPSTELLEN, PLAN_CONCEPT, PLAN_SCHRIJVEN
from plannen.views.doelen import goal_card
from plannen.views.gemeen import Formulierscherm, adres, form_page, ingezonden, met_deel
from plannen.views.opstellen import goals_in_row, next_in_row
from voorzieningen.models import Voorziening

SJABLOON = "plannen/afspraak.html"
FRAGMENT = "plannen/_afspraak_formulier.html"


@vereist(PLAN_CONCEPT)
@met_deel(Doel)
def afspraak_nieuw(request: HttpRequest, plan: Plan, doel: Doel) -> HttpResponse:
    """Agree something for a goal, with lighter help from the catalogue beside it.

    In a row (`?reeks=1`) the next goal without afspraken comes after it.
    """
    today, in_row = vandaag(), "reeks" in request.GET
    form = AfspraakForm(ingezonden(request), plan=plan, op=today, initial=_beginning(request))
    back = next_in_row(plan, doel) if in_row else adres(plan, f"doel-{doel.pk}")
    extra = {"doel": doel, "lichter": lighter_matches(doel, op=today)}
    scherm = Formulierscherm(
        plan,
        "Nieuwe afspraak",
        "De afspraak staat in het plan.",
        request.get_full_path() if "nog" in request.POST else back,
        "Afspraak toevoegen",
        SJABLOON,
        FRAGMENT,
        {**extra, "stap": 2, "nog": len(goals_in_row(plan)), "verder": back} if in_row else extra,
    )
    return form_page(
        request,
        form,
        scherm,
        lambda: add_afspraak(doel_id=doel.pk, gegevens=form.gegevens(), by=wie(request), at=nu()),
    )


def _beginning(request: HttpRequest) -> dict[str, Any]:
    """What a chosen suggestion or step of the ladder fills in."""
    step = request.GET.get("trede", "")
    chosen = {"trede": step} if step in Trede.values else {}
    key = as_uuid(request.GET.get("voorziening", ""))
    rows = Voorziening.objects.select_related("organisatie")
    found = rows.filter(pk=key).first() if key else None
    if found is None:
        return chosen
    return {
        "voorziening": found.pk,
        "omschrijving": found.naam,
        "trede": Trede.ALGEMEEN if found.is_algemeen else Trede.MAATWERK,
        "organisatie": found.organisatie.naam if found.organisatie else "",
    }


@vereist(PLAN_CONCEPT)
@met_deel(Afspraak)
def afspraak_wijzigen(request: HttpRequest, plan: Plan, afspraak: Afspraak) -> HttpResponse:
    """Change an afspraak."""
    today, doel = vandaag(), afspraak.doel
    form = AfspraakWijzigForm(
        ingezonden(request),
        plan=plan,
        op=today,
        afspraak=afspraak,
        initial=AfspraakWijzigForm.beginwaarden(afspraak),
    )
    scherm = Formulierscherm(
        plan,
        "Afspraak wijzigen",
        "De afspraak is gewijzigd.",
        adres(plan, f"doel-{doel.pk}"),
        "Opslaan",
        SJABLOON,
        FRAGMENT,
        {"doel": doel, "afspraak": afspraak, "lichter": lighter_matches(doel, op=today)},
    )
    return form_page(
        request,
        form,
        scherm,
        lambda: change_afspraak(
            afspraak_id=afspraak.pk,
            gegevens=form.gegevens(),
            verwacht=form.verwacht,
            by=wie(request),
            at=nu(),
        ),
    )


@vereist(PLAN_CONCEPT)
@require_POST
@met_deel(Afspraak)
def afspraak_status(request: HttpRequest, plan: Plan, afspraak: Afspraak) -> HttpResponse:
    """Tick, open again or let lapse; the card of the goal comes back."""
    tick_afspraak(
        afspraak_id=afspraak.pk, status=request.POST.get("status", ""), by=wie(request), at=nu()
    )
    return goal_card(request, plan, afspraak.doel)


@vereist(PLAN_CONCEPT)
@require_POST
@met_deel(Afspraak)
def afspraak_keer(request: HttpRequest, plan: Plan, afspraak: Afspraak) -> HttpResponse:
    """Tick one time of what comes back, leave it out, or take that back; the card comes back."""
    sent = KeerForm(request.POST)
    if not sent.is_valid():
        raise OngeldigeInvoer("Kies een dag en wat ervan kwam. Vernieuw zo nodig de pagina.")
    data = {"afspraak_id": afspraak.pk, "dag": sent.cleaned_data["dag"]}
    if sent.cleaned_data["uitkomst"] == OPEN:
        forget_time(**data, by=wie(request), at=nu())
    else:
        record_time(
            **data,
            uitkomst=sent.cleaned_data["uitkomst"],
            reden=sent.cleaned_data["reden"],
            by=wie(request),
            at=nu(),
        )
    return goal_card(request, plan, afspraak.doel)


@vereist(PLAN_SCHRIJVEN)
@met_deel(Afspraak)
def overstap(request: HttpRequest, plan: Plan, afspraak: Afspraak) -> HttpResponse:
    """Move an afspraak to another law: first what will happen, then doing it."""
    form = OverstapForm(
        ingezonden(request),
        afspraak=afspraak,
        meldingen=may_close(wie(request), afspraak, op=vandaag()),
        initial={"per": vandaag()},
    )
    context: dict[str, Any] = {"afspraak": afspraak, "doel": afspraak.doel}
    scherm = Formulierscherm(
        plan,
        "Overstap naar een andere wet",
        "De afspraak valt nu onder de nieuwe wet.",
        adres(plan, f"doel-{afspraak.doel_id}"),
        "Overstappen",
        "plannen/overstap.html",
        "plannen/_overstap.html",
        context,
    )
    if form.is_bound and form.is_valid():
        context["gevolgen"] = _foreseen(form, afspraak, by=wie(request))
    if "opslaan" not in request.POST:
        shown = {
            "form": form,
            "scherm": scherm,
            "plan": plan,
            "naam": household_name(plan),
            **context,
        }
        return render(request, "plannen/overstap.html", shown)
    return form_page(request, form, scherm, lambda: _switch(form, afspraak, by=wie(request)))


def _foreseen(form: OverstapForm, afspraak: Afspraak, *, by: Medewerker) -> list[str]:
    data = form.cleaned_data
    return foresee_switch(
        afspraak=afspraak,
        naar=data["wet"],
        per=data["per"],
        op=vandaag(),
        melding=bool(data["melding_via"]),
        besluit=BESLUIT_OPSTELLEN.van(by) is not None,
        sluit=form.sluiten(),
    )


def _switch(form: OverstapForm, afspraak: Afspraak, *, by: Medewerker) -> None:
    data = form.cleaned_data
    switch_law(
        afspraak_id=afspraak.pk,
        naar=data["wet"],
        per=data["per"],
        reden=data["reden"],
        melding_via=data["melding_via"],
        sluit=form.sluiten(),
        by=by,
        at=nu(),
    )


@vereist(PLAN_SCHRIJVEN)
@met_deel(Afspraak)
def overstap_afzeggen(request: HttpRequest, plan: Plan, afspraak: Afspraak) -> HttpResponse:
    """Call off an overstap that is planned, after asking once more."""
    scherm = Formulierscherm(
        plan,
        "Overstap afzeggen",
        "De overstap gaat niet door.",
        adres(plan, f"doel-{afspraak.doel_id}"),
        "Overstap afzeggen",
        extra={"uitleg": "De afspraak blijft onder de wet waar hij nu onder valt."},
    )
    return form_page(
        request,
        Form(ingezonden(request)),
        scherm,
        lambda: cancel_switch(afspraak_id=afspraak.pk, by=wie(request), at=nu()),
    )
