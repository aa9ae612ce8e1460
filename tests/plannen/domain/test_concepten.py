"""The draft of a vindplaats: whose it is, what it tells, and what the municipality does with it."""

import uuid

import pytest

from hengelo_sociaal.kern.fouten import GeenRecht, NietGevonden, OngeldigeInvoer
from hengelo_sociaal.logboek.models import Toegangsregel
from hengelo_sociaal.medewerkers.domain import is_involved
from hengelo_sociaal.medewerkers.models import Medewerker
from hengelo_sociaal.waarden.models import Leefgebied, Wet
from hengelo_sociaal.werk.models import Bericht
from plannen.domain.afspraken import AfspraakGegevens, add_afspraak
from plannen.domain.concepten import (
    decline_draft,
    offer_draft,
    open_draft,
    take_over_draft,
    withdraw_draft,
)
from plannen.domain.doelen import DoelGegevens, add_doel
from plannen.domain.inzage import look_at_plan, look_at_summary
from plannen.domain.plan import PlanGegevens, add_deelnemer, change_plan, open_plan
from plannen.domain.vaststelling import Instemming, adopt_plan
from plannen.enums import AkkoordWijze, Conceptstand, PlanStatus, RedenNietLichter, Trede
from plannen.exceptions import (
    ConceptAfgehandeld,
    ConceptBestaatAl,
    ConceptLeeg,
    GeenMaatwerkInConcept,
    InwonerAkkoordNodig,
)
from plannen.models import Plan
from plannen.queries.concepten import drafts_for, own_drafts, waiting_drafts
from plannen.queries.lijst import plans_of_household
from plannen.queries.zicht import readable
from plannen.queries.zoeken import find_plans
from tests.factories.medewerkers import MedewerkerFactory
from tests.factories.plannen import PlanFactory
from tests.factories.toegang import (
    NU,
    VANDAAG,
    ContactFactory,
    HuishoudenFactory,
    InwonerFactory,
    MeldingFactory,
    VindplaatsMedewerkerFactory,
)
from toegang.models import Contact, Lidmaatschap

pytestmark = pytest.mark.django_db


def asked_at(poh: Medewerker, **kwargs) -> Contact:
    """Somebody whom this worker registered at the practice."""
    given = {"inwoner": InwonerFactory()} | kwargs
    return ContactFactory(
        vindplaats_id="poh-jeugd", geregistreerd_door=poh, hulpvragen=["open"], **given
    )


@pytest.fixture
def poh(db: None) -> Medewerker:
    return VindplaatsMedewerkerFactory(vindplaats_id="poh-jeugd").medewerker


@pytest.fixture
def draft(poh: Medewerker) -> Plan:
    return open_draft(contact_id=asked_at(poh).pk, by=poh, at=NU, wat_telt="Weer slapen.")


def with_goal(draft: Plan, poh: Medewerker) -> Plan:
    resident = draft.deelnames.get().inwoner
    goal = add_doel(
        plan_id=draft.pk,
        gegevens=DoelGegevens(
            omschrijving="Elke dag naar school",
            leefgebied=Leefgebied.objects.get(code="leren"),
            inwoner=resident,
        ),
        by=poh,
        at=NU,
    )
    add_afspraak(
        doel_id=goal.pk,
        gegevens=AfspraakGegevens(
            trede=Trede.NETWERK, omschrijving="Tante brengt hem", naam="Tante Els"
        ),
        by=poh,
        at=NU,
    )
    return draft


def offered(draft: Plan, poh: Medewerker) -> Plan:
    return offer_draft(plan_id=with_goal(draft, poh).pk, inwoner_akkoord=True, by=poh, at=NU)


def test_a_draft_is_for_the_resident_of_an_own_contact(poh: Medewerker) -> None:
    contact = asked_at(poh)

    draft = open_draft(contact_id=contact.pk, by=poh, at=NU)

    assert (draft.vindplaats_id, draft.gemaakt_door) == ("poh-jeugd", poh)
    assert [one.inwoner for one in draft.deelnames.all()] == [contact.inwoner]
    assert draft.conceptstand == Conceptstand.BEZIG
    home = Lidmaatschap.objects.get(inwoner=contact.inwoner)
    assert home.huishouden == draft.huishouden
    assert not is_involved(poh, draft.huishouden_id, op=VANDAAG)


