"""The page of a plan, and what belongs to the plan as a whole."""

import uuid

from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST

from hengelo_sociaal.kern.eenmaal import een_keer
from hengelo_sociaal.kern.fouten import DoelNodig, DomeinFout, NietGevonden
from hengelo_sociaal.kern.tijd import nu, vandaag
from hengelo_sociaal.medewerkers.models import Medewerker
from hengelo_sociaal.medewerkers.poort import vereist, wie
from hengelo_sociaal.web.htmx import redirect_anyhow
from hengelo_sociaal.web.parameters import as_uuid
from plannen.domain.inzage import look_at_summary, sees_only_summary
from plannen.domain.plan import (
    PlanGegevens,
    add_deelnemer,
    change_plan,
    end_deelname,
    end_plan,
    open_plan,
)
from plannen.enums import DoelStatus, Hoedanigheid
from plannen.exceptions import PlanBestaatAl
from plannen.forms import DeelnemerForm, EindeForm, WatTeltForm
from plannen.models import Deelname, Plan
from plannen.queries.elders import also_in
from plannen.queries.lijst import previous_plan
from plannen.queries.pagina import plan_page
from plannen.queries.verteld import told_for_plan
from plannen.rechten import (
    BESLUIT_OPSTELLEN,
    PLAN_CONCEPT,
    PLAN_LEZEN,
    PLAN_PAPIER,
    PLAN_SAMENVATTING,
    PLAN_SCHRIJVEN,
)
from plannen.views.concepten import concept_page
from plannen.views.gemeen import (
    Formulierscherm,
    adres,
    form_page,
    household_of,
    ingezonden,
    met_deel,
    met_plan,
    wat_mag,
)
from toegang.enums import Aard, Band
from toegang.forms.doel import DoelForm
from toegang.models import Huishouden, Inwoner, Lidmaatschap
from toegang.rechten import DOSSIER_SAMENVATTING
from toegang.views.huishoudens import SESSIE, open_or_ask, stated

# As what somebody takes part who belongs to the household and lives elsewhere.
AARD: dict[str, Hoedanigheid] = {
    Aard.CO_OUDERSCHAP: Hoedanigheid.CO_OUDERSCHAP,
    Aard.UIT_HUIS_GEPLAATST: Hoedanigheid.UIT_HUIS_GEPLAATST,
}


@vereist(PLAN_LEZEN, PLAN_SAMENVATTING)
def plan(request: HttpRequest, id: uuid.UUID) -> HttpResponse:
    """The plan of a household; the counter sees a summary."""
    if sees_only_summary(wie(request)):
        found = look_at_summary(plan_id=id, by=wie(request), at=nu())
        page = plan_page(found, op=vandaag())
        context = {"pagina": page, "plan": found, "mag_dossier": _may_open_household(request)}
        return render(request, "plannen/samenvatting.html", context)
    with een_keer():
        return _plan(request, id=id)


@met_plan
def _plan(request: HttpRequest, plan: Plan) -> HttpResponse:
    if plan.vindplaats_id is not None:
        return concept_page(request, plan)
    page = plan_page(plan, op=vandaag())
    words = WatTeltForm(
        initial={"wat_telt": plan.wat_telt, "wijzigingnummer": plan.wijzigingnummer}
    )
    context = {
        "pagina": page,
        "plan": plan,
        "mag": wat_mag(wie(request), plan),
        "mag_dossier": _may_open_household(request),
        "mag_besluit": plan.is_actief and BESLUIT_OPSTELLEN.van(wie(request)) is not None,
        "wat_telt": words,
        "verteld": told_for_plan(plan, by=wie(request), op=vandaag()) if plan.is_actief else None,
        "elders": also_in(plan, by=wie(request), op=vandaag()) if plan.is_actief else (),
        "vorige": previous_plan(plan),
        "vandaag": vandaag(),
    }
    return render(request, "plannen/plan.html", context)


def _may_open_household(request: HttpRequest) -> bool:
    """Whether the household opens too; the purpose that was stated for its plan holds there."""
    return DOSSIER_SAMENVATTING.van(wie(request)) is not None


@vereist(PLAN_SCHRIJVEN)
def nieuw(request: HttpRequest) -> HttpResponse:
    """Begin the plan of a household; when there is one, go on in that.

    Who is not involved says why they look on the page of the household first: whoever begins
    a plan is involved from then on.
    """
    key = as_uuid(request.POST.get("huishouden") or request.GET.get("huishouden", ""))
    huishouden = Huishouden.objects.filter(pk=key).first() if key else None
    if huishouden is None:
        raise NietGevonden("Kies eerst een huishouden. Zoek het op en begin daar het plan.")
    try:
        if request.method != "POST":
            open_or_ask(request, huishouden.pk)
            return render(request, "plannen/nieuw.html", {"huishouden": huishouden})
        made = open_plan(
            huishouden_id=huishouden.pk,
            by=wie(request),
            at=nu(),
            doel=stated(request, huishouden.pk),
        )
    except DoelNodig:
        return redirect_anyhow(request, reverse("huishouden", args=[huishouden.pk]))
    except PlanBestaatAl as refusal:
        return _exists(request, huishouden, refusal)
    return redirect_anyhow(request, _begin_at(made, by=wie(request)))


