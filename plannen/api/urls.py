"""API addresses of plannen, below /api/v1/."""

from django.urls import path

from plannen.api.mensen import Aanspreekpunten, Deelnemers, Partijen
from plannen.api.onderdelen import (
    AfspraakDetail,
    Afspraken,
    DoelDetail,
    Doelen,
    EvaluatieDetail,
    Evaluaties,
    Voortgangen,
    Wetswisselingen,
)
from plannen.api.plannen import PlanDetail, Plannen, Regisseurs, Vaststellingen

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
    path("doelen/<uuid:id>", DoelDetail.as_view(), name="api-doel"),
    path("doelen/<uuid:id>/voortgang", Voortgangen.as_view(), name="api-doel-voortgang"),
    path("afspraken/<uuid:id>", AfspraakDetail.as_view(), name="api-afspraak"),
    path(
        "afspraken/<uuid:id>/wetswisseling",
        Wetswisselingen.as_view(),
        name="api-afspraak-wetswisseling",
    ),
    path("evaluaties/<uuid:id>", EvaluatieDetail.as_view(), name="api-evaluatie"),
]
