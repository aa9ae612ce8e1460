"""In time or not, explained; and always the same answer as counting days by hand."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plannen.queries.besluit.tijdigheid import timeliness

LAATSTE = dt.date(2026, 10, 27)
days = st.integers(min_value=-40, max_value=40).map(lambda n: LAATSTE + dt.timedelta(days=n))


@pytest.mark.parametrize(
    ("received", "posted", "in_time", "words"),
    [
        (LAATSTE, None, True, "Op tijd"),
        (dt.date(2026, 10, 28), None, False, "1 dag na"),
        (dt.date(2026, 11, 3), LAATSTE, True, "6:9"),
        (dt.date(2026, 11, 4), LAATSTE, False, "8 dagen na"),
        (dt.date(2026, 10, 30), dt.date(2026, 10, 28), False, "3 dagen na"),
    ],
)
def test_examples(received: dt.date, posted: dt.date | None, in_time: bool, words: str) -> None:
    found = timeliness(einddatum=LAATSTE, ontvangen_op=received, gepost_op=posted)

    assert found.op_tijd is in_time
    assert words in found.uitleg


@given(received=days, posted=st.none() | days)
def test_a_letter_that_came_earlier_is_never_later(
    received: dt.date, posted: dt.date | None
) -> None:
    here = timeliness(einddatum=LAATSTE, ontvangen_op=received, gepost_op=posted)
    before = timeliness(
        einddatum=LAATSTE, ontvangen_op=received - dt.timedelta(days=1), gepost_op=posted
    )

    assert before.op_tijd >= here.op_tijd
    assert here.op_tijd or received > LAATSTE
