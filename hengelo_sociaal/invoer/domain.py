"""Taking a file in: all or nothing."""

import datetime as dt
import uuid
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db import transaction

from hengelo_sociaal.invoer.controle import choose_layout, doubles, read_lines, unread_columns
from hengelo_sociaal.invoer.exceptions import InvoerGeweigerd, OnleesbaarBestand, Regelfout
from hengelo_sociaal.invoer.kolommen import CelFout
from hengelo_sociaal.invoer.lezen import is_geojson, read_geojson, read_table
from hengelo_sociaal.invoer.register import Importer, Indeling, Invoer, Rij, Telling, find_importer
from hengelo_sociaal.kern.beperkingen import operation
from hengelo_sociaal.kern.fouten import Verouderd
from hengelo_sociaal.logboek.domain import log_change
from hengelo_sociaal.medewerkers.models import Medewerker
from hengelo_sociaal.medewerkers.rechten import toets

_NAMESPACE = uuid.UUID("0b6f1c0e-6a35-4f7e-9a3c-3c7a1d5b9e42")


@dataclass(frozen=True)
class Verslag:
    """What happened to a file, or with `proef` what would happen."""

    soort: str
    indeling: str
    regels: int
    telling: Telling
    waarschuwingen: tuple[str, ...]
    proef: bool

    @property
    def samenvatting(self) -> str:
        """One Dutch sentence for a person."""
        counted = self.telling
        read = f"{self.regels} {'regel' if self.regels == 1 else 'regels'} gelezen"
        if not counted.verandert:
            return f"{read}. Er verandert niets: alles stond er al zo in."
        start = "Proef: " if self.proef else ""
        return (
            f"{start}{read}: {counted.nieuw} nieuw, "
            f"{counted.gewijzigd} gewijzigd, {counted.gelijk} ongewijzigd."
        )


def _no_progress(lines: int) -> None:
    """Nobody is looking."""


def import_file(
    *,
    soort: str,
    inhoud: bytes,
    naam: str,
    by: Medewerker,
    at: dt.datetime,
    proef: bool = False,
    gezien: str | None = None,
    voortgang: Callable[[int], object] = _no_progress,
) -> Verslag:
    """Take a file in, all of it or nothing; `proef` reports and changes nothing.

    Refused with OnbekendeSoort, GeenRecht, OnleesbaarBestand, or InvoerGeweigerd that
    holds every bad line with its reason, and with Verouderd when it would change something else
    than was looked at (`gezien`, the print of the count of the trial). A second time the same
    file changes nothing, and writes nothing in the log.
    """
    importer = find_importer(soort)
    toets(by, importer.recht)
    layout, lines, notes = _read(importer, inhoud, naam)
    with operation():
        counted = layout.bewaar(lines, Invoer(by=by, at=at, voortgang=voortgang))
        if gezien and gezien != counted.afdruk:
            raise Verouderd(
                "Een collega heeft intussen iets gewijzigd. Hieronder staat wat het bestand nu "
                "zou veranderen. Kijk het na en kies opnieuw."
            )
        if proef:
            transaction.set_rollback(True)
        elif counted.verandert:
            _log(soort, naam, layout, counted, by, at)
    return Verslag(soort, layout.naam, len(lines), counted, notes, proef)


def _read(
    importer: Importer, inhoud: bytes, naam: str
) -> tuple[Indeling, list[Rij], tuple[str, ...]]:
    if is_geojson(naam):
        return _read_map(importer, inhoud)
    sheet = read_table(inhoud, naam)
    layout = choose_layout(importer, sheet.koppen)
    lines = read_lines(layout, sheet)
    unread = [
        f"De kolom '{kop}' wordt niet gelezen." for kop in unread_columns(layout, sheet.koppen)
    ]
    return layout, lines, (*unread, *layout.waarschuw(lines))


def _read_map(importer: Importer, inhoud: bytes) -> tuple[Indeling, list[Rij], tuple[str, ...]]:
    layout = importer.geojson
    if layout is None:
        raise OnleesbaarBestand(f"'{importer.naam}' leest geen kaarten, alleen CSV en XLSX.")
    lines: list[Rij] = []
    faults: list[Regelfout] = []
    for number, feature in enumerate(read_geojson(inhoud), start=1):
        geometry = {"geometrie": feature.get("geometry")}
        values, wrong = _read_feature(layout, feature.get("properties") or {})
        faults.extend(Regelfout(number, reason) for reason in wrong)
        lines.append(Rij(number, values | geometry))
    faults.extend(doubles(layout, lines) if not faults else ())
    faults.extend(layout.controleer(lines) if not faults else ())
    if faults:
        raise InvoerGeweigerd(faults)
    return layout, lines, tuple(layout.waarschuw(lines))


def _read_feature(layout: Indeling, properties: dict[str, Any]) -> tuple[dict[str, Any], list[str]]:
    """What stands at an area, and every reason why that cannot be read."""
    values: dict[str, Any] = {}
    wrong: list[str] = []
    for kolom in layout.kolommen:
        try:
            values[kolom.naam] = kolom.read(properties.get(kolom.naam))
        except CelFout as fault:
            wrong.append(str(fault))
    return values, wrong


def _log(
    soort: str, naam: str, layout: Indeling, counted: Telling, by: Medewerker, at: dt.datetime
) -> None:
    log_change(
        by=by,
        handeling="bestand ingelezen",
        soort="invoer",
        object_id=uuid.uuid5(_NAMESPACE, soort),
        at=at,
        wijziging={
            "soort": soort,
            "indeling": layout.naam,
            "bestand": naam[-120:],
            "nieuw": counted.nieuw,
            "gewijzigd": counted.gewijzigd,
            "ongewijzigd": counted.gelijk,
        },
    )
