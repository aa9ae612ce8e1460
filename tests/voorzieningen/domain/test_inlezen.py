"""Loading a catalogue: all or nothing, and a second time changes nothing."""

import datetime as dt
import threading

import pytest
from django.db import connection, transaction

from hengelo_sociaal.kern.fouten import GeenRecht
from hengelo_sociaal.kern.tijd import AMSTERDAM
from hengelo_sociaal.logboek.models import Wijzigingsregel
from tests.factories.medewerkers import MedewerkerFactory
from tests.factories.voorzieningen import VoorzieningFactory
from tests.wachten import eventually, somebody_waits
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
        ({"leefgebieden": "leren|maan"}, "kolom 'leefgebieden': 'maan' kennen we niet. Kies uit"),
        ({"wijken": "WK999999"}, "kolom 'wijken': 'WK999999' kennen we niet"),
        ({"organisatie": "niemand"}, "kolom 'organisatie': 'niemand' kennen we niet"),
        ({"leeftijd_van": "vier"}, "kolom 'leeftijd_van': 'vier' is geen heel getal"),
        ({"geldig_tot": "morgen"}, "kolom 'geldig_tot': 'morgen' is geen datum"),
        ({"locaties": "Nergens"}, "kolom 'locaties': 'Nergens' is geen locatie"),
        ({"gefinancierd": "soms"}, "kolom 'gefinancierd': 'soms' kennen we niet"),
        ({"leveringsvormen": "x"}, "kolom 'leveringsvormen': 'x' kennen we niet"),
        ({"code": "met spatie"}, "kolom 'code': "),
        ({"code": RIJ["code"]}, "dubbel: dezelfde code als regel 2"),
        ({"soort": "zomaar"}, "kolom 'soort': 'zomaar' kennen we niet. Kies uit: algemeen"),
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


def test_a_row_with_many_faults_tells_them_all_at_once(beleid):
    wrong = {
        "naam": "",
        "soort": "zomaar",
        "leeftijd_van": "vier",
        "geldig_van": "2026-12-01",
        "geldig_tot": "2026-01-01",
        "kosten": "x" * 201,
        "organisatie": "niemand",
    }

    with pytest.raises(OngeldigBestand) as refused:
        load_voorzieningen(rijen=[RIJ | wrong], by=beleid, at=NU, op=OP)

    assert {line for line, _ in refused.value.regels} == {2}
    told = "\n".join(reason for _, reason in refused.value.regels)
    assert len(refused.value.regels) == 6
    for part in ("naam", "soort", "leeftijd_van", "kosten", "organisatie", "begindatum"):
        assert part in told


def test_the_rules_of_a_whole_row_are_told_beside_those_of_its_columns(beleid):
    wrong = {"kosten": "x" * 201, "leeftijd_van": "12", "leeftijd_tot": "4"}

    with pytest.raises(OngeldigBestand) as refused:
        load_voorzieningen(rijen=[RIJ | wrong], by=beleid, at=NU, op=OP)

    assert [reason for _, reason in refused.value.regels][1:] == [
        "De hoogste leeftijd ligt onder de laagste."
    ]


def test_a_dutch_date_is_a_date_too(beleid):
    load_voorzieningen(rijen=[RIJ | {"geldig_tot": "31-12-2026"}], by=beleid, at=NU, op=OP)

    assert Voorziening.objects.get().geldig_tot == dt.date(2026, 12, 31)


def test_only_beleid_may_load():
    with pytest.raises(GeenRecht):
        load_catalogus(by=MedewerkerFactory(consulent=True), at=NU, op=OP)

    assert not Organisatie.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_what_a_colleague_saves_meanwhile_stays_where_the_file_is_silent(beleid):
    """A draft that is published while a file comes in does not become a draft again."""
    VoorzieningFactory(code="taalcafe", status="concept")

    def load():
        try:
            load_voorzieningen(rijen=[RIJ], by=beleid, at=NU, op=OP)
        finally:
            connection.close()

    loading = threading.Thread(target=load)
    with transaction.atomic():
        Voorziening.objects.update(status="gepubliceerd")
        loading.start()
        assert eventually(somebody_waits)
    loading.join()

    now = Voorziening.objects.get()
    assert (now.naam, now.status) == ("Taalcafé", "gepubliceerd")
