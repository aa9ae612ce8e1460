"""The contact desk: search, question, outcome, save; one page, keyboard first (scherm.md)."""

import uuid
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.html import format_html
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from hengelo_sociaal.kern.fouten import DomeinFout
from hengelo_sociaal.kern.tijd import dag_van, nu
from hengelo_sociaal.medewerkers.poort import vereist
from hengelo_sociaal.web.formulieren import formfout
from hengelo_sociaal.web.htmx import lees_formuliersleutel
from hengelo_sociaal.web.opmaak import tijd
from toegang.domain.balie import register_at_counter, terms_of_question
from toegang.domain.concept import drop_concept, find_concept, save_concept
from toegang.domain.contact import ContactGegevens
from toegang.domain.inzien import look_at_summary
from toegang.forms.contact import ContactForm, VragenFormSet, with_one_more
from toegang.models import Soort, Vindplaats
from toegang.queries.balie import Samenvatting, suggestions
from toegang.queries.zicht import own_vindplaatsen
from toegang.rechten import CONTACT_SCHRIJVEN, HUISHOUDEN_SCHRIJVEN, PERSONEN_ZOEKEN
from toegang.views.gemeen import as_uuid, who

SCHERM = "contact"
STANDAARD = {"vindplaats": "zorgloket", "kanaal": "telefoon", "namens": "zelf"}


@vereist(CONTACT_SCHRIJVEN)
@require_http_methods(["GET", "POST"])
def nieuw(request: HttpRequest) -> HttpResponse:
    """One contact with its questions; GET also restores the draft and takes a chosen resident."""
    if request.method == "POST":
        return _handle(request)
    draft = find_concept(by=who(request), scherm=SCHERM)
    data = QueryDict(draft.inhoud["velden"], mutable=True) if draft else None
    chosen = as_uuid(request.GET.get("inwoner")) or as_uuid(data.get("inwoner") if data else None)
    return _show(
        request, *_forms(request, data), chosen=chosen, bewaard_op=draft and draft.bewaard_op
    )


def _handle(request: HttpRequest) -> HttpResponse:
    actie = request.POST.get("actie", "opslaan")
    if actie == "wissen":
        drop_concept(by=who(request), scherm=SCHERM)
        return redirect("contact-nieuw")
    chosen = as_uuid(request.POST.get("inwoner"))
    if actie == "meer":
        return _show(request, *_forms(request, with_one_more(request.POST)), chosen=chosen)
    form, vragen = ContactForm(request.POST), VragenFormSet(request.POST)
    if form.is_valid() and vragen.is_valid():
        try:
            return _save(request, form, vragen)
        except DomeinFout as refusal:
            formfout(form, refusal)
    return _show(request, form, vragen, chosen=chosen, status=422)


def _save(request: HttpRequest, form: ContactForm, vragen: Any) -> HttpResponse:
    moment, values = nu(), form.cleaned_data
    registered = register_at_counter(
        by=who(request),
        gegevens=ContactGegevens(
            kanaal=values["kanaal"],
            vindplaats=values["vindplaats"],
            namens=values["namens"],
            samenvatting=values["samenvatting"],
            plaatsgevonden_op=moment,
            inwoner_id=values["inwoner"],
            huishouden_id=values["huishouden"],
            vragen=[vraag.as_vraag() for vraag in vragen],
        ),
        at=moment,
        sleutel=lees_formuliersleutel(request),
    )
    drop_concept(by=who(request), scherm=SCHERM)
    request.session["kanaal"] = values["kanaal"]
    messages.success(request, _thanks(registered.contact.pk, len(registered.meldingen)))
    if registered.meldingen:
        return redirect("melding", registered.meldingen[0].pk)
    return redirect("contact-nieuw")


def _thanks(contact_id: uuid.UUID, meldingen: int) -> str:
    sentence = "Contact en melding opgeslagen" if meldingen else "Contact opgeslagen"
    return format_html(
        '{} om {} uur. <a href="{}">Bekijk of maak ongedaan</a>',
        sentence,
        tijd(nu()),
        reverse("contact", args=[contact_id]),
    )


