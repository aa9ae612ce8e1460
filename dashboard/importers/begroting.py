"""The budget of programme 6 and of taakveld 6.1, recognised by their header (B6, B61)."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence

from dashboard.domain.inlezen import store_budget
from dashboard.enums import Begrotingsoort
from dashboard.models.begroting import TOTAAL
from dashboard.rechten import INLEZEN
from hengelo_sociaal.invoer.exceptions import Regelfout
from hengelo_sociaal.invoer.kolommen import Kolom, een_van, geheel, jaar
from hengelo_sociaal.invoer.register import Importer, Indeling, Invoer, Rij, Telling, registreer
from hengelo_sociaal.waarden.models import Taakveld

DUIZEND_EURO = 100_000  # euro cents
_SUBTAAKVELD = re.compile(r"\d\.\d{2,}\.\d+")
_SOORTEN_PROGRAMMA = (
    Begrotingsoort.LASTEN,
    Begrotingsoort.BATEN,
    Begrotingsoort.SALDO,
    Begrotingsoort.GEREALISEERD,
    Begrotingsoort.PROGNOSE,
)
_SOORTEN_TAAKVELD = (Begrotingsoort.REKENING, Begrotingsoort.BEGROTING)


def _columns(onderdeel: str, soorten: Sequence[str]) -> tuple[Kolom, ...]:
    return (
        Kolom(onderdeel, max_lengte=10),
        Kolom("omschrijving", max_lengte=120),
        Kolom("soort", een_van([str(soort) for soort in soorten])),
        Kolom("jaar", jaar),
        Kolom("bedrag_x1000", geheel),
        Kolom("bron", max_lengte=120),
    )


def programma_van_taakveld(code: str) -> str:
    """The programme of a taakveld: 6.71 belongs to 6."""
    return code.partition(".")[0]


def taakveld_van_subtaakveld(code: str) -> str:
    """The taakveld of a part: 6.10.3 belongs to 6.1."""
    first, second, _ = code.split(".", 2)
    return f"{first}.{second[0]}"


def _known_codes(rijen: Sequence[Rij]) -> Iterator[Regelfout]:
    known = set(Taakveld.objects.values_list("code", flat=True))
    for rij in rijen:
        if rij["taakveld"] not in (TOTAAL, *known):
            yield Regelfout(rij.regel, f"taakveld '{rij['taakveld']}' kennen we niet")


def _known_parts(rijen: Sequence[Rij]) -> Iterator[Regelfout]:
    for rij in rijen:
        code = rij["subtaakveld"]
        if code != TOTAAL and not _SUBTAAKVELD.fullmatch(code):
            yield Regelfout(rij.regel, f"subtaakveld '{code}' is niet van de vorm 6.10.0")


def _signs(rijen: Sequence[Rij]) -> Iterator[Regelfout]:
    for rij in rijen:
        if rij["soort"] == Begrotingsoort.LASTEN and rij["bedrag_x1000"] > 0:
            yield Regelfout(rij.regel, "lasten horen negatief te zijn")
        if rij["soort"] == Begrotingsoort.BATEN and rij["bedrag_x1000"] < 0:
            yield Regelfout(rij.regel, "baten horen positief te zijn")


def _one_programme(onderdeel: str, van: Callable[[str], str]) -> Callable[..., Iterator[Regelfout]]:
    def check(rijen: Sequence[Rij]) -> Iterator[Regelfout]:
        parts = [rij for rij in rijen if rij[onderdeel] != TOTAAL]
        if not parts:
            yield Regelfout(rijen[0].regel, "er staan alleen totalen in, geen onderdelen")
            return
        first = van(parts[0][onderdeel])
        for rij in parts:
            if van(rij[onderdeel]) != first:
                yield Regelfout(
                    rij.regel, f"hoort niet bij {first}: zet elk programma in een eigen bestand"
                )

    return check


def _differences(rijen: Sequence[Rij], onderdeel: str) -> Iterator[tuple[Rij, int, int, float]]:
    """Every printed total with its own sum, the difference, and what rounding can explain."""
    sums: dict[tuple[str, int], list[int]] = defaultdict(list)
    for rij in rijen:
        if rij[onderdeel] != TOTAAL:
            sums[rij["soort"], rij["jaar"]].append(rij["bedrag_x1000"])
    for rij in rijen:
        parts = sums.get((rij["soort"], rij["jaar"]))
        if rij[onderdeel] == TOTAAL and parts:
            yield rij, sum(parts), rij["bedrag_x1000"] - sum(parts), len(parts) / 2


def _balances(rijen: Sequence[Rij], onderdeel: str) -> Iterator[tuple[Rij, int, int, float]]:
    """Every printed saldo beside its own lasten and baten."""
    amounts = {
        (rij[onderdeel], rij["jaar"], rij["soort"]): rij["bedrag_x1000"]
        for rij in rijen
        if rij[onderdeel] != TOTAAL
    }
    for rij in rijen:
        if rij["soort"] != Begrotingsoort.SALDO or rij[onderdeel] == TOTAAL:
            continue
        costs = amounts.get((rij[onderdeel], rij["jaar"], Begrotingsoort.LASTEN))
        if costs is not None:
            income = amounts.get((rij[onderdeel], rij["jaar"], Begrotingsoort.BATEN), 0)
            yield rij, costs + income, rij["bedrag_x1000"] - costs - income, 1.0


def _too_far(onderdeel: str) -> Callable[[Sequence[Rij]], Iterator[Regelfout]]:
    def check(rijen: Sequence[Rij]) -> Iterator[Regelfout]:
        for found in (_differences(rijen, onderdeel), _balances(rijen, onderdeel)):
            for rij, own, difference, slack in found:
                if abs(difference) > slack:
                    yield Regelfout(
                        rij.regel,
                        f"{rij['soort']} {rij['jaar']} is {rij['bedrag_x1000']}, maar de "
                        f"onderdelen tellen op tot {own}. Dat is meer dan afronding verklaart",
                    )

    return check


def _rounded(onderdeel: str) -> Callable[[Sequence[Rij]], Iterator[str]]:
    def remark(rijen: Sequence[Rij]) -> Iterator[str]:
        for rij, own, difference, _ in _differences(rijen, onderdeel):
            if difference:
                yield (
                    f"regel {rij.regel}: het gedrukte totaal {rij['soort']} {rij['jaar']} is "
                    f"{rij['bedrag_x1000']}, de som is {own} (verschil {difference}, afronding). "
                    "Het gedrukte totaal blijft staan."
                )

    return remark


def _all(*checks: Callable[..., Iterator[Regelfout]]) -> Callable[..., Iterator[Regelfout]]:
    def check(rijen: Sequence[Rij]) -> Iterator[Regelfout]:
        for one in checks:
            yield from one(rijen)

    return check


def _save(onderdeel: str, van: Callable[[str], str]) -> Callable[[Sequence[Rij], Invoer], Telling]:
    def save(rijen: Sequence[Rij], invoer: Invoer) -> Telling:
        programme = next(van(rij[onderdeel]) for rij in rijen if rij[onderdeel] != TOTAAL)
        return store_budget(
            (
                {
                    "programma": programme,
                    "onderdeel": rij[onderdeel],
                    "omschrijving": rij["omschrijving"],
                    "soort": rij["soort"],
                    "jaar": rij["jaar"],
                    "bedrag": rij["bedrag_x1000"] * DUIZEND_EURO,
                    "bron": rij["bron"],
                    "volgorde": rij.regel,
                }
                for rij in rijen
            ),
            invoer,
        )

    return save


PROGRAMMA = Indeling(
    "begroting per taakveld",
    kolommen=_columns("taakveld", _SOORTEN_PROGRAMMA),
    sleutel=("taakveld", "soort", "jaar", "bron"),
    controleer=_all(
        _known_codes,
        _signs,
        _one_programme("taakveld", programma_van_taakveld),
        _too_far("taakveld"),
    ),
    waarschuw=_rounded("taakveld"),
    bewaar=_save("taakveld", programma_van_taakveld),
)
TAAKVELD = Indeling(
    "begroting per subtaakveld",
    kolommen=_columns("subtaakveld", _SOORTEN_TAAKVELD),
    sleutel=("subtaakveld", "soort", "jaar", "bron"),
    controleer=_all(
        _known_parts,
        _one_programme("subtaakveld", taakveld_van_subtaakveld),
        _too_far("subtaakveld"),
    ),
    waarschuw=_rounded("subtaakveld"),
    bewaar=_save("subtaakveld", taakveld_van_subtaakveld),
)
registreer(Importer("begroting", "Begroting", recht=INLEZEN, indelingen=(PROGRAMMA, TAAKVELD)))
