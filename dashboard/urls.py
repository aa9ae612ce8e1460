"""Addresses of dashboard."""

from django.urls import path

from dashboard.views import begroting, geschiedenis, indicator, overzicht, streefwaarden, wijken

urlpatterns = [
    path("dashboard", overzicht.overzicht, name="dashboard"),
    path("dashboard/bestand/<str:vorm>", overzicht.bestand, name="dashboard-bestand"),
    path("dashboard/cijfers", overzicht.verversen, name="dashboard-cijfers"),
    path("dashboard/geschiedenis", geschiedenis.geschiedenis, name="geschiedenis"),
    path("dashboard/wijken", wijken.wijken, name="wijken"),
    path("dashboard/wijken/<str:code>", wijken.wijk, name="wijk"),
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
