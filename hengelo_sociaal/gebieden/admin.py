"""Names of areas; the areas themselves come from CBS, by import."""

from django.contrib import admin

from hengelo_sociaal.gebieden.models import Buurt, Gemeente, Wijk
from hengelo_sociaal.web.beheer import AlleenNamenAdmin


@admin.register(Gemeente)
class GemeenteAdmin(AlleenNamenAdmin):
    """Municipalities."""

    list_display = ("naam", "code")


@admin.register(Wijk)
class WijkAdmin(AlleenNamenAdmin):
    """Districts."""

    list_display = ("naam", "code", "gemeente")
    list_select_related = ("gemeente",)


@admin.register(Buurt)
class BuurtAdmin(AlleenNamenAdmin):
    """Neighbourhoods."""

    list_display = ("naam", "code", "wijk")
    list_filter = ("wijk",)
    list_select_related = ("wijk",)
    search_fields = ("naam", "code")
