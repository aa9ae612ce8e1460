"""A new version of the questions: prepared, checked, previewed, put in force by `beheer`."""

import pytest
from django.urls import reverse

from hengelo_sociaal.kern.fouten import GeenRecht, Verouderd
from hengelo_sociaal.logboek.models import Wijzigingsregel
from tests.factories.medewerkers import MedewerkerFactory
from tests.factories.toegang import NU, UitvraagFactory
from tests.inloggen import logged_in
from toegang.domain.uitvraag import save_answers
from toegang.domain.vragenlijst import (
    VraagGegevens,
    drop_concept_version,
    prepare_version,
    put_in_force,
    put_question,
)
from toegang.exceptions import VersieBevroren, VersieOnvolledig
from toegang.models import VragenlijstVersie
from toegang.models.uitvraag import BREED
from toegang.queries.vragenlijst import in_force, questions_of

pytestmark = pytest.mark.django_db
NIEUW = {
    "vraag": "Wat zou u anderen aanraden?",
    "hulp": "",
    "onderdeel": "in-de-wijk",
    "soort": "tekst",
    "opties": "",
    "punten": ["e"],
}


@pytest.fixture
def beheer(db):
    return MedewerkerFactory(rollen=["beheer"])


@pytest.fixture
def client(beheer):
    return logged_in(beheer)


@pytest.fixture
def concept(beheer):
    return prepare_version(by=beheer, vragenlijst=BREED, at=NU)


def show(client, version):
    return client.get(reverse("vragenlijst-versie", args=[version.pk])).content.decode()


def add(client, version, **changes):
    version.refresh_from_db()
    address = reverse("vragenlijst-vraag-nieuw", args=[version.pk])
    return client.post(address, NIEUW | {"revisie": version.revisie} | changes)


def test_from_concept_to_in_force_with_the_answers_of_before_still_there(client, beheer):
    old = in_force(BREED)
    before = UitvraagFactory(versie=old, antwoorden={"vragen": {"belangrijk": "Rust"}})

    client.post(reverse("vragenlijst-voorbereiden", args=[BREED]))
    concept = VragenlijstVersie.objects.get(vragenlijst=BREED, status="concept")
    add(client, concept)
    page = show(client, concept)
    client.post(
        reverse("vragenlijst-versie", args=[concept.pk]), {"toelichting": "Een vraag erbij."}
    )

    now = in_force(BREED)
    old.refresh_from_db()
    assert "Nieuw: Wat zou u anderen aanraden?" in page
    assert now.nummer == old.nummer + 1
    assert old.status == "vervallen"
    assert "Wat zou u anderen aanraden?" in [vraag.vraag for vraag in questions_of(now.inhoud)]
    kept = save_answers(
        by=before.begonnen_door,
        uitvraag_id=before.pk,
        antwoorden={"vragen.hulp-nu": "School"},
        revisie=1,
        at=NU,
    )
    assert kept.versie == old
    assert kept.antwoorden["vragen"] == {"belangrijk": "Rust", "hulp-nu": "School"}


def test_the_preview_is_drawn_by_the_renderer_that_everybody_uses(client, concept):
    page = client.get(reverse("vragenlijst-voorbeeld", args=[concept.pk])).content.decode()

    assert 'data-vraag="gewone-week"' in page
    assert f'data-uitvraag="{BREED}-{concept.nummer}"' in page


def test_a_question_changes_and_keeps_its_code_and_colours(client, concept):
    address = reverse("vragenlijst-vraag", args=[concept.pk, "mantelzorg-redt"])
    form = client.get(address).context["form"].initial

    client.post(address, form | {"vraag": "Redt uw helper het nog?"})

    concept.refresh_from_db()
    vraag = next(v for v in questions_of(concept.inhoud) if v.code == "mantelzorg-redt")
    assert vraag.vraag == "Redt uw helper het nog?"
    assert [(one.code, one.toon) for one in vraag.opties][:2] == [
        ("goed", "goed"),
        ("aandacht", "let"),
    ]


def test_questions_move_and_lapse(client, concept):
    def verzet(code, actie):
        client.post(
            reverse("vragenlijst-vraag-verzetten", args=[concept.pk, code]), {"actie": actie}
        )
        concept.refresh_from_db()
        return [vraag.code for vraag in questions_of(concept.inhoud)]

    assert verzet("belangrijk", "omhoog").index("belangrijk") == 2
    assert verzet("belangrijk", "omlaag").index("belangrijk") == 3
    assert "belangrijk" not in verzet("belangrijk", "vervalt")


def test_what_hinders_stands_on_the_page_and_refuses(client, concept):
    for code in ("bijdrage", "bijdrage-verteld"):
        client.post(
            reverse("vragenlijst-vraag-verzetten", args=[concept.pk, code]), {"actie": "vervalt"}
        )

    page = show(client, concept)
    refused = client.post(
        reverse("vragenlijst-versie", args=[concept.pk]), {"toelichting": "Korter."}
    )

    assert "punt g van Wmo 2015" in page
    assert refused.status_code == 422
    assert in_force(BREED).nummer == 1


def test_two_people_at_one_concept_never_overwrite_each_other(client, beheer, concept):
    stale = concept.revisie
    add(client, concept)

    with pytest.raises(Verouderd):
        put_question(
            by=beheer,
            versie_id=concept.pk,
            gegevens=VraagGegevens(code="x", vraag="Nog iets?", onderdeel="in-de-wijk"),
            revisie=stale,
            at=NU,
        )


def test_once_in_force_nothing_changes(client, beheer):
    old = in_force(BREED)

    refused = add(client, old)

    assert refused.status_code == 422
    assert "verandert niet meer" in refused.content.decode()
    with pytest.raises(VersieBevroren):
        put_in_force(by=beheer, versie_id=old.pk, toelichting="x", at=NU)
    with pytest.raises(VersieBevroren):
        drop_concept_version(by=beheer, versie_id=old.pk, at=NU)


def test_preparing_twice_is_one_concept_that_can_be_thrown_away(client, beheer, concept):
    assert prepare_version(by=beheer, vragenlijst=BREED, at=NU) == concept

    client.post(reverse("vragenlijst-weggooien", args=[concept.pk]))

    assert not VragenlijstVersie.objects.filter(pk=concept.pk).exists()


def test_an_instrument_needs_no_points_of_the_law(beheer):
    zrm = VragenlijstVersie.objects.get(vragenlijst="zelfredzaamheid")

    put_in_force(by=beheer, versie_id=zrm.pk, toelichting="Wij doen mee.", at=NU)

    assert in_force("zelfredzaamheid") is not None


def test_an_incomplete_version_says_why(beheer, concept):
    VragenlijstVersie.objects.filter(pk=concept.pk).update(inhoud={"onderdelen": []})

    with pytest.raises(VersieOnvolledig) as refusal:
        put_in_force(by=beheer, versie_id=concept.pk, toelichting="x", at=NU)

    assert len(refusal.value.extra["redenen"]) > 7


def test_every_change_is_in_the_log_and_others_may_not(beheer, concept):
    assert Wijzigingsregel.objects.filter(object_id=concept.pk).count() == 1
    with pytest.raises(GeenRecht):
        prepare_version(by=MedewerkerFactory(rollen=["teamleider"]), vragenlijst=BREED, at=NU)


def test_the_list_shows_every_version(client, concept):
    page = client.get(reverse("vragenlijsten")).content.decode()

    assert "Versie 1" in page
    assert "Versie 2" in page
    assert "Zelfredzaamheid" in page
