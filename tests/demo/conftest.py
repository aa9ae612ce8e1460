"""A small town, filled once for all tests of this folder and taken away afterwards."""

import datetime as dt
import hashlib
from collections.abc import Iterator

import pytest
from django.apps import apps
from django.db import connection, transaction
from pytest_django.plugin import DjangoDbBlocker

from hengelo_sociaal.demo.stad import Stad
from hengelo_sociaal.demo.vullen import fill
from toegang.demo import huishoudens

TOT = dt.date(2026, 11, 22)
MAANDEN = 3
# What two towns of one seed have in common. Case numbers come from a sequence that no
# rollback turns back, and the stories get their ids from the library.
KOLOMMEN = {
    "toegang.Inwoner": ("voornamen", "geslachtsnaam", "geboortedatum"),
    "toegang.Huishouden": ("straat", "huisnummer", "postcode"),
    "toegang.Contact": ("plaatsgevonden_op", "kanaal", "vindplaats", "wijk", "leeftijdsgroep"),
    "toegang.Hulpvraag": ("soort", "uitkomst", "toelichting"),
    "toegang.Melding": ("ontvangen_op", "status", "wet", "aanvraag_op", "afgerond_op"),
    "toegang.Huisbezoek": ("gepland_op", "status"),
    "termijnen.Termijn": ("start", "einddatum", "status", "gehaald_op", "handeling"),
    "aanbieders.Contract": ("omschrijving", "van", "tot", "plafond_cent"),
    "aanbieders.Tarief": ("bedrag_cent", "van", "tot"),
    "aanbieders.Toewijzing": ("volume", "van", "tot", "status", "grondslag"),
    "voorzieningen.Locatie": ("naam", "buurt"),
    "voorzieningen.Gemis": ("soort", "gemeld_op"),
    "plannen.Plan": ("begonnen_op", "status", "uitkomst"),
    "plannen.Besluit": ("soort", "status", "van", "tot", "bekendgemaakt_op", "vervangen_per"),
    "plannen.Bezwaar": ("status", "ontvangen_op", "uitkomst", "op_tijd"),
    "plannen.Afspraak": ("omschrijving", "uiterlijk", "status", "organisatie"),
    "medewerkers.Betrokkenheid": ("grond", "van", "tot"),
    "gebieden.Inwonertal": ("wijk", "buurt", "jaar", "leeftijdsgroep", "aantal"),
}


def small_town() -> Stad:
    """A town with fewer households, which makes no difference for how much is asked."""
    return Stad(tot=TOT, maanden=MAANDEN, stil=True)


def fingerprint() -> dict[str, str]:
    """Per model how many there are, and a digest of the chosen columns."""
    found = {}
    for label, columns in KOLOMMEN.items():
        rows = apps.get_model(label)._default_manager.values_list(*columns)
        lines = sorted(repr(row) for row in rows)
        digest = hashlib.sha256("\n".join(lines).encode()).hexdigest()
        found[label] = f"{len(lines)} {digest[:16]}"
    return found


@pytest.fixture(scope="package")
def first_time(
    django_db_setup: None, django_db_blocker: DjangoDbBlocker
) -> Iterator[dict[str, str]]:
    """What a first town of the same seed was like; it is taken away before the second."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(huishoudens, "AANTAL", 1_500)
        with django_db_blocker.unblock(), transaction.atomic():
            fill(small_town())
            seen = fingerprint()
            transaction.set_rollback(True)
        yield seen


@pytest.fixture(scope="package")
def stad(first_time: dict[str, str], django_db_blocker: DjangoDbBlocker) -> Iterator[Stad]:
    """The town, in a transaction that is undone; no test may change it."""
    with django_db_blocker.unblock(), transaction.atomic():
        town = small_town()
        fill(town)
        connection.check_constraints()  # once here, instead of after every test
        yield town
        transaction.set_rollback(True)
