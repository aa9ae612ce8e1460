"""Reference data of the catalogue, for functional administrators."""

from typing import Any

from django.contrib import admin
from django.db.models import URLField
from django.http import HttpRequest

from hengelo_sociaal.kern.tijd import nu
from hengelo_sociaal.web.beheer import BeheerAdmin, BeheerInline
from voorzieningen.models import Locatie, Organisatie, Partner, Synoniem, Voorziening


class LocatieInline(BeheerInline):
    """The places of an organisation."""

    model = Locatie
    extra = 0
    fields = ("naam", "straat", "huisnummer", "postcode", "woonplaats", "buurt")


class PartnerInline(BeheerInline):
    """Who keeps the entries of an organisation."""

    model = Partner
    extra = 0


@admin.register(Organisatie)
class OrganisatieAdmin(BeheerAdmin):
    """Who offers provisions; what is still used is never taken away."""

    uitleg = "Wie voorzieningen aanbiedt, op welke adressen, en welke partner ze bijhoudt."
    list_display = ("naam", "soort", "telefoon", "website")
    search_fields = ("naam",)
    formfield_overrides = {URLField: {"assume_scheme": "https"}}
    inlines = (LocatieInline, PartnerInline)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        """The public pages show another telephone number or place at once."""
        super().save_related(request, form, formsets, change)
        Voorziening.objects.filter(organisatie=form.instance).update(gewijzigd_op=nu())


@admin.register(Synoniem)
class SynoniemAdmin(BeheerAdmin):
    """Words that people say for what the catalogue calls otherwise."""

    uitleg = "Woorden die inwoners gebruiken voor wat in de sociale kaart anders heet."
    list_display = ("woord", "betekenis")
    search_fields = ("woord", "betekenis")