def test_who_else_lives_there_and_whether_there_is_a_plan_is_not_told(poh: Medewerker) -> None:
    household = HuishoudenFactory(met_leden=3)
    theirs = household.leden.order_by("pk").first()
    PlanFactory(huishouden=household)
    contact = asked_at(poh, inwoner=theirs, huishouden=household)

    draft = open_draft(contact_id=contact.pk, by=poh, at=NU)

    assert [one.inwoner for one in draft.deelnames.all()] == [theirs]


def test_by_household_only_with_an_own_registration(poh: Medewerker) -> None:
    contact = asked_at(poh)
    home = HuishoudenFactory(leden=[contact.inwoner, InwonerFactory()])
    melding = MeldingFactory(
        hulpvraag=contact.hulpvragen.get(), geregistreerd_door=poh, huishouden=home
    )
    other = MeldingFactory()

    draft = open_draft(huishouden_id=melding.huishouden_id, by=poh, at=NU)

    assert draft.huishouden_id == melding.huishouden_id
    assert [one.inwoner for one in draft.deelnames.all()] == [contact.inwoner]
    for strange in (other.huishouden_id, uuid.uuid4()):
        with pytest.raises(NietGevonden):
            open_draft(huishouden_id=strange, by=poh, at=NU)


@pytest.mark.parametrize(
    "change", [{"inwoner": None}, {"geregistreerd_door": None}, {"vindplaats_id": "zorgloket"}]
)
def test_not_of_an_anonymous_question_a_colleague_or_another_vindplaats(
    poh: Medewerker, change: dict
) -> None:
    given = {"vindplaats_id": "poh-jeugd", "geregistreerd_door": poh, "inwoner": InwonerFactory()}
    changed = {
        key: MedewerkerFactory() if key == "geregistreerd_door" else value
        for key, value in change.items()
    }
    contact = ContactFactory(**given | changed)

    with pytest.raises(NietGevonden):
        open_draft(contact_id=contact.pk, by=poh, at=NU)


@pytest.mark.parametrize("rol", ["loket", "jurist", "beleid", "administratie", "beheer"])
def test_other_roles_make_no_draft(rol: str, poh: Medewerker) -> None:
    with pytest.raises(GeenRecht):
        open_draft(contact_id=asked_at(poh).pk, by=MedewerkerFactory(rollen=[rol]), at=NU)


def test_there_is_one_open_draft_at_a_time(draft: Plan, poh: Medewerker) -> None:
    contact = Contact.objects.get()

    with pytest.raises(ConceptBestaatAl) as refusal:
        open_draft(contact_id=contact.pk, by=poh, at=NU)

    assert refusal.value.extra["plan"] == str(draft.pk)
    withdraw_draft(plan_id=draft.pk, by=poh, at=NU)
    assert open_draft(contact_id=contact.pk, by=poh, at=NU).pk != draft.pk


def test_a_draft_stands_beside_the_one_plan(draft: Plan, consulent: Medewerker) -> None:
    plan = open_plan(huishouden_id=draft.huishouden_id, by=consulent, at=NU, doel="klacht")

    assert [one.pk for one in plans_of_household(draft.huishouden_id)] == [plan.pk]
    assert list(readable(consulent, op=VANDAAG)) == [plan]
    assert find_plans(draft.nummer, []) == []


def test_only_the_maker_sees_and_changes_it(draft: Plan, poh: Medewerker) -> None:
    colleague = VindplaatsMedewerkerFactory(vindplaats_id="poh-jeugd").medewerker
    words = PlanGegevens(wat_telt="Rust.")

    change_plan(plan_id=draft.pk, gegevens=words, verwacht=1, by=poh, at=NU)
    assert look_at_plan(plan_id=draft.pk, by=poh, at=NU).wat_telt == "Rust."
    assert Toegangsregel.objects.get().doel == "eigen concept"

    consulent = MedewerkerFactory(rollen=["consulent"])
    for other in (colleague, consulent):
        with pytest.raises(NietGevonden):
            look_at_plan(plan_id=draft.pk, by=other, at=NU)
        with pytest.raises(NietGevonden):
            change_plan(plan_id=draft.pk, gegevens=words, verwacht=2, by=other, at=NU)
    with pytest.raises(NietGevonden):
        look_at_summary(plan_id=draft.pk, by=MedewerkerFactory(rollen=["loket"]), at=NU)


