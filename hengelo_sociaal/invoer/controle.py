"""From cells to lines that can be saved: header, types, doubles, and the layout's own checks."""

from collections.abc import Iterator, Sequence

from hengelo_sociaal.invoer.exceptions import InvoerGeweigerd, OnleesbaarBestand, Regelfout
from hengelo_sociaal.invoer.kolommen import Cel, CelFout, Kolom, tekst
from hengelo_sociaal.invoer.lezen import Blad
from hengelo_sociaal.invoer.register import Importer, Indeling, Rij


def choose_layout(importer: Importer, koppen: Sequence[str]) -> Indeling:
    """The layout whose columns are all there; a missing column is named."""
    missing = {one.naam: _missing(one, koppen) for one in importer.indelingen}
    fitting = [one for one in importer.indelingen if not missing[one.naam]]
    if fitting:
        return max(fitting, key=lambda one: len(one.kolommen))
    nearest = min(importer.indelingen, key=lambda one: len(missing[one.naam]))
    lacking = missing[nearest.naam]
    if len(lacking) == len(nearest.kolommen):
        expected = ";".join(kolom.naam for kolom in nearest.kolommen)
        raise OnleesbaarBestand(
            f"De eerste regel is niet die van '{importer.naam}'. Wij verwachten: {expected}"
        )
    word = "De kolom" if len(lacking) == 1 else "De kolommen"
    verb = "ontbreekt" if len(lacking) == 1 else "ontbreken"
    names = ", ".join(f"'{name}'" for name in lacking)
    raise OnleesbaarBestand(f"{word} {names} {verb} in de eerste regel.")


def _missing(layout: Indeling, koppen: Sequence[str]) -> list[str]:
    return [kolom.naam for kolom in layout.kolommen if _place(kolom, koppen) is None]


def _place(kolom: Kolom, koppen: Sequence[str]) -> int | None:
    for name in (kolom.naam, *kolom.ook):
        if name in koppen:
            return koppen.index(name)
    return None


def unread_columns(layout: Indeling, koppen: Sequence[str]) -> list[str]:
    """Columns of the file that nobody reads."""
    read = (*layout.kolommen, *layout.optioneel)
    known = {name for kolom in read for name in (kolom.naam, *kolom.ook)}
    return [kop for kop in koppen if kop and kop not in known]


def read_lines(layout: Indeling, blad: Blad) -> list[Rij]:
    """Every line read; all faults of all lines together as InvoerGeweigerd."""
    read = (*layout.kolommen, *layout.optioneel)
    places = {kolom: place for kolom in read if (place := _place(kolom, blad.koppen)) is not None}
    lines: list[Rij] = []
    faults: list[Regelfout] = []
    for number, cells in blad.regels:
        values: dict[str, object] = {}
        wrong = list(_read_line(number, cells, len(blad.koppen), places, values))
        faults.extend(wrong)
        if not wrong:
            lines.append(Rij(number, values))
    faults.extend(doubles(layout, lines))
    faults.extend(layout.controleer(lines) if not faults else ())
    if faults:
        raise InvoerGeweigerd(faults)
    return lines


def _read_line(
    number: int,
    cells: Sequence[Cel],
    width: int,
    places: dict[Kolom, int],
    values: dict[str, object],
) -> Iterator[Regelfout]:
    """Fill `values`; give every fault of the line."""
    if len(cells) != width and any(tekst(cell) for cell in cells[width:]):
        yield Regelfout(number, f"{len(cells)} cellen, maar de eerste regel heeft er {width}")
        return
    if len(cells) < width:
        yield Regelfout(number, f"{len(cells)} cellen, maar de eerste regel heeft er {width}")
        return
    for kolom, place in places.items():
        try:
            values[kolom.naam] = kolom.read(cells[place])
        except CelFout as fault:
            yield Regelfout(number, str(fault))


def doubles(layout: Indeling, lines: Sequence[Rij]) -> Iterator[Regelfout]:
    """Every line that is known by the same cells as one before it."""
    if not layout.sleutel:
        return
    seen: dict[tuple[object, ...], int] = {}
    for line in lines:
        key = tuple(line[name] for name in layout.sleutel)
        first = seen.setdefault(key, line.regel)
        if first != line.regel:
            yield Regelfout(line.regel, f"dubbel: dezelfde als regel {first}")
