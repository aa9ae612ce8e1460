"""My plans."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from hengelo_sociaal.kern.tijd import nu, vandaag
from hengelo_sociaal.logboek.domain import log_list
from hengelo_sociaal.medewerkers.poort import vereist, wie
from plannen.forms import FilterForm
from plannen.queries.concepten import only_drafts
from plannen.queries.lijst import my_plans
from plannen.queries.pagina import household_name, running_deelnames
from plannen.rechten import PLAN_LEZEN
from plannen.views.concepten import concept_list

PER_PAGINA = 25


@vereist(PLAN_LEZEN)
def plannen(request: HttpRequest) -> HttpResponse:
    """The plans of the households that I am involved with; a vindplaats sees its own drafts."""
    today, by = vandaag(), wie(request)
    if only_drafts(by):
        return concept_list(request)
    filters = FilterForm(request.GET or {})
    found = my_plans(by, op=today, filter=filters.planfilter())
    page = Paginator(found, PER_PAGINA).get_page(request.GET.get("pagina"))
    rows = [(plan, household_name(plan)) for plan in page]
    people = [one.inwoner_id for plan in page for one in running_deelnames(plan)]
    log_list(by=by, soort="plannen", inwoners=people, doel="mijn plannen", at=nu())
    context = {"filters": filters, "pagina": page, "rijen": rows, "vandaag": today}
    return render(request, "plannen/plannen.html", context)
