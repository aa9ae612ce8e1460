"""Objections: the list, receiving one, and the steps of a jurist until it is closed."""

from collections.abc import Sequence
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse

from hengelo_sociaal.api.basis import Actie, Detail, Lijst, Maak
from hengelo_sociaal.kern.tijd import nu, vandaag
from plannen.api.besluitinvoer import (
    AanvullingInvoer,
    AanvulverzoekInvoer,
    BezwaarbeslissingInvoer,
    BezwaarInvoer,
    BezwaarVragen,
    HoorzittingInvoer,
    HorenInvoer,
    IntrekkingInvoer,
    VerdagingInvoer,
    VerschoonbaarInvoer,
    within,
)
from plannen.api.besluituitvoer import BezwaarUitvoer
from plannen.domain.besluit import bezwaar as acts
from plannen.domain.besluit.heroverwegen import Kosten, decide_bezwaar, withdraw_bezwaar
from plannen.domain.besluit.inzage import look_at_bezwaar, note_list
from plannen.models import Bezwaar
from plannen.queries.besluit.lijst import list_bezwaren
from plannen.rechten import BESLUIT_LEZEN, BEZWAAR_BEHANDELEN


class Bezwaren(Lijst):
    """Bezwaren, de nieuwste eerst."""

    uitleg = {"GET": "Bezwaren zoeken"}
    rechten = {"GET": BESLUIT_LEZEN}
    query_class, output_class = BezwaarVragen, BezwaarUitvoer
    ordering = "-ontvangen_op"

    def rows(self) -> QuerySet[Bezwaar]:
        query = dict(self.query)
        received = within(query, "ontvangen", "ontvangen_op")
        stand = query.pop("stand", "")
        if "huishouden" in query:
            query["besluit__huishouden"] = query.pop("huishouden")
        rows = list_bezwaren(self.by, op=vandaag(), stand=stand).filter(received, **query)
        return rows.select_related("besluit", "beslistermijn__regel", "beroepstermijn__regel")

    def seen(self, things: Sequence[Bezwaar]) -> None:
        about = [one.besluit for one in things]
        note_list(soort="bezwaar", besluiten=about, by=self.by, at=nu())


class BezwaarDetail(Detail):
    """Een bezwaar met zijn termijnen."""

    uitleg = {"GET": "Een bezwaar lezen"}
    rechten = {"GET": BESLUIT_LEZEN}
    output_class = BezwaarUitvoer

    def find(self, **kwargs: Any) -> Bezwaar:
        return look_at_bezwaar(bezwaar_id=kwargs["id"], by=self.by, at=nu())


class BesluitBezwaren(Maak):
    """Een bezwaar vastleggen tegen een besluit dat is verzonden."""

    uitleg = {"POST": "Een bezwaar tegen een besluit vastleggen"}
    rechten = {"POST": BEZWAAR_BEHANDELEN}
    input_class, output_class = BezwaarInvoer, BezwaarUitvoer

    def create(self, data: dict[str, Any], **kwargs: Any) -> Bezwaar:
        made = acts.receive_bezwaar(
            besluit_id=kwargs["id"], gegevens=acts.BezwaarGegevens(**data), by=self.by, at=nu()
        )
        return look_at_bezwaar(bezwaar_id=made.pk, by=self.by, at=nu())

    def location(self, made: Bezwaar) -> str:
        return reverse("api-bezwaar", args=[made.pk])


class Bezwaarstap(Actie):
    """Something that is done to an objection; answers how it stands then."""

    rechten = {"POST": BEZWAAR_BEHANDELEN}
    output_class = BezwaarUitvoer
    problemen = frozenset({409})

    def step(self, data: dict[str, Any], **who: Any) -> object:
        """One call into the domain."""
        raise NotImplementedError

    def create(self, data: dict[str, Any], **kwargs: Any) -> Bezwaar:
        self.step(data, bezwaar_id=kwargs["id"], by=self.by, at=nu())
        return look_at_bezwaar(bezwaar_id=kwargs["id"], by=self.by, at=nu())


class Aanvulverzoeken(Bezwaarstap):
    """Vragen om wat mist; de termijn om te beslissen staat stil (Awb artikel 6:6 en 7:10)."""

    uitleg = {"POST": "Om aanvulling van een bezwaar vragen"}
    input_class = AanvulverzoekInvoer

    def step(self, data: dict[str, Any], **who: Any) -> object:
        return acts.ask_completion(**data, **who)


class Aanvullingen(Bezwaarstap):
    """De redenen kwamen binnen; de termijn loopt weer."""

    uitleg = {"POST": "De aanvulling van een bezwaar vastleggen"}
    input_class = AanvullingInvoer

    def step(self, data: dict[str, Any], **who: Any) -> object:
        return acts.complete_bezwaar(**data, **who)


class Verschoonbaarheden(Bezwaarstap):
    """Beoordelen of een goede reden bestaat om te laat te zijn (Awb artikel 6:11)."""

    uitleg = {"POST": "Een te laat bezwaar beoordelen"}
    input_class = VerschoonbaarInvoer

    def step(self, data: dict[str, Any], **who: Any) -> object:
        return acts.excuse_lateness(**data, **who)


class Hoorzittingen(Bezwaarstap):
    """Een hoorzitting plannen (Awb artikel 7:2)."""

    uitleg = {"POST": "Een hoorzitting plannen"}
    input_class = HoorzittingInvoer

    def step(self, data: dict[str, Any], **who: Any) -> object:
        return acts.plan_hearing(**data, **who)


class Hoorverslagen(Bezwaarstap):
    """Vastleggen hoe er is gehoord, of waarom niet."""

    uitleg = {"POST": "Het horen vastleggen"}
    input_class = HorenInvoer

    def step(self, data: dict[str, Any], **who: Any) -> object:
        return acts.record_hearing(**data, **who)


class Verdagingen(Bezwaarstap):
    """De beslissing zes weken verdagen (Awb artikel 7:10 lid 3)."""

    uitleg = {"POST": "De beslissing op een bezwaar verdagen"}
    input_class = VerdagingInvoer

    def step(self, data: dict[str, Any], **who: Any) -> object:
        return acts.adjourn_bezwaar(**data, **who)


class Bezwaarbeslissingen(Bezwaarstap):
    """Op het bezwaar beslissen; gegrond maakt meteen het concept van een nieuw besluit."""

    uitleg = {"POST": "Op een bezwaar beslissen"}
    input_class = BezwaarbeslissingInvoer

    def step(self, data: dict[str, Any], **who: Any) -> object:
        asked = data.pop("kosten", None)
        return decide_bezwaar(kosten=Kosten(**asked) if asked else None, **data, **who)


class Intrekkingen(Bezwaarstap):
    """De indiener trekt het bezwaar in (Awb artikel 6:21)."""

    uitleg = {"POST": "Een ingetrokken bezwaar vastleggen"}
    input_class = IntrekkingInvoer

    def step(self, data: dict[str, Any], **who: Any) -> object:
        return withdraw_bezwaar(**data, **who)
