"""Forms of an objection: receiving it, and one small form per step."""

import datetime as dt
import uuid
from typing import Any, ClassVar

from django import forms

from hengelo_sociaal.kern.tijd import AMSTERDAM, vandaag
from hengelo_sociaal.medewerkers.models import Medewerker
from hengelo_sociaal.web.formulieren import DatumVeld, GeldVeld, JaNeeVeld
from plannen.domain.besluit import bezwaar as acts
from plannen.domain.besluit.heroverwegen import Kosten, decide_bezwaar, withdraw_bezwaar
from plannen.enums import Bezwaaruitkomst, Hoorwijze, Indiener
from plannen.forms.velden import LEEG, tekstvak
from plannen.models import Bezwaar


class BezwaarForm(forms.Form):
    """What came in."""

    ontvangen_op = DatumVeld(label="Ontvangen op", initial=vandaag)
    gepost_op = DatumVeld(
        label="Op de post op", required=False, help_text="Alleen nodig als de brief laat kwam."
    )
    indiener = forms.ChoiceField(label="Wie maakt bezwaar?", choices=Indiener.choices)
    indiener_naam = forms.CharField(
        label="Naam", max_length=120, required=False, help_text="Als het niet de inwoner zelf is."
    )
    indiener_adres = forms.CharField(
        label="Adres",
        widget=tekstvak(2),
        max_length=200,
        required=False,
        help_text="Van een gemachtigde of ander: straat, en daaronder postcode en plaats.",
    )
    gronden = forms.CharField(
        label="Waarom is de indiener het niet eens?",
        widget=tekstvak(4),
        max_length=4000,
        required=False,
    )
    pro_forma = forms.BooleanField(label="Nog zonder reden (pro forma)", required=False)
    commissie = forms.BooleanField(
        label="Met adviescommissie (12 weken in plaats van 6)", required=False
    )
    kosten_gevraagd = forms.BooleanField(
        label="De indiener vraagt om vergoeding van kosten", required=False
    )

    def gegevens(self) -> acts.BezwaarGegevens:
        """For the domain."""
        return acts.BezwaarGegevens(**self.cleaned_data)


class Bezwaarstap(forms.Form):
    """A step; `knop` is what people press, `gedaan` what they read afterwards.

    `brief` says that a letter goes with it, which can be looked at first.
    """

    code: ClassVar[str]
    knop: ClassVar[str]
    gedaan: ClassVar[str]
    brief: ClassVar[bool] = False

    @classmethod
    def start(cls, bezwaar: Bezwaar) -> dict[str, Any]:
        """What is known already."""
        return {}

    def run(self, *, id: uuid.UUID, by: Medewerker, at: dt.datetime) -> None:
        """Call the operation."""
        raise NotImplementedError


class Herstel(Bezwaarstap):
    """Ask for what is missing."""

    code, knop, gedaan = "herstel", "Om aanvulling vragen", "De indiener kan aanvullen."
    brief = True
    gevraagd_op = DatumVeld(label="Gevraagd op", initial=vandaag)
    tot = DatumVeld(label="Aanvullen tot en met")

    def run(self, **who: Any) -> None:
        acts.ask_completion(bezwaar_id=who.pop("id"), **self.cleaned_data, **who)


class Aangevuld(Bezwaarstap):
    """The reasons came."""

    code, knop, gedaan = "aangevuld", "Aanvulling vastleggen", "Het bezwaar is compleet."
    op = DatumVeld(label="Ontvangen op", initial=vandaag)
    gronden = forms.CharField(label="De redenen", widget=tekstvak(3), max_length=4000)

    def run(self, **who: Any) -> None:
        acts.complete_bezwaar(bezwaar_id=who.pop("id"), **self.cleaned_data, **who)


class Verschoonbaar(Bezwaarstap):
    """Too late: with a good reason or not."""

    code, knop = "verschoonbaar", "Te laat: beoordelen"
    gedaan = "Vastgelegd of er een goede reden was."
    verschoonbaar = JaNeeVeld(label="Is er een goede reden?")
    reden = forms.CharField(label="Waarom wel of niet?", max_length=300)

    def run(self, **who: Any) -> None:
        acts.excuse_lateness(bezwaar_id=who.pop("id"), **self.cleaned_data, **who)


