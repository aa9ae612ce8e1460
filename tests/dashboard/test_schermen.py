"""The screens: figures, definitions, files, the budget; who may see them; and no page counts."""

import datetime as dt
import io
import re
from decimal import Decimal

import pytest
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from freezegun import freeze_time
from openpyxl import load_workbook

from dashboard.domain.herbereken import recount_marked
from dashboard.domain.streefwaarden import set_target
from dashboard.enums import Per
from dashboard.exceptions import IndicatorNietGevonden, OnmogelijkeVraag
from dashboard.models import Begrotingsregel, Indicator, Streefwaarde
from dashboard.queries.cijfers import Cijfer
from dashboard.views.beeld import Stand, judge, value_beside_target
from hengelo_sociaal.kern.fouten import GeenRecht
from tests.factories.dashboard import BESTANDEN, NU, take_in_ours
from tests.factories.medewerkers import MedewerkerFactory
from tests.factories.toegang import ContactFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("_november")]


@pytest.fixture
def _november():
    cache.clear()
    with freeze_time(NU.astimezone(dt.UTC)):
        yield


@pytest.fixture
def beleid(client):
    client.force_login(MedewerkerFactory(beleid=True))
    return client


@pytest.fixture
def financien(client):
    client.force_login(MedewerkerFactory(rollen=["financien"]))
    return client


def contacts(number, **fields):
    for _ in range(number):
        ContactFactory(hulpvragen=["informatie-en-advies"], **fields)


def text(answer):
    assert answer.status_code == 200, answer.content[:300]
    return " ".join(answer.content.decode().split())


def test_the_page_shows_tiles_places_wijken_and_when_it_was_computed(beleid):
    contacts(24, wijk="WK016400", gemeente="GM0164")
    recount_marked(at=NU)

    page = text(beleid.get("/dashboard"))

    assert "Geregistreerde hulpvragen" in page
    assert "24" in page
    assert "Zorgloket" in page
    assert "Binnenstad" in page
    assert "berekend op" in page
    assert "/dashboard/indicatoren/informatie-en-advies" in page


def test_an_empty_installation_says_that_nothing_was_computed(beleid):
    assert "nog niets berekend" in text(beleid.get("/dashboard"))


def test_a_filter_in_the_address_narrows_every_figure(beleid):
    contacts(24, wijk="WK016400", gemeente="GM0164")
    contacts(31, wijk="WK016401", gemeente="GM0164")
    recount_marked(at=NU)

    page = text(beleid.get("/dashboard?periode=2026-11&wijk=WK016401"))

    assert "Hengelose Es" in page
    assert '<p class="hs-waarde">31</p>' in page
    (left_out,) = re.findall("Met dit filter niet te tonen: ([^<]*)", page)
    assert "Algemene voorziening" in left_out
    assert "Tevreden" in left_out


def test_two_filters_are_one_too_many_and_the_page_says_so(beleid):
    page = text(beleid.get("/dashboard?wijk=WK016401&wet=wmo"))

    assert "meer dan één filter" in page


@pytest.mark.parametrize("query", ["periode=morgen", "wijk=nergens", "periode=2026&wet=%00"])
def test_an_address_that_means_nothing_shows_the_running_year(beleid, query):
    assert "Januari t/m november 2026" in text(beleid.get(f"/dashboard?{query}"))


def test_a_small_group_is_not_shown_on_a_tile(beleid):
    contacts(4)
    recount_marked(at=NU)

    page = text(beleid.get("/dashboard"))

    assert '<p class="hs-waarde">niet getoond</p>' in page


def test_only_a_wanted_direction_and_a_target_make_a_judgement():
    higher = Indicator(gewenste_richting="hoger", eenheid="%")
    lower = Indicator(gewenste_richting="lager", eenheid="%")
    neutral = Indicator(gewenste_richting="neutraal", eenheid="%")

    assert [judge(higher, value, Decimal(90)) for value in (90, 87, 50)] == ["goed", "let", "fout"]
    assert [judge(lower, value, Decimal(10)) for value in (10, 10.4, 20)] == ["goed", "let", "fout"]
    assert judge(neutral, 50, Decimal(90)) == ""
    assert judge(higher, 50, None) == ""
    assert judge(higher, None, Decimal(90)) == ""


@pytest.mark.parametrize(
    ("teller", "noemer", "doel", "getoond"),
    [
        (797, 1000, 80, "79,7%"),  # as 80% it would look as if the target were reached
        (800, 1000, 80, "80%"),
        (797, 1000, 90, "80%"),
        (797, 1000, None, "80%"),
    ],
)
def test_a_value_that_just_misses_its_target_does_not_read_as_the_target(
    teller, noemer, doel, getoond
):
    share = Cijfer(Per.JAAR, dt.date(2026, 1, 1), "", teller, noemer, False, None, 1, True)
    indicator = Indicator(gewenste_richting="hoger", eenheid="%")

    shown = value_beside_target(Stand(indicator, share, {}, doel and Decimal(doel)))

    assert shown == getoond


