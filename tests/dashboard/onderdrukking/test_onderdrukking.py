"""No group under ten can be worked out from what is published; proven by attacking it."""

import random
from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.onderdrukking import Cel, Jaar, hide, is_klein
from dashboard.onderdrukking.bundel import PERIODEN
from dashboard.onderdrukking.jaar import TOTAAL
from tests.dashboard.onderdrukking.aanvaller import worked_out

OUDERS = {
    ("soort", "a1"): ("wet", "a"),
    ("soort", "a2"): ("wet", "a"),
    ("soort", "b1"): ("wet", "b"),
    ("soort", "c1"): ("wet", "c"),
    ("soort", "c2"): ("wet", "c"),
    ("soort", "c3"): ("wet", "c"),
}
WETTEN = {soort: wet for (_, soort), (_, wet) in OUDERS.items()}


def count(records: list[tuple[int, dict[str, str]]]) -> Jaar:
    """A year of records: month and values."""
    months: list[Counter[Cel]] = [Counter() for _ in range(12)]
    for month, values in records:
        named = sorted(values.items())
        months[month][TOTAAL] += 1
        for place, one in enumerate(named):
            months[month][one,] += 1
            for other in named[place + 1 :]:
                months[month][one, other] += 1
    return Jaar([{c: (n,) for c, n in month.items()} for month in months], OUDERS)


def series_of(jaar: Jaar) -> dict[Cel, list[tuple[int, ...]]]:
    """The counts of every cell in which anybody was counted."""
    return {cel: jaar.reeks(cel) for cel in jaar.bundels}


def draw_year(seed: int, size: int, months: int, kinds: int, places: int, skew: float) -> Jaar:
    """Random registrations, most of them of the first values."""
    rng = random.Random(seed)

    def choose(values: list[str]) -> str:
        return rng.choices(values, [skew**-n for n in range(len(values))])[0]

    soorten, wijken = list(WETTEN)[:kinds], ["w1", "w2", "w3", "w4"][:places]
    kanalen = ["telefoon", "balie", "brief"]
    records = []
    for _ in range(size):
        soort = choose(soorten)
        values = {
            "soort": soort,
            "wet": WETTEN[soort],
            "wijk": choose(wijken),
            "kanaal": choose(kanalen),
        }
        records.append((rng.randrange(months), values))
    return count(records)


def small_hidden(jaar: Jaar) -> set[tuple[Cel, int]]:
    return {
        (cel, period)
        for cel, series in series_of(jaar).items()
        for period, one in enumerate(series)
        if is_klein(one)
    }


def attack(jaar: Jaar) -> None:
    hidden = hide(jaar)

    small = small_hidden(jaar)
    shown = {(cel, p) for cel, p in small if not hidden.get(cel, 0) >> p & 1}
    assert not shown, f"small and shown: {sorted(shown)[:3]}"
    given_away = small & worked_out(jaar, hidden)
    assert not given_away, f"worked out: {sorted(given_away)[:3]}"


years = st.builds(
    draw_year,
    seed=st.integers(0, 10**6),
    size=st.integers(0, 400),
    months=st.integers(1, 12),
    kinds=st.integers(1, 6),
    places=st.integers(1, 4),
    skew=st.sampled_from([1.0, 1.5, 3.0]),
)


@settings(max_examples=60, deadline=None)
@given(years)
def test_no_small_group_follows_from_what_is_shown(jaar):
    attack(jaar)


@settings(max_examples=40, deadline=None)
@given(years)
def test_what_is_hidden_of_a_shown_sum_is_together_never_a_small_group(jaar):
    hidden = hide(jaar)

    for layer in jaar.lagen():
        if len(layer) > 1:
            continue
        for period in range(PERIODEN):
            cells = [((layer[0], v),) for v in jaar.waarden[layer[0]]]
            rest = sum(
                jaar.aantal(cel, period) for cel in cells if hidden.get(cel, 0) >> period & 1
            )
            if not hidden.get(TOTAAL, 0) >> period & 1:
                assert rest == 0 or rest >= 10, (layer, period, rest)


