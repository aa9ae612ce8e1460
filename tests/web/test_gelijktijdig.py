"""Two people with one form: nothing of the first is overwritten unseen."""

import datetime as dt

import pytest
from django import forms
from django.test import Client
from lxml import html

from hengelo_sociaal.kern.fouten import Verouderd
from hengelo_sociaal.kern.gezien import print_of, require_seen
from hengelo_sociaal.web.formulieren import GeldVeld, GezienForm
from hengelo_sociaal.web.formulieren.gelijktijdig import in_words
from tests.factories.aanbieders import ContractFactory
from tests.factories.medewerkers import MedewerkerFactory
from tests.factories.voorzieningen import VoorzieningFactory

VALUES = {"naam": "Taalcafé", "plafond": 100}


def test_a_print_is_the_same_for_the_same_values_in_any_order():
    assert print_of(VALUES) == print_of(dict(reversed(VALUES.items())))
    assert print_of(VALUES) != print_of(VALUES | {"plafond": 101})


@pytest.mark.parametrize("gezien", [None, "", print_of(VALUES)])
def test_what_was_seen_may_be_changed(gezien):
    require_seen(gezien, VALUES, VALUES | {"plafond": 200})


def test_what_changed_meanwhile_is_refused_with_both_values():
    with pytest.raises(Verouderd) as refused:
        require_seen(print_of(VALUES), VALUES | {"plafond": 150}, VALUES | {"plafond": 200})

    assert refused.value.extra["gezien"] == print_of(VALUES | {"plafond": 150})
    assert refused.value.extra["verschillen"] == [{"veld": "plafond", "nu": 150, "ingevuld": 200}]


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        (forms.CharField(), None, ""),
        (forms.CharField(), "gratis", "gratis"),
        (forms.BooleanField(), False, "nee"),
        (forms.DateField(), dt.date(2026, 3, 1), "1 maart 2026"),
        (GeldVeld(), 123_400, "€\u00a01.234,00"),
        (forms.ChoiceField(choices=[("a", "Eén")]), "a", "Eén"),
        (forms.MultipleChoiceField(choices=[("a", "Eén"), ("b", "Twee")]), ["a", "b"], "Eén, Twee"),
    ],
)
def test_a_value_is_shown_as_the_form_shows_it(field, value, words):
    assert in_words(field, value) == words


def test_a_conflict_shows_only_what_the_form_knows():
    class Naam(GezienForm):
        naam = forms.CharField(label="De naam")

    form = Naam({"naam": "b", "gezien": "oud"})
    form.is_valid()

    form.show_conflict(
        Verouderd(extra={
            "gezien": "nieuw",
            "verschillen": [
                {"veld": "naam", "nu": "a", "ingevuld": "b"},
                {"veld": "intern", "nu": 1, "ingevuld": 2},
            ],
        })
    )  # fmt: skip

    assert form.verschillen == [{"naam": "De naam", "nu": "a", "ingevuld": "b"}]
    assert form["gezien"].value() == "nieuw"
    assert form.non_field_errors()


def filled_in(page: str) -> dict[str, list[str]]:
    """What a browser would send of the form on a page, untouched."""
    (form,) = html.fromstring(page).xpath("//form[@id='contract' or @id='voorziening']")
    return _by_name(form.form_values())


def _by_name(pairs):
    found: dict[str, list[str]] = {}
    for name, value in pairs:
        found.setdefault(name, []).append(value)
    return found


def log_in(rol: str) -> Client:
    client = Client()
    medewerker = MedewerkerFactory(rollen=[rol])
    client.force_login(medewerker, "django.contrib.auth.backends.ModelBackend")
    return client


@pytest.fixture(params=["contract", "voorziening"])
def twee(request, db):
    """Two colleagues with the same form open: clients, address, field, and the record."""
    if request.param == "contract":
        record, rol, field = ContractFactory(), "contracten", "omschrijving"
        address = f"/contracten/{record.pk}/wijzigen"
    else:
        record, rol, field = VoorzieningFactory(), "beleid", "kosten"
        address = f"/voorzieningen/{record.pk}/wijzigen"
    return log_in(rol), log_in(rol), address, field, record


def test_who_saves_second_sees_both_values_and_may_still_choose(twee):
    first, second, address, field, record = twee
    sheet = filled_in(first.get(address).content.decode())
    other = filled_in(second.get(address).content.decode())

    assert first.post(address, sheet | {field: "Van de eerste"}).status_code == 302
    refused = second.post(address, other | {field: "Van de tweede"})

    page = refused.content.decode()
    record.refresh_from_db()
    assert "Een collega was u voor" in page
    assert getattr(record, field) == "Van de eerste"
    assert "Van de eerste" in page
    assert "Van de tweede" in page
    again = second.post(address, filled_in(page))
    record.refresh_from_db()
    assert again.status_code == 302
    assert getattr(record, field) == "Van de tweede"


def test_a_double_click_on_save_is_no_conflict_with_oneself(twee):
    first, _, address, field, record = twee
    sheet = filled_in(first.get(address).content.decode()) | {field: "Eenmaal"}

    first.post(address, sheet)
    again = first.post(address, sheet)

    record.refresh_from_db()
    assert getattr(record, field) == "Eenmaal"
    assert again.status_code == 302
