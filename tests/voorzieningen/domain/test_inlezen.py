"""Loading a catalogue: all or nothing, and a second time changes nothing."""

import datetime as dt

import pytest

from hengelo_sociaal.kern.fouten import GeenRecht
from hengelo_sociaal.kern.tijd import AMSTERDAM
from hengelo_sociaal.logboek.models import Wijzigingsregel
from tests.factories.medewerkers import MedewerkerFactory
from voorzieningen.domain.catalogus import load_catalogus, read_rows
from voorzieningen.domain.inlezen import load_voorzieningen
from voorzieningen.enums import Soort
from voorzieningen.exceptions import OngeldigBestand
from voorzieningen.models import Organisatie, Voorziening

pytestmark = pytest.mark.django_db
NU = dt.datetime(2026, 1, 5, 9, tzinfo=AMSTERDAM)
OP = dt.date(2026, 1, 1)
RIJ = {
    "code": "taalcafe",
    "naam": "Taalcafé",
    "omschrijving": "U oefent Nederlands.",
    "soort": "algemeen",
    "vorm": "collectief",
    "leefgebieden": "leren|meedoen",
}


@pytest.fixture
def beleid():
    return MedewerkerFactory(beleid=True)


def test_the_shipped_catalogue_loads_whole(beleid):
    verslag = load_catalogus(by=beleid, at=NU, op=OP)

    assert verslag.nieuw == len(read_rows("voorzieningen")) == Voorziening.objects.count()
    assert Voorziening.objects.filter(bron="").count() == 0


def test_a_second_time_changes_nothing(beleid):
    load_catalogus(by=beleid, at=NU, op=OP)
    lines = Wijzigingsregel.objects.count()

    verslag = load_catalogus(by=beleid, at=NU, op=dt.date(2026, 2, 1))

    assert (verslag.nieuw, verslag.gewijzigd) == (0, 0)
    assert Wijzigingsregel.objects.count() == lines


def test_the_sixteen_minimaregelingen_of_footnote_23_are_there(beleid):
    load_catalogus(by=beleid, at=NU, op=OP)

    found = Voorziening.objects.filter(bron__endswith="voetnoot 23")

    assert found.count() == 16
    assert set(found.values_list("soort", flat=True)) == {Soort.INKOMEN}


def test_debt_help_is_maatwerk_and_budgetalert_is_general(beleid):
    load_catalogus(by=beleid, at=NU, op=OP)

    kinds = dict(Voorziening.objects.values_list("code", "soort"))

    assert kinds["schuldhulpverlening"] == Soort.MAATWERK
    assert kinds["budgetalert"] == Soort.ALGEMEEN


def test_a_changed_row_changes_the_provision(beleid):
    load_voorzieningen(rijen=[RIJ], by=beleid, at=NU, op=OP)

    verslag = load_voorzieningen(rijen=[RIJ | {"naam": "Taalhuis"}], by=beleid, at=NU, op=OP)

    assert (verslag.nieuw, verslag.gewijzigd, verslag.gelijk) == (0, 1, 0)
    assert Voorziening.objects.get().naam == "Taalhuis"


@pytest.mark.parametrize(
    ("anders", "reden"),
    [
        ({"naam": " "}, "niet ingevuld: naam"),
        ({"leefgebieden": "leren|maan"}, "onbekend bij leefgebieden: maan"),
        ({"wijken": "WK999999"}, "onbekend bij wijken: WK999999"),
        ({"organisatie": "niemand"}, "onbekende organisatie: niemand"),
        ({"leeftijd_van": "vier"}, "geen heel getal bij leeftijd_van: vier"),
        ({"geldig_tot": "31-12-2026"}, "geen datum (jjjj-mm-dd) bij geldig_tot: 31-12-2026"),
        ({"locaties": "Nergens"}, "onbekende locatie: Nergens"),
        ({"soort": "zomaar"}, "soort: "),
    ],
)
def test_a_bad_row_is_told_by_line_and_nothing_is_kept(beleid, anders, reden):
    rijen = [RIJ, RIJ | {"code": "tweede"} | anders]

    with pytest.raises(OngeldigBestand) as refused:
        load_voorzieningen(rijen=rijen, by=beleid, at=NU, op=OP)

    ((line, reason),) = refused.value.regels
    assert line == 3
    assert reason.startswith(reden)
    assert not Voorziening.objects.exists()


def test_only_beleid_may_load():
    with pytest.raises(GeenRecht):
        load_catalogus(by=MedewerkerFactory(consulent=True), at=NU, op=OP)

    assert not Organisatie.objects.exists()
