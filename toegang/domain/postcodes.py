"""In which buurt the addresses of a postcode lie, from the file that CBS makes of them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from hengelo_sociaal.gebieden.models import Buurt
from toegang.models import Huishouden, Postcodegebied
from toegang.queries.plaats import resolve_address

HOOGSTE_HUISNUMMER = 99_999


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


def load_postcodes(regels: Sequence[Adresregel]) -> Bijgewerkt:
    """Keep where these postcodes lie, and find the buurt of households that had none.

    A postcode in the file is replaced as a whole; others stay. Called within the transaction
    of the import. What a contact froze of a household of then stays as it was.
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
    _place_households(fresh | changed)
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


def _place_households(codes: Iterable[str]) -> None:
    homeless = Huishouden.objects.select_for_update(of=("self",), no_key=True)
    found = list(homeless.filter(buurt__isnull=True, postcode__in=codes).order_by("pk"))
    for household in found:
        household.buurt_id, household.gemeente_id = resolve_address(
            household.postcode, household.huisnummer
        )
    Huishouden.objects.bulk_update(found, ["buurt_id", "gemeente_id"], batch_size=500)