def _begin_at(plan: Plan, *, by: Medewerker) -> str:
    """From what was told to the plan; without anything told, the empty plan."""
    told = told_for_plan(plan, by=by, op=vandaag())
    if not (told.aanzetten or told.belangrijk):
        return adres(plan)
    return reverse("plan-opstellen", args=[plan.pk])


def _exists(request: HttpRequest, huishouden: Huishouden, refusal: DomeinFout) -> HttpResponse:
    context = {
        "huishouden": huishouden,
        "bestaand": reverse("plan", args=[str(refusal.extra["plan"])]),
        "nummer": refusal.extra["nummer"],
    }
    return render(request, "plannen/nieuw.html", context, status=409)


@vereist(PLAN_PAPIER)
@require_POST
def inzage(request: HttpRequest, id: uuid.UUID) -> HttpResponse:
    """Keep for this session why somebody looks into a household of others."""
    form = DoelForm(request.POST)
    if not form.is_valid():
        context = {"plan_id": id, "form": form}
        return render(request, "plannen/doel_nodig.html", context, status=422)
    household = household_of(id)
    if household is None:
        raise NietGevonden()
    given = request.session.get(SESSIE, {})
    request.session[SESSIE] = {**given, str(household): form.purpose()}
    return redirect_anyhow(request, reverse("plan", args=[id]))


@vereist(PLAN_CONCEPT)
@met_plan
def wat_telt(request: HttpRequest, plan: Plan) -> HttpResponse:
    """Write down what matters most."""
    start = {"wat_telt": plan.wat_telt, "wijzigingnummer": plan.wijzigingnummer}
    form = WatTeltForm(ingezonden(request), initial=start)
    scherm = Formulierscherm(
        plan, "Wat is het belangrijkst?", "Opgeslagen wat het belangrijkst is.", adres(plan)
    )
    return form_page(
        request,
        form,
        scherm,
        lambda: change_plan(
            plan_id=plan.pk,
            gegevens=PlanGegevens(wat_telt=form.cleaned_data["wat_telt"]),
            verwacht=form.verwacht,
            by=wie(request),
            at=nu(),
        ),
    )


@vereist(PLAN_SCHRIJVEN)
@met_plan
def deelnemer(request: HttpRequest, plan: Plan) -> HttpResponse:
    """Let somebody take part who belongs to the household or is tied to it."""
    known = [one.inwoner_id for one in plan.deelnames.all() if one.tot is None]
    candidates = Inwoner.objects.filter(lidmaatschappen__huishouden_id=plan.huishouden_id).exclude(
        pk__in=known
    )
    form = DeelnemerForm(
        ingezonden(request), kandidaten=candidates.distinct(), initial=_tie(request, plan)
    )
    scherm = Formulierscherm(
        plan, "Wie doet er mee?", "De persoon doet nu mee in het plan.", adres(plan), "Toevoegen"
    )
    return form_page(
        request,
        form,
        scherm,
        lambda: add_deelnemer(
            plan_id=plan.pk,
            inwoner_id=form.cleaned_data["inwoner"].pk,
            hoedanigheid=form.cleaned_data["hoedanigheid"],
            by=wie(request),
            at=nu(),
        ),
    )


def _tie(request: HttpRequest, plan: Plan) -> dict[str, str]:
    """Who was chosen, as what they belong to the household today."""
    key = as_uuid(request.GET.get("inwoner", ""))
    rows = Lidmaatschap.objects.op(vandaag()).filter(huishouden_id=plan.huishouden_id)
    found = rows.filter(inwoner_id=key).first() if key else None
    if found is None:
        return {}
    if found.band == Band.THUIS:
        return {"inwoner": str(key), "hoedanigheid": Hoedanigheid.LID}
    return {"inwoner": str(key), "hoedanigheid": AARD.get(found.aard, Hoedanigheid.ANDER)}


@vereist(PLAN_SCHRIJVEN)
@met_deel(Deelname)
def deelname_einde(request: HttpRequest, plan: Plan, deelname: Deelname) -> HttpResponse:
    """Somebody takes part no longer, after asking once more."""
    form = Form(ingezonden(request))
    scherm = Formulierscherm(
        plan,
        f"{deelname.inwoner} doet niet meer mee",
        f"{deelname.inwoner} doet niet meer mee in dit plan.",
        adres(plan, "mensen"),
        "Stoppen met meedoen",
        extra={"uitleg": "De doelen en afspraken blijven in het plan staan."},
    )
    return form_page(
        request,
        form,
        scherm,
        lambda: end_deelname(deelname_id=deelname.pk, by=wie(request), at=nu()),
    )


@vereist(PLAN_SCHRIJVEN)
@met_plan
def beeindigen(request: HttpRequest, plan: Plan) -> HttpResponse:
    """End the plan, with how it ended."""
    running = [doel for doel in plan.doelen.all() if doel.status == DoelStatus.LOOPT]
    form = EindeForm(ingezonden(request), doelen=running)
    scherm = Formulierscherm(
        plan, "Plan beëindigen", "Het plan is beëindigd.", adres(plan), "Plan beëindigen"
    )
    return form_page(
        request,
        form,
        scherm,
        lambda: end_plan(
            plan_id=plan.pk,
            uitkomst=form.cleaned_data["uitkomst"],
            reden=form.cleaned_data["reden"],
            resultaten=form.resultaten(),
            by=wie(request),
            at=nu(),
        ),
    )
