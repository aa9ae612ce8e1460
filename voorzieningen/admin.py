"""Reference data of the catalogue, for functional administrators."""

from django.contrib import admin
from django.db.models import URLField
from django.http import HttpRequest

from hengelo_sociaal.web.beheer import BeheerAdmin
from voorzieningen.models import Doelgroep, Locatie, Organisatie, Synoniem


class LocatieInline(admin.TabularInline):
    """The places of an organisation."""

    model = Locatie
    extra = 0
    fields = ("naam", "straat", "huisnummer", "postcode", "woonplaats", "buurt")


@admin.register(Organisatie)
class OrganisatieAdmin(BeheerAdmin):
    """Who offers provisions."""

    list_display = ("naam", "soort", "telefoon", "website")
    search_fields = ("naam",)
    formfield_overrides = {URLField: {"assume_scheme": "https"}}
    inlines = (LocatieInline,)


@admin.register(Synoniem)
class SynoniemAdmin(BeheerAdmin):
    """Words that people say for what the catalogue calls otherwise."""

    list_display = ("woord", "betekenis")
    search_fields = ("woord", "betekenis")


@admin.register(Doelgroep)
class DoelgroepAdmin(BeheerAdmin):
    """For whom something can be meant; a code never changes and is never taken away."""

    list_display = ("label", "code", "volgorde", "beeindigd")

    def get_readonly_fields(
        self, request: HttpRequest, obj: Doelgroep | None = None
    ) -> tuple[str, ...]:
        return ("code",) if obj else ()

    def has_delete_permission(self, request: HttpRequest, obj: Doelgroep | None = None) -> bool:
        return False
