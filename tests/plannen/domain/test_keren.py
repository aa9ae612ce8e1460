"""Ticking one time of what comes back, leaving it out, and who is reminded of it."""

import dataclasses
import datetime as dt
import uuid
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from hengelo_sociaal.kern.fouten import GeenRecht, NietGevonden, OngeldigeInvoer, Verouderd
from hengelo_sociaal.logboek.models import Wijzigingsregel
from hengelo_sociaal.medewerkers.models import Medewerker
from hengelo_sociaal.werk.models import Bericht
from plannen.domain.afspraken import (
    AfspraakGegevens,
    add_afspraak,
    change_afspraak,
    gegevens_van,
)
from plannen.domain.herinneren import remind_of_afspraken
from plannen.domain.keren import forget_time, record_time
from plannen.enums import Herhaling, Keeruitkomst, Trede
from plannen.exceptions import (
    AfspraakLooptNiet,
    DagenPassenNiet,
    GeenKeer,
    KeerKomtNog,
    RedenOverslaanNodig,
)
from plannen.models import Afspraak, Doel, Keer, Plan
from plannen.queries.keren import standing, times_since
from tests.factories.medewerkers import MedewerkerFactory
from tests.factories.plannen import AfspraakFactory, DoelFactory, KeerFactory
from tests.factories.toegang import NU, VANDAAG

pytestmark = pytest.mark.django_db
WEEK = dt.timedelta(weeks=1)


@pytest.fixture
def post(plan: Plan) -> Afspraak:
    return AfspraakFactory(doel__plan=plan, elke_dinsdag=True)


def agreed(doel: Doel, by: Medewerker, **values: Any) -> Afspraak:
    given = AfspraakGegevens(trede=Trede.EIGEN_KRACHT, omschrijving="Post openen", naam="Jolanda")
    return add_afspraak(
        doel_id=doel.pk, gegevens=dataclasses.replace(given, **values), by=by, at=NU
    )


def ticked(afspraak: Afspraak, by: Medewerker, **values: Any) -> Keer:
    given = {"dag": VANDAAG, "uitkomst": Keeruitkomst.GEDAAN} | values
    return record_time(afspraak_id=afspraak.pk, by=by, at=NU, **given)


# -- agreeing on fixed days --------------------------------------------------------------
def test_fixed_days_begin_today_unless_told(plan: Plan, consulent: Medewerker) -> None:
    made = agreed(
        DoelFactory(plan=plan), consulent, herhaling=Herhaling.WEKELIJKS, weekdagen=[4, 2, 2]
    )

    made.refresh_from_db()
    assert (made.weekdagen, made.eerste_keer, made.komt_terug) == ([2, 4], VANDAAG, True)


@pytest.mark.parametrize(
    "values",
    [
        {"herhaling": Herhaling.EENMALIG, "weekdagen": [2], "eerste_keer": VANDAAG},
        {"herhaling": Herhaling.WEKELIJKS, "maanddag": 3, "laatste_keer": VANDAAG},
        {"herhaling": Herhaling.DAGELIJKS},
        {"herhaling": Herhaling.MAANDELIJKS, "weekdagen": [2]},
    ],
)
def test_what_does_not_belong_to_how_often_stays_away(
    plan: Plan, consulent: Medewerker, values: dict[str, Any]
) -> None:
    made = agreed(DoelFactory(plan=plan), consulent, **values)

    assert (made.weekdagen, made.maanddag, made.eerste_keer, made.laatste_keer) == (
        [],
        None,
        None,
        None,
    )


def test_it_ends_after_it_begins(plan: Plan, consulent: Medewerker) -> None:
    with pytest.raises(DagenPassenNiet):
        agreed(
            DoelFactory(plan=plan),
            consulent,
            herhaling=Herhaling.WEKELIJKS,
            weekdagen=[2],
            laatste_keer=VANDAAG - WEEK,
        )


