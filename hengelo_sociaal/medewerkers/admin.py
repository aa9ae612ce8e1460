"""Accounts and teams, for functional administrators."""

from typing import Any

from axes.utils import reset
from django.contrib import admin, messages
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.models import Group
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse

from hengelo_sociaal.kern.beperkingen import operation
from hengelo_sociaal.medewerkers.forms import NieuweMedewerker, WijzigMedewerker
from hengelo_sociaal.medewerkers.models import SYSTEEM, Medewerker, Team, Teamlid, Teamwet
from hengelo_sociaal.web.beheer import BeheerAdmin, BeheerInline, note

admin.site.site_header = "Functioneel beheer"
admin.site.site_title = "Hengelo Sociaal"
admin.site.index_title = "Gebruikers, lijsten en regels"
admin.site.unregister(Group)  # roles are ours, in rollen.py


@admin.register(Medewerker)
class MedewerkerAdmin(BeheerAdmin, UserAdmin):  # type: ignore[type-arg]
    """Accounts: made, given roles, shut; never removed, because the log names them."""

    form, add_form = WijzigMedewerker, NieuweMedewerker
    add_form_template = None  # Django's own says something in English above the form
    uitleg = "Wie mag inloggen en met welke rol. Gaat iemand weg, zet dan ‘mag inloggen’ uit."
    list_display = (
        "naam",
        "gebruikersnaam",
        "rollen_in_woorden",
        "functie",
        "actief",
        "last_login",
    )
    list_filter = ("is_active", "teams")
    search_fields = ("naam", "gebruikersnaam", "functie")
    ordering = ("naam",)
    filter_horizontal = ()
    readonly_fields = ("last_login",)
    fieldsets = (
        (None, {"fields": ("gebruikersnaam", "password", "is_active", "last_login")}),
        ("Wie", {"fields": ("naam", "functie", "email", "telefoon")}),
        ("Wat", {"fields": ("rollen",)}),
    )
    add_fieldsets = (
        (None, {"fields": ("gebruikersnaam", "password1", "password2")}),
        ("Wie", {"fields": ("naam", "functie", "email", "telefoon")}),
        ("Wat", {"fields": ("rollen",)}),
    )
    actions = ("hef_blokkade_op",)

    @admin.display(description="rollen")
    def rollen_in_woorden(self, medewerker: Medewerker) -> str:
        """The roles by their names."""
        return medewerker.rolnamen

    @admin.display(description="mag inloggen", ordering="is_active")
    def actief(self, medewerker: Medewerker) -> str:
        """In words, also for who hears the page."""
        return "ja" if medewerker.is_active else "nee"

    def get_queryset(self, request: HttpRequest) -> QuerySet[Medewerker]:
        """Everybody but the system itself."""
        return super().get_queryset(request).exclude(gebruikersnaam=SYSTEEM)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def user_change_password(
        self,
        request: HttpRequest,
        id: str,
        form_url: str = "",
    ) -> HttpResponse:
        with operation():  # the password and its line come and go together
            return super().user_change_password(request, id, form_url)

    def log_change(self, request: HttpRequest, obj: Any, message: Any) -> Any:
        """A password that was set here passes by no other door."""
        if "password" in request.path.rsplit("/", 2):
            note(request, obj, "wachtwoord gezet", {})
        return super().log_change(request, obj, message)

    @admin.action(description="Blokkade na verkeerde wachtwoorden opheffen")
    def hef_blokkade_op(self, request: HttpRequest, queryset: QuerySet[Medewerker]) -> None:
        for medewerker in queryset:
            reset(username=medewerker.gebruikersnaam.lower())
            note(request, medewerker, "blokkade opgeheven", {})
        self.message_user(request, "De blokkade is opgeheven.", messages.SUCCESS)


class TeamlidInline(BeheerInline):
    """Who is in a team."""

    model = Teamlid
    extra = 0
    autocomplete_fields = ("medewerker",)


class TeamwetInline(BeheerInline):
    """Of which laws a team takes up the meldingen."""

    model = Teamwet
    extra = 0


@admin.register(Team)
class TeamAdmin(BeheerAdmin):
    """Teams and their people."""

    uitleg = "De teams die het werk verdelen, en wie erin zit."
    list_display = ("naam", "code")
    search_fields = ("naam",)
    inlines = (TeamlidInline, TeamwetInline)
