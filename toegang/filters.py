"""Filters of the lists of the front door; their names are those of the API."""

from typing import Any

import django_filters
from django import forms
from django.db.models import Exists, OuterRef, QuerySet

from hengelo_sociaal.gebieden.models import Wijk
from hengelo_sociaal.kern.geheugen import onthouden
from hengelo_sociaal.medewerkers.models import Medewerker, Team
from hengelo_sociaal.waarden.models import Wet
from hengelo_sociaal.web.formulieren.velden import DatumInvoer
from toegang.enums import LOPEND, MeldingStatus
from toegang.forms.keuzes import kinds_of_question, values
from toegang.models import Contact, Hulpvraag, Kanaal, Melding, Uitkomst, Vindplaats
from toegang.rechten import PERSONEN_ZOEKEN


@onthouden
def _wijken() -> list[tuple[str, str]]:
    return [*Wijk.objects.values_list("code", "naam"), ("onbekend", "Onbekend")]


class ContactFilter(django_filters.FilterSet):
    """Contacts by day, channel, vindplaats, kind of question, outcome and wijk."""

    plaatsgevondenVan = django_filters.DateFilter(  # noqa: N815  the API's name
        field_name="dag", lookup_expr="gte", label="Vanaf", widget=DatumInvoer
    )
    plaatsgevondenTot = django_filters.DateFilter(  # noqa: N815
        field_name="dag", lookup_expr="lte", label="Tot en met", widget=DatumInvoer
    )
    kanaal = django_filters.ChoiceFilter(choices=lambda: values(Kanaal), empty_label="Alle kanalen")
    vindplaats = django_filters.ChoiceFilter(
        choices=lambda: values(Vindplaats), empty_label="Alle vindplaatsen"
    )
    wijk = django_filters.ChoiceFilter(choices=_wijken, empty_label="Alle wijken")
    soort = django_filters.ChoiceFilter(
        label="Soort vraag",
        choices=lambda: kinds_of_question()[1:],
        empty_label="Alle soorten",
        method="with_question",
    )
    uitkomst = django_filters.ChoiceFilter(
        label="Uitkomst",
        choices=lambda: values(Uitkomst),
        empty_label="Alle uitkomsten",
        method="with_question",
    )

    class Meta:
        model = Contact
        fields = ["plaatsgevondenVan", "plaatsgevondenTot", "kanaal", "vindplaats", "wijk"]
        form = forms.Form

    def __init__(self, *args: Any, by: Medewerker, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if PERSONEN_ZOEKEN.van(by) is None:
            del self.filters["wijk"]  # it would tell where somebody lives, which the list hides

    def with_question(self, rows: QuerySet[Contact], name: str, value: str) -> QuerySet[Contact]:
        """Contacts of which one question fits."""
        return rows.filter(
            Exists(Hulpvraag.objects.filter(contact=OuterRef("pk"), **{name: value}))
        )


class MeldingFilter(django_filters.FilterSet):
    """Meldingen by law, state, team and whose they are."""

    wet = django_filters.ChoiceFilter(choices=lambda: values(Wet), empty_label="Alle wetten")
    status = django_filters.ChoiceFilter(
        choices=[("lopend", "Alles wat loopt"), *MeldingStatus.choices],
        empty_label="Alle stappen",
        method="in_state",
    )
    team = django_filters.ModelChoiceFilter(queryset=Team.objects.all(), empty_label="Alle teams")
    van = django_filters.ChoiceFilter(
        label="Van wie",
        choices=[("mij", "Van mij"), ("niemand", "Nog van niemand")],
        empty_label="Van iedereen",
        method="of_whom",
    )

    class Meta:
        model = Melding
        fields = ["wet", "status", "team", "van"]
        form = forms.Form

    def __init__(self, *args: Any, by: Medewerker, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.by = by

    def in_state(self, rows: QuerySet[Melding], name: str, value: str) -> QuerySet[Melding]:
        """Everything that runs, or one state."""
        return rows.filter(status__in=LOPEND if value == "lopend" else [value])

    def of_whom(self, rows: QuerySet[Melding], name: str, value: str) -> QuerySet[Melding]:
        """Mine, or what nobody took up yet."""
        return rows.filter(consulent=self.by if value == "mij" else None)
