"""API addresses of voorzieningen, below /api/v1/."""

from django.urls import path

from voorzieningen.api.voorzieningen import VoorzieningDetail, Voorzieningen

urlpatterns = [
    path("voorzieningen", Voorzieningen.as_view(), name="api-voorzieningen"),
    path("voorzieningen/<uuid:id>", VoorzieningDetail.as_view(), name="api-voorziening"),
]
