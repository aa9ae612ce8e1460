"""The form of a besluit: what is decided, and what belongs to it."""

import datetime as dt
from typing import Any

from django import forms
from django.db.models import Q

from aanbieders.enums import Frequentie
from aanbieders.models import Tarief
from hengelo_sociaal.web.formulieren import DatumVeld, GeldVeld, KeuzeVeld
from hengelo_sociaal.web.opmaak import geld
from plannen.domain.besluit.opstellen import BesluitGegevens
from plannen.enums import Besluitsoort, Leveringsvorm, Toetsantwoord, Toetsbron
from plannen.forms.velden import LEEG, MetNummer, tekstvak
from plannen.models import Besluit, Besluitreden

EERSTE = [one for one in Besluitsoort if not one.volgt_op]
VERVOLG = [one for one in Besluitsoort if one.volgt_op]


class HulpKeuze(forms.ModelChoiceField):
    """A product under a contract with its price, as one choice."""

    def label_from_instance(self, obj: Tarief) -> str:
        unit = obj.get_eenheid_display()
        provider = obj.contract.aanbieder.naam
        return f"{obj.product.naam}: {provider}, {geld(obj.bedrag_cent)} per {unit}"


class RedenKeuze(forms.ModelChoiceField):
    """A reason with its article."""

    def label_from_instance(self, obj: Besluitreden) -> str:
        return f"{obj.label} ({obj.artikel})"


class BesluitForm(forms.Form):
    """What is decided; which parts count follows from the kind, the checks say what is missing."""

    soort = forms.ChoiceField(label="Wat besluit u?")
    gevraagd = forms.CharField(
        label="Wat is gevraagd?",
        help_text="Zo staat het in de brief. Bijvoorbeeld: hulp bij de administratie.",
        max_length=300,
    )
    aanvraag_op = DatumVeld(label="Aanvraag ontvangen op", required=False)
    leveringsvorm = KeuzeVeld(label="Natura of pgb?", choices=Leveringsvorm.choices, required=False)
    hulp = HulpKeuze(
        Tarief.objects.none(),
        label="Welke hulp, bij wie?",
        empty_label="Geen hulp",
        required=False,
        help_text="Bij een pgb telt alleen het soort hulp.",
    )
    volume = forms.IntegerField(label="Hoeveel?", min_value=1, required=False)
    frequentie = forms.ChoiceField(
        label="Hoe vaak?", choices=LEEG + list(Frequentie.choices), required=False
    )
    tarief_cent = GeldVeld(label="Pgb-tarief per eenheid", required=False)
    van = DatumVeld(label="Vanaf", required=False)
    tot = DatumVeld(label="Tot en met", required=False)
    reden = RedenKeuze(
        Besluitreden.objects.none(),
        label="Reden",
        empty_label="Kies",
        required=False,
        help_text="Nodig als u iets niet, of maar voor een deel, toekent of verandert.",
    )
    motivering = forms.CharField(
        label="Waarom besluit u dit?",
        help_text="Schrijf voor de inwoner, in gewone woorden. Dit komt in de brief.",
        widget=tekstvak(4),
        max_length=2000,
        required=False,
    )
    aanvulling_gevraagd_op = DatumVeld(label="Om aanvulling gevraagd op", required=False)
    hersteltermijn_tot = DatumVeld(label="Aanvullen kon tot en met", required=False)

    def __init__(
        self, *args: Any, wet: str, op: dt.date, vervolg: bool = False, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        kinds = VERVOLG if vervolg else EERSTE
        choices = [(one.value, str(one.label)) for one in kinds]
        self.fields["soort"].choices = choices  # type: ignore[attr-defined]
        running = Q(tot__isnull=True) | Q(tot__gte=op)
        self.fields["hulp"].queryset = (  # type: ignore[attr-defined]
            Tarief.objects.filter(running, product__wet=wet, contract__tot__gte=op)
            .select_related("product", "contract__aanbieder")
            .order_by("product__naam", "contract__aanbieder__naam")
        )
        reasons = Besluitreden.objects.bruikbaar().filter(
            Q(wet=wet) | Q(wet__isnull=True), soorten__overlap=[one.value for one in kinds]
        )
        self.fields["reden"].queryset = reasons  # type: ignore[attr-defined]

    def gegevens(self) -> BesluitGegevens:
        """What was filled in, for the domain."""
        data = dict(self.cleaned_data)
        data.pop("wijzigingnummer", None)
        tarief: Tarief | None = data.pop("hulp")
        pgb = data["leveringsvorm"] == Leveringsvorm.PGB
        data["product"] = tarief.product if tarief else None
        data["eenheid"] = tarief.eenheid if tarief else None
        data["contract"] = tarief.contract if tarief and not pgb else None
        data["tarief_cent"] = data["tarief_cent"] if pgb else None
        for name in ("leveringsvorm", "frequentie"):
            data[name] = data[name] or None
        return BesluitGegevens(**data)


class BesluitWijzigForm(BesluitForm, MetNummer):
    """A draft that is there."""


def start_of(besluit: Besluit) -> dict[str, Any]:
    """A draft as the form shows it."""
    names = [*BesluitForm.base_fields, "wijzigingnummer"]
    start = {name: getattr(besluit, name) for name in names if name != "hulp"}
    start["hulp"] = _tariff_of(besluit)
    if besluit.leveringsvorm != Leveringsvorm.PGB:
        start["tarief_cent"] = None  # of help in kind it is the price of the contract
    return start


def _tariff_of(besluit: Besluit) -> Tarief | None:
    """The choice that gave the product, and in kind the contract."""
    if besluit.product_id is None:
        return None
    rows = Tarief.objects.filter(product_id=besluit.product_id, eenheid=besluit.eenheid)
    if besluit.contract_id:
        rows = rows.filter(contract_id=besluit.contract_id)
    return rows.order_by("-van").first()


class ToetsForm(forms.Form):
    """The answer to one check."""

    antwoord = KeuzeVeld(label="Antwoord", choices=Toetsantwoord.choices)
    bron = forms.ChoiceField(label="Waar blijkt dat uit?", choices=LEEG + list(Toetsbron.choices))
    toelichting = forms.CharField(label="Toelichting", max_length=300, required=False)
