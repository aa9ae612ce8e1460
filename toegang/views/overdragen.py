"""All work of a colleague to another one, what came of it, and undoing that."""

import uuid
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from hengelo_sociaal.kern.fouten import DomeinFout, GeenRecht, NietGevonden
from hengelo_sociaal.kern.tijd import nu, vandaag
from hengelo_sociaal.medewerkers.models import Medewerker
from hengelo_sociaal.medewerkers.poort import iedereen, vereist, wie
from hengelo_sociaal.web.formulieren import formfout
from toegang.domain.overdragen.alles import (
    Vooruitblik,
    share_team,
    shown_to,
    stayed_for,
    stayed_in_words,
    undo_hand_over,
    unfinished,
    work_in_words,
)
from toegang.forms.overdragen import AllesOverdragenForm, NaarWieForm
from toegang.forms.samenvoegen import RedenForm
from toegang.models import Melding, Werkoverdracht
from toegang.rechten import TEAM_VERDELEN, TEAM_ZIEN


@vereist(TEAM_VERDELEN)
@require_http_methods(["GET", "POST"])
def alles(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """What a colleague of my team has unfinished; to whom it goes and what stays; and then so."""
    by = wie(request)
    leaving = _of_my_team(by, pk)
    form = AllesOverdragenForm(request.POST or None, van=leaving, by=by)
    if request.method == "POST" and form.is_valid():
        try:
            made = form.run(at=nu())
        except DomeinFout as refusal:
            formfout(form, refusal)
        else:
            said = f"Het werk van {leaving.naam} is nu van {made.naar.naam}."
            messages.success(request, f"{said} {stayed_for(made, by)}".strip())
            return redirect("werkoverdracht", made.pk)
    chosen = request.POST if request.method == "POST" else request.GET
    first = NaarWieForm(chosen if chosen.get("naar_id") else None, van=leaving, by=by)
    preview = _preview(first)
    if preview is not None and not form.is_bound:
        form = AllesOverdragenForm(van=leaving, by=by, initial={"naar_id": preview.naar.pk})
    context = {
        "collega": leaving,
        "werk": unfinished(leaving, op=vandaag(), by=by),
        "kies": first,
        "vooruit": preview,
        "form": form,
    }
    return _page(request, "toegang/alles_overdragen.html", context, form)


def _preview(form: NaarWieForm) -> Vooruitblik | None:
    """What would happen with the colleague that was chosen; the form says when it cannot."""
    if not form.is_valid():
        return None
    try:
        return form.preview(at=nu())
    except DomeinFout as refusal:
        formfout(form, refusal)
        return None


@iedereen
@require_http_methods(["GET", "POST"])
def overdracht(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """What was handed over, for who got it and who leads the team; who leads undoes it.

    Any role may have got some of it: the counter a call, a jurist a complaint.
    """
    by = wie(request)
    rows = Werkoverdracht.objects.select_related("van", "naar", "door", "teruggedraaid_door")
    made = get_object_or_404(rows, pk=pk)
    leads = TEAM_VERDELEN.van(by) is not None and share_team(by, made.van)
    if not leads and by.pk not in {made.naar_id, made.van_id}:
        raise NietGevonden()
    if request.method == "POST" and not leads:
        raise GeenRecht("Alleen de teamleider draait dit terug.")
    form = RedenForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            back = undo_hand_over(
                by=by, overdracht_id=pk, reden=form.cleaned_data["reden"], at=nu()
            )
        except DomeinFout as refusal:
            formfout(form, refusal)
        else:
            stayed = f" {back.bleef} bleef waar het nu is." if back.bleef else ""
            messages.success(request, f"Teruggedraaid: {back.terug} ging terug.{stayed}")
            return redirect("werkoverdracht", pk)
    numbers = [key for code, key in made.stukken if code == "melding"]
    context = {
        "overdracht": made,
        "werk": work_in_words(shown_to(by, made.stukken)),
        "bleef": stayed_in_words(shown_to(by, made.gebleven)),
        "meldingen": Melding.objects.filter(pk__in=numbers).order_by("nummer").only("nummer"),
        "mag_terug": leads,
        "ziet_team": TEAM_ZIEN.van(by) is not None,
        "form": form,
    }
    return _page(request, "toegang/werkoverdracht.html", context, form)


def _of_my_team(by: Medewerker, pk: uuid.UUID) -> Medewerker:
    found = get_object_or_404(Medewerker, pk=pk)
    if not share_team(by, found):
        raise NietGevonden()
    return found


def _page(request: HttpRequest, template: str, context: dict[str, Any], form: Any) -> HttpResponse:
    return render(request, template, context, status=422 if form.errors else 200)