def test_who_left_the_vindplaats_sees_nothing_any_more(draft: Plan, poh: Medewerker) -> None:
    poh.vindplaatsen.update(tot=VANDAAG.replace(day=1))

    assert not own_drafts(poh, op=VANDAAG).exists()
    with pytest.raises(NietGevonden):
        look_at_plan(plan_id=draft.pk, by=poh, at=NU)


def test_involvement_opens_no_plan_for_a_vindplaats(poh: Medewerker) -> None:
    plan = PlanFactory(betrokken=poh)

    assert not readable(poh, op=VANDAAG).exists()
    with pytest.raises(NietGevonden):
        look_at_plan(plan_id=plan.pk, by=poh, at=NU)


def test_a_vindplaats_leaves_maatwerk_to_the_municipality(draft: Plan, poh: Medewerker) -> None:
    goal = add_doel(
        plan_id=draft.pk,
        gegevens=DoelGegevens(
            omschrijving="Rust", leefgebied=Leefgebied.objects.get(code="gezondheid")
        ),
        by=poh,
        at=NU,
    )
    heavy = AfspraakGegevens(
        trede=Trede.MAATWERK,
        omschrijving="Begeleiding",
        naam="Aanbieder",
        reden_niet_lichter=RedenNietLichter.ZWAARTE,
    )
    legal = AfspraakGegevens(
        trede=Trede.NETWERK, omschrijving="Hulp", naam="Zus", wet=Wet.objects.get(code="wmo")
    )

    for gegevens in (heavy, legal):
        with pytest.raises(GeenMaatwerkInConcept):
            add_afspraak(doel_id=goal.pk, gegevens=gegevens, by=poh, at=NU)


def test_a_vindplaats_brings_nobody_in_and_agrees_nothing(draft: Plan, poh: Medewerker) -> None:
    with_goal(draft, poh)
    answer = [Instemming(inwoner_id=draft.deelnames.get().inwoner_id, wijze=AkkoordWijze.MONDELING)]

    with pytest.raises(GeenRecht):
        add_deelnemer(
            plan_id=draft.pk, inwoner_id=InwonerFactory().pk, hoedanigheid="lid", by=poh, at=NU
        )
    with pytest.raises(GeenRecht):
        adopt_plan(plan_id=draft.pk, akkoorden=answer, by=poh, at=NU)


def test_offering_wants_a_goal_and_the_resident(draft: Plan, poh: Medewerker) -> None:
    with pytest.raises(ConceptLeeg):
        offer_draft(plan_id=draft.pk, inwoner_akkoord=True, by=poh, at=NU)
    with_goal(draft, poh)
    with pytest.raises(InwonerAkkoordNodig):
        offer_draft(plan_id=draft.pk, inwoner_akkoord=False, by=poh, at=NU)

    made = offer_draft(plan_id=draft.pk, inwoner_akkoord=True, by=poh, at=NU)

    assert made.conceptstand == Conceptstand.AANGEBODEN
    assert list(waiting_drafts()) == [made]
    with pytest.raises(NietGevonden):
        change_plan(
            plan_id=draft.pk, gegevens=PlanGegevens(wat_telt="x"), verwacht=2, by=poh, at=NU
        )
    with pytest.raises(ConceptAfgehandeld):
        offer_draft(plan_id=draft.pk, inwoner_akkoord=True, by=poh, at=NU)


def test_what_waits_is_for_everybody_until_a_colleague_treats_the_household(
    draft: Plan, poh: Medewerker, consulent: Medewerker
) -> None:
    offered(draft, poh)
    other = MedewerkerFactory(rollen=["consulent"])
    assert list(drafts_for(other, op=VANDAAG)) == [draft]

    MeldingFactory(huishouden=draft.huishouden, consulent=consulent)

    assert list(drafts_for(consulent, op=VANDAAG)) == [draft]
    assert not drafts_for(other, op=VANDAAG).exists()


def test_who_treats_the_household_is_told(
    draft: Plan, poh: Medewerker, consulent: Medewerker
) -> None:
    MeldingFactory(huishouden=draft.huishouden, consulent=consulent)

    offered(draft, poh)

    assert Bericht.objects.get(voor=consulent).adres == f"/plannen/{draft.pk}"


