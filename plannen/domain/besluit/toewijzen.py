"""From besluit to toewijzing: nothing typed twice, and none without a besluit that holds."""

import datetime as dt
import uuid

from aanbieders.domain.toewijzingen import Omvang, create_toewijzing
from aanbieders.enums import Grondslag
from aanbieders.models import Toewijzing
from aanbieders.rechten import TOEWIJZING_SCHRIJVEN
from hengelo_sociaal.kern.beperkingen import operation
from hengelo_sociaal.kern.fouten import NietGevonden
from hengelo_sociaal.medewerkers.models import Medewerker
from hengelo_sociaal.medewerkers.rechten import toets
from plannen.domain.besluit.bekendmaken import waits_for_toewijzing
from plannen.exceptions import BesluitNodig, PastNietBijBesluit
from plannen.models import Afspraak, Besluit, Toewijzinggrond
from plannen.queries.besluit.stand import holds_on
from toegang.models import Inwoner

LOOK_AGAIN = dt.timedelta(weeks=12)  # before the end somebody sees whether lighter help will do


def carry_out_besluit(*, besluit_id: uuid.UUID, by: Medewerker, at: dt.datetime) -> Toewijzing:
    """Make the toewijzing that a besluit asks for, with everything as it was decided.

    Refused with GeenRecht (403), NietGevonden (404), BesluitNodig when it does not hold,
    asks for none or has one already, and with what `create_toewijzing` refuses.
    """
    toets(by, TOEWIJZING_SCHRIJVEN)
    with operation():
        besluit = _locked(besluit_id)
        if not waits_for_toewijzing(besluit):
            raise BesluitNodig("Bij dit besluit hoort geen (nieuwe) toewijzing.")
        contract, product = besluit.contract, besluit.product
        assert contract and product  # noqa: S101, PT018  help in kind has both
        made = create_toewijzing(
            inwoner=besluit.inwoner,
            contract=contract,
            product=product,
            grondslag=Grondslag.BESLUIT,
            omvang=_omvang(besluit),
            huishouden=None,
            besluit_id=besluit.pk,
            by=by,
            at=at,
        )
        if besluit.afspraak_id:
            rows = Afspraak.objects.filter(pk=besluit.afspraak_id, toewijzing__isnull=True)
            rows.update(toewijzing=made)
    return made


def rest_on_besluit(
    toewijzing: Toewijzing, besluit_id: uuid.UUID | None, by: Medewerker, at: dt.datetime
) -> None:
    """Say on which besluit a new toewijzing rests; a step of `create_toewijzing`.

    Refused with BesluitNodig without one that holds on the first day, and with
    PastNietBijBesluit for another person, product or a longer period.
    """
    besluit = Besluit.objects.filter(pk=besluit_id).first() if besluit_id else None
    if besluit is None or not holds_on(besluit, toewijzing.van):
        raise BesluitNodig()
    _require_as_decided(toewijzing, besluit)
    Toewijzinggrond.objects.create(toewijzing=toewijzing, besluit=besluit)


def _require_as_decided(toewijzing: Toewijzing, besluit: Besluit) -> None:
    wrong = {}
    if toewijzing.inwoner_id != besluit.inwoner_id:
        wrong["inwoner"] = "Dit besluit is van iemand anders."
    if besluit.product_id and toewijzing.product_id != besluit.product_id:
        wrong["product"] = "In het besluit staat een ander product."
    if besluit.tot and (toewijzing.tot is None or toewijzing.tot > besluit.tot):
        wrong["tot"] = "Dit is langer dan het besluit."
    if wrong:
        raise PastNietBijBesluit(velden=wrong)


def _locked(besluit_id: uuid.UUID) -> Besluit:
    """The besluit, with its resident locked first: so does what ends a besluit."""
    of_whom = Besluit.objects.filter(pk=besluit_id).values("inwoner")
    Inwoner.objects.select_for_update(of=("self",), no_key=True).filter(pk__in=of_whom).first()
    found = (
        Besluit.objects.select_for_update(of=("self",), no_key=True)
        .select_related("inwoner", "contract", "product")
        .filter(pk=besluit_id)
        .first()
    )
    if found is None:
        raise NietGevonden("Dit besluit is niet gevonden.")
    return found


def _omvang(besluit: Besluit) -> Omvang:
    assert besluit.van and besluit.volume  # noqa: S101, PT018  checked before it was decided
    look = max(besluit.van, besluit.tot - LOOK_AGAIN) if besluit.tot else None
    return Omvang(
        volume=besluit.volume,
        eenheid=str(besluit.eenheid),
        frequentie=str(besluit.frequentie),
        van=besluit.van,
        tot=besluit.tot,
        herziening_op=look,
    )
