"""Addresses of the log."""

from django.urls import path

from hengelo_sociaal.logboek import views

urlpatterns = [
    path("toegangslog", views.toegangslog, name="toegangslog"),
    path("toegangslog/inwoners", views.zoek_inwoner, name="toegangslog-zoek-inwoner"),
    path("toegangslog/inwoners/<uuid:inwoner_id>", views.inwoner, name="toegangslog-inwoner"),
]
