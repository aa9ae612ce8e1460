"""What waits for whoever keeps the catalogue, and taking a file in."""

import base64
import uuid
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from hengelo_sociaal.invoer.domain import Verslag, import_file
from hengelo_sociaal.invoer.exceptions import InvoerGeweigerd
from hengelo_sociaal.kern.fouten import DomeinFout, Verouderd
from hengelo_sociaal.kern.tijd import nu, vandaag
from hengelo_sociaal.medewerkers.poort import vereist, wie
from voorzieningen.domain.fouten import settle_mistake
from voorzieningen.domain.inlezen import VERPLICHT
from voorzieningen.forms import InleesForm
from voorzieningen.importers import OPTIONEEL
from voorzieningen.models import Foutmelding
from voorzieningen.queries.bijhouden import drafts, open_mistakes, stale, waiting_proposals
from voorzieningen.rechten import SCHRIJVEN

ROWS = 12
MOST_SHOWN = 300


@vereist(SCHRIJVEN)
@require_GET
def overzicht(request: HttpRequest) -> HttpResponse:
    """Proposals, reports of readers, drafts, and what was not checked for long."""
    context = {
        "voorstellen": waiting_proposals()[:ROWS],
        "fouten": open_mistakes()[:ROWS],
        "concepten": drafts()[:ROWS],
        "verouderd": stale(vandaag())[:ROWS],
        "aantal_verouderd": stale(vandaag()).count(),
    }
    return render(request, "voorzieningen/bijhouden/overzicht.html", context)


@vereist(SCHRIJVEN)
@require_POST
def fout_afgehandeld(request: HttpRequest, id: uuid.UUID) -> HttpResponse:
    """A report of a reader has been dealt with."""
    settle_mistake(melding=get_object_or_404(Foutmelding, pk=id), by=wie(request), at=nu())
    messages.success(request, "De melding is afgehandeld.")
    return redirect("catalogus-bijhouden")


@vereist(SCHRIJVEN)
@require_http_methods(["GET", "POST"])
def inlezen(request: HttpRequest) -> HttpResponse:
    """Choose a file, see what would change and what is wrong, then take it in."""
    if request.method != "POST":
        return _file_page(request, InleesForm())
    form = InleesForm(request.POST, request.FILES)
    if not form.is_valid():
        return _file_page(request, form)
    if "definitief" in request.POST:
        try:
            report = _take_in(request, form, proef=False)
        except Verouderd as refusal:
            form.add_error(None, refusal.melding)
        except DomeinFout as refusal:
            return _refusal_page(request, form, refusal)
        else:
            messages.success(request, report.samenvatting)
            return redirect("catalogus-bijhouden")
    try:
        report = _take_in(request, form, proef=True)
    except DomeinFout as refusal:
        return _refusal_page(request, form, refusal)
    return _trial_page(request, form, report)


def _refusal_page(request: HttpRequest, form: InleesForm, refusal: DomeinFout) -> HttpResponse:
    """Why the file is not taken in, with every bad line when that is why."""
    form.add_error("bestand", refusal.melding)
    faults = refusal.fouten if isinstance(refusal, InvoerGeweigerd) else ()
    return _file_page(request, form, fouten=faults)


def _trial_page(request: HttpRequest, form: InleesForm, report: Verslag) -> HttpResponse:
    """What the file would change, with the file and a print of that to send along again."""
    kept = base64.b64encode(form.cleaned_data["bytes"]).decode()
    changes = report.telling.wijzigingen
    return _file_page(
        request,
        form,
        verslag=report,
        wijzigingen=changes[:MOST_SHOWN],
        meer=max(0, len(changes) - MOST_SHOWN),
        inhoud=kept,
    )


def _take_in(request: HttpRequest, form: InleesForm, *, proef: bool) -> Verslag:
    return import_file(
        soort="voorzieningen",
        inhoud=form.cleaned_data["bytes"],
        naam=form.cleaned_data["naam"],
        by=wie(request),
        at=nu(),
        proef=proef,
        gezien=None if proef else request.POST.get("gezien"),
    )


def _file_page(request: HttpRequest, form: InleesForm, **extra: Any) -> HttpResponse:
    context = {"form": form, "verplicht": VERPLICHT, "optioneel": OPTIONEEL, **extra}
    status = 422 if form.errors else 200
    return render(request, "voorzieningen/bijhouden/inlezen.html", context, status=status)
