import datetime as dt

import pytest

from hengelo_sociaal.kern.fouten import NietGevonden
from hengelo_sociaal.kern.tijd import AMSTERDAM
from hengelo_sociaal.logboek.models import Wijzigingsregel
from hengelo_sociaal.termijnen.domain import resume_termijn, suspend_termijn
from hengelo_sociaal.termijnen.enums import TermijnStatus
from hengelo_sociaal.termijnen.exceptions import (
    DatumInToekomst,
    OpschortenNietToegestaan,
    OpschortingOnmogelijk,
    TermijnLooptNiet,
    TermijnNietOpgeschort,
)
from hengelo_sociaal.termijnen.models import Opschorting, Termijn
from hengelo_sociaal.termijnen.rekenen.soorten import Opschortgrond
from tests.factories.termijnen import TermijnFactory

pytestmark = pytest.mark.django_db

UITNODIGING, HERSTEL = dt.date(2026, 6, 15), dt.date(2026, 6, 29)


@pytest.fixture
def suspend(consulent, later):
    """Suspend a term as in the worked example, with something different."""

    def do(termijn: Termijn, **anders) -> Opschorting:
        return suspend_termijn(
            **{
                "termijn": termijn,
                "grond": Opschortgrond.AANVULLING,
                "uitnodiging_op": UITNODIGING,
                "hersteltermijn_tot": HERSTEL,
                "by": consulent,
                "at": later,
                **anders,
            }
        )

    return do


@pytest.fixture
def resume(consulent, later):
    def do(termijn: Termijn, op: dt.date, **anders) -> Termijn:
        return resume_termijn(
            **{"termijn": termijn, "op": op, "by": consulent, "at": later} | anders
        )

    return do


def test_a_suspended_term_stands_still_and_shows_the_latest_end(suspend) -> None:
    termijn = TermijnFactory()

    suspend(termijn)

    termijn.refresh_from_db()
    assert termijn.status == TermijnStatus.OPGESCHORT
    assert termijn.einddatum == dt.date(2026, 8, 10)
    assert termijn.oorspronkelijke_einddatum == dt.date(2026, 7, 27)
    assert termijn.stoplicht(dt.date(2026, 6, 20)) is None
    assert "4:15 lid 1 onder a" in " ".join(stap["waarom"] for stap in termijn.stappen)


def test_completion_lets_the_term_run_again_as_in_the_worked_example(suspend, resume) -> None:
    termijn = TermijnFactory()
    suspend(termijn)

    hervat = resume(termijn, dt.date(2026, 6, 25))

    assert hervat.status == TermijnStatus.LOOPT
    assert hervat.einddatum == dt.date(2026, 8, 5)
    assert hervat.opschortingen.get().beeindigd_op == dt.date(2026, 6, 25)


def test_completion_after_the_recovery_term_ends_it_on_the_day_it_lapsed(suspend, resume) -> None:
    termijn = TermijnFactory()
    suspend(termijn)

    hervat = resume(termijn, dt.date(2026, 7, 10))

    assert hervat.opschortingen.get().beeindigd_op == HERSTEL
    assert hervat.einddatum == dt.date(2026, 8, 10)


def test_a_term_may_stand_still_more_than_once(suspend, resume) -> None:
    termijn = TermijnFactory()
    suspend(termijn)
    resume(termijn, dt.date(2026, 6, 25))

    suspend(
        termijn,
        grond=Opschortgrond.INSTEMMING,
        uitnodiging_op=dt.date(2026, 7, 1),
        hersteltermijn_tot=dt.date(2026, 7, 8),
    )

    hervat = resume(termijn, dt.date(2026, 7, 8))
    assert hervat.einddatum == dt.date(2026, 8, 11)
    assert hervat.opschortingen.count() == 2


def test_without_a_known_end_the_date_stays_until_the_term_runs_again(suspend, resume) -> None:
    termijn = TermijnFactory()

    suspend(termijn, grond=Opschortgrond.OVERMACHT, hersteltermijn_tot=None)

    termijn.refresh_from_db()
    assert termijn.einddatum == dt.date(2026, 7, 27)
    assert resume(termijn, dt.date(2026, 6, 25)).einddatum == dt.date(2026, 8, 5)


