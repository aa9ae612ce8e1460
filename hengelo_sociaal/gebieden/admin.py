"""Names of areas; the areas themselves come from CBS, by import."""

from django.contrib import admin

from hengelo_sociaal.gebieden.models import Buurt, Gemeente, Wijk
from hengelo_sociaal.web.beheer import AlleenNamenAdmin

UITLEG = "De indeling komt van het CBS. Hier kunt u alleen een naam verbeteren."


@admin.register(Gemeente)
class GemeenteAdmin(AlleenNamenAdmin):
    """Municipalities."""

    uitleg = UITLEG
    list_display = ("naam", "code")


@admin.register(Wijk)
class WijkAdmin(AlleenNamenAdmin):
    """Districts."""

    uitleg = UITLEG
    list_display = ("naam", "code", "gemeente")
    list_select_related = ("gemeente",)


@admin.register(Buurt)
class BuurtAdmin(AlleenNamenAdmin):
    """Neighbourhoods."""

    uitleg = UITLEG
    list_display = ("naam", "code", "wijk")
    list_filter = ("wijk",)
    list_select_related = ("wijk",)
    search_fields = ("naam", "code")
