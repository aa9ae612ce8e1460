"""From signals to something for everybody: bundles without names, taken up by a partner."""

import uuid

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from hengelo_sociaal.gebieden.models import Wijk
from hengelo_sociaal.kern.fouten import Conflict
from hengelo_sociaal.kern.tijd import nu, vandaag
from hengelo_sociaal.medewerkers.poort import vereist, wie
from hengelo_sociaal.waarden.models import Leefgebied
from hengelo_sociaal.web.parameters import as_uuid
from voorzieningen.domain.collectief import end_collective, resume_collective, take_up
from voorzieningen.models import Activiteit, Collectief, Voorziening
from voorzieningen.queries.bijhouden import own_organisations
from voorzieningen.queries.bundels import bundles, running, stopped
from voorzieningen.queries.gezocht import searched_in_vain
from voorzieningen.rechten import SCHRIJVEN, VOORSTELLEN

TERUG = "signalen"  # where somebody came from who makes an activity for a signal


@vereist(SCHRIJVEN, VOORSTELLEN)
@require_http_methods(["GET", "POST"])
def signalen(request: HttpRequest) -> HttpResponse:
    """What is missed and by how many, what runs already, and taking one up."""
    if request.method == "POST":
        return _take_up(request)
    context = {
        "bundels": bundles(vandaag()),
        "collectieven": _kept(request, running()),
        "gestopt": _kept(request, stopped(vandaag())),
        "activiteiten": _choices(request),
        "eigen": _own_provisions(request),
        "gezocht": searched_in_vain(),
    }
    return render(request, "voorzieningen/bijhouden/signalen.html", context)


def _take_up(request: HttpRequest) -> HttpResponse:
    if not request.POST.get("activiteit"):
        messages.error(request, "Kies eerst met welke activiteit u dit oppakt.")
        return redirect("gemis-signalen")
    try:
        made = _take_this_up(request)
    except Conflict as refused:
        messages.error(request, refused.melding)
    else:
        words = f"Opgepakt met {made.activiteit.naam}. Wie wacht, hoort het van de eigen consulent."
        messages.success(request, words)
    return redirect("gemis-signalen")


def _take_this_up(request: HttpRequest) -> Collectief:
    wijk = request.POST.get("wijk")
    return take_up(
        soort=request.POST.get("soort", ""),
        leefgebied=get_object_or_404(Leefgebied, pk=request.POST.get("leefgebied", "")),
        wijk=get_object_or_404(Wijk, pk=wijk) if wijk else None,
        activiteit=get_object_or_404(
            Activiteit.objects.select_related("voorziening__organisatie"),
            pk=as_uuid(request.POST.get("activiteit")),
        ),
        by=wie(request),
        at=nu(),
    )


@vereist(SCHRIJVEN, VOORSTELLEN)
@require_POST
def stoppen(request: HttpRequest, id: uuid.UUID) -> HttpResponse:
    """Stop what was taken up."""
    rows = Collectief.objects.select_related("activiteit__voorziening__organisatie")
    end_collective(collectief=get_object_or_404(rows, pk=id), by=wie(request), at=nu())
    messages.success(request, "Dit is gestopt. Was dat een vergissing? Kies dan Toch doorgaan.")
    return redirect("gemis-signalen")


@vereist(SCHRIJVEN, VOORSTELLEN)
@require_POST
def hervatten(request: HttpRequest, id: uuid.UUID) -> HttpResponse:
    """Go on with what was stopped by mistake."""
    rows = Collectief.objects.select_related("activiteit__voorziening__organisatie")
    found = get_object_or_404(rows, pk=id)
    try:
        resume_collective(collectief=found, by=wie(request), at=nu())
    except Conflict as refused:
        messages.error(request, refused.melding)
    else:
        messages.success(request, "Dit gaat weer door.")
    return redirect("gemis-signalen")


@vereist(SCHRIJVEN, VOORSTELLEN)
@require_GET
def nieuwe_activiteit(request: HttpRequest) -> HttpResponse:
    """From a signal to the form of a new activity of the chosen entry, and back after that."""
    found = get_object_or_404(Voorziening, pk=as_uuid(request.GET.get("voorziening")))
    return redirect(f"{reverse('activiteit-nieuw', args=[found.pk])}?terug={TERUG}")


def _kept(request: HttpRequest, collectives: QuerySet[Collectief]) -> list[tuple[Collectief, bool]]:
    """Each with whether this person keeps it: a partner keeps its own."""
    rows = list(collectives)
    if SCHRIJVEN.van(wie(request)) is not None:
        return [(row, True) for row in rows]
    own = set(own_organisations(wie(request)).values_list("pk", flat=True))
    return [(row, row.activiteit.voorziening.organisatie_id in own) for row in rows]


def _own_provisions(request: HttpRequest) -> QuerySet[Voorziening]:
    """The entries of a partner, to make a new activity of."""
    rows = Voorziening.objects.geldig(vandaag()).algemeen()
    return rows.filter(organisatie__in=own_organisations(wie(request))).order_by("naam", "pk")


def _choices(request: HttpRequest) -> QuerySet[Activiteit]:
    """The activities to take something up with: a partner's own, or all."""
    rows = Activiteit.objects.gaande(vandaag()).select_related("voorziening", "locatie")
    if SCHRIJVEN.van(wie(request)) is None:
        rows = rows.filter(voorziening__organisatie__in=own_organisations(wie(request)))
    return rows.order_by("naam", "pk")
