"""Addresses of the front door."""

from django.urls import path

from toegang.views import (
    aanbod,
    balie,
    brieven,
    contacten,
    dubbelen,
    gebeurtenissen,
    huisbezoeken,
    huishoudens,
    hulpvraag,
    inwoners,
    meldingen,
    netwerk,
    samenstelling,
    terugbellen,
    tijdlijn,
    uitvragen,
    vragenlijsten,
    webvragen,
    zoeken,
)

urlpatterns = [
    path("zoeken", zoeken.zoeken, name="zoeken"),
    path("contacten", contacten.lijst, name="contacten"),
    path("contacten/nieuw", balie.nieuw, name="contact-nieuw"),
    path("contacten/nieuw/concept", balie.concept, name="contact-concept"),
    path("contacten/nieuw/hulp", balie.hulp, name="contact-hulp"),
    path("contacten/nieuw/kies", balie.kies, name="contact-kies"),
    path("contacten/nieuw/zoeken", zoeken.bij_contact, name="contact-zoeken"),
    path("contacten/<uuid:pk>", contacten.toon, name="contact"),
    path("contacten/<uuid:pk>/intrekken", contacten.intrekken, name="contact-intrekken"),
    path("dubbelen", dubbelen.lijst, name="dubbelen"),
    path("dubbelen/<uuid:pk>/anders", dubbelen.anders, name="dubbel-anders"),
    path("huisbezoeken", huisbezoeken.lijst, name="huisbezoeken"),
    path("huisbezoeken/<uuid:pk>", huisbezoeken.toon, name="huisbezoek"),
    path("hulpvragen/<uuid:pk>/aanbod", aanbod.aanbod, name="vraag-aanbod"),
    path("huishoudens/<uuid:pk>", huishoudens.dossier, name="huishouden"),
    path("huishoudens/<uuid:pk>/tijdlijn", tijdlijn.tijdlijn, name="huishouden-tijdlijn"),
    path("huishoudens/<uuid:pk>/adres", samenstelling.adres, name="huishouden-adres"),
    path(
        "huishoudens/<uuid:pk>/inwoners/<uuid:inwoner_id>",
        samenstelling.inwoner,
        name="huishouden-inwoner",
    ),
    path("huishoudens/<uuid:pk>/leden/nieuw", samenstelling.lid_nieuw, name="huishouden-lid-nieuw"),
    path(
        "huishoudens/<uuid:pk>/leden/<int:lid>/einde",
        samenstelling.lid_einde,
        name="huishouden-lid-einde",
    ),
    path("huishoudens/<uuid:pk>/bewoners", gebeurtenissen.bewoners, name="huishouden-bewoners"),
    path("huishoudens/<uuid:pk>/netwerk/nieuw", netwerk.nieuw, name="netwerk-nieuw"),
    path(
        "huishoudens/<uuid:pk>/netwerk/<uuid:ander>/einde",
        netwerk.netwerk_einde,
        name="netwerk-einde",
    ),
    path(
        "huishoudens/<uuid:pk>/verandering",
        gebeurtenissen.kiezen,
        name="huishouden-verandering-kiezen",
    ),
    path(
        "huishoudens/<uuid:pk>/verandering/<slug:soort>",
        gebeurtenissen.verandering,
        name="huishouden-verandering",
    ),
    path(
        "huishoudens/<uuid:pk>/vertegenwoordigers/nieuw",
        netwerk.vertegenwoordiger,
        name="vertegenwoordiger-nieuw",
    ),
    path(
        "huishoudens/<uuid:pk>/vertegenwoordigers/<uuid:ander>/einde",
        netwerk.vertegenwoordiger_einde,
        name="vertegenwoordiger-einde",
    ),
    path("huishoudens/<uuid:pk>/dubbel", dubbelen.zoeken, name="huishouden-dubbel"),
    path(
        "huishoudens/<uuid:pk>/samenvoegen/<uuid:ander>",
        dubbelen.huishoudens,
        name="huishouden-samenvoegen",
    ),
    path("meldingen", meldingen.lijst, name="meldingen"),
    path("meldingen/<uuid:pk>", meldingen.toon, name="melding"),
    path("meldingen/<uuid:pk>/stap/<slug:code>", meldingen.stap, name="melding-stap"),
    path("meldingen/<uuid:pk>/brieven/<slug:soort>", brieven.brief, name="melding-brief"),
    path(
        "meldingen/<uuid:pk>/brieven/<slug:soort>.pdf", brieven.brief_pdf, name="melding-brief-pdf"
    ),
    path(
        "meldingen/<uuid:pk>/termijnen/<uuid:termijn_id>/<slug:code>",
        meldingen.termijn,
        name="melding-termijn",
    ),
    path("inwoners/nieuw", inwoners.nieuw, name="inwoner-nieuw"),
    path(
        "inwoners/<uuid:pk>/samenvoegen/<uuid:ander>",
        dubbelen.inwoners,
        name="inwoner-samenvoegen",
    ),
    path("samenvoegingen/<uuid:pk>", dubbelen.samenvoeging, name="samenvoeging"),
    path("terugbellen", terugbellen.lijst, name="terugbellen"),
    path("terugbellen/<uuid:pk>", terugbellen.bellen, name="terugbellen-afloop"),
    path("hulpvraag", hulpvraag.vragen, name="hulpvraag"),
    path("hulpvraag/ontvangen/<str:bewijs>", hulpvraag.ontvangen, name="hulpvraag-ontvangen"),
    path("uitvragen", uitvragen.nieuw, name="uitvraag-nieuw"),
    path("uitvragen/<uuid:pk>", uitvragen.toon, name="uitvraag"),
    path("uitvragen/<uuid:pk>/afdruk", uitvragen.afdruk, name="uitvraag-afdruk"),
    path("uitvragen/<uuid:pk>/concept", uitvragen.concept, name="uitvraag-concept"),
    path("uitvragen/<uuid:pk>/tablet", uitvragen.toon, {"tablet": True}, name="uitvraag-tablet"),
    path("vragenlijsten", vragenlijsten.lijst, name="vragenlijsten"),
    path(
        "vragenlijsten/<slug:code>/concept",
        vragenlijsten.voorbereiden,
        name="vragenlijst-voorbereiden",
    ),
    path("vragenlijsten/<uuid:pk>", vragenlijsten.versie, name="vragenlijst-versie"),
    path(
        "vragenlijsten/<uuid:pk>/voorbeeld", vragenlijsten.voorbeeld, name="vragenlijst-voorbeeld"
    ),
    path("vragenlijsten/<uuid:pk>/vragen", vragenlijsten.vraag, name="vragenlijst-vraag-nieuw"),
    path(
        "vragenlijsten/<uuid:pk>/vragen/<slug:code>", vragenlijsten.vraag, name="vragenlijst-vraag"
    ),
    path(
        "vragenlijsten/<uuid:pk>/vragen/<slug:code>/verzetten",
        vragenlijsten.verzet,
        name="vragenlijst-vraag-verzetten",
    ),
    path("vragenlijsten/<uuid:pk>/weg", vragenlijsten.weggooien, name="vragenlijst-weggooien"),
    path("webvragen/<uuid:pk>", webvragen.koppelen, name="webvraag"),
]
