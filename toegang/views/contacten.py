"""Registered contacts: the list, one contact, and taking back a mistake."""

import uuid

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from hengelo_sociaal.kern.fouten import DomeinFout
from hengelo_sociaal.kern.tijd import dag_van, nu
from hengelo_sociaal.logboek.domain import WERKLIJST, log_list
from hengelo_sociaal.medewerkers.poort import vereist, wie
from hengelo_sociaal.web.formulieren import formfout
from hengelo_sociaal.web.htmx import render_fragment_or_page
from toegang.domain.contact import withdraw_contact
from toegang.domain.inzien import look_at_contact
from toegang.filters import ContactFilter
from toegang.forms.intrekken import IntrekForm
from toegang.models import Contact
from toegang.queries.zicht import visible_contacts
from toegang.rechten import CONTACT_LEZEN, CONTACT_SCHRIJVEN, DOORVERWIJZEN
from toegang.views.gemeen import filters_used, page_of, sees_households


@vereist(CONTACT_LEZEN)
@require_GET
def lijst(request: HttpRequest) -> HttpResponse:
    """The latest contacts, whatever the channel; filters stay in the address."""
    mine = visible_contacts(wie(request), op=dag_van(nu()))
    filters = ContactFilter(request.GET, queryset=mine, by=wie(request))
    rows = filters.qs.select_related(
        "kanaal", "vindplaats", "inwoner", "geregistreerd_door"
    ).prefetch_related("hulpvragen__soort", "hulpvragen__uitkomst")
    page = page_of(request, rows, ordering="-plaatsgevonden_op")
    log_list(
        by=wie(request),
        soort="contact",
        inwoners=[contact.inwoner_id for contact in page.rijen],
        at=nu(),
        doel=WERKLIJST,
        filters=filters_used(request),
    )
    return render_fragment_or_page(
        request,
        "toegang/contacten.html",
        "toegang/_contacten.html",
        {"filter": filters, "pagina": page, "mag_schrijven": _may_write(request)},
    )


@vereist(CONTACT_LEZEN)
@require_GET
def toon(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """One contact with its questions and what became of them."""
    contact = look_at_contact(by=wie(request), contact_id=pk, at=nu())
    return _page(request, contact, IntrekForm())


@vereist(CONTACT_SCHRIJVEN)
@require_http_methods(["GET", "POST"])
def intrekken(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Take back a registration that was a mistake, with a reason; it stays in the log."""
    form = IntrekForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            withdraw_contact(
                by=wie(request), contact_id=pk, reden=form.cleaned_data["reden"], at=nu()
            )
        except DomeinFout as refusal:
            formfout(form, refusal)
        else:
            messages.success(request, "Het contact is ingetrokken en telt niet meer mee.")
            return redirect("contact", pk)
    contact = look_at_contact(by=wie(request), contact_id=pk, at=nu())
    return _page(request, contact, form)


def _page(request: HttpRequest, contact: Contact, form: IntrekForm) -> HttpResponse:
    context = {
        "contact": contact,
        "form": form,
        "mag_intrekken": _may_write(request),
        "mag_aanbieden": _may_write(request),
        "mag_huishouden": sees_households(wie(request)),
        "mag_doorverwijzen": DOORVERWIJZEN.van(wie(request)) is not None,
    }
    return render(request, "toegang/contact.html", context, status=422 if form.errors else 200)


def _may_write(request: HttpRequest) -> bool:
    return CONTACT_SCHRIJVEN.van(wie(request)) is not None
