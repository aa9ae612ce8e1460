"""Partners propose about their own organisation; `beleid` takes over or says why not."""

import uuid

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from hengelo_sociaal.kern.fouten import DomeinFout, NietGevonden, Verouderd
from hengelo_sociaal.kern.tijd import nu
from hengelo_sociaal.medewerkers.poort import vereist, wie
from hengelo_sociaal.web.formulieren import formfout
from voorzieningen.domain.gegevens import as_json, gegevens_of
from voorzieningen.domain.organisaties import accept_organisation, beside_now
from voorzieningen.domain.samenleggen import Samengelegd
from voorzieningen.domain.voorstellen import (
    accept_proposal,
    print_beside,
    propose,
    reject_proposal,
)
from voorzieningen.enums import Voorstelsoort, Voorstelstatus
from voorzieningen.forms import AfwijsForm, VoorstelForm
from voorzieningen.models import Organisatie, Voorstel, Voorziening
from voorzieningen.queries.bijhouden import open_proposal, own_organisations
from voorzieningen.queries.verschillen import compare, compare_organisation
from voorzieningen.rechten import SCHRIJVEN, VOORSTELLEN
from voorzieningen.views.bijhouden.gelezen import Gelezen, read_back, to_send

LAATSTE = 10
_MAY_CHANGE = ("inhoud", "basis", "status", "ingediend_door", "ingediend_op")


@vereist(VOORSTELLEN)
@require_GET
def eigen(request: HttpRequest) -> HttpResponse:
    """The entries of one's own organisations, and what became of proposals."""
    organisaties = own_organisations(wie(request)).prefetch_related(
        "voorzieningen__activiteiten__locatie"
    )
    mine = Voorstel.objects.filter(organisatie__in=organisaties).select_related("voorziening")
    context = {"organisaties": organisaties, "voorstellen": mine[:LAATSTE]}
    return render(request, "voorzieningen/bijhouden/eigen.html", context)


@vereist(VOORSTELLEN)
@require_http_methods(["GET", "POST"])
def wijzigen(request: HttpRequest, id: uuid.UUID) -> HttpResponse:
    """Propose a change of an entry of one's own."""
    found = get_object_or_404(Voorziening.objects.select_related("organisatie"), pk=id)
    if found.organisatie is None or found.organisatie not in own_organisations(wie(request)):
        raise NietGevonden()
    return _form(request, found.organisatie, found)


@vereist(VOORSTELLEN)
@require_http_methods(["GET", "POST"])
def nieuw(request: HttpRequest, id: uuid.UUID) -> HttpResponse:
    """Propose a new entry of one's own organisation."""
    organisatie = own_organisations(wie(request)).filter(pk=id).first()
    if organisatie is None:
        raise NietGevonden()
    return _form(request, organisatie, None)


def _form(
    request: HttpRequest, organisatie: Organisatie, found: Voorziening | None
) -> HttpResponse:
    waiting = open_proposal(organisatie, voorziening=found) if found else None
    told = False
    start = beside_now(waiting)[1].inhoud if waiting else {}
    form = VoorstelForm(
        request.POST or None, instance=found, organisatie=organisatie, initial=start
    )
    if request.method == "POST" and form.is_valid():
        read = read_back(request, found.pk) if found else Gelezen()
        try:
            propose(
                organisatie=organisatie,
                voorziening=Voorziening.objects.get(pk=found.pk) if found else None,
                waarden=form.waarden(),
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
    context = {
        "form": form,
        "organisatie": organisatie,
        "voorziening": found,
        "wacht": None if told else waiting,
        "gelezen": _as_read(request, found, waiting, form, told=told),
    }
    status = 422 if form.errors else 200
    return render(request, "voorzieningen/bijhouden/voorstellen.html", context, status=status)


def _as_read(
    request: HttpRequest,
    found: Voorziening | None,
    waiting: Voorstel | None,
    form: VoorstelForm,
    *,
    told: bool,
) -> str:
    """What the form shows of the entry; the rest is not for the partner."""
    if found is None:
        return ""
    kept = as_json(gegevens_of(Voorziening.objects.get(pk=found.pk)))
    now = {name: kept[name] for name in form.fields}
    return to_send(request, found.pk, now, waiting, told=told)


@vereist(SCHRIJVEN)
@require_http_methods(["GET", "POST"])
def beoordelen(request: HttpRequest, id: uuid.UUID) -> HttpResponse:
    """What would change, and taking it over or not."""
    voorstel = get_object_or_404(
        Voorstel.objects.select_related(
            "organisatie", "voorziening", "ingediend_door", "beoordeeld_door"
        ),
        pk=id,
    )
    form = AfwijsForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            return _judge(request, voorstel, form.cleaned_data["reden"])
        except DomeinFout as refused:
            formfout(form, refused)
            voorstel.refresh_from_db(fields=_MAY_CHANGE)
    context = {"voorstel": voorstel, "form": form, **_changes(voorstel)}
    status = 422 if form.errors else 200
    return render(request, "voorzieningen/bijhouden/voorstel.html", context, status=status)


def _changes(voorstel: Voorstel) -> dict[str, object]:
    """What it changes of what is kept now; of one that was judged, what it was about."""
    judged = voorstel.status != Voorstelstatus.INGEDIEND
    if judged and voorstel.basis:
        now, found = voorstel.basis, Samengelegd(voorstel.inhoud)
    else:
        now, found = beside_now(voorstel)
    about_places = voorstel.over == Voorstelsoort.ORGANISATIE
    compared = (compare_organisation if about_places else compare)(
        now, found.inhoud, found.botsingen
    )
    seen = print_beside(voorstel, now)
    heading = "Dit stond in het voorstel" if judged else "Dit verandert er"
    return {
        "kop": heading,
        "verschillen": compared,
        "botst": bool(found.botsingen),
        "gezien": seen,
    }


def _judge(request: HttpRequest, voorstel: Voorstel, reden: str) -> HttpResponse:
    seen = request.POST.get("gezien")
    if "overnemen" in request.POST and voorstel.over == Voorstelsoort.ORGANISATIE:
        changed = accept_organisation(voorstel=voorstel, by=wie(request), at=nu(), gezien=seen)
        messages.success(request, f"De gegevens van {changed.naam} zijn bijgewerkt.")
    elif "overnemen" in request.POST:
        made = accept_proposal(voorstel=voorstel, by=wie(request), at=nu(), gezien=seen)
        messages.success(request, f"{made.naam} is bijgewerkt in de catalogus.")
    else:
        reject_proposal(voorstel=voorstel, reden=reden, by=wie(request), at=nu(), gezien=seen)
        messages.success(request, "De partner ziet dat en waarom dit niet is overgenomen.")
    return redirect("catalogus-bijhouden")
