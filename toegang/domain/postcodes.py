"""In which buurt the addresses of a postcode lie, from the file that CBS makes of them."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.db.models import QuerySet

from hengelo_sociaal.gebieden.models import Buurt
from hengelo_sociaal.logboek.domain import log_change
from hengelo_sociaal.medewerkers.models import Medewerker
from toegang.models import HOOGSTE_HUISNUMMER, Huishouden, Postcodegebied
from toegang.queries.plaats import Gebied, resolve_addresses


@dataclass(frozen=True)
class Adresregel:
    """A house number of a postcode, or without one the whole postcode, and its buurt."""

    postcode: str
    huisnummer: int | None
    buurt: str


@dataclass(frozen=True)
class Bijgewerkt:
    """How many postcodes are new, lie otherwise than we knew, and lie as we knew."""

    nieuw: int
    gewijzigd: int
    gelijk: int


Strook = tuple[int, int, str]


def load_postcodes(regels: Sequence[Adresregel], *, by: Medewerker, at: dt.datetime) -> Bijgewerkt:
    """Keep where these postcodes lie, and in which buurt the households there do.

    A postcode in the file is replaced as a whole, so it may not be cut in two files; others
    stay. Called within the transaction of the import; every household that turns out to lie
    elsewhere gets a line in the log. What a contact froze of it then stays as it was.
    """
    wanted = _strips(regels)
    known = _known(wanted)
    fresh = wanted.keys() - known.keys()
    changed = {code for code in wanted.keys() & known.keys() if wanted[code] != known[code]}
    Postcodegebied.objects.filter(postcode__in=changed).delete()
    towns = dict(Buurt.objects.values_list("code", "wijk__gemeente_id"))
    Postcodegebied.objects.bulk_create(
        (
            Postcodegebied(
                postcode=code,
                huisnummer_van=first,
                huisnummer_tot=last,
                buurt_id=buurt,
                gemeente_id=towns[buurt],
            )
            for code in sorted(fresh | changed)
            for first, last, buurt in wanted[code]
        ),
        batch_size=2000,
    )
    _place_households(fresh | changed, by=by, at=at)
    return Bijgewerkt(len(fresh), len(changed), len(wanted) - len(fresh) - len(changed))


def _strips(regels: Iterable[Adresregel]) -> dict[str, list[Strook]]:
    """Per postcode the house numbers that follow each other in one buurt; together all numbers."""
    numbers: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for regel in regels:
        numbers[regel.postcode].append((regel.huisnummer or 0, regel.buurt))
    strips: dict[str, list[Strook]] = {}
    for code, found in numbers.items():
        starts: list[tuple[int, str]] = []
        for number, buurt in sorted(found):
            if not starts or starts[-1][1] != buurt:
                starts.append((number if starts else 0, buurt))
        ends = [start - 1 for start, _ in starts[1:]] + [HOOGSTE_HUISNUMMER]
        strips[code] = [
            (start, end, buurt) for (start, buurt), end in zip(starts, ends, strict=True)
        ]
    return strips


def _known(codes: Mapping[str, object]) -> dict[str, list[tuple[int, int, str | None]]]:
    known: dict[str, list[tuple[int, int, str | None]]] = defaultdict(list)
    rows = Postcodegebied.objects.filter(postcode__in=codes).order_by("huisnummer_van")
    strips = rows.values_list("postcode", "huisnummer_van", "huisnummer_tot", "buurt_id")
    for code, first, last, buurt in strips:
        known[code].append((first, last, buurt))
    return dict(known)


def _place_households(codes: Iterable[str], *, by: Medewerker, at: dt.datetime) -> None:
    """Give the households there the buurt in which their address lies by what we know now.

    The revision stays: nobody's half-filled form is about the buurt.
    """
    there = Huishouden.objects.filter(postcode__in=codes)
    elsewhere = [home.pk for home, _ in _elsewhere(there)]
    locked = Huishouden.objects.select_for_update(of=("self",), no_key=True).order_by("pk")
    moved = _elsewhere(locked.filter(pk__in=elsewhere))
    for home, (buurt, gemeente) in moved:
        log_change(
            by=by,
            handeling="buurt bepaald",
            soort="huishouden",
            object_id=home.pk,
            huishouden_id=home.pk,
            at=at,
            wijziging={"buurt": [home.buurt_id, buurt]},
        )
        home.buurt_id, home.gemeente_id = buurt, gemeente
    homes = [home for home, _ in moved]
    Huishouden.objects.bulk_update(homes, ["buurt_id", "gemeente_id"], batch_size=500)


def _elsewhere(households: QuerySet[Huishouden]) -> list[tuple[Huishouden, Gebied]]:
    """Households that lie in another buurt than is noted, with where they lie."""
    homes = list(households)
    lie = resolve_addresses({(home.postcode, home.huisnummer) for home in homes})
    found = [(home, lie[home.postcode, home.huisnummer]) for home in homes]
    return [(home, area) for home, area in found if area != (home.buurt_id, home.gemeente_id)]
