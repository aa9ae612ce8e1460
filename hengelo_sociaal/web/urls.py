"""Addresses that belong to no app: my work, liveness and readiness."""

from django.urls import path

from hengelo_sociaal.web.views import gezondheid

urlpatterns = [
    path("gezond", gezondheid.gezond, name="gezond"),
    path("gereed", gezondheid.gereed, name="gereed"),
]
