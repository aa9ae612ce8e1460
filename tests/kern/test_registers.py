import pytest

from hengelo_sociaal.kern.registers import Stappen


def test_steps_run_in_order_and_once_each():
    steps, seen = Stappen("proef"), []

    @steps.register
    def first(number):
        seen.append(("first", number))

    @steps.register
    def second(number):
        seen.append(("second", number))

    steps.register(first)
    steps.run(7)

    assert seen == [("first", 7), ("second", 7)]


def test_a_failing_step_stops_the_rest():
    steps, seen = Stappen("proef"), []
    steps.register(lambda: 1 / 0)
    steps.register(lambda: seen.append("reached"))

    with pytest.raises(ZeroDivisionError):
        steps.run()

    assert seen == []
