"""All or nothing, every bad line with its reason, and nothing changes the second time."""

import pytest

from dashboard.models import Begrotingsregel
from hengelo_sociaal.invoer import domain
from hengelo_sociaal.invoer.exceptions import InvoerGeweigerd, OnbekendeSoort, OnleesbaarBestand
from hengelo_sociaal.kern.fouten import GeenRecht
from hengelo_sociaal.logboek.models import Wijzigingsregel
from tests.factories.dashboard import take_in, take_in_ours
from tests.factories.medewerkers import MedewerkerFactory

pytestmark = pytest.mark.django_db

KOP = "taakveld;omschrijving;soort;jaar;bedrag_x1000;bron\n"


def test_a_second_time_the_same_file_changes_nothing_and_says_so():
    first = take_in_ours("begroting.csv")
    lines = Wijzigingsregel.objects.count()

    second = take_in_ours("begroting.csv")

    assert first.telling.nieuw == 61
    assert not second.telling.verandert
    assert "verandert niets" in second.samenvatting
    assert Wijzigingsregel.objects.count() == lines


def test_a_trial_reports_and_changes_nothing():
    verslag = take_in_ours("begroting.csv", proef=True)

    assert verslag.telling.nieuw == 61
    assert verslag.samenvatting.startswith("Proef: ")
    assert not Begrotingsregel.objects.exists()
    assert not Wijzigingsregel.objects.filter(soort="invoer").exists()


def test_a_changed_amount_is_changed_and_the_rest_left_alone():
    take_in("begroting", KOP + "6.1;A;lasten;2019;-5;b\n6.2;B;lasten;2019;-7;b\n")

    verslag = take_in("begroting", KOP + "6.1;A;lasten;2019;-6;b\n6.2;B;lasten;2019;-7;b\n")

    assert (verslag.telling.gewijzigd, verslag.telling.gelijk) == (1, 1)
    assert Begrotingsregel.objects.get(onderdeel="6.1").bedrag == -600_000


def test_every_bad_line_is_reported_with_its_number_and_nothing_is_taken_in():
    with pytest.raises(InvoerGeweigerd) as refusal:
        take_in(
            "begroting",
            KOP
            + "6.1;A;lasten;2019;veel;b\n"
            + "6.2;B;lasten;2019;-7;b\n"
            + "6.3;C;kosten;19;-7;b\n"
            + "6.4;D;lasten;2019\n",
        )

    assert [(f.regel, f.reden.split("'")[0]) for f in refusal.value.fouten] == [
        (2, "kolom "),
        (4, "kolom "),
        (4, "kolom "),
        (5, "4 cellen, maar de eerste regel heeft er 6"),
    ]
    assert refusal.value.melding.startswith("3 regels zijn niet goed")
    assert not Begrotingsregel.objects.exists()


def test_a_double_line_names_the_first():
    with pytest.raises(InvoerGeweigerd) as refusal:
        take_in("begroting", KOP + "6.1;A;lasten;2019;-5;b\n6.1;A;lasten;2019;-6;b\n")

    assert [str(f) for f in refusal.value.fouten] == ["Regel 3: dubbel: dezelfde als regel 2"]


def test_a_missing_column_is_named():
    with pytest.raises(OnleesbaarBestand, match="De kolom 'jaar' ontbreekt"):
        take_in("begroting", "taakveld;omschrijving;soort;bedrag_x1000;bron\n6.1;A;lasten;1;b\n")


def test_a_header_of_another_file_says_what_is_expected():
    with pytest.raises(OnleesbaarBestand, match="Wij verwachten: code;kengetal"):
        take_in("kengetallen", "a;b\n1;2\n")


def test_a_column_that_nobody_reads_is_mentioned():
    verslag = take_in("begroting", KOP.replace("bron", "bron;extra") + "6.1;A;lasten;2019;-5;b;x\n")

    assert verslag.waarschuwingen == ("De kolom 'extra' wordt niet gelezen.",)


def test_an_unknown_kind_of_file_names_the_known_ones():
    with pytest.raises(OnbekendeSoort, match="begroting"):
        take_in("recepten", "a;b\n1;2\n")


def test_who_has_no_right_takes_nothing_in():
    with pytest.raises(GeenRecht):
        take_in_ours("begroting.csv", by=MedewerkerFactory(rollen=["beleid"]))


def test_financien_takes_it_in_and_the_log_says_who():
    by = MedewerkerFactory(rollen=["financien"])

    take_in_ours("begroting.csv", by=by)

    line = Wijzigingsregel.objects.get(medewerker_id=by.pk)
    assert line.wijziging["nieuw"] == 61


def test_without_its_log_line_nothing_is_taken_in(monkeypatch):
    def broken(**kwargs: object) -> None:
        raise RuntimeError("no log")

    monkeypatch.setattr(domain, "log_change", broken)

    with pytest.raises(RuntimeError):
        take_in_ours("begroting.csv")

    assert not Begrotingsregel.objects.exists()


def test_a_map_is_refused_where_none_is_read():
    with pytest.raises(OnleesbaarBestand, match="geen kaarten"):
        take_in("begroting", "{}", naam="a.geojson")
