"""What was chosen above a list, in the words that stand on paper."""

from django import forms
from django.template import Context, Template

from hengelo_sociaal.web.formulieren import DatumVeld, chosen_in_words


class Filter(forms.Form):
    zoek = forms.CharField(label="Naam", required=False)
    stand = forms.ChoiceField(
        label="Stand",
        choices=[("", "Alles"), ("loopt", "Loopt nu"), ("Klaar", [("af", "Afgerond")])],
        required=False,
    )
    van = DatumVeld(label="Vanaf", required=False)
    leeftijd = forms.IntegerField(label="Leeftijd", required=False)
    eigen = forms.BooleanField(label="Alleen van mij", required=False)


def test_what_was_chosen_is_said_as_it_is_read_on_the_screen():
    given = {"zoek": "Zorg", "stand": "loopt", "van": "2026-11-24", "eigen": "on", "leeftijd": "0"}

    assert chosen_in_words(Filter(given)) == [
        ("Naam", "Zorg"),
        ("Stand", "Loopt nu"),
        ("Vanaf", "24 november 2026"),
        ("Leeftijd", "0"),
        ("Alleen van mij", ""),
    ]


def test_a_choice_in_a_group_has_its_words_too():
    assert chosen_in_words(Filter({"stand": "af"})) == [("Stand", "Afgerond")]


def test_what_was_left_open_or_cannot_be_read_is_not_said():
    assert chosen_in_words(Filter({"zoek": " ", "stand": "bestaat-niet", "van": "gisteren"})) == []
    assert chosen_in_words(Filter()) == []


def test_what_somebody_typed_is_never_read_as_html():
    line = Template("{% gekozen form %}").render(Context({"form": Filter({"zoek": "<b>x"})}))

    assert "<strong>Naam</strong> &lt;b&gt;x" in line
    assert Template("{% gekozen form %}").render(Context({"form": Filter({})})).strip() == ""
