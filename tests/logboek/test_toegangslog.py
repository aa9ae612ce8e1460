"""The access log on the screen: who may see what of it, and that looking is itself logged."""

import datetime as dt
import uuid

import pytest
from django.urls import reverse

from hengelo_sociaal.kern.fouten import GeenRecht
from hengelo_sociaal.logboek.domain import log_access, log_change
from hengelo_sociaal.logboek.domain.inzage import Filter, find_resident, read_log, read_overview
from hengelo_sociaal.logboek.models import Handeling, Toegangsregel
from hengelo_sociaal.logboek.queries import access_lines, overview_of
from tests.factories.medewerkers import MedewerkerFactory

pytestmark = pytest.mark.django_db
NU = dt.datetime(2026, 11, 2, 10, tzinfo=dt.UTC)
JOLANDA, HENK = uuid.uuid4(), uuid.uuid4()


@pytest.fixture
def consulent():
    return MedewerkerFactory(naam="Anouk Nijhuis", rollen=["consulent"], functie="consulent Wmo")


@pytest.fixture
def privacy():
    return MedewerkerFactory(naam="Petra Privacy", rollen=["privacy"])


@pytest.fixture
def teamleider():
    return MedewerkerFactory(naam="Theo Team", rollen=["teamleider"])


def look(by, *inwoners, at=NU, doel="behandelt een melding", handeling=Handeling.INGEZIEN):
    log_access(by=by, handeling=handeling, soort="huishouden", doel=doel, at=at, inwoners=inwoners)


def log_in(client, medewerker):
    client.force_login(medewerker, "django.contrib.auth.backends.ModelBackend")
    return client


def test_privacy_sees_everything_with_name_and_purpose(client, privacy, consulent, teamleider):
    look(consulent, JOLANDA)
    look(teamleider, HENK, doel="werkverdeling")

    page = log_in(client, privacy).get(reverse("toegangslog")).text

    assert "Anouk Nijhuis" in page
    assert "behandelt een melding" in page
    assert "werkverdeling" in page


def test_a_team_leader_sees_own_actions_only(client, teamleider, consulent):
    look(consulent, JOLANDA)
    look(teamleider, HENK, doel="werkverdeling")

    page = log_in(client, teamleider).get(reverse("toegangslog"), {"medewerker": consulent.pk})

    assert "werkverdeling" in page.text
    assert "behandelt een melding" not in page.text
    assert "Anouk Nijhuis" not in page.text


@pytest.mark.parametrize("rol", ["consulent", "beheer", "loket", "jurist"])
def test_others_may_not_read_the_log_by_any_door(rol):
    by = MedewerkerFactory(rollen=[rol])

    with pytest.raises(GeenRecht):
        read_log(by=by, gevraagd=Filter(), cursor=None, at=NU)
    with pytest.raises(GeenRecht):
        read_overview(by=by, inwoner_id=JOLANDA, at=NU)
    with pytest.raises(GeenRecht):
        find_resident(by=by, bsn="123456782", at=NU)


def test_the_overview_is_not_for_a_team_leader(teamleider):
    with pytest.raises(GeenRecht):
        read_overview(by=teamleider, inwoner_id=JOLANDA, at=NU)


def test_looking_into_the_log_is_logged_with_what_was_asked(privacy, consulent):
    look(consulent, JOLANDA)

    read_log(by=privacy, gevraagd=Filter(inwoner_id=JOLANDA), cursor=None, at=NU)

    regel = Toegangsregel.objects.get(medewerker_id=privacy.pk)
    assert regel.soort == "toegangslog"
    assert regel.inwoners == [JOLANDA]
    assert regel.bijzonderheden["filter"] == {"inwoner_id": str(JOLANDA)}


def test_what_can_not_be_logged_is_not_shown(privacy, monkeypatch):
    def fail(**kwargs):
        raise RuntimeError("de log is vol")

    monkeypatch.setattr("hengelo_sociaal.logboek.domain.inzage.log_access", fail)

    with pytest.raises(RuntimeError):
        read_log(by=privacy, gevraagd=Filter(), cursor=None, at=NU)


def test_each_filter_narrows(consulent, teamleider):
    look(consulent, JOLANDA, at=NU)
    look(consulent, HENK, at=NU - dt.timedelta(days=3))
    look(teamleider, JOLANDA, at=NU, handeling=Handeling.GEZOCHT)

    assert access_lines(medewerker_id=consulent.pk).count() == 2
    assert access_lines(inwoner_id=JOLANDA).count() == 2
    assert access_lines(handeling=Handeling.GEZOCHT).count() == 1
    assert access_lines(van=dt.date(2026, 11, 1)).count() == 2
    assert access_lines(tot=dt.date(2026, 10, 30)).count() == 1


