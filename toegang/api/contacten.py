"""Contacts and their questions."""

from collections.abc import Sequence
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse

from hengelo_sociaal.api.basis import Detail, Lijst, Maak, Wijzig
from hengelo_sociaal.kern.fouten import NietGevonden
from hengelo_sociaal.kern.tijd import dag_van, nu
from hengelo_sociaal.logboek.domain import log_list
from toegang.api.invoer import ContactInvoer, HulpvraagWijziging, MeldingInvoer
from toegang.api.meldingen import MeldingVorm
from toegang.api.rijen import read_contact, with_questions
from toegang.api.uitvoer import ContactUitvoer, HulpvraagUitvoer
from toegang.api.verbergen import refuse_telling, sees_who, shown_to
from toegang.api.vragen import ContactVragen, HulpvraagVragen, narrow_contacts, narrow_questions
from toegang.domain.contact import ContactGegevens, Vraag, register_contact
from toegang.domain.dossier import log_look, log_look_at
from toegang.domain.genoemd import Genoemd
from toegang.domain.hulpvraag import change_hulpvraag, lock_question
from toegang.domain.melding import make_melding
from toegang.domain.verwezen import Verwezen
from toegang.models import Contact, Hulpvraag, Melding
from toegang.queries.zicht import may_see_contact, visible_contacts, visible_questions
from toegang.rechten import CONTACT_LEZEN, CONTACT_SCHRIJVEN, MELDING_MAKEN

DOEL = "contacten verwerken via de API"
# What follows from who the resident is, and tells whether and where they are known.
ONBEKEND = {
    "inwoner": None,
    "huishouden": None,
    "vertegenwoordiger": None,
    "wijk": "onbekend",
    "gemeente": "onbekend",
}


class Contacten(Maak, Lijst):
    """Contacts, the newest first."""

    uitleg = {"GET": "Contacten zoeken", "POST": "Een contact registreren"}
    rechten = {"GET": CONTACT_LEZEN, "POST": CONTACT_SCHRIJVEN}
    query_class = ContactVragen
    input_class, output_class = ContactInvoer, ContactUitvoer
    ordering, as_rows = "-plaatsgevonden_op", True

    def rows(self) -> QuerySet[Contact]:
        refuse_telling(self.by, self.query, ONBEKEND)
        mine = visible_contacts(self.by, op=dag_van(nu()))
        return narrow_contacts(mine, self.query)

    def represent(self, thing: Contact) -> dict[str, Any]:
        return shown_to(self.by, super().represent(thing), ONBEKEND)

    def represent_all(self, things: Sequence[Contact]) -> list[dict[str, Any]]:
        bodies = with_questions(super().represent_all(things))
        return bodies if sees_who(self.by) else [body | ONBEKEND for body in bodies]

    def seen(self, things: Sequence[Contact]) -> None:
        log_list(
            by=self.by,
            soort="contact",
            inwoners=[contact.inwoner_id for contact in things],
            at=nu(),
            doel=DOEL,
            filters=self.query,
        )

    def create(self, data: dict[str, Any], **kwargs: Any) -> Contact:
        vragen = [Vraag(**vraag) for vraag in data.pop("hulpvragen")]
        gegevens = ContactGegevens(
            inwoner_id=data.pop("inwoner", None),
            huishouden_id=data.pop("huishouden", None),
            vertegenwoordiger_id=data.pop("vertegenwoordiger", None),
            genoemd=Genoemd(**genoemd) if (genoemd := data.pop("genoemd", None)) else None,
            vragen=vragen,
            **data,
        )
        return register_contact(by=self.by, gegevens=gegevens, at=nu())

    def location(self, made: Contact) -> str:
        return reverse("api-contact", args=[made.pk])


class ContactDetail(Detail):
    """One contact with its questions; read as a row, like the list."""

    uitleg = {"GET": "Een contact met zijn hulpvragen"}
    rechten = {"GET": CONTACT_LEZEN}
    output_class = ContactUitvoer

    def find(self, **kwargs: Any) -> dict[str, Any]:
        pk = kwargs["id"]
        found = read_contact(pk) if may_see_contact(self.by, pk, op=dag_van(nu())) else None
        if found is None:
            raise NietGevonden()
        return found

    def seen(self, thing: dict[str, Any]) -> None:
        log_look_at(
            by=self.by,
            soort="contact",
            pk=thing["id"],
            inwoner_id=thing["inwoner"],
            at=nu(),
            doel=DOEL,
        )

    def represent(self, thing: dict[str, Any]) -> dict[str, Any]:
        return shown_to(self.by, thing, ONBEKEND)


class Hulpvragen(Lijst):
    """Questions, the newest first."""

    uitleg = {"GET": "Hulpvragen zoeken"}
    rechten = {"GET": CONTACT_LEZEN}
    query_class, output_class = HulpvraagVragen, HulpvraagUitvoer
    as_rows, also_read = True, ("contact__inwoner_id",)

    def rows(self) -> QuerySet[Hulpvraag]:
        refuse_telling(self.by, self.query, ONBEKEND)
        mine = visible_questions(self.by, op=dag_van(nu()))
        return narrow_questions(mine, self.query)

    def seen(self, things: Sequence[Any]) -> None:
        log_list(
            by=self.by,
            soort="hulpvraag",
            inwoners=[vraag.contact__inwoner_id for vraag in things],
            at=nu(),
            doel=DOEL,
            filters=self.query,
        )


class HulpvraagDetail(Wijzig, Detail):
    """One question; its outcome may change."""

    uitleg = {"GET": "Een hulpvraag", "PATCH": "Een hulpvraag wijzigen, zoals de uitkomst"}
    rechten = {"GET": CONTACT_LEZEN, "PATCH": CONTACT_SCHRIJVEN}
    input_class, output_class = HulpvraagWijziging, HulpvraagUitvoer

    def find(self, **kwargs: Any) -> Hulpvraag:
        mine = visible_questions(self.by, op=dag_van(nu())).select_related("contact")
        found = mine.filter(pk=kwargs["id"]).first()
        if found is None:
            raise NietGevonden()
        return found

    def seen(self, thing: Hulpvraag) -> None:
        log_look(by=self.by, thing=thing, inwoner_id=thing.contact.inwoner_id, at=nu(), doel=DOEL)

    def lock(self, **kwargs: Any) -> Hulpvraag:
        mine = visible_questions(self.by, op=dag_van(nu()), recht=CONTACT_SCHRIJVEN)
        return lock_question(mine, kwargs["id"])

    def change(self, thing: Hulpvraag, data: dict[str, Any]) -> Hulpvraag:
        return change_hulpvraag(by=self.by, hulpvraag_id=thing.pk, waarden=data, at=nu())


class MeldingVanHulpvraag(MeldingVorm, Maak):
    """A melding of a question, with the terms that start."""

    uitleg = {"POST": "Van een hulpvraag een melding maken"}
    rechten = {"POST": MELDING_MAKEN}
    input_class = MeldingInvoer

    def create(self, data: dict[str, Any], **kwargs: Any) -> Melding:
        who = Verwezen(
            naam=data.pop("verwijzer_naam", ""),
            organisatie=data.pop("verwijzer_organisatie", ""),
            op=data.pop("verwezen_op", None),
        )
        return make_melding(by=self.by, hulpvraag_id=kwargs["id"], verwezen=who, at=nu(), **data)

    def location(self, made: Melding) -> str:
        return reverse("api-melding", args=[made.pk])
