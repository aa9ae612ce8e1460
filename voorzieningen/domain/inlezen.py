"""Loading a catalogue from rows of text: all or nothing, and a second time changes nothing.

The columns are those of bestanden/voorzieningen.csv; a list in a cell is separated by `|`. A
place stands there by its name; one of another organisation than that of the row by its name and
the code of its organisation, as "Buurthuis (wijkracht)". A `versie` tells which version of the
provision the file was made of: what a colleague changed since then stays.
"""

import datetime as dt
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar

from hengelo_sociaal.gebieden.models import Wijk
from hengelo_sociaal.invoer.kolommen import CelFout, datum, een_van, geheel
from hengelo_sociaal.kern.beperkingen import operation
from hengelo_sociaal.kern.fouten import DomeinFout
from hengelo_sociaal.medewerkers.models import Medewerker
from hengelo_sociaal.medewerkers.rechten import toets
from hengelo_sociaal.waarden.models import Leefgebied, Wet
from voorzieningen.domain.gegevens import (
    LIJSTEN,
    VoorzieningGegevens,
    as_json,
    differences,
    gegevens_of,
)
from voorzieningen.domain.intussen import Intussen
from voorzieningen.domain.voorzieningen import (
    change_voorziening,
    create_voorziening,
    require_right,
)
from voorzieningen.enums import Leveringsvorm, Preventieniveau, Soort, Vorm
from voorzieningen.exceptions import OngeldigBestand
from voorzieningen.models import Doelgroep, Locatie, Organisatie, Voorziening
from voorzieningen.rechten import SCHRIJVEN

Rij = Mapping[str, str]
_Gelezen = TypeVar("_Gelezen")
VERPLICHT = ("code", "naam", "omschrijving", "soort", "vorm", "leefgebieden")


@dataclass
class Inleesverslag:
    """What loading did, or would do: counts, and per refused line the reason.

    `verandert` holds the name of what changes with what it was (empty when new) and becomes.
    """

    nieuw: int = 0
    gewijzigd: int = 0
    gelijk: int = 0
    verandert: list[tuple[str, Mapping[str, Any], Mapping[str, Any]]] = field(default_factory=list)
    fouten: list[tuple[int, str]] = field(default_factory=list)


@dataclass(frozen=True)
class _Bekend:
    """The codes that a row may use."""

    organisaties: dict[str, Organisatie]
    locaties: dict[tuple[str, str], Locatie]
    codes: dict[str, set[str]]