def test_days_are_days_in_hengelo(consulent):
    look(consulent, at=dt.datetime(2026, 11, 1, 23, 30, tzinfo=dt.UTC))  # 2 november, 0.30 uur

    assert access_lines(van=dt.date(2026, 11, 2), tot=dt.date(2026, 11, 2)).count() == 1
    assert access_lines(tot=dt.date(2026, 11, 1)).count() == 0


def test_a_wrong_filter_is_told_and_nothing_is_shown(client, privacy, consulent):
    look(consulent, JOLANDA)

    page = log_in(client, privacy).get(
        reverse("toegangslog"), {"van": "2026-11-02", "tot": "2026-11-01"}
    )

    assert "Deze dag ligt voor de eerste dag." in page.text
    assert "behandelt een melding" not in page.text


def test_older_lines_are_a_page_away_with_the_same_filter(client, privacy, consulent):
    for number in range(60):
        look(consulent, JOLANDA, doel=f"regel {number:02d}")
    look(consulent, HENK, doel="een ander")
    client = log_in(client, privacy)

    first = client.get(reverse("toegangslog"), {"inwoner": JOLANDA})
    cursor = first.context["blik"].pagina.volgende.encode()
    second = client.get(reverse("toegangslog"), {"inwoner": JOLANDA, "cursor": cursor})

    assert "regel 59" in first.text
    assert "regel 09" not in first.text
    assert "regel 09" in second.text
    assert "een ander" not in first.text + second.text


def test_a_cursor_that_is_none_is_told_with_400(client, privacy):
    assert log_in(client, privacy).get(reverse("toegangslog"), {"cursor": "x"}).status_code == 400


@pytest.mark.parametrize("rows", [1, 3])
def test_a_page_costs_the_same_whatever_its_length(
    client, privacy, rows, django_assert_num_queries
):
    for _ in range(rows):
        look(MedewerkerFactory(), JOLANDA)
    client = log_in(client, privacy)
    client.get(reverse("toegangslog"))

    with django_assert_num_queries(9):
        client.get(reverse("toegangslog"))


def test_the_overview_tells_who_looked_and_who_changed(consulent, teamleider):
    look(consulent, JOLANDA, HENK)
    look(teamleider, HENK)
    log_change(
        by=consulent,
        handeling="adres gewijzigd",
        soort="huishouden",
        object_id=uuid.uuid4(),
        at=NU + dt.timedelta(hours=1),
        inwoners=[JOLANDA],
    )

    found = overview_of(JOLANDA)

    assert [(line.wie, line.wat) for line in found] == [
        ("Anouk Nijhuis", "adres gewijzigd"),
        ("Anouk Nijhuis", "dossier ingezien"),
    ]
    assert found[0].functie == "consulent Wmo"


def test_the_overview_keeps_lines_of_somebody_who_is_gone(consulent):
    look(consulent, JOLANDA)
    consulent.delete()

    assert [line.wie for line in overview_of(JOLANDA)] == ["iemand die hier niet meer werkt"]


def test_the_overview_on_screen_is_logged_for_that_resident(client, privacy, consulent):
    look(consulent, JOLANDA)

    page = log_in(client, privacy).get(reverse("toegangslog-inwoner", args=[JOLANDA]))

    assert "Anouk Nijhuis" in page.text
    regel = Toegangsregel.objects.get(medewerker_id=privacy.pk)
    assert (regel.handeling, regel.inwoners) == (Handeling.INGEZIEN, [JOLANDA])


def test_a_resident_is_found_by_bsn_without_the_bsn_in_address_or_log(client, privacy, monkeypatch):
    monkeypatch.setattr("hengelo_sociaal.logboek.zoekers._ZOEKERS", [{"123456782": JOLANDA}.get])

    answer = log_in(client, privacy).post(reverse("toegangslog-zoek-inwoner"), {"bsn": "123456782"})

    assert answer["Location"] == reverse("toegangslog-inwoner", args=[JOLANDA])
    regel = Toegangsregel.objects.get()
    assert regel.inwoners == [JOLANDA]
    assert "123456782" not in str(Toegangsregel.objects.values())


@pytest.mark.parametrize("bsn", ["123456789", "999999990", "", "abc"])
def test_a_bsn_that_leads_nowhere_is_told(client, privacy, bsn):
    answer = log_in(client, privacy).post(reverse("toegangslog-zoek-inwoner"), {"bsn": bsn})

    assert answer.status_code == 200
    assert answer.context["form"].errors["bsn"]
