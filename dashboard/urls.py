"""Addresses of dashboard."""

from django.urls import path

from dashboard.views import (
    begroting,
    geschiedenis,
    indicator,
    overzicht,
    preventie,
    streefwaarden,
    wijk,
    wijken,
)

urlpatterns = [
    path("dashboard", overzicht.overzicht, name="dashboard"),
    path("dashboard/bestand/<str:vorm>", overzicht.bestand, name="dashboard-bestand"),
    path("dashboard/cijfers", overzicht.verversen, name="dashboard-cijfers"),
    path("dashboard/geschiedenis", geschiedenis.geschiedenis, name="geschiedenis"),
    path("dashboard/wijken", wijken.wijken, name="wijken"),
    path("dashboard/wijken/bestand/<str:vorm>", wijken.bestand, name="wijken-bestand"),
    path("dashboard/wijken/<str:code>", wijk.wijk, name="wijk"),
    path("dashboard/wijken/<str:code>/<str:vorm>", wijk.bestand, name="wijk-bestand"),
    path("dashboard/buurten/<str:code>", wijk.buurt, name="buurt"),
    path("dashboard/buurten/<str:code>/<str:vorm>", wijk.buurtbestand, name="buurt-bestand"),
    path("dashboard/preventie", preventie.preventie, name="preventie"),
    path("dashboard/preventie/<str:vorm>", preventie.bestand, name="preventie-bestand"),
    path("dashboard/indicatoren", indicator.lijst, name="indicatoren"),
    path("dashboard/indicatoren/<str:code>", indicator.indicator, name="indicator"),
    path(
        "dashboard/indicatoren/<str:code>/streefwaarde",
        streefwaarden.streefwaarde,
        name="streefwaarde",
    ),
    path(
        "dashboard/indicatoren/<str:code>/<str:vorm>", indicator.bestand, name="indicator-bestand"
    ),
    path("begroting", begroting.begroting, name="begroting"),
    path("begroting/inlezen", begroting.inlezen, name="begroting-inlezen"),
]
