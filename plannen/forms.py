"""Forms of the plan: choices that fit this plan, and the gegevens that the operations take."""

import datetime as dt
import uuid
from typing import Any

from django import forms
from django.db.models import Q, QuerySet

from aanbieders.models import Toewijzing
from hengelo_sociaal.medewerkers.models import Medewerker
from hengelo_sociaal.waarden.models import Leefgebied, Wet
from hengelo_sociaal.web.formulieren import DatumVeld, GeldVeld, JaNeeVeld, KeuzeVeld
from plannen.domain.afspraken import AfspraakGegevens
from plannen.domain.doelen import DoelGegevens
from plannen.domain.evaluaties import EvaluatieGegevens
from plannen.domain.partijen import PartijGegevens
from plannen.domain.plan import Doelresultaat
from plannen.domain.vaststelling import Instemming
from plannen.enums import (
    AkkoordWijze,
    DoelStatus,
    EvaluatieUitkomst,
    Herhaling,
    Hoedanigheid,
    Inzagegrond,
    Partijsoort,
    PlanStatus,
    PlanUitkomst,
    Prioriteit,
    RedenNietLichter,
    Trede,
)
from plannen.models import Afspraak, Deelname, Doel, Plan
from plannen.queries.lijst import Planfilter
from plannen.queries.pagina import running_deelnames
from toegang.models import Hulpvraag, Inwoner
from voorzieningen.models import Voorziening

LEEG = [("", "Kies")]
AFLOOP = [(one.value, str(one.label)) for one in (DoelStatus.BEREIKT, DoelStatus.GESTOPT)]


def tekstvak(rijen: int) -> forms.Textarea:
    """A text box of a few lines."""
    return forms.Textarea(attrs={"rows": rijen})


def mensen(plan: Plan) -> QuerySet[Inwoner]:
    """Who takes part in the plan now."""
    ids = [deelname.inwoner_id for deelname in running_deelnames(plan)]
    return Inwoner.objects.filter(pk__in=ids)


def collegas(plan: Plan) -> QuerySet[Medewerker]:
    """Colleagues who can do something for a plan or be its regisseur."""
    return Medewerker.objects.filter(
        is_active=True, rollen__overlap=["consulent", "teamleider"]
    ).order_by("naam")


def toewijzingen(plan: Plan) -> QuerySet[Toewijzing]:
    """Help that was granted to this household or to who takes part."""
    ids = [deelname.inwoner_id for deelname in running_deelnames(plan)]
    own = Q(huishouden_id=plan.huishouden_id) | Q(inwoner_id__in=ids)
    return Toewijzing.objects.geldig().filter(own).select_related("product", "inwoner")


class MetNummer(forms.Form):
    """A form of a part that two people may edit: it carries the number that was read."""

    wijzigingnummer = forms.IntegerField(widget=forms.HiddenInput, min_value=1)

    @property
    def verwacht(self) -> int:
        """The number that was read."""
        return int(self.cleaned_data["wijzigingnummer"])


class WatTeltForm(MetNummer):
    """What matters most, in the words of the household."""

    wat_telt = forms.CharField(
        label="Wat is het belangrijkst voor u?",
        help_text="Schrijf het op in de woorden van het huishouden.",
        widget=tekstvak(3),
        max_length=2000,
        required=False,
    )


