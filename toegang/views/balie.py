"""The contact desk: search, question, outcome, save; one page, keyboard first (scherm.md)."""

import datetime as dt
import uuid
from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from hengelo_sociaal.kern.fouten import DomeinFout
from hengelo_sociaal.kern.tijd import dag_van, nu
from hengelo_sociaal.logboek.domain import WERKLIJST, log_list
from hengelo_sociaal.medewerkers.poort import vereist, wie
from hengelo_sociaal.web.htmx import lees_formuliersleutel
from hengelo_sociaal.web.opmaak import tijd
from hengelo_sociaal.web.parameters import as_uuid
from toegang.domain.balie import Registratie, register_at_counter, terms_of_question
from toegang.domain.concept import drop_concept, find_concept, save_concept
from toegang.domain.contact import ContactGegevens
from toegang.domain.inzien import look_at_summary, summary_of
from toegang.domain.wijzigen import may_change
from toegang.forms.contact import (
    ContactForm,
    GenoemdForm,
    SprekerForm,
    VragenFormSet,
    chosen_kind,
    refuse,
    typed_rows,
    with_one_more,
)
from toegang.forms.terugbellen import TerugbelForm
from toegang.forms.uitvraag import UitvraagForm
from toegang.queries.balie import LAST, Samenvatting, is_registered, latest_of, suggestions
from toegang.queries.terugbellen import answers_to, open_requests
from toegang.queries.zicht import own_vindplaatsen
from toegang.rechten import CONTACT_SCHRIJVEN, HUISHOUDEN_SCHRIJVEN, PERSONEN_ZOEKEN
from toegang.views.kernvragen import core_questions
from toegang.views.zoeken import find_people

SCHERM = "contact"
SPREEKUUR = "spreekuur"  # how a vindplaats mostly speaks people
UITVRAAG = "uitvraag"  # a hidden field: the core questions are on the page
STANDAARD = {"vindplaats": "zorgloket", "kanaal": "telefoon", "namens": "zelf"}
NOT_TYPED = ("csrfmiddlewaretoken", "formuliersleutel", "actie", "q", "wie-bsn")


@vereist(CONTACT_SCHRIJVEN)
@require_http_methods(["GET", "POST"])
def nieuw(request: HttpRequest) -> HttpResponse:
    """One contact with its questions; GET restores the draft and takes a chosen resident.

    An empty `inwoner` in the address means: anonymous after all. Who works at no vindplaats
    gets no form that could not be saved.
    """
    if request.method == "POST":
        action = ACTIES.get(request.POST.get("actie", ""), _save)
        return action(request)
    if not _may_search(request) and not _own(request):
        return render(request, "toegang/zonder_vindplaats.html")
    draft = find_concept(by=wie(request), scherm=SCHERM)
    data = QueryDict(draft.inhoud["velden"], mutable=True) if draft else None
    named = request.GET.get("inwoner", data.get("inwoner") if data else None)
    form, vragen = _forms(request, data)
    return _show(
        request,
        form,
        vragen,
        chosen=as_uuid(named),
        typed=data,
        bewaard_op=draft.bewaard_op if draft else None,
    )


def _save(request: HttpRequest) -> HttpResponse:
    form = ContactForm(request.POST, vindplaatsen=_own(request))
    vragen = VragenFormSet(request.POST)
    genoemd = None if _may_search(request) else GenoemdForm(request.POST)
    call = TerugbelForm(request.POST) if _may_search(request) else None
    told = core_questions(request.POST) if UITVRAAG in request.POST else None
    right = [one.is_valid() for one in (form, vragen, genoemd, call, told) if one is not None]
    if all(right):
        try:
            return _register(request, form, vragen, genoemd=genoemd, call=call, told=told)
        except DomeinFout as refusal:
            refuse(form, vragen, refusal, genoemd)
    extra: dict[str, Any] = {"terugbellen": call, "uitvraag": told}
    chosen = as_uuid(request.POST.get("inwoner"))
    return _show(request, form, vragen, chosen=chosen, genoemd=genoemd, status=422, **extra)


def _register(
    request: HttpRequest,
    form: ContactForm,
    vragen: Any,
    *,
    genoemd: GenoemdForm | None,
    call: TerugbelForm | None,
    told: UitvraagForm | None,
) -> HttpResponse:
    moment, values = nu(), form.cleaned_data
    registered = register_at_counter(
        by=wie(request),
        gegevens=ContactGegevens(
            kanaal=values["kanaal"],
            vindplaats=values["vindplaats"],
            namens=values["namens"],
            samenvatting=values["samenvatting"],
            plaatsgevonden_op=moment,
            inwoner_id=values["inwoner"] if genoemd is None else None,
            huishouden_id=values["huishouden"] if genoemd is None else None,
            genoemd=genoemd.genoemd() if genoemd else None,
            vertegenwoordiger_id=values["vertegenwoordiger"] if genoemd is None else None,
            vragen=vragen.questions(),
        ),
        at=moment,
        sleutel=lees_formuliersleutel(request),
        terugbellen=call.gegevens(values["inwoner"]) if call else None,
        antwoorden=told.answers() if told else None,
    )
    drop_concept(by=wie(request), scherm=SCHERM)
    request.session["kanaal"] = values["kanaal"]
    messages.success(request, _thanks(registered))
    if registered.meldingen:
        return redirect("melding", registered.meldingen[0].pk)
    return redirect("contact-nieuw")


