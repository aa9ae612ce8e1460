"""The dossier of a household: who lives there and everything that is going on, by panels."""

import uuid

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from hengelo_sociaal.kern.fouten import DoelNodig
from hengelo_sociaal.kern.tijd import nu
from hengelo_sociaal.medewerkers.poort import vereist
from toegang.domain.dossier import Dossier, open_dossier
from toegang.forms.doel import DoelForm
from toegang.rechten import DOSSIER_SAMENVATTING
from toegang.views.gemeen import who

SESSIE = "doelen"  # the purpose somebody gave holds for this household until they log out


@vereist(DOSSIER_SAMENVATTING)
@require_http_methods(["GET", "POST"])
def dossier(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """The household page; who is not involved is asked for the purpose first."""
    form = DoelForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        given = request.session.get(SESSIE, {})
        request.session[SESSIE] = given | {str(pk): form.purpose()}
    try:
        opened = _open(request, pk)
    except DoelNodig as refusal:
        context = {"form": form, "weigering": refusal, "pk": pk}
        return render(request, "toegang/doel.html", context, status=403)
    return render(
        request,
        "toegang/huishouden.html",
        {"dossier": opened, "huishouden": opened.huishouden, "leden": opened.leden},
    )


def _open(request: HttpRequest, pk: uuid.UUID) -> Dossier:
    purpose = request.session.get(SESSIE, {}).get(str(pk), "")
    return open_dossier(by=who(request), huishouden_id=pk, at=nu(), doel=purpose)
