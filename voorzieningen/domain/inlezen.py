"""Loading a catalogue from rows of text: all or nothing, and a second time changes nothing.

The columns are those of bestanden/voorzieningen.csv; a list in a cell is separated by `|`.
"""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from hengelo_sociaal.gebieden.models import Wijk
from hengelo_sociaal.kern.beperkingen import operation
from hengelo_sociaal.kern.fouten import DomeinFout
from hengelo_sociaal.medewerkers.models import Medewerker
from hengelo_sociaal.medewerkers.rechten import toets
from hengelo_sociaal.waarden.models import Leefgebied, Wet
from voorzieningen.domain.gegevens import VoorzieningGegevens, differences, gegevens_of
from voorzieningen.domain.voorzieningen import change_voorziening, create_voorziening
from voorzieningen.exceptions import OngeldigBestand
from voorzieningen.models import Doelgroep, Locatie, Organisatie, Voorziening
from voorzieningen.rechten import SCHRIJVEN

Rij = Mapping[str, str]
VERPLICHT = ("code", "naam", "omschrijving", "soort", "vorm", "leefgebieden")


@dataclass
class Inleesverslag:
    """What loading did, or would do: counts, and per refused line the reason."""

    nieuw: int = 0
    gewijzigd: int = 0
    gelijk: int = 0
    fouten: list[tuple[int, str]] = field(default_factory=list)


@dataclass(frozen=True)
class _Bekend:
    """The codes that a row may use."""

    organisaties: dict[str, Organisatie]
    locaties: dict[tuple[str, str], Locatie]
    codes: dict[str, set[str]]


class _OnbekendeWaarde(ValueError):
    """A cell that cannot be read; the message says which and why."""


def load_voorzieningen(
    *,
    rijen: Sequence[Rij],
    by: Medewerker,
    at: dt.datetime,
    op: dt.date,
    regels: Sequence[int] | None = None,
    voortgang: Callable[[int], object] = lambda lines: None,
) -> Inleesverslag:
    """Add or change provisions by their code; `op` is the first day of what has no date.

    `regels` are the line numbers in the file (from 2 on when absent). Refused
    with GeenRecht, and with OngeldigBestand (every bad line with its reason) when one row
    cannot be right: then nothing is kept.
    """
    toets(by, SCHRIJVEN)
    verslag = Inleesverslag()
    with operation():
        known = _known()
        existing = {
            each.code: each
            for each in Voorziening.objects.prefetch_related(
                "leefgebieden", "wetten", "doelgroepen", "wijken", "locaties"
            )
        }
        for line, rij in zip(regels or range(2, len(rijen) + 2), rijen, strict=True):
            try:
                _load_row(rij, known, existing, verslag, by=by, at=at, op=op)
            except _OnbekendeWaarde as error:
                verslag.fouten.append((line, str(error)))
            except DomeinFout as error:
                verslag.fouten.append((line, _sentence(error)))
            voortgang(1)
        if verslag.fouten:
            raise OngeldigBestand(verslag.fouten)
    return verslag


def load_organisaties(*, rijen: Sequence[Rij], by: Medewerker) -> None:
    """Add the organisations (code, naam, soort, bron) that are not there yet."""
    toets(by, SCHRIJVEN)
    with operation():
        Organisatie.objects.bulk_create(
            [Organisatie(**rij) for rij in rijen], ignore_conflicts=True
        )


def load_locaties(*, rijen: Sequence[Rij], by: Medewerker) -> None:
    """Add the locations (organisatie, naam, buurt, bron) that are not there yet."""
    toets(by, SCHRIJVEN)
    with operation():
        organisaties = {each.code: each for each in Organisatie.objects.all()}
        Locatie.objects.bulk_create(
            [
                Locatie(
                    organisatie=organisaties[rij["organisatie"]],
                    naam=rij["naam"],
                    buurt_id=rij["buurt"] or None,
                    bron=rij["bron"],
                )
                for rij in rijen
            ],
            ignore_conflicts=True,
        )


def _known() -> _Bekend:
    locaties = Locatie.objects.select_related("organisatie")
    return _Bekend(
        organisaties={each.code: each for each in Organisatie.objects.all()},
        locaties={(each.organisatie.code, each.naam): each for each in locaties},
        codes={
            "leefgebieden": set(Leefgebied.objects.values_list("code", flat=True)),
            "wetten": set(Wet.objects.values_list("code", flat=True)),
            "doelgroepen": set(Doelgroep.objects.values_list("code", flat=True)),
            "wijken": set(Wijk.objects.values_list("code", flat=True)),
        },
    )


