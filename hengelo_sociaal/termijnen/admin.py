"""Keeping rules and decree days: the work of `beheer`."""

from typing import Any

from django import forms
from django.contrib import admin
from django.db.models import Model
from django.http import HttpRequest

from hengelo_sociaal.termijnen.models import (
    Dwangsomtarief,
    GedektJaar,
    GelijkgesteldeDag,
    Termijnregel,
)
from hengelo_sociaal.termijnen.rekenen.soorten import Opschortgrond
from hengelo_sociaal.web.beheer import BeheerAdmin, BeheerInline
from hengelo_sociaal.web.formulieren.velden import GeldVeld
from hengelo_sociaal.web.opmaak import geld

ALTIJD_TE_WIJZIGEN = {"geldig_tot", "zekerheid", "toelichting"}


class TermijnregelForm(forms.ModelForm):  # type: ignore[type-arg]
    """The reasons to suspend as boxes to tick, not as a text with commas."""

    opschort_gronden = forms.MultipleChoiceField(
        label="Redenen om op te schorten",
        choices=Opschortgrond.keuzes(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    class Meta:
        model = Termijnregel
        fields = "__all__"  # noqa: DJ007 - the admin class says which fields, in its fieldsets


@admin.register(Termijnregel)
class TermijnregelAdmin(BeheerAdmin):
    """A rule that a term rests on keeps its text: a change of law is a new row."""

    form = TermijnregelForm
    uitleg = (
        "De termijnen uit de wet. Verandert de wet, dan krijgt de nieuwe termijn een nieuwe regel."
    )
    list_display = ("omschrijving", "wet", "artikel", "duur", "geldig_van", "geldig_tot")
    list_filter = ("wet", "soort", "zekerheid")
    search_fields = ("code", "omschrijving", "artikel")
    save_as = True
    fieldsets = (
        (None, {"fields": ("code", "variant", "omschrijving", "toelichting", "zekerheid")}),
        ("Wet", {"fields": ("wet", "artikel", "geldig_van", "geldig_tot")}),
        (
            "Duur",
            {
                "fields": (
                    "gebeurtenis",
                    "soort",
                    "aantal",
                    "eenheid",
                    "maximum",
                    "telling",
                    "terug",
                    "herhaalt",
                )
            },
        ),
        (
            "Opschorten en verlengen",
            {
                "fields": (
                    "opschorten_artikel",
                    "opschort_gronden",
                    "verlengen_artikel",
                    "verlengen_wijze",
                    "verlengen_aantal",
                    "verlengen_eenheid",
                    "verlengen_keren",
                )
            },
        ),
    )

    @admin.display(description="duur")
    def duur(self, regel: Termijnregel) -> str:
        """The length in words."""
        return str(regel.duur)

    def get_readonly_fields(self, request: HttpRequest, obj: Model | None = None) -> list[str]:
        """A rule in use can only end: what was decided on must stay to be read."""
        if not self._in_gebruik(obj):
            return []
        alle = [veld.name for veld in Termijnregel._meta.fields if veld.editable]
        return [naam for naam in alle if naam not in ALTIJD_TE_WIJZIGEN]

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return super().has_delete_permission(request, obj) and not self._in_gebruik(obj)

    def get_actions(self, request: HttpRequest) -> dict[str, Any]:
        """No deleting in one go: it would pass by the question whether a rule is in use."""
        acties = super().get_actions(request)
        acties.pop("delete_selected", None)
        return acties

    @staticmethod
    def _in_gebruik(obj: Model | None) -> bool:
        return isinstance(obj, Termijnregel) and obj.termijnen.exists()


class GelijkgesteldeDagInline(BeheerInline):
    """The decree days of one year."""

    model = GelijkgesteldeDag
    extra = 2


@admin.register(GedektJaar)
class GedektJaarAdmin(BeheerAdmin):
    """A year and its decree days on one page, because a year counts only when complete."""

    uitleg = "De dagen die volgens het besluit als feestdag tellen. Vul een jaar in één keer in."
    list_display = ("jaar", "besluit")
    inlines = (GelijkgesteldeDagInline,)

    def get_readonly_fields(self, request: HttpRequest, obj: Model | None = None) -> list[str]:
        """The year names the record: another year is another record."""
        return ["jaar"] if obj else []


class DwangsomtariefForm(forms.ModelForm):  # type: ignore[type-arg]
    """The amounts as people write them: in euros."""

    eerste = GeldVeld(label="Dag 1 tot en met 14, per dag")
    tweede = GeldVeld(label="Dag 15 tot en met 28, per dag")
    derde = GeldVeld(label="Dag 29 tot en met 42, per dag")


@admin.register(Dwangsomtarief)
class DwangsomtariefAdmin(BeheerAdmin):
    """The amounts of a dwangsom; new amounts are a new row, for the old ones were owed."""

    form = DwangsomtariefForm
    uitleg = (
        "Wat de gemeente per dag betaalt als een besluit te laat is. Voor nieuwe bedragen maakt"
        " u een nieuwe regel."
    )
    list_display = ("geldig_van", "geldig_tot", "eerste_euro", "tweede_euro", "derde_euro", "bron")

    @admin.display(description="dag 1 tot en met 14")
    def eerste_euro(self, tarief: Dwangsomtarief) -> str:
        return geld(tarief.eerste)

    @admin.display(description="dag 15 tot en met 28")
    def tweede_euro(self, tarief: Dwangsomtarief) -> str:
        return geld(tarief.tweede)

    @admin.display(description="dag 29 tot en met 42")
    def derde_euro(self, tarief: Dwangsomtarief) -> str:
        return geld(tarief.derde)

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False
