"""Besluiten: the list, a draft, and the steps from draft to letter."""

import dataclasses
import uuid
from collections.abc import Sequence
from typing import Any, ClassVar

from django.db.models import QuerySet
from django.urls import reverse

from aanbieders.models import Toewijzing
from aanbieders.rechten import TOEWIJZING_SCHRIJVEN
from hengelo_sociaal.api.basis import Actie, ApiView, Detail, Lijst, Maak, Wijzig
from hengelo_sociaal.api.serializers import Serializer
from hengelo_sociaal.kern.tijd import nu, vandaag
from plannen.api.besluitinvoer import (
    BekendmakingInvoer,
    BeslissingInvoer,
    BesluitInvoer,
    BesluitVragen,
    BesluitWijziging,
    LeegInvoer,
    OpmerkingInvoer,
    ToetsInvoer,
    within,
)
from plannen.api.besluituitvoer import (
    BesluitKern,
    BesluitKort,
    BesluitStand,
    BesluitUitvoer,
    ToewijzingKort,
)
from plannen.domain.besluit import beoordelen
from plannen.domain.besluit.aanleiding import from_afspraak, from_besluit, from_melding
from plannen.domain.besluit.bekendmaken import publish_besluit
from plannen.domain.besluit.gemeen import lock_besluit
from plannen.domain.besluit.inzage import look_at_besluit, look_at_occasion, note_list
from plannen.domain.besluit.opstellen import (
    Aanleiding,
    BesluitGegevens,
    answer_check,
    change_besluit,
    draft_besluit,
    gegevens_van,
)
from plannen.domain.besluit.toewijzen import carry_out_besluit
from plannen.models import Besluit
from plannen.queries.besluit.controles import checks_before
from plannen.queries.besluit.lijst import list_besluiten
from plannen.queries.besluit.stand import is_final
from plannen.queries.besluit.stappen import steps_now
from plannen.rechten import BESLUIT_LEZEN, BESLUIT_NEMEN, BESLUIT_OPSTELLEN


class Besluitvorm(ApiView):
    """The shape of one besluit, with its checks and the steps that the caller can take."""

    output_class: ClassVar[type[Serializer]] = BesluitUitvoer

    def represent(self, thing: Besluit) -> dict[str, Any]:
        op = vandaag()
        stand = {
            "onherroepelijk": is_final(thing, op=op),
            "controles": checks_before(thing, op=op),
            "stappen": steps_now(thing, self.by),
            "bezwaren": [one.pk for one in thing.bezwaren.all()],
            "toewijzingen": thing.gronden.order_by("pk").values_list("toewijzing_id", flat=True),
        }
        return BesluitKern.represent(thing) | BesluitStand.represent(stand)


class Besluiten(Besluitvorm, Maak, Lijst):
    """Besluiten, de nieuwste eerst; een nieuw besluit begint als concept."""

    uitleg = {"GET": "Besluiten zoeken", "POST": "Een concept van een besluit beginnen"}
    rechten = {"GET": BESLUIT_LEZEN, "POST": BESLUIT_OPSTELLEN}
    query_class = BesluitVragen
    input_class, output_class, detail_class = BesluitInvoer, BesluitKort, BesluitUitvoer
    ordering = "-opgesteld_op"

    def rows(self) -> QuerySet[Besluit]:
        query = dict(self.query)
        sent = within(query, "bekendgemaakt", "bekendgemaakt_op")
        own = {name: query.pop(name) for name in ("stand", "soort", "wet") if name in query}
        return list_besluiten(self.by, op=vandaag(), **own).filter(sent, **query)

    def seen(self, things: Sequence[Besluit]) -> None:
        note_list(soort="besluit", besluiten=things, by=self.by, at=nu())

    def create(self, data: dict[str, Any], **kwargs: Any) -> Besluit:
        why = self._occasion(data)
        made = draft_besluit(aanleiding=why, gegevens=BesluitGegevens(**data), by=self.by, at=nu())
        return look_at_besluit(besluit_id=made.pk, by=self.by, at=nu())

    def location(self, made: Besluit) -> str:
        return reverse("api-besluit", args=[made.pk])

    def _occasion(self, data: dict[str, Any]) -> Aanleiding:
        """Where it begins; taken out of the data. An earlier besluit has to be theirs."""
        melding: uuid.UUID | None = data.pop("melding", None)
        afspraak: uuid.UUID | None = data.pop("afspraak", None)
        earlier: uuid.UUID | None = data.pop("eerder", None)
        if earlier is not None:
            return from_besluit(look_at_besluit(besluit_id=earlier, by=self.by, at=nu()))
        why = from_melding(melding) if melding else from_afspraak(afspraak or uuid.uuid4())
        look_at_occasion(aanleiding=why, by=self.by, at=nu())
        return why


