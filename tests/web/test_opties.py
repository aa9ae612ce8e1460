"""The options of a select: escaped, chosen, in groups."""

from django import forms

from hengelo_sociaal.web.templatetags.hs import opties


class Formulier(forms.Form):
    keuze = forms.ChoiceField(
        required=False,
        choices=[
            ("", "Kies"),
            ("a", "<b>Vet</b> & meer"),
            ("Groep <1>", [("b", "Bé"), ('"c"', "Cé")]),
        ],
    )


def drawn(value: str = "") -> str:
    return str(Formulier({"keuze": value})["keuze"])


def test_labels_and_values_are_escaped():
    html = drawn()

    assert "<b>" not in html
    assert "&lt;b&gt;Vet&lt;/b&gt; &amp; meer" in html
    assert '<optgroup label="Groep &lt;1&gt;">' in html
    assert '<option value="&quot;c&quot;">' in html


def test_only_what_is_chosen_is_chosen():
    assert drawn("b").count(" selected") == 1
    assert '<option value="b" selected>Bé</option>' in drawn("b")


def test_an_option_may_carry_attributes():
    option = {"value": 1, "label": "Een", "attrs": {"disabled": True, "data-x": "<"}}

    assert opties([(None, [option], 0)]) == '<option value="1" data-x="&lt;" disabled>Een</option>'
