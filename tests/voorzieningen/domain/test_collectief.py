"""From signals without names to an activity for everybody."""

import datetime as dt

import pytest

from hengelo_sociaal.gebieden.models import Wijk
from hengelo_sociaal.kern.fouten import GeenRecht
from hengelo_sociaal.kern.tijd import AMSTERDAM, nu
from hengelo_sociaal.waarden.models import Leefgebied
from tests.factories.medewerkers import MedewerkerFactory
from tests.factories.toegang import HulpvraagFactory
from tests.factories.voorzieningen import ActiviteitFactory, PartnerFactory, VoorzieningFactory
from tests.panelen import assert_vraagbudget
from toegang.domain.aanbod import record_nothing_fits, record_offer
from toegang.queries.aanbod import matches
from voorzieningen.domain.activiteiten import count_turnout
from voorzieningen.domain.collectief import end_collective, resume_collective, take_up
from voorzieningen.exceptions import GeenSignaal, NietUwOrganisatie, TeLangGestopt
from voorzieningen.models import Activiteit, Collectief, Gemis, Voorziening
from voorzieningen.queries.bundels import MINSTENS, bundles, running, stopped

pytestmark = pytest.mark.django_db
NU = dt.datetime(2026, 11, 22, 12, tzinfo=AMSTERDAM)
ES = "WK016401"


def missed(times: int = MINSTENS, soort: str = "eenzaamheid", op: dt.datetime = NU) -> None:
    consulent = MedewerkerFactory(rollen=["consulent"])
    for _ in range(times):
        Gemis.objects.create(
            soort=soort,
            leefgebied_id="netwerk",
            wijk_id=ES,
            toelichting="Geen inloop.",
            gemeld_door=consulent,
            gemeld_op=op,
        )


@pytest.fixture
def partner():
    return PartnerFactory()


@pytest.fixture
def koffie(partner):
    return ActiviteitFactory(
        naam="Koffie", voorziening=VoorzieningFactory(organisatie=partner.organisatie)
    )


def taken_up(partner, activiteit, **anders):
    signal = {
        "soort": "eenzaamheid",
        "leefgebied": Leefgebied.objects.get(pk="netwerk"),
        "wijk": Wijk.objects.get(pk=ES),
        "activiteit": activiteit,
        "by": partner.medewerker,
        "at": NU,
    }
    return take_up(**signal | anders)


def test_similar_questions_bundle_by_kind_and_wijk_without_names():
    missed(MINSTENS)
    missed(MINSTENS - 1, soort="vervoer")
    missed(MINSTENS, soort="taal", op=NU - dt.timedelta(days=400))

    [bundel] = bundles(NU.date())

    assert (bundel.naam, bundel.wijk.pk, bundel.aantal) == ("Eenzaamheid", ES, MINSTENS)
    assert bundel.hoe_vaak == "minder dan 10 keer"


def test_a_partner_takes_one_up_and_then_it_is_no_longer_open(partner, koffie):
    missed()

    made = taken_up(partner, koffie)

    assert (made.signalen, bundles(NU.date())) == (MINSTENS, [])
    with pytest.raises(GeenSignaal):
        taken_up(partner, koffie)
    end_collective(collectief=made, by=partner.medewerker, at=NU)
    assert len(bundles(NU.date())) == 1


def test_what_nobody_misses_is_not_taken_up(partner, koffie):
    with pytest.raises(GeenSignaal):
        taken_up(partner, koffie)


def test_only_with_an_activity_of_the_own_organisation(partner):
    missed()

    with pytest.raises(NietUwOrganisatie):
        taken_up(partner, ActiviteitFactory())
    with pytest.raises(GeenRecht):
        taken_up(partner, ActiviteitFactory(), by=MedewerkerFactory(rollen=["loket"]))
    taken_up(partner, ActiviteitFactory(), by=MedewerkerFactory(rollen=["beleid"]))


def test_what_it_reaches_is_counted_from_then_on(partner, koffie):
    missed()
    taken_up(partner, koffie)
    for dag, aantal in ((dt.date(2026, 11, 17), 40), (dt.date(2026, 11, 24), 12)):
        count_turnout(
            activiteit=koffie,
            dag=dag,
            aantal=aantal,
            nieuw=0,
            by=partner.medewerker,
            at=NU + dt.timedelta(days=7),
        )

    found = running().get()

    assert (found.keren, found.gemiddeld) == (1, 12)


def test_the_worker_of_who_waits_is_told_and_offers_it(partner, koffie):
    worker = MedewerkerFactory(rollen=["consulent"])
    vraag = HulpvraagFactory(soort_id="eenzaamheid", contact__wijk=ES)
    more = [HulpvraagFactory(soort_id="eenzaamheid", contact__wijk=ES) for _ in range(2)]
    for each in (vraag, *more):
        record_nothing_fits(hulpvraag_id=each.pk, toelichting="", by=worker, at=NU)
    assert assert_vraagbudget("mijn-werk", "wachten", worker).strip() == ""

    taken_up(partner, koffie, at=NU + dt.timedelta(days=1))

    html = assert_vraagbudget("mijn-werk", "wachten", worker)
    assert html.count("Nu is er: Koffie") == 3
    other = MedewerkerFactory(rollen=["consulent"])
    assert assert_vraagbudget("mijn-werk", "wachten", other).strip() == ""
    first = matches(vraag, op=NU.date())[0]
    assert first.treffer.voorziening == koffie.voorziening
    assert first.treffer.redenen == [
        "nieuw voor vragen zoals deze: Koffie, dinsdag 24 november 2026 om 10.00 uur"
    ]

    record_offer(
        hulpvraag_id=vraag.pk,
        voorziening=koffie.voorziening,
        by=worker,
        at=NU + dt.timedelta(days=2),
    )

    assert assert_vraagbudget("mijn-werk", "wachten", worker).count("Nu is er") == 2