@pytest.mark.parametrize(
    "wrong",
    [
        {"weekdagen": [8]},
        {"herhaling": Herhaling.EENMALIG},
        {"herhaling": Herhaling.MAANDELIJKS, "weekdagen": [], "maanddag": 30},
        {"weekdagen": []},
        {"laatste_keer": dt.date(2020, 1, 1)},
    ],
)
def test_the_database_refuses_days_that_do_not_fit(plan: Plan, wrong: dict[str, Any]) -> None:
    doel = DoelFactory(plan=plan)

    with pytest.raises(IntegrityError), transaction.atomic():
        AfspraakFactory(**({"doel": doel, "elke_dinsdag": True} | wrong))


def test_a_conflict_names_the_days_in_words(post: Afspraak, consulent: Medewerker) -> None:
    mine = dataclasses.replace(gegevens_van(post), weekdagen=[1, 3])
    theirs = dataclasses.replace(gegevens_van(post), weekdagen=[5])
    change_afspraak(afspraak_id=post.pk, gegevens=theirs, verwacht=1, by=consulent, at=NU)

    with pytest.raises(Verouderd) as refusal:
        change_afspraak(afspraak_id=post.pk, gegevens=mine, verwacht=1, by=consulent, at=NU)

    (difference,) = refusal.value.extra["verschillen"]
    assert (difference["nu"], difference["ingevuld"]) == ("vrijdag", "maandag en woensdag")


# -- ticking ---------------------------------------------------------------------------
def test_every_time_is_ticked_by_itself(post: Afspraak, consulent: Medewerker) -> None:
    ticked(post, consulent)
    ticked(post, consulent, dag=VANDAAG - WEEK)
    again = ticked(post, consulent)

    assert set(post.keren.values_list("dag", "uitkomst")) == {
        (VANDAAG, "gedaan"),
        (VANDAAG - WEEK, "gedaan"),
    }
    line = Wijzigingsregel.objects.filter(object_id=again.pk).first()
    assert line is not None
    assert line.wijziging["dag"] == VANDAAG.isoformat()


def test_leaving_out_asks_why_and_may_be_known_before(
    post: Afspraak, consulent: Medewerker
) -> None:
    skip = {"dag": VANDAAG + WEEK, "uitkomst": Keeruitkomst.OVERGESLAGEN}

    with pytest.raises(RedenOverslaanNodig):
        ticked(post, consulent, **skip, reden="  ")
    made = ticked(post, consulent, **skip, reden="Vakantie")

    assert (made.uitkomst, made.reden) == ("overgeslagen", "Vakantie")


def test_done_after_all_forgets_the_reason(post: Afspraak, consulent: Medewerker) -> None:
    ticked(post, consulent, uitkomst=Keeruitkomst.OVERGESLAGEN, reden="Ziek")

    assert ticked(post, consulent).reden == ""


def test_a_tick_is_taken_back(post: Afspraak, consulent: Medewerker) -> None:
    ticked(post, consulent)

    for _ in range(2):
        forget_time(afspraak_id=post.pk, dag=VANDAAG, by=consulent, at=NU)

    assert not post.keren.exists()
    assert Wijzigingsregel.objects.filter(handeling="keer teruggezet").count() == 1


@pytest.mark.parametrize(
    ("values", "refusal"),
    [
        ({"dag": VANDAAG - dt.timedelta(days=1)}, GeenKeer),
        ({"dag": VANDAAG - dt.timedelta(weeks=5)}, GeenKeer),
        ({"dag": VANDAAG + WEEK}, KeerKomtNog),
        ({"uitkomst": "misschien"}, OngeldigeInvoer),
    ],
)
def test_what_cannot_be_ticked(
    post: Afspraak, consulent: Medewerker, values: dict[str, Any], refusal: type[Exception]
) -> None:
    with pytest.raises(refusal):
        ticked(post, consulent, **values)

    assert not post.keren.exists()


def test_what_is_done_or_lapsed_does_not_come_back(plan: Plan, consulent: Medewerker) -> None:
    done = AfspraakFactory(doel__plan=plan, elke_dinsdag=True, gedaan=True)

    with pytest.raises(AfspraakLooptNiet):
        ticked(done, consulent)
    assert standing(done, {}, op=VANDAAG).open == []


