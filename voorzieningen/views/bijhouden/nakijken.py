"""What nobody checked for long: the list, and saying that it is still right."""

import uuid

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_POST

from hengelo_sociaal.kern.tijd import nu, vandaag
from hengelo_sociaal.medewerkers.poort import vereist, wie
from voorzieningen.domain.voorzieningen import confirm_voorziening
from voorzieningen.models import Voorziening
from voorzieningen.queries.bijhouden import stale, stale_of
from voorzieningen.rechten import SCHRIJVEN, VOORSTELLEN

PER_PAGINA = 25


@vereist(SCHRIJVEN, VOORSTELLEN)
@require_GET
def lijst(request: HttpRequest) -> HttpResponse:
    """All of it for who keeps the catalogue; of the own organisation for a partner."""
    by = wie(request)
    keeps_all = SCHRIJVEN.van(by) is not None
    own_only = not keeps_all or request.GET.get("van") == "mij"
    rows = stale_of(by, vandaag()) if own_only else stale(vandaag())
    context = {
        "pagina": Paginator(rows, PER_PAGINA).get_page(request.GET.get("pagina")),
        "van_mij": own_only,
        "mag_schrijven": keeps_all,
    }
    return render(request, "voorzieningen/bijhouden/nakijken.html", context)


@vereist(SCHRIJVEN, VOORSTELLEN)
@require_POST
def nagekeken(request: HttpRequest, id: uuid.UUID) -> HttpResponse:
    """An entry was checked today and is right."""
    found = get_object_or_404(Voorziening.objects.select_related("organisatie"), pk=id)
    confirm_voorziening(voorziening=found, by=wie(request), at=nu())
    messages.success(request, f"{found.naam} is vandaag nagekeken.")
    return redirect("catalogus-nakijken")
