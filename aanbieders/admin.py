"""Products, for functional administrators; contracts are kept on their own screens."""

from django.contrib import admin

from aanbieders.models import Product


@admin.register(Product)
class ProductAdmin(admin.ModelAdmin):
    """Kinds of help that are bought by the unit."""

    list_display = ("code", "naam", "wet", "categorie", "taakveld", "voorziening")
    list_filter = ("wet", "categorie")
    search_fields = ("code", "naam")
    list_select_related = ("wet", "voorziening")
