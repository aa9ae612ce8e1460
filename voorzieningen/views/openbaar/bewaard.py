"""What the search page of the sociale kaart keeps as it was drawn, the same for everybody.

Drawing the form and twenty cards took longer than searching. A card is drawn once for each
version of a provision, the page around the hits once for each choice of filters. The words
somebody typed, and the reasons with them, are in neither: they are put in their place for
that one answer.
"""

import uuid
from collections.abc import Iterable

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.html import conditional_escape, format_html_join
from django.utils.safestring import SafeString, mark_safe

from hengelo_sociaal.web.context import Schil
from voorzieningen.antwoorden import Antwoorden, Laatste
from voorzieningen.forms import KaartForm
from voorzieningen.queries.nummers import Versie
from voorzieningen.queries.redenen import Treffer
from voorzieningen.queries.stand import Stand

# Nobody can type these: they are made anew by every process.
_TEKST, _TREFFERS, _REDENEN = (
    mark_safe(f"{naam}{uuid.uuid4().hex}")  # noqa: S308  letters
    for naam in ("tekst", "treffers", "redenen")
)
_KAARTEN: Laatste[Versie, tuple[str, str]] = Laatste(500)
_PAGINAS: Antwoorden[str] = Antwoorden(meeste=50)


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


def around(request: HttpRequest, form: KaartForm, treffers: SafeString, stand: Stand) -> str:
    """The whole page with these hits in it; only a form that was filled in well is kept."""
    if not form.is_valid():
        return _page(request, form, treffers)
    chosen = tuple(form[name].value() for name in form.fields if name != "tekst")
    typed = form["tekst"].value() or ""
    asked = (chosen, bool(typed))
    drawn = _PAGINAS.find(asked, stand)
    if drawn is None:
        given = request.GET.copy()
        given["tekst"] = _TEKST if typed else ""
        drawn = _page(request, KaartForm(given), _TREFFERS)
        _PAGINAS.keep(asked, stand, drawn)
    before, after = drawn.split(_TREFFERS)
    words = conditional_escape(typed)
    return "".join((before.replace(_TEKST, words), treffers, after))


def _page(request: HttpRequest, form: KaartForm, treffers: SafeString) -> str:
    """The page as the template draws it; the form says by itself what was asked for."""
    context = {"schil": Schil(request), "request": request, "form": form, "treffers": treffers}
    return render_to_string("voorzieningen/openbaar/kaart.html", context)
