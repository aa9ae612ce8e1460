"""Error pages that say what to do."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def slecht_verzoek(request: HttpRequest, exception: Exception) -> HttpResponse:
    return render(request, "400.html", status=400)


def geen_toegang(request: HttpRequest, exception: Exception) -> HttpResponse:
    return render(request, "403.html", status=403)


def niet_gevonden(request: HttpRequest, exception: Exception) -> HttpResponse:
    return render(request, "404.html", status=404)


def storing(request: HttpRequest) -> HttpResponse:
    return render(request, "500.html", status=500)


def csrf(request: HttpRequest, reason: str = "") -> HttpResponse:
    return render(request, "403.html", status=403)
