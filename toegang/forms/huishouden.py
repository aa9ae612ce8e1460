"""Changing a household: who joins, who leaves, and the address."""

import datetime as dt
import uuid
from typing import Any

from django import forms

from hengelo_sociaal.kern.tijd import vandaag
from hengelo_sociaal.medewerkers.models import Medewerker
from hengelo_sociaal.web.formulieren import DatumVeld, KeuzeVeld
from toegang.domain.aanmelden import register_death
from toegang.domain.gebeurtenissen import move_in
from toegang.domain.huishouden import Lid, add_member, end_member
from toegang.enums import Aard, Band, Rol
from toegang.models import Lidmaatschap
from toegang.queries.treffers import Treffer

OVERLEDEN = "overleden"


class LidForm(forms.Form):
    """Somebody from the hit list comes to belong to the household."""

    inwoner = forms.ChoiceField(label="Wie hoort erbij?", widget=forms.RadioSelect)
    rol = forms.ChoiceField(choices=Rol.choices, initial=Rol.MEDEBEWONER)
    band = KeuzeVeld(label="Woont deze inwoner hier?", choices=Band.choices, initial=Band.THUIS)
    aard = forms.ChoiceField(
        label="Woont elders? Waarom hoort iemand erbij",
        choices=Aard.choices,
        initial=Aard.GEWOON,
        required=False,
    )
    verhuist = forms.BooleanField(
        label="Verhuist van een ander huishouden hierheen", required=False
    )
    van = DatumVeld(label="Vanaf", initial=vandaag)

    def __init__(self, *args: Any, treffers: list[Treffer], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["inwoner"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101
        field.choices = [(str(hit.inwoner_id), _words(hit)) for hit in treffers if hit.inwoner_id]

    def run(self, *, by: Medewerker, huishouden_id: uuid.UUID, at: dt.datetime) -> Lidmaatschap:
        """Call the operation."""
        values = self.cleaned_data
        lid = Lid(
            inwoner_id=uuid.UUID(values["inwoner"]),
            rol=values["rol"],
            band=values["band"],
            aard=values["aard"] or Aard.GEWOON,
        )
        join = move_in if values["verhuist"] and lid.band == Band.THUIS else add_member
        return join(by=by, huishouden_id=huishouden_id, lid=lid, van=values["van"], at=at)


class EindeForm(forms.Form):
    """Somebody no longer belongs to the household."""

    reden = KeuzeVeld(
        label="Wat is er gebeurd?",
        choices=[("verhuisd", "Verhuisd"), (OVERLEDEN, "Overleden"), ("anders", "Anders")],
    )
    tot = DatumVeld(label="Laatste dag", initial=vandaag)

    def run(self, *, by: Medewerker, lid: Lidmaatschap, at: dt.datetime) -> None:
        """Call the operation."""
        last = self.cleaned_data["tot"]
        if self.cleaned_data["reden"] == OVERLEDEN:
            register_death(by=by, inwoner=lid.inwoner, overleden_op=last, at=at)
        else:
            end_member(by=by, lidmaatschap_id=lid.pk, tot=last, at=at)


def _words(hit: Treffer) -> str:
    born = f"{hit.geboortedatum:%d-%m-%Y}" if hit.geboortedatum else "geboren: onbekend"
    where = "adres geheim" if hit.geheim else hit.adres or "geen adres bekend"
    return f"{hit.naam}, {born}, {where}"
