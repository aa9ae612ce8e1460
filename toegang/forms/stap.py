"""One step with a melding: a small form, with the operation that it calls."""

import datetime as dt
from typing import Any, ClassVar, Self

from django import forms

from hengelo_sociaal.medewerkers.models import Medewerker
from toegang.domain.overgangen import fits
from toegang.models import Melding


class StapForm(forms.Form):
    """A step; `handeling` is its act in the table of states, `knop` is what people press.

    `revisie` is the melding as it was on the screen: whoever was overtaken is told so.
    """

    revisie = forms.IntegerField(widget=forms.HiddenInput, required=False)
    code: ClassVar[str]
    knop: ClassVar[str]
    gedaan: ClassVar[str]
    handeling: ClassVar[str] = ""
    plek: ClassVar[str] = "stap"  # where on the page: a step, or beside the home visit

    @classmethod
    def mag(cls, by: Medewerker, *, behandelt: bool) -> bool:
        """Whether somebody who does or does not treat this melding may take the step."""
        return behandelt

    @classmethod
    def of(cls, melding: Melding, *, by: Medewerker) -> Self:
        """The empty form of a step for this melding, as somebody sees it."""
        return cls(prefix=cls.code, initial={"revisie": melding.revisie})

    def fit(self, melding: Melding) -> None:
        """Leave out what is not asked of this melding; may be called twice."""

    @classmethod
    def van_mij(cls, melding: Melding, by: Medewerker) -> bool:
        """Whether the step is this person's to take, of those who treat the melding."""
        return True

    @classmethod
    def past(cls, melding: Melding) -> bool:
        """Whether the step fits where the melding is now."""
        return fits(melding, cls.handeling)

    def run(self, *, by: Medewerker, melding: Melding, at: dt.datetime) -> None:
        """Call the operation."""
        raise NotImplementedError


def given(form: forms.Form) -> dict[str, Any]:
    """The answers, with None for what was left empty."""
    return {name: None if value == "" else value for name, value in form.cleaned_data.items()}
