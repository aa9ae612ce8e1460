"""API tokens, for functional administrators: seen and withdrawn, never shown."""

from typing import Any

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest

from hengelo_sociaal.api.domain import revoke_token
from hengelo_sociaal.api.models import ApiToken
from hengelo_sociaal.kern.tijd import nu
from hengelo_sociaal.medewerkers.poort import wie
from hengelo_sociaal.web.beheer import BeheerAdmin


@admin.register(ApiToken)
class ApiTokenAdmin(BeheerAdmin):
    """A token is made by `manage.py api_token`, which shows it once; here it is withdrawn."""

    uitleg = (
        "Met een token haalt een ander systeem gegevens op voor een medewerker. Een token wordt"
        " gemaakt met de opdracht manage.py api_token. Hier trekt u het in."
    )
    list_display = (
        "omschrijving", "medewerker", "aangemaakt_op", "laatst_gebruikt_op", "ingetrokken_op",
    )  # fmt: skip
    list_select_related = ("medewerker",)
    list_filter = (("ingetrokken_op", admin.EmptyFieldListFilter),)
    search_fields = ("omschrijving", "medewerker__naam")
    fields = readonly_fields = (
        "medewerker", "omschrijving", "aangemaakt_op", "laatst_gebruikt_op", "ingetrokken_op",
    )  # fmt: skip
    actions = ("trek_in",)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    @admin.action(description="Intrekken")
    def trek_in(self, request: HttpRequest, queryset: QuerySet[ApiToken]) -> None:
        for token in queryset:
            revoke_token(token=token, by=wie(request), at=nu())
        self.message_user(request, "De tokens werken niet meer.", messages.SUCCESS)