def test_the_screen_takes_up_and_stops(client, partner, koffie):
    missed(op=nu())
    client.force_login(partner.medewerker, backend="django.contrib.auth.backends.ModelBackend")
    ActiviteitFactory(naam="Van een ander")
    page = client.get("/voorzieningen/signalen").content.decode()
    assert "Eenzaamheid" in page
    assert "Van een ander" not in page

    client.post(
        "/voorzieningen/signalen",
        {
            "soort": "eenzaamheid",
            "leefgebied": "netwerk",
            "wijk": ES,
            "activiteit": str(koffie.pk),
        },
    )
    made = Collectief.objects.get()
    assert "nog niet geteld" in client.get("/voorzieningen/signalen").content.decode()
    client.post(f"/voorzieningen/signalen/{made.pk}/stoppen")

    made.refresh_from_db()
    assert made.beeindigd_op is not None


def test_of_several_activities_one_must_be_chosen(client, partner, koffie):
    missed(op=nu())
    ActiviteitFactory(naam="Soep in Noord", voorziening=koffie.voorziening)
    client.force_login(partner.medewerker, backend="django.contrib.auth.backends.ModelBackend")
    choice = {"soort": "eenzaamheid", "leefgebied": "netwerk", "wijk": ES, "activiteit": ""}

    page = client.get("/voorzieningen/signalen").content.decode()
    answer = client.post("/voorzieningen/signalen", choice, follow=True)

    assert "Kies een activiteit" in page
    assert "Kies eerst met welke activiteit" in answer.content.decode()
    assert not Collectief.objects.exists()


def test_only_who_keeps_it_is_offered_what_it_expects_and_stopping(client, partner, koffie):
    missed()
    made = taken_up(partner, koffie)
    lead = f"/voorzieningen/signalen/{made.pk}/"

    for who, sees in ((partner, True), (PartnerFactory(), False)):
        client.force_login(who.medewerker, backend="django.contrib.auth.backends.ModelBackend")
        page = client.get("/voorzieningen/signalen").content.decode()
        assert "Koffie" in page
        assert (f"{lead}businesscase" in page, f"{lead}stoppen" in page) == (sees, sees)


def test_what_was_stopped_by_mistake_goes_on(partner, koffie):
    missed()
    made = taken_up(partner, koffie)
    end_collective(collectief=made, by=partner.medewerker, at=NU)
    assert list(stopped(NU.date())) == [made]

    resume_collective(collectief=made, by=partner.medewerker, at=NU)

    assert list(running()) == [made]
    assert not stopped(NU.date())


@pytest.mark.parametrize(
    ("dagen", "activiteit_tot", "aanbod_tot"),
    [(31, None, None), (2, NU.date(), None), (2, None, NU.date())],
)
def test_what_was_stopped_long_ago_or_is_no_more_does_not_go_on(
    partner, koffie, dagen, activiteit_tot, aanbod_tot
):
    missed()
    made = taken_up(partner, koffie)
    end_collective(collectief=made, by=partner.medewerker, at=NU)
    Activiteit.objects.update(eerste_keer=NU.date(), tot_en_met=activiteit_tot)
    Voorziening.objects.update(geldig_tot=aanbod_tot)
    later = NU + dt.timedelta(days=dagen)

    with pytest.raises(TeLangGestopt):
        resume_collective(collectief=made, by=partner.medewerker, at=later)

    made.refresh_from_db()
    assert made.beeindigd_op == NU
    assert not stopped(later.date())


def test_going_on_a_second_time_changes_nothing(partner, koffie):
    missed()
    made = taken_up(partner, koffie)
    later = NU + dt.timedelta(days=300)

    assert resume_collective(collectief=made, by=partner.medewerker, at=later).beeindigd_op is None


def test_what_was_taken_up_anew_since_does_not_go_on_twice(partner, koffie):
    missed()
    made = taken_up(partner, koffie)
    end_collective(collectief=made, by=partner.medewerker, at=NU)
    again = taken_up(partner, koffie)

    with pytest.raises(GeenSignaal):
        resume_collective(collectief=made, by=partner.medewerker, at=NU)

    assert list(running()) == [again]


def test_another_partner_does_not_resume_it(partner, koffie):
    missed()
    made = taken_up(partner, koffie)
    end_collective(collectief=made, by=partner.medewerker, at=NU)

    with pytest.raises(NietUwOrganisatie):
        resume_collective(collectief=made, by=PartnerFactory().medewerker, at=NU)
