"""API addresses of plannen, below /api/v1/."""

from django.urls import path

from plannen.api.besluiten import (
    Bekendmakingen,
    Beslissingen,
    BesluitDetail,
    Besluiten,
    BesluitToewijzingen,
    Controles,
    Heropeningen,
    Indieningen,
    Teruggaven,
    Terugnames,
    Vervallingen,
)
from plannen.api.bezwaren import (
    Aanvullingen,
    Aanvulverzoeken,
    BesluitBezwaren,
    Bezwaarbeslissingen,
    BezwaarDetail,
    Bezwaren,
    Hoorverslagen,
    Hoorzittingen,
    Intrekkingen,
    Verdagingen,
    Verschoonbaarheden,
)
from plannen.api.concepten import Aanbieding, Afwijzing, Conceptplannen, Intrekking, Overname
from plannen.api.mensen import Aanspreekpunten, Deelnemers, Partijen
from plannen.api.onderdelen import (
    AfspraakDetail,
    Afspraken,
    DoelDetail,
    Doelen,
    EvaluatieDetail,
    Evaluaties,
    Keren,
    Voortgangen,
    Wetswisselingen,
)
from plannen.api.plannen import PlanDetail, Plannen, Regisseurs, VaststellingDetail, Vaststellingen

urlpatterns = [
    path("plannen", Plannen.as_view(), name="api-plannen"),
    path("plannen/<uuid:id>", PlanDetail.as_view(), name="api-plan"),
    path("plannen/<uuid:id>/doelen", Doelen.as_view(), name="api-plan-doelen"),
    path("plannen/<uuid:id>/afspraken", Afspraken.as_view(), name="api-plan-afspraken"),
    path("plannen/<uuid:id>/vaststelling", Vaststellingen.as_view(), name="api-plan-vaststelling"),
    path("plannen/<uuid:id>/evaluaties", Evaluaties.as_view(), name="api-plan-evaluaties"),
    path("plannen/<uuid:id>/regisseur", Regisseurs.as_view(), name="api-plan-regisseur"),
    path("plannen/<uuid:id>/deelnemers", Deelnemers.as_view(), name="api-plan-deelnemers"),
    path(
        "plannen/<uuid:id>/aanspreekpunt", Aanspreekpunten.as_view(), name="api-plan-aanspreekpunt"
    ),
    path("plannen/<uuid:id>/partijen", Partijen.as_view(), name="api-plan-partijen"),
    path("plannen/<uuid:id>/aanbieding", Aanbieding.as_view(), name="api-plan-aanbieding"),
    path("plannen/<uuid:id>/intrekking", Intrekking.as_view(), name="api-plan-intrekking"),
    path("plannen/<uuid:id>/overname", Overname.as_view(), name="api-plan-overname"),
    path("plannen/<uuid:id>/afwijzing", Afwijzing.as_view(), name="api-plan-afwijzing"),
    path("conceptplannen", Conceptplannen.as_view(), name="api-conceptplannen"),
    path("doelen/<uuid:id>", DoelDetail.as_view(), name="api-doel"),
    path("doelen/<uuid:id>/voortgang", Voortgangen.as_view(), name="api-doel-voortgang"),
    path("afspraken/<uuid:id>", AfspraakDetail.as_view(), name="api-afspraak"),
    path("afspraken/<uuid:id>/keren", Keren.as_view(), name="api-afspraak-keren"),
    path(
        "afspraken/<uuid:id>/wetswisseling",
        Wetswisselingen.as_view(),
        name="api-afspraak-wetswisseling",
    ),
    path("evaluaties/<uuid:id>", EvaluatieDetail.as_view(), name="api-evaluatie"),
    path("vaststellingen/<uuid:id>", VaststellingDetail.as_view(), name="api-vaststelling"),
    path("besluiten", Besluiten.as_view(), name="api-besluiten"),
    path("besluiten/<uuid:id>", BesluitDetail.as_view(), name="api-besluit"),
    path("besluiten/<uuid:id>/controles", Controles.as_view(), name="api-besluit-controles"),
    path("besluiten/<uuid:id>/indiening", Indieningen.as_view(), name="api-besluit-indiening"),
    path("besluiten/<uuid:id>/terugname", Terugnames.as_view(), name="api-besluit-terugname"),
    path("besluiten/<uuid:id>/teruggave", Teruggaven.as_view(), name="api-besluit-teruggave"),
    path("besluiten/<uuid:id>/beslissing", Beslissingen.as_view(), name="api-besluit-beslissing"),
    path("besluiten/<uuid:id>/heropening", Heropeningen.as_view(), name="api-besluit-heropening"),
    path(
        "besluiten/<uuid:id>/bekendmaking",
        Bekendmakingen.as_view(),
        name="api-besluit-bekendmaking",
    ),
    path("besluiten/<uuid:id>/verval", Vervallingen.as_view(), name="api-besluit-verval"),
    path(
        "besluiten/<uuid:id>/toewijzing",
        BesluitToewijzingen.as_view(),
        name="api-besluit-toewijzing",
    ),
    path("besluiten/<uuid:id>/bezwaren", BesluitBezwaren.as_view(), name="api-besluit-bezwaren"),
    path("bezwaren", Bezwaren.as_view(), name="api-bezwaren"),
    path("bezwaren/<uuid:id>", BezwaarDetail.as_view(), name="api-bezwaar"),
    path(
        "bezwaren/<uuid:id>/aanvulverzoek",
        Aanvulverzoeken.as_view(),
        name="api-bezwaar-aanvulverzoek",
    ),
    path("bezwaren/<uuid:id>/aanvulling", Aanvullingen.as_view(), name="api-bezwaar-aanvulling"),
    path(
        "bezwaren/<uuid:id>/verschoonbaarheid",
        Verschoonbaarheden.as_view(),
        name="api-bezwaar-verschoonbaarheid",
    ),
    path("bezwaren/<uuid:id>/hoorzitting", Hoorzittingen.as_view(), name="api-bezwaar-hoorzitting"),
    path("bezwaren/<uuid:id>/hoorverslag", Hoorverslagen.as_view(), name="api-bezwaar-hoorverslag"),
    path("bezwaren/<uuid:id>/verdaging", Verdagingen.as_view(), name="api-bezwaar-verdaging"),
    path(
        "bezwaren/<uuid:id>/beslissing",
        Bezwaarbeslissingen.as_view(),
        name="api-bezwaar-beslissing",
    ),
    path("bezwaren/<uuid:id>/intrekking", Intrekkingen.as_view(), name="api-bezwaar-intrekking"),
]
