"""What people do with a melding: one small form per step, each with the operation it calls."""

import datetime as dt
from typing import Self

from django import forms

from hengelo_sociaal.kern.tijd import AMSTERDAM, vandaag
from hengelo_sociaal.medewerkers.models import Medewerker, Team
from hengelo_sociaal.medewerkers.rechten import Bereik
from hengelo_sociaal.web.formulieren import DatumVeld, JaNeeVeld
from toegang.domain import huisbezoek, melding_stappen
from toegang.domain.melding import assign_melding
from toegang.enums import HeropenReden, HuisbezoekDoel, MeldingStatus, ZoektermijnReden
from toegang.forms.keuzes import values
from toegang.forms.melding_bij import BIJ
from toegang.forms.melding_samen import SAMEN
from toegang.forms.melding_verwijzing import LegVerwijzingVast
from toegang.forms.stap import StapForm, given
from toegang.models import AfgezienReden, Intrekreden, Melding
from toegang.queries.werkvoorraad import colleagues_who_treat, workload
from toegang.rechten import HUISBEZOEK_PLANNEN

NODIG_ALS = "Alleen nodig als er ondersteuning nodig is en er geen huisbezoek was."


def colleagues() -> list[tuple[str, str]]:
    """Who treats meldingen."""
    found = colleagues_who_treat()
    return [("", "Nog niemand"), *((str(one.pk), one.naam) for one in found)]


def colleagues_with_load() -> list[tuple[str, str]]:
    """Who treats meldingen, each with how much work they have."""
    loads = workload(colleagues_who_treat(), op=vandaag())
    named = [(str(one.medewerker.pk), f"{one.medewerker.naam} ({one.woorden})") for one in loads]
    return [("", "Nog niemand"), *named]


def teams() -> list[tuple[str, str]]:
    """The teams."""
    return [(str(team.pk), team.naam) for team in Team.objects.all()]


class BeginOnderzoek(StapForm):
    """The onderzoek begins (Wmo 2.3.2)."""

    code, knop, gedaan = "onderzoek", "Onderzoek beginnen", "Het onderzoek is begonnen."
    handeling = "onderzoek-beginnen"

    def run(self, *, by: Medewerker, melding: Melding, at: dt.datetime) -> None:
        melding_stappen.start_onderzoek(by=by, melding_id=melding.pk, at=at, **given(self))


class RondOnderzoekAf(StapForm):
    """The onderzoek is ready; a first household in need was visited, or there is a reason."""

    code, knop, gedaan = "onderzocht", "Onderzoek afronden", "Het onderzoek is afgerond."
    handeling = "onderzoek-afronden"
    op = DatumVeld(label="Klaar op", initial=vandaag)
    ondersteuning_nodig = JaNeeVeld(label="Is er ondersteuning nodig?")
    afgezien_reden = forms.ChoiceField(
        label="Waarom geen huisbezoek?",
        required=False,
        choices=lambda: values(AfgezienReden, leeg="Er was een huisbezoek"),
        help_text=NODIG_ALS,
    )

    def run(self, *, by: Medewerker, melding: Melding, at: dt.datetime) -> None:
        melding_stappen.finish_onderzoek(by=by, melding_id=melding.pk, at=at, **given(self))


class NeemAanvraagAan(StapForm):
    """An application; under the Wmo after the onderzoek (Wmo 2.3.2 lid 9)."""

    code, knop, gedaan = "aanvraag", "Aanvraag ontvangen", "De aanvraag is vastgelegd."
    handeling = "aanvraag-ontvangen"
    op = DatumVeld(label="Ontvangen op", initial=vandaag)
    zoektermijn_reden = forms.ChoiceField(
        label="Geldt de zoektermijn niet? (Participatiewet artikel 41)",
        required=False,
        choices=[("", "De zoektermijn geldt, of is voorbij"), *ZoektermijnReden.choices],
    )

    def fit(self, melding: Melding) -> None:
        """Only who waits four weeks for the Participatiewet can be let off (article 41)."""
        if melding.wet_id != "participatiewet":
            self.fields.pop("zoektermijn_reden", None)

    def run(self, *, by: Medewerker, melding: Melding, at: dt.datetime) -> None:
        values_ = given(self)
        values_["zoektermijn_reden"] = values_.get("zoektermijn_reden") or ""
        melding_stappen.receive_aanvraag(by=by, melding_id=melding.pk, at=at, **values_)


class Besluit(StapForm):
    """The decision on the application."""

    code, knop, gedaan = "besluit", "Besluit vastleggen", "Het besluit is vastgelegd."
    op = DatumVeld(label="Besloten op", initial=vandaag)
    toegekend = JaNeeVeld(label="Is de aanvraag toegekend?")
    afgezien_reden = forms.ChoiceField(
        label="Waarom geen huisbezoek?",
        required=False,
        choices=lambda: values(AfgezienReden, leeg="Er was een huisbezoek"),
        help_text=NODIG_ALS,
    )

    @classmethod
    def past(cls, melding: Melding) -> bool:
        return melding_stappen.can_decide(melding)

    def run(self, *, by: Medewerker, melding: Melding, at: dt.datetime) -> None:
        melding_stappen.decide_melding(by=by, melding_id=melding.pk, at=at, **given(self))


class Afronden(StapForm):
    """Ended without an application."""

    code, knop, gedaan = "afronden", "Afronden zonder aanvraag", "De melding is afgerond."
    handeling = "afronden"
    op = DatumVeld(label="Afgerond op", initial=vandaag)

    @classmethod
    def past(cls, melding: Melding) -> bool:
        return super().past(melding) and melding.status != MeldingStatus.AANVRAAG

    def run(self, *, by: Medewerker, melding: Melding, at: dt.datetime) -> None:
        melding_stappen.close_melding(by=by, melding_id=melding.pk, at=at, **given(self))


