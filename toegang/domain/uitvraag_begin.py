"""Beginning an uitvraag: of whom it is, where it is asked, and never a second one beside it."""

import datetime as dt
import uuid
from dataclasses import dataclass
from typing import TypeVar

from django.db.models import Model, QuerySet

from hengelo_sociaal.kern.beperkingen import operation
from hengelo_sociaal.kern.fouten import NietGevonden
from hengelo_sociaal.kern.tijd import dag_van
from hengelo_sociaal.medewerkers.models import Medewerker
from hengelo_sociaal.medewerkers.rechten import Bereik, toets
from toegang.domain.gemeen import lock
from toegang.domain.uitvraag import log_uitvraag
from toegang.enums import UitvraagStatus
from toegang.exceptions import GeenVragenlijst, UitvraagLoopt
from toegang.models import (
    Contact,
    Huisbezoek,
    Huishouden,
    Inwoner,
    Kanaal,
    Melding,
    Uitvraag,
    UitvraagStand,
    Vindplaats,
    VragenlijstVersie,
)
from toegang.models.uitvraag import BREED
from toegang.queries.uitvragen import may_start, writable_uitvragen
from toegang.queries.vragenlijst import in_force
from toegang.queries.waarden import value_of
from toegang.queries.zicht import (
    own_vindplaatsen,
    visible_contacts,
    visible_meldingen,
    visible_visits,
)
from toegang.rechten import CONTACT_SCHRIJVEN, MELDING_MAKEN, UITVRAAG_SCHRIJVEN

M = TypeVar("M", bound=Model)
USUAL_PLACE = "zorgloket"


@dataclass(frozen=True, kw_only=True)
class UitvraagGegevens:
    """What an uitvraag belongs to; one of the four is enough, the rest follows from it."""

    kanaal: str
    huisbezoek_id: uuid.UUID | None = None
    melding_id: uuid.UUID | None = None
    contact_id: uuid.UUID | None = None
    huishouden_id: uuid.UUID | None = None
    vindplaats: str = ""
    vragenlijst: str = BREED


@dataclass(frozen=True)
class _Van:
    """Of what and whom the answers are."""

    huishouden: Huishouden | None = None
    inwoner: Inwoner | None = None
    contact: Contact | None = None
    melding: Melding | None = None
    huisbezoek: Huisbezoek | None = None


def start_uitvraag(*, by: Medewerker, gegevens: UitvraagGegevens, at: dt.datetime) -> Uitvraag:
    """Begin asking, in the version that is in force.

    Refused with UitvraagLoopt (409, `extra["uitvraag"]`) when `by` could go on with an
    open one of the household, GeenVragenlijst (409) without a version in force,
    NietGevonden (404) for a melding, visit, contact or household that is not theirs.
    """
    toets(by, UITVRAAG_SCHRIJVEN, minstens=Bereik.EIGEN)
    version = in_force(gegevens.vragenlijst)
    if version is None:
        raise GeenVragenlijst()
    of = _belongs_to(by, gegevens, op=dag_van(at))
    with operation():
        if of.huishouden is not None:
            # Of two colleagues who begin at once the second finds what the first began.
            lock(Huishouden.objects.all(), of.huishouden.pk)
            _refuse_second(by, of.huishouden, version, op=dag_van(at))
        made = Uitvraag.objects.create(
            versie=version,
            huishouden=of.huishouden,
            inwoner=of.inwoner,
            contact=of.contact,
            melding=of.melding,
            huisbezoek=of.huisbezoek,
            kanaal=value_of(Kanaal, gegevens.kanaal, veld="kanaal"),
            vindplaats=_place(by, gegevens, of, op=dag_van(at)),
            begonnen_op=at,
            begonnen_door=by,
            bewaard_op=at,
            bewaard_door=by,
        )
        UitvraagStand.objects.create(uitvraag=made, revisie=made.revisie, antwoorden={}, door=by)
        log_uitvraag(made, "uitvraag begonnen", by=by, at=at)
    return made


def _belongs_to(by: Medewerker, gegevens: UitvraagGegevens, *, op: dt.date) -> _Van:
    if gegevens.huisbezoek_id:
        visit = _mine(visible_visits(by, op=op), gegevens.huisbezoek_id)
        melding = visit.melding
        who = melding.inwoner if melding else None
        return _Van(visit.huishouden, who, melding=melding, huisbezoek=visit)
    if gegevens.melding_id:
        found = visible_meldingen(by, op=op, recht=MELDING_MAKEN)
        melding = _mine(found, gegevens.melding_id)
        contact = melding.hulpvraag.contact
        return _Van(melding.huishouden, melding.inwoner, contact, melding)
    if gegevens.contact_id:
        contact = _mine(visible_contacts(by, op=op, recht=CONTACT_SCHRIJVEN), gegevens.contact_id)
        return _Van(contact.huishouden, contact.inwoner, contact)
    return _Van(_own_household(by, gegevens.huishouden_id, op=op))


def _mine(rows: QuerySet[M], pk: uuid.UUID) -> M:
    found = rows.filter(pk=pk).first()
    if found is None:
        raise NietGevonden()
    return found


def _own_household(by: Medewerker, huishouden_id: uuid.UUID | None, *, op: dt.date) -> Huishouden:
    """The household of an involved colleague; the counter makes one for everybody."""
    found = Huishouden.objects.filter(pk=huishouden_id).first() if huishouden_id else None
    if found is None or not may_start(by, found, op=op):
        raise NietGevonden()
    return found


def _place(by: Medewerker, gegevens: UitvraagGegevens, of: _Van, *, op: dt.date) -> Vindplaats:
    """Where it is asked: who works for a vindplaats asks there, others at the counter."""
    own = list(own_vindplaatsen(by, op=op))
    if own and gegevens.vindplaats not in own:
        return value_of(Vindplaats, own[0], veld="vindplaats")
    here = of.contact.vindplaats_id if of.contact and of.melding is None else USUAL_PLACE
    return value_of(Vindplaats, gegevens.vindplaats or here, veld="vindplaats")


def _refuse_second(
    by: Medewerker, household: Huishouden, version: VragenlijstVersie, *, op: dt.date
) -> None:
    running = writable_uitvragen(by, op=op).filter(
        huishouden=household, versie__vragenlijst=version.vragenlijst, status=UitvraagStatus.CONCEPT
    )
    found = running.order_by("-begonnen_op").first()
    if found is not None:
        raise UitvraagLoopt(extra={"uitvraag": str(found.pk)})
