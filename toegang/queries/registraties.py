"""What a worker at a vindplaats registered, and what became of it, in words for them."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from hengelo_sociaal.medewerkers.models import Medewerker
from toegang.enums import LOPEND, ContactStatus, MeldingStatus
from toegang.models import Contact, Hulpvraag, Melding
from toegang.queries.zicht import visible_contacts

# Where the municipality is with it; who registered it sees no terms and no content.
VERLOOP = {
    MeldingStatus.OPEN: ("Ontvangen door de gemeente", "info"),
    MeldingStatus.ONDERZOEK: ("De gemeente zoekt uit wat nodig is", "info"),
    MeldingStatus.ONDERZOCHT: ("De gemeente heeft het uitgezocht", "info"),
    MeldingStatus.AANVRAAG: ("De gemeente beslist over hulp", "info"),
    MeldingStatus.AFGEROND: ("Klaar bij de gemeente", "goed"),
    MeldingStatus.INGETROKKEN: ("Gestopt", "neutraal"),
}
OPEN = {"open"}


@dataclass(frozen=True)
class Afloop:
    """One question with how it stands, and the melding that it became."""

    vraag: Hulpvraag
    woorden: str
    soort: str
    melding: Melding | None


@dataclass(frozen=True)
class Tellingen:
    """How many questions somebody registered this year, and how many still run."""

    vragen: int
    lopend: int


def own_registrations(by: Medewerker, *, op: dt.date) -> QuerySet[Contact]:
    """What somebody registered and did not take back: what still runs on top, then the newest."""
    running = Hulpvraag.objects.filter(
        Q(uitkomst__in=OPEN) | Q(meldingen__status__in=LOPEND), contact=OuterRef("pk")
    )
    mine = visible_contacts(by, op=op).filter(status=ContactStatus.GEREGISTREERD)
    return (
        mine.annotate(loopt=Exists(running))
        .select_related("kanaal", "vindplaats", "inwoner")
        .prefetch_related("hulpvragen__soort", "hulpvragen__uitkomst", "hulpvragen__meldingen")
        .order_by("-loopt", "-plaatsgevonden_op", "-id")
    )


def outcomes(contact: Contact) -> Iterator[Afloop]:
    """How each question of a contact stands."""
    for vraag in contact.hulpvragen.all():
        melding = next(iter(vraag.meldingen.all()), None)
        if melding is not None:
            words, kind = VERLOOP[MeldingStatus(melding.status)]
        elif vraag.uitkomst_id in OPEN:
            words, kind = "Nog open bij u", "let"
        else:
            words, kind = vraag.uitkomst.label, "goed"
        yield Afloop(vraag, words, kind, melding)


def counts_of(by: Medewerker, *, op: dt.date) -> Tellingen:
    """This year's questions, and those that are not ready; in one query."""
    running = Melding.objects.filter(hulpvraag=OuterRef("pk"), status__in=LOPEND)
    mine = visible_contacts(by, op=op).filter(status=ContactStatus.GEREGISTREERD)
    rows: QuerySet[Any] = Hulpvraag.objects.filter(contact__in=mine.values("pk")).annotate(
        bij_gemeente=Exists(running)
    )
    found = rows.aggregate(
        vragen=Count("pk", filter=Q(contact__dag__gte=op.replace(month=1, day=1))),
        lopend=Count("pk", filter=Q(bij_gemeente=True) | Q(uitkomst__in=OPEN)),
    )
    return Tellingen(**found)
