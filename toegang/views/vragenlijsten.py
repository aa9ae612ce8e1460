"""The questions themselves, for `beheer`: versions, a concept to work on, a check, a preview."""

import uuid

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from hengelo_sociaal.kern.fouten import DomeinFout
from hengelo_sociaal.kern.tijd import nu
from hengelo_sociaal.medewerkers.poort import vereist, wie
from hengelo_sociaal.waarden.models import Leefgebied
from hengelo_sociaal.web.formulieren import formfout
from toegang.domain.vragenlijst import (
    drop_concept_version,
    move_question,
    prepare_version,
    remove_question,
)
from toegang.forms.uitvraag import UitvraagForm
from toegang.forms.vragenlijst import KrachtForm, VraagForm
from toegang.models import Vragenlijst, VragenlijstVersie
from toegang.queries.vragenlijst import (
    Vraag,
    differences,
    faults_in,
    in_force,
    incompatible,
    questions_of,
    sections_of,
)
from toegang.rechten import VRAGENLIJST_BEHEREN


@vereist(VRAGENLIJST_BEHEREN)
@require_GET
def lijst(request: HttpRequest) -> HttpResponse:
    """Every questionnaire with its versions."""
    lists = Vragenlijst.objects.prefetch_related("versies")
    return render(request, "toegang/vragenlijsten/lijst.html", {"vragenlijsten": lists})


@vereist(VRAGENLIJST_BEHEREN)
@require_POST
def voorbereiden(request: HttpRequest, code: str) -> HttpResponse:
    """Work on the concept; made from what is in force when there is none."""
    made = prepare_version(by=wie(request), vragenlijst=code, at=nu())
    return redirect("vragenlijst-versie", made.pk)


@vereist(VRAGENLIJST_BEHEREN)
@require_http_methods(["GET", "POST"])
def versie(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """One version as it is asked, with the check of what is different; POST puts it in force."""
    version = _version(pk)
    form = KrachtForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            form.run(by=wie(request), versie_id=pk, at=nu())
        except DomeinFout as refusal:
            formfout(form, refusal)
        else:
            messages.success(request, form.gedaan)
            return redirect("vragenlijst-versie", pk)
    context = {"versie": version, "form": form, "onderdelen": sections_of(version.inhoud)}
    context |= _check(version) if version.is_concept else {}
    status = 422 if form.errors else 200
    return render(request, "toegang/vragenlijsten/versie.html", context, status=status)


@vereist(VRAGENLIJST_BEHEREN)
@require_GET
def voorbeeld(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """The version drawn by the renderer that everybody fills in."""
    version = _version(pk)
    names = dict(Leefgebied.objects.values_list("code", "label"))
    form = UitvraagForm(versie=version, gebieden=names)
    context = {"versie": version, "form": form, "open_verdieping": True}
    return render(request, "toegang/vragenlijsten/voorbeeld.html", context)


@vereist(VRAGENLIJST_BEHEREN)
@require_http_methods(["GET", "POST"])
def vraag(request: HttpRequest, pk: uuid.UUID, code: str = "") -> HttpResponse:
    """Write a question of the concept, new or existing."""
    version = _version(pk)
    known = next((one for one in questions_of(version.inhoud) if one.code == code), None)
    if code and known is None:
        return redirect("vragenlijst-versie", pk)
    form = VraagForm(
        request.POST or None,
        initial=_initial(version, known),
        onderdelen=sections_of(version.inhoud),
        bestaand=known,
    )
    if request.method == "POST" and form.is_valid():
        try:
            form.run(by=wie(request), versie_id=pk, at=nu())
        except DomeinFout as refusal:
            formfout(form, refusal)
        else:
            messages.success(request, form.gedaan)
            return redirect("vragenlijst-versie", pk)
    context = {"versie": version, "form": form, "vraag": known}
    status = 422 if form.errors else 200
    return render(request, "toegang/vragenlijsten/vraag.html", context, status=status)


@vereist(VRAGENLIJST_BEHEREN)
@require_POST
def verzet(request: HttpRequest, pk: uuid.UUID, code: str) -> HttpResponse:
    """A question earlier, later, or no longer."""
    action = request.POST.get("actie")
    if action == "vervalt":
        remove_question(by=wie(request), versie_id=pk, code=code, at=nu())
        messages.success(request, "De vraag vervalt in deze versie. Oude antwoorden blijven staan.")
    else:
        up = action == "omhoog"
        move_question(by=wie(request), versie_id=pk, code=code, omhoog=up, at=nu())
    return redirect("vragenlijst-versie", pk)


@vereist(VRAGENLIJST_BEHEREN)
@require_POST
def weggooien(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Throw the concept away."""
    drop_concept_version(by=wie(request), versie_id=pk, at=nu())
    messages.success(request, "Het concept is weggegooid.")
    return redirect("vragenlijsten")


def _version(pk: uuid.UUID) -> VragenlijstVersie:
    return get_object_or_404(VragenlijstVersie.objects.select_related("vragenlijst"), pk=pk)


def _check(version: VragenlijstVersie) -> dict[str, object]:
    """What is different from what is in force, and what still hinders."""
    now = in_force(version.vragenlijst_id)
    faults = faults_in(version.inhoud, is_instrument=version.vragenlijst.is_instrument)
    return {
        "nu": now,
        "anders": differences(now.inhoud, version.inhoud) if now else [],
        "fouten": faults + (incompatible(now.inhoud, version.inhoud) if now else []),
    }


def _initial(version: VragenlijstVersie, known: Vraag | None) -> dict[str, object]:
    start: dict[str, object] = {"revisie": version.revisie}
    if known is None:
        return start
    here = next(p.code for p in sections_of(version.inhoud) if known in p.vragen)
    return start | {
        "vraag": known.vraag,
        "hulp": known.hulp,
        "onderdeel": here,
        "soort": known.soort,
        "punten": list(known.punten),
        "opties": "\n".join(optie.label for optie in known.opties),
    }