class _FouteRij(Exception):
    """A row that cannot be taken in, with every reason."""

    def __init__(self, redenen: Sequence[str]) -> None:
        self.redenen = list(redenen)
        super().__init__("; ".join(redenen))


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
    with GeenRecht, and with OngeldigBestand (every bad line with all its reasons) when one
    row cannot be right: then nothing is kept.
    """
    toets(by, SCHRIJVEN)
    verslag = Inleesverslag()
    with operation():
        known = _known()
        existing = _existing(rijen)
        since = Intussen.read(existing.values())
        first: dict[str, int] = {}
        for line, rij in zip(regels or range(2, len(rijen) + 2), rijen, strict=True):
            reader = _Lezer(rij, known)
            reader.require_first_of(first, line)
            try:
                _load_row(reader, existing, since, verslag, by=by, at=at, op=op)
            except _FouteRij as wrong:
                verslag.fouten.extend((line, reason) for reason in wrong.redenen)
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


def place_in_file(locatie: Locatie, organisatie: Organisatie | None) -> str:
    """How a place stands in the row of a provision of an organisation, or of none."""
    own = organisatie is not None and locatie.organisatie_id == organisatie.pk
    return locatie.naam if own else f"{locatie.naam} ({locatie.organisatie.code})"


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


def _existing(rijen: Sequence[Rij]) -> dict[str, Voorziening]:
    """The provisions of these rows as they are now; who else changes one waits for the file.

    So what the file does not speak of stays as a colleague left it just before.
    """
    codes = {_text(rij, "code") for rij in rijen}
    rows = Voorziening.objects.select_for_update(of=("self",), no_key=True).order_by("pk")
    related = rows.select_related("organisatie", "eigenaar").prefetch_related(*LIJSTEN)
    return {each.code: each for each in related.filter(code__in=codes)}


def _load_row(
    reader: "_Lezer",
    existing: dict[str, Voorziening],
    since: Intussen,
    verslag: Inleesverslag,
    *,
    by: Medewerker,
    at: dt.datetime,
    op: dt.date,
) -> None:
    now = existing.get(reader.code)
    gegevens = reader.read(van=now.geldig_van if now else op)
    if now:
        gegevens = _with_what_is_not_in_the_file(gegevens, now, reader.rij)
        gegevens = reader.beside(since, now, gegevens)
    if reader.fouten:
        rules = _broken_rules(gegevens, now, but=reader.ongelezen)
        raise _FouteRij([*reader.fouten, *rules])
    try:
        if now is None:
            existing[reader.code] = create_voorziening(gegevens=gegevens, by=by, at=at)
            verslag.nieuw += 1
            verslag.verandert.append((gegevens.naam, {}, as_json(gegevens)))
        elif differences(now, gegevens):
            verslag.verandert.append((now.naam, as_json(gegevens_of(now)), as_json(gegevens)))
            change_voorziening(voorziening=now, gegevens=gegevens, by=by, at=at)
            verslag.gewijzigd += 1
        else:
            verslag.gelijk += 1
    except DomeinFout as refusal:
        raise _FouteRij(_reasons(refusal)) from refusal


def _with_what_is_not_in_the_file(
    gegevens: VoorzieningGegevens, now: Voorziening, rij: Rij
) -> VoorzieningGegevens:
    """A column that the file does not have leaves what is there."""
    kept = vars(gegevens_of(now))
    return replace(gegevens, **{name: kept[name] for name in kept if name not in rij})


def _broken_rules(
    gegevens: VoorzieningGegevens, now: Voorziening | None, *, but: set[str]
) -> list[str]:
    """What else is wrong with a row of which some cells could not be read."""
    try:
        require_right(gegevens, voorziening=now, exclude=but)
    except DomeinFout as refusal:
        return _reasons(refusal)
    return []


def _reasons(refusal: DomeinFout) -> list[str]:
    """A sentence per field, and the one about the whole where that says more."""
    reasons = [f"kolom '{name}': {text}" for name, text in refusal.velden.items()]
    if not reasons or refusal.melding != type(refusal).melding:
        reasons.append(refusal.melding)
    return reasons


class _Lezer:
    """Reads the cells of one row; what cannot be read is remembered, each with its reason."""

    def __init__(self, rij: Rij, known: _Bekend) -> None:
        self.rij = rij
        self.known = known
        self.fouten: list[str] = []
        self.ongelezen: set[str] = set()
        self.code = self._cell("code")

    def require_first_of(self, first: dict[str, int], line: int) -> None:
        """Two lines of one file do not both say how a provision is."""
        before = first.setdefault(self.code, line)
        if self.code and before != line:
            self._refuse("code", f"dubbel: dezelfde code als regel {before}")

    def read(self, *, van: dt.date) -> VoorzieningGegevens:
        """All that the row says; complete only as long as there are no faults."""
        missing = [name for name in VERPLICHT if not self._cell(name)]
        if missing:
            self._refuse(*missing, f"niet ingevuld: {', '.join(missing)}")
        values: dict[str, Any] = {name: self._cell(name) for name in _TEXTS}
        values |= {name: self._word(name, words) or "" for name, words in _WOORDEN.items()}
        values |= {name: self._codes(name, codes) for name, codes in self.known.codes.items()}
        return VoorzieningGegevens(
            **values,
            gefinancierd=self._word("gefinancierd", ("ja", "nee")) != "nee",
            preventieniveau=self._word("preventieniveau", Preventieniveau.values),
            leeftijd_van=self._read("leeftijd_van", geheel),
            leeftijd_tot=self._read("leeftijd_tot", geheel),
            organisatie=self._organisation(),
            locaties=list(self._places()),
            leveringsvormen=self._codes("leveringsvormen", Leveringsvorm.values),
            wachttijd_dagen=self._read("wachttijd_dagen", geheel),
            plaatsen=self._read("plaatsen", geheel),
            geldig_van=self._read("geldig_van", datum) or van,
            geldig_tot=self._read("geldig_tot", datum),
            gecontroleerd_op=self._read("gecontroleerd_op", datum),
        )

    def beside(
        self, since: Intussen, now: Voorziening, gegevens: VoorzieningGegevens
    ) -> VoorzieningGegevens:
        """The row beside what was changed since the file was made, when it says when that was."""
        version = self._read("versie", geheel)
        if version is None or self.fouten:
            return gegevens
        if not since.is_version(now, version):
            self._refuse("versie", f"kolom 'versie': versie {version} is er niet. {_FETCH_AGAIN}")
            return gegevens
        together, clashes = since.beside(now, version, gegevens)
        for name, (theirs, mine) in clashes.items():
            self._refuse(
                name,
                f"kolom '{name}': een collega maakte hier intussen '{theirs}' van, in uw bestand "
                f"staat '{mine}'. {_FETCH_AGAIN}",
            )
        return together

    def _cell(self, name: str) -> str:
        return _text(self.rij, name)

    def _refuse(self, *names_and_reason: str) -> None:
        *names, reason = names_and_reason
        self.ongelezen.update(names)
        self.fouten.append(reason)

    def _word(self, name: str, words: Collection[str]) -> str | None:
        return self._read(name, een_van(words))

    def _codes(self, name: str, known: Collection[str]) -> list[str]:
        codes = _parts(self._cell(name))
        unknown = [code for code in codes if code not in known]
        if unknown:
            said, choice = ", ".join(unknown), ", ".join(sorted(known))
            self._refuse(name, f"kolom '{name}': '{said}' kennen we niet. Kies uit: {choice}")
        return codes

    def _organisation(self) -> Organisatie | None:
        code = self._cell("organisatie")
        if code and code not in self.known.organisaties:
            self._refuse("organisatie", f"kolom 'organisatie': '{code}' kennen we niet")
        return self.known.organisaties.get(code)

    def _places(self) -> Iterator[Locatie]:
        organisatie = self._cell("organisatie")
        if organisatie and organisatie not in self.known.organisaties:
            return  # whose places these are has been refused already
        for text in _parts(self._cell("locaties")):
            name, _, other = text.removesuffix(")").rpartition(" (")
            found = self.known.locaties.get((organisatie, text))
            found = found or self.known.locaties.get((other, name))
            if found:
                yield found
            else:
                self._refuse("locaties", f"kolom 'locaties': '{text}' {_NO_PLACE}")

    def _read(self, name: str, read: Callable[[str], _Gelezen]) -> _Gelezen | None:
        text = self._cell(name)
        try:
            return read(text) if text else None
        except CelFout as fault:
            self._refuse(name, f"kolom '{name}': {fault}")
            return None


_FETCH_AGAIN = (
    "Haal het bestand opnieuw op, of maak de cel 'versie' leeg om te laten gelden wat in uw "
    "bestand staat"
)
_NO_PLACE = (
    "is geen locatie van de organisatie. Bij een locatie van een andere organisatie hoort de "
    "code van die organisatie erachter, zoals: Buurthuis (wijkracht)"
)
_WOORDEN = {"soort": Soort.values, "vorm": Vorm.values}
_TEXTS = (
    "code",
    "naam",
    "omschrijving",
    "aanmelden",
    "kosten",
    "wanneer",
    "productcategorie",
    "productcode",
    "bron",
    "zoekwoorden",
)


def _text(rij: Rij, name: str) -> str:
    return (rij.get(name) or "").strip()


def _parts(text: str) -> list[str]:
    return [part.strip() for part in text.split("|") if part.strip()]
