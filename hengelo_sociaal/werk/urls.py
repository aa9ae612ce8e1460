"""Addresses of everybody's working day."""

from django.urls import path

from hengelo_sociaal.werk.views import aflopend, agenda, berichten, verlof

urlpatterns = [
    path("aflopend", aflopend.lijst, name="aflopend"),
    path("agenda/<str:sleutel>.ics", agenda.feed, name="agenda-feed"),
    path("berichten", berichten.lijst, name="berichten"),
    path("berichten/agenda", berichten.agenda, name="berichten-agenda"),
    path("berichten/gelezen", berichten.alles_gelezen, name="berichten-gelezen"),
    path("berichten/mail", berichten.mail, name="berichten-mail"),
    path("berichten/<uuid:pk>", berichten.lees, name="bericht"),
    path("berichten/<uuid:pk>/ongelezen", berichten.ongelezen, name="bericht-ongelezen"),
    path("verlof", verlof.verlof, name="verlof"),
    path("verlof/<uuid:pk>/einde", verlof.einde, name="verlof-einde"),
]
