"""GET /aanbieders, /contracten and /toewijzingen."""

from collections.abc import Sequence
from typing import Any

from django.db.models import Prefetch, QuerySet

from aanbieders.api.vormen import (
    AanbiederUitvoer,
    AanbiederVragen,
    ContractUitvoer,
    ContractVragen,
    ToewijzingUitvoer,
    ToewijzingVragen,
)
from aanbieders.domain.inzage import note_list
from aanbieders.models import Aanbieder, Contract, Tarief, Toewijzing
from aanbieders.queries.filteren import filter_contracten, filter_toewijzingen
from aanbieders.queries.overzicht import clients, list_aanbieders
from aanbieders.queries.zicht import pseudonym, sees_names, visible_toewijzingen
from aanbieders.rechten import CONTRACT_LEZEN, NAMEN_LEZEN, TOEWIJZING_LEZEN
from hengelo_sociaal.api.basis import Lijst
from hengelo_sociaal.kern.tijd import nu, vandaag


class Aanbieders(Lijst):
    """Providers; names only for whoever may know no more."""

    uitleg = {"GET": "Aanbieders, met contracten en cliënten voor wie dat mag zien"}
    rechten = {"GET": NAMEN_LEZEN}
    query_class, output_class = AanbiederVragen, AanbiederUitvoer
    ordering = "naam"

    def rows(self) -> QuerySet[Aanbieder]:
        return list_aanbieders(op=vandaag(), zoek=self.query.get("zoek", ""))

    def represent_all(self, things: Sequence[Aanbieder]) -> list[dict[str, Any]]:
        more = CONTRACT_LEZEN.van(self.by) is not None
        helped = clients(by=self.by, op=vandaag())
        return [
            AanbiederUitvoer.represent(
                {
                    "id": each.pk,
                    "naam": each.naam,
                    "plaats": each.plaats,
                    "kvk": each.kvk if more else None,
                    "agb": each.agb if more else None,
                    "lopende_contracten": each.lopende_contracten if more else None,  # type: ignore[attr-defined]
                    "eerste_einde": each.eerste_einde if more else None,  # type: ignore[attr-defined]
                    "clienten": helped.get(each.pk),
                }
            )
            for each in things
        ]


class Contracten(Lijst):
    """Contracts with their prices."""

    uitleg = {"GET": "Contracten met alle tarieven"}
    rechten = {"GET": CONTRACT_LEZEN}
    query_class, output_class = ContractVragen, ContractUitvoer
    ordering = "nummer"

    def rows(self) -> QuerySet[Contract]:
        rows = Contract.objects.select_related("aanbieder").prefetch_related(
            Prefetch("tarieven", Tarief.objects.select_related("product"))
        )
        if aanbieder := self.query.get("aanbieder"):
            rows = rows.filter(aanbieder=aanbieder)
        return filter_contracten(rows, self.query, op=vandaag())


class Toewijzingen(Lijst):
    """Toewijzingen, with residents by id or under a pseudonym."""

    uitleg = {"GET": "Toewijzingen; contractbeheer en toezicht zien een pseudoniem"}
    rechten = {"GET": TOEWIJZING_LEZEN}
    query_class, output_class = ToewijzingVragen, ToewijzingUitvoer
    ordering = "-id"

    def rows(self) -> QuerySet[Toewijzing]:
        op = vandaag()
        return filter_toewijzingen(visible_toewijzingen(by=self.by, op=op), self.query, op=op)

    def seen(self, things: Sequence[Toewijzing]) -> None:
        note_list(toewijzingen=things, by=self.by, at=nu())

    def represent_all(self, things: Sequence[Toewijzing]) -> list[dict[str, Any]]:
        names = sees_names(self.by)
        return [ToewijzingUitvoer.represent(_shown(each, names=names)) for each in things]


def _shown(toewijzing: Toewijzing, *, names: bool) -> dict[str, Any]:
    fields = (
        "nummer grondslag volume eenheid frequentie van tot herziening_op status beeindigd_op reden"
    )
    return {
        "id": toewijzing.pk,
        "inwoner": toewijzing.inwoner_id if names else None,
        "huishouden": toewijzing.huishouden_id if names else None,
        "pseudoniem": None if names else pseudonym(toewijzing.inwoner_id),
        "aanbieder": toewijzing.contract.aanbieder,
        "contract": toewijzing.contract_id,
        "product": toewijzing.product,
        **{name: getattr(toewijzing, name) for name in fields.split()},
    }
