"""The letters about an objection: kept as they were sent, and given on paper."""

import datetime as dt
import uuid
from collections.abc import Callable

from django.conf import settings
from django.db import transaction

from hengelo_sociaal.kern.fouten import NietGevonden
from hengelo_sociaal.medewerkers.models import Medewerker
from hengelo_sociaal.papier.document import Document
from hengelo_sociaal.papier.domain.stukken import Opgemaakt, compose, keep_stuk
from plannen.enums import Bezwaarbriefsoort
from plannen.models import Bezwaar, Bezwaarbrief
from plannen.queries.besluit.bezwaarbrief import (
    Bezwaarbriefinhoud,
    filled_objection_letter,
    letter_about,
)


def write_letter(
    bezwaar: Bezwaar,
    soort: Bezwaarbriefsoort,
    *,
    datum: dt.date,
    by: Medewerker,
    at: dt.datetime,
) -> Bezwaarbrief:
    """Keep the letter that belongs to a step, as it is on the day it is sent."""
    letter = draw_up(bezwaar, soort, datum=datum, by=by, at=at)
    letter.save(force_insert=True)
    return letter


def draw_up(
    bezwaar: Bezwaar,
    soort: Bezwaarbriefsoort,
    *,
    datum: dt.date,
    by: Medewerker,
    at: dt.datetime,
) -> Bezwaarbrief:
    """The letter of a step as `by` would send it, not kept yet."""
    inhoud = letter_about(
        bezwaar,
        soort,
        op=datum,
        afzender=str(settings.ORGANISATIE),
        ondertekenaar=f"{by.naam}, {by.functie}" if by.functie else by.naam,
    )
    return Bezwaarbrief(
        bezwaar=bezwaar, soort=soort, datum=datum, inhoud=inhoud.as_json(), door=by, op=at
    )


def preview_step(bezwaar_id: uuid.UUID, act: Callable[[], object]) -> Document:
    """The letter that a step would keep: the step is done, its letter read, and all undone.

    Refused with whatever the step refuses.
    """
    with transaction.atomic():
        act()
        brief = Bezwaarbrief.objects.filter(bezwaar=bezwaar_id).first()
        document = objection_paper(brief).document if brief else None
        transaction.set_rollback(True)
    if document is None:
        raise NietGevonden("Bij deze stap hoort geen brief.")
    return document


def letter_of_objection(bezwaar: Bezwaar, brief_id: uuid.UUID) -> Bezwaarbrief:
    """A letter of an objection that was looked at; refused with NietGevonden (404)."""
    found = bezwaar.brieven.filter(pk=brief_id).first()
    if found is None:
        raise NietGevonden("Deze brief hoort niet bij dit bezwaar.")
    return found


def objection_paper(brief: Bezwaarbrief) -> Opgemaakt:
    """The letter as a document, with the text that held on its day."""
    inhoud = Bezwaarbriefinhoud.from_json(brief.inhoud)
    filled = filled_objection_letter(inhoud, op=brief.datum)
    return compose(brief.soort, filled, op=brief.datum, kenmerk=inhoud.velden["kenmerk"])


def give_objection_paper(
    brief: Bezwaarbrief, *, by: Medewerker, at: dt.datetime, groot: bool = False
) -> bytes:
    """The letter as PDF, kept with it and the very same ever after.

    Who may see the objection was checked, and logged, when it was looked at.
    """
    kept = keep_stuk(
        soort=brief.soort,
        onderwerp_id=brief.pk,
        opgemaakt=objection_paper(brief),
        by=by,
        at=at,
        groot=groot,
    )
    return bytes(kept.pdf)
