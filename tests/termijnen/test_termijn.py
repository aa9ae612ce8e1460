"""How a running term shows itself."""

import datetime as dt

import pytest

from hengelo_sociaal.termijnen.enums import TermijnStatus
from hengelo_sociaal.termijnen.models import Termijn
from hengelo_sociaal.termijnen.rekenen.werkdagen import Stoplicht
from tests.factories.termijnen import TermijnFactory

pytestmark = pytest.mark.django_db

LAATSTE_DAG = dt.date(2026, 7, 27)


@pytest.fixture
def termijnen() -> dict[str, Termijn]:
    """One term in each state."""
    return {
        "loopt": TermijnFactory(),
        "opgeschort": TermijnFactory(status=TermijnStatus.OPGESCHORT),
        "gehaald": TermijnFactory(status=TermijnStatus.GEHAALD, gehaald_op=LAATSTE_DAG),
        "te laat": TermijnFactory(verlopen=True),
        "te laat gedaan": TermijnFactory(verlopen=True, gehaald_op=dt.date(2026, 8, 1)),
        "vervallen": TermijnFactory(vervallen=True),
    }


def test_open_is_whatever_still_has_to_be_done(termijnen) -> None:
    verwacht = {"loopt", "opgeschort", "te laat"}

    assert {hoe for hoe, termijn in termijnen.items() if termijn.is_open} == verwacht
    assert set(Termijn.objects.open()) == {termijnen[hoe] for hoe in verwacht}


def test_running_is_also_standing_still(termijnen) -> None:
    assert set(Termijn.objects.lopend()) == {termijnen["loopt"], termijnen["opgeschort"]}


@pytest.mark.parametrize(
    ("hoe", "licht"),
    [
        ("loopt", Stoplicht.BIJNA),
        ("opgeschort", None),
        ("gehaald", None),
        ("te laat gedaan", None),
        ("vervallen", None),
    ],
)
def test_only_what_runs_has_a_light(termijnen, hoe, licht) -> None:
    assert termijnen[hoe].stoplicht(LAATSTE_DAG) == licht


def test_a_term_that_passed_is_too_late(termijnen) -> None:
    assert termijnen["te laat"].stoplicht(dt.date(2026, 7, 28)) is Stoplicht.TE_LAAT


def test_a_term_without_a_day_has_no_light() -> None:
    assert TermijnFactory(code="wmo_spoed").stoplicht(LAATSTE_DAG) is None


def test_a_term_names_itself() -> None:
    assert str(TermijnFactory()) == "jeugd-aanvraag: 27-07-2026 (loopt)"
    assert "zonder einddatum" in str(TermijnFactory(code="wmo_spoed"))
