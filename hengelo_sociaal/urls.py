"""All addresses; every app brings its own (contract.md, Web addresses)."""

from django.contrib import admin
from django.urls import include, path

from hengelo_sociaal.kern.adressen import Adressen

_ADRESSEN = [
    path("api/v1/", include("hengelo_sociaal.api.urls")),  # first: machines ask most
    path("", include("hengelo_sociaal.web.urls")),
    path("", include("hengelo_sociaal.medewerkers.urls")),
    path("", include("hengelo_sociaal.logboek.urls")),
    path("", include("hengelo_sociaal.papier.urls")),
    path("", include("hengelo_sociaal.werk.urls")),
    path("", include("toegang.urls")),
    path("", include("plannen.urls")),
    path("", include("voorzieningen.urls")),
    path("", include("aanbieders.urls")),
    path("", include("dashboard.urls")),
    path("beheer/", admin.site.urls),
]
urlpatterns = [Adressen(_ADRESSEN)]
handler400 = "hengelo_sociaal.web.views.fouten.slecht_verzoek"
handler403 = "hengelo_sociaal.web.views.fouten.geen_toegang"
handler404 = "hengelo_sociaal.web.views.fouten.niet_gevonden"
handler500 = "hengelo_sociaal.web.views.fouten.storing"
