"""Every change of what the catalogue shows or finds by makes another state."""

import pytest
from django.db import connection, transaction

from hengelo_sociaal.gebieden.models import Buurt, Gemeente, Wijk
from hengelo_sociaal.waarden.models import Leefgebied, Wet
from tests.factories.voorzieningen import (
    LocatieFactory,
    OrganisatieFactory,
    SynoniemFactory,
    VoorzieningFactory,
)
from voorzieningen.domain.wijzigingen import forget_changes
from voorzieningen.models import (
    Cataloguswijziging,
    Doelgroep,
    Locatie,
    Organisatie,
    Voorziening,
)
from voorzieningen.queries.stand import Merk, current_marks, current_state

pytestmark = pytest.mark.django_db
KAART, API = "/sociale-kaart?tekst=samen", "/api/v1/voorzieningen?zoek=samen"


def renamed(model) -> None:
    """Change the name of one record, past every operation and signal."""
    field = "label" if hasattr(model, "label") else "naam"
    model.objects.filter(pk=model.objects.first().pk).update(**{field: "Heel anders"})


@pytest.mark.parametrize("model", [Voorziening, Wijk, Buurt, Gemeente, Leefgebied, Wet, Doelgroep])
def test_another_name_is_another_state(model):
    VoorzieningFactory()
    before = current_state()

    renamed(model)

    assert current_state() != before


@pytest.mark.parametrize("relation", ["leefgebieden", "doelgroepen", "wetten", "wijken"])
def test_what_hangs_on_a_provision_counts_as_well(relation):
    made = VoorzieningFactory(
        doelgroepen=["ouderen"], wetten=["wmo"], wijken=["WK016401"], leefgebieden=["netwerk"]
    )
    before = current_state()

    getattr(made, relation).clear()

    assert current_state() != before


@pytest.mark.parametrize("make", [SynoniemFactory, OrganisatieFactory, LocatieFactory])
def test_what_is_added_or_taken_away_makes_another_state(make):
    empty = current_state()
    made = make()
    full = current_state()
    made.delete()

    assert len({empty, full, current_state()}) == 3


@pytest.mark.parametrize("model", [Voorziening, Organisatie, Locatie])
def test_a_statement_that_changes_no_row_leaves_the_state(model):
    before = current_state()

    model.objects.filter(naam="staat er niet").update(naam="x")

    assert current_state() == before


def test_a_mark_says_what_changed():
    place = LocatieFactory()
    made = VoorzieningFactory(organisatie=place.organisatie, wijken=["WK016401"])
    before = current_marks()[1]

    made.wijken.clear()
    Voorziening.objects.update(naam="Aan tafel")
    Organisatie.objects.update(telefoon="074")
    Locatie.objects.update(naam="Wijkhuis")
    SynoniemFactory()
    Wijk.objects.update(naam="Wijk")

    assert [mark for pk, mark in current_marks()[1].items() if pk not in before] == [
        Merk("voorziening", [made.pk]),
        Merk("voorziening", [made.pk]),
        Merk("organisatie", [place.organisatie_id]),
        Merk("locatie", [place.pk]),
        Merk("synoniem", []),
        Merk("", None),
    ]


def test_of_many_rows_a_mark_only_says_that_anything_changed():
    Organisatie.objects.bulk_create(
        [Organisatie(code=f"o-{n}", naam=f"Stichting {n}") for n in range(501)]
    )

    assert list(current_marks()[1].values())[-1] == Merk("", None)


def test_nothing_changes_the_state_by_being_read(client):
    VoorzieningFactory(naam="Samen eten")
    before = current_state()

    client.get(KAART)

    assert current_state() == before


@pytest.mark.parametrize(("address", "shown"), [(API, "Wijkhuis Zuid"), (KAART, "Wijk Zuid")])
def test_the_public_sees_another_name_of_a_place_or_a_wijk_at_once(client, address, shown):
    """Nobody touches the provision itself."""
    place = LocatieFactory(naam="Wijkhuis Noord")
    VoorzieningFactory(naam="Samen eten").locaties.add(place)
    assert shown not in client.get(address).text

    type(place).objects.update(naam="Wijkhuis Zuid")
    Wijk.objects.filter(code="WK016401").update(naam="Wijk Zuid")

    assert shown in client.get(address).text


def test_marks_are_thrown_away_without_coming_back_to_an_old_state():
    VoorzieningFactory()
    seen = {current_state()}

    assert forget_changes(meer_dan=1) > 1
    seen.add(current_state())

    assert Cataloguswijziging.objects.count() == 1
    assert len(seen) == 2
    assert forget_changes(meer_dan=1) == 0
    assert current_state() in seen


def test_a_few_changes_are_no_reason_to_read_the_catalogue_again():
    VoorzieningFactory()
    before = current_state()

    assert forget_changes() == 0
    assert current_state() == before


@pytest.mark.django_db(transaction=True)
def test_a_change_that_is_committed_late_makes_another_state():
    """It was marked before a change that was committed earlier, so the newest mark is the same."""
    late = connection.copy()
    try:
        with late.cursor() as cursor:
            cursor.execute("BEGIN")
            cursor.execute("UPDATE gebieden_wijk SET naam = naam WHERE code = 'WK016401'")
            with transaction.atomic():
                Wijk.objects.filter(code="WK016402").update(naam="Wijk Zuid")
            before = current_state()
            cursor.execute("COMMIT")
    finally:
        late.close()

    assert current_state() != before
