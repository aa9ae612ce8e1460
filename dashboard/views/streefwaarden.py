"""Setting a target."""

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from dashboard.domain.streefwaarden import set_target
from dashboard.queries.cijfers import find_indicator
from dashboard.rechten import STREEFWAARDEN
from hengelo_sociaal.kern.fouten import DomeinFout
from hengelo_sociaal.kern.tijd import nu, vandaag
from hengelo_sociaal.medewerkers.poort import vereist, wie
from hengelo_sociaal.web.formulieren import formfout
from hengelo_sociaal.web.htmx import render_fragment_or_page


class StreefwaardeForm(forms.Form):
    """A year and what it should be then."""

    jaar = forms.IntegerField(label="Jaar", min_value=2020, max_value=2100)
    waarde = forms.DecimalField(
        label="Streefwaarde", max_digits=12, decimal_places=3, localize=True
    )


@vereist(STREEFWAARDEN)
def streefwaarde(request: HttpRequest, code: str) -> HttpResponse:
    """Set the target of an indicator."""
    found = find_indicator(code)
    form = StreefwaardeForm(request.POST or None, initial={"jaar": vandaag().year})
    if request.method == "POST" and form.is_valid():
        try:
            made = set_target(code=code, **form.cleaned_data, by=wie(request), at=nu())
        except DomeinFout as refused:
            formfout(form, refused)
        else:
            messages.success(request, f"De streefwaarde voor {made.jaar} is bewaard.")
            return redirect("indicator", code)
    return render_fragment_or_page(
        request,
        "dashboard/streefwaarde.html",
        "dashboard/_streefwaarde.html",
        {"form": form, "indicator": found},
        status=422 if form.errors else 200,
    )
