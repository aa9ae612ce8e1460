"""Home visits."""

from collections.abc import Sequence
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse

from hengelo_sociaal.api.basis import Detail, Lijst, Maak
from hengelo_sociaal.kern.fouten import NietGevonden
from hengelo_sociaal.kern.tijd import dag_van, nu
from toegang.api.invoer import HuisbezoekInvoer
from toegang.api.uitvoer import HuisbezoekUitvoer
from toegang.api.vragen import HuisbezoekVragen, period
from toegang.domain.dossier import log_visits
from toegang.domain.huisbezoek import plan_huisbezoek
from toegang.models import Huisbezoek
from toegang.queries.zicht import visible_visits
from toegang.rechten import HUISBEZOEK_DOEN, HUISBEZOEK_PLANNEN


class Huisbezoeken(Maak, Lijst):
    """Home visits, the latest first."""

    uitleg = {"GET": "Huisbezoeken", "POST": "Een huisbezoek plannen"}
    rechten = {"GET": HUISBEZOEK_DOEN, "POST": HUISBEZOEK_PLANNEN}
    query_class = HuisbezoekVragen
    input_class, output_class = HuisbezoekInvoer, HuisbezoekUitvoer
    ordering = "-gepland_op"

    def rows(self) -> QuerySet[Huisbezoek]:
        moments = period(self.query, "gepland_van", "gepland_tot", "gepland_op")
        plain = {
            key: self.query[key]
            for key in ("status", "huishouden", "medewerker")
            if key in self.query
        }
        return visible_visits(self.by, op=dag_van(nu())).filter(**plain, **moments)

    def seen(self, things: Sequence[Huisbezoek]) -> None:
        log_visits(by=self.by, visits=things, at=nu())

    def create(self, data: dict[str, Any], **kwargs: Any) -> Huisbezoek:
        return plan_huisbezoek(
            by=self.by,
            huishouden_id=data.pop("huishouden"),
            melding_id=data.pop("melding", None),
            medewerker_id=data.pop("medewerker", self.by.pk),
            at=nu(),
            **data,
        )

    def location(self, made: Huisbezoek) -> str:
        return reverse("api-huisbezoek", args=[made.pk])


class HuisbezoekDetail(Detail):
    """One home visit."""

    uitleg = {"GET": "Een huisbezoek"}
    rechten = {"GET": HUISBEZOEK_DOEN}
    output_class = HuisbezoekUitvoer

    def find(self, **kwargs: Any) -> Huisbezoek:
        found = visible_visits(self.by, op=dag_van(nu())).filter(pk=kwargs["id"]).first()
        if found is None:
            raise NietGevonden()
        return found

    def seen(self, thing: Huisbezoek) -> None:
        log_visits(by=self.by, visits=[thing], at=nu())
