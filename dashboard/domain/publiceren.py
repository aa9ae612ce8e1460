"""From counts to published figures: only what may be seen, and only what changed is written."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from django.db import connection
from django.db.models import Max

from dashboard.domain.cijferrijen import Gewijzigd, Jaarcijfers, write_figures
from dashboard.domain.stand import Stand
from dashboard.models import IndicatorDefinitie, Kubus, Publicatie
from dashboard.onderdrukking import (
    REGELS,
    Jaar,
    decide,
    read_decisions,
    write_decisions,
)
from dashboard.onderdrukking.bundel import vorm
from dashboard.queries.bronnen import Bron, Maat
from dashboard.queries.tellen import Ouders, fingerprint, from_stored, parents

_DIGEST = ("maand", "vingerafdruk")


@dataclass(frozen=True)
class Kader:
    """What figures depend on besides the counts; read once for many years."""

    ouders: Ouders
    versies: Mapping[str, int]
    afdruk: str  # of `ouders`

    @classmethod
    def read(cls) -> "Kader":
        """As it is now."""
        newest = IndicatorDefinitie.objects.values_list("indicator_id").annotate(Max("versie"))
        above = parents()
        return cls(above, dict(newest), fingerprint(sorted(map(list, above.items()))))

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
    changed = publish_year(bron, jaar, at=at, kader=kader, nakijken=nakijken)
    if nakijken:
        rows = Publicatie.objects.filter(bron=bron.code, jaar=jaar)
        rows.update(uitvoer=_output(bron, jaar))
    return changed


def _is_published(bron: Bron, jaar: int, kader: Kader, *, nakijken: bool) -> bool:
    before = Publicatie.objects.filter(bron=bron.code, jaar=jaar).first()
    if before is None or before.invoer != _input(bron, jaar, kader):
        return False
    return not nakijken or (before.uitvoer != "" and before.uitvoer == _output(bron, jaar))


def publish_year(
    bron: Bron, jaar: int, *, at: dt.datetime, kader: Kader, nakijken: bool = False
) -> Gewijzigd:
    """Publish a year of a source anew from its stored counts; only what differs is written.

    Suppression is decided here, for the whole year at once, because a month that is shown
    can give away another one. What was decided of tables in which nothing is different is
    taken over, and only cells that stand differently than they were published are compared
    with the published figures; with `nakijken` all is read, decided and compared.
    """
    before = Publicatie.objects.filter(bron=bron.code, jaar=jaar).first()
    months = _months(bron, jaar)
    trusted = None if nakijken else before
    counts = _counts(bron, jaar, kader.ouders, months, trusted)
    hidden, decisions = decide(counts, read_decisions(trusted.besluiten if trusted else "", counts))
    figures = Jaarcijfers(bron, jaar, counts, hidden)
    stand = Stand.of(figures, [kader.versie(maat) for maat in bron.maten], months)
    different = None if nakijken or before is None else stand.changed_since(before.stand)
    changed = Gewijzigd(0)
    for maat in bron.maten:
        changed += write_figures(figures, maat, versie=kader.versie(maat), at=at, alleen=different)
    Publicatie.objects.update_or_create(
        bron=bron.code,
        jaar=jaar,
        defaults={
            "invoer": _input(bron, jaar, kader),
            "uitvoer": "",
            "stand": stand.text,
            "besluiten": write_decisions(decisions),
        },
    )
    return changed


def _input(bron: Bron, jaar: int, kader: Kader) -> str:
    """A digest of all that the figures of a year depend on."""
    rows = Kubus.objects.filter(bron=bron.code, maand__year=jaar).order_by("maand")
    return fingerprint(
        {
            "regels": REGELS,
            "maanden": [f"{maand} {digest}" for maand, digest in rows.values_list(*_DIGEST)],
            "ouders": kader.afdruk,
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


def _months(bron: Bron, jaar: int) -> dict[int, str]:
    """The months of a year in which anything was counted, with the digest of their counts."""
    rows = Kubus.objects.filter(bron=bron.code, maand__year=jaar)
    return {maand.month: digest for maand, digest in rows.values_list(*_DIGEST)}


def _counts(
    bron: Bron, jaar: int, ouders: Ouders, months: Mapping[int, str], before: Publicatie | None
) -> Jaar:
    """What was counted in a year; read are only the months that are different than before."""
    shape = vorm(len(bron.tellingen))
    known, cells = Stand(before.stand if before else "").counted(bron.tellingen)
    stale = {month for month in range(1, 13) if months.get(month) != known.get(month)}
    found = shape.without(cells, [month - 1 for month in stale])
    rows = Kubus.objects.filter(bron=bron.code, maand__year=jaar, maand__month__in=stale)
    for maand, cellen in rows.values_list("maand", "cellen"):
        shape.put(found, maand.month - 1, from_stored(cellen))
    return Jaar.of_months(found, ouders, len(bron.tellingen))
