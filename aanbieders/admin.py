"""Products, for functional administrators; contracts are kept on their own screens."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from aanbieders.models import Product
from hengelo_sociaal.web.beheer import BeheerAdmin


@admin.register(Product)
class ProductAdmin(BeheerAdmin):
    """Kinds of help that are bought by the unit."""

    list_display = ("code", "naam", "wet", "categorie", "taakveld", "voorziening")
    list_filter = ("wet", "categorie")
    search_fields = ("code", "naam")
    list_select_related = ("wet", "voorziening")

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False
