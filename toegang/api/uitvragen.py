"""The questions and their answers: one versioned set, as JSON Schema (contract.md, API)."""

from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from hengelo_sociaal.api.basis import ApiView, Detail, Maak, Wijzig
from hengelo_sociaal.kern.beperkingen import operation
from hengelo_sociaal.kern.fouten import NietGevonden
from hengelo_sociaal.kern.tijd import dag_van, nu
from toegang.api.invoer_uitvraag import UitvraagInvoer, UitvraagWijziging
from toegang.api.uitvoer_uitvraag import UitvraagUitvoer, VragenlijstUitvoer
from toegang.api.verbergen import shown_to
from toegang.domain.gemeen import lock
from toegang.domain.uitvraag import finish_uitvraag, look_at_uitvraag, save_answers
from toegang.domain.uitvraag_begin import UitvraagGegevens, start_uitvraag
from toegang.models import Uitvraag, VragenlijstVersie
from toegang.queries.antwoorden import read_nested
from toegang.queries.uitvragen import writable_uitvragen
from toegang.queries.vragenlijst import Onderdeel, in_force, sections_of
from toegang.rechten import MELDING_LEZEN, UITVRAAG_SCHRIJVEN, VRAGENLIJST_BEHEREN


@dataclass(frozen=True)
class _Gesteld:
    """A version with its sections, read from its data."""

    versie: VragenlijstVersie
    onderdelen: list[Onderdeel]


class VragenlijstDetail(Detail):
    """The version that is in force: its schema, and how it is laid out."""

    uitleg = {"GET": "De vragen die nu gesteld worden, als JSON Schema"}
    rechten = {"GET": (MELDING_LEZEN, VRAGENLIJST_BEHEREN)}
    output_class = VragenlijstUitvoer

    def find(self, **kwargs: Any) -> VragenlijstVersie:
        found = in_force(kwargs["code"])
        if found is None:
            raise NietGevonden()
        return found

    def represent(self, thing: VragenlijstVersie) -> dict[str, Any]:
        return VragenlijstUitvoer.represent(_Gesteld(thing, sections_of(thing.inhoud)))


class UitvraagVorm(ApiView):
    """The shape of an uitvraag; who may not know whose it is, is not told by what they asked."""

    output_class = UitvraagUitvoer

    def represent(self, thing: Uitvraag) -> dict[str, Any]:
        return shown_to(self.by, UitvraagUitvoer.represent(thing), ONBEKEND)


class Uitvragen(UitvraagVorm, Maak):
    """Asking a household, once."""

    uitleg = {"POST": "Een uitvraag beginnen, met of zonder antwoorden"}
    rechten = {"POST": UITVRAAG_SCHRIJVEN}
    input_class = UitvraagInvoer

    def create(self, data: dict[str, Any], **kwargs: Any) -> Uitvraag:
        answers = data.pop("antwoorden", None) or {}
        links = {f"{name}_id": data.pop(name, None) for name in _LINKS}
        with operation():
            made = start_uitvraag(by=self.by, gegevens=UitvraagGegevens(**links, **data), at=nu())
            return _save(self, made, answers) if answers else made

    def location(self, made: Uitvraag) -> str:
        return reverse("api-uitvraag", args=[made.pk])


class UitvraagDetail(UitvraagVorm, Wijzig, Detail):
    """One uitvraag; its answers are joined with what is there."""

    uitleg = {"GET": "Een uitvraag met de antwoorden", "PATCH": "Antwoorden bewaren of afronden"}
    rechten = {"GET": MELDING_LEZEN, "PATCH": UITVRAAG_SCHRIJVEN}
    input_class = UitvraagWijziging

    def find(self, **kwargs: Any) -> Uitvraag:
        return look_at_uitvraag(by=self.by, uitvraag_id=kwargs["id"], at=nu())

    def lock(self, **kwargs: Any) -> Uitvraag:
        return lock(writable_uitvragen(self.by, op=dag_van(nu())), kwargs["id"])

    def change(self, thing: Uitvraag, data: dict[str, Any]) -> Uitvraag:
        kept = _save(self, thing, data["antwoorden"]) if data.get("antwoorden") else thing
        if data.get("status") == "afgerond":
            return finish_uitvraag(by=self.by, uitvraag_id=kept.pk, revisie=kept.revisie, at=nu())
        return kept


ONBEKEND = {"inwoner": None, "huishouden": None}  # who may not search is told neither
_LINKS = ("huishouden", "melding", "contact", "huisbezoek")


def _save(view: Uitvragen | UitvraagDetail, uitvraag: Uitvraag, answers: Any) -> Uitvraag:
    return save_answers(
        by=view.by,
        uitvraag_id=uitvraag.pk,
        antwoorden=read_nested(answers, uitvraag.versie.schema),
        revisie=uitvraag.revisie,
        at=nu(),
    )
