"""What can be bought, in what it is counted and when; contract managers keep it."""

import uuid
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from aanbieders.domain.producten import change_product, register_product, seen_of
from aanbieders.forms import ProductForm
from aanbieders.models import Product
from aanbieders.queries.producten import (
    history_of,
    list_producten,
    prices_of,
    use_of,
    with_category,
)
from aanbieders.rechten import CONTRACT_LEZEN, CONTRACT_SCHRIJVEN
from hengelo_sociaal.kern.tijd import nu, vandaag
from hengelo_sociaal.medewerkers.poort import vereist, wie
from hengelo_sociaal.web.htmx import render_fragment_or_page


@vereist(CONTRACT_LEZEN)
def lijst(request: HttpRequest) -> HttpResponse:
    """Every product with its category, units and provision."""
    context = {"producten": list_producten(), "vandaag": vandaag(), **_may(request)}
    return render(request, "aanbieders/producten.html", context)


@vereist(CONTRACT_LEZEN)
def detail(request: HttpRequest, id: uuid.UUID) -> HttpResponse:
    """One product: in which category, its prices, and who changed what."""
    product = get_object_or_404(Product.objects.select_related("wet", "voorziening"), pk=id)
    context = {
        "product": product,
        "categorie": with_category(product).categorie,
        "tarieven": prices_of(product),
        "stappen": history_of(product),
        "vandaag": vandaag(),
        **_may(request),
    }
    return render(request, "aanbieders/product.html", context)


@vereist(CONTRACT_SCHRIJVEN)
def nieuw(request: HttpRequest) -> HttpResponse:
    """Add a product; from the page of a provision that one is chosen already."""
    start = {"voorziening": request.GET.get("voorziening"), "geldig_van": vandaag()}
    form = ProductForm(request.POST or None, initial=start, op=vandaag())
    if request.method == "POST" and form.is_valid():
        code = form.cleaned_data["code"]
        made = form.attempt(
            lambda: register_product(code=code, gegevens=form.gegevens(), by=wie(request), at=nu())
        )
        if made:
            text = f"{made.naam} is toegevoegd. Spreek nu in een contract het tarief af."
            messages.success(request, text)
            return redirect("product", made.pk)
    return _form_page(request, form, None)


@vereist(CONTRACT_SCHRIJVEN)
def wijzigen(request: HttpRequest, id: uuid.UUID) -> HttpResponse:
    """Change a product; the page says first what hangs on it."""
    product = get_object_or_404(Product, pk=id)
    seen = {"gezien": seen_of(product)}
    form = ProductForm(request.POST or None, instance=product, initial=seen, op=vandaag())
    if request.method == "POST" and form.is_valid():
        changed = form.attempt(
            lambda: change_product(
                product=product,
                gegevens=form.gegevens(),
                gezien=form.seen(),
                by=wie(request),
                at=nu(),
            )
        )
        if changed:
            messages.success(request, f"De wijziging van {changed.naam} is bewaard.")
            return redirect("product", changed.pk)
    return _form_page(request, form, Product.objects.get(pk=id))


def _may(request: HttpRequest) -> dict[str, bool]:
    return {"mag_schrijven": CONTRACT_SCHRIJVEN.van(wie(request)) is not None}


def _form_page(request: HttpRequest, form: ProductForm, product: Product | None) -> HttpResponse:
    context: dict[str, Any] = {"form": form, "product": product}
    if product:
        context["gebruik"] = use_of(product, op=vandaag())
    return render_fragment_or_page(
        request,
        "aanbieders/product_bewerken.html",
        "aanbieders/_product_formulier.html",
        context,
        status=422 if form.errors else 200,
    )
