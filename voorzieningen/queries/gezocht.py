"""What people looked for in vain, often enough to say so."""

from voorzieningen.models import Zoekwoord

DAGEN = 5
MEESTE = 30


def searched_in_vain() -> list[Zoekwoord]:
    """The words that found nothing on several days, most often first.

    The beginning of a longer word on the list is left out: the page searches while somebody
    is still typing.
    """
    rows = list(Zoekwoord.objects.exclude(woord="").order_by("-aantal", "woord")[: 4 * MEESTE])
    words = {row.woord for row in rows}
    whole = [
        row
        for row in rows
        if not any(other != row.woord and other.startswith(row.woord) for other in words)
    ]
    return whole[:MEESTE]
