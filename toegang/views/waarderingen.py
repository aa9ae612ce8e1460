"""Saying how it went: by a link or a code without login, or told to a worker."""

import uuid

from axes.helpers import get_client_ip_address
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from hengelo_sociaal.kern.fouten import DomeinFout
from hengelo_sociaal.kern.tijd import dag_van, nu
from hengelo_sociaal.medewerkers.poort import openbaar, vereist, wie
from hengelo_sociaal.web.formulieren import formfout
from toegang.domain.drempel import pass_threshold
from toegang.domain.inzien import look_at_contact
from toegang.domain.waardering import (
    LETTERS,
    answer_by_code,
    answer_by_worker,
    ask_waardering,
    find_question,
)
from toegang.forms.waardering import CodeForm, WaarderingForm
from toegang.rechten import CONTACT_SCHRIJVEN


@openbaar
@require_http_methods(["GET", "POST"])
def met_code(request: HttpRequest) -> HttpResponse:
    """Type the code; who has the link comes straight to the question."""
    form = CodeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        plain = "".join(one for one in form.cleaned_data["code"].upper() if one in LETTERS)
        try:
            pass_threshold(adres=_address(request), wat="kijken", at=nu())
            find_question(plain, op=dag_van(nu()))
            return redirect("waardering", plain)
        except DomeinFout as refusal:
            formfout(form, refusal)
    status = 422 if form.errors else 200
    return render(request, "toegang/waardering/code.html", {"form": form}, status=status)


@openbaar
@require_http_methods(["GET", "POST"])
def geven(request: HttpRequest, code: str) -> HttpResponse:
    """The question of one invitation."""
    pass_threshold(adres=_address(request), wat="kijken", at=nu())
    find_question(code, op=dag_van(nu()))
    form = WaarderingForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        answer_by_code(code=code, antwoord=form.antwoord(), at=nu())
        return render(request, "toegang/waardering/dank.html")
    status = 422 if form.errors else 200
    return render(request, "toegang/waardering/geven.html", {"form": form}, status=status)


@vereist(CONTACT_SCHRIJVEN)
@require_http_methods(["GET", "POST"])
def bij_contact(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Ask now, on the telephone or at the desk, or give the resident a code."""
    contact = look_at_contact(by=wie(request), contact_id=pk, at=nu())
    asks_code = request.POST.get("actie") == "code"
    form = WaarderingForm(None if asks_code else request.POST or None)
    context = {"contact": contact, "form": form}
    if asks_code:
        code = ask_waardering(by=wie(request), contact_id=pk, at=nu())
        context["code"] = "-".join(code[at : at + 4] for at in range(0, len(code), 4))
        context["link"] = request.build_absolute_uri(reverse("waardering", args=[code]))
    elif request.method == "POST" and form.is_valid():
        try:
            answer_by_worker(by=wie(request), contact_id=pk, antwoord=form.antwoord(), at=nu())
            messages.success(request, "Bedankt. De waardering is bewaard, zonder naam.")
            return redirect("contact", pk)
        except DomeinFout as refusal:
            formfout(form, refusal)
    status = 422 if form.errors else 200
    return render(request, "toegang/waardering/contact.html", context, status=status)


def _address(request: HttpRequest) -> str:
    return get_client_ip_address(request) or "onbekend"
