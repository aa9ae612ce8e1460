"""API addresses of toegang, below /api/v1/."""

from django.urls import path

from toegang.api.contacten import (
    ContactDetail,
    Contacten,
    HulpvraagDetail,
    Hulpvragen,
    MeldingVanHulpvraag,
)
from toegang.api.huisbezoeken import HuisbezoekDetail, Huisbezoeken
from toegang.api.meldingen import (
    Hervattingen,
    MeldingDetail,
    Meldingen,
    Opschortingen,
    Verlengingen,
)
from toegang.api.personen import (
    HuishoudenDetail,
    Huishoudens,
    InwonerDetail,
    Inwoners,
    InwonersZoeken,
)
from toegang.api.signalen import SignaalDetail, Signalen
from toegang.api.uitvragen import UitvraagDetail, Uitvragen, VragenlijstDetail

urlpatterns = [
    path("signalen", Signalen.as_view(), name="api-signalen"),
    path("signalen/<uuid:id>", SignaalDetail.as_view(), name="api-signaal"),
    path("contacten", Contacten.as_view(), name="api-contacten"),
    path("contacten/<uuid:id>", ContactDetail.as_view(), name="api-contact"),
    path("hulpvragen", Hulpvragen.as_view(), name="api-hulpvragen"),
    path("hulpvragen/<uuid:id>", HulpvraagDetail.as_view(), name="api-hulpvraag"),
    path(
        "hulpvragen/<uuid:id>/melding",
        MeldingVanHulpvraag.as_view(),
        name="api-hulpvraag-melding",
    ),
    path("meldingen", Meldingen.as_view(), name="api-meldingen"),
    path("meldingen/<uuid:id>", MeldingDetail.as_view(), name="api-melding"),
    path(
        "termijnen/<uuid:id>/opschorting", Opschortingen.as_view(), name="api-termijn-opschorting"
    ),
    path("termijnen/<uuid:id>/hervatting", Hervattingen.as_view(), name="api-termijn-hervatting"),
    path("termijnen/<uuid:id>/verlenging", Verlengingen.as_view(), name="api-termijn-verlenging"),
    path("inwoners", Inwoners.as_view(), name="api-inwoners"),
    path("inwoners/zoeken", InwonersZoeken.as_view(), name="api-inwoners-zoeken"),
    path("inwoners/<uuid:id>", InwonerDetail.as_view(), name="api-inwoner"),
    path("huishoudens", Huishoudens.as_view(), name="api-huishoudens"),
    path("huishoudens/<uuid:id>", HuishoudenDetail.as_view(), name="api-huishouden"),
    path("huisbezoeken", Huisbezoeken.as_view(), name="api-huisbezoeken"),
    path("huisbezoeken/<uuid:id>", HuisbezoekDetail.as_view(), name="api-huisbezoek"),
    path("uitvragen", Uitvragen.as_view(), name="api-uitvragen"),
    path("uitvragen/<uuid:id>", UitvraagDetail.as_view(), name="api-uitvraag"),
    path("vragenlijsten/<slug:code>", VragenlijstDetail.as_view(), name="api-vragenlijst"),
]
