"""Forms of providers, contracts and toewijzingen."""

import datetime as dt
from typing import Any

from django import forms

from aanbieders.domain.contracten import ContractGegevens
from aanbieders.domain.producten import ProductGegevens
from aanbieders.domain.toewijzingen import Omvang, Verwijzing
from aanbieders.enums import Eenheid, Frequentie, Grondslag, RedenBeeindiging
from aanbieders.models import (
    Aanbieder,
    Contract,
    Product,
    Productcategorie,
    Tarief,
    Toewijzing,
)
from hengelo_sociaal.waarden.models import Taakveld
from hengelo_sociaal.web.formulieren import DatumVeld, GeldVeld, GezienForm, name_empty_choices
from hengelo_sociaal.web.opmaak import geld
from voorzieningen.enums import Soort
from voorzieningen.models import Voorziening


class AanbiederForm(forms.ModelForm):
    """A new provider."""

    class Meta:
        model = Aanbieder
        fields = ("naam", "kvk", "agb", "plaats", "organisatie")
        help_texts = {
            "kvk": "Acht cijfers.",
            "agb": "Acht cijfers; alleen bij zorgaanbieders.",
            "organisatie": "Als deze aanbieder ook algemene voorzieningen heeft.",
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        name_empty_choices(self)


class ContractForm(GezienForm, forms.ModelForm):
    """What is agreed with a provider."""

    van = DatumVeld(label="Van")
    tot = DatumVeld(label="Tot en met")
    opzegdatum = DatumVeld(label="Uiterlijk opzeggen op", required=False)
    plafond_cent = GeldVeld(label="Plafond per jaar", required=False, min_centen=1)

    class Meta:
        model = Contract
        fields = (
            "aanbieder",
            "nummer",
            "omschrijving",
            "schaal",
            "van",
            "tot",
            "opzegdatum",
            "verlengopties",
            "verlenging_maanden",
            "uitvoeringsvariant",
            "bekostiging",
            "plafond_cent",
        )
        help_texts = {"nummer": "Laat leeg voor een nieuw nummer."}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        name_empty_choices(self)
        self.fields["nummer"].required = False
        if self.instance.nummer:
            del self.fields["aanbieder"], self.fields["nummer"]

    def gegevens(self) -> ContractGegevens:
        """What was filled in, for the domain."""
        apart = ("aanbieder", "nummer", "gezien")
        values = {k: v for k, v in self.cleaned_data.items() if k not in apart}
        return ContractGegevens(**values)


class ProductForm(GezienForm, forms.ModelForm):
    """A kind of help that is bought by the unit."""

    code = forms.CharField(
        label="Productcode",
        max_length=5,
        help_text="Vijf cijfers of hoofdletters, zoals in de iStandaarden. Ligt daarna vast.",
    )
    categorie = forms.ChoiceField(label="Productcategorie")
    taakveld = forms.ChoiceField(label="Taakveld van de begroting")
    eenheden = forms.MultipleChoiceField(
        label="Te tellen in",
        choices=Eenheid.choices,
        widget=forms.CheckboxSelectMultiple,
        help_text="Alleen eenheden die bij de categorie horen.",
        error_messages={"required": "Kies minstens één eenheid."},
    )
    geldig_van = DatumVeld(label="In te kopen vanaf", required=False)
    geldig_tot = DatumVeld(
        label="In te kopen tot en met",
        required=False,
        help_text="Daarna komt er niets bij. Wat al is toegewezen, loopt door.",
    )

    class Meta:
        model = Product
        fields = (
            "code",
            "naam",
            "wet",
            "categorie",
            "eenheden",
            "taakveld",
            "voorziening",
            "geldig_van",
            "geldig_tot",
        )
        help_texts = {"voorziening": "Waar dit product in de catalogus bij hoort."}

    def __init__(self, *args: Any, op: dt.date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        provisions = Voorziening.objects.gepubliceerd().filter(soort=Soort.MAATWERK)
        self._choose("categorie", _categories(), self.instance.categorie)
        self._choose("taakveld", _taakvelden(op), self.instance.taakveld)
        self.fields["voorziening"].queryset = provisions | Voorziening.objects.filter(  # type: ignore[attr-defined]
            pk=self.instance.voorziening_id
        )
        name_empty_choices(self)
        if not self.instance._state.adding:
            del self.fields["code"]

    def clean_code(self) -> str:
        """The code in capitals, as the standard writes it."""
        return str(self.cleaned_data["code"]).upper()

    def _post_clean(self) -> None:
        """The domain checks the product as a whole, and says the same to an import."""

    def _choose(self, name: str, known: list[tuple[str, str]], now: str) -> None:
        """The list, with what is kept now also when it is no longer on it."""
        also = [] if not now or now in dict(known) else [(now, now)]
        self.fields[name].choices = [("", "Kies"), *known, *also]  # type: ignore[attr-defined]

    def gegevens(self) -> ProductGegevens:
        """What was filled in, for the domain."""
        apart = ("code", "gezien")
        return ProductGegevens(**{k: v for k, v in self.cleaned_data.items() if k not in apart})


def _categories() -> list[tuple[str, str]]:
    rows = Productcategorie.objects.filter(beeindigd=False).select_related("wet").order_by("code")
    return [(each.code, f"{each.code} {each.label} ({each.wet.label})") for each in rows]


def _taakvelden(op: dt.date) -> list[tuple[str, str]]:
    """The taakvelden of this year's budget."""
    rows = Taakveld.objects.exclude(tot_jaar__lt=op.year).filter(van_jaar__lte=op.year)
    return [(each.code, str(each)) for each in rows.order_by("code")]


class ContractFilter(forms.Form):
    """Filters of the list of contracts, in the address."""

    STAND = [
        ("lopend", "Loopt nu"),
        ("eindigt", "Eindigt binnen een half jaar"),
        ("komt", "Begint later"),
        ("voorbij", "Afgelopen"),
        ("past-niet", "Bekostiging past niet"),
    ]
    zoek = forms.CharField(label="Nummer, aanbieder of omschrijving", required=False, max_length=80)
    schaal = forms.ChoiceField(
        label="Schaal",
        required=False,
        choices=[("", "Alle"), ("lokaal", "Lokaal"), ("regionaal", "Regionaal")],
    )
    stand = forms.ChoiceField(label="Stand", required=False, choices=[("", "Alle"), *STAND])

    def filters(self) -> dict[str, str]:
        """What was filled in well."""
        self.is_valid()
        return {name: value for name, value in self.cleaned_data.items() if value}


class TariefForm(forms.Form):
    """A new price."""

    product = forms.ModelChoiceField(
        Product.objects.select_related("wet"), label="Product", empty_label="Kies een product"
    )
    eenheid = forms.ChoiceField(label="Eenheid", choices=Eenheid.choices)
    bedrag_cent = GeldVeld(label="Tarief per eenheid", min_centen=1)
    van = DatumVeld(label="Gaat in op")

    def __init__(self, *args: Any, contract: Contract, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        allowed = contract.eenheden
        choices = [(code, label) for code, label in Eenheid.choices if code in allowed]
        self.fields["eenheid"].choices = choices  # type: ignore[attr-defined]
        if not self.is_bound:
            self.fields["eenheid"].initial = _last_unit(contract) or Eenheid.UUR.value


def _last_unit(contract: Contract) -> str | None:
    """In what the newest price of a contract is counted: the next one mostly is too."""
    return contract.tarieven.order_by("-van").values_list("eenheid", flat=True).first()


class TariefKeuze(forms.ModelChoiceField):
    """A product with its price, as one choice."""

    def label_from_instance(self, obj: Tarief) -> str:
        return f"{obj.product.naam}, {geld(obj.bedrag_cent)} per {obj.get_eenheid_display()}"


class ContractKeuze(forms.ModelChoiceField):
    """A contract with its provider, as one choice."""

    def label_from_instance(self, obj: Contract) -> str:
        return f"{obj.aanbieder.naam}: {obj.omschrijving} ({obj.nummer})"


class ContractKeuzeForm(forms.Form):
    """First the contract; the products follow from it."""

    contract = ContractKeuze(
        Contract.objects.none(), label="Contract", empty_label="Kies een contract"
    )

    def __init__(self, *args: Any, op: dt.date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        running = Contract.objects.filter(tot__gte=op, tarieven__isnull=False).distinct()
        self.fields["contract"].queryset = (  # type: ignore[attr-defined]
            running.select_related("aanbieder").order_by("aanbieder__naam", "omschrijving")
        )


class ToewijzingForm(forms.Form):
    """What is granted, under the chosen contract."""

    tarief = TariefKeuze(Tarief.objects.none(), label="Product", empty_label="Kies een product")
    grondslag = forms.ChoiceField(
        label="Grondslag",
        choices=[one for one in Grondslag.choices if one[0] != Grondslag.BESLUIT],
        help_text="Is er een besluit van de gemeente? Maak de toewijzing dan vanuit dat besluit.",
    )
    verwezen_door = forms.CharField(
        label="Wie verwees of bepaalde dit?",
        max_length=120,
        help_text="De arts, de gecertificeerde instelling of de rechtbank.",
    )
    verwezen_op = DatumVeld(label="Op welke dag?")
    volume = forms.IntegerField(
        label="Hoeveel", min_value=1, help_text="Een heel getal; bij euro's in eurocenten."
    )
    frequentie = forms.ChoiceField(
        label="Hoe vaak", choices=Frequentie.choices, initial=Frequentie.WEEK
    )
    van = DatumVeld(label="Van")
    tot = DatumVeld(
        label="Tot en met",
        required=False,
        help_text="Verplicht bij een aantal per week of in totaal.",
    )
    herziening_op = DatumVeld(
        label="Opnieuw bekijken op",
        required=False,
        help_text="Dan kijken wij of lichtere hulp genoeg is.",
    )

    def __init__(self, *args: Any, contract: Contract, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["tarief"].queryset = (  # type: ignore[attr-defined]
            contract.tarieven.select_related("product").order_by("product__naam", "eenheid", "van")
        )

    def verwijzing(self) -> Verwijzing:
        """On what it rests, for the domain."""
        return Verwijzing(self.cleaned_data["verwezen_door"], self.cleaned_data["verwezen_op"])

    def omvang(self) -> Omvang:
        """How much and when, for the domain."""
        names = ("volume", "frequentie", "van", "tot", "herziening_op")
        values = {name: self.cleaned_data[name] for name in names}
        return Omvang(eenheid=self.cleaned_data["tarief"].eenheid, **values)


class ToewijzingFilter(forms.Form):
    """Filters of the list of toewijzingen, in the address."""

    nummer = forms.CharField(label="Nummer", required=False, max_length=20)
    status = forms.ChoiceField(
        label="Status",
        required=False,
        choices=[
            ("", "Alle"),
            ("actief", "Actief"),
            ("herzien", "Nu opnieuw bekijken"),
            ("afgelopen", "Afgelopen"),
            ("beeindigd", "Beëindigd"),
            ("vervallen", "Vervallen"),
        ],
    )
    aanbieder = forms.ModelChoiceField(
        Aanbieder.objects.all(), label="Aanbieder", required=False, empty_label="Alle"
    )


class EindeForm(forms.Form):
    """Ending a toewijzing."""

    reden = forms.ChoiceField(label="Reden", choices=[("", "Kies"), *RedenBeeindiging.choices])
    laatste_dag = DatumVeld(
        label="Laatste dag", required=False, help_text="Niet nodig als de hulp nooit begon."
    )


class VerlengForm(forms.Form):
    """Moving the last day or the day of review."""

    tot = DatumVeld(label="Tot en met", required=False)
    herziening_op = DatumVeld(label="Opnieuw bekijken op", required=False)

    @classmethod
    def of(cls, toewijzing: Toewijzing, data: Any = None) -> "VerlengForm":
        """The form with what holds now."""
        now = {"tot": toewijzing.tot, "herziening_op": toewijzing.herziening_op}
        return cls(data, initial=now)
