"""From counts to published figures: only what may be seen, and only what changed is written."""

import datetime as dt
import io
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from django.db import connection
from django.db.models import Max

from dashboard.enums import Per
from dashboard.models import IndicatorDefinitie, Kubus, Meting, Publicatie
from dashboard.onderdrukking import REGELS, Cel, Jaar, Telling, hide
from dashboard.queries.bronnen import Bron, Maat
from dashboard.queries.tellen import Ouders, fingerprint, from_stored, parents

Sleutel = tuple[str, dt.date, str, str, str, str]
Inhoud = tuple[int | None, int | None, bool, int]
Rijen = dict[Sleutel, Inhoud]
_PERIODEN = [
    *((Per.MAAND, month) for month in range(1, 13)),
    *((Per.KWARTAAL, month) for month in (1, 4, 7, 10)),
    (Per.JAAR, 1),
]
_DIGEST = ("maand", "vingerafdruk")
_COLUMNS = (
    "indicator_id",
    "per",
    "begin",
    "dimensie",
    "categorie",
    "filterdimensie",
    "filtercategorie",
    "teller",
    "noemer",
    "onderdrukt",
    "definitie_versie",
    "berekend_op",
)


@dataclass(frozen=True)
class Gewijzigd:
    """How many published figures became different."""

    anders: int

    def __add__(self, other: "Gewijzigd") -> "Gewijzigd":
        return Gewijzigd(self.anders + other.anders)


@dataclass(frozen=True)
class Kader:
    """What figures depend on besides the counts; read once for many years."""

    ouders: Ouders
    versies: Mapping[str, int]

    @classmethod
    def read(cls) -> "Kader":
        """As it is now."""
        newest = IndicatorDefinitie.objects.values_list("indicator_id").annotate(Max("versie"))
        return cls(parents(), dict(newest))

    def versie(self, maat: Maat) -> int:
        """The newest version of the definition of an indicator."""
        return self.versies.get(maat.code) or maat.versie


def publish_if_needed(
    bron: Bron, jaar: int, *, at: dt.datetime, kader: Kader, nakijken: bool = False
) -> Gewijzigd:
    """Publish a year of a source unless its figures were made of these very counts.

    With `nakijken` the published figures themselves are looked at too, so that a figure
    that somebody spoiled is put right.
    """
    if _is_published(bron, jaar, kader, nakijken=nakijken):
        return Gewijzigd(0)
    changed = publish_year(bron, jaar, at=at, kader=kader)
    if nakijken:
        rows = Publicatie.objects.filter(bron=bron.code, jaar=jaar)
        rows.update(uitvoer=_output(bron, jaar))
    return changed


def _is_published(bron: Bron, jaar: int, kader: Kader, *, nakijken: bool) -> bool:
    before = Publicatie.objects.filter(bron=bron.code, jaar=jaar).first()
    if before is None or before.invoer != _input(bron, jaar, kader):
        return False
    return not nakijken or (before.uitvoer != "" and before.uitvoer == _output(bron, jaar))


def publish_year(bron: Bron, jaar: int, *, at: dt.datetime, kader: Kader) -> Gewijzigd:
    """Publish a year of a source anew from its stored counts; only what differs is written.

    Suppression is decided here, for the whole year at once, because a month that is shown
    can give away another one.
    """
    counts = _counts(bron, jaar, kader.ouders)
    hidden = hide(counts)
    changed = Gewijzigd(0)
    for maat in bron.maten:
        rows = dict(_rows(maat, bron, counts, hidden, jaar, kader.versie(maat)))
        changed += _write(maat.code, jaar, rows, at)
    Publicatie.objects.update_or_create(
        bron=bron.code, jaar=jaar, defaults={"invoer": _input(bron, jaar, kader), "uitvoer": ""}
    )
    return changed


def _input(bron: Bron, jaar: int, kader: Kader) -> str:
    """A digest of all that the figures of a year depend on."""
    rows = Kubus.objects.filter(bron=bron.code, maand__year=jaar).order_by("maand")
    return fingerprint(
        {
            "regels": REGELS,
            "maanden": [f"{maand} {digest}" for maand, digest in rows.values_list(*_DIGEST)],
            "ouders": sorted(map(list, kader.ouders.items())),
            "maten": [
                [maat.code, maat.teller, maat.noemer, kader.versie(maat)] for maat in bron.maten
            ],
        }
    )


