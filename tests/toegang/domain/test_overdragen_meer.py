"""Handing over what the law or a right may keep from a colleague, and looking before doing."""

import datetime as dt
import threading

import pytest
from django.db import connection, transaction

from hengelo_sociaal.kern.fouten import Conflict, GeenRecht, OngeldigeInvoer
from hengelo_sociaal.logboek.models import Wijzigingsregel
from hengelo_sociaal.medewerkers.domain import is_involved
from hengelo_sociaal.medewerkers.domain.verlof import arrange_leave
from hengelo_sociaal.medewerkers.models import Betrokkenheid, Medewerker
from hengelo_sociaal.werk.models import Bericht
from plannen.models import Bezwaar
from tests.factories.besluiten import BesluitFactory, BezwaarFactory
from tests.factories.medewerkers import MedewerkerFactory, TeamFactory, member
from tests.factories.plannen import AfspraakFactory
from tests.factories.toegang import (
    NU,
    VANDAAG,
    InwonerFactory,
    MeldingFactory,
)
from tests.factories.voorzieningen import OrganisatieFactory
from tests.wachten import eventually, somebody_waits
from toegang.domain.doorverwijzing import record_answer, refer_to_partner, remind_unanswered
from toegang.domain.klacht import assign_klacht, receive_klacht
from toegang.domain.melding import assign_melding
from toegang.domain.melding_stappen import close_melding
from toegang.domain.overdragen.alles import (
    gone_with_work,
    hand_over_all,
    preview_hand_over,
    shown_to,
    stayed_in_words,
    takers,
    undo_hand_over,
    unfinished,
    work_in_words,
)
from toegang.domain.samen import answer_consult, ask_consult
from toegang.exceptions import NietsOverTeDragen
from toegang.models import Consult, Doorverwijzing, Huishouden, Klacht, Melding, Werkoverdracht

pytestmark = pytest.mark.django_db
DAY = dt.timedelta(days=1)


@pytest.fixture
def team():
    return TeamFactory(code="wmo")


@pytest.fixture
def leider(team):
    return member(team, teamleider=True, naam="Bart")


@pytest.fixture
def anouk(team):
    """Treats meldingen and handles complaints and objections."""
    return member(team, rollen=["teamleider", "jurist"], naam="Anouk")


@pytest.fixture
def karin(team):
    return member(team, consulent=True, naam="Karin")


@pytest.fixture
def jurist():
    return MedewerkerFactory(jurist=True, naam="Marloes")


def hand_over(by, van, naar, *, at=NU):
    return hand_over_all(by=by, van_id=van.pk, naar_id=naar.pk, notitie="Anouk gaat weg.", at=at)


def look(by, van, naar):
    return preview_hand_over(by=by, van_id=van.pk, naar_id=naar.pk, at=NU)


def complaint(handler, over=None):
    made = receive_klacht(
        by=handler,
        inwoner_id=InwonerFactory().pk,
        ontvangen_op=VANDAAG,
        onderwerp="bejegening",
        omschrijving="Ik werd niet teruggebeld.",
        over_id=over and over.pk,
        at=NU,
    )
    assign_klacht(by=handler, klacht_id=made.pk, behandelaar_id=handler.pk, at=NU)
    return made


def consult(asks, asked, **traits):
    melding = MeldingFactory(van_consulent=asks, **traits)
    return ask_consult(
        by=asks,
        melding_id=melding.pk,
        aan_id=asked.pk,
        vraag="Kan dit onder de Jeugdwet?",
        uiterlijk_op=VANDAAG + DAY,
        at=NU,
    )


def referral(by):
    melding = MeldingFactory(van_consulent=by)
    return refer_to_partner(
        by=by,
        hulpvraag_id=melding.hulpvraag_id,
        organisatie_id=OrganisatieFactory().pk,
        vraag="Kan dit bij u?",
        warm=True,
        toestemming=True,
        at=NU,
    )


def test_a_complaint_goes_to_who_may_handle_it_and_comes_back(leider, anouk, jurist):
    klacht = complaint(anouk)
    Bericht.objects.all().delete()

    made = hand_over(leider, anouk, jurist)

    klacht.refresh_from_db()
    assert (klacht.behandelaar, work_in_words(made.stukken)) == (jurist, ["1 klacht"])
    told = Wijzigingsregel.objects.get(soort="klacht", handeling="werk overgedragen")
    assert told.inwoners == [klacht.inwoner_id]
    assert Bericht.objects.get().voor == jurist
    undo_hand_over(by=leider, overdracht_id=made.pk, reden="", at=NU)
    klacht.refresh_from_db()
    assert klacht.behandelaar == anouk


