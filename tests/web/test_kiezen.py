"""The empty choice of a list, in words."""

import pytest
from django import forms

from hengelo_sociaal.gebieden.models import Wijk
from hengelo_sociaal.web.formulieren import name_empty_choices

_DASHES = [("", "---------"), ("a", "A")]


class Formulier(forms.Form):
    """One of each."""

    verplicht = forms.ChoiceField(choices=_DASHES)
    vrij = forms.ChoiceField(choices=_DASHES, required=False)
    wijk = forms.ModelChoiceField(Wijk.objects.none())
    eigen = forms.ModelChoiceField(Wijk.objects.none(), empty_label="Heel de gemeente")


@pytest.mark.django_db
def test_dashes_become_words_and_own_words_stay():
    form = Formulier()

    name_empty_choices(form)

    firsts = [next(iter(field.choices))[1] for field in form.fields.values()]
    assert firsts == ["Kies", "Geen", "Kies", "Heel de gemeente"]
