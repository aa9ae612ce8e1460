"""What functional administrators keep for besluiten: amounts with their period, and reasons."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from hengelo_sociaal.web.beheer import BeheerAdmin
from plannen.models import Besluitreden, Bijdragetarief, Meeleesgrens


class MetPeriodeAdmin(BeheerAdmin):
    """A new amount is a new row, so that earlier besluiten keep theirs."""

    list_display = ("wet", "bedrag", "geldig_van", "geldig_tot", "toelichting")
    list_filter = ("wet",)
    list_select_related = ("wet",)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    @admin.display(description="bedrag")
    def bedrag(self, obj: Meeleesgrens | Bijdragetarief) -> str:
        return f"€ {obj.bedrag_cent // 100},{obj.bedrag_cent % 100:02d}"


@admin.register(Meeleesgrens)
class MeeleesgrensAdmin(MetPeriodeAdmin):
    """Above which amount a year somebody else than the drafter decides."""


@admin.register(Bijdragetarief)
class BijdragetariefAdmin(MetPeriodeAdmin):
    """What a resident pays a month."""


@admin.register(Besluitreden)
class BesluitredenAdmin(BeheerAdmin):
    """The short list of reasons, with the article and the sentence of the letter."""

    list_display = ("label", "wet", "artikel", "zekerheid", "beeindigd")
    list_filter = ("wet", "zekerheid")
    list_select_related = ("wet",)
    search_fields = ("label", "artikel")
    ordering = ("volgorde",)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False