def _as_share(jaar: Jaar, seed: int) -> Jaar:
    """The same cells with a part of each that is `yes`: counts (all, yes, no)."""
    rng = random.Random(seed)
    split: list[dict[Cel, tuple[int, ...]]] = [{} for _ in range(12)]
    for month in range(12):
        whole = jaar.aantal(TOTAAL, month)
        share = rng.random()
        for cel, series in series_of(jaar).items():
            number = series[month][0]
            yes = round(number * share)
            split[month][cel] = (number, yes, number - yes)
        assert whole == split[month].get(TOTAAL, (0,))[0]
    return Jaar(split, OUDERS)


@settings(max_examples=30, deadline=None)
@given(years, st.integers(0, 10**6))
def test_a_share_hides_both_sides_of_a_small_one(jaar, seed):
    share = _as_share(jaar, seed)

    hidden = hide(share)

    for cel, period in small_hidden(share):
        assert hidden.get(cel, 0) >> period & 1, (cel, period, share.reeks(cel)[period])
    for part in range(len(share.nul)):
        small = {
            (cel, period)
            for cel, series in series_of(share).items()
            for period, one in enumerate(series)
            if 0 < one[part] < 10
        }
        assert not small & worked_out(share, hidden, onderdeel=part), part


def _plain(per_month: list[dict[str, int]]) -> Jaar:
    """A year with one split only."""
    months = []
    for cells in per_month:
        month: dict[Cel, tuple[int, ...]] = {(("wijk", w),): (n,) for w, n in cells.items()}
        months.append(month | {TOTAAL: (sum(cells.values()),)})
    return Jaar(months + [{}] * (12 - len(months)), {})


def _is_hidden(jaar: Jaar, wijk: str, period: int) -> bool:
    return bool(hide(jaar).get((("wijk", wijk),), 0) >> period & 1)


def test_nothing_is_hidden_where_every_group_is_large():
    assert hide(_plain([{"a": 10, "b": 400}] * 12)) == {}


def test_zero_is_shown_as_zero():
    jaar = _plain([{"a": 0, "b": 40, "c": 50}, {"a": 12, "b": 40, "c": 50}] * 6)

    assert hide(jaar) == {}


def test_one_small_group_takes_the_smallest_of_the_others_along():
    jaar = _plain([{"a": 3, "b": 400, "c": 20}, {"a": 30, "b": 400, "c": 20}, {}])

    assert _is_hidden(jaar, "a", 0)
    assert _is_hidden(jaar, "c", 0)
    assert not _is_hidden(jaar, "b", 0)


def test_a_small_month_takes_its_quarter_along_and_leaves_the_year():
    jaar = _plain([{"a": 20, "b": 40, "c": 30}] * 10 + [{"a": 2, "b": 40, "c": 30}])

    assert _is_hidden(jaar, "a", 10)
    assert _is_hidden(jaar, "a", 9)
    assert not any(_is_hidden(jaar, "a", period) for period in [*range(9), *range(12, 17)])


def test_a_small_quarter_is_hidden_with_the_one_before_it():
    jaar = _plain([{"a": 20, "b": 40, "c": 30}] * 9 + [{"a": 2, "b": 40, "c": 30}])

    assert _is_hidden(jaar, "a", 15)
    assert _is_hidden(jaar, "a", 14)
    assert not _is_hidden(jaar, "a", 13)
    assert not _is_hidden(jaar, "a", 16)


def test_a_small_total_hides_its_whole_month_and_another():
    jaar = _plain([{"a": 20, "b": 40}, {"a": 2, "b": 3}, {"a": 20, "b": 40}])
    hidden = hide(jaar)

    assert hidden[TOTAAL] >> 1 & 1
    assert hidden[TOTAAL] & 0b101


def test_a_year_with_hardly_anybody_shows_nothing():
    hidden = hide(_plain([{"a": 2, "b": 3}]))

    assert hidden[TOTAAL] >> 16 & 1


def test_a_real_sized_year_keeps_nearly_everything_in_sight():
    jaar = draw_year(seed=1, size=12_000, months=12, kinds=6, places=4, skew=1.5)

    hidden = hide(jaar)

    shown = [
        (cel, p)
        for cel, series in series_of(jaar).items()
        for p in range(PERIODEN)
        if series[p][0] >= 10 and not hidden.get(cel, 0) >> p & 1
    ]
    large = [1 for series in series_of(jaar).values() for one in series if one[0] >= 10]
    assert len(shown) > 0.95 * len(large)
    attack(jaar)
