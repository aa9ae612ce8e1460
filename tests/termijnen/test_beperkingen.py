"""What the database itself refuses, whoever writes."""

import datetime as dt

import pytest
from django.core.exceptions import ValidationError
from django.db import DataError, IntegrityError, transaction

from hengelo_sociaal.termijnen.enums import TermijnStatus
from hengelo_sociaal.termijnen.models import (
    GedektJaar,
    GelijkgesteldeDag,
    Opschorting,
    Termijnregel,
    Verlenging,
)
from hengelo_sociaal.termijnen.rekenen.soorten import Eenheid, Opschortgrond, Soort, Telling
from tests.factories.termijnen import TermijnFactory

pytestmark = pytest.mark.django_db


def _regel(**anders) -> Termijnregel:
    """A rule of our own, not stored, that passes every check unless told otherwise."""
    waarden = {
        "code": "proef",
        "wet": "Awb",
        "artikel": "4:13",
        "omschrijving": "Proef.",
        "gebeurtenis": "aanvraag",
        "soort": Soort.BESLISTERMIJN,
        "aantal": 8,
        "eenheid": Eenheid.WEKEN,
        "telling": Telling.ATW,
        "geldig_van": dt.date(2026, 1, 1),
        "geldig_tot": dt.date(2026, 12, 31),
    }
    return Termijnregel(**waarden | anders)


def test_a_rule_of_our_own_is_accepted() -> None:
    regel = _regel()

    regel.full_clean()
    regel.save()

    assert Termijnregel.objects.filter(code="proef").exists()


@pytest.mark.parametrize(
    ("anders", "woord"),
    [
        ({"geldig_tot": dt.date(2025, 12, 31)}, "begindatum"),
        ({"aantal": None}, "duur"),
        ({"aantal": 0}, "duur"),
        ({"eenheid": Eenheid.ONVERWIJLD}, "duur"),
        ({"maximum": 7}, "langer"),
        ({"eenheid": Eenheid.WERKDAGEN}, "Werkdagen"),
        ({"telling": Telling.WERKDAG}, "Werkdagen"),
        (
            {
                "soort": Soort.ONDERZOEKSTERMIJN,
                "opschort_gronden": [Opschortgrond.AANVULLING],
                "opschorten_artikel": "Awb artikel 4:15",
            },
            "Alleen een beslistermijn",
        ),
        (
            {
                "soort": Soort.ONDERZOEKSTERMIJN,
                "verlengen_wijze": "wettelijk",
                "verlengen_artikel": "Awb artikel 4:14",
            },
            "Alleen een beslistermijn",
        ),
        ({"opschort_gronden": [Opschortgrond.AANVULLING]}, "opschorten"),
        ({"verlengen_wijze": "wettelijk"}, "verlengen"),
        ({"verlengen_aantal": 6}, "verlengen"),
        ({"verlengen_eenheid": "weken"}, "verlengen"),
        ({"aantal": None, "eenheid": Eenheid.ONVERWIJLD, "maximum": 8}, "langer"),
    ],
)
def test_a_rule_that_cannot_be_is_refused_twice(anders, woord) -> None:
    regel = _regel(**anders)

    with pytest.raises(ValidationError, match=woord):
        regel.full_clean()
    with pytest.raises((IntegrityError, DataError)), transaction.atomic():
        regel.save()


def test_two_rules_of_one_code_never_overlap() -> None:
    _regel().save()
    tweede = _regel(geldig_van=dt.date(2026, 12, 31), geldig_tot=None)

    with pytest.raises(ValidationError, match="geldt al een regel"):
        tweede.full_clean()
    with pytest.raises(IntegrityError, match="termijnregel_geen_overlap"), transaction.atomic():
        tweede.save()


def test_rules_that_follow_each_other_and_variants_are_accepted() -> None:
    _regel().save()

    _regel(geldig_van=dt.date(2027, 1, 1), geldig_tot=None, aantal=6).save()
    _regel(variant="commissie").save()

    assert Termijnregel.objects.filter(code="proef").count() == 3


def test_a_decree_day_lies_in_its_year() -> None:
    jaar = GedektJaar.objects.create(jaar=2030, besluit="proef")

    with pytest.raises(IntegrityError, match="gelijkgestelde_dag_in_jaar"), transaction.atomic():
        GelijkgesteldeDag.objects.create(jaar=jaar, datum=dt.date(2031, 5, 2))


@pytest.mark.parametrize("jaar", [2013, 2201])
def test_a_year_before_koningsdag_or_far_away_is_refused(jaar) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        GedektJaar.objects.create(jaar=jaar, besluit="proef")


@pytest.mark.parametrize(
    ("velden", "beperking"),
    [
        ({"einddatum": dt.date(2026, 5, 1)}, "termijn_einddatum_na_start"),
        (
            {"status": TermijnStatus.GEHAALD, "gehaald_op": dt.date(2026, 5, 1)},
            "termijn_gehaald_na_start",
        ),
        (
            {"status": TermijnStatus.GEHAALD, "gehaald_op": dt.date(2026, 7, 28)},
            "termijn_gehaald_is_op_tijd",
        ),
        ({"status": TermijnStatus.GEHAALD}, "termijn_gehaald_is_op_tijd"),
        ({"gehaald_op": dt.date(2026, 7, 1)}, "termijn_lopend_niet_gedaan"),
        (
            {"status": TermijnStatus.VERVALLEN, "gehaald_op": dt.date(2026, 7, 1)},
            "termijn_lopend_niet_gedaan",
        ),
    ],
)
def test_a_term_that_cannot_be_is_refused(velden, beperking) -> None:
    with pytest.raises(IntegrityError, match=beperking), transaction.atomic():
        TermijnFactory(**velden)


def test_a_term_stands_still_once_at_a_time() -> None:
    termijn = TermijnFactory()
    waarden = {
        "termijn": termijn,
        "grond": Opschortgrond.OVERMACHT,
        "uitnodiging_op": dt.date(2026, 6, 10),
    }
    Opschorting.objects.create(**waarden)

    with pytest.raises(IntegrityError, match="opschorting_een_tegelijk"), transaction.atomic():
        Opschorting.objects.create(**waarden)


@pytest.mark.parametrize(
    "velden",
    [
        {"hersteltermijn_tot": dt.date(2026, 6, 10)},
        {"beeindigd_op": dt.date(2026, 6, 9)},
    ],
)
def test_a_suspension_ends_after_it_begins(velden) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Opschorting.objects.create(
            termijn=TermijnFactory(),
            grond=Opschortgrond.AANVULLING,
            uitnodiging_op=dt.date(2026, 6, 10),
            **velden,
        )


@pytest.mark.parametrize(
    "velden",
    [
        {"aantal": 0},
        {"nieuwe_einddatum": dt.date(2026, 7, 26)},
        {"kennisgeving_op": dt.date(2026, 7, 28)},
    ],
)
def test_an_extension_comes_in_time_and_goes_forward(velden) -> None:
    waarden = {
        "termijn": TermijnFactory(),
        "aantal": 1,
        "eenheid": Eenheid.WEKEN,
        "kennisgeving_op": dt.date(2026, 7, 20),
        "artikel": "Awb artikel 4:14",
        "oude_einddatum": dt.date(2026, 7, 27),
        "nieuwe_einddatum": dt.date(2026, 8, 3),
    }

    with pytest.raises(IntegrityError, match="verlenging_op_tijd"), transaction.atomic():
        Verlenging.objects.create(**waarden | velden)
