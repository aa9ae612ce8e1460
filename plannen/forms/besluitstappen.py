"""What people do with a besluit: one small form per step, each with the operation it calls."""

import datetime as dt
import uuid
from typing import Any, ClassVar

from django import forms

from hengelo_sociaal.kern.tijd import vandaag
from hengelo_sociaal.medewerkers.models import Medewerker
from hengelo_sociaal.web.formulieren import DatumVeld
from plannen.domain.besluit import beoordelen
from plannen.domain.besluit.bekendmaken import publish_besluit
from plannen.forms.velden import tekstvak


class Stap(forms.Form):
    """A step; `knop` is what people press, `gedaan` what they read afterwards."""

    code: ClassVar[str]
    knop: ClassVar[str]
    gedaan: ClassVar[str]

    def run(self, *, id: uuid.UUID, by: Medewerker, at: dt.datetime) -> None:
        """Call the operation."""
        raise NotImplementedError


class Nemen(Stap):
    """Decide."""

    code, knop, gedaan = "nemen", "Akkoord: besluit nemen", "Het besluit is genomen."

    def run(self, **who: Any) -> None:
        beoordelen.take_besluit(besluit_id=who.pop("id"), **who)


class Teruggeven(Stap):
    """Send a draft back."""

    code, knop, gedaan = "teruggeven", "Teruggeven", "Het besluit is terug bij de opsteller."
    opmerking = forms.CharField(label="Wat moet er anders?", widget=tekstvak(2), max_length=500)

    def run(self, **who: Any) -> None:
        given = self.cleaned_data["opmerking"]
        beoordelen.return_besluit(besluit_id=who.pop("id"), opmerking=given, **who)


class Indienen(Stap):
    """Hand in."""

    code, knop = "indienen", "Laten beoordelen"
    gedaan = "Het besluit wacht op een tweede lezer."

    def run(self, **who: Any) -> None:
        beoordelen.submit_besluit(besluit_id=who.pop("id"), **who)


class Bekendmaken(Stap):
    """The letter was sent."""

    code, knop = "bekendmaken", "Brief is verzonden"
    gedaan = "Het besluit is bekendgemaakt. De bezwaartermijn loopt."
    op = DatumVeld(label="Verzonden op", initial=vandaag)

    def run(self, **who: Any) -> None:
        publish_besluit(besluit_id=who.pop("id"), op=self.cleaned_data["op"], **who)


class Terugnemen(Stap):
    """Take a draft back."""

    code, knop, gedaan = "terugnemen", "Terugnemen", "Het besluit is weer een concept."

    def run(self, **who: Any) -> None:
        beoordelen.recall_besluit(besluit_id=who.pop("id"), **who)


class Heropenen(Stap):
    """Something is wrong in what was decided and not sent."""

    code, knop, gedaan = "heropenen", "Toch niet verzenden", "Het besluit is weer een concept."
    opmerking = forms.CharField(label="Wat klopt er niet?", widget=tekstvak(2), max_length=500)

    def run(self, **who: Any) -> None:
        given = self.cleaned_data["opmerking"]
        beoordelen.reopen_besluit(besluit_id=who.pop("id"), opmerking=given, **who)


class Vervallen(Stap):
    """Let go."""

    code, knop, gedaan = "vervallen", "Laten vervallen", "Het concept is vervallen."

    def run(self, **who: Any) -> None:
        beoordelen.drop_besluit(besluit_id=who.pop("id"), **who)


STAPFORMS: dict[str, type[Stap]] = {
    form.code: form
    for form in (Nemen, Teruggeven, Indienen, Bekendmaken, Terugnemen, Heropenen, Vervallen)
}
