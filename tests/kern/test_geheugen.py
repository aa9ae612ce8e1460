"""What a process remembers of small lists, and when it forgets."""

import pytest
from freezegun import freeze_time

from hengelo_sociaal.kern.geheugen import SECONDEN, onthouden, vergeet
from toegang.forms.keuzes import values
from toegang.models import Kanaal


def counting():
    asked = []

    @onthouden
    def read(what):
        asked.append(what)
        return len(asked)

    return read, asked


def test_the_same_question_is_asked_once():
    read, asked = counting()

    assert [read("kanaal"), read("kanaal"), read("wet"), read("kanaal")] == [1, 1, 2, 1]
    assert asked == ["kanaal", "wet"]


def test_after_half_a_minute_it_is_asked_again():
    read, asked = counting()
    with freeze_time("2026-11-22 10:00:00") as clock:
        read("kanaal")
        clock.tick(SECONDEN - 1)
        read("kanaal")
        clock.tick(2)
        read("kanaal")

    assert len(asked) == 2


def test_forgetting_is_at_once():
    read, _ = counting()
    read("kanaal")

    vergeet()

    assert read("kanaal") == 2


@pytest.mark.django_db
def test_a_value_that_is_changed_here_is_seen_at_once(django_assert_num_queries):
    values(Kanaal)
    with django_assert_num_queries(0):
        assert ("telefoon", "Telefoon") in values(Kanaal)

    Kanaal.objects.create(code="postduif", label="Postduif", volgorde=99)
    assert ("postduif", "Postduif") in values(Kanaal)

    Kanaal.objects.get(code="postduif").delete()
    assert ("postduif", "Postduif") not in values(Kanaal)
