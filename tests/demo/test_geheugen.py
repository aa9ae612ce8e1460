"""When dead records are taken away while a town is filled."""

import contextlib
import gc
import weakref

from hengelo_sociaal.demo.geheugen import collector_at_rest, short_lived


class Ring:
    """Refers to itself, so that only the collector takes it away."""

    def __init__(self) -> None:
        self.me = self


def ring() -> "weakref.ref[Ring]":
    return weakref.ref(Ring())


def test_what_is_short_lived_is_taken_away_while_the_collector_rests():
    with collector_at_rest():
        with short_lived():
            made = ring()
            assert made() is not None
        assert made() is None


def break_off() -> "weakref.ref[Ring]":
    """Leave a ring behind in a block that fails."""
    with contextlib.suppress(RuntimeError), short_lived():
        made = ring()
        raise RuntimeError
    return made


def test_also_when_filling_is_broken_off():
    with collector_at_rest():
        assert break_off()() is None


def test_the_collector_works_again_after_a_fill_that_was_broken_off():
    with contextlib.suppress(RuntimeError), collector_at_rest():
        gc.freeze()
        raise RuntimeError

    assert gc.isenabled()
    assert gc.get_freeze_count() == 0
