"""Days that cannot be meant, in the forms of a plan."""

import pytest
from django.test import Client
from django.urls import reverse

from hengelo_sociaal.medewerkers.models import Medewerker
from plannen.models import Afspraak, Plan
from tests.factories.plannen import DoelFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("dag", ["31-12-9999", "9999-12-31", "1 jan 0001"])
def test_a_day_outside_the_calendar_is_refused_and_the_plan_still_opens(
    client: Client, plan: Plan, consulent: Medewerker, dag: str
) -> None:
    client.force_login(consulent)
    said = {"omschrijving": "Post openen", "trede": "eigen-kracht", "naam": "Jolanda"}
    days = {"herhaling": "dagelijks", "eerste_keer": dag}

    page = client.post(reverse("afspraak-nieuw", args=[DoelFactory(plan=plan).pk]), said | days)

    assert "Kies een dag in de jaren 1850 tot en met 2200." in page.content.decode()
    assert not Afspraak.objects.exists()
    assert client.get(f"/plannen/{plan.pk}").status_code == 200
