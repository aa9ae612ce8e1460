"""Following up a case of signals: an attempt, whose it is, who it is about, how it ended."""

import datetime as dt
import uuid
from typing import Any, ClassVar

from django import forms
from django.core.files.uploadedfile import UploadedFile

from hengelo_sociaal.kern.tijd import vandaag
from hengelo_sociaal.medewerkers.models import Medewerker
from hengelo_sociaal.web.formulieren import DatumVeld, KeuzeVeld
from toegang.domain import signalen
from toegang.enums import Pogingresultaat, Pogingsoort, SignaalUitkomst
from toegang.forms.melding_samen import loads
from toegang.models import Lidmaatschap, Signaalzaak

GROOTSTE = 5 * 1024 * 1024  # bytes


class SignaalForm(forms.Form):
    """Something that is done with a case."""

    code: ClassVar[str]
    knop: ClassVar[str]
    gedaan: ClassVar[str]

    def __init__(self, *args: Any, zaak: Signaalzaak, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.zaak = zaak

    @classmethod
    def past(cls, zaak: Signaalzaak) -> bool:
        """Whether this fits now."""
        return zaak.is_open

    def run(self, *, by: Medewerker, at: dt.datetime) -> None:
        """Call the operation."""
        raise NotImplementedError


class LegPogingVast(SignaalForm):
    """An attempt, and what came of it."""

    code, knop, gedaan = "poging", "Poging vastleggen", "De poging is vastgelegd."
    soort = KeuzeVeld(label="Hoe?", choices=Pogingsoort.choices)
    op = DatumVeld(label="Op", initial=vandaag)
    resultaat = forms.ChoiceField(
        label="Hoe ging het?", choices=[("", "Kies"), *Pogingresultaat.choices]
    )
    toelichting = forms.CharField(required=False, max_length=500)

    def run(self, *, by: Medewerker, at: dt.datetime) -> None:
        signalen.record_attempt(by=by, zaak_id=self.zaak.pk, at=at, **self.cleaned_data)


class SluitAf(SignaalForm):
    """How it ended."""

    code, knop, gedaan = "afsluiten", "Afsluiten", "Het signaal is afgesloten."
    uitkomst = forms.ChoiceField(
        label="Hoe liep het af?", choices=[("", "Kies"), *SignaalUitkomst.choices]
    )
    op = DatumVeld(label="Op", initial=vandaag)
    revisie = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, zaak: Signaalzaak, **kwargs: Any) -> None:
        super().__init__(*args, zaak=zaak, **kwargs)
        self.initial.setdefault("revisie", zaak.revisie)

    def run(self, *, by: Medewerker, at: dt.datetime) -> None:
        signalen.close_zaak(by=by, zaak_id=self.zaak.pk, at=at, **self.cleaned_data)


class DeelZaakToe(SignaalForm):
    """Who follows it up."""

    code, knop, gedaan = "toedelen", "Toedelen", "Het signaal is toegedeeld."
    consulent_id = forms.ChoiceField(label="Aan wie?", choices=loads)

    def run(self, *, by: Medewerker, at: dt.datetime) -> None:
        chosen = uuid.UUID(self.cleaned_data["consulent_id"])
        signalen.assign_zaak(by=by, zaak_id=self.zaak.pk, consulent_id=chosen, at=at)


class KoppelInwoner(SignaalForm):
    """Who at the address it is about."""

    code, knop, gedaan = "koppelen", "Inwoner koppelen", "De inwoner is gekoppeld."
    inwoner_id = forms.ChoiceField(label="Wie is dit?")

    def __init__(self, *args: Any, zaak: Signaalzaak, **kwargs: Any) -> None:
        super().__init__(*args, zaak=zaak, **kwargs)
        self.fields["inwoner_id"].choices = _inhabitants(zaak)  # type: ignore[attr-defined]

    @classmethod
    def past(cls, zaak: Signaalzaak) -> bool:
        return zaak.is_open and zaak.inwoner_id is None and bool(zaak.postcode)

    def run(self, *, by: Medewerker, at: dt.datetime) -> None:
        chosen = uuid.UUID(self.cleaned_data["inwoner_id"])
        signalen.link_resident(by=by, zaak_id=self.zaak.pk, inwoner_id=chosen, at=at)


def _inhabitants(zaak: Signaalzaak) -> list[tuple[str, str]]:
    """Who lives at the address of the case."""
    found = (
        Lidmaatschap.objects.op(vandaag())
        .thuis()
        .filter(
            huishouden__postcode=zaak.postcode,
            huishouden__huisnummer=zaak.huisnummer,
            huishouden__toevoeging__iexact=zaak.toevoeging,
        )
        .select_related("inwoner")
    )
    people = [(str(one.inwoner_id), one.inwoner.naam) for one in found]
    return [("", "Kies wie er op dit adres woont"), *people]


ACTIES: dict[str, type[SignaalForm]] = {
    form.code: form for form in (LegPogingVast, SluitAf, DeelZaakToe, KoppelInwoner)
}


class SignaalFilter(forms.Form):
    """Which cases to show."""

    van = forms.ChoiceField(
        required=False,
        label="Van wie",
        choices=[("", "Van iedereen"), ("mij", "Van mij"), ("niemand", "Nog van niemand")],
    )
    toon = forms.ChoiceField(
        required=False,
        label="Stand",
        choices=[
            ("", "Alles wat loopt"),
            ("nieuw", "Nog niet benaderd"),
            ("alles", "Ook afgesloten"),
        ],
    )


class BestandForm(forms.Form):
    """A file of a creditor."""

    bestand = forms.FileField(label="Bestand (CSV of XLSX)")

    def clean_bestand(self) -> UploadedFile:
        given: UploadedFile = self.cleaned_data["bestand"]
        if (given.size or 0) > GROOTSTE:
            raise forms.ValidationError("Dit bestand is groter dan 5 MB. Deel het op.")
        return given
