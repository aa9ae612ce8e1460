"""Drafts of vindplaatsen beside the work: where they are made, and where they wait."""

from collections.abc import Mapping
from typing import Any

from django.db.models import QuerySet

from hengelo_sociaal.kern.tijd import vandaag
from hengelo_sociaal.medewerkers.models import Medewerker, Team
from hengelo_sociaal.medewerkers.rechten import Bereik
from hengelo_sociaal.web.panelen import HELEMAAL, Paneel, Plek, Ruimte
from plannen.models import Plan
from plannen.queries.concepten import (
    as_list,
    drafts_for,
    drafts_for_team,
    only_drafts,
    own_contacts,
    own_drafts,
    waiting_drafts,
)
from plannen.queries.pagina import people_of
from plannen.rechten import PLAN_CONCEPT, PLAN_SCHRIJVEN
from toegang.models import Contact, Huishouden

EERSTE = 8  # what a panel beside other work shows at once; the rest unfolds


def mijn_concepten(by: Medewerker, ruimte: Ruimte) -> Mapping[str, Any] | None:
    """What somebody at a vindplaats drafted last, and what became of each."""
    if not only_drafts(by):
        return None
    rows = as_list(own_drafts(by, op=vandaag())).order_by("-id")
    return _shown(rows, ruimte, eigen=True)


def wachtende_concepten(by: Medewerker, ruimte: Ruimte) -> Mapping[str, Any] | None:
    """Drafts that wait for somebody of the municipality, the oldest first."""
    return _shown(drafts_for(by, op=vandaag()), ruimte)


def van_team(by: Medewerker, team: Team) -> Mapping[str, Any] | None:
    """Drafts that nobody took up and that a colleague of this team can, the oldest first."""
    return _unfolding(drafts_for_team(team))


def van_huishouden(by: Medewerker, huishouden: Huishouden) -> Mapping[str, Any] | None:
    """Drafts for this household that wait."""
    return _unfolding(waiting_drafts().filter(huishouden=huishouden))


def bij_contact(by: Medewerker, contact: Contact) -> Mapping[str, Any] | None:
    """Drafting a plan for the resident of an own contact."""
    if not only_drafts(by) or contact.inwoner_id is None:
        return None
    if not own_contacts(by, op=vandaag()).filter(pk=contact.pk).exists():
        return None
    mine = own_drafts(by, op=vandaag()).filter(deelnames__inwoner=contact.inwoner_id)
    return {"contact": contact, "concept": mine.order_by("-id").first()}


def _unfolding(rows: QuerySet[Plan]) -> Mapping[str, Any] | None:
    """The first drafts, and the others under a line that says how many they are: there is no
    other page on which these stand together."""
    found = _shown(rows, HELEMAAL)
    if found is None:
        return None
    drafts = found["concepten"]
    return {**found, "concepten": drafts[:EERSTE], "meer": drafts[EERSTE:]}


def _shown(
    rows: QuerySet[Plan], ruimte: Ruimte, *, eigen: bool = False
) -> Mapping[str, Any] | None:
    found = ruimte.first(rows)
    if not found.rijen:
        return None
    about = people_of(found.rijen)
    return {"concepten": found.rijen, "inwoners": about, "alles": found.alles, "eigen": eigen}


PANELEN = (
    Paneel(
        plek=Plek.MIJN_WERK,
        code="mijn-concepten",
        titel="Mijn concepten van een plan",
        volgorde=36,
        laad=mijn_concepten,
        sjabloon="plannen/_paneel_concepten.html",
        rechten=(PLAN_CONCEPT,),
        minstens=Bereik.EIGEN,
        vraagbudget=2,
    ),
    Paneel(
        plek=Plek.MIJN_WERK,
        code="concepten-vindplaats",
        titel="Concepten van vindplaatsen",
        volgorde=31,
        laad=wachtende_concepten,
        sjabloon="plannen/_paneel_concepten.html",
        rechten=(PLAN_SCHRIJVEN,),
        minstens=Bereik.EIGEN,
        vraagbudget=2,
    ),
    Paneel(
        plek=Plek.TEAM,
        code="concepten-vindplaats",
        titel="Concepten van vindplaatsen",
        volgorde=10,
        laad=van_team,
        sjabloon="plannen/_paneel_concepten.html",
        rechten=(PLAN_SCHRIJVEN,),
        minstens=Bereik.EIGEN,
        vraagbudget=2,
    ),
    Paneel(
        plek=Plek.DOSSIER_ZIJDE,
        code="concept-vindplaats",
        titel="Concept van een vindplaats",
        volgorde=5,
        laad=van_huishouden,
        sjabloon="plannen/_paneel_concepten.html",
        rechten=(PLAN_SCHRIJVEN,),
        minstens=Bereik.EIGEN,
        vraagbudget=2,
    ),
    Paneel(
        plek=Plek.CONTACT,
        code="concept",
        titel="Concept van een plan",
        volgorde=30,
        laad=bij_contact,
        sjabloon="plannen/_paneel_concept_contact.html",
        rechten=(PLAN_CONCEPT,),
        minstens=Bereik.EIGEN,
        vraagbudget=2,
    ),
)
