"""Messages: the list behind the bell, and how somebody wants to hear of them."""

import uuid

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from hengelo_sociaal.kern.paginering import Cursor, OngeldigeCursor, Pagina, page
from hengelo_sociaal.kern.tijd import nu
from hengelo_sociaal.medewerkers.poort import iedereen, wie
from hengelo_sociaal.web.htmx import render_fragment_or_page
from hengelo_sociaal.werk.domain.agenda import make_feed_key, revoke_feed_key
from hengelo_sociaal.werk.domain.berichten import read_all, read_message, unread_message
from hengelo_sociaal.werk.forms import MailForm
from hengelo_sociaal.werk.models import Agendasleutel, Bericht
from hengelo_sociaal.werk.queries import messages_of, preferences_of, unread_count

RIJEN = 30


@iedereen
@require_GET
def lijst(request: HttpRequest) -> HttpResponse:
    """My messages, newest first; all, or only what I did not read."""
    by = wie(request)
    unread = request.GET.get("toon") == "ongelezen"
    context = {
        "pagina": _page(request, ongelezen=unread),
        "alleen_ongelezen": unread,
        "ongelezen": unread_count(by),
        "mail": MailForm(initial=_preferences(request)),
        "agenda": Agendasleutel.objects.filter(medewerker=by).first(),
    }
    return render_fragment_or_page(
        request, "werk/berichten.html", "werk/_berichtenlijst.html", context
    )


@iedereen
@require_http_methods(["GET", "POST"])
def lees(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Go to what a message is about; a message that was opened is read."""
    if request.method == "GET":
        return redirect("berichten")
    read = read_message(by=wie(request), bericht_id=pk, at=nu())
    safe = url_has_allowed_host_and_scheme(read.adres, allowed_hosts=None)
    return redirect(read.adres if safe else "berichten")


@iedereen
@require_POST
def ongelezen(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Keep a message for later."""
    unread_message(by=wie(request), bericht_id=pk)
    return redirect("berichten")


@iedereen
@require_POST
def alles_gelezen(request: HttpRequest) -> HttpResponse:
    """Mark all my messages as read."""
    number = read_all(by=wie(request), at=nu())
    messages.success(request, f"{number} berichten op gelezen gezet.")
    return redirect("berichten")


@iedereen
@require_POST
def mail(request: HttpRequest) -> HttpResponse:
    """Whether and when a mail comes."""
    form = MailForm(request.POST)
    if form.is_valid():
        form.run(by=wie(request))
        messages.success(request, "Uw keuze voor de mail is bewaard.")
    else:
        messages.error(request, "Kies een uur uit de lijst.")
    return redirect("berichten")


@iedereen
@require_POST
def agenda(request: HttpRequest) -> HttpResponse:
    """Make the address of my calendar feed, shown once, or take it back."""
    by = wie(request)
    if request.POST.get("actie") == "intrekken":
        revoke_feed_key(by=by, at=nu())
        messages.success(request, "Het agenda-adres werkt niet meer.")
        return redirect("berichten")
    secret = make_feed_key(by=by, at=nu())
    address = request.build_absolute_uri(f"/agenda/{secret}.ics")
    response = render(request, "werk/agenda_adres.html", {"adres": address})
    response["Cache-Control"] = "no-store"
    return response


def _preferences(request: HttpRequest) -> dict[str, object]:
    chosen = preferences_of(wie(request))
    return {"mail": chosen.mail, "uur": chosen.uur}


def _page(request: HttpRequest, *, ongelezen: bool) -> Pagina[Bericht]:
    rows = messages_of(wie(request), ongelezen=ongelezen)
    try:
        text = request.GET.get("cursor")
        cursor = Cursor.decode(text) if text else None
        return page(rows, ordering="-gemaakt_op", size=RIJEN, cursor=cursor)
    except OngeldigeCursor:
        return page(rows, ordering="-gemaakt_op", size=RIJEN)
