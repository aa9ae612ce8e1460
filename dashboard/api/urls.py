"""API addresses of dashboard, below /api/v1/."""

from django.urls import path

from dashboard.api.begroting import Begrotingen
from dashboard.api.indicatoren import IndicatorDetail, Indicatoren, Metingen

urlpatterns = [
    path("indicatoren", Indicatoren.as_view(), name="api-indicatoren"),
    path("indicatoren/<str:code>", IndicatorDetail.as_view(), name="api-indicator"),
    path("indicatoren/<str:code>/metingen", Metingen.as_view(), name="api-metingen"),
    path("begroting", Begrotingen.as_view(), name="api-begroting"),
]
