"""What the database itself guards about contracts and toewijzingen."""

import datetime as dt

import pytest
from django.db import IntegrityError, transaction

from aanbieders.enums import Bekostiging, Eenheid, Frequentie, Uitvoeringsvariant
from tests.factories.aanbieders import (
    AanbiederFactory,
    ContractFactory,
    ProductFactory,
    TariefFactory,
    ToewijzingFactory,
)

pytestmark = pytest.mark.django_db
EINDE_VOOR_BEGIN = {"tot": dt.date(2025, 12, 31), "herziening_op": None}


@pytest.mark.parametrize(
    ("make", "velden", "constraint"),
    [
        (AanbiederFactory, {"naam": ""}, "aanbieder_naam_gevuld"),
        (AanbiederFactory, {"kvk": "1234567"}, "aanbieder_kvk_vorm"),
        (AanbiederFactory, {"agb": "abc"}, "aanbieder_agb_vorm"),
        (ContractFactory, {"tot": dt.date(2025, 12, 31)}, "contract_periode"),
        (ContractFactory, {"opzegdatum": dt.date(2028, 1, 1)}, "contract_opzegdatum"),
        (ContractFactory, {"plafond_cent": 0}, "contract_plafond"),
        (ContractFactory, {"bekostiging": "gratis"}, "contract_keuzes"),
        (ContractFactory, {"omschrijving": ""}, "contract_nummer_en_omschrijving"),
        (ProductFactory, {"code": "2a"}, "product_code_vorm"),
        (ProductFactory, {"taakveld": ""}, "product_naam_en_taakveld"),
        (TariefFactory, {"tot": dt.date(2025, 12, 31)}, "tarief_periode"),
        (TariefFactory, {"bedrag_cent": 0}, "tarief_bedrag"),
        (TariefFactory, {"eenheid": "99"}, "tarief_eenheid"),
        (ToewijzingFactory, EINDE_VOOR_BEGIN, "toewijzing_periode"),
        (ToewijzingFactory, {"volume": 0}, "toewijzing_volume"),
        (ToewijzingFactory, {"grondslag": "zomaar"}, "toewijzing_keuzes"),
        (ToewijzingFactory, {"tot": None}, "toewijzing_einddatum_verplicht"),
        (ToewijzingFactory, {"eenheid": "83"}, "toewijzing_traject_in_totaal"),
        (ToewijzingFactory, {"reden": "overleden"}, "toewijzing_einde_met_reden"),
        (ToewijzingFactory, {"herziening_op": dt.date(2025, 1, 1)}, "toewijzing_herziening"),
    ],
)
def test_the_database_refuses_what_cannot_be_true(make, velden, constraint):
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        make(**velden)


def test_two_tarieven_never_overlap():
    eerste = TariefFactory(tot=dt.date(2026, 6, 30))

    with pytest.raises(IntegrityError, match="tarief_geen_overlap"), transaction.atomic():
        TariefFactory(contract=eerste.contract, product=eerste.product, van=dt.date(2026, 6, 30))

    TariefFactory(contract=eerste.contract, product=eerste.product, van=dt.date(2026, 7, 1))


def test_a_product_is_never_stacked_for_one_person():
    eerste = ToewijzingFactory()
    zelfde = {"inwoner": eerste.inwoner, "huishouden": eerste.huishouden, "tarief": None}
    zelfde |= {"contract": eerste.contract, "product": eerste.product, "eenheid": eerste.eenheid}

    with pytest.raises(IntegrityError, match="toewijzing_niet_stapelen"), transaction.atomic():
        ToewijzingFactory(**zelfde, van=dt.date(2026, 12, 31))

    ToewijzingFactory(**zelfde, van=dt.date(2027, 1, 1), tot=dt.date(2027, 3, 1))
    ToewijzingFactory(**zelfde, vervallen=True)


def test_an_early_end_makes_room():
    eerste = ToewijzingFactory(beeindigd=True)

    ToewijzingFactory(
        inwoner=eerste.inwoner,
        huishouden=eerste.huishouden,
        tarief=None,
        contract=eerste.contract,
        product=eerste.product,
        eenheid=eerste.eenheid,
        van=dt.date(2026, 7, 1),
    )


@pytest.mark.parametrize(
    ("variant", "bekostiging", "past"),
    [
        (Uitvoeringsvariant.INSPANNING, Bekostiging.PRODUCT, True),
        (Uitvoeringsvariant.OUTPUT, Bekostiging.RESULTAAT, True),
        (Uitvoeringsvariant.TAAK, Bekostiging.POPULATIE, True),
        (Uitvoeringsvariant.TAAK, Bekostiging.LUMPSUM, True),
        (Uitvoeringsvariant.OUTPUT, Bekostiging.PRODUCT, False),
    ],
)
def test_a_way_of_paying_that_does_not_fit_is_flagged_not_refused(variant, bekostiging, past):
    contract = ContractFactory(uitvoeringsvariant=variant, bekostiging=bekostiging)

    assert contract.bekostiging_past is past


@pytest.mark.parametrize(
    ("velden", "tekst"),
    [
        ({}, "4 uur per week"),
        ({"volume": 1, "eenheid": Eenheid.DAGDEEL}, "1 dagdeel per week"),
        ({"volume": 3, "eenheid": Eenheid.DAGDEEL}, "3 dagdelen per week"),
        (
            {"volume": 123456, "eenheid": Eenheid.EURO, "frequentie": Frequentie.TOTAAL},
            "€ 1.234,56 in totaal",
        ),
    ],
)
def test_the_size_is_told_in_words(velden, tekst):
    assert ToewijzingFactory(**velden).omvang == tekst
