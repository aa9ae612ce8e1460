"""The questions that are shipped, their schema, what is checked and what is compared."""

import csv
import json
from copy import deepcopy
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from toegang.enums import Laag, Punt
from toegang.queries.antwoorden import faults_in as faults_in_answers
from toegang.queries.vragenlijst import (
    differences,
    faults_in,
    incompatible,
    questions_of,
    schema_of,
    sections_of,
)

BESTANDEN = Path(__file__).parents[3] / "toegang/bestanden"
GEBIEDEN = Path(__file__).parents[3] / "hengelo_sociaal/waarden/bestanden/leefgebied.csv"


@pytest.fixture
def breed():
    return json.loads((BESTANDEN / "brede-uitvraag.json").read_text())


@pytest.fixture
def zrm():
    return json.loads((BESTANDEN / "zelfredzaamheid.json").read_text())


def test_what_is_shipped_may_be_asked(breed, zrm):
    assert faults_in(breed) == []
    assert faults_in(zrm, is_instrument=True) == []


def test_the_core_is_short_and_comes_first(breed):
    layers = [part.laag for part in sections_of(breed)]
    core = [v for part in sections_of(breed) if part.laag == Laag.KERN for v in part.vragen]

    assert 4 <= len(core) <= 6
    assert layers == sorted(layers, key=lambda laag: laag != Laag.KERN)
    assert core[0].code == "gewone-week", "ordinary life comes first"


def test_all_seven_points_of_the_law_are_asked(breed):
    asked = {punt for vraag in questions_of(breed) for punt in vraag.punten}

    assert asked == set(Punt.values)
    assert all(vraag.punten for vraag in questions_of(breed)), "each question names its point"


def test_the_leefgebieden_stand_in_their_fixed_order(breed):
    rows = csv.DictReader(GEBIEDEN.read_text().splitlines(), delimiter=";")
    order = [row["code"] for row in rows]
    asked = next(vraag.gebieden for vraag in questions_of(breed) if vraag.gebieden)

    assert list(asked) == order


def test_the_instrument_has_names_and_scale_and_nothing_else(zrm):
    asked = list(questions_of(zrm))

    assert len(asked) == 13
    assert {len(vraag.opties) for vraag in asked} == {5}
    assert not any(vraag.hulp for vraag in asked), "texts of its cells belong to others"


def test_the_schema_is_one_and_takes_what_fits(breed):
    schema = schema_of(breed)

    Draft202012Validator.check_schema(schema)
    assert faults_in_answers({}, schema) == {}
    assert faults_in_answers({"vragen": {"mantelzorg-redt": "goed"}}, schema) == {}


@pytest.mark.parametrize(
    "given",
    [
        {"vragen": {"bestaat-niet": "x"}},
        {"vragen": {"mantelzorg-redt": "misschien"}},
        {"vragen": {"gewone-week": 3}},
        {"vragen": {"gewone-week": "a\0b"}},
        {"vragen": {"gewone-week": "x" * 2001}},
        {"vragen": []},
        {"leefgebieden": {"wonen": {"iemand": {"score": "goed"}}}},
        {"leefgebieden": {"wonen": {"huishouden": {"score": "slecht"}}}},
        {"leefgebieden": {"onbekend": {}}},
        {"anders": {}},
    ],
)
def test_the_schema_refuses_what_does_not_fit(breed, given):
    assert faults_in_answers(given, schema_of(breed)) != {}


def _without(inhoud, punt):
    changed = deepcopy(inhoud)
    for part in changed["onderdelen"]:
        for vraag in part["vragen"]:
            vraag["punten"] = [one for one in vraag["punten"] if one != punt]
    return changed


@pytest.mark.parametrize("punt", Punt.values)
def test_a_version_without_one_of_the_points_is_not_asked(breed, punt):
    found = faults_in(_without(breed, punt))

    assert len(found) == 1
    assert f"punt {punt} " in found[0]


def test_faults_are_named_one_by_one(breed):
    breed["onderdelen"][0]["vragen"] = breed["onderdelen"][0]["vragen"][:1]
    breed["onderdelen"].reverse()
    breed["onderdelen"][0]["vragen"][0]["vraag"] = " "
    breed["onderdelen"][0]["vragen"][1]["code"] = "gewone-week"

    found = " ".join(faults_in(breed))

    assert "hoe het gaat per leefgebied" in found
    assert "voor de verdieping" in found
    assert "heeft geen tekst" in found
    assert "2 keer" in found


def test_too_many_core_questions_are_refused(breed):
    extra = [{"code": f"extra-{n}", "vraag": "Nog iets?", "soort": "tekst"} for n in range(3)]
    breed["onderdelen"][1]["vragen"] += extra

    assert any("kernvragen" in fault for fault in faults_in(breed))


def test_nothing_is_different_between_a_version_and_itself(breed):
    assert differences(breed, deepcopy(breed)) == []


def test_differences_are_told_in_sentences(breed):
    new = deepcopy(breed)
    new["onderdelen"][0]["vragen"][0]["vraag"] = "Hoe gaat een dag?"
    new["onderdelen"][1]["vragen"].reverse()
    new["onderdelen"][1]["vragen"].append({"code": "nieuw", "vraag": "Nog?", "soort": "tekst"})
    del new["onderdelen"][2]["vragen"][1]

    found = differences(breed, new)

    assert "Nieuw: Nog?" in found
    assert any(line.startswith("Vervalt:") for line in found)
    assert any(line.startswith("Andere tekst:") for line in found)
    assert "De volgorde van de vragen is anders." in found


def test_a_question_that_is_answered_otherwise_needs_another_code(breed):
    new = deepcopy(breed)
    new["onderdelen"][0]["vragen"][0] |= {"soort": "ja-nee"}

    assert len(incompatible(breed, new)) == 1
    assert incompatible(breed, deepcopy(breed)) == []
