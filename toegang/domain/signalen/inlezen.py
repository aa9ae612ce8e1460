"""Taking in the signals of creditors: matched to residents, one case for an address."""

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from hengelo_sociaal.kern.beperkingen import operation
from hengelo_sociaal.kern.geheim import fingerprint
from hengelo_sociaal.kern.nummers import next_numbers
from hengelo_sociaal.kern.tijd import dag_van
from hengelo_sociaal.logboek.domain import log_change
from hengelo_sociaal.medewerkers.models import Medewerker, Team
from hengelo_sociaal.medewerkers.queries import team_of_law
from hengelo_sociaal.medewerkers.rechten import toets
from hengelo_sociaal.termijnen.domain import build_termijn
from hengelo_sociaal.termijnen.models import Termijn, Termijnregel
from hengelo_sociaal.termijnen.queries import bereken_termijn, find_regel, kalender
from hengelo_sociaal.termijnen.rekenen.feestdagen import Kalender
from toegang.enums import SignaalzaakStatus
from toegang.models import Inwoner, Signaal, Signaalzaak
from toegang.queries.signalen import Adressleutel, Woonadressen, homes_at
from toegang.rechten import SIGNAAL_INLEZEN

OUDST = 400  # days: an older signal is no early signal any more
VERVANGBAAR = ("bedrag", "maanden", "telefoon", "email")


@dataclass(frozen=True, kw_only=True)
class Signaalregel:
    """One line of a file; `bedrag` in euro cents, `bsn` only to find somebody by."""

    soort: str
    melder: str
    kenmerk: str
    ontvangen_op: dt.date
    bedrag: int
    maanden: int
    geslachtsnaam: str
    huisnummer: int
    postcode: str
    toevoeging: str = ""
    straat: str = ""
    woonplaats: str = ""
    voorletters: str = ""
    geboortedatum: dt.date | None = None
    bsn: str = ""
    telefoon: str = ""
    email: str = ""

    @property
    def adres(self) -> Adressleutel:
        """By which the signals of one address are brought together."""
        return (self.postcode, self.huisnummer, self.toevoeging.upper())

    @property
    def naam(self) -> str:
        """The name as the creditor knows it."""
        return f"{self.voorletters} {self.geslachtsnaam}".strip()

    @property
    def sleutel(self) -> tuple[str, str, dt.date]:
        """By which a signal that was sent twice is recognised."""
        return (self.melder, self.kenmerk, self.ontvangen_op)


@dataclass(frozen=True)
class Ingelezen:
    """What a file changed."""

    nieuw: int
    gewijzigd: int
    gelijk: int


def day_refused(dag: dt.date, *, op: dt.date) -> str:
    """Why a signal cannot be of this day; empty when it can."""
    if dag > op:
        return "Deze dag moet nog komen."
    return "Dit signaal is te oud." if (op - dag).days > OUDST else ""


def load_signalen(
    *,
    regels: Sequence[Signaalregel],
    by: Medewerker,
    at: dt.datetime,
    voortgang: Callable[[int], object] = lambda lines: None,
) -> Ingelezen:
    """Take signals in, all or nothing; a second time the same file changes nothing.

    A signal joins the case that runs at its address, or opens one, with the term to offer
    help and the day on which it is forgotten. Refused with GeenRecht (403). Every new case
    has its line in the log.
    """
    toets(by, SIGNAAL_INLEZEN)
    with operation():
        known = _known(regels)
        fresh = [one for one in regels if one.sleutel not in known]
        changed = _correct([one for one in regels if one.sleutel in known], known)
        homes = homes_at(
            [one.adres for one in fresh],
            [fingerprint(one.bsn) for one in fresh if one.bsn],
            op=dag_van(at),
        )
        cases = _cases_for(fresh, homes, by=by, at=at)
        Signaal.objects.bulk_create(_signal(one, cases[one.adres], homes) for one in fresh)
        voortgang(len(regels))
    return Ingelezen(len(fresh), changed, len(regels) - len(fresh) - changed)


def _known(regels: Sequence[Signaalregel]) -> dict[tuple[str, str, dt.date], Signaal]:
    """What was taken in before, of the references in this file."""
    found = Signaal.objects.filter(kenmerk__in={one.kenmerk for one in regels})
    return {(one.melder, one.kenmerk, one.ontvangen_op): one for one in found}


def _correct(regels: Sequence[Signaalregel], known: dict[tuple[str, str, dt.date], Signaal]) -> int:
    """Put corrected amounts and numbers in the signals that are there."""
    changed = []
    for one in regels:
        there = known[one.sleutel]
        if any(getattr(there, name) != getattr(one, name) for name in VERVANGBAAR):
            for name in VERVANGBAAR:
                setattr(there, name, getattr(one, name))
            changed.append(there)
    Signaal.objects.bulk_update(changed, VERVANGBAAR, batch_size=500)
    return len(changed)


