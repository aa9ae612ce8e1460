"""The paper of an agreed version: ordered with it, made later, and never lost."""

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
from celery import current_app

from hengelo_sociaal.kern.fouten import GeenRecht
from hengelo_sociaal.kern.tijd import nu
from hengelo_sociaal.medewerkers.models import Medewerker
from hengelo_sociaal.papier import zetten
from hengelo_sociaal.papier.models import Stuk
from plannen.domain.opmaken import make_waiting, paper_of
from plannen.domain.vaststelling import Instemming, adopt_plan
from plannen.models import Papieropdracht, Plan, Vaststelling
from plannen.tasks import maak_papier
from tests.factories.medewerkers import MedewerkerFactory
from tests.factories.plannen import DoelFactory
from tests.inloggen import logged_in

pytestmark = pytest.mark.django_db
MINUUT = dt.timedelta(minutes=1)


@pytest.fixture
def versie(plan: Plan, consulent: Medewerker) -> Vaststelling:
    return adopted(plan, consulent)


def adopted(plan: Plan, by: Medewerker) -> Vaststelling:
    DoelFactory(plan=plan)
    person = plan.deelnames.all()[0].inwoner_id
    answers = [Instemming(inwoner_id=person, wijze="mondeling")]
    return adopt_plan(plan_id=plan.pk, akkoorden=answers, by=by, at=nu())


def page(by: Medewerker, versie: Vaststelling, more: str = "") -> str:
    answer = logged_in(by).get(f"/plannen/{versie.plan_id}/versies/{versie.versie}{more}")
    return answer.content.decode().replace("\u00a0", " ")


def test_the_worker_makes_what_was_ordered(versie: Vaststelling, consulent: Medewerker) -> None:
    assert not Stuk.objects.exists()
    waiting = page(consulent, versie)

    made, again = maak_papier(), maak_papier()

    kept = Stuk.objects.get()
    assert (made, again) == (1, 0)
    assert (kept.onderwerp_id, kept.gemaakt_door) == (versie.pk, consulent)
    assert bytes(kept.pdf).startswith(b"%PDF")
    assert paper_of(versie) == kept
    assert "Wordt gemaakt" in waiting
    assert 'hx-trigger="every 5s"' in waiting
    ready = page(consulent, versie, "/papier")
    assert kept.sha256 in ready
    assert "hx-trigger" not in ready


def test_agreeing_does_not_wait_for_worker_or_broker(
    plan: Plan, consulent: Medewerker, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone(*args: Any, **kwargs: Any) -> None:
        raise ConnectionError

    monkeypatch.setattr(current_app, "send_task", gone)
    monkeypatch.setattr(zetten, "ZETTER", Path("er-is-geen-zetter.py"))

    made = adopted(plan, consulent)

    assert Papieropdracht.objects.get().vaststelling == made
    assert Vaststelling.objects.filter(pk=made.pk).exists()


def test_what_fails_is_tried_again_later_and_longer(
    versie: Vaststelling, consulent: Medewerker, monkeypatch: pytest.MonkeyPatch
) -> None:
    at, real = nu(), zetten.ZETTER
    monkeypatch.setattr(zetten, "ZETTER", Path("er-is-geen-zetter.py"))

    tried = [make_waiting(at=at + minutes * MINUUT) for minutes in (0, 0.5, 1, 2)]
    order = Papieropdracht.objects.get()
    told = page(consulent, versie)
    monkeypatch.setattr(zetten, "ZETTER", real)
    made = make_waiting(at=at + 3 * MINUUT)

    assert tried == [0, 0, 0, 0]
    assert order.pogingen == 2
    assert order.opnieuw_op == at + 3 * MINUUT
    assert "Nog niet gelukt" in told
    assert "Er is niets verloren" in told
    assert made == 1
    assert Stuk.objects.count() == 1


def test_one_that_cannot_be_made_does_not_keep_the_others_waiting(
    versie: Vaststelling, consulent: Medewerker, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(zetten, "MEESTE_TEKENS", 10)
    assert make_waiting(at=nu()) == 0
    monkeypatch.undo()
    Papieropdracht.objects.update(pogingen=40)  # far past the longest wait
    late = nu() + dt.timedelta(hours=7)

    assert make_waiting(at=late) == 1


def test_a_failed_agreement_orders_nothing(plan: Plan) -> None:
    DoelFactory(plan=plan)
    answers = [Instemming(inwoner_id=plan.deelnames.all()[0].inwoner_id, wijze="mondeling")]

    with pytest.raises(GeenRecht):
        adopt_plan(
            plan_id=plan.pk,
            akkoorden=answers,
            by=MedewerkerFactory(rollen=["vindplaats"]),
            at=nu(),
        )

    assert not Papieropdracht.objects.exists()
