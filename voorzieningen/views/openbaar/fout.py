"""A reader tells what is wrong on a page of the sociale kaart."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from hengelo_sociaal.kern.fouten import DomeinFout
from hengelo_sociaal.kern.tijd import nu, vandaag
from hengelo_sociaal.medewerkers.poort import openbaar
from hengelo_sociaal.web.formulieren import formfout
from voorzieningen.domain.fouten import report_mistake
from voorzieningen.forms import FoutForm
from voorzieningen.queries.kaart import public_provisions


@openbaar
@never_cache
@require_http_methods(["GET", "POST"])
def melden(request: HttpRequest, code: str) -> HttpResponse:
    """The form, and thanks; what a machine fills in is thanked for and forgotten."""
    found = get_object_or_404(public_provisions(vandaag()), code=code)
    form = FoutForm(request.POST or None, moment=nu())
    if request.method == "POST" and form.is_valid():
        try:
            if not form.is_machine:
                report_mistake(voorziening=found, tekst=form.cleaned_data["tekst"], at=nu())
        except DomeinFout as refused:
            formfout(form, refused)
        else:
            messages.success(request, "Bedankt. Wij kijken het na en verbeteren de pagina.")
            return redirect("sociale-kaart-fout-bedankt", code)
    context = {"form": form, "voorziening": found}
    status = 422 if form.errors else 200
    return render(request, "voorzieningen/openbaar/fout.html", context, status=status)


@openbaar
@never_cache
@require_http_methods(["GET"])
def bedankt(request: HttpRequest, code: str) -> HttpResponse:
    """Thanks, and back to the page."""
    found = get_object_or_404(public_provisions(vandaag()), code=code)
    return render(request, "voorzieningen/openbaar/bedankt.html", {"voorziening": found})