def test_a_complaint_never_goes_to_whom_it_is_about(leider, anouk, team, jurist):
    other = member(team, teamleider=True, naam="Ilse")
    about, fine = complaint(anouk, over=other), complaint(anouk)
    Bericht.objects.all().delete()

    seen = look(leider, anouk, other)
    made = hand_over(leider, anouk, other)

    why = "Deze klacht kan niet naar deze collega; de jurist kiest verder."
    assert (seen.gaat, seen.blijft) == (["1 klacht"], [("1 klacht", why)])
    assert stayed_in_words(made.gebleven) == [("1 klacht", why)]
    about.refresh_from_db()
    fine.refresh_from_db()
    assert (about.behandelaar, fine.behandelaar) == (anouk, other)
    asked = Bericht.objects.get(voor=jurist)
    assert asked.titel == f"Klacht {about.nummer} heeft een andere behandelaar nodig"


def test_who_is_complained_about_does_not_choose_who_handles_it(leider, anouk, karin, jurist):
    """Nor learns that it is there; who handles complaints hears that it needs somebody."""
    klacht = complaint(anouk, over=leider)
    Bericht.objects.all().delete()

    seen = look(leider, anouk, jurist)

    assert (seen.gaat, seen.blijft) == ([], [])
    assert unfinished(anouk, op=VANDAAG, by=leider) == []
    assert unfinished(anouk, op=VANDAAG, by=anouk) == ["1 klacht"]
    assert not takers(anouk, op=VANDAAG, by=leider).exists()
    with pytest.raises(NietsOverTeDragen):
        hand_over(leider, anouk, jurist)
    complaint(anouk)
    made = hand_over(leider, anouk, jurist)
    klacht.refresh_from_db()
    assert klacht.behandelaar == anouk
    assert shown_to(leider, made.gebleven) == []
    assert len(shown_to(jurist, made.gebleven)) == 1
    assert Bericht.objects.filter(voor=jurist, titel__startswith=f"Klacht {klacht.nummer}").exists()


def test_undoing_does_not_count_a_complaint_about_who_undoes(leider, anouk, jurist, team):
    second = member(team, teamleider=True)
    about, other = complaint(anouk, over=second), complaint(anouk)
    made = hand_over(leider, anouk, jurist)

    back = undo_hand_over(by=second, overdracht_id=made.pk, reden="", at=NU)

    assert (back.terug, back.bleef) == (1, 0)
    about.refresh_from_db()
    other.refresh_from_db()
    assert (about.behandelaar, other.behandelaar) == (jurist, anouk)


@pytest.mark.parametrize("wie", ["genomen_door", "opgesteld_door"])
def test_an_objection_never_goes_to_who_made_the_besluit(leider, anouk, jurist, wie):
    free_to_choose = MedewerkerFactory(jurist=True)
    besluit = BesluitFactory(bekend=True, **{wie: jurist})
    held = BezwaarFactory(besluit=besluit, behandelaar=anouk)
    free = BezwaarFactory(behandelaar=anouk)

    seen = look(leider, anouk, jurist)
    made = hand_over(leider, anouk, jurist)

    why = "Marloes maakte het besluit (Awb artikel 7:5 en 10:3)."
    assert seen.blijft == stayed_in_words(made.gebleven) == [("1 bezwaar", why)]
    owners = dict(Bezwaar.objects.values_list("pk", "behandelaar"))
    assert owners == {held.pk: anouk.pk, free.pk: jurist.pk}
    line = Wijzigingsregel.objects.get(handeling="bezwaar overgedragen")
    assert line.inwoners == [free.besluit.inwoner_id]
    asked = Bericht.objects.get(titel=f"Bezwaar {held.nummer} heeft een andere jurist nodig")
    assert asked.voor == free_to_choose


