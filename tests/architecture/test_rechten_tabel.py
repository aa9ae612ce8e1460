"""Walks every address with every role, and with nobody, against the written table rechten.txt."""

from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path

import pytest
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.test import Client

from hengelo_sociaal.medewerkers.poort import Poort
from hengelo_sociaal.medewerkers.rollen import ROLLEN
from tests.architecture.adressen import Adres, addresses
from tests.factories.medewerkers import MedewerkerFactory

TABLE = Path(__file__).with_name("rechten.txt")
LOGIN = "/inloggen?next="
NIEMAND, IEDEREEN, OPENBAAR = "niemand", "iedereen", "openbaar"


@dataclass(frozen=True)
class Regel:
    """One line of the table."""

    naam: str
    methode: str
    rollen: frozenset[str]
    openbaar: bool


def read_table() -> list[Regel]:
    lines = [line.split("#")[0].split() for line in TABLE.read_text().splitlines()]
    return [_read(*line[:2], line[2:]) for line in lines if line]


def _read(naam: str, methode: str, wie: list[str]) -> Regel:
    minus = {word[1:] for word in wie if word.startswith("-")}
    plus = {word for word in wie if not word.startswith("-")}
    everybody = bool(plus & {IEDEREEN, OPENBAAR})
    rollen = (set(ROLLEN) if everybody else plus - {NIEMAND}) - minus
    assert rollen <= set(ROLLEN), f"{naam}: {rollen - set(ROLLEN)} is no role"
    assert wie, f"{naam}: say who may come in, or niemand"
    return Regel(naam, methode, frozenset(rollen), OPENBAAR in plus)


def line_for(adres: Adres, methode: str) -> Regel | None:
    """The line of this address, or of the longest pattern that fits."""
    fitting = [r for r in RULES if r.methode == methode and fnmatchcase(adres.naam, r.naam)]
    exact = [regel for regel in fitting if regel.naam == adres.naam]
    return (exact or sorted(fitting, key=lambda regel: -len(regel.naam)) or [None])[0]


def methods_of(adres: Adres) -> list[str]:
    """The methods to walk: all of an API view; of a page those of the table, else GET."""
    return sorted(adres.methods) or [
        method for method in ("GET", "POST") if line_for(adres, method)
    ]


RULES = read_table()
ADDRESSES = addresses()
WALK = [(adres, method) for adres in ADDRESSES for method in methods_of(adres)]


def outcome(answer) -> str:
    if answer.status_code >= 500:
        return f"storing {answer.status_code}"
    if answer.status_code == 403:
        return "dicht"
    to_login = answer.status_code == 302 and answer["Location"].startswith(LOGIN)
    return "aanmelden" if to_login or answer.status_code == 401 else "open"


@pytest.fixture(scope="module")
def clients(django_db_setup, django_db_blocker):
    """Somebody of each role, logged in, and nobody; made once, because the walk is long."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield {None: _client(None)} | {rol: _client(rol) for rol in ROLLEN}
        transaction.set_rollback(True)


def _client(rol: str | None) -> Client:
    client = Client(raise_request_exception=False)
    if rol is not None:
        medewerker = MedewerkerFactory(rollen=[rol])
        client.force_login(medewerker, backend="django.contrib.auth.backends.ModelBackend")
    return client


@pytest.mark.parametrize(
    ("adres", "methode"), WALK, ids=[f"{methode} {adres.naam}" for adres, methode in WALK]
)
def test_an_address_opens_for_exactly_the_roles_of_the_table(adres, methode, clients):
    regel = line_for(adres, methode)
    assert regel is not None, _missing(adres, methode)
    expected = {rol: "open" if rol in regel.rollen else "dicht" for rol in ROLLEN}
    expected[None] = "open" if regel.openbaar else "aanmelden"
    if regel.openbaar:  # a public view does not ask who is there: nobody and one role will do
        expected = {rol: expected[rol] for rol in (None, "loket")}

    found = {rol: _ask(clients[rol], adres, methode) for rol in expected}

    assert found == expected


def _ask(client: Client, adres: Adres, methode: str) -> str:
    """The outcome of one request, of which nothing is kept."""
    cookies = client.cookies.copy()
    with transaction.atomic():
        answer = client.generic(methode, adres.path(), b"{}", content_type="application/json")
        transaction.set_rollback(True)
    client.cookies = cookies
    return outcome(answer)


def test_every_address_is_in_the_table():
    missing = [
        _missing(adres, methode)
        for adres in ADDRESSES
        for methode in (sorted(adres.methods) or ["GET"])
        if not any(line_for(adres, m) for m in ({methode} if adres.methods else {"GET", "POST"}))
    ]

    assert not missing, "\n".join(missing)


def _missing(adres: Adres, methode: str) -> str:
    return f"not in {TABLE.name}: {adres.naam}  {methode}  ({_declared(adres, methode)})"


def _declared(adres: Adres, methode: str) -> str:
    """What the view says itself, to compare with contract.md before writing it down."""
    cls = getattr(adres.view, "cls", None)
    if cls is not None:
        rechten = cls.rechten.get(methode, ())
        rechten = rechten if isinstance(rechten, tuple) else (rechten,)
    else:
        if getattr(adres.view, "hs_openbaar", False):
            return "the view says: openbaar"
        if getattr(adres.view, "hs_iedereen", False):
            return "the view says: iedereen"
        rechten = getattr(adres.view, "hs_rechten", ())
    return "the view says: " + " ".join(sorted({rol for recht in rechten for rol in recht.bereik}))


def test_every_line_of_the_table_leads_somewhere():
    names = [(adres.naam, methode) for adres, methode in WALK]
    dead = [
        f"{regel.naam} {regel.methode}"
        for regel in RULES
        if not any(fnmatchcase(n, regel.naam) and m == regel.methode for n, m in names)
    ]

    assert dead == []


def test_no_line_stands_in_the_table_twice():
    keys = [(regel.naam, regel.methode) for regel in RULES]

    assert [key for key in keys if keys.count(key) > 1] == []


def test_a_view_that_says_nothing_opens_for_nobody(rf, db):
    def silent(request):
        raise AssertionError("reached")

    request = rf.get("/")
    request.user, request.session = MedewerkerFactory(rollen=list(ROLLEN)), {}
    request.resolver_match = None

    with pytest.raises(PermissionDenied):
        Poort(lambda r: None).process_view(request, silent, (), {})
