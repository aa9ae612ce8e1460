"""Two versions of an entry beside each other, in words."""

import pytest

from tests.factories.voorzieningen import LocatieFactory
from voorzieningen.queries.verschillen import compare

pytestmark = pytest.mark.django_db


def test_lists_are_read_as_names_in_order_and_never_as_ids():
    west, oost = LocatieFactory(naam="West"), LocatieFactory(naam="Oost")
    gone = LocatieFactory()
    old = {"locaties": [str(west.pk), str(oost.pk)], "leveringsvormen": ["pgb"]}
    new = {"locaties": [str(west.pk), str(gone.pk)], "leveringsvormen": ["zin", "pgb"]}
    gone.delete()

    told = {each.naam: (each.oud, each.nieuw) for each in compare(old, new)}

    assert told["Locaties"] == ("Oost, West", "West, bestaat niet meer")
    assert told["Leveringsvormen"] == (
        "Persoonsgebonden budget",
        "Persoonsgebonden budget, Zorg in natura",
    )


def test_an_organisation_that_is_gone_is_no_number():
    where = LocatieFactory()
    organisatie, gone = where.organisatie, "0193825c-dfe8-7d1d-9adb-81eec32bca7b"

    [told] = compare({"organisatie": gone}, {"organisatie": str(organisatie.pk)})

    assert (told.oud, told.nieuw) == ("bestaat niet meer", organisatie.naam)
