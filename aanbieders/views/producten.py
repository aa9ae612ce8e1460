"""What can be bought, and in what it is counted."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from aanbieders.queries.producten import list_producten
from aanbieders.rechten import CONTRACT_LEZEN
from hengelo_sociaal.medewerkers.poort import vereist


@vereist(CONTRACT_LEZEN)
def lijst(request: HttpRequest) -> HttpResponse:
    """Every product with its category, units and provision."""
    return render(request, "aanbieders/producten.html", {"producten": list_producten()})
