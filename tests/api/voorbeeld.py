"""A small API over teams, to try the base classes without any floor above them."""

import threading

from django.db import transaction
from django.http import Http404
from django.urls import path, reverse
from rest_framework import serializers

from hengelo_sociaal.api.basis import Actie, ApiView, Detail, Lijst, Maak, Wijzig
from hengelo_sociaal.api.serializers import Serializer
from hengelo_sociaal.api.vragen import LijstVragen
from hengelo_sociaal.kern.fouten import Conflict, NietGevonden
from hengelo_sociaal.medewerkers.models import Team
from hengelo_sociaal.medewerkers.rechten import BEHEREN, TEAM_BEHEREN

slow_down = threading.Event()


class TeamUitvoer(Serializer):
    id = serializers.UUIDField()
    code = serializers.CharField()
    volledige_naam = serializers.CharField(source="naam")


class LidInvoer(Serializer):
    soort_lid = serializers.ChoiceField(choices=["vast", "tijdelijk"])


class TeamInvoer(Serializer):
    code = serializers.SlugField(max_length=40)
    volledige_naam = serializers.CharField(source="naam", max_length=80)
    begint_op = serializers.DateTimeField(required=False)
    leden = LidInvoer(many=True, required=False)


class TeamWijziging(Serializer):
    volledige_naam = serializers.CharField(source="naam", max_length=80)


class TeamVragen(LijstVragen):
    begint_met = serializers.CharField(max_length=10)


class Teams(Maak, Lijst):
    rechten = {"GET": TEAM_BEHEREN, "POST": BEHEREN}
    query_class, input_class, output_class = TeamVragen, TeamInvoer, TeamUitvoer
    ordering = "code"

    def rows(self):
        return Team.objects.filter(code__startswith=self.query.get("begint_met", ""))

    def create(self, data):
        data.pop("leden", None)
        data.pop("begint_op", None)
        if data["code"] == "weiger":
            raise Conflict("Dit team kan niet.")
        if data["code"] == "stuk":
            raise RuntimeError("geheim")
        if data["code"] == "traag":
            slow_down.wait(timeout=1)
        return Team.objects.create(**data)

    def location(self, made):
        return reverse("team", args=[made.pk])


class TeamDetail(Wijzig, Detail):
    rechten = {"GET": TEAM_BEHEREN, "PATCH": BEHEREN}
    input_class, output_class = TeamWijziging, TeamUitvoer

    def find(self, id):
        found = Team.objects.filter(pk=id).first()
        if found is None:
            raise NietGevonden()
        return found

    def lock(self, id):
        return Team.objects.select_for_update(no_key=True).get(pk=id)

    def change(self, thing, data):
        with transaction.atomic():
            thing.naam = data["naam"]
            thing.save()
        return thing


class TeamSluiten(Actie):
    output_class = TeamUitvoer

    def create(self, data, id):
        return Team.objects.get(pk=id)


class Open(ApiView):
    openbaar = {"GET"}
    rechten = {"POST": BEHEREN}

    def get(self, request):
        raise Http404

    def post(self, request):
        return None

    def put(self, request):
        return None


urlpatterns = [
    path("api/v1/teams", Teams.as_view(), name="teams"),
    path("api/v1/teams/<uuid:id>", TeamDetail.as_view(), name="team"),
    path("api/v1/teams/<uuid:id>/sluiting", TeamSluiten.as_view()),
    path("api/v1/open", Open.as_view()),
]
handler404 = "hengelo_sociaal.web.views.fouten.niet_gevonden"
handler403 = "hengelo_sociaal.web.views.fouten.geen_toegang"
handler400 = "hengelo_sociaal.web.views.fouten.slecht_verzoek"
handler500 = "hengelo_sociaal.web.views.fouten.storing"
