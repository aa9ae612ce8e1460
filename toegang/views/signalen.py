"""Signals about debts: the work list with its figures, one case, and taking a file in."""

import uuid

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from hengelo_sociaal.invoer.domain import import_file
from hengelo_sociaal.invoer.exceptions import InvoerGeweigerd
from hengelo_sociaal.kern.fouten import DomeinFout
from hengelo_sociaal.kern.tijd import dag_van, nu
from hengelo_sociaal.logboek.domain import WERKLIJST, log_list
from hengelo_sociaal.medewerkers.poort import vereist, wie
from hengelo_sociaal.termijnen.queries import kalender
from hengelo_sociaal.web.formulieren import formfout
from toegang.domain.signalen import look_at_zaak
from toegang.enums import SignaalzaakStatus
from toegang.forms.signaal import ACTIES, BestandForm, SignaalFilter, SignaalForm
from toegang.models import Signaalzaak
from toegang.queries.resterend import words_left
from toegang.queries.signalen import as_signal_list, figures_of_year
from toegang.queries.zicht import visible_signals
from toegang.rechten import SIGNAAL_INLEZEN, SIGNAAL_LEZEN, SIGNAAL_SCHRIJVEN
from toegang.views.gemeen import filters_used
from toegang.views.melding_beeld import explained

PER_PAGINA = 50


@vereist(SIGNAAL_LEZEN)
@require_GET
def lijst(request: HttpRequest) -> HttpResponse:
    """Cases of my team, what is due first on top, with the figures of this year."""
    by, at = wie(request), nu()
    form = SignaalFilter(request.GET)
    chosen = form.cleaned_data if form.is_valid() else {}
    rows = as_signal_list(visible_signals(by, op=dag_van(at)))
    if chosen.get("toon") == "nieuw":
        rows = rows.filter(status=SignaalzaakStatus.NIEUW)
    elif chosen.get("toon") != "alles":
        rows = rows.exclude(status=SignaalzaakStatus.AFGESLOTEN)
    if chosen.get("van"):
        rows = rows.filter(consulent=by if chosen["van"] == "mij" else None)
    page = Paginator(rows, PER_PAGINA).get_page(request.GET.get("pagina"))
    log_list(
        by=by,
        soort="signaalzaak",
        inwoners=[zaak.inwoner_id for zaak in page if zaak.inwoner_id],
        at=at,
        doel=WERKLIJST,
        filters=filters_used(request),
    )
    days = kalender()
    context = {
        "filter": form,
        "rijen": [(zaak, words_left(zaak.termijn, op=dag_van(at), dagen=days)) for zaak in page],
        "pagina": page,
        "cijfers": figures_of_year(dag_van(at).year, op=dag_van(at)),
        "jaar": dag_van(at).year,
        "mag_inlezen": SIGNAAL_INLEZEN.van(by) is not None,
        "vandaag": dag_van(at),
    }
    return render(request, "toegang/signalen.html", context)


@vereist(SIGNAAL_LEZEN)
@require_http_methods(["GET", "POST"])
def toon(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """One case: its signals, what was tried, and what may be done."""
    zaak = look_at_zaak(by=wie(request), zaak_id=pk, at=nu())
    sent = _sent(request, zaak) if request.method == "POST" else None
    if sent is not None and sent.is_valid():
        try:
            sent.run(by=wie(request), at=nu())
        except DomeinFout as refusal:
            formfout(sent, refusal)
        else:
            messages.success(request, sent.gedaan)
            return redirect("signaal", pk)
    return _show(request, zaak, sent)


def _sent(request: HttpRequest, zaak: Signaalzaak) -> SignaalForm:
    code = request.POST.get("actie", "")
    if code not in ACTIES:
        raise Http404
    return ACTIES[code](request.POST, prefix=code, zaak=zaak)


def _show(request: HttpRequest, zaak: Signaalzaak, sent: SignaalForm | None) -> HttpResponse:
    works = SIGNAAL_SCHRIJVEN.van(wie(request)) is not None
    forms = [
        sent if isinstance(sent, form) else form(prefix=code, zaak=zaak)
        for code, form in ACTIES.items()
        if works and form.past(zaak)
    ]
    context = {
        "zaak": zaak,
        "vormen": forms,
        "gestuurd": sent,
        "uitleg": explained(zaak.termijn.stappen),
        "over": words_left(zaak.termijn, op=dag_van(nu()), dagen=kalender()),
        "totaal": sum(signaal.bedrag for signaal in zaak.signalen.all()),
        "vandaag": dag_van(nu()),
    }
    return render(request, "toegang/signaal.html", context, status=422 if sent else 200)


@vereist(SIGNAAL_INLEZEN)
@require_http_methods(["GET", "POST"])
def inlezen(request: HttpRequest) -> HttpResponse:
    """Take a file of a creditor in, all of it or nothing."""
    form = BestandForm(request.POST or None, request.FILES or None)
    faults = []
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data["bestand"]
        try:
            report = import_file(
                soort="signalen",
                inhoud=given.read(),
                naam=given.name or "signalen.csv",
                by=wie(request),
                at=nu(),
            )
        except DomeinFout as refusal:
            form.add_error("bestand", refusal.melding)
            faults = refusal.fouten if isinstance(refusal, InvoerGeweigerd) else []
        else:
            messages.success(request, report.samenvatting)
            return redirect("signalen")
    context = {"form": form, "fouten": faults}
    status = 422 if form.errors else 200
    return render(request, "toegang/signalen_inlezen.html", context, status=status)
