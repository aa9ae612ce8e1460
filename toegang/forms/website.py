"""The steps of the digital front door, in the words of residents."""

from collections.abc import Sequence
from typing import Any

from django import forms

from hengelo_sociaal.web.formulieren import DatumVeld
from toegang.enums import Bereikbaar
from toegang.forms.keuzes import values
from toegang.forms.onderwerpen import ANDERS, ONDERWERPEN, SOORTEN
from toegang.models import Namens
from toegang.queries.dubbel import Kandidaat
from toegang.queries.treffers import Treffer


class VraagStap(forms.Form):
    """What somebody needs help with."""

    vraag = forms.CharField(
        label="Waar wilt u hulp bij?",
        help_text="Schrijf het op zoals u het zelf zou zeggen. Schrijf hier geen BSN op.",
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    leefgebied = forms.ChoiceField(
        label="Waar gaat het vooral over?", choices=ONDERWERPEN.items, widget=forms.RadioSelect
    )


class _Soort(forms.ChoiceField):
    """A kind that does not fit the topic any more is no mistake of the resident."""

    def validate(self, value: Any) -> None:
        """Whatever it is; `clean_soort` keeps what fits."""


class AanbodStap(forms.Form):
    """Which kind of question it is, of those that belong to the topic that was chosen."""

    soort = _Soort(
        label="Wat past het best bij uw vraag?", required=False, widget=forms.RadioSelect
    )

    def __init__(self, *args: Any, leefgebied: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["soort"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101
        self.soorten = SOORTEN.get(leefgebied, {}) | {ANDERS: "Iets anders"}
        field.choices = list(self.soorten.items())

    def clean_soort(self) -> str:
        """The code of the list; another question when nothing fits."""
        chosen = str(self.cleaned_data["soort"])
        return chosen if chosen in self.soorten else ANDERS


class GegevensStap(forms.Form):
    """How somebody wants to be reached; a BSN is never asked."""

    voornaam = forms.CharField(label="Voornaam", max_length=60)
    achternaam = forms.CharField(label="Achternaam", max_length=120)
    geboortedatum = DatumVeld(label="Geboortedatum", required=False)
    namens = forms.ChoiceField(label="Voor wie vraagt u dit?", initial="zelf")
    bereikbaar = forms.ChoiceField(
        label="Hoe wilt u dat wij contact opnemen?",
        choices=Bereikbaar.choices,
        widget=forms.RadioSelect,
    )
    telefoon = forms.CharField(
        label="Telefoonnummer",
        required=False,
        max_length=20,
        widget=forms.TextInput(attrs={"type": "tel", "autocomplete": "tel"}),
    )
    email = forms.EmailField(label="E-mailadres", required=False, max_length=254)
    adres = forms.CharField(
        label="Straat, huisnummer, postcode en plaats", required=False, max_length=200
    )
    wanneer = forms.CharField(
        label="Wanneer schikt het u?",
        required=False,
        max_length=200,
        help_text="Bijvoorbeeld: alleen ’s ochtends.",
    )
    laat_leeg = forms.CharField(
        label="Laat dit veld leeg",
        required=False,
        widget=forms.TextInput(attrs={"tabindex": "-1", "autocomplete": "off"}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["namens"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101
        own = {"zelf": "Voor mijzelf", "ouder": "Voor mijn kind", "kind": "Voor mijn ouder"}
        field.choices = [(code, own.get(code, label)) for code, label in values(Namens)]

    def clean_laat_leeg(self) -> str:
        """People do not see this field; programs that fill in everything do."""
        if self.cleaned_data["laat_leeg"]:
            raise forms.ValidationError("Laat dit veld leeg.")
        return ""


class KoppelForm(forms.Form):
    """Who asked it, among those who may have."""

    inwoner = forms.ChoiceField(label="Wie stelde deze vraag?", widget=forms.RadioSelect)

    def __init__(self, *args: Any, treffers: Sequence[Treffer], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["inwoner"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101
        field.choices = [(str(hit.inwoner_id), _words(hit)) for hit in treffers if hit.inwoner_id]


def _words(hit: Treffer) -> str:
    """What tells people apart, and of a possible double what is alike."""
    born = f"{hit.geboortedatum:%d-%m-%Y}" if hit.geboortedatum else "geboren: onbekend"
    where = "adres geheim" if hit.geheim else hit.adres or "geen adres bekend"
    alike = hit.waarom if isinstance(hit, Kandidaat) else ()
    why = f" ({', '.join(alike)})" if alike else ""
    return f"{hit.naam}, {born}, {where}{why}"