def test_a_figure_that_changed_comes_along_without_a_reload(beleid):
    contacts(12)
    recount_marked(at=NU)
    page = beleid.get("/dashboard")
    version = page.context["versie"]

    unchanged = beleid.get(f"/dashboard/cijfers?periode=2026&versie={version}")
    contacts(1)
    recount_marked(at=NU)
    changed = beleid.get(f"/dashboard/cijfers?periode=2026&versie={version}")

    assert unchanged.status_code == 204
    assert '<p class="hs-waarde">13</p>' in text(changed)
    assert "<html" not in text(changed)


def test_the_part_that_is_swapped_is_the_same_as_in_a_fresh_page(beleid):
    contacts(12)
    recount_marked(at=NU)

    part = text(beleid.get("/dashboard/cijfers"))

    assert part in text(beleid.get("/dashboard"))


def test_unchanged_figures_are_not_read_again(beleid):
    contacts(12)
    recount_marked(at=NU)
    with CaptureQueriesContext(connection) as first:
        beleid.get("/dashboard")
    with CaptureQueriesContext(connection) as again:
        beleid.get("/dashboard")

    assert not [q for q in again.captured_queries if "dashboard_meting" in q["sql"]]
    assert len(again) < len(first) / 2


def test_the_number_of_queries_does_not_grow_with_the_figures(beleid):
    beleid.get("/dashboard")  # the first click also writes the session
    counts = []
    for number in (12, 36):
        contacts(number, wijk="WK016400", gemeente="GM0164")
        contacts(number, vindplaats_id="wijkracht")
        recount_marked(at=NU)
        with CaptureQueriesContext(connection) as found:
            beleid.get("/dashboard")
        counts.append(len(found))

    assert counts[0] == counts[1]


def test_the_budget_stands_on_the_page_for_who_may_see_it(client):
    take_in_ours("begroting.csv")
    client.force_login(MedewerkerFactory(beleid=True))
    assert "Begroting per taakveld" in text(client.get("/dashboard"))

    client.force_login(MedewerkerFactory())
    assert "Begroting per taakveld" not in text(client.get("/dashboard"))


def test_the_budget_of_another_year_says_so(beleid):
    take_in_ours("begroting.csv")

    page = text(beleid.get("/dashboard"))

    assert "Voor 2026 is nog geen begroting ingelezen" in page
    assert "vergelijk die niet" in page


def test_a_chosen_year_is_that_of_budget_and_commitments_alike(financien):
    take_in_ours("begroting.csv")

    page = text(financien.get("/dashboard?begrotingsjaar=2021"))

    assert "Begroot saldo in 2021" in page
    assert "Verplicht door toewijzingen in 2021" in page
    assert 'begrotingsjaar=2021#begroting" aria-current="true"' in page


@pytest.mark.parametrize("year", ["", "0", "20211", "abcd", "1899", "²⁰²¹"])
def test_a_year_that_is_none_is_that_of_the_period(financien, year):
    take_in_ours("begroting.csv")

    page = text(financien.get("/dashboard", {"begrotingsjaar": year}))

    assert "Verplicht door toewijzingen in 2026" in page


def test_an_indicator_explains_itself_and_splits(beleid):
    contacts(12)
    contacts(15, kanaal_id="balie")
    recount_marked(at=NU)

    plain = text(beleid.get("/dashboard/indicatoren/hulpvragen"))
    split = text(beleid.get("/dashboard/indicatoren/hulpvragen?uitgesplitst=kanaal"))

    assert "Een contact kan meer dan een vraag hebben" in plain
    assert "versie 1" in plain
    assert "Balie" in split


def test_an_unknown_indicator_is_not_found(beleid):
    assert beleid.get("/dashboard/indicatoren/geluk").status_code == 404


def test_the_table_comes_as_csv_and_as_xlsx(beleid):
    contacts(28)
    for _ in range(12):
        ContactFactory(hulpvragen=["open"])
    recount_marked(at=NU)
    address = "/dashboard/indicatoren/informatie-en-advies"

    lines = beleid.get(f"{address}/csv").content.decode("utf-8-sig").splitlines()
    sheet = load_workbook(io.BytesIO(beleid.get(f"{address}/xlsx").content)).active

    assert lines[0] == "Periode;Opgelost met informatie en advies;Teller;Noemer"
    assert lines[-1] == "november 2026;70,0;28;40"
    assert [cell.value for cell in sheet[13]] == ["november 2026", 70, 28, 40]


def test_a_file_hides_what_the_page_hides(beleid):
    contacts(4)
    recount_marked(at=NU)

    lines = beleid.get("/dashboard/indicatoren/hulpvragen/csv").content.decode("utf-8-sig")

    assert lines.splitlines()[-1] == "november 2026;niet getoond"


