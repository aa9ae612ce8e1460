"""Addresses of voorzieningen."""

from django.urls import path

from voorzieningen.views import beheer, catalogus
from voorzieningen.views.openbaar import fout, gegevens, kaart

urlpatterns = [
    path("voorzieningen", catalogus.lijst, name="voorzieningen"),
    path("voorzieningen/nieuw", beheer.nieuw, name="voorziening-nieuw"),
    path("voorzieningen/gemis", beheer.gemis, name="gemis-melden"),
    path("voorzieningen/<uuid:id>", catalogus.detail, name="voorziening"),
    path("voorzieningen/<uuid:id>/wijzigen", beheer.wijzigen, name="voorziening-wijzigen"),
    path("sociale-kaart", kaart.kaart, name="sociale-kaart"),
    path("sociale-kaart/open-data.csv", gegevens.open_csv, name="sociale-kaart-csv"),
    path("sociale-kaart/open-data.json", gegevens.open_json, name="sociale-kaart-json"),
    path("sociale-kaart/<slug:code>", kaart.voorziening, name="sociale-kaart-voorziening"),
    path("sociale-kaart/<slug:code>/agenda.ics", kaart.agenda, name="sociale-kaart-agenda"),
    path("sociale-kaart/<slug:code>/schema.jsonld", kaart.json_ld, name="sociale-kaart-json-ld"),
    path("sociale-kaart/<slug:code>/fout", fout.melden, name="sociale-kaart-fout"),
    path("sociale-kaart/<slug:code>/bedankt", fout.bedankt, name="sociale-kaart-fout-bedankt"),
    path("sitemap.xml", gegevens.sitemap, name="sitemap"),
    path("robots.txt", gegevens.robots, name="robots"),
]
