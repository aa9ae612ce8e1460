"""Providers: the list, one of them, a new one."""

import uuid

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from aanbieders.domain.aanbieders import register_aanbieder
from aanbieders.forms import AanbiederForm
from aanbieders.models import Aanbieder, Product
from aanbieders.queries.overzicht import clients, list_aanbieders, list_contracten
from aanbieders.rechten import CONTRACT_LEZEN, CONTRACT_SCHRIJVEN, NAMEN_LEZEN
from hengelo_sociaal.kern.fouten import DomeinFout
from hengelo_sociaal.kern.tijd import nu, vandaag
from hengelo_sociaal.medewerkers.poort import vereist, wie
from hengelo_sociaal.web.formulieren import formfout
from hengelo_sociaal.web.htmx import render_fragment_or_page

PER_PAGINA = 25


@vereist(NAMEN_LEZEN)
def lijst(request: HttpRequest) -> HttpResponse:
    """Providers, with contracts and clients for whoever may see those."""
    by, op = wie(request), vandaag()
    zoek = request.GET.get("zoek", "").replace("\x00", "").strip()[:80]
    page = Paginator(list_aanbieders(op=op, zoek=zoek), PER_PAGINA).get_page(
        request.GET.get("pagina")
    )
    helped = clients(by=by, op=op)
    context = {
        "pagina": page,
        "rijen": [(each, helped.get(each.pk)) for each in page],
        "zoek": zoek,
        "toon_clienten": bool(helped),
        **_may(request),
    }
    return render_fragment_or_page(
        request, "aanbieders/lijst.html", "aanbieders/_aanbieders.html", context
    )


@vereist(NAMEN_LEZEN)
def detail(request: HttpRequest, id: uuid.UUID) -> HttpResponse:
    """One provider: what is agreed, what it offers, how many people it helps."""
    aanbieder = get_object_or_404(Aanbieder.objects.select_related("organisatie"), pk=id)
    op = vandaag()
    may = _may(request)
    context = {"aanbieder": aanbieder, "vandaag": op, **may}
    if may["mag_contracten"]:
        contracten = list(list_contracten(op=op).filter(aanbieder=aanbieder))
        context["contracten"] = contracten
        context["producten"] = (
            Product.objects.filter(tarieven__contract__in=contracten)
            .select_related("wet", "voorziening")
            .distinct()
        )
        context["clienten"] = clients(by=wie(request), op=op).get(aanbieder.pk)
    return render(request, "aanbieders/detail.html", context)


@vereist(CONTRACT_SCHRIJVEN)
def nieuw(request: HttpRequest) -> HttpResponse:
    """Register a provider."""
    form = AanbiederForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            made = register_aanbieder(**form.cleaned_data, by=wie(request), at=nu())
        except DomeinFout as refused:
            formfout(form, refused)
        else:
            messages.success(request, f"{made.naam} staat nu bij de aanbieders.")
            return redirect("aanbieder", made.pk)
    return render_fragment_or_page(
        request,
        "aanbieders/aanbieder_nieuw.html",
        "aanbieders/_formulier.html",
        {"form": form},
        status=422 if form.errors else 200,
    )


def _may(request: HttpRequest) -> dict[str, object]:
    by = wie(request)
    return {
        "mag_contracten": CONTRACT_LEZEN.van(by) is not None,
        "mag_schrijven": CONTRACT_SCHRIJVEN.van(by) is not None,
    }
