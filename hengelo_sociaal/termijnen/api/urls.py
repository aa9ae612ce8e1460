"""Addresses of the term rules."""

from django.urls import path

from hengelo_sociaal.termijnen.api.regels import Termijnberekening, Termijnregels

urlpatterns = [
    path("termijnregels", Termijnregels.as_view(), name="api-termijnregels"),
    path(
        "termijnregels/<str:code>/berekening",
        Termijnberekening.as_view(),
        name="api-termijnberekening",
    ),
]
