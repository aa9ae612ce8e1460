"""The papers of a plan: what is on them, for whom, and what is kept."""

import datetime as dt
import html
import re

import pytest

from hengelo_sociaal.kern.fouten import DoelNodig, NietGevonden
from hengelo_sociaal.logboek.models import Handeling, Toegangsregel
from hengelo_sociaal.papier.document import Handtekeningen, texts_of
from hengelo_sociaal.papier.models import Stuk
from plannen.domain.papier import (
    Papiervraag,
    evaluation_paper,
    give_evaluation_paper,
    give_plan_paper,
    plan_paper,
)
from plannen.domain.vaststelling import Instemming, adopt_plan
from plannen.enums import AkkoordWijze
from plannen.models import Plan
from plannen.queries.laden import load_plan
from tests.factories.medewerkers import MedewerkerFactory
from tests.factories.plannen import (
    AanspreekpuntFactory,
    AfspraakFactory,
    DoelFactory,
    EvaluatieFactory,
    PlanFactory,
    VoortgangFactory,
)
from tests.factories.toegang import NU, VANDAAG
from tests.inloggen import logged_in
from tests.papier.voorbeeld import kaal, lees, tekst_van

pytestmark = pytest.mark.django_db


@pytest.fixture
def vol(plan: Plan) -> Plan:
    """A plan with somebody to call, a goal of one person and one of everybody."""
    first = plan.deelnames.first().inwoner
    AanspreekpuntFactory(plan=plan)
    EvaluatieFactory(plan=plan)
    DoelFactory(plan=plan, inwoner=first, met_afspraken=1)
    AfspraakFactory(doel=DoelFactory(plan=plan, volgorde=2, leefgebied_id="wonen"), algemeen=True)
    return plan


def adopted(plan: Plan, consulent):
    people = [one.inwoner_id for one in plan.deelnames.all()]
    answers = [Instemming(inwoner_id=one, wijze=AkkoordWijze.MONDELING) for one in people]
    return adopt_plan(plan_id=plan.pk, akkoorden=answers, by=consulent, at=NU)


def words(plan: Plan, **vraag) -> str:
    paper = plan_paper(load_plan(plan.pk), Papiervraag(**vraag), op=VANDAAG)
    return "\n".join(texts_of(paper.opgemaakt.document))


def pdf_of(plan: Plan, by, groot=False, doel="", **vraag) -> bytes:
    return give_plan_paper(
        load_plan(plan.pk), Papiervraag(**vraag), by=by, at=NU, groot=groot, doel=doel
    )


def test_the_whole_plan_says_everything(vol):
    text = words(vol)

    assert "Weer rust in huis." in text
    assert "Doel 1. De huur en vaste lasten zijn weer op tijd betaald" in text
    assert "Samen de post openen en ordenen" in text
    assert "Fatma Yilmaz van Wijkracht, telefoon 074 000 00 00" in text
    assert "We kijken samen hoe het gaat op 1 december 2026" in text
    assert "14 074" not in text
    assert "Datum en handtekening" in text
    assert str(vol.huishouden) in text


def test_a_plan_without_anything_has_no_holes(plan):
    text = words(plan)

    assert "Er staan nog geen doelen in dit plan." in text
    assert "telefoon 14 074" in text
    assert "Hiervoor is nog geen dag gekozen." in text
    assert "{" not in text


def test_a_young_child_is_given_no_room_to_sign(plan):
    mother, child = (one.inwoner for one in plan.deelnames.all())
    type(child).objects.filter(pk=child.pk).update(geboortedatum=dt.date(VANDAAG.year - 8, 1, 1))

    paper = plan_paper(load_plan(plan.pk), Papiervraag(), op=VANDAAG)
    (room,) = (b for b in paper.opgemaakt.document.blokken if isinstance(b, Handtekeningen))

    assert [one.naam for one in room.mensen] == [str(mother)]


def test_one_person_gets_their_own_goals_without_the_address(vol):
    mine, theirs = (one.inwoner for one in vol.deelnames.all())

    text = words(vol, voor=theirs.pk)

    assert "Uw plan" in text
    assert "vaste lasten" in text
    assert "Deldenerstraat" not in text
    assert f"doel van {mine}" not in text
    assert str(mine) not in text


@pytest.mark.parametrize(
    ("jaar", "zin"),
    [(11, None), (12, "u bent 12 jaar of ouder"), (15, "u bent 12"), (17, "16 jaar"), (18, None)],
)
def test_a_young_person_reads_their_own_rights(vol, jaar, zin):
    person = vol.deelnames.first().inwoner
    person.geboortedatum = VANDAAG.replace(year=VANDAAG.year - jaar)
    person.save()

    text = words(vol, voor=person.pk)

    assert (zin in text) if zin else ("jaar of ouder" not in text)


def test_a_secret_address_is_on_no_paper_even_of_an_older_version(vol, consulent):
    street = vol.huishouden.straat
    adopted(vol, consulent)
    before = tekst_van(pdf_of(vol, consulent, versie=1))
    vol.huishouden.geheim = True
    vol.huishouden.save()

    after = tekst_van(pdf_of(vol, consulent, versie=1))

    assert street in before
    assert street not in after
    assert "Adres geheim" in after


