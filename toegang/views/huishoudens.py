"""The dossier of a household: who lives there and everything that is going on, by panels."""

import uuid

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from hengelo_sociaal.kern.eenmaal import een_keer
from hengelo_sociaal.kern.fouten import DoelNodig, NietGevonden
from hengelo_sociaal.kern.tijd import nu, vandaag
from hengelo_sociaal.medewerkers.poort import vereist, wie
from toegang.domain.dossier import Dossier, open_dossier
from toegang.domain.wijzigen import may_change
from toegang.forms.doel import DoelForm
from toegang.models import Lidmaatschap
from toegang.queries.huishouden import family_name, former_members_of
from toegang.queries.netwerk import other_homes
from toegang.queries.samenvoegen import went_into
from toegang.rechten import CONTACT_SCHRIJVEN, DOSSIER_SAMENVATTING

SESSIE = "doelen"  # the purpose somebody gave holds for this household until they log out


@vereist(DOSSIER_SAMENVATTING)
@require_http_methods(["GET", "POST"])
def dossier(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """The household page; who is not involved is asked for the purpose first."""
    form = DoelForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        given = request.session.get(SESSIE, {})
        request.session[SESSIE] = given | {str(pk): form.purpose()}
        return redirect("huishouden", pk)
    with een_keer():
        return _page(request, pk, form)


def _page(request: HttpRequest, pk: uuid.UUID, form: DoelForm) -> HttpResponse:
    """The dossier with its panels, or the question why somebody wants to look."""
    try:
        opened = open_or_ask(request, pk)
    except DoelNodig as refusal:
        context = {"form": form, "weigering": refusal, "pk": pk}
        return render(request, "toegang/doel.html", context, status=403)
    except NietGevonden:
        into = went_into(pk)
        if into is None:
            raise
        return redirect("huishouden", into)
    return render(
        request,
        "toegang/huishouden.html",
        {
            "dossier": opened,
            "huishouden": opened.huishouden,
            "leden": opened.leden,
            "vroeger": former_members_of(pk, op=vandaag()),
            "naam": family_name(opened.leden),
            "ook_bij": _elsewhere(opened),
            "mag_wijzigen": may_change(wie(request), pk, op=vandaag()),
            "mag_contact": CONTACT_SCHRIJVEN.van(wie(request)) is not None,
        },
    )


def _elsewhere(opened: Dossier) -> list[tuple[Lidmaatschap, Lidmaatschap]]:
    """Members who also belong to another household: a child with two homes."""
    others = other_homes(
        [lid.inwoner_id for lid in opened.leden], huishouden_id=opened.huishouden.pk, op=vandaag()
    )
    return [(lid, other) for lid in opened.leden for other in others.get(lid.inwoner_id, ())]


def open_or_ask(request: HttpRequest, pk: uuid.UUID) -> Dossier:
    """The household with the purpose that was given; refused with DoelNodig without one."""
    return open_dossier(by=wie(request), huishouden_id=pk, at=nu(), doel=stated(request, pk))


def stated(request: HttpRequest, pk: uuid.UUID) -> str:
    """The purpose that was given for this household in this session; empty without."""
    given: dict[str, str] = request.session.get(SESSIE, {})
    return given.get(str(pk), "")
