"""Changing a question: mostly how it ended."""

import datetime as dt
import uuid
from collections.abc import Mapping
from typing import Any

from django.db.models import QuerySet

from hengelo_sociaal.kern.beperkingen import operation
from hengelo_sociaal.kern.fouten import NietGevonden, OngeldigeInvoer
from hengelo_sociaal.kern.tijd import dag_van
from hengelo_sociaal.logboek.domain import log_change
from hengelo_sociaal.medewerkers.models import Medewerker
from hengelo_sociaal.waarden.models import Beleidsdomein, Leefgebied, Wet
from toegang.domain.gemeen import fill, require_unchanged
from toegang.enums import MeldingStatus
from toegang.exceptions import ContactIngetrokken, MeldingLoopt
from toegang.models import Hulpvraag, Melding, Soort, Uitkomst
from toegang.queries.waarden import value_of
from toegang.queries.zicht import visible_questions
from toegang.rechten import CONTACT_SCHRIJVEN
from voorzieningen.domain.gemis import correct_gemis

_LISTS: dict[str, type[Any]] = {
    "soort": Soort,
    "uitkomst": Uitkomst,
    "leefgebied": Leefgebied,
    "beleidsdomein": Beleidsdomein,
    "wet": Wet,
}


def change_hulpvraag(
    *,
    by: Medewerker,
    hulpvraag_id: uuid.UUID,
    waarden: Mapping[str, str | None],
    at: dt.datetime,
    revisie: int | None = None,
) -> Hulpvraag:
    """Change `soort`, `toelichting`, `uitkomst`, `leefgebied`, `beleidsdomein` or `wet`.

    Only what is in `waarden` changes; another `soort` brings its own leefgebied, domein
    and law along unless they are given too. Refused with Verouderd (412) when somebody
    else changed it meanwhile, with ContactIngetrokken or MeldingLoopt (409), with
    OngeldigeInvoer for values that do not exist: a melding is made, not chosen.
    """
    mine = visible_questions(by, op=dag_van(at), recht=CONTACT_SCHRIJVEN)
    values = _checked(waarden)
    with operation():
        question = lock_question(mine, hulpvraag_id)
        require_unchanged(question, revisie, values)
        _refuse_under_melding(question, values)
        changed = fill(question, values)
        if changed:
            question.raise_revision(list(changed))
            if {"soort_id", "leefgebied_id"} & set(changed):
                _correct_gap(question, by=by, at=at)
            _log(question, changed, by=by, at=at)
    return question


def lock_question(mine: QuerySet[Hulpvraag], hulpvraag_id: uuid.UUID) -> Hulpvraag:
    """The question with its contact, both locked: a contact cannot be withdrawn meanwhile.

    Refused with NietGevonden (404) or ContactIngetrokken (409).
    """
    question = (
        mine.select_related("contact")
        .select_for_update(of=("self", "contact"), no_key=True)
        .filter(pk=hulpvraag_id)
        .first()
    )
    if question is None:
        raise NietGevonden()
    if question.contact.is_ingetrokken:
        raise ContactIngetrokken()
    return question


def _checked(waarden: Mapping[str, str | None]) -> dict[str, Any]:
    """The fields of the record; a new kind brings what belongs to it."""
    values: dict[str, Any] = {}
    for name, given in waarden.items():
        if name == "toelichting":
            values[name] = given or ""
        elif name == "wet" and not given:
            values["wet_id"] = None
        else:
            values[f"{name}_id"] = value_of(_LISTS[name], given or "", veld=name).code
    if "soort" in waarden:
        soort = value_of(Soort, waarden["soort"] or "", veld="soort")
        for name in ("leefgebied_id", "beleidsdomein_id", "wet_id"):
            values.setdefault(name, getattr(soort, name))
    return values


def _refuse_under_melding(question: Hulpvraag, values: Mapping[str, Any]) -> None:
    """What a melding rests on does not change under it, and an outcome `melding` is made."""
    outcome = values.get("uitkomst_id", question.uitkomst_id)
    rests_on = {
        name: values[name]
        for name in ("uitkomst_id", "soort_id", "wet_id")
        if name in values and values[name] != getattr(question, name)
    }
    if not rests_on:
        return
    exists = (
        Melding.objects.filter(hulpvraag=question)
        .exclude(status=MeldingStatus.INGETROKKEN)
        .exists()
    )
    if exists:
        raise MeldingLoopt()
    if outcome == "melding" != question.uitkomst_id:
        raise OngeldigeInvoer(
            velden={"uitkomst": "Neem een melding op; dan verandert de uitkomst vanzelf."}
        )


def _correct_gap(question: Hulpvraag, *, by: Medewerker, at: dt.datetime) -> None:
    """What was missed for it, was missed for the kind that it turns out to be."""
    said = question.aanbod.filter(gemis__isnull=False).select_related("gemis").first()
    if said is not None and said.gemis is not None:
        correct_gemis(
            gemis=said.gemis,
            leefgebied_id=question.leefgebied_id,
            soort=question.soort_id,
            by=by,
            at=at,
        )


def _log(
    question: Hulpvraag, changed: Mapping[str, Any], *, by: Medewerker, at: dt.datetime
) -> None:
    contact = question.contact
    # Free words about somebody stay out of the log; that they changed does not.
    safe = {name: both if name != "toelichting" else True for name, both in changed.items()}
    log_change(
        by=by,
        handeling="hulpvraag gewijzigd",
        soort="hulpvraag",
        object_id=question.pk,
        huishouden_id=contact.huishouden_id,
        inwoners=[contact.inwoner_id] if contact.inwoner_id else (),
        at=at,
        wijziging=safe,
    )
