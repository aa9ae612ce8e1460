"""The letters about an objection: what they say, that they stay, and looking at them first."""

import datetime as dt
from typing import Any

import pytest

from hengelo_sociaal.kern.fouten import OngeldigeInvoer
from hengelo_sociaal.kern.tijd import AMSTERDAM, vandaag
from hengelo_sociaal.medewerkers.models import Medewerker
from hengelo_sociaal.papier.document import Document, texts_of
from hengelo_sociaal.papier.leesbaar import advice
from hengelo_sociaal.papier.models import SjabloonVersie, Stuk
from hengelo_sociaal.web.opmaak import datum
from plannen.domain.besluit import bezwaar as acts
from plannen.domain.besluit.brieven import objection_paper
from plannen.domain.besluit.heroverwegen import Kosten, decide_bezwaar
from plannen.enums import Bezwaarbriefsoort
from plannen.models import Besluit, Bezwaar, Bezwaarbrief
from tests.factories.besluiten import BesluitFactory, BezwaarFactory
from tests.factories.medewerkers import MedewerkerFactory
from tests.factories.toegang import NU, VANDAAG
from tests.inloggen import logged_in

pytestmark = pytest.mark.django_db
VERZONDEN = dt.date(2026, 9, 15)  # the last day to object is 27 October


def words(document: Document) -> str:
    return "\n".join(texts_of(document)).replace("\u00a0", " ")


def newest(bezwaar: Bezwaar) -> str:
    brief = bezwaar.brieven.first()
    assert brief is not None
    return words(objection_paper(brief).document)


def decided(bezwaar: Bezwaar, by: Medewerker, uitkomst: str, **extra: Any) -> str:
    values = {"motivering": "Uw dochter kan niet meer helpen.", "op": VANDAAG} | extra
    decide_bezwaar(bezwaar_id=bezwaar.pk, uitkomst=uitkomst, by=by, at=NU, **values)
    return newest(bezwaar)


@pytest.fixture
def besluit() -> Besluit:
    return BesluitFactory(bekend=True, bekend_op=VERZONDEN)


@pytest.fixture
def running(besluit: Besluit) -> Bezwaar:
    return BezwaarFactory(besluit=besluit, ontvangen_op=dt.date(2026, 10, 20), gehoord_=True)


@pytest.mark.parametrize(
    ("uitkomst", "said"),
    [
        ("gegrond", ["U krijgt gelijk.", "Het nieuwe besluit krijgt u in een aparte brief."]),
        ("deels-gegrond", ["voor een deel gelijk", "Het nieuwe besluit"]),
        ("ongegrond", ["U krijgt geen gelijk.", "blijft zoals het is."]),
        ("niet-ontvankelijk", ["niet behandelen", "blijft zoals het is."]),
    ],
)
def test_each_outcome_is_explained_with_the_way_to_the_court(
    running: Bezwaar, jurist: Medewerker, uitkomst: str, said: list[str]
) -> None:
    text = decided(running, jurist, uitkomst)

    assert all(one in text for one in said)
    assert "Uw dochter kan niet meer helpen." in text
    assert "Rechtbank Overijssel" in text
    assert "voor of op 29 december 2026" in text
    assert "Ja. U vertelde waarom u het niet eens bent" in text
    assert "Vergoeden wij uw kosten?" not in text


@pytest.mark.parametrize(
    ("gehoord", "said"),
    [
        ("ziet-af", "dat u geen gesprek wilde"),
        ("kennelijk-ongegrond", "meteen duidelijk dat u geen gelijk krijgt"),
        ("tegemoet", "want u krijgt helemaal gelijk"),
    ],
)
def test_why_nobody_was_heard(
    running: Bezwaar, jurist: Medewerker, gehoord: str, said: str
) -> None:
    acts.record_hearing(
        bezwaar_id=running.pk, gehoord=gehoord, verslag="Per brief", by=jurist, at=NU
    )

    assert said in decided(running, jurist, "ongegrond")


def test_costs_are_paid_on_request_and_when_the_besluit_changes(
    running: Bezwaar, jurist: Medewerker
) -> None:
    paid = Kosten(gevraagd=True, cent=647_00, uitleg="U had een advocaat nodig.")

    with pytest.raises(OngeldigeInvoer) as not_asked:
        decided(running, jurist, "gegrond", kosten=Kosten(gevraagd=False, cent=1))
    with pytest.raises(OngeldigeInvoer) as no_change:
        decided(running, jurist, "ongegrond", kosten=paid)
    with pytest.raises(OngeldigeInvoer) as unexplained:
        decided(running, jurist, "gegrond", kosten=Kosten(gevraagd=True))
    text = decided(running, jurist, "gegrond", kosten=paid)

    assert set(not_asked.value.velden) == set(no_change.value.velden) == {"kosten_cent"}
    assert set(unexplained.value.velden) == {"kosten_uitleg"}
    assert "€ 647,00" in text
    assert "Awb artikel 7:15" in text
    running.refresh_from_db()
    assert running.kosten_cent == 647_00


