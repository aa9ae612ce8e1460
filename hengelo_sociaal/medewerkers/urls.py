"""Logging in and out, and one's own password."""

from django.urls import path

from hengelo_sociaal.medewerkers import views
from hengelo_sociaal.medewerkers.poort import iedereen, openbaar

urlpatterns = [
    path("inloggen", openbaar(views.Inloggen.as_view()), name="inloggen"),
    path("uitloggen", openbaar(views.Uitloggen.as_view()), name="uitloggen"),
    path("wachtwoord", iedereen(views.Wachtwoord.as_view()), name="wachtwoord"),
]