def test_taking_over_begins_the_plan_of_the_household(
    draft: Plan, poh: Medewerker, consulent: Medewerker
) -> None:
    offered(draft, poh)
    look_at_plan(plan_id=draft.pk, by=consulent, at=NU)

    plan = take_over_draft(plan_id=draft.pk, by=consulent, at=NU)

    draft.refresh_from_db()
    assert (plan.vindplaats_id, plan.status, plan.wat_telt) == (
        None,
        PlanStatus.CONCEPT,
        "Weer slapen.",
    )
    assert [str(goal) for goal in plan.doelen.all()] == ["Elke dag naar school"]
    assert plan.doelen.get().afspraken.get().naam == "Tante Els"
    assert is_involved(consulent, plan.huishouden_id, op=VANDAAG)
    assert (draft.conceptstand, draft.verder_in) == (Conceptstand.OVERGENOMEN, plan)
    assert draft.doelen.count() == 1
    assert Bericht.objects.get(voor=poh).titel == f"Uw concept {draft.nummer} is overgenomen"


def test_after_that_the_vindplaats_sees_its_own_draft_and_not_the_plan(
    draft: Plan, poh: Medewerker, consulent: Medewerker
) -> None:
    offered(draft, poh)
    plan = take_over_draft(plan_id=draft.pk, by=consulent, at=NU)

    assert look_at_plan(plan_id=draft.pk, by=poh, at=NU).doelen.count() == 1
    with pytest.raises(NietGevonden):
        look_at_plan(plan_id=plan.pk, by=poh, at=NU)


def test_taking_over_adds_to_a_plan_that_is_there(
    draft: Plan, poh: Medewerker, consulent: Medewerker
) -> None:
    offered(draft, poh)
    plan = PlanFactory(huishouden=draft.huishouden, vastgesteld=True, met_doelen=2)

    taken = take_over_draft(plan_id=draft.pk, by=consulent, at=NU)

    assert taken.pk == plan.pk
    taken.refresh_from_db()
    assert (taken.status, taken.heeft_nieuws) == (PlanStatus.VASTGESTELD, True)
    assert [goal.volgorde for goal in taken.doelen.all()] == [1, 2, 3]
    assert taken.wat_telt == "Weer rust in huis."


def test_of_two_colleagues_the_second_is_told(
    draft: Plan, poh: Medewerker, consulent: Medewerker
) -> None:
    offered(draft, poh)
    take_over_draft(plan_id=draft.pk, by=consulent, at=NU)

    with pytest.raises(ConceptAfgehandeld):
        take_over_draft(plan_id=draft.pk, by=MedewerkerFactory(rollen=["consulent"]), at=NU)
    with pytest.raises(ConceptAfgehandeld):
        withdraw_draft(plan_id=draft.pk, by=poh, at=NU)


def test_nobody_takes_over_what_was_not_offered(
    draft: Plan, poh: Medewerker, consulent: Medewerker
) -> None:
    with pytest.raises(NietGevonden):
        take_over_draft(plan_id=draft.pk, by=consulent, at=NU)
    with pytest.raises(GeenRecht):
        take_over_draft(plan_id=draft.pk, by=poh, at=NU)
    plan = PlanFactory(betrokken=consulent)
    with pytest.raises(NietGevonden):
        decline_draft(plan_id=plan.pk, reden="Nee", by=consulent, at=NU)


def test_not_taking_over_has_a_reason_that_the_vindplaats_reads(
    draft: Plan, poh: Medewerker, consulent: Medewerker
) -> None:
    offered(draft, poh)
    with pytest.raises(OngeldigeInvoer):
        decline_draft(plan_id=draft.pk, reden=" ", by=consulent, at=NU)

    decline_draft(plan_id=draft.pk, reden="Er loopt al hulp.", by=consulent, at=NU)

    seen = look_at_plan(plan_id=draft.pk, by=poh, at=NU)
    assert (seen.conceptstand, seen.reden) == (Conceptstand.NIET_OVERGENOMEN, "Er loopt al hulp.")
    assert not Plan.objects.actief().filter(huishouden=draft.huishouden).exists()
