"""A term in days, weeks, months or years, with what the law lets happen to it on the way."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from hengelo_sociaal.termijnen.exceptions import OpschortingOnmogelijk
from hengelo_sociaal.termijnen.rekenen.duur import Duur, shift
from hengelo_sociaal.termijnen.rekenen.feestdagen import Kalender
from hengelo_sociaal.termijnen.rekenen.opschuiven import roll_atw, roll_eu, roll_forward
from hengelo_sociaal.termijnen.rekenen.regel import Berekening, Regel, Stap, Stilstand, Uitstel
from hengelo_sociaal.termijnen.rekenen.soorten import Eenheid, Soort, Telling, Verlengwijze
from hengelo_sociaal.termijnen.rekenen.tekst import in_woorden, met_hoofdletter
from hengelo_sociaal.termijnen.rekenen.toetsen import check_uitstel, verlengregel
from hengelo_sociaal.termijnen.rekenen.uitleg import geen_werkdag, start_stap
from hengelo_sociaal.termijnen.rekenen.werkdagen import laatste_werkdag


@dataclass(slots=True)
class _Loop:
    """A term on its way to its end: `dag` is its last day before it moves over a holiday."""

    regel: Regel
    start: date
    kalender: Kalender
    dag: date
    stappen: list[Stap]
    zelf_gesteld: bool = False
    toegezegd: date | None = None
    voorstel: date | None = None
    waarschuwingen: list[str] = field(default_factory=list)

    def end(self) -> tuple[date, list[Stap]]:
        """Return where the term would end now, with the steps that explain it."""
        if self.zelf_gesteld:
            zin = "De termijn loopt tot en met deze dag. Een zelf genoemde termijn schuift niet op."
            return self.dag, [Stap(self.dag, zin)]
        if self.regel.telling is Telling.ATW:
            return roll_atw(self.start, self.dag, self.regel.duur, self.kalender)
        if self.regel.telling is Telling.EU:
            return roll_eu(self.dag)
        if self.regel.soort is Soort.WACHTTIJD:
            zin = "Vanaf deze dag mag het. Een wachttijd schuift niet op."
        else:
            zin = "De termijn loopt tot en met deze dag. Deze termijn schuift niet op."
        return self.dag, [Stap(self.dag, zin)]

    def stand_still(self, stilstand: Stilstand) -> None:
        """Move the end by the days of a suspension that begins within the term.

        When it begins in the days that the Atw added, those days run on afterwards too.
        """
        einde, _ = self.end()
        if stilstand.van > einde:
            raise OpschortingOnmogelijk(
                f"De laatste dag van de termijn is {in_woorden(einde)}. Een opschorting die op "
                f"{in_woorden(stilstand.van)} begint, is te laat.",
                velden={"opgeschortVan": "Deze dag ligt na het einde van de termijn."},
            )
        if stilstand.dagen == 0:
            return
        if stilstand.van > self.dag:
            self.dag = einde
        self.dag = shift(self.dag, Duur(stilstand.dagen, Eenheid.DAGEN))
        self.stappen += _stilstand_stappen(self.regel, stilstand, self.dag)

    def extend(self, uitstel: Uitstel) -> None:
        """Move the end by an extension, or only note the date that the applicant is told.

        A statutory extension counts on from the day before it moved over a holiday; a term
        that the college names itself follows on the end as it stands.
        """
        mag = verlengregel(self.regel)
        basis = self.dag if mag.wijze is Verlengwijze.WETTELIJK else self.end()[0]
        nieuw = shift(basis, uitstel.duur)
        zin = f"Verlengd met {uitstel.duur}: {in_woorden(nieuw)} ({mag.artikel})."
        if mag.wijze is Verlengwijze.MEEDELING:
            self.toegezegd = nieuw
            zin = (
                f"De aanvrager kreeg bericht dat het besluit uiterlijk komt op "
                f"{in_woorden(nieuw)} ({mag.artikel}). De wettelijke einddatum blijft staan."
            )
        else:
            self.dag = nieuw
            self.zelf_gesteld = mag.wijze is Verlengwijze.ZELF_GESTELD
        if mag.wijze is not Verlengwijze.WETTELIJK:
            self._warn(nieuw, basis)
        dag = uitstel.kennisgeving or (self.dag if self.toegezegd is None else self.start)
        self.stappen.append(Stap(dag, zin))

    def _warn(self, dag: date, basis: date) -> None:
        uitzondering = self.kalender.uitzondering(dag)
        if uitzondering is None:
            return
        voorstel = laatste_werkdag(dag, self.kalender)
        if voorstel <= basis:
            voorstel, _ = roll_forward(dag, self.kalender.uitzondering)
        self.voorstel = voorstel
        self.waarschuwingen.append(geen_werkdag(uitzondering, voorstel))


def count_calendar(
    regel: Regel,
    start: date,
    kalender: Kalender,
    stilstanden: Sequence[Stilstand],
    uitstel: Sequence[Uitstel],
    herhaling: int,
) -> Berekening:
    """Return the end of a calendar term; `stilstanden` come in order and do not overlap."""
    dag = shift(start, regel.duur.maal(herhaling))
    check_uitstel(regel, uitstel, dag)
    loop = _Loop(regel, start, kalender, dag, [start_stap(regel, start)])
    loop.stappen.append(_eerste_einde(regel, dag, herhaling))
    oorspronkelijk, _ = loop.end()
    _run(loop, stilstanden, list(uitstel))
    einde, slot = loop.end()
    return Berekening(
        regel=regel,
        start=start,
        einddatum=einde,
        oorspronkelijk=oorspronkelijk,
        streefdatum=_streefdatum(loop, einde),
        toegezegd=loop.toegezegd,
        voorstel=loop.voorstel,
        stappen=(*loop.stappen, *slot),
        waarschuwingen=tuple(loop.waarschuwingen),
    )


def _run(loop: _Loop, stilstanden: Sequence[Stilstand], uitstel: list[Uitstel]) -> None:
    """Apply suspensions in order; an extension first where only it makes room for one."""
    for stilstand in stilstanden:
        while uitstel and stilstand.van > loop.end()[0]:
            loop.extend(uitstel.pop(0))
        loop.stand_still(stilstand)
    for een in uitstel:
        loop.extend(een)


def _eerste_einde(regel: Regel, dag: date, herhaling: int) -> Stap:
    if herhaling > 1:
        zin = f"De {herhaling}e keer is {herhaling} x {regel.duur} later: {in_woorden(dag)}."
    else:
        zin = f"{met_hoofdletter(str(regel.duur))} later is {in_woorden(dag)}."
    return Stap(dag, zin)


def _stilstand_stappen(regel: Regel, stilstand: Stilstand, dag: date) -> list[Stap]:
    if stilstand.grond is not None:
        reden, artikel = f": {stilstand.grond.label}", stilstand.grond.artikel
    else:
        reden, artikel = "", regel.opschorting.artikel if regel.opschorting else regel.bron
    dagen = Duur(stilstand.dagen, Eenheid.DAGEN)
    zin = (
        f"De termijn staat stil van {in_woorden(stilstand.van)} tot en met "
        f"{in_woorden(stilstand.tot_en_met)}{reden} ({artikel}). Dat is {dagen}."
    )
    return [
        Stap(stilstand.van, zin),
        Stap(dag, f"De einddatum schuift {dagen} op, naar {in_woorden(dag)}."),
    ]


def _streefdatum(loop: _Loop, einde: date) -> date | None:
    """Return the last working day before the holidays for a payment that people wait for."""
    if loop.regel.soort is not Soort.BETAALTERMIJN or einde == loop.dag:
        return None
    return laatste_werkdag(loop.dag, loop.kalender)
