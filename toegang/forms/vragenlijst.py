"""Writing a question of a new version, and putting the version in force."""

import datetime as dt
import uuid
from typing import Any

from django import forms
from django.utils.text import slugify

from hengelo_sociaal.medewerkers.models import Medewerker
from toegang.domain.vragenlijst import VraagGegevens, put_in_force, put_question
from toegang.enums import Punt, Vraagsoort
from toegang.queries.vragenlijst import Onderdeel, Vraag

KORT = {Vraagsoort.TEKST, Vraagsoort.KEUZE, Vraagsoort.JA_NEE}


class VraagForm(forms.Form):
    """One question; its code is made once and stays the same over the versions."""

    gedaan = "De vraag is bewaard in het concept."
    vraag = forms.CharField(label="Vraag, zoals u haar stelt", max_length=200)
    hulp = forms.CharField(label="Uitleg onder de vraag", required=False, max_length=300)
    onderdeel = forms.ChoiceField(label="Onderdeel")
    soort = forms.ChoiceField(label="Hoe wordt zij beantwoord?")
    opties = forms.CharField(
        label="Antwoorden",
        required=False,
        help_text="Elk antwoord op een eigen regel. Alleen bij een antwoord uit een rij.",
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    punten = forms.MultipleChoiceField(
        label="Over welk punt van Wmo 2015 artikel 2.3.2 lid 4 gaat zij?",
        required=False,
        choices=[(punt.value, f"{punt.value}. {punt.label}") for punt in Punt],
        widget=forms.CheckboxSelectMultiple,
    )
    revisie = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(
        self,
        *args: Any,
        onderdelen: list[Onderdeel],
        bestaand: Vraag | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.bestaand = bestaand
        here: Any = self.fields
        here["onderdeel"].choices = [(part.code, part.titel) for part in onderdelen]
        kinds = KORT | ({Vraagsoort(bestaand.soort)} if bestaand else set())
        here["soort"].choices = [row for row in Vraagsoort.choices if row[0] in kinds]

    def code(self) -> str:
        """The code of the question; a new one is named after its first words."""
        if self.bestaand:
            return self.bestaand.code
        words = slugify(self.cleaned_data["vraag"]).split("-")
        return f"{'-'.join(words[:5])[:32]}-{uuid.uuid4().hex[:4]}"

    def run(self, *, by: Medewerker, versie_id: uuid.UUID, at: dt.datetime) -> None:
        """Call the operation."""
        values = self.cleaned_data
        put_question(
            by=by,
            versie_id=versie_id,
            gegevens=VraagGegevens(
                code=self.code(),
                vraag=values["vraag"],
                hulp=values["hulp"],
                onderdeel=values["onderdeel"],
                soort=values["soort"],
                punten=tuple(values["punten"]),
                opties=self._options(),
            ),
            revisie=values["revisie"],
            at=at,
        )

    def _options(self) -> tuple[tuple[str, str], ...]:
        """A code and a label for each line; an answer that was there keeps its code."""
        known = {one.label: one.code for one in (self.bestaand.opties if self.bestaand else ())}
        lines = [line.strip() for line in self.cleaned_data["opties"].splitlines() if line.strip()]
        return tuple((known.get(line) or slugify(line)[:40], line) for line in lines)


class KrachtForm(forms.Form):
    """Putting the concept in force."""

    gedaan = "De nieuwe versie is van kracht. Vanaf nu stelt iedereen deze vragen."
    toelichting = forms.CharField(label="Wat is er anders, in één zin?", max_length=300)

    def run(self, *, by: Medewerker, versie_id: uuid.UUID, at: dt.datetime) -> None:
        """Call the operation."""
        put_in_force(
            by=by, versie_id=versie_id, toelichting=self.cleaned_data["toelichting"], at=at
        )
