"""Figures as rows: how a column reads."""

from dashboard.views.tabel import Tabel


def test_the_numbers_of_a_column_have_the_same_decimals():
    table = Tabel(["Wijk", "Vragen", "Per 1.000"], [["Noord", 2407, 256.7], ["Woolde", 12, 259.0]])

    assert table.teksten == [["Noord", "2.407", "256,7"], ["Woolde", "12", "259,0"]]


def test_what_is_missing_or_words_does_not_count():
    table = Tabel(["Wijk", "Bezet"], [["Noord", None], ["Woolde", "niet getoond"], ["Es", 7]])

    assert table.teksten == [["Noord", "–"], ["Woolde", "niet getoond"], ["Es", "7"]]
