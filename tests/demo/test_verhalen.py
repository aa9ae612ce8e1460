"""The eleven named households: complete, lawful, and with something open for Anouk."""

import datetime as dt
import re
from pathlib import Path

import pytest
from django.db.models import Q

from aanbieders.enums import Eenheid, Frequentie, Grondslag
from hengelo_sociaal.demo.stad import Stad
from hengelo_sociaal.logboek.models import Wijzigingsregel
from hengelo_sociaal.medewerkers.domain import is_involved
from hengelo_sociaal.termijnen.enums import TermijnStatus
from plannen.demo.verhalen import VERHALEN
from plannen.enums import Besluitsoort, Hoedanigheid, Leveringsvorm, PlanStatus, Trede
from plannen.models import Afspraak, Besluit, Evaluatie, Plan
from tests.demo.conftest import TOT
from toegang.enums import HuisbezoekStatus, MeldingStatus, Vertegenwoordiging
from toegang.models import Huishouden, Inwoner, Melding, Uitvraag, Vertegenwoordiger

pytestmark = pytest.mark.django_db
GIDS = Path(__file__).parents[2] / "docs/handleiding/verhalen.md"


def household(stad: Stad, code: str) -> Huishouden:
    return stad.vondst["verhalen"][code]


def plan_of(stad: Stad, code: str) -> Plan:
    return Plan.objects.get(huishouden=household(stad, code))


def test_all_are_told(stad: Stad) -> None:
    assert len(VERHALEN) == 11
    assert list(stad.vondst["verhalen"]) == [one.code for one in VERHALEN]


def test_each_can_be_found_by_its_word_and_is_in_the_guide(stad: Stad) -> None:
    guide = GIDS.read_text(encoding="utf-8")

    for verhaal in VERHALEN:
        members = Inwoner.objects.filter(huishoudens=household(stad, verhaal.code))
        assert members.filter(geslachtsnaam__icontains=verhaal.zoek.split()[-1]).exists()
        assert verhaal.titel in guide


@pytest.mark.parametrize("verhaal", VERHALEN, ids=lambda one: one.code)
def test_anouk_is_involved_and_has_something_to_do(stad: Stad, verhaal) -> None:
    anouk, home = stad.vondst["medewerkers"]["consulent"], household(stad, verhaal.code)
    running = [MeldingStatus.AFGEROND, MeldingStatus.INGETROKKEN]
    to_do = [
        Melding.objects.filter(huishouden=home, consulent=anouk).exclude(status__in=running),
        home.huisbezoeken.filter(status=HuisbezoekStatus.GEPLAND, medewerker=anouk),
        Evaluatie.objects.filter(plan__huishouden=home, gehouden_op__isnull=True),
        Plan.objects.filter(Q(heeft_nieuws=True) | Q(status=PlanStatus.CONCEPT), huishouden=home),
    ]

    assert is_involved(anouk, home.pk, op=TOT)
    assert any(rows.exists() for rows in to_do)


@pytest.mark.parametrize("verhaal", VERHALEN, ids=lambda one: one.code)
def test_every_step_of_a_story_is_in_the_log(stad: Stad, verhaal) -> None:
    home = household(stad, verhaal.code)
    lines = Wijzigingsregel.objects.filter(huishouden_id=home.pk)

    assert lines.filter(handeling="huishouden geregistreerd").count() == 1
    assert lines.filter(handeling="melding opgenomen").count() == home.meldingen.count()
    assert lines.filter(handeling="plan begonnen").count() == home.plannen.count()
    assert not lines.filter(op__date__gte=TOT).exists()


def test_jolanda_has_one_plan_across_four_laws(stad: Stad) -> None:
    plan = plan_of(stad, "jolanda")
    laws = Afspraak.objects.filter(doel__plan=plan, wet__isnull=False).values_list("wet", flat=True)

    assert plan.vaststellingen.count() == 2
    assert set(laws) == {"wmo", "jeugdwet", "participatiewet", "wgs"}
    assert plan.deelnames.filter(hoedanigheid=Hoedanigheid.UIT_HUIS_GEPLAATST).count() == 1
    assert plan.partijen.count() == 1


def test_jolanda_gets_1_7_hours_of_guidance_and_four_days_of_work_a_week(stad: Stad) -> None:
    granted = {one.product.code: one for one in household(stad, "jolanda").toewijzingen.all()}
    guidance, work = granted["02A03"], granted["07A01"]

    assert (guidance.volume, guidance.eenheid) == (102, Eenheid.MINUUT)
    assert (work.volume, work.eenheid) == (8, Eenheid.DAGDEEL)
    assert {guidance.frequentie, work.frequentie} == {Frequentie.WEEK}


def test_jolanda_has_people_around_her_and_her_son_a_ground_for_his_care(stad: Stad) -> None:
    home = household(stad, "jolanda")
    afspraken = Afspraak.objects.filter(doel__plan__huishouden=home)

    assert home.netwerk.count() == 2
    assert Vertegenwoordiger.objects.filter(
        inwoner__huishoudens=home, soort=Vertegenwoordiging.BEWINDVOERDER
    ).exists()
    assert afspraken.get(toewijzing__grondslag=Grondslag.GI).wet_id == "jeugdwet"
    for cooked in afspraken.filter(trede=Trede.NETWERK):
        assert cooked.keren.filter(uitkomst="gedaan").exists()


