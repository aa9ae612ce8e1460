"""Reading published figures, with the log-in that can read nothing else."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db import connections
from django.db.models import Q, QuerySet

from dashboard.enums import Dimensie, Per
from dashboard.exceptions import IndicatorNietGevonden, onmogelijk
from dashboard.models import Cijferversie, Indicator, IndicatorDefinitie, Meting
from dashboard.queries.bronnen import MATEN
from dashboard.queries.namen import ALIAS, names_of
from dashboard.queries.perioden import begin_van, code_van, perioden

MEESTE_PERIODEN = 240
Filter = tuple[str, str]


@dataclass(frozen=True)
class Cijfer:
    """A published figure: of a period, and of a value when it is split."""

    per: Per
    begin: dt.date
    categorie: str
    teller: int | None
    noemer: int | None
    onderdrukt: bool
    berekend_op: dt.datetime | None
    definitie_versie: int
    is_aandeel: bool = False

    @property
    def periode(self) -> str:
        """As the API writes it: 2026-10."""
        return code_van(self.per, self.begin)

    @property
    def waarde(self) -> int | float | None:
        """The number, or the percentage with one decimal; None when hidden or over nothing."""
        if self.onderdrukt or self.teller is None:
            return None
        if not self.is_aandeel:
            return self.teller
        return round(100 * self.teller / self.noemer, 1) if self.noemer else None


@dataclass(frozen=True, kw_only=True)
class Vraag:
    """Which figures: an indicator, periods, at most one split and one filter.

    Refused with OnmogelijkeVraag when the indicator cannot be split or filtered so.
    """

    indicator: str
    van: dt.date
    tot: dt.date
    per: Per = Per.MAAND
    uitgesplitst: str | None = None
    filter: Filter | None = None

    def __post_init__(self) -> None:
        if self.indicator not in MATEN:
            raise IndicatorNietGevonden()
        if self.van > self.tot:
            raise onmogelijk(
                "De eerste maand ligt na de laatste. Draai van en tot om.", "van", "tot"
            )
        if sum(1 for _ in perioden(self.per, self.van, self.tot)) > MEESTE_PERIODEN:
            most = f"Vraag hoogstens {MEESTE_PERIODEN} perioden in een keer."
            raise onmogelijk(most, "van", "tot")
        possible = splits_of(self.indicator)
        filtered = self.filter[0] if self.filter else None
        for name, dimension in (("uitgesplitst", self.uitgesplitst), (filtered, filtered)):
            if name and dimension and dimension not in possible:
                raise onmogelijk(
                    f"Deze indicator is niet uit te splitsen naar {dimension}. "
                    f"Wel naar: {', '.join(possible)}.",
                    name,
                )
        if filtered and filtered == self.uitgesplitst:
            both = f"Kies {filtered} als uitsplitsing of als filter, niet beide."
            raise onmogelijk(both, "uitgesplitst", filtered)


def splits_of(indicator: str) -> list[str]:
    """By what an indicator can be split."""
    if indicator not in MATEN:
        return []
    bron, _ = MATEN[indicator]
    return [str(dimensie) for dimensie in Dimensie if dimensie in bron.dimensies]


def read_figures(vraag: Vraag, *, namen: Iterable[str] | None = None) -> list[Cijfer]:
    """One figure per period, or per period and value; 0 rather than absent."""
    found = {(row.begin, _category(row, vraag)): row for row in _rows(vraag)}
    version = read_version()
    known = [""]
    if vraag.uitgesplitst:
        listed = list(namen if namen is not None else names_of(vraag.uitgesplitst))
        extra = sorted({category for _, category in found} - set(listed))
        known = [*listed, *extra]
    definition = _definition_version(vraag.indicator)
    _, maat = MATEN[vraag.indicator]
    return [
        _figure(
            found.get((begin, category)),
            vraag.per,
            begin,
            category,
            definition,
            version,
            is_share=bool(maat.noemer),
        )
        for begin in perioden(vraag.per, vraag.van, vraag.tot)
        for category in known
    ]


def _rows(vraag: Vraag) -> QuerySet[Meting]:
    rows = Meting.objects.using(ALIAS).filter(
        indicator_id=vraag.indicator,
        per=vraag.per,
        begin__gte=begin_van(vraag.per, vraag.van),
        begin__lte=vraag.tot,
    )
    return rows.filter(_place(vraag.uitgesplitst, vraag.filter))


def _place(split: str | None, filtered: Filter | None) -> Q:
    """A split of A within B stands with the dimension that sorts first in front."""
    if filtered is None:
        return Q(dimensie=split or "", filterdimensie="")
    name, value = filtered
    if split is None:
        return Q(dimensie=name, categorie=value, filterdimensie="")
    if split < name:
        return Q(dimensie=split, filterdimensie=name, filtercategorie=value)
    return Q(dimensie=name, categorie=value, filterdimensie=split)


def _category(row: Meting, vraag: Vraag) -> str:
    if vraag.uitgesplitst is None:
        return ""
    return row.categorie if row.dimensie == vraag.uitgesplitst else row.filtercategorie


def _figure(
    row: Meting | None,
    per: Per,
    begin: dt.date,
    category: str,
    definition: int,
    version: Cijferversie | None,
    *,
    is_share: bool,
) -> Cijfer:
    if row is None:
        checked = version.bijgewerkt_op if version else None
        return Cijfer(
            per, begin, category, 0, 0 if is_share else None, False, checked, definition, is_share
        )
    return Cijfer(
        per,
        begin,
        category,
        row.teller,
        row.noemer,
        row.onderdrukt,
        row.berekend_op,
        row.definitie_versie,
        is_share,
    )


def _definition_version(indicator: str) -> int:
    newest = (
        IndicatorDefinitie.objects.using(ALIAS)
        .filter(indicator_id=indicator)
        .order_by("-versie")
        .values_list("versie", flat=True)
        .first()
    )
    return newest or MATEN[indicator][1].versie


_VERSION_FIELDS = [field.attname for field in Cijferversie._meta.concrete_fields]
# Written out: the page asks it every fifteen seconds, and mostly nothing else.
_VERSION = (
    f"SELECT {', '.join(_VERSION_FIELDS)} FROM {Cijferversie._meta.db_table}"  # noqa: S608
    " ORDER BY id LIMIT 1"
)


def read_version() -> Cijferversie | None:
    """The version of all figures together, or None when nothing was ever counted."""
    with connections[ALIAS].cursor() as cursor:
        cursor.execute(_VERSION)
        row = cursor.fetchone()
    return Cijferversie.from_db(ALIAS, _VERSION_FIELDS, row) if row else None


def find_indicator(code: str) -> Indicator:
    """An indicator with its definitions and targets, or IndicatorNietGevonden."""
    found = indicators().filter(code=code).first()
    if found is None:
        raise IndicatorNietGevonden()
    return found


def indicators() -> QuerySet[Indicator]:
    """All indicators in the order of every list."""
    return Indicator.objects.using(ALIAS).prefetch_related("definities", "streefwaarden")


def read_many(
    indicatoren: Sequence[str], per: Per, van: dt.date, tot: dt.date, filter: Filter | None
) -> dict[str, dict[dt.date, Cijfer]]:
    """The totals of several indicators per period, or those within a filter; three queries."""
    rows = Meting.objects.using(ALIAS).filter(
        _place(None, filter),
        indicator_id__in=indicatoren,
        per=per,
        begin__gte=begin_van(per, van),
        begin__lte=tot,
    )
    found = {(row.indicator_id, row.begin): row for row in rows}
    version = read_version()
    newest = dict(
        IndicatorDefinitie.objects.using(ALIAS)
        .filter(indicator_id__in=indicatoren)
        .order_by("versie")
        .values_list("indicator_id", "versie")
    )
    return {
        code: {
            begin: _figure(
                found.get((code, begin)),
                per,
                begin,
                "",
                newest.get(code, MATEN[code][1].versie),
                version,
                is_share=bool(MATEN[code][1].noemer),
            )
            for begin in perioden(per, van, tot)
        }
        for code in indicatoren
    }