def test_every_step_has_its_letter(besluit: Besluit, jurist: Medewerker) -> None:
    received = acts.BezwaarGegevens(
        ontvangen_op=dt.date(2026, 11, 10),
        indiener="gemachtigde",
        indiener_naam="mr. P. de Wit",
        indiener_adres="Marktstraat 5\n7551 AA Hengelo",
        pro_forma=True,
    )
    made = acts.receive_bezwaar(besluit_id=besluit.pk, gegevens=received, by=jurist, at=NU)
    told = [newest(made)]
    last = VANDAAG + dt.timedelta(days=14)
    who = {"bezwaar_id": made.pk, "by": jurist, "at": NU}
    acts.ask_completion(gevraagd_op=VANDAAG, tot=last, **who)
    told.append(newest(made))
    acts.complete_bezwaar(op=VANDAAG, gronden="Zes uur.", **who)
    acts.plan_hearing(op=dt.datetime(2026, 12, 15, 10, 0, tzinfo=AMSTERDAM), **who)
    told.append(newest(made))
    acts.adjourn_bezwaar(kennisgeving_op=VANDAAG, **who)
    told.append(newest(made))

    kinds = [brief.soort for brief in made.brieven.order_by("pk")]
    assert kinds == list(Bezwaarbriefsoort)[:4]
    assert all("mr. P. de Wit\nMarktstraat 5\n7551 AA Hengelo" in text for text in told)
    assert "Wij kregen uw bezwaar op 10 november 2026. Dat is te laat." in told[0]
    assert "uiterlijk op 1 december 2026" in told[1]
    assert "15 december 2026 om 10.00 uur" in told[2]
    assert "voor of op 5 december 2026" in told[2]
    assert "Vanaf 8 december 2026" in told[2]
    made.beslistermijn.refresh_from_db()
    assert f"voor of op {datum(made.beslistermijn.einddatum)}" in told[3]
    assert made.beslistermijn.einddatum >= dt.date(2027, 1, 19)


@pytest.mark.parametrize("soort", [one.value for one in Bezwaarbriefsoort])
def test_the_texts_are_plain(soort: str) -> None:
    text = SjabloonVersie.objects.get(sjabloon=soort)

    hard = [one for one in advice(text.tekst) if "cliëntondersteuner" not in one]

    assert hard == []


def test_looking_first_changes_nothing_and_keeps_what_was_filled_in(jurist: Medewerker) -> None:
    bezwaar = BezwaarFactory(gehoord_=True, behandelaar=jurist)
    client, path = logged_in(jurist), f"/bezwaren/{bezwaar.pk}/stap/beslissen"
    sent = {
        "beslissen-uitkomst": "ongegrond",
        "beslissen-motivering": "Het onderzoek was goed.",
        "beslissen-op": vandaag().isoformat(),
    }

    seen = client.post(path, sent | {"bekijken": "1"})
    back = client.post(path, sent | {"terug": "1"})
    wrong = client.post(path, {"bekijken": "1"})

    assert "U krijgt geen gelijk." in seen.content.decode()
    assert 'value="Het onderzoek was goed."' in seen.content.decode()
    assert back.status_code == 200
    assert "Het onderzoek was goed." in back.content.decode()
    assert wrong.status_code == 422
    bezwaar.refresh_from_db()
    assert bezwaar.uitkomst is None
    assert not Bezwaarbrief.objects.exists()


def test_the_letter_is_kept_with_the_objection_and_its_pdf_stays(jurist: Medewerker) -> None:
    bezwaar = BezwaarFactory(gehoord_=True)
    decided(bezwaar, jurist, "ongegrond")
    brief = bezwaar.brieven.get()
    client, path = logged_in(jurist), f"/bezwaren/{bezwaar.pk}/brieven/{brief.pk}"
    other = BezwaarFactory()

    first, again = client.get(f"{path}/pdf"), client.get(f"{path}/pdf")

    assert "Beslissing op het bezwaar" in client.get(f"/bezwaren/{bezwaar.pk}").content.decode()
    assert "Rechtbank Overijssel" in client.get(path).content.decode()
    assert first.content.startswith(b"%PDF")
    assert first.content == again.content
    assert Stuk.objects.get().soort == "bezwaar-beslissing"
    assert client.get(f"/bezwaren/{other.pk}/brieven/{brief.pk}").status_code == 404
    stranger = logged_in(MedewerkerFactory(consulent=True))
    assert stranger.get(path).status_code == 404
