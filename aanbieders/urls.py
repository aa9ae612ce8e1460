"""Addresses of aanbieders."""

from django.urls import path

from aanbieders.views import aanbieders, contracten, producten, toewijzingen

urlpatterns = [
    path("aanbieders", aanbieders.lijst, name="aanbieders"),
    path("aanbieders/nieuw", aanbieders.nieuw, name="aanbieder-nieuw"),
    path("aanbieders/<uuid:id>", aanbieders.detail, name="aanbieder"),
    path("contracten", contracten.lijst, name="contracten"),
    path("contracten.csv", contracten.uitvoer, name="contracten-csv"),
    path("contracten/nieuw", contracten.nieuw, name="contract-nieuw"),
    path("contracten/<uuid:id>", contracten.detail, name="contract"),
    path("contracten/<uuid:id>/wijzigen", contracten.wijzigen, name="contract-wijzigen"),
    path("contracten/<uuid:id>/tarief", contracten.tarief, name="contract-tarief"),
    path("producten", producten.lijst, name="producten"),
    path("producten/nieuw", producten.nieuw, name="product-nieuw"),
    path("producten/<uuid:id>", producten.detail, name="product"),
    path("producten/<uuid:id>/wijzigen", producten.wijzigen, name="product-wijzigen"),
    path("toewijzingen", toewijzingen.lijst, name="toewijzingen"),
    path("toewijzingen/nieuw", toewijzingen.nieuw, name="toewijzing-nieuw"),
    path("toewijzingen/nieuw/<uuid:id>", toewijzingen.voor_inwoner, name="toewijzing-voor"),
    path("toewijzingen/<uuid:id>", toewijzingen.detail, name="toewijzing"),
    path("toewijzingen/<uuid:id>/einde", toewijzingen.beeindigen, name="toewijzing-einde"),
    path("toewijzingen/<uuid:id>/wijziging", toewijzingen.verlengen, name="toewijzing-wijziging"),
]
