"""Every reference list, also those of higher floors: values are added and ended, never removed."""

from typing import Any

from django.apps import apps
from django.contrib import admin
from django.http import HttpRequest

from hengelo_sociaal.kern.modellen import Waarde
from hengelo_sociaal.waarden.models import Taakveld
from hengelo_sociaal.web.beheer import BeheerAdmin, WaardeAdmin


@admin.register(Taakveld)
class TaakveldAdmin(BeheerAdmin):
    """Fields of the budget, with the years in which their code is used."""

    uitleg = "De taakvelden van de begroting, met de jaren waarin ze gelden."
    list_display = ("code", "omschrijving", "van_jaar", "tot_jaar")
    search_fields = ("code", "omschrijving")

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        return ("code", "van_jaar") if obj else ()

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


for model in apps.get_models():
    if issubclass(model, Waarde) and not admin.site.is_registered(model):
        admin.site.register(model, WaardeAdmin)
