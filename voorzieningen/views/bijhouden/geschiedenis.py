"""Versions of an entry, and entries about the same."""

import uuid

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_POST

from hengelo_sociaal.kern.fouten import Conflict
from hengelo_sociaal.kern.tijd import nu
from hengelo_sociaal.medewerkers.poort import vereist, wie
from hengelo_sociaal.web.parameters import as_uuid
from voorzieningen.domain.samenvoegen import merge_voorzieningen, split_voorziening
from voorzieningen.domain.versies import restore_version
from voorzieningen.models import Versie, Voorziening
from voorzieningen.queries.bijhouden import alike
from voorzieningen.queries.verschillen import history
from voorzieningen.rechten import SCHRIJVEN


@vereist(SCHRIJVEN)
@require_GET
def geschiedenis(request: HttpRequest, id: uuid.UUID) -> HttpResponse:
    """Who changed what, and entries that look the same."""
    found = get_object_or_404(Voorziening.objects.select_related("opgegaan_in"), pk=id)
    context = {
        "voorziening": found,
        "stappen": history(found),
        "gelijken": [] if found.opgegaan_in_id else alike(found),
        "dubbelen": found.dubbelen.all(),
    }
    return render(request, "voorzieningen/bijhouden/geschiedenis.html", context)


@vereist(SCHRIJVEN)
@require_POST
def terugzetten(request: HttpRequest, id: uuid.UUID, nummer: int) -> HttpResponse:
    """Put an earlier version back."""
    versie = get_object_or_404(
        Versie.objects.select_related("voorziening"), voorziening=id, nummer=nummer
    )
    restore_version(versie=versie, by=wie(request), at=nu())
    messages.success(request, f"Versie {nummer} is teruggezet.")
    return redirect("voorziening-geschiedenis", id)


@vereist(SCHRIJVEN)
@require_POST
def samenvoegen(request: HttpRequest, id: uuid.UUID) -> HttpResponse:
    """Let the chosen double go up in this entry."""
    blijft = get_object_or_404(Voorziening, pk=id)
    dubbel = get_object_or_404(Voorziening, pk=as_uuid(request.POST.get("dubbel")))
    try:
        merge_voorzieningen(dubbel=dubbel, blijft=blijft, by=wie(request), at=nu())
    except Conflict as refused:
        messages.error(request, refused.melding)
    else:
        messages.success(request, f"{dubbel.naam} is opgegaan in {blijft.naam}.")
    return redirect("voorziening-geschiedenis", blijft.pk)


@vereist(SCHRIJVEN)
@require_POST
def splitsen(request: HttpRequest, id: uuid.UUID) -> HttpResponse:
    """Undo the merging of this double."""
    dubbel = get_object_or_404(Voorziening.objects.select_related("opgegaan_in"), pk=id)
    split_voorziening(dubbel=dubbel, by=wie(request), at=nu())
    messages.success(request, f"{dubbel.naam} staat weer los in de catalogus.")
    return redirect("voorziening-geschiedenis", dubbel.pk)
