"""API addresses of aanbieders, below /api/v1/."""

from django.urls import path

from aanbieders.api.lijsten import Aanbieders, Contracten, Toewijzingen

urlpatterns = [
    path("aanbieders", Aanbieders.as_view(), name="api-aanbieders"),
    path("contracten", Contracten.as_view(), name="api-contracten"),
    path("toewijzingen", Toewijzingen.as_view(), name="api-toewijzingen"),
]
