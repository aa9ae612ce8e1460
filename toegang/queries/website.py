"""What the website shows to a resident, and what waits there for a worker."""

import re
from dataclasses import dataclass

from django.db.models import QuerySet

from toegang.models import Inwoner, Webvraag
from toegang.queries.dubbel import Adressleutel, address_key
from voorzieningen.queries.redenen import Treffer
from voorzieningen.queries.zoeken import search_voorzieningen

MOST = 6
_ADRES = re.compile(
    r"\b(?P<nummer>\d{1,5})\s*-?(?P<bij>[a-z]?)\b[^0-9]*(?P<postcode>\d{4}\s?[a-z]{2})\b",
    re.IGNORECASE,
)
VOORVOEGSELS = frozenset(
    "van de der den het 't ter te ten op in aan uit vande von la le du d' el al".split()
)


@dataclass(frozen=True)
class Passend:
    """What the words of a question find, and what there is more about its leefgebied."""

    op_woorden: list[Treffer]
    bij_onderwerp: list[Treffer]


def fitting_provisions(tekst: str, leefgebied: str) -> Passend:
    """General provisions that fit the question, lightest and best first; never maatwerk.

    What only shares the leefgebied is added when the words find little, and stays apart.
    """
    found = search_voorzieningen(
        tekst=tekst, leefgebied=leefgebied, alleen_algemeen=True, limiet=MOST
    )
    if len(found) >= MOST // 2:
        return Passend(found, [])
    known = {hit.voorziening.pk for hit in found}
    more = search_voorzieningen(leefgebied=leefgebied, alleen_algemeen=True, limiet=MOST)
    others = [hit for hit in more if hit.voorziening.pk not in known]
    return Passend(found, others[: MOST - len(found)])


def waiting() -> QuerySet[Webvraag]:
    """Questions that nobody took up yet, oldest first."""
    rows = Webvraag.objects.filter(opgepakt_op__isnull=True)
    return rows.select_related("contact").order_by("ontvangen_op")


def address_of(webvraag: Webvraag) -> Adressleutel | None:
    """The postcode and number in what somebody wrote as their address, when both are in it."""
    found = _ADRES.search(webvraag.adres)
    return address_key(found["postcode"], int(found["nummer"]), found["bij"]) if found else None


def as_inwoner(webvraag: Webvraag) -> Inwoner:
    """The resident as they wrote their name; not stored, to compare with and to register."""
    words = webvraag.achternaam.split()
    prefix = []
    while len(words) > 1 and words[0].lower() in VOORVOEGSELS:
        prefix.append(words.pop(0).lower())
    return Inwoner(
        voornamen=webvraag.voornaam,
        tussenvoegsel=" ".join(prefix)[:20],
        geslachtsnaam=" ".join(words),
        geboortedatum=webvraag.geboortedatum,
        telefoon=webvraag.telefoon,
        email=webvraag.email,
    )