def test_the_paper_of_a_version_is_kept_and_stays(vol, consulent):
    version = adopted(vol, consulent)
    first = pdf_of(vol, consulent, versie=1)
    vol.doelen.update(omschrijving="Heel anders")

    again = pdf_of(vol, consulent, versie=1)

    kept = Stuk.objects.get()
    assert first == again == bytes(kept.pdf)
    assert (kept.soort, kept.onderwerp_id, kept.voor) == ("plan", version.pk, None)
    assert "mondeling akkoord" in tekst_van(first)
    assert version.vingerafdruk[:16] in tekst_van(first)


def test_large_print_and_one_person_are_papers_of_their_own(vol, consulent):
    adopted(vol, consulent)
    person = vol.deelnames.first().inwoner_id

    pdf_of(vol, consulent)
    pdf_of(vol, consulent, groot=True)
    pdf_of(vol, consulent, voor=person)

    assert sorted((one.soort, one.groot) for one in Stuk.objects.all()) == [
        ("plan", False),
        ("plan", True),
        ("plan-persoon", False),
    ]


def test_a_concept_is_not_kept(vol, consulent):
    pdf = lees(pdf_of(vol, consulent))

    assert not Stuk.objects.exists()
    assert "Concept van 17 november 2026" in pdf.pages[0].extract_text()
    assert pdf.trailer["/Root"]["/Lang"] == "nl-NL"


def test_taking_a_paper_is_in_the_log_with_its_purpose(vol, consulent):
    person = vol.deelnames.first().inwoner_id

    pdf_of(vol, consulent, voor=person)

    line = Toegangsregel.objects.get()
    assert (line.handeling, line.soort) == (Handeling.UITGEVOERD, "plan-persoon")
    assert (line.inwoners, line.doel) == ([person], "betrokken bij het plan")


def test_who_is_not_involved_says_why_or_gets_nothing(vol):
    with pytest.raises(NietGevonden):
        pdf_of(vol, MedewerkerFactory(consulent=True))
    with pytest.raises(DoelNodig):
        pdf_of(vol, MedewerkerFactory(jurist=True))

    assert pdf_of(vol, MedewerkerFactory(jurist=True), doel="bezwaar")[:4] == b"%PDF"
    assert [line.doel for line in Toegangsregel.objects.all()] == ["bezwaar"]


def test_the_page_and_the_pdf_of_a_plan_say_the_same(vol, consulent):
    client = logged_in(consulent)
    page = client.get(f"/plannen/{vol.pk}/afdruk").content.decode()
    pdf = client.get(f"/plannen/{vol.pk}/afdruk.pdf")

    sheet = re.search(r"(?s)<article.*?</article>", page)[0]
    without = re.sub(r"(?s)<caption.*?</caption>|<svg.*?</svg>", "", sheet)
    shown = kaal(html.unescape(re.sub(r"<[^>]+>", " ", without)))
    paper = re.sub(r"Bladzijde \d+ van \d+", "", tekst_van(pdf.content))
    paper = re.sub(rf"{vol.nummer}, stand van \d+ \w+ \d+", "", paper)
    assert shown == kaal(paper)


def test_the_report_of_an_evaluation(vol, consulent):
    doel = vol.doelen.first()
    person = vol.deelnames.first().inwoner
    VoortgangFactory(doel=doel, stap=2)
    VoortgangFactory(doel=doel, stap=3, inwoner=person)
    AfspraakFactory(doel=doel, gedaan=True, omschrijving="Regeling getroffen")
    held = EvaluatieFactory(plan=vol, gehouden=True)

    paper = evaluation_paper(load_plan(vol.pk), held)
    text = "\n".join(texts_of(paper.opgemaakt.document))
    pdf = give_evaluation_paper(load_plan(vol.pk), held, by=consulent, at=NU)

    assert "zo doorgaan" in text
    assert "Het gaat beter." in text
    assert "halverwege" in text
    assert "kleine stap" in text
    assert "Regeling getroffen (17 november 2026)" in text
    assert "We kijken weer samen hoe het gaat op 1 december 2026" in text
    assert bytes(Stuk.objects.get().pdf) == pdf


def test_an_evaluation_that_is_still_to_come_has_no_report(vol):
    planned = EvaluatieFactory(plan=vol, gepland_op=VANDAAG + dt.timedelta(days=30))

    with pytest.raises(NietGevonden):
        evaluation_paper(load_plan(vol.pk), planned)


def test_a_plan_of_another_size_takes_as_many_queries(consulent, django_assert_num_queries):
    small = PlanFactory(betrokken=consulent, met_doelen=1)
    large = PlanFactory(betrokken=consulent, met_doelen=3)

    for plan in (load_plan(small.pk), load_plan(large.pk)):
        with django_assert_num_queries(1):
            plan_paper(plan, Papiervraag(), op=VANDAAG)
