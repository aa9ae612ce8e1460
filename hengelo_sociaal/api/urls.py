"""All addresses below /api/v1/; every app brings its own."""

from django.urls import include, path

from hengelo_sociaal.api.views import Openapi, uitleg

urlpatterns = [
    path("", include("toegang.api.urls")),
    path("", include("hengelo_sociaal.termijnen.api.urls")),
    path("openapi.json", Openapi.as_view(), name="api-openapi"),
    path("uitleg", uitleg, name="api-uitleg"),
    path("", include("plannen.api.urls")),
    path("", include("voorzieningen.api.urls")),
    path("", include("aanbieders.api.urls")),
    path("", include("dashboard.api.urls")),
]
