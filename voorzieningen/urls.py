"""Addresses of voorzieningen."""

from django.urls import path

from voorzieningen.views import catalogus
from voorzieningen.views.bijhouden import (
    activiteiten,
    bestand,
    businesscase,
    geschiedenis,
    interventies,
    nakijken,
    organisatie,
    overzicht,
    signalen,
    voorstellen,
    voorziening,
)
from voorzieningen.views.openbaar import fout, gegevens, kaart

urlpatterns = [
    path("voorzieningen", catalogus.lijst, name="voorzieningen"),
    path("voorzieningen/nieuw", voorziening.nieuw, name="voorziening-nieuw"),
    path("voorzieningen/gemis", voorziening.gemis, name="gemis-melden"),
    path("voorzieningen/<uuid:id>", catalogus.detail, name="voorziening"),
    path("voorzieningen/bijhouden", overzicht.overzicht, name="catalogus-bijhouden"),
    path("voorzieningen/nakijken", nakijken.lijst, name="catalogus-nakijken"),
    path("voorzieningen/inlezen", overzicht.inlezen, name="catalogus-inlezen"),
    path("voorzieningen/inlezen/huidig.xlsx", bestand.huidig, name="catalogus-bestand"),
    path("voorzieningen/signalen", signalen.signalen, name="gemis-signalen"),
    path("voorzieningen/signalen/<uuid:id>/stoppen", signalen.stoppen, name="collectief-stoppen"),
    path(
        "voorzieningen/signalen/<uuid:id>/hervatten",
        signalen.hervatten,
        name="collectief-hervatten",
    ),
    path(
        "voorzieningen/signalen/activiteit",
        signalen.nieuwe_activiteit,
        name="signaal-activiteit",
    ),
    path(
        "voorzieningen/signalen/<uuid:id>/businesscase",
        businesscase.businesscase,
        name="businesscase",
    ),
    path("voorzieningen/interventies", interventies.lijst, name="interventies"),
    path("voorzieningen/interventies/nieuw", interventies.nieuw, name="interventie-nieuw"),
    path("voorzieningen/interventies/<uuid:id>", interventies.wijzigen, name="interventie"),
    path(
        "voorzieningen/interventies/<uuid:id>/cijfers",
        interventies.cijfers,
        name="interventie-cijfers",
    ),
    path("voorzieningen/mijn-organisatie", voorstellen.eigen, name="mijn-organisatie"),
    path(
        "voorzieningen/mijn-organisatie/<uuid:id>/nieuw", voorstellen.nieuw, name="voorstel-nieuw"
    ),
    path(
        "voorzieningen/mijn-organisatie/<uuid:id>/gegevens",
        organisatie.wijzigen,
        name="organisatie-wijzigen",
    ),
    path("voorzieningen/voorstellen/<uuid:id>", voorstellen.beoordelen, name="voorstel"),
    path(
        "voorzieningen/fouten/<uuid:id>/afgehandeld",
        overzicht.fout_afgehandeld,
        name="fout-afgehandeld",
    ),
    path("voorzieningen/activiteiten/<uuid:id>", activiteiten.wijzigen, name="activiteit-wijzigen"),
    path(
        "voorzieningen/activiteiten/<uuid:id>/opkomst",
        activiteiten.opkomst,
        name="activiteit-opkomst",
    ),
    path("voorzieningen/<uuid:id>/wijzigen", voorziening.wijzigen, name="voorziening-wijzigen"),
    path("voorzieningen/<uuid:id>/voorstel", voorstellen.wijzigen, name="voorstel-wijzigen"),
    path("voorzieningen/<uuid:id>/nagekeken", nakijken.nagekeken, name="voorziening-nagekeken"),
    path("voorzieningen/<uuid:id>/activiteit", activiteiten.nieuw, name="activiteit-nieuw"),
    path(
        "voorzieningen/<uuid:id>/geschiedenis",
        geschiedenis.geschiedenis,
        name="voorziening-geschiedenis",
    ),
    path(
        "voorzieningen/<uuid:id>/geschiedenis/<int:nummer>",
        geschiedenis.terugzetten,
        name="voorziening-terugzetten",
    ),
    path(
        "voorzieningen/<uuid:id>/samenvoegen",
        geschiedenis.samenvoegen,
        name="voorziening-samenvoegen",
    ),
    path("voorzieningen/<uuid:id>/splitsen", geschiedenis.splitsen, name="voorziening-splitsen"),
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
