"""Forms of the catalogue."""

from typing import Any

from django import forms
from django.db.models import QuerySet

from hengelo_sociaal.gebieden.models import Wijk
from hengelo_sociaal.waarden.models import Leefgebied
from hengelo_sociaal.web.formulieren import DatumVeld, GezienForm, name_empty_choices
from voorzieningen.domain.gegevens import VoorzieningGegevens
from voorzieningen.enums import Leveringsvorm, Preventieniveau, Publicatie, Soort
from voorzieningen.models import Doelgroep, Gemis, Locatie, Voorziening
from voorzieningen.queries.bijhouden import keepers

_IN_ORDER = (
    ("leeftijd_van", "leeftijd_tot", "De hoogste leeftijd ligt onder de laagste."),
    ("geldig_van", "geldig_tot", "De einddatum ligt voor de begindatum."),
)
_LISTS = ("leefgebieden", "wetten", "doelgroepen", "wijken")


class ZoekForm(forms.Form):
    """The filters of the catalogue; all of them are in the address."""

    tekst = forms.CharField(
        label="Waar zoekt u hulp bij?",
        required=False,
        max_length=200,
        widget=forms.TextInput(attrs={"type": "search", "data-zoek": "", "autocomplete": "off"}),
    )
    leefgebied = forms.ModelChoiceField(
        Leefgebied.objects.bruikbaar(), label="Leefgebied", required=False, empty_label="Alle"
    )
    wijk = forms.ModelChoiceField(
        Wijk.objects.all(), label="Wijk", required=False, empty_label="Overal"
    )
    doelgroep = forms.ModelChoiceField(
        Doelgroep.objects.bruikbaar(), label="Voor wie", required=False, empty_label="Iedereen"
    )
    leeftijd = forms.IntegerField(label="Leeftijd", required=False, min_value=0, max_value=120)
    soort = forms.ChoiceField(label="Soort", required=False, choices=[("", "Alle"), *Soort.choices])

    def vraag(self) -> dict[str, Any]:
        """What was filled in well, as a question to the catalogue: codes, text and age."""
        self.is_valid()
        values = self.cleaned_data
        codes = {
            name: getattr(values.get(name), "pk", None)
            for name in ("leefgebied", "wijk", "doelgroep")
        }
        return codes | {
            "tekst": values.get("tekst", ""),
            "leeftijd": values.get("leeftijd"),
            "soort": values.get("soort") or None,
        }


class KaartForm(ZoekForm):
    """The filters of the public sociale kaart: general provisions only, so no kind."""

    soort = None  # type: ignore[assignment]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["wijk"].label = "Uw wijk"
        self.fields["leefgebied"].label = "Waarover"
        self.fields["leeftijd"].label = "Uw leeftijd"


class VoorzieningForm(GezienForm, forms.ModelForm):
    """Everything about a provision."""

    geldig_van = DatumVeld(label="Beschikbaar vanaf")
    geldig_tot = DatumVeld(label="Beschikbaar tot en met", required=False)
    gecontroleerd_op = DatumVeld(label="Gecontroleerd op", required=False)
    leveringsvormen = forms.MultipleChoiceField(
        label="Leveringsvormen",
        required=False,
        choices=Leveringsvorm.choices,
        widget=forms.CheckboxSelectMultiple,
        help_text="Alleen bij maatwerk.",
    )
    preventieniveau = forms.TypedChoiceField(
        label="Preventieniveau",
        required=False,
        choices=[("", "Niet ingedeeld"), *Preventieniveau.choices],
        empty_value=None,
    )

    status = forms.ChoiceField(
        label="Status",
        required=False,
        choices=Publicatie.choices,
        initial=Publicatie.GEPUBLICEERD,
        help_text="Een concept zien alleen collega's die de catalogus bijhouden.",
    )

    class Meta:
        model = Voorziening
        fields = (
            "naam",
            "code",
            "soort",
            "vorm",
            "omschrijving",
            "aanmelden",
            "kosten",
            "wanneer",
            "organisatie",
            "locaties",
            "leefgebieden",
            "doelgroepen",
            "leeftijd_van",
            "leeftijd_tot",
            "wijken",
            "wetten",
            "preventieniveau",
            "gefinancierd",
            "wachttijd_dagen",
            "plaatsen",
            "productcategorie",
            "productcode",
            "leveringsvormen",
            "geldig_van",
            "geldig_tot",
            "gecontroleerd_op",
            "bron",
            "zoekwoorden",
            "status",
            "eigenaar",
        )
        widgets = {
            "omschrijving": forms.Textarea(attrs={"rows": 4}),
            **dict.fromkeys(_LISTS, forms.CheckboxSelectMultiple),
            "locaties": forms.CheckboxSelectMultiple,
        }
        help_texts = {
            "code": "Kort, in kleine letters met streepjes. Verander de code later liever niet.",
            "omschrijving": "Schrijf voor de inwoner, in gewone woorden en met “u”.",
            "wijken": "Kies niets als het voor de hele gemeente is.",
            "doelgroepen": "Kies niets als het voor iedereen is.",
            "zoekwoorden": "Woorden waarop inwoners zoeken en die hierboven niet staan.",
            "productcategorie": "Alleen bij maatwerk.",
            "eigenaar": "Krijgt bericht als het te lang niet is nagekeken.",
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["eigenaar"].queryset = keepers()  # type: ignore[attr-defined]
        self._offer_places(
            Locatie.objects.select_related("organisatie"), "{0.naam} ({0.organisatie})"
        )
        name_empty_choices(self)

    def _offer_places(self, places: QuerySet[Locatie], shown_as: str) -> None:
        """Choose from these, each shown in that form."""
        field = self.fields["locaties"]
        field.queryset = places.order_by("organisatie__naam", "naam")  # type: ignore[attr-defined]
        field.label_from_instance = shown_as.format  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """Say beside its field what does not fit another; the model does not say where."""
        cleaned = super().clean() or {}
        for first, last, sentence in _IN_ORDER:
            begin, end = cleaned.get(first), cleaned.get(last)
            if begin is not None and end is not None and end < begin:
                self.add_error(last, sentence)
        return cleaned

    def gegevens(self) -> VoorzieningGegevens:
        """What was filled in, for the domain."""
        values = {name: given for name, given in self.cleaned_data.items() if name != "gezien"}
        for name in _LISTS:
            values[name] = [each.pk for each in values[name]]
        values["locaties"] = list(values["locaties"])
        values["status"] = values["status"] or Publicatie.GEPUBLICEERD
        return VoorzieningGegevens(**values)


class GemisForm(forms.ModelForm):
    """What is missing; about a kind of question, never about a person."""

    class Meta:
        model = Gemis
        fields = ("leefgebied", "wijk", "toelichting", "soort")
        widgets = {"toelichting": forms.Textarea(attrs={"rows": 4}), "soort": forms.HiddenInput}
        help_texts = {
            "toelichting": "Schrijf niets op waaraan iemand te herkennen is.",
            "wijk": "Ontbreekt het overal? Laat dan Heel de gemeente staan.",
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["wijk"].empty_label = "Heel de gemeente"  # type: ignore[attr-defined]
        name_empty_choices(self)
