"""What is expected of something that was taken up, beside who came so far."""

import uuid

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from hengelo_sociaal.kern.fouten import DomeinFout, NietGevonden
from hengelo_sociaal.kern.tijd import nu
from hengelo_sociaal.medewerkers.poort import vereist, wie
from hengelo_sociaal.web.formulieren import formfout
from voorzieningen.domain.activiteiten import require_keeper
from voorzieningen.domain.collectief import expect
from voorzieningen.forms import BusinesscaseForm
from voorzieningen.models import Businesscase
from voorzieningen.queries.bundels import running
from voorzieningen.rechten import SCHRIJVEN, VOORSTELLEN


@vereist(SCHRIJVEN, VOORSTELLEN)
@require_http_methods(["GET", "POST"])
def businesscase(request: HttpRequest, id: uuid.UUID) -> HttpResponse:
    """Write down what is expected; another organisation's is not there for a partner."""
    found = get_object_or_404(running(), pk=id)
    try:
        require_keeper(wie(request), found.activiteit.voorziening)
    except DomeinFout as refused:
        raise NietGevonden() from refused
    known = Businesscase.objects.filter(collectief=found).first()
    form = BusinesscaseForm(request.POST or None, instance=known)
    if request.method == "POST" and form.is_valid():
        try:
            expect(collectief=found, verwachting=form.verwachting(), by=wie(request), at=nu())
        except DomeinFout as refused:
            formfout(form, refused)
        else:
            messages.success(request, "De verwachting is bewaard.")
            return redirect("gemis-signalen")
    context = {"form": form, "collectief": found, "bewaard": known}
    status = 422 if form.errors else 200
    return render(request, "voorzieningen/bijhouden/businesscase.html", context, status=status)
