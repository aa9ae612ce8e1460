"""A partner proposes other details and places of the own organisation."""

import uuid
from dataclasses import asdict

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from hengelo_sociaal.kern.fouten import DomeinFout, NietGevonden, Verouderd
from hengelo_sociaal.kern.tijd import nu
from hengelo_sociaal.medewerkers.poort import vereist, wie
from hengelo_sociaal.web.formulieren import formfout
from voorzieningen.domain.organisaties import (
    beside_now,
    organisation_from,
    organisation_now,
    propose_organisation,
)
from voorzieningen.enums import Voorstelsoort
from voorzieningen.forms.organisatie import OrganisatieForm, filled_in, place_forms
from voorzieningen.models import Organisatie
from voorzieningen.queries.bijhouden import open_proposal, own_organisations
from voorzieningen.rechten import VOORSTELLEN
from voorzieningen.views.bijhouden.gelezen import read_back, to_send


@vereist(VOORSTELLEN)
@require_http_methods(["GET", "POST"])
def wijzigen(request: HttpRequest, id: uuid.UUID) -> HttpResponse:
    """The details and places of one's own organisation; another's is not there."""
    organisatie = own_organisations(wie(request)).filter(pk=id).first()
    if organisatie is None:
        raise NietGevonden()
    data, now = request.POST or None, organisation_now(organisatie)
    waiting, told = open_proposal(organisatie, over=Voorstelsoort.ORGANISATIE), False
    start = organisation_from(beside_now(waiting)[1].inhoud) if waiting else now
    form = OrganisatieForm(data, instance=Organisatie.objects.get(pk=id), initial=vars(start))
    places = place_forms(start, data)
    if request.method == "POST" and form.is_valid() and places.is_valid():
        read = read_back(request, id)
        try:
            propose_organisation(
                organisatie=organisatie,
                gegevens=filled_in(form, places),
                by=wie(request),
                at=nu(),
                gelezen=read.inhoud,
                wachtte=read.wachtte,
            )
        except DomeinFout as refused:
            formfout(form, refused)
            told = isinstance(refused, Verouderd)
        else:
            messages.success(request, "Uw voorstel ligt bij de gemeente. U ziet hier de uitkomst.")
            return redirect("mijn-organisatie")
    wrong = form.errors or (places.is_bound and not places.is_valid())
    context = {
        "form": form,
        "locaties": places,
        "organisatie": organisatie,
        "wacht": None if told else waiting,
        "gelezen": to_send(request, id, asdict(now), waiting, told=told),
    }
    status = 422 if wrong else 200
    return render(request, "voorzieningen/bijhouden/organisatie.html", context, status=status)
