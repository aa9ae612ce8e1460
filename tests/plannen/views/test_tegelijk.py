"""Two people at the same part of a plan at once: nothing is lost, both see both."""

import datetime as dt
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from hengelo_sociaal.kern.tijd import nu, vandaag
from hengelo_sociaal.medewerkers.models import Medewerker
from plannen.domain.evaluaties import EvaluatieGegevens, change_evaluatie, hold_evaluatie
from plannen.domain.regie import appoint_aanspreekpunt, appoint_regisseur, decide_regisseur
from plannen.enums import EvaluatieUitkomst
from plannen.models import Plan
from tests.factories.medewerkers import MedewerkerFactory
from tests.factories.plannen import EvaluatieFactory

pytestmark = pytest.mark.django_db
HTMX = {"HX-Request": "true"}


@pytest.fixture
def collega(plan: Plan) -> Medewerker:
    return MedewerkerFactory(consulent=True, naam="Bea Collega")


def opened(scherm: Client, path: str) -> dict[str, Any]:
    """What a form holds when it is opened, hidden fields too."""
    form = scherm.get(path).context["form"]
    values = {name: form[name].value() for name in form.fields}
    return {name: "" if value is None else value for name, value in values.items()}


def sent_again(scherm: Client, path: str, values: dict[str, Any]) -> Any:
    """The same form once more, with what the refusal put in it."""
    refused = scherm.post(path, values, headers=HTMX)
    assert refused.status_code == 422
    form = refused.context["form"]
    kept = {name: form[name].value() for name in form.fields}
    return refused, scherm.post(path, {n: "" if v is None else v for n, v in kept.items()})


def test_two_who_appoint_a_regisseur_see_both_names(
    scherm: Client, plan: Plan, consulent: Medewerker, collega: Medewerker
) -> None:
    path = reverse("plan-regisseur", args=[plan.pk])
    values = opened(scherm, path) | {"medewerker": str(consulent.pk)}
    appoint_regisseur(plan_id=plan.pk, medewerker=collega, by=consulent, at=nu())

    refused, again = sent_again(scherm, path, values)

    assert "Bea Collega" in refused.content.decode()
    assert again.status_code == 303
    assert plan.regisseurs.get(tot__isnull=True).medewerker == consulent


def test_two_who_choose_whom_to_call_see_both(
    scherm: Client, plan: Plan, consulent: Medewerker
) -> None:
    path = reverse("plan-aanspreekpunt", args=[plan.pk])
    values = opened(scherm, path) | {"naam": "Anna de Boer"}
    appoint_aanspreekpunt(plan_id=plan.pk, by=consulent, at=nu(), naam="Piet van de School")

    refused, again = sent_again(scherm, path, values)

    assert all(name in refused.content.decode() for name in ("Piet van de School", "Anna de Boer"))
    assert again.status_code == 303
    assert plan.aanspreekpunten.get(tot__isnull=True).naam == "Anna de Boer"


def test_two_who_deviate_from_the_rule_see_both_reasons(
    scherm: Client, plan: Plan, consulent: Medewerker
) -> None:
    path = reverse("plan-regisseur-nodig", args=[plan.pk])
    values = opened(scherm, path) | {"nodig": "nee", "reden": "Moeder houdt het overzicht"}
    decide_regisseur(plan_id=plan.pk, nodig=True, reden="Onrust thuis", by=consulent, at=nu())

    refused, again = sent_again(scherm, path, values)

    assert "Onrust thuis" in refused.content.decode()
    assert again.status_code == 303
    plan.refresh_from_db()
    assert (plan.regisseur_nodig, plan.regisseur_reden) == (False, "Moeder houdt het overzicht")


def test_the_same_choice_twice_is_no_conflict(
    scherm: Client, plan: Plan, consulent: Medewerker
) -> None:
    path = reverse("plan-aanspreekpunt", args=[plan.pk])
    values = opened(scherm, path) | {"naam": "Anna de Boer"}
    appoint_aanspreekpunt(plan_id=plan.pk, by=consulent, at=nu(), naam="Anna de Boer")

    assert scherm.post(path, values).status_code == 303


def test_an_evaluation_that_was_held_meanwhile_shows_both_reports(
    scherm: Client, plan: Plan, consulent: Medewerker
) -> None:
    evaluatie = EvaluatieFactory(plan=plan)
    path = reverse("evaluatie-vastleggen", args=[evaluatie.pk])
    values = opened(scherm, path) | {"uitkomst": "opschalen", "verslag": "Het gaat slechter."}
    hold_evaluatie(
        evaluatie_id=evaluatie.pk,
        uitkomst=EvaluatieUitkomst.DOORGAAN,
        verslag="De post is op orde.",
        by=consulent,
        at=nu(),
    )

    refused = scherm.post(path, values, headers=HTMX)

    words = refused.content.decode()
    assert refused.status_code == 422
    assert all(word in words for word in ("De post is op orde.", "Zo doorgaan"))
    assert words.count("Het gaat slechter.") == 2
    assert "niet opgeslagen" in words
    evaluatie.refresh_from_db()
    assert evaluatie.verslag == "De post is op orde."


def test_an_evaluation_is_moved_and_a_second_move_shows_both_days(
    scherm: Client, plan: Plan, consulent: Medewerker
) -> None:
    evaluatie = EvaluatieFactory(plan=plan)
    path = reverse("evaluatie-verzetten", args=[evaluatie.pk])
    first, second = vandaag() + dt.timedelta(days=30), vandaag() + dt.timedelta(days=45)
    values = opened(scherm, path) | {"gepland_op": second.isoformat()}
    change_evaluatie(
        evaluatie_id=evaluatie.pk,
        gegevens=EvaluatieGegevens(gepland_op=first),
        verwacht=evaluatie.wijzigingnummer,
        by=consulent,
        at=nu(),
    )

    refused, again = sent_again(scherm, path, values)

    assert all(day.isoformat() in refused.content.decode() for day in (first, second))
    assert again.status_code == 303
    evaluatie.refresh_from_db()
    assert evaluatie.gepland_op == second