def test_who_could_never_take_it_makes_no_jurist_look_for_another(leider, anouk, karin, jurist):
    """The work of a jurist goes in parts: first what a consulent can take."""
    complaint(anouk)
    BezwaarFactory(behandelaar=anouk)
    referral(anouk)
    Bericht.objects.all().delete()

    made = hand_over(leider, anouk, karin)

    assert len(made.gebleven) == 2
    assert not Bericht.objects.exclude(voor=karin).exists()


def test_a_closed_objection_stays_with_who_decided(leider, anouk, jurist):
    BezwaarFactory(behandelaar=anouk, status="ingetrokken", ingetrokken_op=VANDAAG)

    assert look(leider, anouk, jurist).gaat == []


def test_a_question_for_advice_goes_along_with_the_dossier(leider, anouk, karin, team):
    asks = member(team, consulent=True)
    asked = consult(asks, anouk)
    home = asked.melding.huishouden_id
    Bericht.objects.all().delete()

    made = hand_over(leider, anouk, karin)

    asked.refresh_from_db()
    assert asked.aan == karin
    assert is_involved(karin, home, op=VANDAAG + 14 * DAY)
    assert not is_involved(anouk, home, op=VANDAAG + DAY)
    told = Bericht.objects.get(voor=asks)
    assert told.titel == f"Karin adviseert u nu bij melding {asked.melding.nummer}"
    undo_hand_over(by=leider, overdracht_id=made.pk, reden="", at=NU)
    assert is_involved(anouk, home, op=VANDAAG + 14 * DAY)
    assert not is_involved(karin, home, op=VANDAAG + DAY)
    answer_consult(by=anouk, consult_id=asked.pk, antwoord="Ja.", at=NU)


def test_the_answer_to_who_left_comes_to_who_has_the_melding(leider, anouk, karin, team):
    advises = member(team, consulent=True)
    asked = consult(anouk, advises)
    hand_over(leider, anouk, karin)
    Medewerker.objects.filter(pk=anouk.pk).update(is_active=False)
    Bericht.objects.all().delete()

    answer_consult(by=advises, consult_id=asked.pk, antwoord="Ja.", at=NU)

    told = Bericht.objects.get()
    assert (told.voor, told.adres) == (karin, f"/meldingen/{asked.melding_id}#samen")


def test_who_asked_and_who_took_over_both_hear_the_answer(leider, anouk, karin, team):
    """Somebody who is ill for long comes back; the answer is needed now."""
    advises = member(team, consulent=True)
    asked = consult(anouk, advises)
    hand_over(leider, anouk, karin)
    Bericht.objects.all().delete()

    answer_consult(by=advises, consult_id=asked.pk, antwoord="Ja.", at=NU)

    assert {told.voor for told in Bericht.objects.all()} == {anouk, karin}


def test_the_answer_for_nobody_comes_to_who_leads_the_team(leider, karin, team):
    leaves, advises = member(team, consulent=True), member(team, consulent=True)
    asked = consult(leaves, advises, team=team)
    Medewerker.objects.filter(pk=leaves.pk).update(is_active=False)
    Bericht.objects.all().delete()

    answer_consult(by=advises, consult_id=asked.pk, antwoord="Ja.", at=NU)

    assert [told.voor for told in Bericht.objects.all()] == [leider]


def test_who_asked_for_advice_does_not_answer_it(leider, anouk, karin):
    asked, answered = consult(karin, anouk), consult(karin, anouk)
    answer_consult(by=anouk, consult_id=answered.pk, antwoord="Ja.", at=NU)
    assign_melding(
        by=leider, melding_id=MeldingFactory(team=leider.teams.get()).pk,
        consulent_id=anouk.pk, at=NU,
    )  # fmt: skip

    made = hand_over(leider, anouk, karin)

    assert stayed_in_words(made.gebleven) == [("1 vraag om advies", "Karin vroeg dit advies zelf.")]
    assert set(Consult.objects.values_list("aan", flat=True)) == {anouk.pk}
    assert is_involved(anouk, asked.melding.huishouden_id, op=VANDAAG + DAY)


def test_the_answer_of_a_partner_comes_to_who_took_over(leider, anouk, karin):
    asked = referral(anouk)

    hand_over(leider, anouk, karin)
    remind_unanswered(at=NU + 15 * DAY)

    asked.refresh_from_db()
    assert (asked.door, asked.volgt) == (anouk, karin)
    assert Bericht.objects.filter(voor=karin, soort="partner").count() == 1
    record_answer(
        by=karin, doorverwijzing_id=asked.pk, status="beantwoord", op=VANDAAG, at=NU, antwoord="Ja"
    )
    assert not Doorverwijzing.objects.filter(volgt=karin, antwoord_op__isnull=True).exists()


