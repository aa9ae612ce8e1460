"""Meldingen as a list of work."""

import datetime as dt

import pytest

from tests.factories.termijnen import TermijnFactory
from tests.factories.toegang import MeldingFactory
from toegang.models import Melding, MeldingTermijn
from toegang.queries.meldingen import as_work_list

pytestmark = pytest.mark.django_db


def test_the_seven_days_of_the_resident_are_not_due_for_us() -> None:
    melding = MeldingFactory()
    own_plan = TermijnFactory(code="wmo_persoonlijk_plan", handeling="wmo-melding")
    MeldingTermijn.objects.create(melding=melding, termijn=own_plan)

    assert as_work_list(Melding.objects.all()).get().eerste_einde is None


def test_the_first_day_of_several_terms_counts() -> None:
    melding = MeldingFactory()
    for code in ("wmo_onderzoek", "jeugd_besluit", "wmo_persoonlijk_plan"):
        term = TermijnFactory(code=code, handeling=code)
        MeldingTermijn.objects.create(melding=melding, termijn=term)

    (row,) = as_work_list(Melding.objects.all())

    assert row.eerste_einde == dt.date(2026, 7, 13)


def test_a_page_of_the_list_does_not_add_up_all_meldingen():
    assert "GROUP BY" not in str(as_work_list(Melding.objects.all()).query)
