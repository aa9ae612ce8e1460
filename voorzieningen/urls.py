"""Addresses of voorzieningen."""

from django.urls import path

from voorzieningen.views import beheer, catalogus

urlpatterns = [
    path("voorzieningen", catalogus.lijst, name="voorzieningen"),
    path("voorzieningen/nieuw", beheer.nieuw, name="voorziening-nieuw"),
    path("voorzieningen/gemis", beheer.gemis, name="gemis-melden"),
    path("voorzieningen/<uuid:id>", catalogus.detail, name="voorziening"),
    path("voorzieningen/<uuid:id>/wijzigen", beheer.wijzigen, name="voorziening-wijzigen"),
]
