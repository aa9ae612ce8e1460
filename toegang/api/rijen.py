"""Contacts as they go out, read as rows and not as records (ADR 50)."""

import uuid
from typing import Any

from toegang.api.uitvoer import ContactUitvoer, HulpvraagKort
from toegang.queries.contactrijen import contact_rows, question_rows

Uitvoer = dict[str, Any]


def read_contact(pk: uuid.UUID) -> Uitvoer | None:
    """A contact with its questions, in one query; None when there is none."""
    own = ContactUitvoer.columns()
    rows = contact_rows(pk, own, HulpvraagKort.columns())
    if not rows:
        return None
    (contact,) = ContactUitvoer.represent_rows(rows[:1])
    asked = [row[len(own) :] for row in rows if row[len(own)] is not None]
    return contact | {"hulpvragen": HulpvraagKort.represent_rows(asked)}


def with_questions(contacts: list[Uitvoer]) -> list[Uitvoer]:
    """The contacts of a page, each with its questions in their order; one query for all."""
    asked: dict[uuid.UUID, list[Uitvoer]] = {}
    for contact in contacts:
        contact["hulpvragen"] = asked[contact["id"]] = []
    rows = question_rows(asked, [*HulpvraagKort.columns(), "contact_id"]) if asked else []
    for row, question in zip(rows, HulpvraagKort.represent_rows(rows), strict=True):
        asked[row[-1]].append(question)
    return contacts
