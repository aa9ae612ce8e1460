"""Addresses of the texts."""

from django.urls import path

from hengelo_sociaal.papier.views import sjablonen

urlpatterns = [
    path("sjablonen", sjablonen.sjablonen, name="sjablonen"),
    path("sjablonen/<slug:code>", sjablonen.sjabloon, name="sjabloon"),
    path("sjablonen/<slug:code>/ingebruik", sjablonen.ingebruik, name="sjabloon-ingebruik"),
    path("sjablonen/<slug:code>/geleverd", sjablonen.geleverd, name="sjabloon-geleverd"),
    path("sjablonen/<slug:code>/weggooien", sjablonen.concept_weg, name="sjabloon-weggooien"),
    path("sjablonen/<slug:code>/voorbeeld", sjablonen.voorbeeld, name="sjabloon-voorbeeld"),
    path(
        "sjablonen/<slug:code>/voorbeeld.pdf",
        sjablonen.voorbeeld_pdf,
        name="sjabloon-voorbeeld-pdf",
    ),
]
