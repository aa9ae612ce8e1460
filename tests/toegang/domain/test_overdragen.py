"""All work of a colleague to another one, and back."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from hengelo_sociaal.kern.fouten import GeenRecht, NietGevonden, OngeldigeInvoer
from hengelo_sociaal.logboek.models import Wijzigingsregel
from hengelo_sociaal.medewerkers.domain import involve, is_involved
from hengelo_sociaal.medewerkers.domain.verlof import arrange_leave
from hengelo_sociaal.medewerkers.gronden import without_reason
from hengelo_sociaal.medewerkers.models import Grond, Medewerker, Verlof
from hengelo_sociaal.werk.models import Bericht
from plannen.domain.regie import appoint_aanspreekpunt, appoint_regisseur
from plannen.models import Plan
from tests.factories.medewerkers import MedewerkerFactory, TeamFactory, member
from tests.factories.plannen import AfspraakFactory, PlanFactory
from tests.factories.toegang import (
    NU,
    VANDAAG,
    HuisbezoekFactory,
    HuishoudenFactory,
    InwonerFactory,
    MeldingFactory,
)
from toegang.domain.melding import assign_melding
from toegang.domain.melding_stappen import close_melding, withdraw_melding
from toegang.domain.overdragen.alles import (
    hand_over_all,
    stayed_in_words,
    undo_hand_over,
    unfinished,
    work_in_words,
)
from toegang.domain.overdragen.soorten import WERKSOORTEN
from toegang.domain.terugbellen import TerugbelGegevens, request_call
from toegang.enums import HuisbezoekStatus
from toegang.exceptions import AlTeruggedraaid, NietsOverTeDragen
from toegang.models import (
    Huisbezoek,
    Huishouden,
    Melding,
    Overdracht,
    Terugbelverzoek,
    Werkoverdracht,
)

pytestmark = pytest.mark.django_db
WEEK = dt.timedelta(days=7)


@pytest.fixture
def team():
    return TeamFactory(code="wmo")


@pytest.fixture
def leider(team):
    return member(team, teamleider=True)


@pytest.fixture
def anouk(team):
    return member(team, consulent=True, naam="Anouk")


@pytest.fixture
def karin(team):
    return member(team, consulent=True, naam="Karin")


@pytest.fixture
def werk(leider, anouk, team):
    """Two meldingen, a visit and a call of Anouk."""
    made = [MeldingFactory(team=team) for _ in range(2)]
    for melding in made:
        assign_melding(by=leider, melding_id=melding.pk, consulent_id=anouk.pk, at=NU)
    home = HuishoudenFactory()
    HuisbezoekFactory(huishouden=home, medewerker=anouk)
    involve(medewerker=anouk, huishouden_id=home.pk, grond=Grond.HUISBEZOEK, op=VANDAAG)
    call = TerugbelGegevens(telefoon="06", uiterlijk=NU + WEEK, medewerker_id=anouk.pk)
    request_call(by=leider, gegevens=call, at=NU)
    Bericht.objects.all().delete()
    return made


def hand_over(by, van, naar, **change):
    given = {"van_id": van.pk, "naar_id": naar.pk, "notitie": "Anouk is ziek.", "at": NU} | change
    return hand_over_all(by=by, **given)


def undo(by, made, at=NU):
    return undo_hand_over(by=by, overdracht_id=made.pk, reden="vergissing", at=at)


def test_everything_unfinished_goes_along_with_the_note(leider, anouk, karin, werk):
    assert unfinished(anouk, op=VANDAAG, by=leider) == [
        "2 meldingen",
        "1 gepland huisbezoek",
        "1 belofte om terug te bellen",
    ]

    made = hand_over(leider, anouk, karin)

    assert set(Melding.objects.values_list("consulent", flat=True)) == {karin.pk}
    assert Terugbelverzoek.objects.get().medewerker == karin
    assert work_in_words(made.stukken) == [
        "2 meldingen",
        "1 gepland huisbezoek",
        "1 belofte om terug te bellen",
    ]
    assert {one.notitie for one in Overdracht.objects.all()} == {"Anouk is ziek."}
    assert unfinished(anouk, op=VANDAAG, by=leider) == []


def test_the_new_colleague_is_told_once_and_may_open_the_dossiers(leider, anouk, karin, werk):
    homes = [*(one.huishouden_id for one in werk), anouk.betrokkenheden.last().huishouden_id]

    made = hand_over(leider, anouk, karin)

    (told,) = Bericht.objects.all()
    assert (told.voor, told.adres) == (karin, f"/team/overdrachten/{made.pk}")
    tomorrow = VANDAAG + dt.timedelta(days=1)
    assert all(is_involved(karin, home, op=tomorrow) for home in homes)
    assert not any(is_involved(anouk, home, op=tomorrow) for home in homes)


def test_every_piece_is_traced(leider, anouk, karin, werk):
    hand_over(leider, anouk, karin)

    told = Wijzigingsregel.objects.filter(medewerker_id=leider.pk)
    assert told.filter(handeling="melding toegedeeld").count() == 4  # two before, two now
    assert told.filter(handeling="werk overgedragen").count() == 3  # visit, call and the whole


def test_undoing_gives_back_what_is_unfinished(leider, anouk, karin, werk):
    made = hand_over(leider, anouk, karin)
    withdraw_melding(by=karin, melding_id=werk[0].pk, reden="inwoner-trekt-in", at=NU)

    back = undo(leider, made)

    assert (back.terug, back.bleef) == (3, 1)
    werk[0].refresh_from_db()
    werk[1].refresh_from_db()
    assert (werk[0].consulent, werk[1].consulent) == (karin, anouk)
    tomorrow = VANDAAG + dt.timedelta(days=1)
    assert is_involved(anouk, werk[1].huishouden_id, op=tomorrow)
    assert not is_involved(karin, werk[1].huishouden_id, op=tomorrow)
    with pytest.raises(AlTeruggedraaid):
        undo(leider, made)


def test_what_went_on_to_somebody_else_stays_there(leider, anouk, karin, werk, team):
    made = hand_over(leider, anouk, karin)
    third = member(team, consulent=True)
    assign_melding(by=leider, melding_id=werk[0].pk, consulent_id=third.pk, at=NU)

    undo(leider, made)

    werk[0].refresh_from_db()
    assert werk[0].consulent == third


def test_standing_in_during_leave_goes_along_where_it_can(leider, anouk, karin, werk, team):
    other = member(team, consulent=True)
    for absent, begin in ((other, VANDAAG), (karin, VANDAAG + WEEK)):
        arrange_leave(
            by=leider,
            medewerker_id=absent.pk,
            vervanger_id=anouk.pk,
            van=begin,
            tot=begin + WEEK / 2,
            at=NU,
        )

    made = hand_over(leider, anouk, karin)

    assert Verlof.objects.get(medewerker=other).vervanger == karin
    assert Verlof.objects.get(medewerker=karin).vervanger == anouk  # nobody replaces themselves
    assert stayed_in_words(made.gebleven) == [
        ("1 keer vervangen van een collega met verlof", "Karin is dan zelf met verlof.")
    ]


def test_who_is_away_gets_no_work(leider, anouk, karin, werk):
    arrange_leave(
        by=leider,
        medewerker_id=karin.pk,
        vervanger_id=anouk.pk,
        van=VANDAAG,
        tot=VANDAAG + WEEK,
        at=NU,
    )

    with pytest.raises(OngeldigeInvoer) as refusal:
        hand_over(leider, anouk, karin)

    assert "met verlof tot en met" in refusal.value.velden["naar_id"]
    assert not Werkoverdracht.objects.exists()


def test_the_plans_go_along(leider, anouk, karin):
    plan = PlanFactory()
    involve(medewerker=anouk, huishouden_id=plan.huishouden_id, grond=Grond.PLAN, op=VANDAAG)
    appoint_regisseur(plan_id=plan.pk, medewerker=anouk, by=anouk, at=NU)
    appoint_aanspreekpunt(plan_id=plan.pk, medewerker=anouk, by=anouk, at=NU)
    AfspraakFactory(doel__plan=plan, medewerker=anouk, naam="", inwoner=None)

    made = hand_over(leider, anouk, karin)

    assert work_in_words(made.stukken) == [
        "1 keer regisseur",
        "1 keer aanspreekpunt",
        "1 lopende afspraak in een plan",
    ]
    assert holders(plan) == {karin}
    undo(leider, made)
    assert holders(plan) == {anouk}


def holders(plan: Plan) -> set[Medewerker]:
    return {
        plan.regisseurs.get(tot__isnull=True).medewerker,
        plan.aanspreekpunten.get(tot__isnull=True).medewerker,
        plan.doelen.get().afspraken.get().medewerker,
    }


def test_work_of_a_colleague_who_left_already(leider, anouk, karin, werk):
    anouk.is_active = False
    anouk.save()

    made = hand_over(leider, anouk, karin)

    assert len(made.stukken) == 4
    with pytest.raises(OngeldigeInvoer):
        undo(leider, made)


@pytest.mark.parametrize("change", [{"notitie": " "}, {"naar_id": None}])
def test_incomplete_is_refused_and_changes_nothing(leider, anouk, karin, werk, change):
    if "naar_id" in change:
        change = {"naar_id": MedewerkerFactory(rollen=["beleid"]).pk}

    with pytest.raises(OngeldigeInvoer):
        hand_over(leider, anouk, karin, **change)

    assert set(Melding.objects.values_list("consulent", flat=True)) == {anouk.pk}


def test_nothing_left_is_said_so(leider, anouk, karin, werk):
    hand_over(leider, anouk, karin)

    with pytest.raises(NietsOverTeDragen):
        hand_over(leider, anouk, karin)


def test_only_who_leads_the_team(leider, anouk, karin, werk):
    stranger = member(TeamFactory(), teamleider=True)

    with pytest.raises(GeenRecht):
        hand_over(karin, anouk, karin)
    with pytest.raises(GeenRecht):
        hand_over(stranger, anouk, karin)
    made = hand_over(leider, anouk, karin)
    for by in (karin, stranger):
        with pytest.raises(GeenRecht):
            undo(by, made)
    with pytest.raises(NietGevonden):
        hand_over(leider, InwonerFactory(), karin)


def test_finished_work_stays_with_who_did_it(leider, anouk, karin, werk):
    close_melding(by=anouk, melding_id=werk[0].pk, op=VANDAAG, at=NU)

    made = hand_over(leider, anouk, karin)

    assert [pk for code, pk in made.stukken if code == "melding"] == [str(werk[1].pk)]


def test_every_kind_of_work_has_its_words():
    assert set(WERKSOORTEN) == {
        "melding",
        "huisbezoek",
        "terugbelverzoek",
        "signaalzaak",
        "consult",
        "doorverwijzing",
        "klacht",
        "besluit",
        "bezwaar",
        "vervanging",
        "regie",
        "aanspreekpunt",
        "afspraak",
    }
    assert WERKSOORTEN["melding"].woorden(1) == "1 melding"


def test_undoing_shuts_the_dossiers_again_also_the_second_time_on_a_day(leider, anouk, karin, werk):
    undo(leider, hand_over(leider, anouk, karin))
    undo(leider, hand_over(leider, anouk, karin))

    assert not karin.betrokkenheden.filter(tot__isnull=True).exists()
    assert anouk.betrokkenheden.filter(tot__isnull=True).count() == 3


def test_undoing_a_week_later_opens_the_dossiers_from_that_day(leider, anouk, karin, werk):
    made, home = hand_over(leider, anouk, karin), werk[0].huishouden_id
    days = [VANDAAG + dt.timedelta(days=number) for number in (0, 3, 7, 30)]

    undo(leider, made, NU + WEEK)

    assert [is_involved(anouk, home, op=day) for day in days] == [True, False, True, True]
    assert [is_involved(karin, home, op=day) for day in days] == [True, True, True, False]
    assert not without_reason().exists()


def test_undoing_goes_on_where_somebody_got_work_again_meanwhile(leider, anouk, karin, werk):
    made, visit = hand_over(leider, anouk, karin), Huisbezoek.objects.get()
    HuisbezoekFactory(huishouden=visit.huishouden, medewerker=anouk)
    day = VANDAAG + dt.timedelta(days=2)
    here = {"huishouden_id": visit.huishouden_id, "grond": Grond.HUISBEZOEK}
    involve(medewerker=anouk, **here, op=day)

    back = undo(leider, made, NU + WEEK)

    assert back.bleef == 0
    assert anouk.betrokkenheden.get(**here, tot__isnull=True).van == day
    assert not is_involved(karin, visit.huishouden_id, op=VANDAAG + 2 * WEEK)


def test_undoing_opens_no_dossier_of_what_was_finished_meanwhile(leider, anouk, karin, werk):
    made, visit = hand_over(leider, anouk, karin), Huisbezoek.objects.get()
    Huisbezoek.objects.update(status=HuisbezoekStatus.VERVALLEN)

    undo(leider, made, NU + WEEK)

    for one in (anouk, karin):
        assert not is_involved(one, visit.huishouden_id, op=VANDAAG + 2 * WEEK)
    assert not without_reason().exists()


def test_undoing_leaves_who_got_other_work_there_meanwhile(leider, anouk, karin, werk):
    made, visit = hand_over(leider, anouk, karin), Huisbezoek.objects.get()
    other = HuisbezoekFactory(huishouden=visit.huishouden, medewerker=karin)

    undo(leider, made, NU + WEEK)

    assert Huisbezoek.objects.get(pk=other.pk).medewerker == karin
    for one in (anouk, karin):
        assert is_involved(one, visit.huishouden_id, op=VANDAAG + 2 * WEEK)


def test_undoing_locks_the_household_of_what_went_on_to_a_third(leider, anouk, karin, werk, team):
    """Somebody works in a plan as long as it runs, so that comes back from whoever has it."""
    plan, third = PlanFactory(betrokken=anouk), member(team, consulent=True)
    made = hand_over(leider, anouk, karin)
    hand_over(leider, karin, third)

    with CaptureQueriesContext(connection) as asked:
        undo(leider, made)

    home = plan.huishouden_id.hex
    at_home = [one["sql"] for one in asked.captured_queries if home in one["sql"]]
    assert f'FROM "{Huishouden._meta.db_table}"' in at_home[0]
    assert "FOR NO KEY UPDATE" in at_home[0]
    assert is_involved(anouk, plan.huishouden_id, op=VANDAAG + WEEK)
