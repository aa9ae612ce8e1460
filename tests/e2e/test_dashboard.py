"""Policy at the dashboard, finance with a file, in a real browser."""

import datetime as dt

import pytest
from playwright.sync_api import expect

from dashboard.domain.herbereken import recount_marked
from hengelo_sociaal.kern.tijd import nu
from tests.factories.dashboard import BESTANDEN, ONZE_BESTANDEN, take_in_ours
from tests.factories.toegang import ContactFactory


def register(number: int, **fields: object) -> None:
    for back in range(number):
        ContactFactory(
            hulpvragen=["informatie-en-advies"],
            plaatsgevonden_op=nu() - dt.timedelta(seconds=back),
            **fields,
        )


@pytest.fixture
def figures():
    """A day at the counter, and the papers."""
    register(24, wijk="WK016400", gemeente="GM0164")
    register(31, wijk="WK016401", gemeente="GM0164", vindplaats_id="wijkracht")
    for naam in ONZE_BESTANDEN:
        take_in_ours(naam)
    recount_marked(at=nu())


def test_policy_reads_the_dashboard_and_sees_a_figure_change_by_itself(
    pagina, axe, schermafdruk, figures
):
    page = pagina("beleid", "/dashboard")
    schermafdruk(page, "dashboard")
    axe(page)
    expect(page.get_by_text("55", exact=True).first).to_be_visible()

    register(1, wijk="WK016400", gemeente="GM0164")
    recount_marked(at=nu())

    expect(page.get_by_text("56", exact=True).first).to_be_visible()


def test_policy_filters_and_looks_behind_a_figure(pagina, axe, schermafdruk, figures):
    page = pagina("beleid", "/dashboard")

    page.locator("#id_wijk").select_option("WK016401")
    page.get_by_role("button", name="Toepassen").click()
    expect(page.get_by_text("31", exact=True).first).to_be_visible()
    schermafdruk(page, "dashboard-wijk")

    page.get_by_role("link", name="Geregistreerde hulpvragen").first.click()
    expect(page.get_by_text("Alleen Hengelose Es")).to_be_visible()
    page.get_by_label("Uitgesplitst naar").select_option("kanaal")
    page.get_by_role("button", name="Toepassen").click()
    expect(page.get_by_role("columnheader", name="Telefoon")).to_be_visible()
    schermafdruk(page, "indicator")
    axe(page)


@pytest.mark.parametrize(
    ("rol", "pad", "naam"),
    [
        ("beleid", "/dashboard/indicatoren", "indicatoren"),
        ("beleid", "/dashboard/indicatoren/BI10", "indicator-gedrukt"),
        ("beleid", "/dashboard/geschiedenis", "geschiedenis"),
        ("beleid", "/dashboard/indicatoren/een-plan/streefwaarde", "streefwaarde"),
        ("beleid", "/begroting?jaar=2021", "begroting"),
        ("financien", "/begroting/inlezen", "inlezen"),
    ],
)
def test_every_screen_of_figures_is_accessible(pagina, axe, schermafdruk, figures, rol, pad, naam):
    page = pagina(rol, pad)

    schermafdruk(page, naam)
    axe(page)


def test_finance_tries_a_file_and_takes_it_in(pagina, axe, tmp_path):
    wrong = tmp_path / "fout.csv"
    wrong.write_text(
        "taakveld;omschrijving;soort;jaar;bedrag_x1000;bron\n6.1;A;lasten;2019;veel;b\n"
    )
    page = pagina("financien", "/begroting/inlezen")

    page.get_by_label("Bestand").set_input_files(wrong)
    page.get_by_role("button", name="Controleren").click()
    expect(page.get_by_text("'veel' is geen heel getal")).to_be_visible()
    axe(page)

    page.get_by_label("Bestand").set_input_files(BESTANDEN / "begroting.csv")
    page.get_by_role("button", name="Controleren").click()
    expect(page.get_by_text("61 nieuw")).to_be_visible()
    page.get_by_role("button", name="Inlezen").click()
    expect(page.get_by_role("heading", name="Begroting 2022")).to_be_visible()