def test_only_who_works_in_the_plan_ticks(post: Afspraak) -> None:
    with pytest.raises(NietGevonden):
        ticked(post, MedewerkerFactory(consulent=True))
    with pytest.raises(GeenRecht):
        ticked(post, MedewerkerFactory(rollen=["beleid"]))
    with pytest.raises(NietGevonden):
        record_time(
            afspraak_id=uuid.uuid4(),
            dag=VANDAAG,
            uitkomst="gedaan",
            by=MedewerkerFactory(consulent=True),
            at=NU,
        )


# -- how it stands -----------------------------------------------------------------------
def test_how_it_stands(post: Afspraak) -> None:
    KeerFactory(afspraak=post, dag=VANDAAG - WEEK)
    KeerFactory(afspraak=post, dag=VANDAAG - 3 * WEEK, overgeslagen=True)
    found = times_since([post], VANDAAG - dt.timedelta(weeks=8))[post.pk]

    stand = standing(post, found, op=VANDAAG)

    assert stand is not None
    assert stand.open == [VANDAAG, VANDAAG - 2 * WEEK]
    assert (stand.gedaan, stand.geweest, stand.volgende) == (1, 5, VANDAAG + WEEK)


def test_what_does_not_come_back_has_no_standing(plan: Plan) -> None:
    once = AfspraakFactory(doel__plan=plan)

    assert standing(once, {}, op=VANDAAG) is None
    assert times_since([once], VANDAAG) == {}


# -- reminders ---------------------------------------------------------------------------
def reminders(medewerker: Medewerker) -> list[str]:
    titles = Bericht.objects.filter(voor=medewerker, soort="afspraak").order_by("pk")
    return [title.partition(": ")[2] for title in titles.values_list("titel", flat=True)]


def test_a_colleague_is_reminded_once(plan: Plan, consulent: Medewerker) -> None:
    doel = DoelFactory(plan=plan)
    AfspraakFactory(doel=doel, medewerker=consulent, uiterlijk=VANDAAG + dt.timedelta(days=3))
    AfspraakFactory(doel=doel, medewerker=consulent, uiterlijk=VANDAAG + dt.timedelta(days=4))
    AfspraakFactory(doel=doel, medewerker=consulent, uiterlijk=VANDAAG - dt.timedelta(days=1))
    AfspraakFactory(doel=doel, medewerker=consulent, gedaan=True, uiterlijk=VANDAAG)
    AfspraakFactory(doel=doel, medewerker=consulent, elke_dinsdag=True)

    first = remind_of_afspraken(at=NU)
    remind_of_afspraken(at=NU)

    assert first == 3
    assert sorted(reminders(consulent)) == [
        "een afspraak van u is te laat (16 november 2026)",
        "een afspraak van u moet klaar zijn voor 20 november 2026",
        "vandaag, 17 november 2026, staat een afspraak van u",
    ]


def test_on_another_day_nothing_comes_back(plan: Plan, consulent: Medewerker) -> None:
    AfspraakFactory(doel__plan=plan, medewerker=consulent, elke_dinsdag=True)

    assert remind_of_afspraken(at=NU + dt.timedelta(days=1)) == 0
    assert remind_of_afspraken(at=NU + dt.timedelta(days=7)) == 1
    assert len(reminders(consulent)) == 1


@pytest.mark.parametrize(
    "quiet",
    [
        {"herhaling": Herhaling.DAGELIJKS, "weekdagen": []},
        {"laatste_keer": VANDAAG - WEEK},
    ],
)
def test_every_day_or_past_its_end_reminds_nobody(
    plan: Plan, consulent: Medewerker, quiet: dict[str, Any]
) -> None:
    AfspraakFactory(doel__plan=plan, medewerker=consulent, elke_dinsdag=True, **quiet)

    assert remind_of_afspraken(at=NU) == 0


def test_an_ended_plan_reminds_nobody(plan: Plan, consulent: Medewerker) -> None:
    AfspraakFactory(doel__plan=plan, medewerker=consulent, elke_dinsdag=True)
    Plan.objects.filter(pk=plan.pk).update(
        status="beeindigd", beeindigd_op=VANDAAG, uitkomst="gestopt"
    )

    assert remind_of_afspraken(at=NU) == 0
