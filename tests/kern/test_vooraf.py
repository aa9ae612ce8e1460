"""What is read before the web processes are made."""

import pytest
from django.db import OperationalError, connection

from hengelo_sociaal.kern import vooraf
from tests.factories.voorzieningen import VoorzieningFactory
from voorzieningen.queries.stand import current_state
from voorzieningen.queries.woordenschat import vocabulary

pytestmark = pytest.mark.django_db(transaction=True)


def test_the_first_question_finds_the_words_read_and_no_connection_is_left(
    django_assert_num_queries,
):
    VoorzieningFactory()

    vooraf.read_ahead()

    assert connection.connection is None
    state = current_state()
    with django_assert_num_queries(0):
        vocabulary(state)


def test_without_a_database_the_server_starts_all_the_same(monkeypatch, caplog):
    def fail() -> None:
        raise OperationalError("geen verbinding")

    read: list[bool] = []
    monkeypatch.setattr(vooraf, "_LEZERS", [fail, lambda: read.append(True)])

    vooraf.read_ahead()

    assert read == [True]
    assert "geen verbinding" in caplog.text
