"""Asking a partner, and noting the answer."""

import datetime as dt
import uuid

from django import forms

from hengelo_sociaal.kern.tijd import vandaag
from hengelo_sociaal.medewerkers.models import Medewerker
from hengelo_sociaal.web.formulieren import DatumVeld, KeuzeVeld
from toegang.domain.doorverwijzing import ANTWOORDEN, record_answer, refer_to_partner
from toegang.models import Doorverwijzing
from voorzieningen.models import Organisatie


def partners() -> list[tuple[str, str]]:
    """The organisations of the catalogue."""
    found = Organisatie.objects.values_list("pk", "naam")
    return [("", "Kies een partner"), *((str(pk), naam) for pk, naam in found)]


class DoorverwijsForm(forms.Form):
    """A question to a partner."""

    organisatie_id = forms.ChoiceField(label="Naar wie?", choices=partners)
    vraag = forms.CharField(
        label="Wat vraagt u de partner?",
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Schrijf alleen op wat de partner nodig heeft.",
    )
    warm = forms.BooleanField(
        label="Warme overdracht: wij bellen of gaan samen", required=False, initial=True
    )
    toestemming = forms.BooleanField(
        label="De inwoner vindt het goed dat wij dit met de partner delen", required=False
    )

    def run(self, *, by: Medewerker, hulpvraag_id: uuid.UUID, at: dt.datetime) -> Doorverwijzing:
        """Ask."""
        return refer_to_partner(by=by, hulpvraag_id=hulpvraag_id, at=at, **self.cleaned_data)


class AntwoordForm(forms.Form):
    """What the partner said."""

    status = KeuzeVeld(
        label="Wat zei de partner?", choices=[(s.value, s.label) for s in ANTWOORDEN]
    )
    op = DatumVeld(label="Op", initial=vandaag)
    antwoord = forms.CharField(
        label="In het kort",
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def run(self, *, by: Medewerker, doorverwijzing_id: uuid.UUID, at: dt.datetime) -> None:
        """Note it."""
        record_answer(by=by, doorverwijzing_id=doorverwijzing_id, at=at, **self.cleaned_data)
