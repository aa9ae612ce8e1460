"""What the search page of the sociale kaart keeps as it was drawn, the same for everybody.

Drawing the form and twenty cards took longer than searching. A card is drawn once for each
version of a provision, the page around the hits once for each choice of filters. The words
somebody typed, and the reasons with them, are in neither: they are put in their place for
that one answer.
"""

import copy
import re
import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple
from urllib.parse import quote_plus

from django.core.exceptions import ValidationError
from django.core.paginator import Page
from django.http import HttpRequest, QueryDict
from django.template.loader import render_to_string
from django.utils.html import conditional_escape, format_html_join
from django.utils.safestring import SafeString, mark_safe

from hengelo_sociaal.web import opmaak
from hengelo_sociaal.web.context import Schil
from hengelo_sociaal.web.formulieren import chosen_in_words
from voorzieningen.antwoorden import Laatste
from voorzieningen.forms import KaartForm
from voorzieningen.queries.nummers import Versie
from voorzieningen.queries.redenen import Treffer
from voorzieningen.views.gemeen import page_number

# Nobody can type these: they are made anew by every process.
_TEKST, _IN_ADRES, _TREFFERS, _REDENEN, _KOP = (
    mark_safe(f"{naam}{uuid.uuid4().hex}")  # noqa: S308  letters
    for naam in ("tekst", "adres", "treffers", "redenen", "kop")
)
_OPEN = re.compile(f"({'|'.join((_TEKST, _IN_ADRES, _TREFFERS, _KOP))})")
_FILTERS = tuple(name for name in KaartForm.base_fields if name != "tekst")
_KAARTEN: Laatste[Versie, tuple[str, str]] = Laatste(500)
_GEKOZEN: Laatste[tuple[int, tuple[str, ...]], "_Keuze"] = Laatste(200)
_BLADZIJDEN: Laatste[tuple[Any, ...], list[str]] = Laatste(200)


class Adres(NamedTuple):
    """What an address of the search page asks for; whatever else is in it, asks for nothing.

    Pages are kept by this and links are made of this. So an address with more in it, or with
    something in it twice, leaves nothing behind for whoever asks the same.
    """

    getypt: str
    gekozen: tuple[str, ...]
    bladzijde: int
    op_papier: bool

    @classmethod
    def read(cls, request: HttpRequest) -> "Adres":
        """Of what was given twice the last one counts, as in a form."""
        given = request.GET
        chosen = tuple(given.get(name, "") for name in _FILTERS)
        return cls(given.get("tekst", ""), chosen, page_number(request), "alles" in given)

    def query(self, getypt: str) -> QueryDict:
        """The same again with other words typed, to fill in a form or to make links of."""
        filled = {"tekst": getypt, **dict(zip(_FILTERS, self.gekozen, strict=True))}
        if self.op_papier:
            filled["alles"] = "1"
        made = QueryDict(mutable=True)
        made.update({name: value for name, value in filled.items() if value})
        return made


Woorden = tuple[tuple[str, str], ...]


class _Keuze(NamedTuple):
    """What chosen filters mean, as a question to the catalogue and in words."""

    vraag: dict[str, Any]
    woorden: Woorden


@dataclass(frozen=True)
class Gevraagd:
    """What was asked for as it came, and what it means: codes, text and age.

    `woorden` says the chosen filters as they are read. With the form only when something in
    it was not filled in well, to say so. What filters mean is the same in a `grondslag`: as
    long as nothing but provisions changed.
    """

    grondslag: int
    adres: Adres
    vraag: Mapping[str, Any]
    woorden: Woorden = ()
    form: KaartForm | None = None

    @property
    def alles(self) -> bool:
        """Whether nothing was asked for; no years old is an age."""
        return all(value in {None, ""} for value in self.vraag.values())

    @classmethod
    def read(cls, adres: Adres, grondslag: int) -> "Gevraagd":
        """What an address means."""
        known = _GEKOZEN.get((grondslag, adres.gekozen))
        try:
            text = KaartForm.base_fields["tekst"].clean(adres.getypt)
        except ValidationError:
            known = None
        if known is None:
            form = KaartForm(adres.query(adres.getypt))
            meant = form.vraag()
            text = meant.pop("tekst")
            known = _Keuze(meant, tuple(chosen_in_words(form, but=("tekst",))))
            if form.errors:
                return cls(grondslag, adres, {**meant, "tekst": text}, known.woorden, form)
            _GEKOZEN.keep((grondslag, adres.gekozen), known)
        return cls(grondslag, adres, {**known.vraag, "tekst": text}, known.woorden)

    def in_woorden(self, getypt: str) -> Woorden:
        """All that was asked, label by label, with `getypt` for the words somebody typed."""
        label = str(KaartForm.base_fields["tekst"].label)
        return ((label, getypt), *self.woorden) if self.vraag["tekst"] else self.woorden


