"""Prevention for policy: expected beside measured, carefully, and never a person."""

import datetime as dt
import uuid

import pytest

from dashboard.domain.effecten import publish_effects
from dashboard.models import Collectiefeffect
from hengelo_sociaal.kern.tijd import begin_van, nu, vandaag
from tests.factories.medewerkers import MedewerkerFactory
from tests.factories.plannen import AfspraakFactory, DoelFactory, PlanFactory
from tests.factories.toegang import ContactFactory, HuishoudenFactory
from tests.factories.voorzieningen import (
    ActiviteitFactory,
    OrganisatieFactory,
    PartnerFactory,
    VoorzieningFactory,
)
from toegang.models import Aanbod
from voorzieningen.domain.collectief import Verwachting, end_collective, expect
from voorzieningen.exceptions import CollectiefGestopt, NietUwOrganisatie
from voorzieningen.models import Businesscase, Collectief, Interventie, Interventiejaar, Opkomst

pytestmark = pytest.mark.django_db
ES = "WK016401"
VERWACHTING = {
    "bereik": 365,
    "vermeden": 73,
    "kosten": 1_000_000,
    "kosten_maatwerk": 300_000,
    "onderbouwing": "Eén op de vijf vroeg eerder begeleiding.",
}


@pytest.fixture
def partner():
    return PartnerFactory()


@pytest.fixture
def collectief(partner):
    """Coffee of a partner for lonely people in the Hengelose Es, since a hundred days."""
    activity = ActiviteitFactory(
        naam="Koffie", voorziening=VoorzieningFactory(organisatie=partner.organisatie)
    )
    return Collectief.objects.create(
        soort="eenzaamheid",
        leefgebied_id="netwerk",
        wijk_id=ES,
        activiteit=activity,
        signalen=12,
        opgepakt_door=partner.medewerker,
        opgepakt_op=begin_van(vandaag() - dt.timedelta(days=100)),
    )


@pytest.fixture
def beleid(client):
    client.force_login(
        MedewerkerFactory(rollen=["beleid"]), backend="django.contrib.auth.backends.ModelBackend"
    )
    return client


def waiting(number: int, collectief, *, uitkomst: str | None = None, maatwerk: bool = False):
    """Households that waited, what they said to the offer, and whether maatwerk came after."""
    provision = collectief.activiteit.voorziening
    for _ in range(number):
        contact = ContactFactory(
            huishouden=HuishoudenFactory(),
            wijk=ES,
            gemeente="GM0164",
            plaatsgevonden_op=nu() - dt.timedelta(days=130),
            hulpvragen=["open"],
        )
        question = contact.hulpvragen.get()
        question.soort_id = "eenzaamheid"
        question.save()
        said = {"hulpvraag": question, "door": contact.geregistreerd_door}
        Aanbod.objects.create(uitkomst="niets", op=nu() - dt.timedelta(days=120), **said)
        if uitkomst:
            Aanbod.objects.create(
                voorziening=provision,
                uitkomst=uitkomst,
                reden="tijd" if uitkomst == "geweigerd" else None,
                op=nu() - dt.timedelta(days=50),
                **said,
            )
        if maatwerk:
            goal = DoelFactory(
                plan=PlanFactory(huishouden=contact.huishouden),
                leefgebied_id="netwerk",
            )
            AfspraakFactory(
                doel=goal,
                trede="maatwerk",
                reden_niet_lichter="zwaarte",
                gemaakt_op=nu() - dt.timedelta(days=10),
            )


def came(collectief, aantal: int, nieuw: int) -> None:
    Opkomst.objects.create(
        activiteit=collectief.activiteit,
        dag=vandaag(),
        aantal=aantal,
        nieuw=nieuw,
        gemeld_door=MedewerkerFactory(),
    )


def test_who_waited_was_offered_took_it_and_got_no_maatwerk_is_counted(collectief):
    waiting(12, collectief, uitkomst="aangenomen")
    waiting(11, collectief, uitkomst="aangenomen", maatwerk=True)
    waiting(10, collectief, uitkomst="geweigerd")
    waiting(14, collectief)

    publish_effects(at=nu())

    found = Collectiefeffect.objects.get()
    assert (found.wachtten, found.aangeboden) == (50, 30)
    assert (found.aangenomen, found.zonder_maatwerk) == (20, 10)


