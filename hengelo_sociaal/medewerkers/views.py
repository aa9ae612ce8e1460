"""Logging in, logging out, and the lock after failed attempts."""

from typing import Any

from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.contrib.auth import views as auth_views
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse_lazy

from hengelo_sociaal.kern.tijd import nu
from hengelo_sociaal.medewerkers.domain import change_password
from hengelo_sociaal.medewerkers.poort import wie
from hengelo_sociaal.web.views.fouten import te_vaak


class Inloggen(auth_views.LoginView):
    """The log-in page; whoever is logged in already goes to their work."""

    template_name = "medewerkers/inloggen.html"
    redirect_authenticated_user = True


class Uitloggen(auth_views.LogoutView):
    """Logs out, by POST."""


class Wachtwoord(auth_views.PasswordChangeView):
    """Somebody's own password; other sessions of that person end."""

    template_name = "medewerkers/wachtwoord.html"
    success_url = reverse_lazy("mijn-werk")

    def form_valid(self, form: Any) -> HttpResponse:
        by = wie(self.request)
        change_password(by=by, wachtwoord=form.cleaned_data["new_password1"], at=nu())
        update_session_auth_hash(self.request, by)
        messages.success(self.request, "Uw wachtwoord is gewijzigd.")
        return redirect(self.get_success_url())


def gebruikersnaam(request: HttpRequest | None, credentials: dict[str, Any] | None) -> str:
    """The name that a lock is kept under: capitals make no other person of somebody."""
    given = (credentials or {}).get("username") or (request.POST.get("username") if request else "")
    return str(given or "").strip().lower()


def geblokkeerd(
    request: HttpRequest, credentials: dict[str, Any], *args: Any, **kwargs: Any
) -> HttpResponse:
    """After too many failed attempts: wait, or ask `beheer`."""
    return te_vaak(
        request,
        uitleg="U heeft te vaak een verkeerd wachtwoord gebruikt.",
        wachttijd="een kwartier",
    )
