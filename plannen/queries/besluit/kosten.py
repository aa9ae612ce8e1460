"""What a besluit costs in a year, whether a second person reads it, what the resident pays."""

import datetime as dt
from dataclasses import dataclass

from django.db.models import Q

from aanbieders.enums import Eenheid, Frequentie
from aanbieders.models import Tarief
from hengelo_sociaal.web.opmaak import geld
from plannen.enums import Besluitsoort
from plannen.models import Besluit, Bijdragetarief, Meeleesgrens

PER_JAAR = {Frequentie.DAG: 365, Frequentie.WEEK: 52, Frequentie.MAAND: 12, Frequentie.TOTAAL: 1}


@dataclass(frozen=True)
class TweedeLezer:
    """Whether somebody else than the drafter decides, and why."""

    nodig: bool
    uitleg: str


def tariff_of(besluit: Besluit) -> int | None:
    """The price of one unit in euro cents: of the contract on the first day, or of the pgb."""
    if besluit.tarief_cent is not None or not (besluit.contract_id and besluit.product_id):
        return besluit.tarief_cent
    if besluit.van is None:
        return None
    found = Tarief.objects.op(besluit.van).filter(
        contract_id=besluit.contract_id, product_id=besluit.product_id, eenheid=besluit.eenheid
    )
    return found.values_list("bedrag_cent", flat=True).first()


def yearly_cost(besluit: Besluit) -> int | None:
    """What it costs in a year at most, in euro cents; None where a part is not filled in.

    A total counts whole. For the unit euro the volume is the amount itself.
    """
    if not (besluit.volume and besluit.frequentie):
        return None
    price = 1 if besluit.eenheid == Eenheid.EURO else tariff_of(besluit)
    if price is None:
        return None
    return besluit.volume * price * PER_JAAR[Frequentie(besluit.frequentie)]


def needs_second_reader(besluit: Besluit, *, op: dt.date) -> TweedeLezer:
    """Above the amount that `beheer` set, or when it is no plain award (four eyes).

    Without an amount for the law every besluit gets a second reader.
    """
    if besluit.soort != Besluitsoort.TOEKENNING:
        kind = besluit.get_soort_display().lower()
        return TweedeLezer(True, f"Een {kind} leest en neemt altijd iemand anders.")
    limit = limit_on(besluit.wet_id, op)
    if limit is None:
        return TweedeLezer(True, "Voor deze wet is geen grens ingesteld: altijd een tweede lezer.")
    cost, border = yearly_cost(besluit), f"de grens van {geld(limit, 0)} per jaar"
    if cost is None:
        return TweedeLezer(True, f"De kosten zijn nog niet bekend; {border} is niet te toetsen.")
    if cost > limit:
        return TweedeLezer(True, f"{geld(cost, 0)} per jaar is meer dan {border}.")
    return TweedeLezer(False, f"{geld(cost, 0)} per jaar blijft onder {border}.")


def limit_on(wet: str, op: dt.date) -> int | None:
    """The amount a year above which a second person reads, on a day; None without one."""
    rows = Meeleesgrens.objects.filter(_running(op), wet_id=wet, geldig_van__lte=op)
    return rows.values_list("bedrag_cent", flat=True).first()


def contribution_on(wet: str, op: dt.date) -> Bijdragetarief | None:
    """What a resident pays a month under a law on a day (Wmo 2.1.4a); None where not known."""
    return Bijdragetarief.objects.filter(_running(op), wet_id=wet, geldig_van__lte=op).first()


def _running(op: dt.date) -> Q:
    return Q(geldig_tot__isnull=True) | Q(geldig_tot__gte=op)
