"""`manage.py termijn`."""

import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from hengelo_sociaal.termijnen.models import Termijn

pytestmark = pytest.mark.django_db


def run(*args: str) -> str:
    uit = StringIO()
    call_command("termijn", *args, stdout=uit)
    return uit.getvalue()


def test_it_prints_the_end_in_words_and_the_steps() -> None:
    uit = run("wmo_persoonlijk_plan", "2026-03-27")

    assert "Einddatum: dinsdag 7 april 2026" in uit
    assert "Goede Vrijdag" in uit


def test_json_has_the_shape_of_the_api() -> None:
    antwoord = json.loads(run("bezwaar_beslissen", "2026-04-23", "--commissie", "--json"))

    assert antwoord["regel"] == "bezwaar_beslissen"
    assert antwoord["start"] == "2026-04-23"
    assert antwoord["einddatum"] == "2026-07-16"
    assert antwoord["stappen"][-1]["datum"] == "2026-07-16"


def test_a_rule_without_a_day_says_so() -> None:
    assert "Einddatum: geen" in run("wmo_spoed", "2026-04-23")


def test_suspension_and_extension_are_options() -> None:
    opgeschort = run(
        "jeugd_besluit", "2026-06-01", "--uitnodiging-op=2026-06-15", "--aangevuld-op=2026-06-25"
    )
    verlengd = run("awb_uitstel", "2026-10-02", "--verlengd-met=4 weken")
    bericht = run("wmo_besluit", "2026-12-11", "--verlengd-met=P2W")

    assert "Einddatum: woensdag 5 augustus 2026" in opgeschort
    assert "Einddatum: vrijdag 25 december 2026" in verlengd
    assert "Let op: Vrijdag 25 december 2026 is Eerste Kerstdag." in verlengd
    assert "Einddatum: maandag 28 december 2026" in bericht
    assert "Toegezegd: maandag 11 januari 2027" in bericht


@pytest.mark.parametrize(
    ("args", "zin"),
    [
        (["bestaat_niet", "2026-01-05"], "Kies uit: avg_datalek, avg_inzage, "),
        (["wmo-onderzoek", "2026-01-05"], "Bedoelde u wmo_onderzoek"),
        (["wmo_onderzoek", "2026-02-30"], "geen bestaande datum"),
        (["wmo_onderzoek", "20260105"], "geen bestaande datum"),
        (["wmo_onderzoek", "2028-12-01"], "vrije dagen van 2029"),
        (["wmo_onderzoek", "2026-01-05", "--verlengd-met=lang"], "is geen duur"),
        (["wmo_onderzoek", "2026-01-05", "--verlengd-met=P1W"], "Awb artikel 4:14"),
        (["pw_voorschot", "2026-01-05", "--herhaling=twee"], "heel getal"),
    ],
)
def test_bad_input_is_one_dutch_sentence_and_changes_nothing(args: list[str], zin: str) -> None:
    with pytest.raises(CommandError, match=zin):
        run(*args)

    assert not Termijn.objects.exists()
