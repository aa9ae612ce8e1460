"""The plan on paper: in plain Dutch, whole or of one person, in large print."""

import uuid

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from hengelo_sociaal.kern.fouten import NietGevonden
from hengelo_sociaal.kern.tijd import vandaag
from hengelo_sociaal.medewerkers.poort import vereist
from plannen.models import Akkoord, Partij, Plan, Vaststelling
from plannen.queries.inhoud import Inhoud, content, for_goals, for_person, with_dates
from plannen.queries.pagina import household_name, running_deelnames
from plannen.rechten import PLAN_LEZEN
from plannen.views.gemeen import met_plan


@vereist(PLAN_LEZEN)
@met_plan
def afdruk(request: HttpRequest, plan: Plan) -> HttpResponse:
    """The plan as it is now or as it was agreed, ready to print.

    `voor` is the id of a person who takes part, `groot` asks for large print, `versie`
    for an agreed version.
    """
    version = _version(plan, request.GET.get("versie", ""))
    inhoud = version.inhoud if version else content(plan)
    person = request.GET.get("voor", "")
    if person:
        inhoud = _of_person(inhoud, person)
    partij = _partij(plan, request.GET.get("partij", ""))
    if partij:
        inhoud = for_goals(inhoud, [str(doel.pk) for doel in partij.doelen.all()])
    context = {
        "plan": plan,
        "partij": partij,
        "naam": household_name(plan),
        "inhoud": with_dates(inhoud),
        "versie": version,
        "akkoorden": _answers(version, person),
        "voor": person,
        "groot": request.GET.get("groot") == "1",
        "deelnemers": running_deelnames(plan),
        "dag": vandaag(),
    }
    return render(request, "plannen/afdruk.html", context)


def _version(plan: Plan, nummer: str) -> Vaststelling | None:
    """The version that was asked; without one the last that was agreed, when it still holds."""
    if not nummer:
        return None if plan.heeft_nieuws else plan.vaststellingen.order_by("-versie").first()
    if not nummer.isdecimal():
        raise NietGevonden("Deze versie is er niet.")
    found = Vaststelling.objects.filter(plan=plan, versie=int(nummer)).first()
    if found is None:
        raise NietGevonden("Deze versie is er niet.")
    return found


def _partij(plan: Plan, key: str) -> Partij | None:
    """Who the paper is for; once they may no longer see the plan there is no paper."""
    if not key:
        return None
    for partij in plan.partijen.all():
        if str(partij.pk) == key and partij.mag_kijken_op(vandaag()):
            return partij
    raise NietGevonden("Deze persoon mag niet meekijken in dit plan.")


def _of_person(inhoud: Inhoud, person: str) -> Inhoud:
    mine = for_person(inhoud, person)
    if not mine["deelnemers"]:
        raise NietGevonden("Deze persoon doet niet mee in dit plan.")
    return mine


def _answers(version: Vaststelling | None, person: str) -> QuerySet[Akkoord]:
    """Who agreed how; on the paper of one person only their own answer."""
    answers = Akkoord.objects.filter(vaststelling=version).select_related("inwoner")
    return answers.filter(inwoner_id=uuid.UUID(person)) if person else answers