class Hoorzitting(Bezwaarstap):
    """Plan the hearing."""

    code, knop, gedaan = "hoorzitting", "Hoorzitting plannen", "De hoorzitting is gepland."
    brief = True
    dag = DatumVeld(label="Dag")
    tijd = forms.TimeField(label="Tijd", widget=forms.TimeInput(attrs={"type": "time"}))

    def run(self, **who: Any) -> None:
        data = self.cleaned_data
        moment = dt.datetime.combine(data["dag"], data["tijd"], AMSTERDAM)
        acts.plan_hearing(bezwaar_id=who.pop("id"), op=moment, **who)


class Horen(Bezwaarstap):
    """Heard, or why not."""

    code, knop, gedaan = "horen", "Horen vastleggen", "Vastgelegd hoe de indiener is gehoord."
    gehoord = forms.ChoiceField(label="Is de indiener gehoord?", choices=LEEG + Hoorwijze.choices)
    verslag = forms.CharField(label="Verslag", widget=tekstvak(3), max_length=4000)

    def run(self, **who: Any) -> None:
        acts.record_hearing(bezwaar_id=who.pop("id"), **self.cleaned_data, **who)


class Verdagen(Bezwaarstap):
    """Six weeks more."""

    code, knop, gedaan = "verdagen", "Zes weken verdagen", "De beslissing is zes weken verdaagd."
    brief = True
    kennisgeving_op = DatumVeld(label="Verteld aan de indiener op", initial=vandaag)

    def run(self, **who: Any) -> None:
        acts.adjourn_bezwaar(bezwaar_id=who.pop("id"), **self.cleaned_data, **who)


class Beslissen(Bezwaarstap):
    """The decision was sent."""

    code, knop, gedaan = "beslissen", "Beslissing vastleggen", "Er is op het bezwaar beslist."
    brief = True
    uitkomst = forms.ChoiceField(label="Uitkomst", choices=LEEG + Bezwaaruitkomst.choices)
    op = DatumVeld(label="Verzonden op", initial=vandaag)
    motivering = forms.CharField(
        label="Waarom beslissen wij zo?",
        help_text="Schrijf voor de indiener, in gewone woorden. Dit komt in de brief.",
        widget=tekstvak(4),
        max_length=4000,
    )
    kosten_gevraagd = forms.BooleanField(
        label="De indiener vroeg om vergoeding van kosten", required=False
    )
    kosten_cent = GeldVeld(label="Bedrag dat wij vergoeden", required=False)
    kosten_uitleg = forms.CharField(
        label="Waarom vergoeden wij dit wel of niet?",
        widget=tekstvak(2),
        max_length=500,
        required=False,
    )

    @classmethod
    def start(cls, bezwaar: Bezwaar) -> dict[str, Any]:
        return {"kosten_gevraagd": bezwaar.kosten_gevraagd}

    def run(self, **who: Any) -> None:
        data = dict(self.cleaned_data)
        kosten = Kosten(
            gevraagd=data.pop("kosten_gevraagd"),
            cent=data.pop("kosten_cent"),
            uitleg=data.pop("kosten_uitleg"),
        )
        decide_bezwaar(bezwaar_id=who.pop("id"), kosten=kosten, **data, **who)


class Intrekken(Bezwaarstap):
    """Taken back."""

    code, knop, gedaan = "intrekken", "Intrekken", "Het bezwaar is ingetrokken."
    op = DatumVeld(label="Ingetrokken op", initial=vandaag)

    def run(self, **who: Any) -> None:
        withdraw_bezwaar(bezwaar_id=who.pop("id"), **self.cleaned_data, **who)


BEZWAARFORMS: dict[str, type[Bezwaarstap]] = {
    form.code: form
    for form in (
        Verschoonbaar,
        Aangevuld,
        Hoorzitting,
        Horen,
        Beslissen,
        Herstel,
        Verdagen,
        Intrekken,
    )
}
