"""What toewijzingen commit, per taakveld and year, beside the budget."""

import datetime as dt

from aanbieders.queries.kosten import commitments, committed_years
from dashboard.models import Verplichting
from dashboard.onderdrukking import is_klein

BRON = "toewijzingen"


def recount_commitments(*, jaar: int, at: dt.datetime) -> int:
    """Count the commitments of a year again; how many taakvelden became different.

    Costs are negative, as in the budget. An amount about fewer than ten people is hidden,
    however many toewijzingen they have: of one client it would be what this client costs.
    There is no total, so that a hidden amount does not follow from it.
    """
    counted = {
        one.taakveld: (None, True) if is_klein((one.mensen,)) else (-one.cent, False)
        for one in commitments(van=dt.date(jaar, 1, 1), tot=dt.date(jaar, 12, 31))
    }
    known = {row.taakveld: row for row in Verplichting.objects.filter(jaar=jaar)}
    different = [
        code
        for code, content in counted.items()
        if code not in known or (known[code].bedrag, known[code].onderdrukt) != content
    ]
    for code in different:
        amount, hidden = counted[code]
        Verplichting.objects.update_or_create(
            jaar=jaar,
            taakveld=code,
            defaults={"bedrag": amount, "onderdrukt": hidden, "berekend_op": at},
        )
    gone = [code for code in known if code not in counted]
    Verplichting.objects.filter(jaar=jaar, taakveld__in=gone).delete()
    return len(different) + len(gone)


def years_to_count() -> list[int]:
    """The years in which anything is committed, and those of which an amount is kept."""
    kept = Verplichting.objects.order_by().values_list("jaar", flat=True)
    return sorted({*committed_years(), *kept})
