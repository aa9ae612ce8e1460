"""Error pages that say what happened, in plain words, and what to do next."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template import TemplateDoesNotExist, loader

from hengelo_sociaal.web.context import Noodschil


def slecht_verzoek(request: HttpRequest, exception: Exception) -> HttpResponse:
    return render(request, "400.html", status=400)


def geen_toegang(request: HttpRequest, exception: Exception) -> HttpResponse:
    return render(request, "403.html", status=403)


def niet_gevonden(request: HttpRequest, exception: Exception) -> HttpResponse:
    return render(request, "404.html", status=404)


def te_vaak(
    request: HttpRequest, *, uitleg: str = "", wachttijd: str = "een minuut"
) -> HttpResponse:
    """Too many attempts; `wachttijd` says in words how long to wait."""
    return render(request, "429.html", {"uitleg": uitleg, "wachttijd": wachttijd}, status=429)


def storing(request: HttpRequest) -> HttpResponse:
    """Something broke; drawn without the usual context, for the database may be what broke."""
    context = {"schil": Noodschil(request)}
    try:
        return HttpResponse(loader.get_template("500.html").render(context), status=500)
    except (TemplateDoesNotExist, ValueError):
        return HttpResponse("Er is iets misgegaan. Probeer het zo opnieuw.", status=500)


def csrf(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The form's security code is missing or old: usually a page that was open too long."""
    return render(request, "web/verlopen.html", status=403)
