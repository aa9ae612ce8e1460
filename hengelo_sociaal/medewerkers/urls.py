"""Logging in and out."""

from django.urls import path

from hengelo_sociaal.medewerkers import views
from hengelo_sociaal.medewerkers.poort import openbaar

urlpatterns = [
    path("inloggen", openbaar(views.Inloggen.as_view()), name="inloggen"),
    path("uitloggen", openbaar(views.Uitloggen.as_view()), name="uitloggen"),
]