def test_suspending_and_resuming_are_logged(suspend, resume) -> None:
    termijn = TermijnFactory()

    suspend(termijn)
    resume(termijn, dt.date(2026, 6, 25))

    regels = Wijzigingsregel.objects.filter(object_id=termijn.pk).order_by("id")
    assert [regel.handeling for regel in regels] == ["termijn-opgeschort", "termijn-hervat"]
    assert regels[0].wijziging["grond"] == "aanvulling"


def test_an_onderzoek_cannot_be_suspended_and_the_refusal_names_the_article(suspend) -> None:
    termijn = TermijnFactory(onderzoek=True)

    with pytest.raises(OpschortenNietToegestaan) as fout:
        suspend(termijn)

    assert fout.value.status == 409
    assert "4:15" in fout.value.melding
    assert "2.3.2 lid 1" in fout.value.melding
    assert not Opschorting.objects.exists()


def test_a_reason_of_another_law_is_refused(suspend) -> None:
    with pytest.raises(OpschortenNietToegestaan):
        suspend(TermijnFactory(), grond=Opschortgrond.VERZUIM)


@pytest.mark.parametrize(
    "anders",
    [
        {"hersteltermijn_tot": None},
        {"hersteltermijn_tot": UITNODIGING},
        {"uitnodiging_op": dt.date(2026, 5, 31), "hersteltermijn_tot": HERSTEL},
        {"uitnodiging_op": dt.date(2026, 7, 27), "hersteltermijn_tot": dt.date(2026, 8, 5)},
    ],
    ids=["no recovery term", "recovery term too early", "before the start", "on the last day"],
)
def test_dates_that_do_not_fit_are_refused(suspend, anders) -> None:
    termijn = TermijnFactory()

    with pytest.raises(OpschortingOnmogelijk):
        suspend(termijn, **anders)

    termijn.refresh_from_db()
    assert termijn.status == TermijnStatus.LOOPT


def test_an_invitation_cannot_lie_in_the_future(suspend) -> None:
    gisteren = dt.datetime(2026, 6, 14, 12, tzinfo=AMSTERDAM)

    with pytest.raises(DatumInToekomst):
        suspend(TermijnFactory(), at=gisteren)


def test_a_term_that_stands_still_cannot_stand_still_again(suspend) -> None:
    termijn = TermijnFactory()
    suspend(termijn)

    with pytest.raises(TermijnLooptNiet, match="staat al stil"):
        suspend(termijn)


@pytest.mark.parametrize("hoe", ["verlopen", "vervallen"])
def test_a_term_that_is_over_cannot_be_suspended(suspend, hoe) -> None:
    with pytest.raises(TermijnLooptNiet):
        suspend(TermijnFactory(**{hoe: True}))


def test_a_term_that_runs_cannot_be_resumed(resume) -> None:
    with pytest.raises(TermijnNietOpgeschort):
        resume(TermijnFactory(), dt.date(2026, 6, 25))


def test_resuming_before_the_invitation_is_refused(suspend, resume) -> None:
    termijn = TermijnFactory()
    suspend(termijn)

    with pytest.raises(OpschortingOnmogelijk):
        resume(termijn, dt.date(2026, 6, 1))


def test_a_term_that_is_not_there_is_not_found(suspend) -> None:
    with pytest.raises(NietGevonden):
        suspend(TermijnFactory.build())


def test_without_its_log_line_no_term_stands_still(suspend, monkeypatch) -> None:
    termijn = TermijnFactory()

    def fail(**kwargs: object) -> None:
        raise RuntimeError

    monkeypatch.setattr("hengelo_sociaal.termijnen.domain.gedeeld.log_change", fail)

    with pytest.raises(RuntimeError):
        suspend(termijn)

    termijn.refresh_from_db()
    assert termijn.status == TermijnStatus.LOOPT
    assert not Opschorting.objects.exists()


def test_without_its_log_line_no_term_runs_again(suspend, resume, monkeypatch) -> None:
    termijn = TermijnFactory()
    suspend(termijn)

    def fail(**kwargs: object) -> None:
        raise RuntimeError

    monkeypatch.setattr("hengelo_sociaal.termijnen.domain.gedeeld.log_change", fail)

    with pytest.raises(RuntimeError):
        resume(termijn, dt.date(2026, 6, 25))

    termijn.refresh_from_db()
    assert termijn.status == TermijnStatus.OPGESCHORT
    assert termijn.opschortingen.get().beeindigd_op is None
