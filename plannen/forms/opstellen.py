"""What matters most, and which goals come out of what was told."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django import forms
from django.forms import BoundField

from hengelo_sociaal.web.formulieren import KeuzeVeld
from plannen.domain.doelen import DoelGegevens
from plannen.enums import Prioriteit
from plannen.forms.plan import WatTeltForm
from plannen.forms.velden import tekstvak
from plannen.queries.verteld import Aanzet, Verteld

LATER = "later"
KEUZES = [*((str(one.value), str(one.label)) for one in Prioriteit), (LATER, "Geen doel")]


@dataclass(frozen=True)
class Aanzetveld:
    """One thing that was told, with its goal and how much it matters."""

    aanzet: Aanzet
    doel: BoundField
    keuze: BoundField


class OpstellenForm(WatTeltForm):
    """A goal for each thing that was told; what gets "geen doel" stays out of the plan."""

    field_order = ("wijzigingnummer", "wat_telt")

    def __init__(self, *args: Any, verteld: Verteld, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.aanzetten = verteld.aanzetten
        for one in self.aanzetten:
            self.fields[f"doel_{one.sleutel}"] = forms.CharField(
                label=f"Wat wilt u bereiken met {one.gebied.label.lower()}?",
                initial=one.woorden,
                max_length=300,
                required=False,
                widget=tekstvak(2),
            )
            self.fields[f"keuze_{one.sleutel}"] = KeuzeVeld(
                label=f"Hoe belangrijk is {one.gebied.label.lower()} nu?",
                choices=KEUZES,
                initial=str((Prioriteit.EERST if one.dringend else Prioriteit.DAARNA).value),
            )

    def rijen(self) -> Iterator[Aanzetveld]:
        """What was told, one after the other."""
        for one in self.aanzetten:
            yield Aanzetveld(one, self[f"doel_{one.sleutel}"], self[f"keuze_{one.sleutel}"])

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        for one in self.aanzetten:
            chosen = data.get(f"keuze_{one.sleutel}") != LATER
            if chosen and f"doel_{one.sleutel}" in data and not data[f"doel_{one.sleutel}"].strip():
                self.add_error(
                    f"doel_{one.sleutel}",
                    "Schrijf het doel op in eigen woorden, of kies geen doel.",
                )
        return data

    def doelen(self) -> list[DoelGegevens]:
        """The goals that were chosen, what comes first on top."""
        data = self.cleaned_data
        chosen = [
            DoelGegevens(
                omschrijving=data[f"doel_{one.sleutel}"],
                leefgebied=one.gebied,
                inwoner=one.inwoner,
                prioriteit=int(data[f"keuze_{one.sleutel}"]),
                hulpvraag=one.hulpvraag,
            )
            for one in self.aanzetten
            if data[f"keuze_{one.sleutel}"] != LATER
        ]
        return sorted(chosen, key=lambda doel: doel.prioriteit)
