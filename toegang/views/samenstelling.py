"""Changing a household: who belongs to it, where it is, and what is known of somebody."""

import uuid
from dataclasses import asdict
from typing import Any

from django.contrib import messages
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from hengelo_sociaal.kern.fouten import DomeinFout, NietGevonden, Verouderd
from hengelo_sociaal.kern.tijd import nu, vandaag
from hengelo_sociaal.medewerkers.poort import vereist, wie
from hengelo_sociaal.web.formulieren import formfout
from toegang.domain.aanmelden import known_of
from toegang.domain.dossier import Dossier
from toegang.domain.huishouden import Adres, change_address
from toegang.domain.inwoner import change_inwoner
from toegang.domain.wijzigen import require_may_change
from toegang.forms.huishouden import EindeForm, LidForm
from toegang.forms.inwoner import WijzigAdresForm, WijzigInwonerForm, cleaned_bsn
from toegang.models import Lidmaatschap
from toegang.queries.huishouden import family_name
from toegang.rechten import HUISHOUDEN_WIJZIGEN
from toegang.views.huishoudens import open_or_ask
from toegang.views.zoeken import find_people


@vereist(HUISHOUDEN_WIJZIGEN)
@require_http_methods(["GET", "POST"])
def lid_nieuw(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Search somebody, then say as what and from when they belong to the household."""
    opened = open_to_change(request, pk)
    found = find_people(request)
    adding = request.POST.get("actie") == "toevoegen"
    form = LidForm(request.POST if adding else None, treffers=found.get("treffers", []))
    if adding and form.is_valid():
        try:
            made = form.run(by=wie(request), huishouden_id=pk, at=nu())
        except DomeinFout as refusal:
            formfout(form, refusal)
        else:
            messages.success(request, f"{made.inwoner.naam} hoort nu bij dit huishouden.")
            return redirect("huishouden", pk)
    return _show(request, "toegang/lid_nieuw.html", opened, form, **found)


@vereist(HUISHOUDEN_WIJZIGEN)
@require_http_methods(["GET", "POST"])
def lid_einde(request: HttpRequest, pk: uuid.UUID, lid: int) -> HttpResponse:
    """Somebody moved out or died."""
    opened = open_to_change(request, pk)
    member = next((member for member in opened.leden if member.pk == lid), None)
    if member is None:
        raise NietGevonden()
    form = EindeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            form.run(by=wie(request), lid=member, at=nu())
        except DomeinFout as refusal:
            formfout(form, refusal)
        else:
            messages.success(request, f"{member.inwoner.naam} hoort niet meer bij dit huishouden.")
            return redirect("huishouden", pk)
    return _show(request, "toegang/lid_einde.html", opened, form, lid=member)


@vereist(HUISHOUDEN_WIJZIGEN)
@require_http_methods(["GET", "POST"])
def adres(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Another address, or a correction of it."""
    opened = open_to_change(request, pk)
    home = opened.huishouden
    known = asdict(Adres(**{name: getattr(home, name) for name in Adres.__dataclass_fields__}))
    form = WijzigAdresForm(request.POST or None, initial=known | {"revisie": home.revisie})
    differences: list[Any] = []
    if request.method == "POST" and form.is_valid():
        try:
            change_address(
                by=wie(request),
                huishouden_id=pk,
                adres=form.adres(),
                revisie=form.cleaned_data["revisie"],
                at=nu(),
            )
        except DomeinFout as refusal:
            form, differences = _refused(form, refusal)
        else:
            messages.success(request, "Het adres is gewijzigd.")
            return redirect("huishouden", pk)
    return _show(request, "toegang/adres.html", opened, form, verschillen=differences)


@vereist(HUISHOUDEN_WIJZIGEN)
@require_http_methods(["GET", "POST"])
def inwoner(request: HttpRequest, pk: uuid.UUID, inwoner_id: uuid.UUID) -> HttpResponse:
    """A correction of what is known of somebody in the household."""
    opened = open_to_change(request, pk)
    member = _member(opened, inwoner_id)
    known = asdict(known_of(member.inwoner)) | {"revisie": member.inwoner.revisie}
    form = WijzigInwonerForm(request.POST or None, initial=known)
    differences: list[Any] = []
    if request.method == "POST" and form.is_valid():
        try:
            _correct(request, form, member)
        except DomeinFout as refusal:
            form, differences = _refused(form, refusal)
        else:
            messages.success(request, "De gegevens zijn gewijzigd.")
            return redirect("huishouden", pk)
    context = {"verschillen": differences, "lid": member}
    return _show(request, "toegang/inwoner_wijzigen.html", opened, form, **context)


def _correct(request: HttpRequest, form: WijzigInwonerForm, member: Lidmaatschap) -> None:
    change_inwoner(
        by=wie(request),
        inwoner_id=member.inwoner_id,
        gegevens=form.gegevens(overleden_op=member.inwoner.overleden_op),
        revisie=form.cleaned_data["revisie"],
        bsn=cleaned_bsn(form.cleaned_data),
        at=nu(),
    )


def open_to_change(request: HttpRequest, pk: uuid.UUID) -> Dossier:
    """The household, logged; who only looks with a purpose changes nothing in it."""
    opened = open_or_ask(request, pk)
    require_may_change(wie(request), pk, op=vandaag())
    return opened


def _member(opened: Dossier, inwoner_id: uuid.UUID) -> Lidmaatschap:
    for member in opened.leden:
        if member.inwoner_id == inwoner_id:
            return member
    raise NietGevonden()


def _refused(form: Any, refusal: DomeinFout) -> tuple[Any, list[Any]]:
    """The form again; after a colleague's change with both values, ready to choose."""
    if not isinstance(refusal, Verouderd):
        formfout(form, refusal)
        return form, []
    data = form.data.copy()
    data["revisie"] = refusal.extra["revisie"]
    again = type(form)(data)
    again.add_error(None, refusal.melding)
    shown = [
        {
            "veld": again.fields[row["veld"]].label or row["veld"].capitalize(),
            "nu": row["nu"],
            "ingevuld": row["ingevuld"],
        }
        for row in refusal.extra["verschillen"]  # type: ignore[attr-defined]
        if row["veld"] in again.fields
    ]
    return again, shown


def _show(
    request: HttpRequest, template: str, opened: Dossier, form: Form, **extra: Any
) -> HttpResponse:
    context = {
        "dossier": opened,
        "huishouden": opened.huishouden,
        "naam": family_name(opened.leden),
        "form": form,
        **extra,
    }
    return render(request, template, context, status=422 if form.errors else 200)
