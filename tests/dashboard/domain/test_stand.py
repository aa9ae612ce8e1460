"""Which cells stand differently than they were published."""

from dashboard.domain.cijferrijen import Jaarcijfers
from dashboard.domain.stand import Stand
from dashboard.onderdrukking import Jaar
from dashboard.queries.bronnen import BRONNEN

BRON = BRONNEN["hulpvragen"]
TOTAAL, WMO, GEEN = (), (("wet", "wmo"),), (("wet", "geen"),)


def stand(cells, hidden=None, versie=1):
    counts = Jaar([{cel: (n,) for cel, n in cells.items()}, *[{}] * 11], {})
    return Stand.of(Jaarcijfers(BRON, 2026, counts, hidden or {}), [versie], {1: "een"})


def test_the_same_figures_have_no_cell_that_is_different():
    one = stand({TOTAAL: 40, WMO: 40})

    assert one.changed_since(stand({WMO: 40, TOTAAL: 40}).text) == set()


def test_another_count_a_new_cell_and_one_that_is_gone_are_different():
    before = stand({TOTAAL: 40, WMO: 40})
    after = stand({TOTAAL: 41, GEEN: 41})

    assert after.changed_since(before.text) == {TOTAAL, WMO, GEEN}


def test_a_cell_that_is_hidden_now_is_different():
    before = stand({TOTAAL: 40, WMO: 40})
    after = stand({TOTAAL: 40, WMO: 40}, hidden={WMO: 1})

    assert after.changed_since(before.text) == {WMO}


def test_with_another_definition_or_nothing_known_everything_may_be_different():
    one = stand({TOTAAL: 40})

    assert one.changed_since(stand({TOTAAL: 40}, versie=2).text) is None
    assert one.changed_since("") is None


def test_what_was_counted_is_read_back_by_month():
    one = stand({TOTAAL: 40, WMO: 40})

    months, cells = Stand(one.text).counted(BRON.tellingen)

    assert months == {1: "een"}
    assert Jaar.of_months(cells, {}, 1).bundels == Jaar([{TOTAAL: (40,), WMO: (40,)}], {}).bundels


def test_nothing_is_read_back_of_another_count():
    one = stand({TOTAAL: 40})

    assert one.counted(("aantal", "aantal_niet")) == ({}, {})
    assert Stand("").counted(BRON.tellingen) == ({}, {})
