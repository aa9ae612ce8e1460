"""The content of a plan, its fingerprint, and comparing two."""

import copy

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from plannen.queries.inhoud import canonical, content, fingerprint, for_goals, for_person
from plannen.queries.laden import load_plan
from plannen.queries.vergelijken import Veldverschil, Verschil, compare
from tests.factories.plannen import (
    AanspreekpuntFactory,
    AfspraakFactory,
    AkkoordFactory,
    DoelFactory,
    EvaluatieFactory,
    PlanFactory,
    RegisseurperiodeFactory,
    VoortgangFactory,
)

pytestmark = pytest.mark.django_db


def test_a_plan_says_who_does_what() -> None:
    plan = PlanFactory(wat_telt="Rust in huis")
    afspraak = AfspraakFactory(doel__plan=plan, maatwerk=True)
    regisseur = RegisseurperiodeFactory(plan=plan)
    AanspreekpuntFactory(plan=plan)
    EvaluatieFactory(plan=plan)

    inhoud = content(load_plan(plan.pk))

    (doel,) = inhoud["doelen"]
    (agreed,) = doel["afspraken"]
    assert inhoud["wat_telt"] == "Rust in huis"
    assert len(inhoud["deelnemers"]) == 2
    assert inhoud["regisseur"] == regisseur.medewerker.naam
    assert inhoud["aanspreekpunt"]["organisatie"] == "Wijkracht"
    assert inhoud["evaluaties"] == ["2026-12-01"]
    assert (agreed["wie"], agreed["wet"], agreed["trede"]) == (
        "Zorg op Maat",
        "Wmo 2015",
        "Maatwerk",
    )
    assert agreed["omschrijving"] == afspraak.omschrijving


def test_what_lapsed_is_not_part_of_it() -> None:
    afspraak = AfspraakFactory(status="vervallen")

    inhoud = content(load_plan(afspraak.doel.plan_id))

    assert inhoud["doelen"][0]["afspraken"] == []


def test_progress_and_ticks_do_not_change_the_fingerprint() -> None:
    afspraak = AfspraakFactory()
    before = fingerprint(content(load_plan(afspraak.doel.plan_id)))

    VoortgangFactory(doel=afspraak.doel)
    AfspraakFactory._meta.model.objects.update(status="gedaan", gedaan_op="2026-11-17")

    assert fingerprint(content(load_plan(afspraak.doel.plan_id))) == before


def test_the_order_of_keys_does_not_matter() -> None:
    inhoud = content(load_plan(DoelFactory().plan_id))
    turned = dict(reversed(inhoud.items()))

    assert canonical(turned) == canonical(inhoud)


def test_one_person_gets_their_own_goals_and_the_shared_ones() -> None:
    plan = PlanFactory()
    mine, theirs = (one.inwoner for one in plan.deelnames.all())
    DoelFactory(plan=plan, inwoner=mine, omschrijving="Van mij")
    DoelFactory(plan=plan, inwoner=theirs, omschrijving="Van de ander", volgorde=2)
    DoelFactory(plan=plan, omschrijving="Samen", volgorde=3)

    inhoud = for_person(content(load_plan(plan.pk)), str(mine.pk))

    assert [doel["omschrijving"] for doel in inhoud["doelen"]] == ["Van mij", "Samen"]
    assert [person["naam"] for person in inhoud["deelnemers"]] == [mine.naam]


def test_a_secret_address_is_on_no_paper() -> None:
    plan = PlanFactory(huishouden__geheim=True)

    assert content(load_plan(plan.pk))["huishouden"] == "Adres geheim"


