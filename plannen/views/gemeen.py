"""What the views share: opening a plan with its purpose, and a page with one form."""

import uuid
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import wraps
from typing import Any

from django.contrib import messages
from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse

from hengelo_sociaal.kern.fouten import DoelNodig, DomeinFout, GeenRecht, NietGevonden, Verouderd
from hengelo_sociaal.kern.tijd import nu, vandaag
from hengelo_sociaal.medewerkers.domain import is_involved
from hengelo_sociaal.medewerkers.models import Medewerker
from hengelo_sociaal.medewerkers.poort import wie
from hengelo_sociaal.web.formulieren import formfout
from hengelo_sociaal.web.htmx import redirect_anyhow, render_fragment_or_page
from plannen.domain.inzage import look_at_plan
from plannen.models import Afspraak, Deelname, Doel, Evaluatie, Partij, Plan
from plannen.queries.concepten import is_own_draft
from plannen.queries.pagina import household_name
from plannen.rechten import PLAN_SCHRIJVEN
from toegang.forms.doel import DoelForm
from toegang.views.huishoudens import SESSIE

View = Callable[..., HttpResponse]
Deel = Doel | Afspraak | Evaluatie | Deelname | Partij


def ingezonden(request: HttpRequest) -> QueryDict | None:
    """What a form sent; None when it was only opened."""
    return request.POST if request.method == "POST" else None


def stated(request: HttpRequest, plan_id: uuid.UUID) -> str:
    """The purpose that was given for this household, here or in its dossier."""
    given = request.session.get(SESSIE, {})
    return given.get(str(household_of(plan_id)), "") if given else ""


def household_of(plan_id: uuid.UUID) -> uuid.UUID | None:
    """The household of a plan; None when there is no such plan."""
    return Plan.objects.filter(pk=plan_id).values_list("huishouden_id", flat=True).first()


def met_plan(view: View) -> View:
    """Give the view the plan of the address, after logging the look.

    Who may read others' plans with a purpose is asked for it first.
    """

    @wraps(view)
    def opened(request: HttpRequest, id: uuid.UUID, **kwargs: Any) -> HttpResponse:
        try:
            plan = look_at_plan(plan_id=id, by=wie(request), at=nu(), doel=stated(request, id))
        except DoelNodig:
            context = {"plan_id": id, "form": DoelForm()}
            return render(request, "plannen/doel_nodig.html", context, status=403)
        return view(request, plan, **kwargs)

    return opened


def met_deel(
    model: type[Doel | Afspraak | Evaluatie | Deelname | Partij],
) -> Callable[[View], View]:
    """Give the view a plan and the part of it that the address names."""

    def wrap(view: View) -> View:
        inner = met_plan(lambda request, plan, deel: view(request, plan, _part(plan, deel)))

        @wraps(view)
        def opened(request: HttpRequest, id: uuid.UUID) -> HttpResponse:
            path = "doel__plan_id" if model is Afspraak else "plan_id"
            rows = model._default_manager.filter(pk=id)
            plan_id = rows.values_list(path, flat=True).first()
            if plan_id is None:
                raise NietGevonden()
            return inner(request, plan_id, deel=id)

        return opened

    return wrap


def _part(plan: Plan, pk: uuid.UUID) -> Any:
    doelen = list(plan.doelen.all())
    afspraken = [one for doel in doelen for one in doel.afspraken.all()]
    others = (*plan.evaluaties.all(), *plan.deelnames.all(), *plan.partijen.all())
    for part in (*doelen, *afspraken, *others):
        if part.pk == pk:
            return part
    raise NietGevonden()


def adres(plan: Plan, anker: str = "") -> str:
    """The page of a plan, at a place in it."""
    return reverse("plan", args=[plan.pk]) + (f"#{anker}" if anker else "")


@dataclass(frozen=True)
class Mag:
    """What somebody may do in a plan; buttons that would be refused are not drawn."""

    bewerken: bool
    schrijven: bool


def wat_mag(by: Medewerker, plan: Plan) -> Mag:
    """What `by` may do in this plan today; of the draft of a vindplaats only its maker."""
    if plan.vindplaats_id is not None:
        mine = is_own_draft(by, plan, op=vandaag()) and plan.aangeboden_op is None
        return Mag(bewerken=mine and plan.is_actief, schrijven=False)
    involved = plan.is_actief and is_involved(by, plan.huishouden_id, op=vandaag())
    write = involved and PLAN_SCHRIJVEN.van(by) is not None
    return Mag(bewerken=write, schrijven=write)


@dataclass(frozen=True)
class Formulierscherm:
    """A page with one form about a plan: its words, where it goes on, what stands beside it."""

    plan: Plan
    titel: str
    gelukt: str
    terug: str
    knop: str = "Opslaan"
    sjabloon: str = "plannen/formulier.html"
    fragment: str = "plannen/_formulier.html"
    extra: Mapping[str, Any] = field(default_factory=dict)


def form_page(
    request: HttpRequest, form: BaseForm, scherm: Formulierscherm, act: Callable[[], object]
) -> HttpResponse:
    """Show the form; when it was sent well do `act` and go on, else show what is wrong."""
    if form.is_bound and form.is_valid() and attempt(form, act):
        messages.success(request, scherm.gelukt)
        return redirect_anyhow(request, scherm.terug)
    context = {
        "form": form,
        "scherm": scherm,
        "plan": scherm.plan,
        "naam": household_name(scherm.plan),
        **scherm.extra,
    }
    status = 422 if form.is_bound else 200
    return render_fragment_or_page(
        request, scherm.sjabloon, scherm.fragment, context, status=status
    )


def attempt(form: BaseForm, act: Callable[[], object]) -> bool:
    """Do it; a refusal lands in the form. Whether it was done."""
    try:
        act()
    except (GeenRecht, NietGevonden):
        raise
    except Verouderd as refusal:
        _show_conflict(form, refusal)
        return False
    except DomeinFout as refusal:
        formfout(form, refusal)
        form.verschillen = refusal.extra.get("verschillen", [])  # type: ignore[attr-defined]
        return False
    return True


def _show_conflict(form: BaseForm, refusal: Verouderd) -> None:
    """Both values beside each other; saving again is then a choice with eyes open."""
    form.add_error(None, refusal.melding)
    form.verschillen = refusal.extra.get("verschillen", [])  # type: ignore[attr-defined]
    for name in ("wijzigingnummer", "gezien"):
        stands = refusal.extra.get(name)
        if stands is not None:
            form.data = form.data.copy()  # type: ignore[attr-defined]
            form.data[name] = str(stands)  # type: ignore[index]
            form.mag_over = True  # type: ignore[attr-defined]