def test_hetty_got_what_she_asked_after_an_objection(stad: Stad) -> None:
    home = household(stad, "bezwaar")
    first = Besluit.objects.get(huishouden=home, soort=Besluitsoort.GEDEELTELIJK)
    bezwaar = first.bezwaren.get()
    second = bezwaar.nieuw_besluit

    assert (first.leveringsvorm, first.volume, second.volume) == (Leveringsvorm.PGB, 120, 240)
    assert (second.soort, second.eerder) == (Besluitsoort.HERZIENING, first)
    assert first.vervangen_per == second.van
    assert bezwaar.op_tijd
    assert bezwaar.beslistermijn.status == TermijnStatus.GEHAALD
    assert bezwaar.brieven.count() == 3
    assert second.bezwaartermijn.handeling == "beroep"
    assert second.bezwaartermijn.einddatum >= TOT


def test_the_separated_family_changed_its_plan_after_it_was_agreed(stad: Stad) -> None:
    plan = plan_of(stad, "scheiding")

    assert (plan.status, plan.heeft_nieuws) == (PlanStatus.VASTGESTELD, True)
    assert plan.doelen.count() == 2


def test_the_eviction_has_three_working_days_and_the_stairlift_is_late(stad: Stad) -> None:
    threat = household(stad, "ontruiming").meldingen.get().termijnen.get()
    late = household(stad, "traplift").meldingen.get(status="onderzoek").termijnen

    assert (threat.regel.code, threat.status) == ("wgs_bedreigend", TermijnStatus.LOOPT)
    assert TOT <= threat.einddatum <= TOT + dt.timedelta(days=5)
    assert late.get(regel__code="wmo_onderzoek").status == TermijnStatus.VERLOPEN


def test_the_widow_needs_no_maatwerk(stad: Stad) -> None:
    treden = Afspraak.objects.filter(doel__plan=plan_of(stad, "eenzaam")).values_list("trede")

    assert (Trede.MAATWERK,) not in set(treden)
    assert not household(stad, "eenzaam").toewijzingen.exists()


def test_the_referred_child_has_no_besluit_of_the_municipality(stad: Stad) -> None:
    melding = household(stad, "verwijzing").meldingen.get()

    assert not melding.termijnen.exists()
    assert melding.aanvraag_op is None
    assert melding.inwoner.toewijzingen.get().grondslag == "medische-verwijzing"


def test_income_waits_for_the_search_and_for_the_papers(stad: Stad) -> None:
    searching = household(stad, "zoektermijn").meldingen.get().termijnen.get()
    waiting = household(stad, "borne").meldingen.get().termijnen.get()

    assert (searching.regel.code, searching.status) == ("pw_zoektermijn", TermijnStatus.LOOPT)
    assert waiting.status == TermijnStatus.OPGESCHORT
    assert household(stad, "borne").gemeente_id == "GM0147"


def test_the_guide_speaks_plainly() -> None:
    lines = GIDS.read_text(encoding="utf-8").splitlines()
    text = " ".join(line for line in lines if line and line[0] not in "#|")

    for sentence in re.split(r"[.!?:]\**\s", text):
        assert len(sentence.split()) < 20, sentence


def test_help_begins_on_a_working_day_and_after_what_it_rests_on(stad: Stad) -> None:
    for home in stad.vondst["verhalen"].values():
        for granted in home.toewijzingen.all():
            assert granted.van.isoweekday() <= 5
            assert granted.verwezen_op is None or granted.verwezen_op < granted.van
    referred = household(stad, "verwijzing").toewijzingen.get()
    letter = Melding.objects.get(huishouden=household(stad, "verwijzing"))
    assert referred.verwezen_op <= letter.ontvangen_op


def test_nobody_tells_how_it_goes_before_there_was_a_contact(stad: Stad) -> None:
    asked = Uitvraag.objects.filter(huishouden__in=stad.vondst["verhalen"].values())

    assert asked.count() == 5
    for one in asked:
        first = one.huishouden.meldingen.order_by("ontvangen_op")[0]
        assert one.begonnen_op.date() >= first.ontvangen_op


def test_the_first_talk_about_debts_is_the_visit(stad: Stad) -> None:
    melding = Melding.objects.get(huishouden=household(stad, "scheiding"), wet="wgs")
    visit = melding.huisbezoeken.get(status=HuisbezoekStatus.UITGEVOERD)
    talk = melding.termijnen.order_by("start", "einddatum")[0]

    assert talk.gehaald_op == visit.uitgevoerd_op.date()


def test_everybody_in_a_story_has_a_telephone_of_their_own(stad: Stad) -> None:
    homes = list(stad.vondst["verhalen"].values())
    numbers = Inwoner.objects.filter(huishoudens__in=homes).exclude(telefoon="").distinct()
    told = list(numbers.values_list("telefoon", flat=True))

    assert len(told) == len(set(told)) > 10
