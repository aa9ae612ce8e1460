"""What functional administrators keep for the front door; never a resident or a household."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from hengelo_sociaal.web.beheer import BeheerAdmin, Kiesbaar
from toegang.models import (
    HOOGSTE_HUISNUMMER,
    Postcodegebied,
    Standaardantwoord,
    VindplaatsMedewerker,
)


@admin.register(VindplaatsMedewerker)
class VindplaatsMedewerkerAdmin(BeheerAdmin):
    """Who registers for which vindplaats; it ends with a date, so that it can be looked up."""

    uitleg = "Wie voor welke vindplaats registreert. Stopt iemand, vul dan de laatste dag in."
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

    uitleg = "In welke buurt of gemeente een postcode ligt."
    list_display = ("postcode", "huisnummers", "buurt", "gemeente")
    list_filter = ("gemeente",)
    list_select_related = ("buurt", "gemeente")
    search_fields = ("postcode",)
    ordering = ("postcode", "huisnummer_van")

    @admin.display(description="huisnummers")
    def huisnummers(self, gebied: Postcodegebied) -> str:
        """The house numbers in words; most postcodes lie in one place as a whole."""
        if gebied.huisnummer_van == 0 and gebied.huisnummer_tot >= HOOGSTE_HUISNUMMER:
            return "alle"
        return f"{gebied.huisnummer_van} tot en met {gebied.huisnummer_tot}"


@admin.register(Standaardantwoord)
class StandaardantwoordAdmin(BeheerAdmin):
    """Answers that stand beside a kind of question at the counter; they end, never go."""

    uitleg = "Antwoorden die aan het loket naast een soort vraag staan, om voor te lezen."
    list_display = ("titel", "soort", "volgorde", "te_zien")
    list_filter = (Kiesbaar, "soort")
    list_select_related = ("soort",)
    search_fields = ("titel", "tekst")
    ordering = ("soort", "volgorde")

    @admin.display(description="te zien", ordering="beeindigd")
    def te_zien(self, antwoord: Standaardantwoord) -> str:
        """In words, as in the other lists."""
        return "niet meer" if antwoord.beeindigd else "ja"

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False