def test_small_groups_are_not_in_the_table_and_counting_again_replaces(collectief):
    waiting(9, collectief, uitkomst="aangenomen")
    publish_effects(at=nu())
    found = Collectiefeffect.objects.get()
    assert {found.wachtten, found.aangeboden, found.aangenomen, found.zonder_maatwerk} == {None}

    waiting(1, collectief, uitkomst="aangenomen")
    publish_effects(at=nu())

    assert Collectiefeffect.objects.get().zonder_maatwerk == 10


def test_policy_reads_expected_beside_measured_in_careful_words(beleid, collectief, partner):
    expect(
        collectief=collectief,
        verwachting=Verwachting(**VERWACHTING),
        by=partner.medewerker,
        at=nu(),
    )
    waiting(12, collectief, uitkomst="aangenomen")
    came(collectief, 30, 25)
    publish_effects(at=nu())

    page = beleid.get("/dashboard/preventie").content.decode()

    assert (
        "Sinds de start kwamen 25 mensen voor het eerst. Dat is minder: tot nu toe werden er 100"
        in page
    )
    assert "Zoveel maatwerk is er hoogstens vermeden. Dat is minder dan de 20" in page
    assert "definitie versie 1" in page


def test_in_the_first_weeks_nothing_is_compared(beleid, collectief, partner):
    Collectief.objects.update(opgepakt_op=nu() - dt.timedelta(days=10))
    case = Verwachting(**VERWACHTING)
    expect(collectief=collectief, verwachting=case, by=partner.medewerker, at=nu())
    came(collectief, 30, 25)

    page = beleid.get("/dashboard/preventie").content.decode()

    assert "Het loopt te kort om dat te vergelijken" in page
    assert "Dat is genoeg" not in page


def test_with_too_few_people_nothing_is_claimed(beleid, collectief):
    waiting(9, collectief, uitkomst="aangenomen")
    came(collectief, 9, 9)
    publish_effects(at=nu())

    page = beleid.get("/dashboard/preventie").content.decode()

    assert "Over vermeden maatwerk is dus niets te zeggen." in page
    assert "Sinds de start kwamen er nog geen 10 mensen voor het eerst." in page


def test_without_an_expectation_the_page_says_so(beleid, collectief):
    came(collectief, 12, 12)

    page = beleid.get("/dashboard/preventie").content.decode()

    assert "12 mensen voor het eerst. Er is niet opgeschreven wat er werd verwacht." in page


def test_fewer_than_ten_visits_are_not_in_the_file(beleid, collectief):
    Interventie.objects.create(
        code="koffie", naam="Koffie", soort="interventie", organisatie=OrganisatieFactory(),
        leefgebied_id="netwerk", preventieniveau="selectief", doel="Minder eenzaam.",
        voorziening=collectief.activiteit.voorziening, van=dt.date(2018, 9, 1),
    )  # fmt: skip
    came(collectief, aantal=9, nieuw=9)

    line = beleid.get("/dashboard/preventie/csv").content.decode("utf-8-sig").splitlines()[1]

    assert line.startswith("Koffie;")
    assert line.endswith(";niet getoond")


def test_interventions_stand_with_their_targets_and_in_a_file(beleid):
    year = vandaag().year
    pilot = Interventie.objects.create(
        code="pilot", naam="Goed uit elkaar!", soort="pilot", organisatie=OrganisatieFactory(),
        leefgebied_id="opvoeden", preventieniveau="selectief", doel="Samen ouder blijven.",
        streefbereik=60, streefresultaat=70, van=dt.date(2018, 9, 1), bewijskracht="eerste",
    )  # fmt: skip
    Interventiejaar.objects.create(
        interventie=pilot, jaar=year, bereik=66, gevraagd=50, gelukt=30, kosten=6_600_000,
        gemeld_door=MedewerkerFactory(), gemeld_op=nu(),
    )  # fmt: skip

    page = beleid.get("/dashboard/preventie").content.decode()
    file = beleid.get("/dashboard/preventie/csv").content.decode("utf-8-sig")

    assert "1 van de 1 interventies met een streefwaarde en cijfers" in page
    for text in ("gehaald", "nog niet", "60%", "Eerste aanwijzingen dat het werkt"):
        assert text in page
    assert "Goed uit elkaar!;Pilot;" in file
    assert ";66;60;60;70;66000;1000;" in file
    assert beleid.get("/dashboard/preventie?jaar=onzin").status_code == 200


