"""Agreeing a version, reading versions, comparing two."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from hengelo_sociaal.kern.fouten import NietGevonden
from hengelo_sociaal.kern.tijd import nu, vandaag
from hengelo_sociaal.medewerkers.poort import vereist, wie
from plannen.domain.opmaken import paper_of
from plannen.domain.vaststelling import adopt_plan
from plannen.forms import VaststelForm
from plannen.models import Papieropdracht, Plan, Vaststelling
from plannen.queries.inhoud import Inhoud, content, fingerprint, with_dates
from plannen.queries.pagina import household_name, running_deelnames
from plannen.queries.toestemming import who_answers
from plannen.queries.vergelijken import compare
from plannen.rechten import PLAN_PAPIER, PLAN_SCHRIJVEN
from plannen.views.gemeen import Formulierscherm, adres, form_page, ingezonden, met_plan

NU = "nu"  # the plan as it is, beside its versions


@vereist(PLAN_SCHRIJVEN)
@met_plan
def vaststellen(request: HttpRequest, plan: Plan) -> HttpResponse:
    """Show what will be frozen, and record who agrees how."""
    inhoud = content(plan)
    asked, young = who_answers(running_deelnames(plan), op=vandaag())
    form = VaststelForm(
        ingezonden(request),
        deelnemers=asked,
        initial={"gezien": fingerprint(inhoud)},
    )
    scherm = Formulierscherm(
        plan,
        "Plan vaststellen",
        "Het plan is vastgelegd als nieuwe versie.",
        adres(plan, "versies"),
        "Vaststellen",
        "plannen/vaststellen.html",
        "plannen/_vaststellen.html",
        {"inhoud": with_dates(inhoud), "jonge_kinderen": young},
    )
    return form_page(
        request,
        form,
        scherm,
        lambda: adopt_plan(
            plan_id=plan.pk,
            akkoorden=form.instemmingen(),
            gezien=form.cleaned_data["gezien"],
            by=wie(request),
            at=nu(),
        ),
    )


@vereist(PLAN_PAPIER)
@met_plan
def versie(request: HttpRequest, plan: Plan, nummer: int) -> HttpResponse:
    """A version as it was agreed, and what changed since the one before."""
    found = _version(plan, nummer)
    before = plan.vaststellingen.filter(versie__lt=nummer).order_by("-versie").first()
    context = {
        "plan": plan,
        "naam": household_name(plan),
        "versie": found,
        "akkoorden": found.akkoorden.select_related("inwoner"),
        "inhoud": with_dates(found.inhoud),
        "vorige": before,
        "verschillen": compare(before.inhoud, found.inhoud) if before else [],
        "klopt": fingerprint(found.inhoud) == found.vingerafdruk,
        **_paper(found),
    }
    return render(request, "plannen/versie.html", context)


@vereist(PLAN_PAPIER)
@met_plan
def versie_papier(request: HttpRequest, plan: Plan, nummer: int) -> HttpResponse:
    """How far the paper of a version is; asked again by the page until it is there."""
    found = _version(plan, nummer)
    context = {"plan": plan, "versie": found, **_paper(found)}
    return render(request, "plannen/_papierstand.html", context)


def _paper(found: Vaststelling) -> dict[str, Any]:
    order = Papieropdracht.objects.filter(vaststelling=found).first()
    kept = paper_of(found)
    waits = kept is None and order is not None and order.klaar_op is None
    return {"stuk": kept, "opdracht": order, "wacht": waits}


@vereist(PLAN_PAPIER)
@met_plan
def vergelijken(request: HttpRequest, plan: Plan) -> HttpResponse:
    """Two versions, or a version and the plan of now, side by side and in words.

    Who chose nothing sees what changed last.
    """
    versions = list(plan.vaststellingen.order_by("versie").values_list("versie", flat=True))
    newest = str(versions[-1]) if len(versions) > 1 and not plan.heeft_nieuws else NU
    tot = request.GET.get("tot") or newest
    van = request.GET.get("van") or _before(tot, versions)
    old, new = _chosen(plan, van), _chosen(plan, tot)
    context = {
        "plan": plan,
        "naam": household_name(plan),
        "versies": versions,
        "van": van,
        "tot": tot,
        "verschillen": compare(old, new),
        "naast_elkaar": [
            (_title(van), with_dates(old)),
            (_title(tot), with_dates(new)),
        ],
    }
    return render(request, "plannen/vergelijken.html", context)


def _before(nummer: str, versions: list[int]) -> str:
    """The version before it; the plan of now where there is none."""
    earlier = [one for one in versions if not nummer.isdecimal() or one < int(nummer)]
    return str(earlier[-1]) if earlier else NU


def _title(nummer: str) -> str:
    return f"Versie {nummer}" if nummer.isdecimal() else "Zoals het nu is"


def _chosen(plan: Plan, nummer: str) -> Inhoud:
    return _version(plan, int(nummer)).inhoud if nummer.isdecimal() else content(plan)


def _version(plan: Plan, nummer: int) -> Vaststelling:
    found = Vaststelling.objects.filter(plan=plan, versie=nummer).select_related("door").first()
    if found is None:
        raise NietGevonden("Deze versie is er niet.")
    return found
