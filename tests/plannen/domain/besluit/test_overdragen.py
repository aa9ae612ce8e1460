"""Besluiten that were not sent yet go along when a colleague hands all work over."""

import pytest
from django.db import IntegrityError, transaction

from hengelo_sociaal.logboek.models import Wijzigingsregel
from plannen.domain.besluit.beoordelen import return_besluit, submit_besluit, take_besluit
from plannen.domain.besluit.bezwaar import BezwaarGegevens, receive_bezwaar
from plannen.exceptions import EigenBesluit, VierOgen
from plannen.models import Besluit
from plannen.queries.besluit.lijst import my_drafts, to_judge
from tests.factories.besluiten import BesluitFactory, BezwaarFactory
from tests.factories.medewerkers import TeamFactory, member
from tests.factories.toegang import NU, VANDAAG
from toegang.domain.overdragen.alles import (
    hand_over_all,
    preview_hand_over,
    stayed_in_words,
    undo_hand_over,
    work_in_words,
)
from toegang.exceptions import NietsOverTeDragen

pytestmark = pytest.mark.django_db


@pytest.fixture
def team():
    return TeamFactory(code="wmo")


@pytest.fixture
def leider(team):
    return member(team, teamleider=True, naam="Bart")


@pytest.fixture
def anouk(team):
    """Drafts besluiten, and may decide on those of others."""
    return member(team, rollen=["consulent", "teamleider"], naam="Anouk")


@pytest.fixture
def karin(team):
    return member(team, rollen=["consulent", "teamleider"], naam="Karin")


def hand_over(by, van, naar):
    return hand_over_all(by=by, van_id=van.pk, naar_id=naar.pk, notitie="Zij gaat weg.", at=NU)


def look(by, van, naar):
    return preview_hand_over(by=by, van_id=van.pk, naar_id=naar.pk, at=NU)


@pytest.mark.parametrize("stand", [{}, {"ingediend": True}, {"genomen": True}])
def test_what_was_not_sent_goes_to_who_goes_on_with_it(leider, anouk, karin, stand):
    besluit = BesluitFactory(opgesteld_door=anouk, **stand)

    seen = look(leider, anouk, karin)
    made = hand_over(leider, anouk, karin)

    besluit.refresh_from_db()
    assert (besluit.opgesteld_door, besluit.eerdere_opstellers) == (karin, [anouk.pk])
    words = ["1 besluit dat nog niet is verzonden"]
    assert seen.gaat == work_in_words(made.stukken) == words
    line = Wijzigingsregel.objects.get(handeling="concept-besluit overgedragen")
    assert line.inwoners == [besluit.inwoner_id]


def test_a_draft_is_on_the_list_of_who_took_it_over_and_may_be_changed(leider, anouk, karin):
    besluit = BesluitFactory(opgesteld_door=anouk, met_controles=True)

    hand_over(leider, anouk, karin)

    assert (list(my_drafts(anouk)), list(my_drafts(karin))) == ([], [besluit])
    submit_besluit(besluit_id=besluit.pk, by=karin, at=NU)


@pytest.mark.parametrize("stand", [{"bekend": True}, {"status": "vervallen"}])
def test_what_was_sent_or_lapsed_stays_with_who_drew_it_up(leider, anouk, karin, stand):
    BesluitFactory(opgesteld_door=anouk, **stand)

    with pytest.raises(NietsOverTeDragen):
        hand_over(leider, anouk, karin)


def test_who_read_it_as_the_second_does_not_become_the_drafter(leider, anouk, karin):
    judged = BesluitFactory(opgesteld_door=anouk, ingediend=True)
    return_besluit(besluit_id=judged.pk, opmerking="Leg uit.", by=karin, at=NU)
    taken = BesluitFactory(opgesteld_door=anouk, genomen=True, genomen_door=karin)
    free = BesluitFactory(opgesteld_door=anouk)

    seen = look(leider, anouk, karin)
    made = hand_over(leider, anouk, karin)

    why = "Karin las dit besluit als tweede (vier ogen)."
    assert seen.blijft == stayed_in_words(made.gebleven)
    assert seen.blijft == [("2 besluiten die nog niet zijn verzonden", why)]
    owners = dict(Besluit.objects.values_list("pk", "opgesteld_door"))
    assert owners == {judged.pk: anouk.pk, taken.pk: anouk.pk, free.pk: karin.pk}


def test_who_handed_it_over_is_no_second_reader_of_it(leider, anouk, karin):
    besluit = BesluitFactory(opgesteld_door=anouk, afwijzing=True, met_controles=True)
    hand_over(leider, anouk, karin)
    submit_besluit(besluit_id=besluit.pk, by=karin, at=NU)

    assert list(to_judge(anouk, op=VANDAAG)) == list(to_judge(karin, op=VANDAAG)) == []
    assert list(to_judge(leider, op=VANDAAG)) == [besluit]
    with pytest.raises(VierOgen):
        take_besluit(besluit_id=besluit.pk, by=anouk, at=NU)
    assert take_besluit(besluit_id=besluit.pk, by=leider, at=NU).genomen_door == leider


def test_the_database_refuses_an_earlier_drafter_as_second_reader(anouk):
    besluit = BesluitFactory(ingediend=True, eerdere_opstellers=[anouk.pk])

    with pytest.raises(IntegrityError, match="besluit_vier_ogen_eerder"), transaction.atomic():
        Besluit.objects.filter(pk=besluit.pk).update(genomen_door=anouk)


def test_it_comes_back_and_who_had_it_meanwhile_stays_known(leider, anouk, karin):
    besluit = BesluitFactory(opgesteld_door=anouk)
    made = hand_over(leider, anouk, karin)

    undo_hand_over(by=leider, overdracht_id=made.pk, reden="", at=NU)

    besluit.refresh_from_db()
    assert (besluit.opgesteld_door, besluit.eerdere_opstellers) == (anouk, [karin.pk])


def test_after_an_objection_who_made_the_first_besluit_does_not_draft_the_next(
    leider, anouk, karin
):
    first = BesluitFactory(bekend=True, eerdere_opstellers=[karin.pk])
    again = BesluitFactory(opgesteld_door=anouk)
    BezwaarFactory(
        besluit=first, nieuw_besluit=again, status="beslist", uitkomst="gegrond",
        beslist_op=VANDAAG, beslist_door=anouk, motivering="Ja.", gehoord_=True,
    )  # fmt: skip

    why = "Karin maakte het eerdere besluit (Awb artikel 7:5 en 10:3)."
    assert look(leider, anouk, karin).blijft == [("1 besluit dat nog niet is verzonden", why)]


def test_who_wrote_on_a_besluit_handles_no_objection_against_it(team):
    wrote = member(team, rollen=["jurist"])
    besluit = BesluitFactory(bekend=True, eerdere_opstellers=[wrote.pk])

    with pytest.raises(EigenBesluit):
        receive_bezwaar(
            besluit_id=besluit.pk,
            gegevens=BezwaarGegevens(
                indiener="inwoner", ontvangen_op=VANDAAG, gronden="Te weinig."
            ),
            by=wrote,
            at=NU,
        )


def test_looking_ahead_asks_no_more_for_more_drafts(
    leider, anouk, karin, django_assert_max_num_queries
):
    BesluitFactory(opgesteld_door=anouk)
    with django_assert_max_num_queries(60) as one:
        look(leider, anouk, karin)
    for _ in range(4):
        BesluitFactory(opgesteld_door=anouk)

    with django_assert_max_num_queries(len(one)):
        look(leider, anouk, karin)
