"""Template tags of the house; known in every template without `{% load %}`."""

import datetime as dt
import uuid
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from typing import Any

from django import template
from django.core.paginator import Page, Paginator
from django.forms import BaseForm, BoundField, CheckboxInput
from django.forms.utils import flatatt
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.utils.html import conditional_escape, escape, format_html
from django.utils.safestring import SafeString, mark_safe

from hengelo_sociaal.kern.tijd import vandaag
from hengelo_sociaal.termijnen.rekenen.werkdagen import Stoplicht, stoplicht
from hengelo_sociaal.web import iconen, opmaak
from hengelo_sociaal.web.formulieren.gekozen import chosen_in_words
from hengelo_sociaal.web.grafieken.basis import Grafiek
from hengelo_sociaal.web.htmx import FORMULIERSLEUTEL
from hengelo_sociaal.web.panelen import Blokken, Plek, draw_panels

register = template.Library()

TONEN = {
    "": "",
    "neutraal": "",
    "goed": "circle-check",
    "let": "alert-triangle",
    "fout": "circle-x",
    "info": "",
}
_ADRES = f"adres{uuid.uuid4().hex}"  # nobody can type it: it is made anew by every process
TOON_VAN_STOPLICHT = {Stoplicht.RUIM: "", Stoplicht.BIJNA: "let", Stoplicht.TE_LAAT: "fout"}

for _filter in (
    opmaak.datum,
    opmaak.dagdatum,
    opmaak.datumkort,
    opmaak.tijd,
    opmaak.tijdstip,
    opmaak.periode,
    opmaak.geldduizend,
    opmaak.bsn_masker,
    opmaak.kleine_letter,
    opmaak.passend,
):
    register.filter(_filter.__name__, _filter)


@register.filter
def geld(centen: int | str | None, decimalen: int = 2) -> str:
    """Euro cents as € 1.234,56; `|geld:0` in whole euros."""
    return opmaak.geld(None if isinstance(centen, str) else centen, decimalen)


@register.filter
def getal(waarde: opmaak.Getal | str | None, decimalen: int = 0) -> str:
    """1.234 or, with `|getal:1`, 1.234,5."""
    return opmaak.getal(None if isinstance(waarde, str) else waarde, decimalen)


@register.filter
def percentage(waarde: opmaak.Getal | str | None, decimalen: int = 0) -> str:
    """87% of a value in per cents."""
    return opmaak.percentage(None if isinstance(waarde, str) else waarde, decimalen)


@register.filter
def verschil(waarde: opmaak.Getal | str | None, decimalen: int = 0) -> str:
    """A change with its sign: +2 or −1."""
    return opmaak.verschil(None if isinstance(waarde, str) else waarde, decimalen)


@register.filter
def leeftijd(geboortedatum: dt.date | None, op: dt.date | None = None) -> str:
    """40 jaar, today or on the day given."""
    return opmaak.leeftijd(geboortedatum, op or vandaag())


@register.filter
def aantal(waarde: int, woorden: str) -> str:
    """`{{ n|aantal:"persoon,personen" }}`: 1 persoon, 4 personen."""
    one, more = woorden.split(",")
    return f"{opmaak.getal(waarde)} {one if waarde == 1 else more}"


@cache
def _sprite() -> str:
    return static("dist/iconen.svg")


@register.simple_tag
@cache
def icoon(naam: str) -> SafeString:
    """An icon beside words; never alone, so it is hidden from screen readers."""
    if naam not in iconen.namen():
        raise template.TemplateSyntaxError(f"iconen.json has no icon {naam}")
    return format_html(
        '<svg class="hs-icoon" aria-hidden="true" focusable="false" width="20" height="20">'
        '<use href="{}#{}"></use></svg>',
        _sprite(),
        naam,
    )


@register.simple_tag
def badge(woorden: str, toon: str = "", icoon_naam: str = "") -> SafeString:
    """A state in words. `toon`: goed, let, fout, info or nothing; colour only repeats it."""
    if toon not in TONEN:
        raise template.TemplateSyntaxError(f"{toon} is no tone: choose from {', '.join(TONEN)}")
    name = icoon_naam or TONEN[toon]
    return format_html(
        '<span class="hs-badge{}">{}{}</span>',
        f" hs-badge--{toon}" if toon not in {"", "neutraal"} else "",
        icoon(name) if name else "",
        woorden,
    )


