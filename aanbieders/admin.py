"""Products and their categories, for functional administrators.

Contracts are kept on their own screens.
"""

from typing import Any

from django import forms
from django.contrib import admin
from django.http import HttpRequest

from aanbieders.enums import Eenheid
from aanbieders.models import Product, Productcategorie
from hengelo_sociaal.web.beheer import BeheerAdmin, Kiesbaar, WaardeAdmin


class EenhedenForm(forms.ModelForm):
    """Units are ticked, not typed as codes."""

    eenheden = forms.MultipleChoiceField(
        label="Te tellen in",
        choices=Eenheid.choices,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Kies minstens één eenheid."},
    )


@admin.register(Product)
class ProductAdmin(BeheerAdmin):
    """Kinds of help that are bought by the unit."""

    form = EenhedenForm
    uitleg = "Wat de gemeente inkoopt. Contractbeheer houdt de producten bij onder Aanbieders."
    list_display = ("naam", "code", "wet", "categorie", "geteld_in", "taakveld")
    list_filter = ("wet",)
    search_fields = ("code", "naam")
    list_select_related = ("wet",)

    @admin.display(description="te tellen in")
    def geteld_in(self, product: Product) -> str:
        """The units in words."""
        return product.eenheden_in_woorden

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


@admin.register(Productcategorie)
class ProductcategorieAdmin(WaardeAdmin):
    """The categories of iWmo and iJw in our own words, and in what they are counted."""

    form = EenhedenForm
    list_display = ("code", "label", "wet", "geteld_in", "te_kiezen")
    list_filter = (Kiesbaar, "wet")
    search_fields = ("code", "label")
    list_select_related = ("wet",)

    @admin.display(description="te tellen in")
    def geteld_in(self, categorie: Productcategorie) -> str:
        """The units in words."""
        return categorie.eenheden_in_woorden