def _thanks(registered: Registratie) -> str:
    """What was saved, with the way to each melding when there are more than the one shown."""
    made, also = registered.meldingen, ""
    if len(made) > 1:
        links = ((reverse("melding", args=[one.pk]), one.nummer, one.wet.label) for one in made)
        also = format_html_join(", ", '<a href="{}">{}</a> ({})', links)
        also = format_html("De meldingen: {}. ", also)
    return format_html(
        '{} om {}. {}<a href="{}">Bekijken of intrekken</a>',
        _saved(len(made)),
        tijd(nu()),
        also,
        reverse("contact", args=[registered.contact.pk]),
    )


def _saved(meldingen: int) -> str:
    if not meldingen:
        return "Contact opgeslagen"
    return f"Contact en {'melding' if meldingen == 1 else f'{meldingen} meldingen'} opgeslagen"


def _drop(request: HttpRequest) -> HttpResponse:
    """Start again with an empty page."""
    drop_concept(by=wie(request), scherm=SCHERM)
    return redirect("contact-nieuw")


def _another_question(request: HttpRequest) -> HttpResponse:
    """The same page with an empty question below, everything else as it was typed."""
    form, vragen = _forms(request, with_one_more(request.POST))
    chosen = as_uuid(request.POST.get("inwoner"))
    return _show(request, form, vragen, chosen=chosen, nieuwe_vraag=True, typed=request.POST)


def _ask_more(request: HttpRequest) -> HttpResponse:
    """The same page with the core questions below, everything else as it was typed."""
    form, vragen = _forms(request, request.POST)
    typed = request.POST.copy()
    typed[UITVRAAG] = "1"
    chosen = as_uuid(request.POST.get("inwoner"))
    return _show(request, form, vragen, chosen=chosen, begin_uitvraag=True, typed=typed)


def _search(request: HttpRequest) -> HttpResponse:
    """Search without JavaScript; what was typed waits in the draft until somebody is chosen."""
    _keep(request, at=nu())
    form, vragen = _forms(request, request.POST)
    found = find_people(request, in_form=True) | {"typed": request.POST}
    return _show(request, form, vragen, chosen=as_uuid(request.POST.get("inwoner")), **found)


def _new_resident(request: HttpRequest) -> HttpResponse:
    """To the page for somebody who is not there yet; what was typed waits in the draft."""
    _keep(request, at=nu())
    return redirect("inwoner-nieuw")


ACTIES: dict[str, Callable[[HttpRequest], HttpResponse]] = {
    "meer": _another_question,
    "uitvraag": _ask_more,
    "zoeken": _search,
    "nieuwe-inwoner": _new_resident,
    "wissen": _drop,
}


@vereist(CONTACT_SCHRIJVEN)
@require_POST
def concept(request: HttpRequest) -> HttpResponse:
    """Keeps what was typed so far, so that a closed tab loses nothing."""
    moment = nu()
    key = lees_formuliersleutel(request)
    if key is not None and is_registered(by=wie(request), sleutel=key):
        return HttpResponse("Dit contact is opgeslagen")
    _keep(request, at=moment)
    return HttpResponse(f"Concept bewaard om {tijd(moment)}")


def _keep(request: HttpRequest, *, at: dt.datetime) -> None:
    kept = request.POST.copy()
    for name in NOT_TYPED:
        kept.pop(name, None)
    save_concept(by=wie(request), scherm=SCHERM, inhoud={"velden": kept.urlencode()}, at=at)


@vereist(CONTACT_SCHRIJVEN)
@require_GET
def hulp(request: HttpRequest) -> HttpResponse:
    """What is there already for this kind of question, and which terms a melding would start."""
    chosen, found = as_uuid(request.GET.get("inwoner")), None
    if chosen is not None and _may_search(request):
        found = summary_of(by=wie(request), inwoner_id=chosen, op=dag_van(nu()))
    return render(request, "toegang/_hulp.html", _help(chosen_kind(request.GET), found))


@vereist(HUISHOUDEN_SCHRIJVEN)
@require_GET
def kies(request: HttpRequest) -> HttpResponse:
    """The chosen resident beside the question, or nobody; the help follows."""
    found = _summary(request, as_uuid(request.GET.get("inwoner")))
    context = {
        "samenvatting": found,
        "spreker": _speakers(found),
        "ook_hulp": True,
        "mag_bewoner": _may_add_to(request, found),
        "mag_zoeken": _may_search(request),
        **_help(chosen_kind(request.GET), found),
    }
    return render(request, "toegang/_gekozen.html", context)


