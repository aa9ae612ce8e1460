"""Van signaal naar collectief: from a question without answer to an activity and its reach."""

import datetime as dt
import re

from playwright.sync_api import expect

from dashboard.domain.effecten import publish_effects
from hengelo_sociaal.kern.tijd import nu, vandaag
from tests.factories.medewerkers import MedewerkerFactory
from tests.factories.toegang import ContactFactory, HulpvraagFactory, InwonerFactory
from tests.factories.voorzieningen import (
    ActiviteitFactory,
    LocatieFactory,
    PartnerFactory,
    VoorzieningFactory,
)
from toegang.models import Aanbod
from voorzieningen.models import Gemis

NOORD = "WK016402"


def others_miss_it(times: int) -> None:
    """Colleagues told before that there is nothing."""
    for _ in range(times):
        Gemis.objects.create(
            soort="eenzaamheid",
            leefgebied_id="netwerk",
            wijk_id=NOORD,
            toelichting="Geen inloop.",
            gemeld_door=MedewerkerFactory(rollen=["consulent"]),
            gemeld_op=nu(),
        )


def test_from_an_open_question_to_an_activity_and_its_reach(pagina, axe, schermafdruk):
    consulent = MedewerkerFactory(gebruikersnaam="consulent", rollen=["consulent"])
    partner = PartnerFactory(
        medewerker=MedewerkerFactory(gebruikersnaam="wijkracht", rollen=["vindplaats"])
    )
    place = LocatieFactory(organisatie=partner.organisatie, buurt_id="BU01640200")
    home = VoorzieningFactory(
        naam="Huiskamer Noord: eenzaamheid", organisatie=partner.organisatie, wijken=[NOORD]
    )
    coffee = ActiviteitFactory(
        naam="Koffie in Noord",
        voorziening=home,
        locatie=place,
        plaatsen=30,
        eerste_keer=vandaag() - dt.timedelta(days=7),
    )
    resident = InwonerFactory(geslachtsnaam="Zwanenberg")
    question = HulpvraagFactory(
        soort_id="eenzaamheid",
        contact=ContactFactory(inwoner=resident, wijk=NOORD, gemeente="GM0164"),
    )
    others_miss_it(2)

    # The worker finds nothing light; the resident waits.
    page = pagina(consulent, f"/contacten/{question.contact_id}")
    page.get_by_role("link", name="Wat past bij deze vraag?").click()
    page.get_by_label("Wat ontbreekt er?").fill("Geen inloop overdag.")
    page.get_by_role("button", name="Niets lichts past").click()
    expect(page.get_by_text("Vastgelegd bij deze vraag.")).to_be_visible()

    # The partner sees the bundle without names, takes it up and says what is expected.
    page = pagina(partner.medewerker, "/voorzieningen/signalen")
    expect(page.get_by_text("minder dan 10 keer gemeld")).to_be_visible()
    expect(page.get_by_text("Zwanenberg")).to_have_count(0)
    axe(page)
    page.get_by_role("button", name="Oppakken: Eenzaamheid in Noord").click()
    expect(page.get_by_text("Opgepakt met Koffie in Noord.")).to_be_visible()
    page.get_by_role("link", name="Verwachting van Koffie in Noord").click()
    page.get_by_label("Hoeveel mensen moet het per jaar bereiken?").fill("60")
    page.get_by_label("Voor hoeveel huishoudens is daardoor").fill("12")
    page.get_by_label("Wat kost de activiteit per jaar?").fill("14.500")
    page.get_by_label("Wat kost maatwerk voor één huishouden per jaar?").fill("3.100")
    page.get_by_label("Waar rust deze verwachting op?").fill("Eén op de vijf vroeg begeleiding.")
    axe(page)
    schermafdruk(page, "businesscase")
    page.get_by_role("button", name="Opslaan").click()
    expect(page.get_by_text("De verwachting is bewaard.")).to_be_visible()

    # The own worker of who waits sees that there is something now, and offers it.
    page = pagina(consulent, "/")
    expect(page.get_by_text("Nu is er: Koffie in Noord.")).to_be_visible()
    page.get_by_role("link", name=re.compile("^Eenzaamheid")).click()
    page.get_by_label("Wat vond de inwoner van Huiskamer Noord").select_option("aangenomen")
    page.get_by_role("button", name="Vastleggen voor Huiskamer Noord: eenzaamheid").click()
    expect(page.get_by_text("Vastgelegd bij deze vraag.")).to_be_visible()
    assert set(Aanbod.objects.values_list("uitkomst", flat=True)) == {"niets", "aangenomen"}
    page = pagina(consulent, "/")
    expect(page.get_by_text("Nu is er: Koffie in Noord.")).to_have_count(0)

    # The partner counts who came, and policy reads what may be said of it.
    page = pagina(partner.medewerker, f"/voorzieningen/activiteiten/{coffee.pk}/opkomst")
    page.get_by_label("Dag", exact=True).fill(vandaag().isoformat())
    page.get_by_label("Hoeveel mensen").fill("21")
    page.get_by_label("Waarvan voor het eerst").fill("14")
    page.get_by_role("button", name="Opslaan").click()
    expect(page.get_by_text("De opkomst is bewaard.")).to_be_visible()
    publish_effects(at=nu())

    page = pagina("beleid", "/dashboard/preventie")
    expect(page.get_by_text("Sinds de start kwamen 14 mensen voor het eerst.")).to_be_visible()
    expect(page.get_by_text("Over vermeden maatwerk is dus niets te zeggen.")).to_be_visible()
    expect(page.get_by_text("Zwanenberg")).to_have_count(0)
    axe(page)
    schermafdruk(page, "preventie")


def test_policy_compares_wijken_and_keeps_interventions(pagina, axe, schermafdruk):
    VoorzieningFactory(wijken=[NOORD], preventieniveau="universeel")
    page = pagina("beleid", "/dashboard/wijken")
    axe(page)
    schermafdruk(page, "wijken")
    page.get_by_label("Op de kaart", exact=True).select_option("witte-vlekken")
    page.get_by_role("button", name="Toepassen").click()
    expect(page).to_have_url(re.compile("maat=witte-vlekken"))
    axe(page)
    page.get_by_role("rowheader", name="Noord").get_by_role("link").click()
    page.get_by_label("Vergelijk met wijk").select_option("WK016401")
    page.get_by_role("button", name="Toepassen").click()
    expect(page.get_by_role("heading", name="Preventiematrix: hoeveel")).to_have_count(2)
    axe(page)
    schermafdruk(page, "wijk")
    table = page.get_by_role("region", name="De buurten van Noord")
    table.get_by_role("link").first.click()
    expect(page.get_by_text("Buurt in Noord")).to_be_visible()
    axe(page)
    schermafdruk(page, "buurt")

    page = pagina("beleid", "/voorzieningen/interventies/nieuw")
    axe(page)
    schermafdruk(page, "interventie")
    page.goto(page.url.replace("/nieuw", ""))
    axe(page)
