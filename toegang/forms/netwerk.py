"""Who stands around a household, and who speaks for whom."""

import datetime as dt
import uuid
from collections.abc import Sequence
from typing import Any

from django import forms

from hengelo_sociaal.kern.tijd import vandaag
from hengelo_sociaal.medewerkers.models import Medewerker
from hengelo_sociaal.web.formulieren import DatumVeld, KeuzeVeld
from toegang.domain.netwerk import (
    NetwerkGegevens,
    VertegenwoordigerGegevens,
    add_netwerklid,
    add_vertegenwoordiger,
)
from toegang.enums import Bevoegdheid, Hechtheid, Relatie, Vertegenwoordiging
from toegang.models import Lidmaatschap


def _people(leden: Sequence[Lidmaatschap]) -> list[tuple[str, str]]:
    return [(str(lid.inwoner_id), str(lid.inwoner)) for lid in leden]


class NetwerkForm(forms.Form):
    """Somebody around the household."""

    naam = forms.CharField(max_length=120)
    relatie = forms.ChoiceField(choices=Relatie.choices)
    omschrijving = forms.CharField(
        label="Wie is dit precies?", required=False, max_length=80, help_text="Bijvoorbeeld: zus."
    )
    voor = forms.ChoiceField(label="Vooral voor", required=False)
    band = KeuzeVeld(
        label="Hoe is het contact?", choices=Hechtheid.choices, initial=Hechtheid.GEWOON
    )
    is_mantelzorger = forms.BooleanField(label="Geeft mantelzorg", required=False)
    mantelzorg_uren = forms.IntegerField(
        label="Uren mantelzorg per week", required=False, min_value=0, max_value=168
    )
    telefoon = forms.CharField(required=False, max_length=20)
    van = DatumVeld(label="Sinds", initial=vandaag)

    def __init__(self, *args: Any, leden: Sequence[Lidmaatschap], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        whom = self.fields["voor"]
        assert isinstance(whom, forms.ChoiceField)  # noqa: S101
        whom.choices = [("", "Het hele huishouden"), *_people(leden)]

    def run(self, *, by: Medewerker, huishouden_id: uuid.UUID, at: dt.datetime) -> None:
        """Call the operation."""
        values = self.cleaned_data.copy()
        van, voor = values.pop("van"), values.pop("voor")
        gegevens = NetwerkGegevens(voor_id=uuid.UUID(voor) if voor else None, **values)
        add_netwerklid(by=by, huishouden_id=huishouden_id, gegevens=gegevens, van=van, at=at)


class VertegenwoordigerForm(forms.Form):
    """Somebody who speaks for a member of the household."""

    inwoner = forms.ChoiceField(label="Voor wie?")
    soort = forms.ChoiceField(label="Als wat?", choices=Vertegenwoordiging.choices)
    naam = forms.CharField(max_length=120)
    organisatie = forms.CharField(required=False, max_length=120)
    telefoon = forms.CharField(required=False, max_length=20)
    email = forms.EmailField(label="E-mailadres", required=False)
    mag = forms.MultipleChoiceField(
        label="Wat mag deze vertegenwoordiger?",
        choices=Bevoegdheid.choices,
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text="Laat alles leeg voor wat gebruikelijk is.",
    )
    grondslag = forms.CharField(
        label="Waaruit blijkt dat?",
        required=False,
        max_length=120,
        help_text="Bijvoorbeeld: beschikking kantonrechter van 3 maart 2024.",
    )
    van = DatumVeld(label="Vanaf", initial=vandaag)
    tot = DatumVeld(label="Tot en met", required=False)

    def __init__(self, *args: Any, leden: Sequence[Lidmaatschap], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        whom = self.fields["inwoner"]
        assert isinstance(whom, forms.ChoiceField)  # noqa: S101
        whom.choices = _people(leden)

    def run(self, *, by: Medewerker, huishouden_id: uuid.UUID, at: dt.datetime) -> None:
        """Call the operation; `huishouden_id` only chose who may be named."""
        values = self.cleaned_data.copy()
        van, inwoner = values.pop("van"), uuid.UUID(values.pop("inwoner"))
        gegevens = VertegenwoordigerGegevens(**values)
        add_vertegenwoordiger(by=by, inwoner_id=inwoner, gegevens=gegevens, van=van, at=at)


class StopForm(forms.Form):
    """The last day."""

    tot = DatumVeld(label="Laatste dag", initial=vandaag)