@register.simple_tag
def avatar(naam: str) -> SafeString:
    """The initials of somebody whose name stands beside it."""
    return format_html(
        '<span class="hs-bol" aria-hidden="true">{}</span>', opmaak.initialen(str(naam))
    )


@register.simple_tag
def dagblok(dag: dt.date, toon: str = "") -> SafeString:
    """The small block with a day: 27 nov."""
    return format_html(
        '<span class="hs-dag{}"><span class="hs-vh">{}</span>'
        '<span aria-hidden="true">{}<small>{}</small></span></span>',
        f" hs-dag--{toon}" if toon else "",
        opmaak.datum(dag),
        dag.day,
        opmaak.MAANDEN_KORT[dag.month - 1],
    )


@register.inclusion_tag("web/_termijn.html")
def termijn(
    einddatum: dt.date,
    titel: str,
    toelichting: str = "",
    gehaald: bool = False,
    op: dt.date | None = None,
    over: str = "",
    stil: bool = False,
) -> dict[str, Any]:
    """A term with its day and what is left; red when too late, amber in the last five working days.

    `over` says what is left in the term's own unit, such as "nog 3 werkdagen"; without it
    whole days are counted. `stil` is a term nobody waits for: no colour, and no counting.
    """
    today = op or vandaag()
    toon = "goed" if gehaald else "" if stil else TOON_VAN_STOPLICHT[stoplicht(einddatum, today)]
    words = "gehaald" if gehaald else over or ("" if stil else opmaak.resterend(einddatum, today))
    return {
        "einddatum": einddatum,
        "titel": titel,
        "toelichting": toelichting,
        "toon": toon,
        "woorden": words,
    }


@register.simple_block_tag(end_name="eindkaart")
def kaart(
    content: str, titel: str, icoon_naam: str = "", rechts: str = "", klasse: str = "", id: str = ""
) -> SafeString:
    """A card with a heading: `{% kaart "Plan en regie" %}...{% eindkaart %}`."""
    return format_html(
        '<section class="hs-kaart {}"{}><div class="hs-kaart-kop"><h2>{}{}</h2>{}</div>'
        "{}</section>",
        klasse,
        format_html(' id="{}"', id) if id else "",
        icoon(icoon_naam) if icoon_naam else "",
        titel,
        format_html('<span class="hs-rechts">{}</span>', rechts) if rechts else "",
        content,
    )


@register.inclusion_tag("web/_kruimels.html")
def kruimels(*delen: str) -> dict[str, Any]:
    """The breadcrumb: label, address, label, address, ..., and the label of this page last."""
    *steps, here = delen
    return {"stappen": list(zip(steps[::2], steps[1::2], strict=True)), "hier": here}


@register.simple_tag(takes_context=True)
def paginering(context: template.Context, pagina: Page[Any]) -> str:
    """The pages of a list; the filters in the address stay."""
    filters = querystring_met(context, pagina=None)
    address = filters if filters == "?" else f"{filters}&"
    drawn = _pages(pagina.number, pagina.paginator.num_pages)
    return mark_safe(drawn.replace(_ADRES, escape(address)))  # noqa: S308  a template


@lru_cache(maxsize=500)
def _pages(number: int, pages: int) -> str:
    """The links to so many pages on one of them, drawn once; whose list it is, is not in it yet."""
    page = Paginator(range(pages), 1).page(number)
    numbers = page.paginator.get_elided_page_range(number, on_each_side=1, on_ends=1)
    shown = {"pagina": page, "nummers": list(numbers), "adres": _ADRES}
    return render_to_string("web/_paginering.html", shown)


@register.simple_tag(takes_context=True)
def querystring_met(context: template.Context, **wijzigingen: Any) -> str:
    """The filters of this page with some changed; None or empty takes one away."""
    query = context["request"].GET.copy()
    for key, value in wijzigingen.items():
        if value in {None, ""}:
            query.pop(key, None)
        else:
            query[key] = value
    return f"?{query.urlencode()}"


@register.inclusion_tag("web/_sorteerkop.html", takes_context=True)
def sorteerkop(
    context: template.Context, label: str, veld: str, klasse: str = "", standaard: str = ""
) -> dict[str, Any]:
    """A table head that sorts: first up, then down; `?sorteer=veld` or `-veld`."""
    chosen = context["request"].GET.get("sorteer", standaard)
    direction = {veld: "ascending", f"-{veld}": "descending"}.get(chosen, "")
    following = f"-{veld}" if direction == "ascending" else veld
    return {
        "label": label,
        "klasse": klasse,
        "richting": direction,
        "adres": querystring_met(context, sorteer=following, pagina=None),
    }


