"""What happened to a household: a birth, people who leave, the whole household moving."""

import datetime as dt
import uuid
from collections.abc import Sequence
from typing import Any

from django import forms

from hengelo_sociaal.kern.tijd import vandaag
from hengelo_sociaal.medewerkers.models import Medewerker
from hengelo_sociaal.web.formulieren import DatumVeld, KeuzeVeld
from toegang.domain.gebeurtenissen import (
    Vertrek,
    move_house,
    register_birth,
    split_huishouden,
)
from toegang.domain.inwoner import InwonerGegevens
from toegang.domain.samenvoegen.stappen import Voorbeelddeel
from toegang.enums import Aard, Geslacht
from toegang.forms.inwoner import AdresForm
from toegang.models import Huishouden, Lidmaatschap


class GeboorteForm(forms.Form):
    """A child that was born; the surname of the household is filled in."""

    voornamen = forms.CharField(max_length=120)
    tussenvoegsel = forms.CharField(required=False, max_length=20)
    geslachtsnaam = forms.CharField(label="Achternaam", max_length=120)
    geboortedatum = DatumVeld(initial=vandaag)
    geslacht = forms.ChoiceField(choices=Geslacht.choices, initial=Geslacht.ONBEKEND)

    def run(self, *, by: Medewerker, huishouden: Huishouden, at: dt.datetime) -> uuid.UUID:
        """Call the operation; the household to go on with."""
        gegevens = InwonerGegevens(**self.cleaned_data)
        register_birth(by=by, huishouden_id=huishouden.pk, gegevens=gegevens, at=at)
        return huishouden.pk


class VerhuisForm(AdresForm):
    """The whole household lives at another address from a day."""

    op = DatumVeld(label="Woont daar vanaf", initial=vandaag)
    revisie = forms.IntegerField(widget=forms.HiddenInput)
    field_order = ("op", "straat", "huisnummer", "toevoeging", "postcode", "woonplaats", "geheim")

    def run(self, *, by: Medewerker, huishouden: Huishouden, at: dt.datetime) -> uuid.UUID:
        """Call the operation."""
        move_house(
            by=by,
            huishouden_id=huishouden.pk,
            adres=self.adres(),
            op=self.cleaned_data["op"],
            revisie=self.cleaned_data["revisie"],
            at=at,
        )
        return huishouden.pk


class VertrekForm(AdresForm):
    """Who leaves, to which address, and what still ties them; apps add their questions."""

    leden = forms.MultipleChoiceField(label="Wie gaat weg?", widget=forms.CheckboxSelectMultiple)
    op = DatumVeld(label="Woont daar vanaf", initial=vandaag)
    band = KeuzeVeld(
        label="Hoort wie weggaat er nog bij?",
        choices=[("", "Nee"), (Aard.UIT_HUIS_GEPLAATST, "Ja, uit huis geplaatst")],
        required=False,
        initial="",
    )
    field_order = ("leden", "op", "straat", "huisnummer", "toevoeging", "postcode", "woonplaats")

    def __init__(
        self,
        *args: Any,
        leden: Sequence[Lidmaatschap],
        delen: Sequence[Voorbeelddeel] = (),
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        rows = [(str(lid.pk), str(lid.inwoner)) for lid in leden]
        who = self.fields["leden"]
        assert isinstance(who, forms.MultipleChoiceField)  # noqa: S101
        who.choices = rows
        self.keuzes = [choice for part in delen for choice in part.keuzes]
        children = [(str(lid.pk), str(lid.inwoner)) for lid in leden if lid.rol == "kind"]
        if children:
            self.fields["ook_daar"] = forms.MultipleChoiceField(
                label="Welke kinderen blijven hier en wonen straks ook daar? (co-ouderschap)",
                choices=children,
                widget=forms.CheckboxSelectMultiple,
                required=False,
            )
        for choice in self.keuzes:
            self.fields[choice.code] = forms.ChoiceField(
                label=choice.label, choices=choice.opties, widget=forms.RadioSelect
            )

    def run(self, *, by: Medewerker, huishouden: Huishouden, at: dt.datetime) -> uuid.UUID:
        """Call the operation; the new household to go on with."""
        values = self.cleaned_data
        vertrek = Vertrek(
            leden=[int(pk) for pk in values["leden"]],
            op=values["op"],
            adres=self.adres(),
            band=values["band"],
            ook_daar=[int(pk) for pk in values.get("ook_daar", ())],
            keuzes={choice.code: values[choice.code] for choice in self.keuzes},
        )
        return split_huishouden(by=by, huishouden_id=huishouden.pk, vertrek=vertrek, at=at).pk
