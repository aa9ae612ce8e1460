"""What was decided of a table, kept with a digest of everything that the decision rests on.

With the same digest the same would be decided, so it is not decided again.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import blake2b

from dashboard.onderdrukking.jaar import TOTAAL, Cel, Jaar
from dashboard.onderdrukking.maskers import Maskers
from dashboard.onderdrukking.raster import Laag, raster_of
from dashboard.onderdrukking.tabel import Uitkomst, Uitkomsten

# Raise this when a year of counts may be hidden differently: then every year is published anew.
REGELS = 2


@dataclass(frozen=True, slots=True)
class Besluit:
    """A table that was decided: what it rests on, and what is hidden of which cell by number.

    `uitkomst` is kept of tables that others are part of, because those are decided with it.
    """

    afdruk: str
    verborgen: dict[int, int]
    uitkomst: Uitkomst | None = None


Besluiten = Mapping[Laag, Besluit]


def digest_of(
    jaar: Jaar,
    maskers: Maskers,
    laag: Laag,
    klaar: Uitkomsten,
    *,
    geldig: int,
    nullen: Mapping[Cel, int],
) -> str:
    """A digest of everything that the decision about a table of two dimensions rests on.

    Those are its counts, what is hidden and known of its values, what was decided of the
    tables that it is part of, and in which windows people can have moved.
    """
    raster, get = raster_of(jaar, laag), jaar.bundels.get
    size = jaar.vorm.bytes
    found = blake2b(raster.afdruk, digest_size=16)
    found.update(b"".join([get(cel, 0).to_bytes(size, "little") for cel in raster.cellen]))
    values = [(name, value) for name in laag for value in jaar.waarden[name]]
    of_values = [
        (maskers.van((value,)), maskers.open_windows_of(value), nullen[value,]) for value in values
    ]
    of_all = REGELS, maskers.van(TOTAAL), geldig, nullen[TOTAAL], size
    found.update(repr((of_all, of_values)).encode())
    if raster.heeft_ouders:
        for layer in _layers_above(jaar, laag):
            if layer in klaar:
                above = klaar[layer]
                found.update(above.raster.afdruk)
                found.update(repr((layer, above.maskers, sorted(above.bewezen.items()))).encode())
    return found.hexdigest()


def _layers_above(jaar: Jaar, laag: Laag) -> list[Laag]:
    """The tables that a table is part of, directly or by way of another."""
    above: list[Laag] = []
    todo = [laag]
    while todo:
        layer = todo.pop()
        for place, name in enumerate(layer):
            beside = layer[:place] + layer[place + 1 :]
            for parent in sorted(jaar.dimensies_boven(name)):
                one = tuple(sorted([parent, *beside]))
                if parent not in beside and one not in above:
                    above.append(one)
                    todo.append(one)
    return above


def write_decisions(besluiten: Besluiten) -> str:
    """Decisions as they are kept."""
    return json.dumps(
        {
            "|".join(laag): [
                one.afdruk,
                list(one.verborgen.items()),
                [one.uitkomst.maskers, list(one.uitkomst.bewezen.items())]
                if one.uitkomst
                else None,
            ]
            for laag, one in besluiten.items()
        },
        separators=(",", ":"),
    )


def read_decisions(text: str, jaar: Jaar) -> dict[Laag, Besluit]:
    """Kept decisions, about the tables of this year."""
    found: dict[Laag, Besluit] = {}
    for name, (afdruk, hidden, outcome) in json.loads(text or "{}").items():
        laag = tuple(name.split("|"))
        if not all(dimension in jaar.waarden for dimension in laag):
            continue
        uitkomst = (
            Uitkomst(raster_of(jaar, laag), outcome[0], dict(outcome[1])) if outcome else None
        )
        found[laag] = Besluit(afdruk, dict(hidden), uitkomst)
    return found