def test_who_looks_along_gets_no_names_beside_those_of_the_goals() -> None:
    plan = PlanFactory(wat_telt="Rust in huis")
    mine, other = [one.inwoner for one in plan.deelnames.all()]
    own, shared = DoelFactory(plan=plan, inwoner=mine), DoelFactory(plan=plan, volgorde=2)
    inhoud = content(load_plan(plan.pk))

    narrow, wide = for_goals(inhoud, [str(own.pk)]), for_goals(inhoud, [str(shared.pk)])

    assert [one["naam"] for one in narrow["deelnemers"]] == [str(mine)]
    assert {one["naam"] for one in wide["deelnemers"]} == {str(mine), str(other)}
    assert narrow["wat_telt"] == ""


def test_the_paper_of_one_person_has_no_address() -> None:
    plan = PlanFactory()
    mine = plan.deelnames.all()[0].inwoner

    inhoud = for_person(content(load_plan(plan.pk)), str(mine.pk))

    assert inhoud["huishouden"] == ""


@pytest.mark.parametrize("number", [1, 3])
def test_a_plan_loads_in_a_fixed_number_of_queries(number: int) -> None:
    plan = PlanFactory(met_doelen=number)
    for doel in plan.doelen.all():
        VoortgangFactory(doel=doel)
        AfspraakFactory(doel=doel, maatwerk=True)
    RegisseurperiodeFactory(plan=plan)
    EvaluatieFactory(plan=plan)
    AkkoordFactory(vaststelling__plan=plan)

    with CaptureQueriesContext(connection) as queries:
        content(load_plan(plan.pk))

    assert len(queries) == 13


def test_comparing_says_what_is_new_gone_and_different() -> None:
    doel = DoelFactory(omschrijving="De huur is betaald")
    stays = AfspraakFactory(doel=doel, omschrijving="Bellen met Welbions")
    AfspraakFactory(doel=doel, omschrijving="Post ordenen")
    old = content(load_plan(doel.plan_id))
    new = copy.deepcopy(old)
    new["doelen"][0]["gewenst_op"] = "2027-05-01"
    new["doelen"][0]["afspraken"] = [
        afspraak for afspraak in new["doelen"][0]["afspraken"] if afspraak["id"] == str(stays.pk)
    ]
    new["doelen"].append({**new["doelen"][0], "id": "x", "omschrijving": "Werk", "afspraken": []})

    found = compare(old, new)

    assert [sentence for one in found for sentence in one.zinnen] == [
        "Bij doel “De huur is betaald”: gewenst op was “1 maart 2027” en is nu “1 mei 2027”.",
        "Nieuw doel: “Werk”.",
        "De afspraak “Post ordenen” is eruit.",
    ]
    assert found == [
        Verschil(
            "anders",
            "Doel",
            "De huur is betaald",
            (Veldverschil("Gewenst op", "1 maart 2027", "1 mei 2027"),),
        ),
        Verschil("nieuw", "Doel", "Werk"),
        Verschil("weg", "Afspraak", "Post ordenen"),
    ]


@pytest.mark.parametrize(
    ("verschil", "zinnen"),
    [
        (Verschil("nieuw", "Deelnemer", "Milan"), ["Milan doet nu mee."]),
        (Verschil("weg", "Deelnemer", "Milan"), ["Milan doet niet meer mee."]),
        (Verschil("nieuw", "Afspraak", "Bellen"), ["Nieuwe afspraak: “Bellen”."]),
        (Verschil("weg", "Doel", "Werk"), ["Het doel “Werk” is eruit."]),
        (
            Verschil(
                "anders",
                "Plan",
                "Het plan",
                (Veldverschil("Regisseur", "", "A. Nijhuis"), Veldverschil("Wet", "Wmo", "")),
            ),
            ["Regisseur is nu “A. Nijhuis”.", "Wet was “Wmo” en is nu leeg."],
        ),
    ],
)
def test_differences_in_sentences(verschil: Verschil, zinnen: list[str]) -> None:
    assert verschil.zinnen == zinnen


def test_the_same_has_no_differences() -> None:
    inhoud = content(load_plan(PlanFactory(met_doelen=2).pk))

    assert compare(inhoud, copy.deepcopy(inhoud)) == []
