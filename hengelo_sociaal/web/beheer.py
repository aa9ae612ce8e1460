"""The administration screens: one base class, which writes an audit line for every change.

An app's `admin.py` registers its models with `BeheerAdmin`. Nothing of a dossier belongs
here: functional administrators keep users, lists and rules, and see no residents.
"""

import uuid
from typing import Any, ClassVar

from django.contrib import admin
from django.contrib.admin.widgets import RelatedFieldWidgetWrapper
from django.db.models import Field, Model, QuerySet
from django.forms import ModelForm
from django.http import HttpRequest, HttpResponse
from django.utils.text import capfirst

from hengelo_sociaal.kern.beperkingen import operation
from hengelo_sociaal.kern.modellen import Waarde
from hengelo_sociaal.kern.tijd import nu
from hengelo_sociaal.logboek.domain import log_change
from hengelo_sociaal.medewerkers.poort import wie

CODE_UITLEG = "Kleine letters, cijfers en streepjes. Later kan de code niet meer veranderen."
VOLGORDE_UITLEG = "De laagste staat in een keuzelijst bovenaan."
NIET_IN_LOG = {"password", "password1", "password2", "usable_password", "afdruk"}


class OnlyChooses:
    """A choice only chooses: the list that it comes from has a page of its own."""

    def formfield_for_dbfield(
        self, db_field: "Field[Any, Any]", request: HttpRequest, **kwargs: Any
    ) -> Any:
        field = super().formfield_for_dbfield(db_field, request, **kwargs)  # type: ignore[misc]
        if field is not None and isinstance(field.widget, RelatedFieldWidgetWrapper):
            field.widget = field.widget.widget
        if getattr(field, "empty_label", None):
            field.empty_label = "Kies" if field.required else "Geen"
        return field


class BeheerInline(OnlyChooses, admin.TabularInline):  # type: ignore[type-arg]
    """Rows that belong to a record and stand on its page."""


class BeheerAdmin(OnlyChooses, admin.ModelAdmin):  # type: ignore[type-arg]
    """Administration of one model, with a line in the log for what was made, changed, removed.

    Django keeps its forms in one transaction, and not the actions of a list. `uitleg` says in
    a sentence above the list what it is for.
    """

    uitleg = ""
    show_facets = admin.ShowFacets.NEVER

    def changelist_view(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """The list under its own name, with what it is for."""
        head = {"title": capfirst(str(self.opts.verbose_name_plural)), "uitleg": self.uitleg}
        with operation():
            return super().changelist_view(request, head | (extra_context or {}))

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        """One way to save, and when adding a second to go on with the next."""
        ways = {"show_save_and_continue": False}
        if object_id is not None:
            ways["show_save_and_add_another"] = False
        return super().changeform_view(request, object_id, form_url, ways | (extra_context or {}))

    def save_model(
        self, request: HttpRequest, obj: Model, form: "ModelForm[Any]", change: bool
    ) -> None:
        super().save_model(request, obj, form, change)
        note(request, obj, "gewijzigd" if change else "toegevoegd", _difference(form))

    def delete_model(self, request: HttpRequest, obj: Model) -> None:
        note(request, obj, "verwijderd", {"was": str(obj)})
        super().delete_model(request, obj)

    def delete_queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> None:
        for obj in queryset:
            note(request, obj, "verwijderd", {"was": str(obj)})
        super().delete_queryset(request, queryset)

    def save_formset(self, request: HttpRequest, form: Any, formset: Any, change: bool) -> None:
        super().save_formset(request, form, formset, change)
        for obj in formset.new_objects:
            note(request, obj, "toegevoegd", {"wat": str(obj)})
        for obj, fields in formset.changed_objects:
            note(request, obj, "gewijzigd", {"velden": fields})
        for obj in formset.deleted_objects:
            note(request, obj, "verwijderd", {"was": str(obj)})


class Kiesbaar(admin.SimpleListFilter):
    """What may still be chosen, or what was ended; in words, not as no to no longer."""

    title = "gebruik"
    parameter_name = "beeindigd"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [("0", "Te kiezen"), ("1", "Niet meer te kiezen")]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        if self.value() in ("0", "1"):
            return queryset.filter(beeindigd=self.value() == "1")
        return queryset


def note(request: HttpRequest, obj: Model, handeling: str, wijziging: dict[str, Any]) -> None:
    """Write the audit line; in the transaction of what it tells of."""
    log_change(
        by=wie(request),
        handeling=handeling,
        soort=obj._meta.model_name or "",
        object_id=identifier(obj),
        at=nu(),
        wijziging={"sleutel": str(obj.pk)} | wijziging,
    )


def identifier(obj: Model) -> uuid.UUID:
    """The record's own identifier, or one made from its code, always the same."""
    if isinstance(obj.pk, uuid.UUID):
        return obj.pk
    return uuid.uuid5(uuid.NAMESPACE_URL, f"{obj._meta.label_lower}:{obj.pk}")


def _difference(form: "ModelForm[Any]") -> dict[str, Any]:
    """What was different, by field: was and became, without secrets."""
    changed = [name for name in form.changed_data if name not in NIET_IN_LOG]
    difference = {
        name: [str(form.initial.get(name, "")), str(form.cleaned_data.get(name, ""))]
        for name in changed
    }
    hidden = sorted(set(form.changed_data) & NIET_IN_LOG)
    return {"velden": difference} | ({"zonder_waarde": hidden} if hidden else {})


class AlleenNamenAdmin(BeheerAdmin):
    """For lists from elsewhere: names may be corrected, nothing is added or removed."""

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> list[str]:
        return [field.name for field in self.opts.concrete_fields if field.name != "naam"]


class WaardeAdmin(BeheerAdmin):
    """A list of values; a code is fixed once it is used."""

    list_display: tuple[Any, ...] = ("label", "code", "volgorde", "te_kiezen")
    list_filter: ClassVar[tuple[Any, ...]] = (Kiesbaar,)
    search_fields = ("label", "code")

    @property
    def uitleg(self) -> str:  # type: ignore[override]
        """What the list itself says that it is for."""
        return str(self.model.uitleg)

    @admin.display(description="te kiezen", ordering="beeindigd")
    def te_kiezen(self, waarde: Waarde) -> str:
        """In words: a cross before all that is in use reads as if something is wrong."""
        return "niet meer" if waarde.beeindigd else "ja"

    def get_form(
        self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any
    ) -> "type[ModelForm[Any]]":
        """With what a code is, told where it is made: later it cannot be changed."""
        kwargs.setdefault("help_texts", {"code": CODE_UITLEG, "volgorde": VOLGORDE_UITLEG})
        return super().get_form(request, obj, change=change, **kwargs)

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        return ("code",) if obj else ()

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False