@register.simple_tag
def opties(groepen: Iterable[tuple[str | None, list[dict[str, Any]], int]]) -> SafeString:
    """The options of a select; a template for each of a hundred was most of some pages."""
    parts = []
    for naam, keuzes, _ in groepen:
        inside = "".join(_optie(keuze) for keuze in keuzes)
        if naam:
            label = conditional_escape(naam)
            inside = f'<optgroup label="{label}">{inside}</optgroup>'
        parts.append(inside)
    return SafeString("".join(parts))  # every part was escaped just before


def _optie(keuze: dict[str, Any]) -> str:
    attrs = flatatt(keuze["attrs"]) if keuze["attrs"] else ""
    value, label = conditional_escape(str(keuze["value"])), conditional_escape(keuze["label"])
    return f'<option value="{value}"{attrs}>{label}</option>'


@register.simple_tag
def veld(field: BoundField, klasse: str = "", label: str = "") -> SafeString:
    """One field with label, help and error; `klasse` places it in the grid of `hs-velden`."""
    renderer = field.form.renderer
    parts = {"field": field, "klasse": klasse, "eigen_label": label}
    return SafeString(renderer.render(renderer.field_template_name, parts))


@register.inclusion_tag("web/_gekozen.html")
def gekozen(form: BaseForm) -> dict[str, Any]:
    """What was chosen in the filters of a list, in words on paper only: `{% gekozen form %}`.

    It stands in the fragment with the list, so that both are about the same choice.
    """
    return {"gekozen": chosen_in_words(form)}


@register.inclusion_tag("web/formulier/_fouten.html")
def foutsamenvatting(*formulieren: BaseForm | Sequence[BaseForm]) -> dict[str, Any]:
    """What is wrong in a form, or in a list of forms, on top, with links to the fields."""
    flat: list[BaseForm] = []
    for given in formulieren:
        flat += [given] if isinstance(given, BaseForm) else given
    return {"formulieren": [form for form in flat if form.errors]}


@register.simple_tag(takes_context=True)
def formuliersleutel(context: template.Context) -> SafeString:
    """The one-time key of a form; a form that comes back refused keeps its key."""
    request = context.get("request")
    given = request.POST.get(FORMULIERSLEUTEL, "") if request else ""
    try:
        key = uuid.UUID(given)
    except ValueError:
        key = uuid.uuid4()
    return format_html('<input type="hidden" name="{}" value="{}">', FORMULIERSLEUTEL, key)


@register.simple_tag(takes_context=True)
def panelen(context: template.Context, plek: str, onderwerp: Any = None) -> Blokken:
    """The panels of a place that who looks may see: `{% panelen "dossier" huishouden %}`.

    With `as blokken` the page can loop over them and say something when there are none. The
    view of a page about nobody in particular draws them itself, to log whom they show.
    """
    return draw_panels(Plek(plek), context["request"], onderwerp).blokken


@register.inclusion_tag("web/grafieken/_figuur.html")
def grafiek(chart: Grafiek) -> dict[str, Any]:
    """A chart with its finding above and its figures as a table below."""
    return {"grafiek": chart, "tabel": chart.tabel()}


@register.filter
def markeer(tekst: str, gezocht: str) -> SafeString:
    """`tekst` with what was searched for marked in it."""
    at = tekst.lower().find(gezocht.lower()) if gezocht else -1
    if at < 0:
        return format_html("{}", tekst)
    end = at + len(gezocht)
    return format_html("{}<mark>{}</mark>{}", tekst[:at], tekst[at:end], tekst[end:])


@register.filter
def anker(field: BoundField) -> str:
    """The id that a link to a field jumps to: its first option when it is a group."""
    return f"{field.auto_id}_0" if field.use_fieldset else field.id_for_label


@register.filter
def is_vinkje(field: BoundField) -> bool:
    """Whether a field is one checkbox, whose label stands behind it."""
    return isinstance(field.field.widget, CheckboxInput)


@register.filter
def als_lijst(waarde: object) -> list[object]:
    """One thing as a list of one, for a template that takes a list."""
    return [waarde]
