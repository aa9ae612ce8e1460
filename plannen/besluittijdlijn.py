"""Besluiten and the objections against them on the time line of a household."""

import uuid
from collections.abc import Mapping

from django.db.models import QuerySet
from django.urls import reverse

from hengelo_sociaal.kern.tijd import vandaag
from hengelo_sociaal.medewerkers.models import Medewerker
from hengelo_sociaal.medewerkers.rechten import Bereik
from hengelo_sociaal.web.opmaak import datum, tijd
from hengelo_sociaal.web.tijdlijn import Bron, Gebeurtenis, Keuze, Soort
from plannen.enums import BesluitStatus
from plannen.models import Besluit, Bezwaar
from plannen.queries.besluit.zicht import visible_besluiten, visible_bezwaren
from plannen.rechten import BESLUIT_LEZEN

Woorden = Mapping[str, Gebeurtenis]


def besluiten(by: Medewerker, huishouden_id: uuid.UUID) -> QuerySet[Besluit]:
    """What was decided and sent, as far as `by` may see it; a draft is no event yet."""
    rows = visible_besluiten(by, op=vandaag(), huishouden_id=huishouden_id)
    return rows.filter(status=BesluitStatus.BEKENDGEMAAKT)


def vertel_besluiten(rows: QuerySet[Besluit]) -> Woorden:
    """What was decided about what."""
    return {
        str(one.pk): _besluit(one, f"Besluit: {one.get_soort_display().lower()}", one.gevraagd)
        for one in rows.select_related("inwoner").defer("brief")
    }


def vertel_vervangen(rows: QuerySet[Besluit]) -> Woorden:
    """A besluit that no longer holds, because a later one changed it."""
    return {
        str(one.pk): _besluit(one, "Besluit geldt niet meer", one.gevraagd)
        for one in rows.select_related("inwoner").defer("brief")
    }


def _besluit(one: Besluit, titel: str, about: str) -> Gebeurtenis:
    return Gebeurtenis(
        titel=titel,
        tekst=f"{one.nummer}, {about}",
        wie=one.inwoner.naam,
        adres=reverse("besluit", args=[one.pk]),
    )


def bezwaren(by: Medewerker, huishouden_id: uuid.UUID) -> QuerySet[Bezwaar]:
    """The objections against those besluiten."""
    return visible_bezwaren(by, op=vandaag(), huishouden_id=huishouden_id)


def vertel_ontvangen(rows: QuerySet[Bezwaar]) -> Woorden:
    """That somebody did not agree, and when a decision has to be there."""
    return {
        pk: _bezwaar(one, "Bezwaar ontvangen", f"beslissen voor {_last_day(one)}")
        for pk, one in _with_besluit(rows, "beslistermijn")
    }


def vertel_hoorzitting(rows: QuerySet[Bezwaar]) -> Woorden:
    """The day on which the objector could tell their story."""
    return {
        pk: _bezwaar(one, "Hoorzitting bij bezwaar", tijd(one.hoorzitting_op))
        for pk, one in _with_besluit(rows)
    }


def vertel_beslist(rows: QuerySet[Bezwaar]) -> Woorden:
    """How it was decided."""
    return {
        pk: _bezwaar(
            one, f"Beslist op bezwaar: {str(one.get_uitkomst_display() or '').lower()}", ""
        )
        for pk, one in _with_besluit(rows)
    }


def vertel_ingetrokken(rows: QuerySet[Bezwaar]) -> Woorden:
    """That the objection was taken back."""
    return {pk: _bezwaar(one, "Bezwaar ingetrokken", "") for pk, one in _with_besluit(rows)}


def _with_besluit(rows: QuerySet[Bezwaar], *beside: str) -> list[tuple[str, Bezwaar]]:
    found = rows.select_related("besluit__inwoner", *beside).defer("besluit__brief")
    return [(str(one.pk), one) for one in found]


def _outcome(one: Bezwaar) -> str:
    return str(one.get_uitkomst_display() or "").lower()


def _last_day(one: Bezwaar) -> str:
    return datum(one.beslistermijn.einddatum)


def _bezwaar(one: Bezwaar, titel: str, more: str) -> Gebeurtenis:
    about = f"{one.nummer}, tegen {one.besluit.nummer}: {one.besluit.gevraagd}"
    return Gebeurtenis(
        titel=titel,
        tekst=f"{about}, {more}" if more else about,
        wie=one.besluit.inwoner.naam,
        adres=reverse("bezwaar", args=[one.pk]),
    )


def _keuze(code: str, titel: str, volgorde: int, inwoner: str) -> Keuze:
    return Keuze(
        code=code,
        titel=titel,
        volgorde=volgorde,
        rechten=(BESLUIT_LEZEN,),
        minstens=Bereik.EIGEN,
        inwoner=inwoner,
    )


BESLUITGEBEURTENISSEN: list[Bron] = [
    *_keuze("besluit", "Besluiten", 45, "inwoner").met(
        Soort("besluit", "gavel", besluiten, "bekendgemaakt_op", vertel_besluiten),
        Soort("besluit-vervangen", "gavel", besluiten, "vervangen_per", vertel_vervangen),
    ),
    *_keuze("bezwaar", "Bezwaren", 46, "besluit__inwoner").met(
        Soort("bezwaar", "scale", bezwaren, "ontvangen_op", vertel_ontvangen),
        Soort("hoorzitting", "users", bezwaren, "hoorzitting_op", vertel_hoorzitting),
        Soort("bezwaar-beslist", "scale", bezwaren, "beslist_op", vertel_beslist),
        Soort("bezwaar-ingetrokken", "scale", bezwaren, "ingetrokken_op", vertel_ingetrokken),
    ),
]
