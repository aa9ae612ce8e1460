"""Meldingen with their legal terms."""

from collections.abc import Sequence
from typing import Any

from django.db.models import Prefetch, QuerySet

from hengelo_sociaal.api.basis import Actie, ApiView, Detail, Lijst
from hengelo_sociaal.kern.fouten import NietGevonden
from hengelo_sociaal.kern.tijd import dag_van, nu
from hengelo_sociaal.logboek.domain import log_list
from hengelo_sociaal.termijnen.models import Termijn
from hengelo_sociaal.termijnen.rekenen.duur import Duur
from hengelo_sociaal.termijnen.rekenen.soorten import Eenheid, Opschortgrond
from toegang.api.invoer import HervattingInvoer, OpschortingInvoer, VerlengingInvoer
from toegang.api.uitvoer import EigenMelding, MeldingUitvoer, TermijnUitvoer
from toegang.api.verbergen import refuse_telling, sees_who
from toegang.api.vragen import MeldingVragen
from toegang.domain.dossier import log_look
from toegang.domain.termijnen import extend_term, resume_term, suspend_term
from toegang.models import Melding
from toegang.queries.zicht import visible_meldingen
from toegang.rechten import MELDING_LEZEN, TERMIJN_LEZEN, TERMIJN_SCHRIJVEN

DOEL = "meldingen verwerken via de API"
# Of a melding of their own a vindplaats is not told these, so no filter tells them either.
VERBORGEN = {"huishouden", "consulent", "team"}
NIET_VERKLAPT = (
    "U ziet niet bij welk huishouden een melding hoort of wie haar behandelt. Haal dit filter weg."
)
WITH_TERMS = Prefetch("termijnen", Termijn.objects.select_related("regel").order_by("start", "id"))


class MeldingVorm(ApiView):
    """The shape of a melding: whole, or for a vindplaats what it reported and how far it is."""

    output_class, lesser_class = MeldingUitvoer, EigenMelding

    def represent(self, thing: Melding) -> dict[str, Any]:
        return self.shape_for_reader().represent(thing)

    def represent_all(self, things: Sequence[Melding]) -> list[dict[str, Any]]:
        """The meldingen of one page as they go out."""
        return self.shape_for_reader().represent_all(things)

    def shape_for_reader(self) -> type[EigenMelding]:
        """The shape for who is asking."""
        return MeldingUitvoer if self.sees_all else EigenMelding

    def readable(self) -> QuerySet[Melding]:
        """The meldingen of who is asking, with the terms they may see."""
        mine = visible_meldingen(self.by, op=dag_van(nu()))
        return mine.prefetch_related(WITH_TERMS) if self.sees_all else mine

    @property
    def sees_all(self) -> bool:
        """Whether who is asking may know whose it is and how it goes on."""
        return sees_who(self.by) and TERMIJN_LEZEN.van(self.by) is not None


class Meldingen(MeldingVorm, Lijst):
    """Meldingen, the newest first."""

    uitleg = {"GET": "Meldingen zoeken"}
    rechten = {"GET": MELDING_LEZEN}
    query_class = MeldingVragen
    ordering = "-ontvangen_op"

    def rows(self) -> QuerySet[Melding]:
        refuse_telling(self.by, self.query, VERBORGEN, NIET_VERKLAPT)
        names = {"ontvangen_van": "ontvangen_op__gte", "ontvangen_tot": "ontvangen_op__lte"}
        return self.readable().filter(**{names.get(k, k): v for k, v in self.query.items()})

    def seen(self, things: Sequence[Melding]) -> None:
        log_list(
            by=self.by,
            soort="melding",
            inwoners=[melding.inwoner_id for melding in things],
            at=nu(),
            doel=DOEL,
            filters=self.query,
        )


class MeldingDetail(MeldingVorm, Detail):
    """One melding."""

    uitleg = {"GET": "Een melding met haar termijnen"}
    rechten = {"GET": MELDING_LEZEN}

    def find(self, **kwargs: Any) -> Melding:
        found = self.readable().filter(pk=kwargs["id"]).first()
        if found is None:
            raise NietGevonden()
        return found

    def seen(self, thing: Melding) -> None:
        log_look(by=self.by, thing=thing, inwoner_id=thing.inwoner_id, at=nu(), doel=DOEL)


class TermijnActie(Actie):
    """Something that is done to a term of an own melding; answers how it stands then."""

    rechten = {"POST": TERMIJN_SCHRIJVEN}
    output_class = TermijnUitvoer


class Opschortingen(TermijnActie):
    """A term stands still."""

    uitleg = {"POST": "Een beslistermijn opschorten (Awb artikel 4:15)"}
    input_class = OpschortingInvoer

    def create(self, data: dict[str, Any], **kwargs: Any) -> Termijn:
        data["grond"] = Opschortgrond(data["grond"])
        return suspend_term(by=self.by, termijn_id=kwargs["id"], at=nu(), **data).termijn


class Hervattingen(TermijnActie):
    """A term runs again."""

    uitleg = {"POST": "Een opgeschorte termijn weer laten lopen"}
    input_class = HervattingInvoer

    def create(self, data: dict[str, Any], **kwargs: Any) -> Termijn:
        return resume_term(by=self.by, termijn_id=kwargs["id"], op=data["op"], at=nu())


class Verlengingen(TermijnActie):
    """A term is extended."""

    uitleg = {"POST": "Een beslistermijn verlengen (Awb artikel 4:14)"}
    input_class = VerlengingInvoer

    def create(self, data: dict[str, Any], **kwargs: Any) -> Termijn:
        met = Duur(data.pop("aantal"), Eenheid(data.pop("eenheid")))
        return extend_term(by=self.by, termijn_id=kwargs["id"], met=met, at=nu(), **data).termijn