def test_each_kind_asks_for_its_own_right(leider, anouk, karin, team):
    """Somebody of the counter calls back and follows partners, and gets no dossier."""
    counter = member(team, rollen=["loket"], naam="Sanne")
    complaint(anouk)
    BezwaarFactory(behandelaar=anouk)
    mine = referral(anouk).hulpvraag.meldingen.get()

    to_counter, to_consulent = look(leider, anouk, counter), look(leider, anouk, karin)
    made = hand_over(leider, anouk, counter)

    assert to_counter.gaat == ["1 vraag aan een partner"]
    assert set(to_counter.blijft) == {
        ("1 melding", "Sanne behandelt geen meldingen."),
        ("1 klacht", "Sanne behandelt geen klachten."),
        ("1 bezwaar", "Sanne behandelt geen bezwaren."),
    }
    assert to_consulent.gaat == ["1 melding", "1 vraag aan een partner"]
    assert made.betrokken == {"geeindigd": [], "gemaakt": []}
    assert is_involved(anouk, mine.huishouden_id, op=VANDAAG + DAY)
    assert not Betrokkenheid.objects.filter(medewerker=counter).exists()


def test_what_stayed_goes_to_somebody_else_after(leider, anouk, karin, jurist):
    complaint(anouk)
    referral(anouk)

    hand_over(leider, anouk, karin)
    hand_over(leider, anouk, jurist)

    told = Bericht.objects.filter(soort="overgedragen")
    assert told.get(voor=karin).titel == (
        "Bart droeg werk van Anouk aan u over. Een deel bleef bij Anouk."
    )
    assert told.get(voor=jurist).titel == "Bart droeg al het werk van Anouk aan u over"
    assert Melding.objects.get().consulent == karin
    assert Klacht.objects.get().behandelaar == jurist


def test_who_can_take_something_may_be_chosen(leider, anouk, karin, jurist, team):
    policy = member(team, rollen=["beleid"])
    stranger = MedewerkerFactory(consulent=True)
    referral(anouk)

    before = set(takers(anouk, op=VANDAAG, by=leider))
    complaint(anouk)
    after = set(takers(anouk, op=VANDAAG, by=leider))

    assert before == {leider, karin}
    assert after == {leider, karin, jurist}
    assert not {policy, stranger} & after


@pytest.mark.parametrize("kind", ["consult", "objection", "promise", "referral", "complaint"])
def test_who_left_stays_on_the_board_while_any_work_is_theirs(leider, anouk, karin, team, kind):
    make = {
        "consult": lambda: consult(karin, anouk),
        "objection": lambda: BezwaarFactory(behandelaar=anouk),
        "promise": lambda: AfspraakFactory(medewerker=anouk, naam="", inwoner=None),
        "referral": lambda: referral(anouk),
        "complaint": lambda: complaint(anouk),
    }
    make[kind]()
    before = gone_with_work(team, op=VANDAAG, by=leider)
    anouk.is_active = False
    anouk.save()

    after = gone_with_work(team, op=VANDAAG, by=leider)

    assert (before, after) == ([], [anouk])


def test_who_left_without_work_is_off_the_board(leider, anouk, team):
    """As is, for whom it is about, who has no more than that complaint."""
    complaint(anouk, over=leider)
    anouk.is_active = False
    anouk.save()

    assert gone_with_work(team, op=VANDAAG, by=leider) == []
    assert gone_with_work(team, op=VANDAAG, by=anouk) == [anouk]


def test_standing_in_opens_the_choice_to_no_other_role(leider, anouk, karin, team):
    policy = member(team, rollen=["beleid"], naam="Petra")
    absent = member(team, teamleider=True, naam="Ilse")
    arrange_leave(
        by=leider, medewerker_id=absent.pk, vervanger_id=anouk.pk, van=VANDAAG, tot=VANDAAG, at=NU
    )

    found = set(takers(anouk, op=VANDAAG, by=leider))

    assert found == {leider, karin, absent}
    with pytest.raises(OngeldigeInvoer) as refusal:
        hand_over(leider, anouk, policy)
    assert refusal.value.velden["naar_id"] == "Kies een collega die dit werk kan doen."
    hand_over(leider, anouk, leider)
    assert absent.verloven.get().vervanger == leider