@vereist(CONTACT_SCHRIJVEN)
@require_POST
def concept(request: HttpRequest) -> HttpResponse:
    """Keeps what was typed so far, so that a closed tab loses nothing."""
    moment = nu()
    typed = {"velden": _without_keys(request.POST)}
    save_concept(by=who(request), scherm=SCHERM, inhoud=typed, at=moment)
    return HttpResponse(f"Concept bewaard om {tijd(moment)} uur")


@vereist(CONTACT_SCHRIJVEN)
@require_GET
def hulp(request: HttpRequest) -> HttpResponse:
    """What is there already for this kind of question, and which terms a melding would start."""
    soort = next((request.GET[name] for name in request.GET if name.endswith("soort")), "")
    return render(request, "toegang/_hulp.html", _help(soort, request.GET.get("wijk") or None))


@vereist(HUISHOUDEN_SCHRIJVEN)
@require_GET
def kies(request: HttpRequest) -> HttpResponse:
    """The chosen resident beside the question, or nobody."""
    found = _summary(request, as_uuid(request.GET.get("inwoner")))
    return render(request, "toegang/_gekozen.html", {"samenvatting": found})


def _forms(request: HttpRequest, data: QueryDict | None) -> tuple[ContactForm, Any]:
    """Empty forms with the usual answers, or what was typed before, without complaints."""
    usual = STANDAARD | {"kanaal": request.session.get("kanaal", STANDAARD["kanaal"])}
    own = own_vindplaatsen(who(request), op=dag_van(nu())).first()
    initial = usual | ({"vindplaats": own} if own else {})
    if data is None:
        return ContactForm(initial=initial), VragenFormSet()
    typed = ContactForm(data)
    rows = VragenFormSet(data)
    return (
        ContactForm(initial=initial | {name: data.get(name, "") for name in typed.fields}),
        VragenFormSet(initial=[_typed(row) for row in rows]),
    )


def _typed(row: Any) -> dict[str, Any]:
    """What stands in a row, valid or not."""
    return {name: row[name].value() for name in row.fields}


def _show(
    request: HttpRequest,
    form: ContactForm,
    vragen: Any,
    *,
    chosen: uuid.UUID | None,
    bewaard_op: Any = None,
    status: int = 200,
) -> HttpResponse:
    found = _summary(request, chosen)
    home = found.huishouden if found else None
    wijk = home.buurt.wijk_id if home and home.buurt else None
    context = {
        "form": form,
        "vragen": vragen,
        "vragen_fouten": vragen.forms,
        "samenvatting": found,
        "wijk": wijk or "",
        "nu": nu(),
        "bewaard_op": bewaard_op,
        "mag_zoeken": PERSONEN_ZOEKEN.van(who(request)) is not None,
        "vindplaats_naam": Vindplaats.objects.get(pk=form["vindplaats"].value() or "zorgloket"),
        **_help(str(vragen.forms[0]["soort"].value() or ""), wijk),
    }
    return render(request, "toegang/contact_nieuw.html", context, status=status)


def _help(soort_code: str, wijk: str | None) -> dict[str, Any]:
    soort = Soort.objects.filter(pk=soort_code).first()
    today = dag_van(nu())
    if soort is None:
        return {"vandaag": today}
    return {
        "vandaag": today,
        "termijnen": terms_of_question(soort, op=today),
        "voorzieningen": suggestions(soort, wijk=wijk),
    }


def _summary(request: HttpRequest, inwoner_id: uuid.UUID | None) -> Samenvatting | None:
    """The household in short, with a line in the log; the open contact is the purpose."""
    if inwoner_id is None or PERSONEN_ZOEKEN.van(who(request)) is None:
        return None
    return look_at_summary(by=who(request), inwoner_id=inwoner_id, at=nu())


def _without_keys(data: QueryDict) -> str:
    kept = data.copy()
    for name in ("csrfmiddlewaretoken", "formuliersleutel", "actie"):
        kept.pop(name, None)
    return kept.urlencode()
