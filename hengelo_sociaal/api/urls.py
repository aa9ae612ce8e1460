"""All addresses below /api/v1/; every app brings its own."""

from django.urls import include, path

urlpatterns = [
    path("", include("hengelo_sociaal.termijnen.api.urls")),
    path("", include("toegang.api.urls")),
    path("", include("plannen.api.urls")),
    path("", include("voorzieningen.api.urls")),
    path("", include("aanbieders.api.urls")),
    path("", include("dashboard.api.urls")),
]
