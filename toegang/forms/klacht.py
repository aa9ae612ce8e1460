"""Taking a complaint down, giving it to somebody, and answering it."""

import datetime as dt
import uuid
from typing import Any, ClassVar

from django import forms
from django.db.models import Q

from hengelo_sociaal.kern.tijd import vandaag
from hengelo_sociaal.medewerkers.models import Medewerker
from hengelo_sociaal.termijnen.enums import TermijnStatus
from hengelo_sociaal.web.formulieren import DatumVeld, KeuzeVeld
from toegang.domain import klacht as klachten
from toegang.enums import KlachtOnderwerp, KlachtUitkomst
from toegang.models import Klacht, Melding


def handlers(klacht: Klacht) -> list[tuple[str, str]]:
    """Who handles complaints, without whom this one is about."""
    found = Medewerker.objects.filter(
        Q(rollen__contains=["jurist"]) | Q(rollen__contains=["teamleider"]), is_active=True
    )
    others = [(str(one.pk), one.naam) for one in found if one.pk != klacht.over_id]
    return [("", "Kies een behandelaar"), *others]


def everybody() -> list[tuple[str, str]]:
    """Whom a complaint can be about."""
    found = Medewerker.objects.filter(is_active=True)
    return [("", "Over de gemeente, of niemand in het bijzonder")] + [
        (str(one.pk), one.naam) for one in found if not one.is_systeem
    ]


class NieuweKlacht(forms.Form):
    """A complaint as it was told (Awb 9:4)."""

    ontvangen_op = DatumVeld(label="Ontvangen op", initial=vandaag)
    onderwerp = forms.ChoiceField(
        label="Waarover gaat het?", choices=[("", "Kies"), *KlachtOnderwerp.choices]
    )
    over_id = forms.ChoiceField(label="Over wie?", choices=everybody, required=False)
    omschrijving = forms.CharField(
        label="Wat is er gebeurd, in de woorden van de inwoner?",
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 6}),
    )
    commissie = forms.BooleanField(
        label="Een klachtencommissie geeft advies (dan tien weken)", required=False
    )

    def run(self, *, by: Medewerker, melding: Melding, at: dt.datetime) -> Klacht:
        """Take it down."""
        values = self.cleaned_data | {"over_id": self.cleaned_data["over_id"] or None}
        return klachten.receive_klacht(
            by=by, inwoner_id=melding.inwoner_id, melding_id=melding.pk, at=at, **values
        )


class KlachtForm(forms.Form):
    """Something that is done with a complaint."""

    code: ClassVar[str]
    knop: ClassVar[str]
    gedaan: ClassVar[str]
    revisie = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, klacht: Klacht, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial.setdefault("revisie", klacht.revisie)

    @classmethod
    def past(cls, klacht: Klacht) -> bool:
        """Whether this can be done with the complaint as it is now."""
        return klacht.is_open

    def run(self, *, by: Medewerker, klacht_id: uuid.UUID, at: dt.datetime) -> None:
        """Call the operation."""
        raise NotImplementedError


class DeelKlachtToe(KlachtForm):
    """Who handles it."""

    code, knop, gedaan = "toedelen", "Toedelen", "De klacht is toegedeeld."
    behandelaar_id = forms.ChoiceField(label="Behandelaar")

    def __init__(self, *args: Any, klacht: Klacht, **kwargs: Any) -> None:
        super().__init__(*args, klacht=klacht, **kwargs)
        self.fields["behandelaar_id"].choices = handlers(klacht)  # type: ignore[attr-defined]

    def run(self, *, by: Medewerker, klacht_id: uuid.UUID, at: dt.datetime) -> None:
        klachten.assign_klacht(by=by, klacht_id=klacht_id, at=at, **self.cleaned_data)


class Verdaag(KlachtForm):
    """Four weeks more (Awb 9:11 lid 2)."""

    code, knop, gedaan = "verdagen", "Vier weken verdagen", "De klacht is verdaagd."
    kennisgeving_op = DatumVeld(label="Bericht aan de inwoner op", initial=vandaag)
    toelichting = forms.CharField(
        label="Waarom duurt het langer? Dit staat in de brief.", max_length=200
    )

    @classmethod
    def past(cls, klacht: Klacht) -> bool:
        return klacht.is_open and not klacht.termijn.verlengingen.exists()

    def run(self, *, by: Medewerker, klacht_id: uuid.UUID, at: dt.datetime) -> None:
        klachten.postpone_klacht(by=by, klacht_id=klacht_id, at=at, **_words(self))


class StelVerderUit(KlachtForm):
    """More weeks, to which the resident agreed in writing (Awb 9:11 lid 3)."""

    code, knop, gedaan = "uitstel", "Verder uitstellen", "De klacht is verder uitgesteld."
    ingestemd_op = DatumVeld(label="De inwoner schreef dat dit goed is op", initial=vandaag)
    weken = forms.IntegerField(
        label="Hoeveel weken extra?", min_value=1, max_value=klachten.LANGST_VERDER
    )
    toelichting = forms.CharField(
        label="Waarom duurt het langer? Dit staat in de brief.", max_length=200
    )

    @classmethod
    def past(cls, klacht: Klacht) -> bool:
        """After the four weeks of lid 2, while the term runs."""
        runs = klacht.termijn.status == TermijnStatus.LOOPT
        return klacht.is_open and runs and klacht.termijn.verlengingen.exists()

    def run(self, *, by: Medewerker, klacht_id: uuid.UUID, at: dt.datetime) -> None:
        klachten.delay_klacht(by=by, klacht_id=klacht_id, at=at, **_words(self))


def _words(form: KlachtForm) -> dict[str, Any]:
    """The answers that these operations ask for: they lock, so they need no revision."""
    return {name: value for name, value in form.cleaned_data.items() if name != "revisie"}


class HandelAf(KlachtForm):
    """The answer (Awb 9:12)."""

    code, knop, gedaan = "afhandelen", "Klacht afhandelen", "De klacht is afgehandeld."
    op = DatumVeld(label="Brief verstuurd op", initial=vandaag)
    uitkomst = KeuzeVeld(label="Uitkomst", choices=KlachtUitkomst.choices)
    conclusie = forms.CharField(
        label="Wat vinden wij, en wat doen wij ermee?",
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 5}),
    )

    def run(self, *, by: Medewerker, klacht_id: uuid.UUID, at: dt.datetime) -> None:
        klachten.settle_klacht(by=by, klacht_id=klacht_id, at=at, **self.cleaned_data)


ACTIES: dict[str, type[KlachtForm]] = {
    form.code: form for form in (HandelAf, DeelKlachtToe, Verdaag, StelVerderUit)
}
