"""The counts of all periods in one integer, checked against counting them one by one."""

from hypothesis import given
from hypothesis import strategies as st

from dashboard.onderdrukking.bundel import vorm
from dashboard.onderdrukking.jaar import Jaar, is_klein
from dashboard.onderdrukking.raster import raster_of
from tests.dashboard.onderdrukking.test_onderdrukking import count

CEL = (("wijk", "w1"),)


@given(
    st.integers(1, 3).flatmap(
        lambda width: st.lists(
            st.tuples(*[st.integers(0, 14) | st.integers(0, 10**6)] * width),
            min_size=12,
            max_size=12,
        )
    )
)
def test_quarters_year_and_what_is_small_are_those_of_plain_adding(months):
    months = [one if one[0] else (0,) * len(one) for one in months]
    jaar = Jaar([{CEL: one} for one in months], {})

    def added(parts):
        return tuple(map(sum, zip(*parts, strict=True)))

    quarters = [added(months[start : start + 3]) for start in (0, 3, 6, 9)]
    periods = [*months, *quarters, added(quarters)]
    assert jaar.reeks(CEL) == periods
    assert [jaar.aantal(CEL, place) for place in range(17)] == [one[0] for one in periods]
    assert jaar.klein(CEL) == sum(1 << n for n, one in enumerate(periods) if is_klein(one))
    assert jaar.nullen(CEL) == sum(1 << n for n, one in enumerate(periods) if not one[0])


_MONTHS = st.lists(
    st.tuples(*[st.integers(0, 40) | st.sampled_from([2**31 - 2, 2**31 - 1])] * 3),
    min_size=12,
    max_size=12,
)
_MORE = st.lists(st.tuples(*[st.integers(-3, 3)] * 3), min_size=12, max_size=12)


@given(_MONTHS, _MORE)
def test_a_month_that_cannot_hold_its_count_is_never_paid_by_another(months, more):
    shape = vorm(3)
    number, extra = (
        sum(shape.of_month(place, one) for place, one in enumerate(side)) for side in (months, more)
    )

    found = shape.plus(number, extra)

    wanted = [tuple(map(sum, zip(*pair, strict=True))) for pair in zip(months, more, strict=True)]
    if all(0 <= count < 2**31 for month in wanted for count in month):
        assert shape.counts(found, range(12)) == wanted
    else:
        assert found is None


def test_what_is_no_twelve_months_is_not_added_to():
    assert vorm(1).plus(1 << 32 * 12, 0) is None


@given(st.lists(st.integers(0, 30), min_size=12, max_size=12), st.integers(0, 2**17 - 1))
def test_the_fields_of_some_periods_hold_those_and_nothing_else(months, mask):
    jaar = Jaar([{CEL: (one,)} for one in months], {})
    shape = vorm(1)

    left = shape.counts(jaar.bundel(CEL) & shape.fields(mask))

    assert left == [one if mask >> place & 1 else (0,) for place, one in enumerate(jaar.reeks(CEL))]


@given(
    st.integers(1, 3).flatmap(
        lambda width: st.lists(
            st.tuples(*[st.integers(0, 40) | st.integers(0, 10**6)] * width),
            min_size=12,
            max_size=12,
        )
    )
)
def test_rough_counts_tell_what_is_small_and_are_never_too_large(months):
    months = [one if one[0] else (0,) * len(one) for one in months]
    jaar = Jaar([{CEL: one} for one in months], {})

    rough = jaar.rough()

    assert rough.klein(CEL) == jaar.klein(CEL)
    assert rough.nullen(CEL) == jaar.nullen(CEL)
    for exact, roughly in zip(jaar.reeks(CEL), rough.reeks(CEL), strict=True):
        for number, size in zip(exact, roughly, strict=True):
            assert size == number if number < 10 else 10 <= size <= number
        assert exact[0] < 16 or 2 * roughly[0] > exact[0]


def test_a_table_has_its_cells_by_row_and_knows_which_stand_beside_which():
    records = [
        (0, {"kanaal": kanaal, "soort": soort, "wet": soort[0]})
        for kanaal in ("balie", "telefoon")
        for soort in ("a1", "a2", "b1")
    ]
    raster = raster_of(count(records), ("kanaal", "soort"))

    number = raster.nummers[("kanaal", "balie"), ("soort", "a2")]

    assert [raster.cellen[one] for one in raster.beside(number)[0]] == [
        (("kanaal", "telefoon"), ("soort", "a2"))
    ]
    assert [raster.cellen[one] for one in raster.beside(number)[1]] == [
        (("kanaal", "balie"), ("soort", "a1"))
    ]
    above = ("kanaal", "balie"), ("wet", "a")
    members = [cel for place, cel in enumerate(raster.cellen) if raster.delen[above] >> place & 1]
    assert members == [(("kanaal", "balie"), ("soort", kind)) for kind in ("a1", "a2")]
    assert raster.boven == (("kanaal", "wet"),)
