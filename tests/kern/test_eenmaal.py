"""What the parts of one page share, and that nobody else ever gets it."""

from threading import Thread

import pytest

from hengelo_sociaal.kern.eenmaal import een_keer, gedeeld


def counting():
    asked = []

    @gedeeld
    def read(what, *, op="vandaag"):
        asked.append((what, op))
        return len(asked)

    return read, asked


def test_within_a_page_the_same_question_is_asked_once():
    read, asked = counting()

    with een_keer():
        found = [read("a"), read("a"), read("b"), read("a", op="morgen"), read("b")]

    assert found == [1, 1, 2, 3, 2]
    assert asked == [("a", "vandaag"), ("b", "vandaag"), ("a", "morgen")]


def test_elsewhere_and_on_the_next_page_it_is_asked_again():
    read, asked = counting()

    read("a")
    for _ in range(2):
        with een_keer():
            read("a")
    read("a")

    assert len(asked) == 4


def test_what_a_page_draws_apart_shares_what_the_page_read():
    read, asked = counting()

    with een_keer():
        read("a")
        with een_keer():
            read("a")
            read("b")
        read("b")

    assert asked == [("a", "vandaag"), ("b", "vandaag")]


def test_a_page_that_breaks_leaves_nothing_behind():
    read, asked = counting()

    def page():
        with een_keer():
            read("a")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        page()
    read("a")

    assert len(asked) == 2


def test_another_request_at_the_same_time_gets_nothing_of_it():
    read, asked = counting()

    with een_keer():
        read("a")
        other = Thread(target=read, args=("a",))
        other.start()
        other.join()

    assert len(asked) == 2
