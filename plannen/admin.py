"""What functional administrators keep for besluiten: amounts with their period, and reasons."""

from typing import Any

from django import forms
from django.contrib import admin
from django.http import HttpRequest

from hengelo_sociaal.web.beheer import BeheerAdmin, Kiesbaar, WaardeAdmin
from hengelo_sociaal.web.formulieren.velden import GeldVeld
from hengelo_sociaal.web.opmaak import geld
from plannen.enums import Besluitsoort
from plannen.models import Besluitreden, Bijdragetarief, Meeleesgrens


class BedragForm(forms.ModelForm):
    """The amount as people write it: in euros."""

    bedrag_cent = GeldVeld(label="Bedrag")


class BesluitredenForm(forms.ModelForm):
    """For which besluiten a reason is, ticked and not typed as codes."""

    soorten = forms.MultipleChoiceField(
        label="Bij besluiten",
        choices=Besluitsoort.choices,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Kies minstens één soort besluit."},
    )


class MetPeriodeAdmin(BeheerAdmin):
    """A new amount is a new row, so that earlier besluiten keep theirs."""

    form = BedragForm
    list_display = ("wet", "bedrag", "geldig_van", "geldig_tot", "toelichting")
    list_filter = ("wet",)
    list_select_related = ("wet",)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    @admin.display(description="bedrag")
    def bedrag(self, obj: Meeleesgrens | Bijdragetarief) -> str:
        return geld(obj.bedrag_cent)


@admin.register(Meeleesgrens)
class MeeleesgrensAdmin(MetPeriodeAdmin):
    """Above which amount a year somebody else than the drafter decides."""

    uitleg = "Boven dit bedrag per jaar beslist een ander dan wie het besluit schreef."


@admin.register(Bijdragetarief)
class BijdragetariefAdmin(MetPeriodeAdmin):
    """What a resident pays a month."""

    uitleg = "Wat een inwoner per maand zelf betaalt. Een nieuw bedrag is een nieuwe regel."


@admin.register(Besluitreden)
class BesluitredenAdmin(WaardeAdmin):
    """The short list of reasons, with the article and the sentence of the letter."""

    form = BesluitredenForm
    list_display = ("label", "wet", "artikel", "zekerheid", "te_kiezen")
    list_filter = (Kiesbaar, "wet", "zekerheid")
    list_select_related = ("wet",)
    search_fields = ("label", "artikel")
    ordering = ("volgorde",)