def cards(hits: Iterable[Treffer]) -> SafeString:
    """The cards of a page of hits, each with its reasons; many have the same ones."""
    drawn: list[str] = []
    listed: dict[tuple[str, ...], str] = {}
    for hit in hits:
        reasons = tuple(hit.redenen)
        if reasons not in listed:
            listed[reasons] = format_html_join("", "<li>{}</li>", ([one] for one in reasons))
        before, after = _card(hit)
        drawn += [before, listed[reasons], after]
    return mark_safe("".join(drawn))  # noqa: S308  a template and escaped reasons


def _card(hit: Treffer) -> tuple[str, str]:
    """What stands on the card of a provision before and after the reasons of a question."""
    drawn = _KAARTEN.get(hit.versie) if hit.versie else None
    if drawn is None:
        context = {"v": hit.voorziening, "redenen": _REDENEN}
        text = render_to_string("voorzieningen/openbaar/_kaart_inhoud.html", context)
        before, after = text.split(_REDENEN)
        drawn = before, after
        if hit.versie:
            _KAARTEN.keep(hit.versie, drawn)
    return drawn


def hits(
    request: HttpRequest, gevraagd: Gevraagd, kaartjes: SafeString, pagina: Page[Any]
) -> SafeString:
    """The cards with what stands around them: how many there are, and the way to the others."""
    total = pagina.paginator.count
    found = opmaak.getal(total) + (" voorziening" if total == 1 else " voorzieningen")
    adres = gevraagd.adres
    values: dict[str, str] = {
        _IN_ADRES: quote_plus(adres.getypt),
        _TEKST: conditional_escape(adres.getypt),
        _TREFFERS: kaartjes,
        _KOP: "Alles wat er is" if gevraagd.alles else f"{found} gevonden",
    }
    numbers = pagina.number, pagina.paginator.num_pages
    asked = gevraagd.in_woorden(_TEKST)
    place = ("treffers", adres.gekozen, asked, adres.op_papier, bool(adres.getypt), *numbers)
    known = _BLADZIJDEN.get(place)
    if known is None:
        known = _OPEN.split(_open_hits(request, adres, pagina, asked))
        _BLADZIJDEN.keep(place, known)
    return _filled(known, values)


def _open_hits(
    request: HttpRequest, adres: Adres, pagina: Page[Any], gekozen: Woorden
) -> SafeString:
    """What stands around the cards, with everything of this question left open."""
    asked = copy.copy(request)
    asked.GET = adres.query(_IN_ADRES if adres.getypt else "")  # type: ignore[assignment]
    open_parts = {"kaartjes": _TREFFERS, "kop": _KOP}
    context = {"request": asked, "pagina": pagina, "gekozen": gekozen, **open_parts}
    return render_to_string("voorzieningen/openbaar/_kaart_treffers.html", context)


def around(request: HttpRequest, gevraagd: Gevraagd, treffers: SafeString) -> SafeString:
    """The whole page with these hits in it; only a form that was filled in well is kept."""
    if gevraagd.form:
        return _page(request, gevraagd.form, treffers)
    typed = gevraagd.adres.getypt
    place = ("pagina", gevraagd.grondslag, gevraagd.adres.gekozen, bool(typed))
    known = _BLADZIJDEN.get(place)
    if known is None:
        form = KaartForm(gevraagd.adres.query(_TEKST if typed else ""))
        known = _OPEN.split(_page(request, form, _TREFFERS))
        _BLADZIJDEN.keep(place, known)
    return _filled(known, {_TEKST: conditional_escape(typed), _TREFFERS: treffers})


def _filled(drawn: list[str], values: Mapping[str, str]) -> SafeString:
    """A page with what was left open put in: every other part says what."""
    parts = drawn.copy()
    parts[1::2] = [values[name] for name in drawn[1::2]]
    return mark_safe("".join(parts))  # noqa: S308  a template and what was escaped


def _page(request: HttpRequest, form: KaartForm, treffers: SafeString) -> SafeString:
    """The page as the template draws it; the form says by itself what was asked for."""
    context = {"schil": Schil(request), "request": request, "form": form, "treffers": treffers}
    return render_to_string("voorzieningen/openbaar/kaart.html", context)
