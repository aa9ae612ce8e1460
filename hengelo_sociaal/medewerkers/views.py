"""Logging in, logging out, and the lock after failed attempts."""

from typing import Any

from django.contrib.auth import views as auth_views
from django.http import HttpRequest, HttpResponse

from hengelo_sociaal.web.views.fouten import te_vaak


class Inloggen(auth_views.LoginView):
    """The log-in page; whoever is logged in already goes to their work."""

    template_name = "medewerkers/inloggen.html"
    redirect_authenticated_user = True


class Uitloggen(auth_views.LogoutView):
    """Logs out, by POST."""


def geblokkeerd(
    request: HttpRequest, credentials: dict[str, Any], *args: Any, **kwargs: Any
) -> HttpResponse:
    """After too many failed attempts: wait, or ask `beheer`."""
    return te_vaak(
        request,
        uitleg="U heeft te vaak een verkeerd wachtwoord gebruikt.",
        wachttijd="een kwartier",
    )