class BesluitDetail(Besluitvorm, Wijzig, Detail):
    """Een besluit lezen, of een concept wijzigen met de ETag in If-Match."""

    uitleg = {"GET": "Een besluit lezen", "PATCH": "Een concept wijzigen"}
    rechten = {"GET": BESLUIT_LEZEN, "PATCH": BESLUIT_OPSTELLEN}
    input_class = BesluitWijziging

    def find(self, **kwargs: Any) -> Besluit:
        return look_at_besluit(besluit_id=kwargs["id"], by=self.by, at=nu())

    def lock(self, **kwargs: Any) -> Besluit:
        return lock_besluit(kwargs["id"], by=self.by, at=nu(), recht=BESLUIT_OPSTELLEN)

    def change(self, thing: Besluit, data: dict[str, Any]) -> Besluit:
        return change_besluit(
            besluit_id=thing.pk,
            gegevens=dataclasses.replace(gegevens_van(thing), **data),
            verwacht=thing.wijzigingnummer,
            by=self.by,
            at=nu(),
        )


class Besluitstap(Besluitvorm, Actie):
    """Something that is done to a besluit; answers how it stands then."""

    input_class: ClassVar[type[Serializer] | None] = LeegInvoer
    problemen = frozenset({409})

    def step(self, data: dict[str, Any], **who: Any) -> object:
        """One call into the domain."""
        raise NotImplementedError

    def create(self, data: dict[str, Any], **kwargs: Any) -> Besluit:
        self.step(data, besluit_id=kwargs["id"], by=self.by, at=nu())
        return look_at_besluit(besluit_id=kwargs["id"], by=self.by, at=nu())


class Controles(Besluitstap):
    """Een controle beantwoorden; opnieuw antwoorden mag zolang het een concept is."""

    uitleg = {"POST": "Een controle van een concept beantwoorden"}
    rechten = {"POST": BESLUIT_OPSTELLEN}
    input_class = ToetsInvoer

    def step(self, data: dict[str, Any], **who: Any) -> object:
        return answer_check(**data, **who)


class Indieningen(Besluitstap):
    """Een concept laten beoordelen; alle controles moeten goed zijn."""

    uitleg = {"POST": "Een concept laten beoordelen"}
    rechten = {"POST": BESLUIT_OPSTELLEN}

    def step(self, data: dict[str, Any], **who: Any) -> object:
        return beoordelen.submit_besluit(**who)


class Terugnames(Besluitstap):
    """Een ingediend concept terugnemen."""

    uitleg = {"POST": "Een ingediend concept terugnemen"}
    rechten = {"POST": BESLUIT_OPSTELLEN}

    def step(self, data: dict[str, Any], **who: Any) -> object:
        return beoordelen.recall_besluit(**who)


class Teruggaven(Besluitstap):
    """Een ingediend concept teruggeven, met wat er anders moet."""

    uitleg = {"POST": "Een ingediend concept teruggeven"}
    rechten = {"POST": BESLUIT_NEMEN}
    input_class = OpmerkingInvoer

    def step(self, data: dict[str, Any], **who: Any) -> object:
        return beoordelen.return_besluit(**data, **who)


class Beslissingen(Besluitstap):
    """Het besluit nemen; bij vier ogen nooit de opsteller zelf."""

    uitleg = {"POST": "Een besluit nemen"}
    rechten = {"POST": BESLUIT_NEMEN}
    input_class = BeslissingInvoer

    def step(self, data: dict[str, Any], **who: Any) -> object:
        return beoordelen.take_besluit(**data, **who)


class Heropeningen(Besluitstap):
    """Een genomen besluit dat nog niet is verzonden weer concept maken."""

    uitleg = {"POST": "Een besluit dat nog niet is verzonden heropenen"}
    rechten = {"POST": BESLUIT_NEMEN}
    input_class = OpmerkingInvoer

    def step(self, data: dict[str, Any], **who: Any) -> object:
        return beoordelen.reopen_besluit(**data, **who)


class Bekendmakingen(Besluitstap):
    """Vastleggen dat de brief is verzonden; de bezwaartermijn begint (Awb artikel 6:8)."""

    uitleg = {"POST": "Een besluit bekendmaken"}
    rechten = {"POST": (BESLUIT_NEMEN, BESLUIT_OPSTELLEN)}
    input_class = BekendmakingInvoer

    def step(self, data: dict[str, Any], **who: Any) -> object:
        return publish_besluit(**data, **who)


class Vervallingen(Besluitstap):
    """Een besluit dat nooit is verzonden laten vervallen."""

    uitleg = {"POST": "Een concept laten vervallen"}
    rechten = {"POST": BESLUIT_OPSTELLEN}

    def step(self, data: dict[str, Any], **who: Any) -> object:
        return beoordelen.drop_besluit(**who)


class BesluitToewijzingen(Maak):
    """De toewijzing maken waar het besluit om vraagt; alles staat al in het besluit."""

    uitleg = {"POST": "De toewijzing bij een besluit maken"}
    rechten = {"POST": TOEWIJZING_SCHRIJVEN}
    input_class, output_class = LeegInvoer, ToewijzingKort

    def create(self, data: dict[str, Any], **kwargs: Any) -> Toewijzing:
        return carry_out_besluit(besluit_id=kwargs["id"], by=self.by, at=nu())

    def location(self, made: Toewijzing) -> str:
        return reverse("api-toewijzingen")