class Intrekken(StapForm):
    """Withdrawn, by the resident or because it was a mistake."""

    code, knop, gedaan = "intrekken", "Melding intrekken", "De melding is ingetrokken."
    handeling = "intrekken"
    reden = forms.ChoiceField(choices=lambda: values(Intrekreden, leeg="Kies een reden"))

    def run(self, *, by: Medewerker, melding: Melding, at: dt.datetime) -> None:
        melding_stappen.withdraw_melding(by=by, melding_id=melding.pk, at=at, **given(self))


class Heropenen(StapForm):
    """Open again; the terms run from the day of receipt."""

    code, knop, gedaan = "heropenen", "Melding weer openen", "De melding is weer open."
    handeling = "heropenen"
    reden = forms.ChoiceField(choices=[("", "Kies een reden"), *HeropenReden.choices])

    def run(self, *, by: Medewerker, melding: Melding, at: dt.datetime) -> None:
        melding_stappen.reopen_melding(by=by, melding_id=melding.pk, at=at, **given(self))


class Toedelen(StapForm):
    """Who treats it."""

    code, knop, gedaan = "toedelen", "Toedelen", "De melding is toegedeeld."
    consulent_id = forms.TypedChoiceField(
        label="Consulent", choices=colleagues_with_load, required=False, empty_value=None
    )
    team_id = forms.TypedChoiceField(label="Team", choices=teams, required=False, empty_value=None)

    @classmethod
    def of(cls, melding: Melding, *, by: Medewerker) -> Self:
        """As it is now, so that choosing a colleague leaves the team alone and the other way round.

        A consulent who looks at what nobody has is proposed.
        """
        free = by.pk if "consulent" in by.rollen else None
        known = {
            "revisie": melding.revisie,
            "consulent_id": melding.consulent_id or free,
            "team_id": melding.team_id,
        }
        return cls(prefix=cls.code, initial=known)

    def fit(self, melding: Melding) -> None:
        """No team can be left; it can be not there yet."""
        if melding.team_id is None:
            self.fields["team_id"].choices = [("", "Nog geen team"), *teams()]  # type: ignore[attr-defined]

    @classmethod
    def past(cls, melding: Melding) -> bool:
        return melding.is_lopend

    def run(self, *, by: Medewerker, melding: Melding, at: dt.datetime) -> None:
        assign_melding(by=by, melding_id=melding.pk, at=at, **self.cleaned_data)


class PlanBezoek(StapForm):
    """A home visit, with who goes and what for."""

    code, knop, gedaan = "bezoek", "Huisbezoek plannen", "Het huisbezoek is gepland."
    plek = "bezoek"
    dag = DatumVeld()
    tijd = forms.TimeField(
        label="Tijd", widget=forms.TimeInput(attrs={"type": "time"}), initial=dt.time(10, 0)
    )
    medewerker = forms.ChoiceField(label="Wie gaat?", choices=lambda: colleagues()[1:])
    doel = forms.ChoiceField(label="Waarvoor?", choices=HuisbezoekDoel.choices)

    @classmethod
    def of(cls, melding: Melding, *, by: Medewerker) -> Self:
        """Who treats the melding is proposed, or else who plans the visit."""
        known = {"revisie": melding.revisie, "medewerker": melding.consulent_id or by.pk}
        return cls(prefix=cls.code, initial=known)

    @classmethod
    def mag(cls, by: Medewerker, *, behandelt: bool) -> bool:
        return behandelt or (HUISBEZOEK_PLANNEN.van(by) or 0) >= Bereik.ALLES

    @classmethod
    def past(cls, melding: Melding) -> bool:
        return melding.is_lopend

    def run(self, *, by: Medewerker, melding: Melding, at: dt.datetime) -> None:
        values_ = self.cleaned_data
        huisbezoek.plan_huisbezoek(
            by=by,
            huishouden_id=melding.huishouden_id,
            melding_id=melding.pk,
            medewerker_id=values_["medewerker"],
            gepland_op=dt.datetime.combine(values_["dag"], values_["tijd"], AMSTERDAM),
            doel=values_["doel"],
            at=at,
        )


class ZieAfVanBezoek(StapForm):
    """No home visit, with the reason."""

    code, knop, gedaan = "geen-bezoek", "Geen huisbezoek", "De reden is vastgelegd."
    plek = "bezoek"
    reden = forms.ChoiceField(choices=lambda: values(AfgezienReden, leeg="Kies een reden"))
    toelichting = forms.CharField(required=False, max_length=200)

    @classmethod
    def past(cls, melding: Melding) -> bool:
        return melding.is_lopend and melding.eerste_keer and not melding.afgezien_reden_id

    def run(self, *, by: Medewerker, melding: Melding, at: dt.datetime) -> None:
        huisbezoek.skip_huisbezoek(
            by=by,
            melding_id=melding.pk,
            reden=self.cleaned_data["reden"],
            toelichting=self.cleaned_data["toelichting"],
            at=at,
        )


_ALLE: tuple[type[StapForm], ...] = (
    BeginOnderzoek,
    RondOnderzoekAf,
    NeemAanvraagAan,
    Besluit,
    Afronden,
    PlanBezoek,
    ZieAfVanBezoek,
    LegVerwijzingVast,
    Toedelen,
    Intrekken,
    Heropenen,
    *BIJ,
    *SAMEN,
)
STAPPEN: dict[str, type[StapForm]] = {form.code: form for form in _ALLE}