def _cases_for(
    regels: Sequence[Signaalregel], homes: Woonadressen, *, by: Medewerker, at: dt.datetime
) -> dict[Adressleutel, Signaalzaak]:
    """The running case of every address; new ones are made in bulk."""
    running = _running_cases({one.adres for one in regels})
    first: dict[Adressleutel, Signaalregel] = {}
    for one in sorted(regels, key=lambda row: row.ontvangen_op):
        first.setdefault(one.adres, one)
    opening = [one for address, one in first.items() if address not in running]
    made = _open_cases(opening, homes)
    for case in made:
        log_change(
            by=by,
            handeling="signaal ontvangen",
            soort="signaalzaak",
            object_id=case.pk,
            huishouden_id=case.huishouden_id,
            inwoners=[case.inwoner_id] if case.inwoner_id else (),
            at=at,
        )
    new = {(case.postcode, case.huisnummer, case.toevoeging): case for case in made}
    return running | new


def _running_cases(addresses: set[Adressleutel]) -> dict[Adressleutel, Signaalzaak]:
    """Locked in the order of their ids, so that two files at once never wait for each other."""
    rows = (
        Signaalzaak.objects.select_for_update(of=("self",), no_key=True)
        .filter(postcode__in={postcode for postcode, _, _ in addresses})
        .exclude(status=SignaalzaakStatus.AFGESLOTEN)
        .order_by("pk")
    )
    return {(one.postcode, one.huisnummer, one.toevoeging): one for one in rows}


def _open_cases(regels: Sequence[Signaalregel], homes: Woonadressen) -> list[Signaalzaak]:
    numbers = next_numbers("S", [one.ontvangen_op.year for one in regels])
    team = team_of_law("wgs")
    reckoned = _Rekenaar()
    cases = [
        _case(one, number, reckoned.offer(one.ontvangen_op), team, homes)
        for one, number in zip(regels, numbers, strict=True)
    ]
    for case in cases:
        case.verwijderen_op = reckoned.forget(case.ontvangen_op)
    Termijn.objects.bulk_create(case.termijn for case in cases)
    return Signaalzaak.objects.bulk_create(cases)


@dataclass
class _Rekenaar:
    """The two terms of a signal; rules and calendar are read once for a day of receipt."""

    dagen: Kalender = field(default_factory=kalender)
    regels: dict[dt.date, Termijnregel] = field(default_factory=dict)
    bewaren: dict[dt.date, dt.date] = field(default_factory=dict)

    def offer(self, start: dt.date) -> Termijn:
        """The term in which help is offered; not stored."""
        if start not in self.regels:
            self.regels[start] = find_regel("signaal_aanbod", start)
        return build_termijn(
            regel=self.regels[start], start=start, handeling="signaal", kalender=self.dagen
        )

    def forget(self, start: dt.date) -> dt.date:
        """The last day on which we keep what led to no help."""
        if start not in self.bewaren:
            last = bereken_termijn("signaal_bewaren", start).einddatum
            assert last is not None  # noqa: S101  the rule is in months
            self.bewaren[start] = last
        return self.bewaren[start]


def _case(
    one: Signaalregel, number: str, term: Termijn, team: Team | None, homes: Woonadressen
) -> Signaalzaak:
    resident = _resident(one, homes)
    return Signaalzaak(
        nummer=number,
        straat=one.straat,
        huisnummer=one.huisnummer,
        toevoeging=one.toevoeging.upper(),
        postcode=one.postcode,
        woonplaats=one.woonplaats,
        huishouden_id=homes.household(one.adres, resident),
        inwoner=resident,
        team=team,
        ontvangen_op=one.ontvangen_op,
        termijn=term,
    )


def _resident(one: Signaalregel, homes: Woonadressen) -> Inwoner | None:
    return homes.resident(
        one.adres,
        afdruk=fingerprint(one.bsn) if one.bsn else None,
        naam=one.geslachtsnaam,
        geboren=one.geboortedatum,
    )


def _signal(one: Signaalregel, case: Signaalzaak, homes: Woonadressen) -> Signaal:
    return Signaal(
        zaak=case,
        soort=one.soort,
        melder=one.melder,
        kenmerk=one.kenmerk,
        ontvangen_op=one.ontvangen_op,
        bedrag=one.bedrag,
        maanden=one.maanden,
        naam=one.naam,
        geboortedatum=one.geboortedatum,
        telefoon=one.telefoon,
        email=one.email,
        inwoner=_resident(one, homes),
    )