def test_the_tiles_come_as_one_file(beleid):
    contacts(12)
    recount_marked(at=NU)

    lines = beleid.get("/dashboard/bestand/csv").content.decode("utf-8-sig").splitlines()

    assert lines[0].startswith("Maand;Geregistreerde hulpvragen;")
    assert lines[-1].startswith("2026-11;12;100,0;")


def test_the_name_of_the_file_says_what_was_chosen(beleid):
    file = beleid.get("/dashboard/bestand/csv?periode=2026-K3&wijk=WK016403")

    assert file["Content-Disposition"] == 'attachment; filename="dashboard-2026-k3-hasseler-es.csv"'


def test_another_kind_of_file_is_refused(beleid):
    assert beleid.get("/dashboard/bestand/pdf").status_code == 400


def test_history_is_labelled_as_history(beleid):
    for name in ("beleidsindicatoren.csv", "kengetallen.csv", "maatschappelijke_doelen.csv"):
        take_in_ours(name)

    page = text(beleid.get("/dashboard/geschiedenis"))

    assert "precies zoals gedrukt" in page
    assert "Drukfout in de bron" in page
    assert "per 1.000 inwoners" in page
    one = text(beleid.get("/dashboard/indicatoren/BI10"))
    assert "Geschiedenis, zoals gedrukt" in one


def test_the_budget_shows_printed_totals_our_sum_and_the_difference(financien):
    take_in_ours("begroting.csv")
    take_in_ours("begroting_taakveld_6.1.csv")

    page = text(financien.get("/begroting?jaar=2021"))

    assert "Totaal, zoals gedrukt" in page
    assert "Onze som" in page
    assert "afronding in de bron" in page


def test_a_file_is_tried_first_and_then_taken_in(financien):
    content = (BESTANDEN / "begroting.csv").read_bytes()
    file = SimpleUploadedFile("begroting.csv", content)

    trial = financien.post("/begroting/inlezen", {"soort": "begroting", "bestand": file})
    assert "61 nieuw" in text(trial)
    assert not Begrotingsregel.objects.exists()

    fields = {"soort": "begroting", "naam": "begroting.csv", "definitief": "ja"}
    done = financien.post("/begroting/inlezen", fields | {"inhoud": trial.context["inhoud"]})
    assert done.status_code == 302
    assert Begrotingsregel.objects.count() == 61


def test_a_bad_file_is_told_line_by_line(financien):
    lines = "taakveld;omschrijving;soort;jaar;bedrag_x1000;bron\n6.1;A;lasten;2019;veel;b\n"
    file = SimpleUploadedFile("fout.csv", lines.encode())

    page = text(financien.post("/begroting/inlezen", {"soort": "begroting", "bestand": file}))

    assert "geen heel getal" in page
    assert "Er is niets ingelezen" in page


@pytest.mark.parametrize(
    "fields", [{}, {"inhoud": "geen base64!"}, {"inhoud": "AAAA", "naam": "x.csv"}]
)
def test_without_a_usable_file_the_form_says_what_to_do(financien, fields):
    page = text(financien.post("/begroting/inlezen", {"soort": "begroting", **fields}))

    assert "Dit moet nog anders" in page


def test_a_target_is_set_by_policy(beleid):
    answer = beleid.post(
        "/dashboard/indicatoren/een-plan/streefwaarde", {"jaar": 2026, "waarde": "75"}
    )

    assert answer.status_code == 302
    assert Streefwaarde.objects.get(indicator_id="een-plan").waarde == 75


@pytest.mark.parametrize("value", ["101", "-1", "veel", ""])
def test_a_target_that_cannot_be_is_refused(beleid, value):
    address = "/dashboard/indicatoren/een-plan/streefwaarde"

    page = text(beleid.post(address, {"jaar": 2026, "waarde": value}))

    assert "Dit moet nog anders" in page
    assert not Streefwaarde.objects.exists()


def test_who_sets_a_target_and_of_what_is_guarded():
    by = MedewerkerFactory(beleid=True)
    take_in_ours("beleidsindicatoren.csv")

    with pytest.raises(GeenRecht):
        set_target(code="een-plan", jaar=2026, waarde=Decimal(1), by=MedewerkerFactory(), at=NU)
    with pytest.raises(IndicatorNietGevonden):
        set_target(code="BI01", jaar=2026, waarde=Decimal(1), by=by, at=NU)
    with pytest.raises(OnmogelijkeVraag):
        set_target(code="een-plan", jaar=2026, waarde=Decimal(101), by=by, at=NU)


def test_without_its_log_line_no_target_is_set(monkeypatch):
    def broken(**kwargs):
        raise RuntimeError("no log")

    monkeypatch.setattr("dashboard.domain.streefwaarden.log_change", broken)
    with pytest.raises(RuntimeError):
        set_target(
            code="een-plan",
            jaar=2026,
            waarde=Decimal(75),
            by=MedewerkerFactory(beleid=True),
            at=NU,
        )

    assert not Streefwaarde.objects.exists()