def _may_add_to(request: HttpRequest, found: Samenvatting | None) -> bool:
    """Whether this worker may enter one more resident into the household that was chosen."""
    if found is None or found.huishouden is None:
        return False
    return may_change(wie(request), found.huishouden.pk, op=dag_van(nu()))


def _own(request: HttpRequest) -> list[str]:
    return list(own_vindplaatsen(wie(request), op=dag_van(nu())))


def _forms(request: HttpRequest, data: QueryDict | None) -> tuple[ContactForm, Any]:
    """Empty forms with the usual answers, or what was typed before, without complaints."""
    own = _own(request)
    channel = SPREEKUUR if own else STANDAARD["kanaal"]
    usual = STANDAARD | {"kanaal": request.session.get("kanaal", channel)}
    initial = usual | ({"vindplaats": own[0]} if own else {})
    if data is None:
        return ContactForm(initial=initial, vindplaatsen=own), VragenFormSet()
    typed = {name: data[name] for name in ContactForm.base_fields if name in data}
    rows = typed_rows(VragenFormSet(data))
    form = ContactForm(initial=initial | typed, vindplaatsen=own)
    return form, VragenFormSet(initial=rows or None)


def _show(
    request: HttpRequest,
    form: ContactForm,
    vragen: Any,
    *,
    chosen: uuid.UUID | None,
    genoemd: GenoemdForm | None = None,
    status: int = 200,
    typed: QueryDict | None = None,
    **extra: Any,
) -> HttpResponse:
    found = _summary(request, chosen)
    context = {
        "terugbellen": _call_form(request, typed),
        "uitvraag": core_questions(known=typed) if typed and UITVRAAG in typed else None,
        "spreker": _speakers(found, form["vertegenwoordiger"].value()),
        **_beside(request, found),
        "form": form,
        "wie": genoemd or _named_before(request),
        "vragen": vragen,
        "vragen_fouten": vragen.forms,
        "samenvatting": found,
        "mag_bewoner": _may_add_to(request, found),
        "nu": nu(),
        "mag_zoeken": _may_search(request),
        "vindplaats_naam": form.vindplaats_naam(),
        **_help(vragen.last_kind(), found),
        **extra,
    }
    return render(request, "toegang/contact_nieuw.html", context, status=status)


def _named_before(request: HttpRequest) -> GenoemdForm | None:
    """Whom the draft or the form that was sent names, for who may not search."""
    if _may_search(request):
        return None
    draft = find_concept(by=wie(request), scherm=SCHERM)
    kept = QueryDict(draft.inhoud["velden"]) if draft else QueryDict()
    data = request.POST if request.method == "POST" else kept
    names = {name: f"{GenoemdForm.prefix}-{name}" for name in GenoemdForm.base_fields}
    return GenoemdForm(initial={name: data[key] for name, key in names.items() if key in data})


def _speakers(found: Samenvatting | None, chosen: Any = None) -> SprekerForm | None:
    """Who may speak for the household, to say which of them asks; None when nobody may."""
    if found is None or not found.vertegenwoordigers:
        return None
    sprekers = found.vertegenwoordigers
    return SprekerForm(initial={"vertegenwoordiger": chosen}, sprekers=sprekers)


def _call_form(request: HttpRequest, typed: QueryDict | None) -> TerugbelForm | None:
    """The promise of a call, with what was typed and without complaints."""
    if not _may_search(request):
        return None
    names = TerugbelForm.base_fields
    known = {n: typed[f"terug-{n}"] for n in names if f"terug-{n}" in typed} if typed else {}
    return TerugbelForm(initial=known)


def _beside(request: HttpRequest, found: Samenvatting | None) -> dict[str, Any]:
    """Without a resident: who waits for a call from me, and what I registered last; logged."""
    by = wie(request)
    if found is not None or not _may_search(request):
        return {}
    calls, latest = list(open_requests(by, mine=True)[:LAST]), latest_of(by)
    about = [*(one.inwoner_id for one in calls), *(one.inwoner_id for one in latest)]
    log_list(by=by, soort="contact", inwoners=about, doel=WERKLIJST, at=nu())
    return {"te_bellen": calls, "laatste": latest}


def _help(soort: Any, found: Samenvatting | None) -> dict[str, Any]:
    """The terms of a melding about this kind of question, and what is there without one."""
    today = dag_van(nu())
    if soort is None:
        return {"vandaag": today}
    return {
        "vandaag": today,
        "soort": soort,
        "termijnen": terms_of_question(soort, op=today, inwoner=found.inwoner if found else None),
        "antwoorden": answers_to(soort.pk),
        "voorzieningen": suggestions(soort, wijk=found.wijk_id if found else None),
        "eerste_keer": found is not None and found.eerste_keer,
    }


def _summary(request: HttpRequest, inwoner_id: uuid.UUID | None) -> Samenvatting | None:
    """The household in short, with a line in the log; the open contact is the purpose."""
    if inwoner_id is None or not _may_search(request):
        return None
    return look_at_summary(by=wie(request), inwoner_id=inwoner_id, at=nu())


def _may_search(request: HttpRequest) -> bool:
    return PERSONEN_ZOEKEN.van(wie(request)) is not None
