"""A signature drawn on the screen: what is kept, what is refused, and where it shows."""

import json

import pytest
from django.db import IntegrityError, transaction
from hypothesis import given
from hypothesis import strategies as st

from plannen.domain.handtekening import MEESTE_PUNTEN, read_signature
from plannen.domain.papier import Papiervraag, give_plan_paper, plan_paper
from plannen.domain.vaststelling import Instemming, adopt_plan
from plannen.enums import AkkoordWijze
from plannen.exceptions import HandtekeningOnleesbaar
from plannen.models import Akkoord, Plan, Vaststelling
from plannen.queries.laden import load_plan
from tests.factories.plannen import DoelFactory
from tests.factories.toegang import NU, VANDAAG
from tests.inloggen import logged_in
from tests.papier.voorbeeld import lees

LIJN = [[10, 20], [30, 40], [50, 20], [70, 40], [90, 30]]
GETEKEND = json.dumps({"breedte": 600, "hoogte": 200, "lijnen": [LIJN]})
HANDTEKENING = AkkoordWijze.HANDTEKENING


def test_the_lines_are_kept_as_they_were_drawn():
    assert read_signature(GETEKEND) == {"breedte": 600, "hoogte": 200, "lijnen": [LIJN]}


@pytest.mark.parametrize("leeg", ["", "  \n"])
def test_nothing_drawn_is_signed_on_paper(leeg):
    assert read_signature(leeg) is None


def getekend(**anders) -> str:
    return json.dumps({"breedte": 600, "hoogte": 200, "lijnen": [LIJN]} | anders)


@pytest.mark.parametrize(
    "tekst",
    [
        "geen json",
        "[]",
        "null",
        "{}",
        getekend(breedte=0),
        getekend(breedte="600"),
        getekend(breedte=True),
        getekend(hoogte=1_000_000),
        getekend(lijnen=[]),
        getekend(lijnen=[[[1, 2]]]),
        getekend(lijnen="x"),
        getekend(lijnen=[[["a", "b"]] * 9]),
        getekend(lijnen=[[[1, 2, 3]] * 9]),
        getekend(lijnen=[[[1, 2]] * (MEESTE_PUNTEN + 1)]),
        getekend().replace("10", "NaN"),
        "[" * 5000,
        "x" * 300_000,
    ],
)
def test_anything_else_is_no_signature(tekst):
    with pytest.raises(HandtekeningOnleesbaar):
        read_signature(tekst)


@given(st.lists(st.tuples(st.floats(-1e9, 1e9), st.floats(-1e9, 1e9)), min_size=5, max_size=50))
def test_every_point_lies_on_the_sheet(punten):
    read = read_signature(getekend(lijnen=[punten]))

    assert all(0 <= x <= 600 and 0 <= y <= 200 for x, y in read["lijnen"][0])


@pytest.fixture
def vol(plan: Plan) -> Plan:
    DoelFactory(plan=plan)
    return plan


def adopt(plan: Plan, consulent, *antwoorden: Instemming) -> Vaststelling:
    return adopt_plan(plan_id=plan.pk, akkoorden=antwoorden, by=consulent, at=NU)


@pytest.mark.django_db
def test_drawn_and_spoken_agreement_stand_side_by_side(vol, consulent):
    first, second = (one.inwoner_id for one in vol.deelnames.all())

    made = adopt(
        vol,
        consulent,
        Instemming(inwoner_id=first, wijze=HANDTEKENING, handtekening=GETEKEND),
        Instemming(inwoner_id=second, wijze=AkkoordWijze.MONDELING, handtekening=GETEKEND),
    )

    drawn, spoken = (made.akkoorden.get(inwoner=one) for one in (first, second))
    assert drawn.handtekening["lijnen"] == [LIJN]
    assert drawn.getekend.onderschrift == "Getekend op 17 november 2026"
    assert spoken.handtekening is None
    assert spoken.getekend is None


@pytest.mark.django_db
def test_a_bad_signature_freezes_nothing(vol, consulent):
    first = vol.deelnames.first().inwoner_id

    with pytest.raises(HandtekeningOnleesbaar):
        adopt(vol, consulent, Instemming(inwoner_id=first, wijze=HANDTEKENING, handtekening="[1]"))

    assert not Vaststelling.objects.exists()


@pytest.mark.django_db
def test_the_database_keeps_a_signature_with_its_agreement(vol, consulent):
    first = vol.deelnames.first().inwoner_id
    made = adopt(vol, consulent, Instemming(inwoner_id=first, wijze=AkkoordWijze.MONDELING))

    with pytest.raises(IntegrityError, match="akkoord_getekend"), transaction.atomic():
        Akkoord.objects.filter(vaststelling=made).update(handtekening={"lijnen": []})


@pytest.mark.django_db
def test_the_signature_is_on_the_paper_of_the_version(vol, consulent):
    first = vol.deelnames.first().inwoner
    adopt(
        vol,
        consulent,
        Instemming(inwoner_id=first.pk, wijze=HANDTEKENING, handtekening=GETEKEND),
    )

    paper = plan_paper(load_plan(vol.pk), Papiervraag(), op=VANDAAG)
    pdf = lees(give_plan_paper(load_plan(vol.pk), Papiervraag(), by=consulent, at=NU))

    block = next(one for one in paper.opgemaakt.document.blokken if one.soort == "handtekeningen")
    assert block.mensen[0].paden.startswith("M10.0 20.0 L30.0 40.0")
    assert "Getekend op 17 november 2026" in pdf.pages[-1].extract_text()


@pytest.mark.django_db
def test_signing_on_the_screen_and_without_javascript(vol, consulent):
    scherm = logged_in(consulent)
    path = f"/plannen/{vol.pk}/vaststellen"
    first, second = vol.deelnames.all()
    page = scherm.get(path)
    answer = {
        "gezien": page.context["form"]["gezien"].value(),
        f"wijze_{first.pk}": "handtekening",
        f"wijze_{second.pk}": "handtekening",
        f"hand_{first.pk}": GETEKEND,
    }

    wrong = scherm.post(path, answer | {f"hand_{first.pk}": "{}"})
    done = scherm.post(path, answer)
    version = scherm.get(f"/plannen/{vol.pk}/versies/1").content.decode()

    assert b"hidden" in page.content
    assert "Teken opnieuw, of teken op papier" in wrong.content.decode()
    assert done.status_code == 303
    assert version.count("hs-getekend") == 1
    assert f"Handtekening van {first.inwoner}" in version
    assert Akkoord.objects.filter(handtekening__isnull=False).count() == 1