def _output(bron: Bron, jaar: int) -> str:
    """A digest of the published figures of a year, worked out by the database.

    A figure that is written again gets another id, so equal digests mean untouched rows.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            """
            SELECT md5(concat_ws(':', count(*), count(*) FILTER (WHERE onderdrukt),
                sum(teller), sum(noemer), sum(definitie_versie),
                bit_xor(id * 1000003 # coalesce(teller, -1) # coalesce(noemer, -1) * 31),
                bit_xor(hashtextextended(
                    per || dimensie || categorie || filterdimensie || filtercategorie, id
                ) # (begin - DATE '2000-01-01'))))
            FROM dashboard_meting
            WHERE indicator_id = ANY(%s)
              AND begin BETWEEN make_date(%s, 1, 1) AND make_date(%s, 12, 31)
            """,
            [[maat.code for maat in bron.maten], jaar, jaar],
        )
        return str(cursor.fetchone()[0])


def _counts(bron: Bron, jaar: int, ouders: Ouders) -> Jaar:
    months: list[dict[Cel, Telling]] = [{} for _ in range(12)]
    for maand, cellen in Kubus.objects.filter(bron=bron.code, maand__year=jaar).values_list(
        "maand", "cellen"
    ):
        months[maand.month - 1] = from_stored(cellen)
    return Jaar(months, ouders)


def _rows(
    maat: Maat, bron: Bron, counts: Jaar, hidden: dict[Cel, int], jaar: int, versie: int
) -> Iterator[tuple[Sleutel, Inhoud]]:
    """The figures that have a row: what is not zero, and what is hidden."""
    teller = bron.tellingen.index(maat.teller)
    noemer = bron.tellingen.index(maat.noemer) if maat.noemer else None
    for cel in {*counts.reeksen, *hidden}:
        mask, series = hidden.get(cel, 0), counts.reeks(cel)
        first, second = (*cel, ("", ""), ("", ""))[:2]
        for place, (per, month) in enumerate(_PERIODEN):
            key = (str(per), dt.date(jaar, month, 1), *first, *second)
            if mask >> place & 1:
                yield key, (None, None, True, versie)
            elif series[place][0]:
                below = series[place][noemer] if noemer is not None else None
                yield key, (series[place][teller], below, False, versie)


def _write(code: str, jaar: int, rows: Rijen, at: dt.datetime) -> Gewijzigd:
    ids, known = _published(code, jaar)
    fresh = {key: content for key, content in rows.items() if known.get(key) != content}
    gone = [ids[key] for key in known if key in fresh or key not in rows]
    if gone:
        Meting.objects.filter(pk__in=gone).delete()
    if fresh:
        _copy(code, fresh.items(), at)
    new = sum(1 for key in fresh if key not in known)
    return Gewijzigd(len(gone) + new)


def _published(code: str, jaar: int) -> tuple[dict[Sleutel, int], Rijen]:
    ids: dict[Sleutel, int] = {}
    known: Rijen = {}
    with connection.cursor() as cursor:
        cursor.execute(
            """
            SELECT id, per, begin, dimensie, categorie, filterdimensie, filtercategorie,
                   teller, noemer, onderdrukt, definitie_versie
            FROM dashboard_meting
            WHERE indicator_id = %s AND begin BETWEEN make_date(%s, 1, 1) AND make_date(%s, 12, 31)
            """,
            [code, jaar, jaar],
        )
        for number, *rest in cursor.fetchall():
            key = tuple(rest[:6])
            ids[key] = number
            known[key] = tuple(rest[6:])
    return ids, known


def _copy(code: str, rows: Iterable[tuple[Sleutel, Inhoud]], at: dt.datetime) -> None:
    """Write many rows at once; a year of hulpvragen has tens of thousands."""
    lines = io.StringIO()
    moment = at.isoformat()
    for (per, begin, *names), (teller, noemer, hidden, versie) in rows:
        values = (code, per, begin.isoformat(), *names)
        numbers = ("\\N" if number is None else str(number) for number in (teller, noemer))
        lines.write("\t".join([*values, *numbers, "t" if hidden else "f", str(versie), moment]))
        lines.write("\n")
    with connection.cursor() as cursor:
        statement = f"COPY dashboard_meting ({', '.join(_COLUMNS)}) FROM STDIN"
        with cursor.copy(statement) as copy:
            copy.write(lines.getvalue())