def _load_row(
    rij: Rij,
    known: _Bekend,
    existing: dict[str, Voorziening],
    verslag: Inleesverslag,
    *,
    by: Medewerker,
    at: dt.datetime,
    op: dt.date,
) -> None:
    missing = [name for name in VERPLICHT if not rij.get(name, "").strip()]
    if missing:
        raise _OnbekendeWaarde(f"niet ingevuld: {', '.join(missing)}")
    now = existing.get(rij["code"])
    gegevens = _data(rij, known, van=now.geldig_van if now else op)
    if now:
        gegevens = _with_what_is_not_in_the_file(gegevens, now, rij)
    if now is None:
        existing[rij["code"]] = create_voorziening(gegevens=gegevens, by=by, at=at)
        verslag.nieuw += 1
    elif differences(now, gegevens):
        change_voorziening(voorziening=now, gegevens=gegevens, by=by, at=at)
        verslag.gewijzigd += 1
    else:
        verslag.gelijk += 1


def _with_what_is_not_in_the_file(
    gegevens: VoorzieningGegevens, now: Voorziening, rij: Rij
) -> VoorzieningGegevens:
    """A column that the file does not have leaves what is there."""
    kept = vars(gegevens_of(now))
    return replace(gegevens, **{name: kept[name] for name in kept if name not in rij})


def _data(rij: Rij, known: _Bekend, *, van: dt.date) -> VoorzieningGegevens:
    cell = {name: (text or "").strip() for name, text in rij.items()}.get
    organisatie = cell("organisatie", "")
    if organisatie and organisatie not in known.organisaties:
        raise _OnbekendeWaarde(f"onbekende organisatie: {organisatie}")
    values: dict[str, Any] = {name: cell(name, "") for name in _TEXTS}
    values |= {name: _codes(cell(name, ""), name, known) for name in known.codes}
    return VoorzieningGegevens(
        **values,
        gefinancierd=cell("gefinancierd", "ja") != "nee",
        preventieniveau=cell("preventieniveau") or None,
        leeftijd_van=_number(cell("leeftijd_van", ""), "leeftijd_van"),
        leeftijd_tot=_number(cell("leeftijd_tot", ""), "leeftijd_tot"),
        organisatie=known.organisaties.get(organisatie),
        locaties=list(_places(cell("locaties", ""), organisatie, known)),
        leveringsvormen=_parts(cell("leveringsvormen", "")),
        wachttijd_dagen=_number(cell("wachttijd_dagen", ""), "wachttijd_dagen"),
        plaatsen=_number(cell("plaatsen", ""), "plaatsen"),
        geldig_van=_date(cell("geldig_van", ""), "geldig_van") or van,
        geldig_tot=_date(cell("geldig_tot", ""), "geldig_tot"),
        gecontroleerd_op=_date(cell("gecontroleerd_op", ""), "gecontroleerd_op"),
    )


_TEXTS = (
    "code",
    "naam",
    "omschrijving",
    "soort",
    "vorm",
    "aanmelden",
    "kosten",
    "wanneer",
    "productcategorie",
    "productcode",
    "bron",
    "zoekwoorden",
)


def _parts(text: str) -> list[str]:
    return [part.strip() for part in text.split("|") if part.strip()]


def _codes(text: str, name: str, known: _Bekend) -> list[str]:
    codes = _parts(text)
    unknown = [code for code in codes if code not in known.codes[name]]
    if unknown:
        raise _OnbekendeWaarde(f"onbekend bij {name}: {', '.join(unknown)}")
    return codes


def _places(text: str, organisatie: str, known: _Bekend) -> Iterator[Locatie]:
    for name in _parts(text):
        if (organisatie, name) not in known.locaties:
            raise _OnbekendeWaarde(f"onbekende locatie: {name}")
        yield known.locaties[organisatie, name]


def _number(text: str, name: str) -> int | None:
    if text and not text.isdecimal():
        raise _OnbekendeWaarde(f"geen heel getal bij {name}: {text}")
    return int(text) if text else None


def _date(text: str, name: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(text) if text else None
    except ValueError as error:
        raise _OnbekendeWaarde(f"geen datum (jjjj-mm-dd) bij {name}: {text}") from error


def _sentence(error: DomeinFout) -> str:
    fields = [f"{name}: {text}" for name, text in error.velden.items()]
    return "; ".join(fields) or error.melding
