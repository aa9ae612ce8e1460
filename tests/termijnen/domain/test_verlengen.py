import datetime as dt

import pytest

from hengelo_sociaal.logboek.models import Wijzigingsregel
from hengelo_sociaal.termijnen.domain import extend_termijn
from hengelo_sociaal.termijnen.exceptions import (
    DatumInToekomst,
    TermijnLooptNiet,
    VerlengenNietToegestaan,
)
from hengelo_sociaal.termijnen.models import Termijn, Verlenging
from hengelo_sociaal.termijnen.rekenen.duur import Duur
from hengelo_sociaal.termijnen.rekenen.soorten import Eenheid
from tests.factories.termijnen import TermijnFactory

pytestmark = pytest.mark.django_db

VIER_WEKEN, ZES_WEKEN = Duur(4, Eenheid.WEKEN), Duur(6, Eenheid.WEKEN)


@pytest.fixture
def extend(consulent, later):
    def do(termijn: Termijn, met: Duur = VIER_WEKEN, **anders) -> Verlenging:
        return extend_termijn(
            **{
                "termijn": termijn,
                "met": met,
                "kennisgeving_op": dt.date(2026, 7, 20),
                "by": consulent,
                "at": later,
                **anders,
            }
        )

    return do


def test_a_term_that_the_college_names_itself_takes_over(extend) -> None:
    verlenging = extend(TermijnFactory())

    termijn = verlenging.termijn
    assert termijn.einddatum == dt.date(2026, 8, 24)
    assert verlenging.oude_einddatum == dt.date(2026, 7, 27)
    assert verlenging.nieuwe_einddatum == dt.date(2026, 8, 24)
    assert verlenging.artikel == "Awb artikel 4:14 lid 3"


def test_a_self_set_end_on_a_holiday_stays_there_with_a_warning(extend) -> None:
    termijn = TermijnFactory(start=dt.date(2026, 10, 2))

    extend(termijn, kennisgeving_op=dt.date(2026, 11, 20))

    termijn.refresh_from_db()
    assert termijn.einddatum == dt.date(2026, 12, 25)
    assert "donderdag 24 december 2026" in termijn.waarschuwingen[0]


def test_a_notice_within_a_statutory_term_leaves_the_statutory_date_alone(extend) -> None:
    termijn = TermijnFactory(code="wmo_besluit")

    verlenging = extend(termijn, kennisgeving_op=dt.date(2026, 6, 10))

    termijn.refresh_from_db()
    assert termijn.einddatum == dt.date(2026, 6, 15)
    assert termijn.toegezegd_op == dt.date(2026, 7, 13)
    assert verlenging.nieuwe_einddatum == dt.date(2026, 6, 15)


def test_an_objection_may_be_adjourned_once_and_by_six_weeks_at_most(extend) -> None:
    termijn = TermijnFactory(code="bezwaar_beslissen", start=dt.date(2026, 6, 19))

    with pytest.raises(VerlengenNietToegestaan, match="7:10 lid 3"):
        extend(termijn, Duur(43, Eenheid.DAGEN))
    extend(termijn, ZES_WEKEN)
    with pytest.raises(VerlengenNietToegestaan, match="een keer"):
        extend(termijn, Duur(1, Eenheid.DAGEN))

    termijn.refresh_from_db()
    assert termijn.einddatum == dt.date(2026, 9, 11)
    assert Verlenging.objects.count() == 1


def test_extending_is_logged(extend) -> None:
    termijn = TermijnFactory()

    extend(termijn)

    regel = Wijzigingsregel.objects.get(object_id=termijn.pk)
    assert (regel.handeling, regel.wijziging["met"]) == ("termijn-verlengd", "4 weken")


def test_an_onderzoek_cannot_be_extended_and_the_refusal_names_the_article(extend) -> None:
    with pytest.raises(VerlengenNietToegestaan) as fout:
        extend(TermijnFactory(onderzoek=True))

    assert fout.value.status == 409
    assert "4:14" in fout.value.melding


@pytest.mark.parametrize("dag", [dt.date(2026, 5, 31), dt.date(2026, 7, 28)])
def test_a_notice_outside_the_term_is_refused(extend, dag) -> None:
    with pytest.raises(VerlengenNietToegestaan, match="binnen de termijn"):
        extend(TermijnFactory(), kennisgeving_op=dag)


@pytest.mark.parametrize("met", [Duur(0, Eenheid.WEKEN), Duur(3, Eenheid.WERKDAGEN)])
def test_only_days_weeks_and_months_extend(extend, met) -> None:
    with pytest.raises(VerlengenNietToegestaan):
        extend(TermijnFactory(), met)


def test_a_notice_cannot_lie_in_the_future(extend, later) -> None:
    with pytest.raises(DatumInToekomst):
        extend(TermijnFactory(), at=later.replace(year=2026))


@pytest.mark.parametrize("hoe", ["verlopen", "vervallen"])
def test_a_term_that_is_over_cannot_be_extended(extend, hoe) -> None:
    with pytest.raises(TermijnLooptNiet):
        extend(TermijnFactory(**{hoe: True}))


def test_without_its_log_line_no_term_is_extended(extend, monkeypatch) -> None:
    termijn = TermijnFactory()

    def fail(**kwargs: object) -> None:
        raise RuntimeError

    monkeypatch.setattr("hengelo_sociaal.termijnen.domain.gedeeld.log_change", fail)

    with pytest.raises(RuntimeError):
        extend(termijn)

    termijn.refresh_from_db()
    assert termijn.einddatum == dt.date(2026, 7, 27)
    assert not Verlenging.objects.exists()
