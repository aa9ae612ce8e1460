"""What functional administrators keep for the front door; never a resident or a household."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from hengelo_sociaal.web.beheer import BeheerAdmin
from toegang.models import Postcodegebied, Standaardantwoord, VindplaatsMedewerker


@admin.register(VindplaatsMedewerker)
class VindplaatsMedewerkerAdmin(BeheerAdmin):
    """Who registers for which vindplaats; it ends with a date, so that it can be looked up."""

    list_display = ("medewerker", "vindplaats", "van", "tot")
    list_filter = ("vindplaats",)
    list_select_related = ("medewerker", "vindplaats")
    search_fields = ("medewerker__naam",)
    ordering = ("vindplaats", "medewerker__naam")

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


@admin.register(Postcodegebied)
class PostcodegebiedAdmin(BeheerAdmin):
    """In which buurt or gemeente a postcode lies."""

    list_display = ("postcode", "huisnummer_van", "huisnummer_tot", "buurt", "gemeente")
    list_filter = ("gemeente",)
    list_select_related = ("buurt", "gemeente")
    search_fields = ("postcode",)
    ordering = ("postcode", "huisnummer_van")


@admin.register(Standaardantwoord)
class StandaardantwoordAdmin(BeheerAdmin):
    """Answers that stand beside a kind of question at the counter; they end, never go."""

    list_display = ("titel", "soort", "volgorde", "beeindigd")
    list_filter = ("beeindigd", "soort")
    list_select_related = ("soort",)
    search_fields = ("titel", "tekst")
    ordering = ("soort", "volgorde")

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False
