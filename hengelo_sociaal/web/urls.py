"""Addresses that belong to no app: my work, help, liveness and readiness."""

from django.urls import path

from hengelo_sociaal.web.views import gezondheid, schil

urlpatterns = [
    path("", schil.mijn_werk, name="mijn-werk"),
    path("hulp", schil.hulp, name="hulp"),
    path("gezond", gezondheid.gezond, name="gezond"),
    path("gereed", gezondheid.gereed, name="gereed"),
]
