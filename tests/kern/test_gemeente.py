"""Which municipality this is, from one setting."""

import pytest

from hengelo_sociaal.kern.gemeente import gemeentenaam


@pytest.mark.parametrize(
    ("organisatie", "naam"),
    [
        ("Gemeente Hengelo", "Hengelo"),
        ("Gemeente Hof van Twente", "Hof van Twente"),
        ("Noaberkracht", "Noaberkracht"),
    ],
)
def test_people_leave_the_word_gemeente_out(settings, organisatie, naam):
    settings.ORGANISATIE = organisatie

    assert gemeentenaam() == naam