@pytest.mark.parametrize("aantal", [1, 3])
def test_the_page_takes_the_same_number_of_queries(
    beleid, partner, aantal, django_assert_max_num_queries
):
    for number in range(aantal):
        made = Collectief.objects.create(
            soort=f"soort-{number}", leefgebied_id="netwerk", activiteit=ActiviteitFactory(),
            signalen=12, opgepakt_door=partner.medewerker, opgepakt_op=nu(),
        )  # fmt: skip
        came(made, 10, 5)
        Interventie.objects.create(
            code=f"i{number}", naam="I", soort="pilot", organisatie=OrganisatieFactory(),
            leefgebied_id="opvoeden", preventieniveau="selectief", doel="D.",
            van=dt.date(2018, 9, 1),
        )  # fmt: skip
    beleid.get("/dashboard/preventie")

    with django_assert_max_num_queries(16):
        beleid.get("/dashboard/preventie")


def test_an_expectation_is_kept_on_screen_and_replaced(client, collectief, partner):
    client.force_login(partner.medewerker, backend="django.contrib.auth.backends.ModelBackend")
    address = f"/voorzieningen/signalen/{collectief.pk}/businesscase"
    data = VERWACHTING | {"kosten": "10.000", "kosten_maatwerk": "3.000,50"}

    assert client.get(address).status_code == 200
    assert client.post(address, data).status_code == 302
    assert client.post(address, data | {"bereik": 400}).status_code == 302

    case = Businesscase.objects.get()
    assert (case.bereik, case.kosten, case.kosten_maatwerk) == (400, 1_000_000, 300_050)
    wrong = client.post(address, data | {"bereik": 0})
    assert wrong.status_code == 422
    assert "Vul in hoeveel mensen het moet bereiken." in wrong.content.decode()


def test_another_partner_finds_nothing_and_may_not(client, collectief):
    other = PartnerFactory().medewerker
    client.force_login(other, backend="django.contrib.auth.backends.ModelBackend")

    for key in (collectief.pk, uuid.uuid4()):
        assert client.get(f"/voorzieningen/signalen/{key}/businesscase").status_code == 404
    with pytest.raises(NietUwOrganisatie):
        expect(collectief=collectief, verwachting=Verwachting(**VERWACHTING), by=other, at=nu())


def test_nothing_is_expected_afterwards(collectief, partner):
    end_collective(collectief=collectief, by=partner.medewerker, at=nu())

    with pytest.raises(CollectiefGestopt):
        expect(
            collectief=collectief,
            verwachting=Verwachting(**VERWACHTING),
            by=partner.medewerker,
            at=nu(),
        )
    assert not Businesscase.objects.exists()


def test_beleid_adds_an_intervention_and_a_partner_its_year(beleid, client, partner):
    data = {
        "naam": "Samen eten", "code": "samen-eten", "soort": "pilot", "status": "loopt",
        "organisatie": str(partner.organisatie.pk), "leefgebied": "netwerk",
        "preventieniveau": "universeel", "doel": "Mensen eten samen.", "van": "01-01-2026",
        "bewijskracht": "onbekend", "kosten_per_jaar": "1.500",
    }  # fmt: skip
    assert beleid.post("/voorzieningen/interventies/nieuw", data).status_code == 302
    made = Interventie.objects.get()
    assert made.kosten_per_jaar == 150_000
    assert beleid.post("/voorzieningen/interventies/nieuw", data).status_code == 422
    changed = beleid.post(f"/voorzieningen/interventies/{made.pk}", data | {"status": "gestopt"})
    assert changed.status_code == 302
    assert Interventie.objects.get().status == "gestopt"

    client.force_login(partner.medewerker, backend="django.contrib.auth.backends.ModelBackend")
    lists = client.get("/voorzieningen/interventies").content.decode()
    assert "Samen eten" in lists
    assert "Nieuwe interventie" not in lists
    address = f"/voorzieningen/interventies/{made.pk}/cijfers"
    year = {"jaar": 2026, "bereik": 40, "gevraagd": 20, "gelukt": 12}
    assert client.post(address, year).status_code == 302
    assert client.post(address, year | {"gelukt": 21}).status_code == 422
    assert Interventiejaar.objects.get().gelukt == 12


def test_a_partner_finds_no_intervention_of_another(client, partner):
    made = Interventie.objects.create(
        code="x", naam="X", soort="pilot", organisatie=OrganisatieFactory(),
        leefgebied_id="netwerk", preventieniveau="universeel", doel="D.", van=vandaag(),
    )  # fmt: skip
    client.force_login(partner.medewerker, backend="django.contrib.auth.backends.ModelBackend")

    assert client.get(f"/voorzieningen/interventies/{made.pk}/cijfers").status_code == 404
    assert client.get(f"/voorzieningen/interventies/{made.pk}").status_code == 403
    assert "X" not in client.get("/voorzieningen/interventies").content.decode().split("<tbody>")[1]