def test_to_another_team_goes_only_what_any_team_may_take(leider, anouk, team):
    """Who leads another team handles complaints too, and gets no dossier of this one."""
    other = member(TeamFactory(code="jeugd"), teamleider=True, naam="Ilse")
    klacht, melding = complaint(anouk), MeldingFactory(team=team)
    assign_melding(by=leider, melding_id=melding.pk, consulent_id=anouk.pk, at=NU)
    asked = referral(anouk)

    seen = look(leider, anouk, other)
    made = hand_over(leider, anouk, other)

    klacht.refresh_from_db()
    asked.refresh_from_db()
    assert work_in_words(made.stukken) == seen.gaat == ["1 klacht"]
    assert (klacht.behandelaar, asked.volgt) == (other, anouk)
    assert stayed_in_words(made.gebleven) == seen.blijft == [
        ("2 meldingen", "Ilse werkt in een ander team."),
        ("1 vraag aan een partner", "Ilse werkt in een ander team."),
    ]  # fmt: skip
    assert set(Melding.objects.values_list("consulent", flat=True)) == {anouk.pk}
    assert not Betrokkenheid.objects.filter(medewerker=other).exists()
    assert is_involved(anouk, melding.huishouden_id, op=VANDAAG + DAY)


def test_a_colleague_of_another_team_who_can_take_none_of_it_is_refused(leider, anouk):
    stranger = member(TeamFactory(code="jeugd"), consulent=True, naam="Ilse")
    referral(anouk)

    with pytest.raises(OngeldigeInvoer):
        hand_over(leider, anouk, stranger)

    assert Melding.objects.get().consulent == anouk


def test_what_was_handed_over_comes_back_from_who_changed_teams(leider, anouk, karin, team):
    referral(anouk)
    made = hand_over(leider, anouk, karin)
    team.leden.remove(karin)

    back = undo_hand_over(by=leider, overdracht_id=made.pk, reden="", at=NU)

    assert (back.terug, back.bleef) == (2, 0)
    assert Melding.objects.get().consulent == anouk


def test_looking_changes_nothing_and_is_for_who_leads(leider, anouk, karin):
    referral(anouk)
    lines = Wijzigingsregel.objects.count()

    look(leider, anouk, karin)

    assert Melding.objects.get().consulent == anouk
    assert (Werkoverdracht.objects.count(), Wijzigingsregel.objects.count()) == (0, lines)
    with pytest.raises(GeenRecht):
        look(karin, anouk, karin)


def ask_advice(leider, anouk, karin, melding):
    ask_consult(
        by=anouk, melding_id=melding.pk, aan_id=karin.pk, vraag="x", uiterlijk_op=VANDAAG, at=NU
    )


def give_away(leider, anouk, karin, melding):
    assign_melding(by=leider, melding_id=melding.pk, consulent_id=karin.pk, at=NU)


def give_all(leider, anouk, karin, melding):
    hand_over(leider, anouk, karin)


def close(leider, anouk, karin, melding):
    close_melding(by=anouk, melding_id=melding.pk, op=VANDAAG, at=NU)


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("act", [ask_advice, give_away, give_all, close])
def test_who_holds_the_household_is_waited_for_with_free_hands(leider, anouk, karin, team, act):
    """Merging locks households and then moves their meldingen: waiting for a household with
    the melding in hand would make the database end one of the two."""
    melding = MeldingFactory(team=team)
    assign_melding(by=leider, melding_id=melding.pk, consulent_id=anouk.pk, at=NU)
    refused: list[Conflict] = []

    def run():
        try:
            act(leider, anouk, karin, melding)
        except Conflict as refusal:
            refused.append(refusal)
        finally:
            connection.close()

    waits = threading.Thread(target=run)
    with transaction.atomic():
        Huishouden.objects.select_for_update().get(pk=melding.huishouden_id)
        waits.start()
        assert eventually(somebody_waits)
        with connection.cursor() as cursor:
            cursor.execute("SET LOCAL lock_timeout = '2s'")
        Melding.objects.filter(pk=melding.pk).update(afgezien_toelichting="verhuisd")
    waits.join()

    assert not refused
