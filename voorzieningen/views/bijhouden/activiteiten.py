"""When something happens and who came: by `beleid`, or the organisation's own partner."""

import uuid

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from hengelo_sociaal.kern.fouten import DomeinFout, NietGevonden
from hengelo_sociaal.kern.tijd import nu, vandaag
from hengelo_sociaal.medewerkers.poort import vereist, wie
from hengelo_sociaal.web.formulieren import formfout
from voorzieningen.domain.activiteiten import count_turnout, save_activiteit
from voorzieningen.forms import ActiviteitForm, OpkomstForm
from voorzieningen.models import Activiteit, Voorziening
from voorzieningen.queries.bereik import reach_of
from voorzieningen.queries.bijhouden import is_partner
from voorzieningen.rechten import SCHRIJVEN, VOORSTELLEN
from voorzieningen.views.bijhouden.signalen import TERUG


@vereist(SCHRIJVEN, VOORSTELLEN)
@require_http_methods(["GET", "POST"])
def nieuw(request: HttpRequest, id: uuid.UUID) -> HttpResponse:
    """Add an activity to an entry."""
    found = get_object_or_404(Voorziening.objects.select_related("organisatie"), pk=id)
    return _form(request, found, None)


@vereist(SCHRIJVEN, VOORSTELLEN)
@require_http_methods(["GET", "POST"])
def wijzigen(request: HttpRequest, id: uuid.UUID) -> HttpResponse:
    """Change an activity."""
    found = _find(id)
    return _form(request, found.voorziening, found)


@vereist(SCHRIJVEN, VOORSTELLEN)
@require_http_methods(["GET", "POST"])
def opkomst(request: HttpRequest, id: uuid.UUID) -> HttpResponse:
    """Count who came, and see how many came so far."""
    found = _find(id)
    _mine_or_all(request, found.voorziening)
    form = OpkomstForm(request.POST or None, initial={"dag": vandaag()})
    if request.method == "POST" and form.is_valid():
        try:
            count_turnout(activiteit=found, **form.cleaned_data, by=wie(request), at=nu())
        except DomeinFout as refused:
            formfout(form, refused)
        else:
            messages.success(request, "De opkomst is bewaard.")
            return redirect("activiteit-opkomst", found.pk)
    context = {"activiteit": found, "form": form, "bereik": reach_of(found)}
    status = 422 if form.errors else 200
    return render(request, "voorzieningen/bijhouden/opkomst.html", context, status=status)


def _find(id: uuid.UUID) -> Activiteit:
    return get_object_or_404(
        Activiteit.objects.select_related("voorziening__organisatie", "locatie"), pk=id
    )


def _form(request: HttpRequest, found: Voorziening, activiteit: Activiteit | None) -> HttpResponse:
    _mine_or_all(request, found)
    back = _back(request, found)
    form = ActiviteitForm(request.POST or None, instance=activiteit, organisatie=found.organisatie)
    if request.method == "POST" and form.is_valid():
        known = Activiteit.objects.get(pk=activiteit.pk) if activiteit else None
        try:
            save_activiteit(
                voorziening=found,
                gegevens=form.gegevens(),
                activiteit=known,
                by=wie(request),
                at=nu(),
            )
        except DomeinFout as refused:
            formfout(form, refused)
        else:
            messages.success(request, "De activiteit is bewaard.")
            return redirect(back)
    context = {"form": form, "voorziening": found, "activiteit": activiteit, "terug": back}
    status = 422 if form.errors else 200
    return render(request, "voorzieningen/bijhouden/activiteit.html", context, status=status)


def _back(request: HttpRequest, found: Voorziening) -> str:
    """Where to go on: the signal that it is for, or where this person keeps entries."""
    if request.GET.get("terug") == TERUG:
        return reverse("gemis-signalen")
    if SCHRIJVEN.van(wie(request)) is None:
        return reverse("mijn-organisatie")
    return reverse("voorziening", args=[found.pk])


def _mine_or_all(request: HttpRequest, found: Voorziening) -> None:
    """What belongs to another organisation is not there for a partner."""
    by = wie(request)
    if SCHRIJVEN.van(by) is None and not (found.organisatie and is_partner(by, found.organisatie)):
        raise NietGevonden()
