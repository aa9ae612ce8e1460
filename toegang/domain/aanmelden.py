"""A person and where they live: registered, or ended by a death, in one go."""

import datetime as dt
from dataclasses import fields, replace

from django.db.models import Q

from hengelo_sociaal.kern.beperkingen import operation
from hengelo_sociaal.kern.tijd import dag_van
from hengelo_sociaal.medewerkers.models import Medewerker
from toegang.domain.gemeen import lock, refuse_future
from toegang.domain.huishouden import (
    Adres,
    Lid,
    enrol,
    leave,
    lock_membership,
    register_huishouden,
)
from toegang.domain.inwoner import InwonerGegevens, change_inwoner, register_inwoner
from toegang.domain.netwerk import speak_until
from toegang.domain.wijzigen import require_may_change
from toegang.enums import Rol
from toegang.models import Huishouden, Inwoner, Lidmaatschap, Vertegenwoordiger
from toegang.queries.dubbel import address_key


def register_at_address(
    *,
    by: Medewerker,
    gegevens: InwonerGegevens,
    adres: Adres,
    at: dt.datetime,
    bsn: str | None = None,
    negeer_dubbel: str | None = None,
) -> Inwoner:
    """Register a resident and their household, both or neither.

    Refused as `register_inwoner` and `register_huishouden` refuse.
    """
    with operation():
        inwoner = register_inwoner(
            by=by,
            gegevens=gegevens,
            at=at,
            bsn=bsn,
            negeer_dubbel=negeer_dubbel,
            adres=address_key(adres.postcode, adres.huisnummer, adres.toevoeging),
        )
        register_huishouden(
            by=by, adres=adres, leden=[Lid(inwoner_id=inwoner.pk, rol=Rol.AANVRAGER)], at=at
        )
    return inwoner


def register_in_household(
    *,
    by: Medewerker,
    huishouden: Huishouden,
    gegevens: InwonerGegevens,
    rol: str,
    van: dt.date,
    at: dt.datetime,
    bsn: str | None = None,
    negeer_dubbel: str | None = None,
) -> Inwoner:
    """Register a resident who lives in a household that is there, from `van`; both or neither.

    Refused as `register_inwoner` and `add_member` refuse; who may not change the household
    learns of nobody who looks like them.
    """
    require_may_change(by, huishouden.pk, op=dag_van(at))
    place = address_key(huishouden.postcode, huishouden.huisnummer, huishouden.toevoeging)
    with operation():
        inwoner = register_inwoner(
            by=by, gegevens=gegevens, at=at, bsn=bsn, negeer_dubbel=negeer_dubbel, adres=place
        )
        lid = Lid(inwoner_id=inwoner.pk, rol=rol)
        enrol(by=by, huishouden_id=huishouden.pk, lid=lid, van=van, at=at)
    return inwoner


def known_of(inwoner: Inwoner) -> InwonerGegevens:
    """What is known of a resident, as `change_inwoner` wants it."""
    return InwonerGegevens(
        **{field.name: getattr(inwoner, field.name) for field in fields(InwonerGegevens)}
    )


def register_death(
    *, by: Medewerker, inwoner: Inwoner, overleden_op: dt.date, at: dt.datetime
) -> Inwoner:
    """Record that a resident died; memberships and who spoke for them end, all or nothing.

    Refused with OngeldigeInvoer for a day that is still to come or lies before a
    membership began, and as `change_inwoner` refuses.
    """
    refuse_future(overleden_op, at, veld="tot")
    with operation():
        changed = change_inwoner(
            by=by,
            inwoner_id=inwoner.pk,
            gegevens=replace(known_of(inwoner), overleden_op=overleden_op),
            revisie=inwoner.revisie,
            at=at,
        )
        for running in Lidmaatschap.objects.filter(inwoner=inwoner, tot__isnull=True):
            leave(lock_membership(running.pk), by=by, tot=overleden_op, at=at)
        speaking = Vertegenwoordiger.objects.filter(inwoner=inwoner, van__lte=overleden_op)
        for one in speaking.filter(Q(tot__isnull=True) | Q(tot__gt=overleden_op)):
            speak_until(lock(Vertegenwoordiger.objects.all(), one.pk), overleden_op, by=by, at=at)
    return changed
