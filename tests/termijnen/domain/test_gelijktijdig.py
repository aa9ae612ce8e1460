"""Two colleagues at once, in real threads on a real database."""

import datetime as dt
import threading
from collections.abc import Callable

import pytest
from django.db import connection

from hengelo_sociaal.kern.fouten import DomeinFout
from hengelo_sociaal.kern.tijd import AMSTERDAM
from hengelo_sociaal.medewerkers.models import Medewerker
from hengelo_sociaal.termijnen.domain import (
    extend_termijn,
    mark_verlopen,
    meet_termijn,
    suspend_termijn,
)
from hengelo_sociaal.termijnen.enums import TermijnStatus
from hengelo_sociaal.termijnen.exceptions import TermijnLooptNiet, VerlengenNietToegestaan
from hengelo_sociaal.termijnen.rekenen.duur import Duur
from hengelo_sociaal.termijnen.rekenen.soorten import Eenheid, Opschortgrond
from tests.factories.medewerkers import MedewerkerFactory
from tests.factories.termijnen import TermijnFactory

pytestmark = pytest.mark.django_db(transaction=True)

LATER = dt.datetime(2027, 1, 15, 9, tzinfo=AMSTERDAM)


def race(*daden: Callable[[], object]) -> list[object]:
    """What each gives that begins at the same moment, or the refusal it gets."""
    begin, uitkomsten = threading.Barrier(len(daden)), [None] * len(daden)

    def run(plaats: int) -> None:
        begin.wait()
        try:
            uitkomsten[plaats] = daden[plaats]()
        except DomeinFout as fout:
            uitkomsten[plaats] = fout
        finally:
            connection.close()

    draden = [threading.Thread(target=run, args=(plaats,)) for plaats in range(len(daden))]
    for draad in draden:
        draad.start()
    for draad in draden:
        draad.join()
    return uitkomsten


def test_of_six_who_suspend_a_term_one_does() -> None:
    termijn, consulent = TermijnFactory(), MedewerkerFactory(consulent=True)

    def suspend() -> object:
        return suspend_termijn(
            termijn=termijn,
            grond=Opschortgrond.AANVULLING,
            uitnodiging_op=dt.date(2026, 6, 15),
            hersteltermijn_tot=dt.date(2026, 6, 29),
            by=consulent,
            at=LATER,
        )

    uitkomsten = race(*[suspend] * 6)

    assert sum(isinstance(een, TermijnLooptNiet) for een in uitkomsten) == 5
    assert termijn.opschortingen.count() == 1
    termijn.refresh_from_db()
    assert termijn.einddatum == dt.date(2026, 8, 10)


def test_of_two_who_extend_a_term_one_does() -> None:
    termijn, consulent = TermijnFactory(), MedewerkerFactory(consulent=True)

    def extend() -> object:
        return extend_termijn(
            termijn=termijn,
            met=Duur(4, Eenheid.WEKEN),
            kennisgeving_op=dt.date(2026, 7, 20),
            by=consulent,
            at=LATER,
        )

    uitkomsten = race(extend, extend)

    assert sum(isinstance(een, VerlengenNietToegestaan) for een in uitkomsten) == 1
    termijn.refresh_from_db()
    assert termijn.einddatum == dt.date(2026, 8, 24)


def test_the_night_never_undoes_what_is_met_at_the_same_moment() -> None:
    consulent, systeem = MedewerkerFactory(consulent=True), Medewerker.objects.systeem()
    termijnen = TermijnFactory.create_batch(5)

    for termijn in termijnen:
        race(
            lambda termijn=termijn: meet_termijn(
                termijn=termijn, op=dt.date(2026, 7, 27), by=consulent, at=LATER
            ),
            lambda: mark_verlopen(op=dt.date(2026, 7, 28), by=systeem, at=LATER),
        )
        termijn.refresh_from_db()

        assert termijn.status == TermijnStatus.GEHAALD
