"""The one renderer: from a version of the questions to fields, wherever they are asked.

Counter, telephone, web, home visit and vindplaats all draw `UitvraagForm` with
`toegang/uitvraag/_vragen.html`; only the layers differ. The names of the fields are the
paths of flat answers (queries.antwoorden).
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django import forms
from django.forms import BoundField

from hengelo_sociaal.web.formulieren import KeuzeVeld
from toegang.enums import Laag, Score
from toegang.models import VragenlijstVersie
from toegang.queries.antwoorden import HUISHOUDEN, SCORE_TONEN, Plat
from toegang.queries.vragenlijst import LONGEST, Inhoud, Vraag, sections_of

ICONEN = {
    "wonen": "home",
    "geld": "coin",
    "werk-en-dagbesteding": "briefcase",
    "gezondheid": "heart",
    "opvoeden": "users",
    "netwerk": "message",
    "veiligheid": "shield",
    "leren": "school",
    "meedoen": "mood-smile",
}
OVERAL = (Laag.KERN,)
ALLE_LAGEN = (Laag.KERN, Laag.VERDIEPING)


def fields_of(
    inhoud: Inhoud,
    *,
    gebieden: Mapping[str, str],
    lagen: Collection[str] = ALLE_LAGEN,
    wie: str = HUISHOUDEN,
) -> dict[str, forms.Field]:
    """The fields of a version in the order in which they are asked, by the path of the answer.

    `gebieden` gives a leefgebied its name. About one person (`wie`) only the leefgebieden
    are asked.
    """
    fields: dict[str, forms.Field] = {}
    for section in sections_of(inhoud):
        for vraag in section.vragen if section.laag in lagen else ():
            if vraag.gebieden:
                fields |= _per_leefgebied(vraag, gebieden, wie)
            elif wie == HUISHOUDEN:
                fields[f"vragen.{vraag.code}"] = _plain(vraag)
    return fields


def _plain(vraag: Vraag) -> forms.Field:
    common: dict[str, Any] = {
        "label": vraag.vraag,
        "help_text": vraag.hulp,
        "required": False,
    }
    if vraag.mogelijk:
        return KeuzeVeld(
            choices=[(optie.code, optie.label) for optie in vraag.mogelijk],
            tonen={optie.code: optie.toon for optie in vraag.mogelijk},
            **common,
        )
    return forms.CharField(
        max_length=LONGEST, widget=forms.Textarea(attrs={"rows": 2, "class": "hs-groeit"}), **common
    )


def _per_leefgebied(vraag: Vraag, gebieden: Mapping[str, str], wie: str) -> dict[str, forms.Field]:
    fields: dict[str, forms.Field] = {}
    for code in vraag.gebieden:
        label = gebieden.get(code, code)
        fields[f"leefgebieden.{code}.{wie}.score"] = KeuzeVeld(
            label=label, choices=Score.choices, tonen=SCORE_TONEN, required=False
        )
        fields[f"leefgebieden.{code}.{wie}.woorden"] = forms.CharField(
            label=f"Toelichting {label}",
            required=False,
            max_length=LONGEST,
            widget=forms.Textarea(attrs={"rows": 1, "class": "hs-groeit"}),
        )
    return fields


@dataclass(frozen=True)
class Rij:
    """One question as it is drawn, with what was answered the previous time."""

    code: str
    veld: BoundField
    icoon: str = ""
    woorden: BoundField | None = None
    vorige: str = ""
    vorige_keuze: str = ""
    vorige_woorden: str = ""
    pad: str = ""


@dataclass(frozen=True)
class Blok:
    """A question with its rows: one, or one for each leefgebied."""

    vraag: Vraag
    rijen: list[Rij]


@dataclass(frozen=True)
class Deel:
    """A section as it is drawn."""

    code: str
    titel: str
    laag: str
    blokken: list[Blok] = field(default_factory=list)


class UitvraagForm(forms.Form):
    """The questions of a version, with what is answered and what was answered before."""

    def __init__(
        self,
        data: Any = None,
        *,
        versie: VragenlijstVersie,
        gebieden: Mapping[str, str],
        antwoorden: Plat | None = None,
        vorige: Plat | None = None,
        lagen: Collection[str] = ALLE_LAGEN,
        wie: str = HUISHOUDEN,
        **kwargs: Any,
    ) -> None:
        super().__init__(data, initial=antwoorden or {}, **kwargs)
        self.versie, self.lagen, self.wie = versie, lagen, wie
        self.vorige = vorige or {}
        self.fields |= fields_of(versie.inhoud, gebieden=gebieden, lagen=lagen, wie=wie)

    def answers(self) -> Plat:
        """What was filled in, flat, after `is_valid`."""
        return {path: self.cleaned_data[path] or "" for path in self.fields}

    def delen(self) -> list[Deel]:
        """The sections to draw, in order; of one person only those about leefgebieden."""
        found = []
        for section in sections_of(self.versie.inhoud):
            if section.laag not in self.lagen:
                continue
            blocks = [Blok(vraag, self._rows(vraag)) for vraag in section.vragen]
            drawn = [block for block in blocks if block.rijen]
            if drawn:
                found.append(Deel(section.code, section.titel, section.laag, drawn))
        return found

    def kern(self) -> list[Deel]:
        """The sections that are asked everywhere."""
        return [deel for deel in self.delen() if deel.laag == Laag.KERN]

    def verdieping(self) -> list[Deel]:
        """The sections that are mostly asked at the visit."""
        return [deel for deel in self.delen() if deel.laag == Laag.VERDIEPING]

    def _rows(self, vraag: Vraag) -> list[Rij]:
        if vraag.gebieden:
            return [self._gebied(code) for code in vraag.gebieden]
        path = f"vragen.{vraag.code}"
        if path not in self.fields:
            return []
        before = self.vorige.get(path, "")
        said = next((o.label for o in vraag.mogelijk if o.code == before), before)
        choice = before if vraag.mogelijk else ""
        words = "" if vraag.mogelijk else before
        return [Rij(vraag.code, self[path], "", None, said, choice, words, path)]

    def _gebied(self, code: str) -> Rij:
        path = f"leefgebieden.{code}.{self.wie}"
        score = self.vorige.get(f"{path}.score", "")
        words = self.vorige.get(f"{path}.woorden", "")
        label = Score(score).label if score in Score.values else ""
        return Rij(
            code=code,
            veld=self[f"{path}.score"],
            icoon=ICONEN.get(code, "home"),
            woorden=self[f"{path}.woorden"],
            vorige=". ".join(part for part in (label, words) if part),
            vorige_keuze=score,
            vorige_woorden=words,
            pad=path,
        )


class BeginForm(forms.Form):
    """Of whom an uitvraag is, and where it is asked."""

    kanaal = forms.ChoiceField(label="Waar vraagt u het?")
    huisbezoek = forms.UUIDField(required=False, widget=forms.HiddenInput)
    melding = forms.UUIDField(required=False, widget=forms.HiddenInput)
    contact = forms.UUIDField(required=False, widget=forms.HiddenInput)
    huishouden = forms.UUIDField(required=False, widget=forms.HiddenInput)
    vragenlijst = forms.SlugField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, kanalen: Iterable[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices: Sequence[tuple[str, str]] = list(kanalen)
        self.fields["kanaal"].choices = choices  # type: ignore[attr-defined]
