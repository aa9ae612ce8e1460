"""Addresses that belong to no app: my work, help, liveness and readiness."""

from django.urls import path

from hengelo_sociaal.web.views import gezondheid, schil, stijlgids

urlpatterns = [
    path("", schil.mijn_werk, name="mijn-werk"),
    path("mijn-werk/<slug:code>", schil.deel_van_mijn_werk, name="mijn-werk-deel"),
    path("beheer", schil.beheer, name="beheer"),
    path("hulp", schil.hulp, name="hulp"),
    path("stijlgids", stijlgids.stijlgids, name="stijlgids"),
    path("stijlgids/tablet", stijlgids.stijlgids_tablet, name="stijlgids-tablet"),
    path("gezond", gezondheid.gezond, name="gezond"),
    path("gereed", gezondheid.gereed, name="gereed"),
]
