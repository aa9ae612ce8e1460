"""The picture of a network: everybody in it, in words too."""

from hypothesis import given
from hypothesis import strategies as st

from hengelo_sociaal.web.grafieken.ecogram import LIJNEN, Band, Ecogram

BANDEN = st.builds(
    Band,
    naam=st.text(min_size=1, max_size=60),
    relatie=st.text(max_size=40),
    lijn=st.sampled_from(sorted(LIJNEN)),
    zorgt=st.sampled_from(["", "12 uur per week"]),
)


def ecogram(*banden):
    return Ecogram(titel="Netwerk", bevinding="Twee mensen.", midden=["Jolanda"], banden=banden)


def test_it_is_a_picture_with_a_name_and_a_description():
    drawn = str(ecogram(Band(naam="Anja", relatie="zus", lijn="sterk", zorgt="12 uur")))

    assert 'role="img"' in drawn
    assert "<title" in drawn
    assert "<desc" in drawn
    assert "Anja" in drawn
    assert "sterk contact" in drawn


def test_a_name_is_never_markup():
    assert "<script>" not in str(ecogram(Band(naam="<script>", relatie="x", lijn="gewoon")))


@given(banden=st.lists(BANDEN, max_size=14))
def test_whoever_is_drawn_stands_in_the_table(banden):
    picture = ecogram(*banden)

    assert len(picture.tabel().rijen) == len(banden)
    assert str(picture).count("<circle") == len(banden) + 1