class DoelForm(forms.Form):
    """A goal, in the words of the resident."""

    omschrijving = forms.CharField(
        label="Wat wilt u bereiken?",
        help_text="In de woorden van de inwoner. Bijvoorbeeld: ik kan mijn rekeningen betalen.",
        max_length=300,
        widget=tekstvak(2),
    )
    leefgebied = forms.ModelChoiceField(
        Leefgebied.objects.none(), label="Leefgebied", empty_label="Kies"
    )
    inwoner = forms.ModelChoiceField(
        Inwoner.objects.none(),
        label="Van wie is dit doel?",
        empty_label="Het hele huishouden",
        required=False,
    )
    prioriteit = KeuzeVeld(
        label="Hoe belangrijk is het nu?",
        choices=Prioriteit.choices,
        initial=Prioriteit.DAARNA,
    )
    hulpvraag = forms.ModelChoiceField(
        Hulpvraag.objects.none(), widget=forms.HiddenInput, required=False
    )
    gewenst_op = DatumVeld(label="Wanneer wilt u dit bereikt hebben?", required=False)

    def __init__(self, *args: Any, plan: Plan, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["leefgebied"].queryset = Leefgebied.objects.bruikbaar()  # type: ignore[attr-defined]
        self.fields["inwoner"].queryset = mensen(plan)  # type: ignore[attr-defined]
        asked = Hulpvraag.objects.filter(contact__huishouden_id=plan.huishouden_id)
        self.fields["hulpvraag"].queryset = asked.select_related("contact")  # type: ignore[attr-defined]

    def gegevens(self) -> DoelGegevens:
        """What was filled in."""
        data = self.cleaned_data
        return DoelGegevens(
            omschrijving=data["omschrijving"],
            leefgebied=data["leefgebied"],
            inwoner=data["inwoner"],
            prioriteit=int(data["prioriteit"]),
            gewenst_op=data["gewenst_op"],
            status=data.get("status") or DoelStatus.LOOPT,
            hulpvraag=data["hulpvraag"],
            slotwoord=data.get("slotwoord", ""),
        )


class DoelWijzigForm(DoelForm, MetNummer):
    """A goal that is there, with how it stands."""

    status = KeuzeVeld(label="Hoe staat het ervoor?", choices=DoelStatus.choices)
    slotwoord = forms.CharField(
        label="Hoe is het afgelopen?",
        help_text="Als het doel bereikt of gestopt is.",
        max_length=300,
        required=False,
    )

    @staticmethod
    def beginwaarden(doel: Doel) -> dict[str, Any]:
        """The goal as it is."""
        return {
            "omschrijving": doel.omschrijving,
            "leefgebied": doel.leefgebied_id,
            "inwoner": doel.inwoner_id,
            "prioriteit": doel.prioriteit,
            "gewenst_op": doel.gewenst_op,
            "status": doel.status,
            "hulpvraag": doel.hulpvraag_id,
            "slotwoord": doel.slotwoord,
            "wijzigingnummer": doel.wijzigingnummer,
        }


class AfspraakForm(forms.Form):
    """Who does what by when; maatwerk says why nothing lighter fits."""

    omschrijving = forms.CharField(
        label="Wat spreekt u af?",
        help_text="Schrijf op wat er gaat gebeuren, in gewone woorden.",
        max_length=300,
        widget=tekstvak(2),
    )
    trede = KeuzeVeld(
        label="Hoe wordt dit gedaan?",
        help_text="Begin licht: wat kan iemand zelf, wat kan het netwerk?",
        choices=Trede.choices,
        initial=Trede.EIGEN_KRACHT,
    )
    inwoner = forms.ModelChoiceField(
        Inwoner.objects.none(),
        label="Iemand uit het plan",
        empty_label="Niemand uit het plan",
        required=False,
    )
    naam = forms.CharField(
        label="Iemand anders",
        help_text="Bijvoorbeeld: zus Karin.",
        max_length=120,
        required=False,
    )
    organisatie = forms.CharField(label="Organisatie", max_length=120, required=False)
    medewerker = forms.ModelChoiceField(
        Medewerker.objects.none(),
        label="Medewerker van de gemeente",
        empty_label="Geen medewerker",
        required=False,
    )
    uiterlijk = DatumVeld(label="Klaar voor", required=False)
    herhaling = forms.ChoiceField(
        label="Hoe vaak?", choices=Herhaling.choices, initial=Herhaling.EENMALIG
    )
    voorziening = forms.ModelChoiceField(
        Voorziening.objects.none(),
        label="Voorziening",
        empty_label="Geen voorziening",
        required=False,
    )
    wet = forms.ModelChoiceField(
        Wet.objects.none(),
        label="Wet",
        help_text="Alleen als deze hulp onder een wet valt.",
        empty_label="Geen wet",
        required=False,
    )
    toewijzing = forms.ModelChoiceField(
        Toewijzing.objects.none(),
        label="Toewijzing",
        empty_label="Geen toewijzing",
        required=False,
    )
    kosten_schatting = GeldVeld(label="Geschatte kosten per jaar", required=False)
    reden_niet_lichter = forms.ChoiceField(
        label="Waarom past lichtere hulp niet?",
        help_text="Alleen bij maatwerk.",
        choices=LEEG + list(RedenNietLichter.choices),
        required=False,
    )
    reden_toelichting = forms.CharField(
        label="Toelichting", max_length=500, required=False, widget=tekstvak(2)
    )

    def __init__(self, *args: Any, plan: Plan, op: dt.date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._choose_from("inwoner", mensen(plan))
        self._choose_from("medewerker", collegas(plan))
        self._choose_from("voorziening", Voorziening.objects.geldig(op).order_by("naam"))
        self._choose_from("toewijzing", toewijzingen(plan))
        self._choose_from("wet", Wet.objects.bruikbaar())

    def _choose_from(self, name: str, rows: QuerySet[Any]) -> None:
        self.fields[name].queryset = rows  # type: ignore[attr-defined]

    def gegevens(self) -> AfspraakGegevens:
        """What was filled in; the reason only stays with maatwerk."""
        names = AfspraakGegevens.__dataclass_fields__
        values = {name: self.cleaned_data[name] for name in names}
        if values["trede"] != Trede.MAATWERK:
            values["reden_niet_lichter"], values["reden_toelichting"] = None, ""
        return AfspraakGegevens(
            **values | {"reden_niet_lichter": values["reden_niet_lichter"] or None}
        )


class AfspraakWijzigForm(AfspraakForm, MetNummer):
    """An afspraak that is there; its law moves by an overstap only."""

    def __init__(self, *args: Any, afspraak: Afspraak, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if afspraak.wet_id:
            self.fields["wet"].disabled = True
            self.fields["wet"].help_text = "Een andere wet kiest u met een overstap."
        if afspraak.voorziening_id:
            rows = self.fields["voorziening"].queryset  # type: ignore[attr-defined]
            own = Voorziening.objects.filter(pk=afspraak.voorziening_id)
            self._choose_from("voorziening", (rows | own).distinct())

    @staticmethod
    def beginwaarden(afspraak: Afspraak) -> dict[str, Any]:
        """The afspraak as it is."""
        names = [*AfspraakGegevens.__dataclass_fields__, "wijzigingnummer"]
        return {name: getattr(afspraak, name) for name in names}


class OverstapForm(forms.Form):
    """To which law an afspraak moves, from when, and why."""

    wet = forms.ModelChoiceField(Wet.objects.none(), label="Naar welke wet?", empty_label="Kies")
    per = DatumVeld(label="Vanaf wanneer?")
    reden = forms.CharField(
        label="Waarom?", help_text="Bijvoorbeeld: Daan wordt 18 jaar.", max_length=300
    )

    def __init__(self, *args: Any, afspraak: Afspraak, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        others = Wet.objects.bruikbaar().exclude(pk=afspraak.wet_id)
        self.fields["wet"].queryset = others  # type: ignore[attr-defined]


class RegisseurForm(forms.Form):
    """Who becomes regisseur."""

    medewerker = forms.ModelChoiceField(
        Medewerker.objects.none(), label="Nieuwe regisseur", empty_label="Kies"
    )
    reden = forms.CharField(label="Reden van de overdracht", max_length=300, required=False)

    def __init__(self, *args: Any, plan: Plan, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["medewerker"].queryset = collegas(plan)  # type: ignore[attr-defined]


class RegisseurNodigForm(forms.Form):
    """Follow the rule, or deviate with a reason."""

    nodig = JaNeeVeld(
        label="Is een regisseur nodig?",
        help_text="Laat dit leeg om de regel te volgen.",
        required=False,
    )
    reden = forms.CharField(label="Waarom wijkt u af?", max_length=300, required=False)


class AanspreekpuntForm(forms.Form):
    """Whom the household can call."""

    medewerker = forms.ModelChoiceField(
        Medewerker.objects.none(), label="Medewerker", empty_label="Iemand anders", required=False
    )
    naam = forms.CharField(label="Naam", max_length=120, required=False)
    organisatie = forms.CharField(label="Organisatie", max_length=120, required=False)
    telefoon = forms.CharField(label="Telefoon", max_length=20, required=False)

    def __init__(self, *args: Any, plan: Plan, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["medewerker"].queryset = collegas(plan)  # type: ignore[attr-defined]


class PartijForm(forms.Form):
    """Who outside sees which goals, on what ground and until when."""

    naam = forms.CharField(label="Naam", max_length=120)
    organisatie = forms.CharField(label="Organisatie", max_length=120, required=False)
    soort = forms.ChoiceField(label="Als wat?", choices=Partijsoort.choices)
    telefoon = forms.CharField(label="Telefoon", max_length=20, required=False)
    doelen = forms.ModelMultipleChoiceField(
        Doel.objects.none(),
        label="Welke doelen mag deze persoon zien?",
        widget=forms.CheckboxSelectMultiple,
    )
    grond = forms.ChoiceField(
        label="Waarom mag dat?", choices=Inzagegrond.choices, widget=forms.RadioSelect
    )
    toestemming_van = forms.ModelMultipleChoiceField(
        Inwoner.objects.none(),
        label="Wie geeft toestemming?",
        help_text="Vanaf 16 jaar beslist iemand zelf, van 12 tot 16 samen met een ouder.",
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    wettelijke_grond = forms.CharField(
        label="Welke wet en welk artikel?",
        help_text="Alleen als de wet het voorschrijft.",
        max_length=200,
        required=False,
    )
    tot = DatumVeld(label="Tot wanneer?", required=False)

    def __init__(self, *args: Any, plan: Plan, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["doelen"].queryset = Doel.objects.filter(plan=plan)  # type: ignore[attr-defined]
        self.fields["toestemming_van"].queryset = mensen(plan)  # type: ignore[attr-defined]

    def gegevens(self) -> PartijGegevens:
        """What was filled in."""
        data = dict(self.cleaned_data)
        data["doelen"] = [doel.pk for doel in data["doelen"]]
        data["toestemming_van"] = [inwoner.pk for inwoner in data["toestemming_van"]]
        return PartijGegevens(**data)


class StoppenForm(forms.Form):
    """Why somebody no longer sees the plan."""

    ingetrokken = JaNeeVeld(label="Is de toestemming ingetrokken?")


class CollegaForm(forms.Form):
    """Which colleague steps in."""

    medewerker = forms.ModelChoiceField(
        Medewerker.objects.none(), label="Welke collega werkt mee?", empty_label="Kies"
    )

    def __init__(self, *args: Any, plan: Plan, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["medewerker"].queryset = collegas(plan)  # type: ignore[attr-defined]


class DeelnemerForm(forms.Form):
    """Somebody who takes part: a member of the household, or somebody with a tie to it."""

    inwoner = forms.ModelChoiceField(Inwoner.objects.none(), label="Wie?", empty_label="Kies")
    hoedanigheid = forms.ChoiceField(label="Als wat?", choices=Hoedanigheid.choices)

    def __init__(self, *args: Any, kandidaten: QuerySet[Inwoner], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["inwoner"].queryset = kandidaten  # type: ignore[attr-defined]


class EvaluatieForm(forms.Form):
    """When an evaluation is."""

    gepland_op = DatumVeld(label="Op welke dag?")

    def gegevens(self) -> EvaluatieGegevens:
        """What was filled in."""
        return EvaluatieGegevens(gepland_op=self.cleaned_data["gepland_op"])


class EvaluatieVastleggenForm(forms.Form):
    """What came of an evaluation."""

    gehouden_op = DatumVeld(label="Wanneer was de evaluatie?")
    uitkomst = forms.ChoiceField(
        label="Wat is de uitkomst?", choices=EvaluatieUitkomst.choices, widget=forms.RadioSelect
    )
    verslag = forms.CharField(
        label="Wat is er besproken?", widget=tekstvak(5), max_length=10000, required=False
    )
    volgende_op = DatumVeld(label="Volgende evaluatie", required=False)


class EindeForm(forms.Form):
    """How a plan ends."""

    uitkomst = forms.ChoiceField(
        label="Hoe eindigt het plan?", choices=PlanUitkomst.choices, widget=forms.RadioSelect
    )
    reden = forms.CharField(
        label="Toelichting", widget=tekstvak(3), max_length=2000, required=False
    )

    def __init__(self, *args: Any, doelen: list[Doel], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.doelen = doelen
        for doel in doelen:
            self.fields[f"status_{doel.pk}"] = KeuzeVeld(
                label=f"Doel: {doel.omschrijving}",
                choices=AFLOOP,
            )
            self.fields[f"slot_{doel.pk}"] = forms.CharField(
                label="Hoe is dit doel afgelopen?", max_length=300, required=False
            )

    def resultaten(self) -> dict[uuid.UUID, Doelresultaat]:
        """How every goal came out."""
        data = self.cleaned_data
        return {
            doel.pk: Doelresultaat(
                status=data[f"status_{doel.pk}"], slotwoord=data[f"slot_{doel.pk}"]
            )
            for doel in self.doelen
        }


class VaststelForm(forms.Form):
    """For everybody who takes part: how they agree; whoever is not asked stays empty."""

    gezien = forms.CharField(widget=forms.HiddenInput, max_length=64)

    def __init__(self, *args: Any, deelnemers: list[Deelname], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.deelnemers = deelnemers
        for one in deelnemers:
            self.fields[f"wijze_{one.pk}"] = KeuzeVeld(
                label=one.inwoner.naam,
                choices=AkkoordWijze.choices,
                required=False,
                tonen={AkkoordWijze.GEWEIGERD: "fout"},
            )
            self.fields[f"reden_{one.pk}"] = forms.CharField(
                label=f"Waarom is {one.inwoner.naam} niet akkoord?",
                max_length=500,
                required=False,
            )

    def rijen(self) -> list[tuple[Any, Any]]:
        """The two fields of each person."""
        return [(self[f"wijze_{one.pk}"], self[f"reden_{one.pk}"]) for one in self.deelnemers]

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        for one in self.deelnemers:
            refused = data.get(f"wijze_{one.pk}") == AkkoordWijze.GEWEIGERD
            if refused and not data.get(f"reden_{one.pk}"):
                self.add_error(f"reden_{one.pk}", "Schrijf op waarom de inwoner niet akkoord is.")
        return data

    def instemmingen(self) -> list[Instemming]:
        """The answers that were given."""
        return [
            Instemming(
                inwoner_id=one.inwoner_id,
                wijze=self.cleaned_data[f"wijze_{one.pk}"],
                reden=self.cleaned_data[f"reden_{one.pk}"],
            )
            for one in self.deelnemers
            if self.cleaned_data[f"wijze_{one.pk}"]
        ]


class FilterForm(forms.Form):
    """What to show of my plans."""

    status = forms.ChoiceField(
        label="Status",
        choices=[("", "Alle lopende plannen"), *PlanStatus.choices],
        required=False,
    )
    evaluatie = forms.ChoiceField(
        label="Evaluatie",
        choices=[("", "Alle"), ("te-laat", "Te laat"), ("binnenkort", "Binnen 30 dagen")],
        required=False,
    )
    regie = forms.BooleanField(label="Alleen waar ik regisseur ben", required=False)

    def planfilter(self) -> Planfilter:
        """The filter; what cannot be read counts as not chosen."""
        self.is_valid()
        data = self.cleaned_data
        return Planfilter(
            status=data.get("status", ""),
            evaluatie=data.get("evaluatie", ""),
            regie=data.get("regie", False),
        )


def als_uuid(tekst: str) -> uuid.UUID | None:
    """An id from an address; None when it is none."""
    try:
        return uuid.UUID(tekst)
    except ValueError:
        return None
