"""A resident says how it went, without a name, and policy sees the share and no person."""

import pytest
from playwright.sync_api import expect

from dashboard.domain.herbereken import recount_marked
from hengelo_sociaal.kern.tijd import nu, vandaag
from tests.factories.medewerkers import MedewerkerFactory
from tests.factories.toegang import ContactFactory, InwonerFactory
from toegang.models import Waardering


def said(oordeel: str, number: int, vindplaats: str = "zorgloket") -> None:
    for _ in range(number):
        Waardering.objects.create(
            maand=vandaag().replace(day=1),
            kanaal_id="telefoon",
            vindplaats_id=vindplaats,
            wijze="link",
            oordeel=oordeel,
        )


@pytest.mark.django_db(transaction=True)
def test_from_the_code_to_the_dashboard(pagina, axe, schermafdruk):
    said("goed", 29)
    said("redelijk", 10)
    said("goed", 4, "poh-jeugd")
    loket = MedewerkerFactory(gebruikersnaam="loket", rollen=["loket"])
    contact = ContactFactory(
        inwoner=InwonerFactory(),
        geregistreerd_door=loket,
        plaatsgevonden_op=nu(),
        hulpvragen=["informatie-en-advies"],
    )
    page = pagina(loket, f"/contacten/{contact.pk}")
    page.get_by_role("link", name="Waardering vragen").click()
    axe(page)
    page.get_by_role("button", name="Code maken").click()
    code = page.locator("strong", has_text="-").first.inner_text()

    resident = pagina(None, "/waardering")
    resident.get_by_label("Uw code").fill(code.lower())
    resident.keyboard.press("Enter")
    resident.get_by_label("Goed", exact=True).check()
    axe(resident)
    resident.get_by_role("button", name="Versturen").click()
    expect(resident.get_by_role("heading", name="Bedankt")).to_be_visible()
    recount_marked(at=nu())

    policy = pagina("beleid", "/dashboard")
    expect(
        policy.get_by_role("link", name="Tevreden over hoe de vraag is opgepakt")
    ).to_be_visible()
    expect(policy.get_by_text("77%", exact=True).first).to_be_visible()  # 34 of 44
    schermafdruk(policy, "dashboard-waardering")
    policy.goto("/dashboard/indicatoren/tevreden?uitgesplitst=vindplaats")
    expect(policy.get_by_text("zonder naam, contact of dag")).to_be_visible()
    expect(policy.get_by_text("niet getoond").first).to_be_visible()
    expect(policy.get_by_text("100%", exact=True)).to_have_count(0)  # all four of one place
    axe(policy)
    schermafdruk(policy, "indicator-tevreden")
    page.goto(f"/contacten/{contact.pk}")
    expect(page.get_by_text("Goed", exact=True)).to_have_count(0)
