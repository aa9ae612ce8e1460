"""Working together on a melding: handing over, a consult, asking a colleague to join."""

import datetime as dt
from typing import Any, ClassVar, Self

from django import forms

from hengelo_sociaal.kern.tijd import vandaag
from hengelo_sociaal.medewerkers.models import Medewerker
from hengelo_sociaal.web.formulieren import DatumVeld
from toegang.domain import samen
from toegang.forms.stap import StapForm, given
from toegang.models import Consult, Melding
from toegang.queries.werkvoorraad import colleagues_who_treat, workload

WEEK = dt.timedelta(days=7)
KWARTAAL = dt.timedelta(days=91)


def loads() -> list[tuple[str, str]]:
    """Colleagues with how much work they have."""
    found = workload(colleagues_who_treat(), op=vandaag())
    named = [(str(one.medewerker.pk), f"{one.medewerker.naam} ({one.woorden})") for one in found]
    return [("", "Kies een collega"), *named]


def people() -> list[tuple[str, str]]:
    """Colleagues by name, with what they do."""
    return [
        ("", "Kies een collega"),
        *((str(one.pk), f"{one.naam}, {one.functie}" if one.functie else one.naam)
          for one in colleagues_who_treat()),
    ]  # fmt: skip


class SamenForm(StapForm):
    """Something for a colleague, as long as the melding runs."""

    plek: ClassVar[str] = "samen"

    @classmethod
    def past(cls, melding: Melding) -> bool:
        return melding.is_lopend


class Overdragen(SamenForm):
    """Hand over with a note."""

    code, knop, gedaan = "overdragen", "Overdragen aan een collega", "De melding is overgedragen."
    naar_id = forms.ChoiceField(label="Aan wie?", choices=loads)
    notitie = forms.CharField(
        label="Wat moet uw collega weten?",
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def run(self, *, by: Medewerker, melding: Melding, at: dt.datetime) -> None:
        samen.hand_over(by=by, melding_id=melding.pk, at=at, **given(self))


class VraagConsult(SamenForm):
    """Ask a colleague for advice."""

    code, knop, gedaan = "consult", "Advies vragen", "Uw vraag is verstuurd."
    aan_id = forms.ChoiceField(label="Aan wie?", choices=people)
    uiterlijk_op = DatumVeld(label="Antwoord graag voor", initial=lambda: vandaag() + WEEK)
    vraag = forms.CharField(
        label="Wat is uw vraag?", max_length=1000, widget=forms.Textarea(attrs={"rows": 3})
    )

    def run(self, *, by: Medewerker, melding: Melding, at: dt.datetime) -> None:
        samen.ask_consult(by=by, melding_id=melding.pk, at=at, **without_revision(self))


class NodigUit(SamenForm):
    """Ask a colleague to join for some time."""

    code, knop, gedaan = "uitnodigen", "Collega erbij vragen", "Uw collega kan nu meedoen."
    medewerker_id = forms.ChoiceField(label="Wie?", choices=people)
    tot = DatumVeld(label="Tot en met", initial=lambda: vandaag() + KWARTAAL)
    reden = forms.CharField(label="Waarom?", max_length=200)

    def run(self, *, by: Medewerker, melding: Melding, at: dt.datetime) -> None:
        samen.invite_colleague(by=by, melding_id=melding.pk, at=at, **without_revision(self))


class OpenConsultForm(SamenForm):
    """Something with a question for advice, as long as one is open."""

    @classmethod
    def past(cls, melding: Melding) -> bool:
        return any(one.is_open for one in melding.consulten.all())


class BeantwoordConsult(OpenConsultForm):
    """Answer the question that was asked to me."""

    code, knop, gedaan = "advies", "Advies geven", "Uw advies is verstuurd."
    consult_id = forms.UUIDField(widget=forms.HiddenInput)
    antwoord = forms.CharField(
        label="Uw advies", max_length=2000, widget=forms.Textarea(attrs={"rows": 4})
    )

    @classmethod
    def of(cls, melding: Melding, *, by: Medewerker) -> Self:
        mine = [one for one in melding.consulten.all() if one.aan_id == by.pk and one.is_open]
        form = super().of(melding, by=by)
        form.fields["consult_id"].initial = mine[0].pk if mine else None
        return form

    @classmethod
    def van_mij(cls, melding: Melding, by: Medewerker) -> bool:
        return any(one.is_open and one.aan_id == by.pk for one in melding.consulten.all())

    def run(self, *, by: Medewerker, melding: Melding, at: dt.datetime) -> None:
        values = self.cleaned_data
        samen.answer_consult(
            by=by, consult_id=values["consult_id"], antwoord=values["antwoord"], at=at
        )


class TrekConsultIn(OpenConsultForm):
    """Take back a question that is not answered yet and of which I wait for the answer."""

    code, knop = "consult-intrekken", "Vraag om advies intrekken"
    gedaan = "De vraag is ingetrokken."
    consult_id = forms.UUIDField(label="Welke vraag?", widget=forms.Select)

    @classmethod
    def of(cls, melding: Melding, *, by: Medewerker) -> Self:
        form = super().of(melding, by=by)
        form.fields["consult_id"].widget.choices = [
            (one.pk, f"Aan {one.aan.naam}, voor {one.uiterlijk_op:%d-%m-%Y}")
            for one in _waits_for(melding, by)
        ]
        return form

    @classmethod
    def van_mij(cls, melding: Melding, by: Medewerker) -> bool:
        return bool(_waits_for(melding, by))

    def run(self, *, by: Medewerker, melding: Melding, at: dt.datetime) -> None:
        samen.withdraw_consult(by=by, consult_id=self.cleaned_data["consult_id"], at=at)


def _waits_for(melding: Melding, by: Medewerker) -> list[Consult]:
    return [one for one in melding.consulten.all() if one.is_open and by in samen.who_waits(one)]


def without_revision(form: forms.Form) -> dict[str, Any]:
    """The answers of a form that adds something and overwrites nothing."""
    return {name: value for name, value in form.cleaned_data.items() if name != "revisie"}


SAMEN: tuple[type[StapForm], ...] = (
    BeantwoordConsult,
    VraagConsult,
    TrekConsultIn,
    NodigUit,
    Overdragen,
)
