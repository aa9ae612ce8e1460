"""Contacts and their questions as plain rows, for the API: no other question is asked as often.

Written out, because building these queries took longer than answering them (ADR 50).
"""

import uuid
from collections.abc import Iterable, Sequence

from hengelo_sociaal.kern.uitgeschreven import Row, fetch_all


def contact_rows(pk: uuid.UUID, own: Sequence[str], asked: Sequence[str]) -> list[Row]:
    """The columns `own` of a contact and `asked` of a question, one row per question.

    Nothing when there is no such contact. Who may see it is for the caller to ask first.
    """
    columns = [f"c.{name}" for name in own] + [f"v.{name}" for name in asked]
    return fetch_all(
        f"SELECT {', '.join(columns)} FROM toegang_contact c"  # noqa: S608  names of our own
        " LEFT JOIN toegang_hulpvraag v ON v.contact_id = c.id"
        " WHERE c.id = %s ORDER BY v.volgorde",
        [pk],
    )


def question_rows(contacts: Iterable[uuid.UUID], columns: Sequence[str]) -> list[Row]:
    """These columns of every question of these contacts, in their order within a contact."""
    return fetch_all(
        f"SELECT {', '.join(columns)} FROM toegang_hulpvraag"  # noqa: S608  names of our own
        " WHERE contact_id = ANY(%s::uuid[]) ORDER BY contact_id, volgorde",
        ["{" + ",".join([pk.hex for pk in contacts]) + "}"],
    )
