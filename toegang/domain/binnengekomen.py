"""Meldingen that arrive through another door: werk.nl, a doctor, a GI, the court.

They keep their own day of receipt, so the terms of the law run from there, and they land
in the household with everything else that was asked (BP 3.3; Jeugdwet 2.6).
"""

import datetime as dt
import uuid
from dataclasses import dataclass, field

from hengelo_sociaal.kern.beperkingen import operation
from hengelo_sociaal.kern.fouten import OngeldigeInvoer
from hengelo_sociaal.kern.tijd import AMSTERDAM, dag_van
from hengelo_sociaal.medewerkers.models import Medewerker
from hengelo_sociaal.medewerkers.rechten import Bereik, toets
from toegang.domain.contact import ContactGegevens, Vraag, register_contact
from toegang.domain.gemeen import refuse_impossible
from toegang.domain.genoemd import Genoemd, known_or_new
from toegang.domain.huishouden import Adres, Lid, register_huishouden
from toegang.domain.melding import make_melding
from toegang.domain.verwezen import Verwezen
from toegang.enums import Bron, Rol
from toegang.models import Binnengekomen, Inwoner, Lidmaatschap, Melding, Soort
from toegang.queries.dubbel import address_key
from toegang.queries.waarden import value_of
from toegang.rechten import HUISHOUDEN_SCHRIJVEN

NAAMRUIMTE = uuid.UUID("6b0d7a52-0c2f-4b1c-9d1e-5f7f0a3f2c11")
# Where a referral comes in, as the figures count it (waarden/vindplaats.csv).
VINDPLAATS_VAN = {
    "huisarts": "huisarts",
    "kinderarts": "huisarts",
    "jeugdarts": "jeugdgezondheidszorg",
    "gecertificeerde-instelling": "gecertificeerde-instelling",
    "rechter": "gecertificeerde-instelling",
}


@dataclass(frozen=True, kw_only=True)
class Bericht:
    """One message from elsewhere; `kenmerk` is the sender's own mark."""

    bron: str
    kenmerk: str
    datum: dt.date
    wie: Genoemd
    soort: str
    adres: Adres = field(default_factory=Adres)
    verwijzer: str | None = None
    verwezen: Verwezen = field(default_factory=Verwezen)
    toelichting: str = ""


def take_in(*, by: Medewerker, bericht: Bericht, at: dt.datetime) -> tuple[Melding, bool]:
    """The melding of a message, and whether it is new: the same mark twice is one melding.

    Who it is about is found or registered; without a home they get the household of the
    address that came along. Refused with OngeldigeInvoer for what cannot be right and
    as `make_melding` refuses.
    """
    toets(by, HUISHOUDEN_SCHRIJVEN, minstens=Bereik.ALLES)
    already = _known(bericht)
    if already is not None:
        return already, False
    refuse_impossible(bericht.datum, at, veld="datum")
    law = value_of(Soort, bericht.soort, veld="soort").wet_id
    if law is None:
        raise OngeldigeInvoer("Bij deze soort vraag hoort geen melding.")
    with operation():
        where = bericht.adres
        key = address_key(where.postcode, where.huisnummer, where.toevoeging)
        inwoner = known_or_new(bericht.wie, by=by, at=at, adres=key)
        _house(inwoner, bericht, by=by, at=at)
        contact = register_contact(
            by=by, gegevens=_contact(bericht, inwoner, at=at), at=at, sleutel=_key(bericht)
        )
        melding = make_melding(
            by=by,
            hulpvraag_id=contact.hulpvragen.get().pk,
            wet=law,
            ontvangen_op=bericht.datum,
            verwijzer=bericht.verwijzer,
            verwezen=bericht.verwezen if bericht.verwijzer else None,
            at=at,
        )
        Binnengekomen.objects.create(bron=bericht.bron, kenmerk=bericht.kenmerk, melding=melding)
    return melding, True


def _known(bericht: Bericht) -> Melding | None:
    found = Binnengekomen.objects.filter(bron=bericht.bron, kenmerk=bericht.kenmerk)
    row = found.select_related("melding").first()
    return row.melding if row else None


def _house(inwoner: Inwoner, bericht: Bericht, *, by: Medewerker, at: dt.datetime) -> None:
    """Somebody without a home on that day gets one at the address that came along."""
    has_home = Lidmaatschap.objects.op(bericht.datum).thuis().filter(inwoner=inwoner).exists()
    if has_home or not bericht.adres.postcode:
        return
    register_huishouden(
        by=by,
        adres=bericht.adres,
        leden=[Lid(inwoner_id=inwoner.pk, rol=Rol.AANVRAGER)],
        van=bericht.datum,
        at=at,
    )


def _contact(bericht: Bericht, inwoner: Inwoner, *, at: dt.datetime) -> ContactGegevens:
    """The contact on its own day, at noon: the message says no hour."""
    referred = bericht.bron == Bron.VERWIJZING
    noon = dt.datetime.combine(bericht.datum, dt.time(12), AMSTERDAM)
    return ContactGegevens(
        kanaal="brief" if referred else "digitaal",
        vindplaats=VINDPLAATS_VAN[bericht.verwijzer or ""] if referred else "werk-nl",
        namens="professional" if referred else "zelf",
        plaatsgevonden_op=min(noon, at) if bericht.datum == dag_van(at) else noon,
        inwoner_id=inwoner.pk,
        vragen=[Vraag(soort=bericht.soort, toelichting=bericht.toelichting)],
    )


def _key(bericht: Bericht) -> uuid.UUID:
    return uuid.uuid5(NAAMRUIMTE, f"{bericht.bron}:{bericht.kenmerk}")
