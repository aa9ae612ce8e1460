"""The letter of a besluit on paper, kept with the besluit once it was sent."""

import datetime as dt

from hengelo_sociaal.medewerkers.models import Medewerker
from hengelo_sociaal.papier.domain.stukken import Opgemaakt, compose, keep_stuk
from hengelo_sociaal.papier.zetten import make_pdf
from plannen.domain.besluit.bekendmaken import preview_letter
from plannen.models import Besluit
from plannen.queries.besluit.papier import filled_letter, kind_of


def letter_paper(besluit: Besluit, *, op: dt.date) -> Opgemaakt:
    """The letter as a document: as it was sent, with the text of that day, or as it would be."""
    brief = preview_letter(besluit, op=op)
    day = besluit.bekendgemaakt_op or op
    return compose(kind_of(brief), filled_letter(brief), op=day, kenmerk=besluit.nummer)


def give_letter_paper(
    besluit: Besluit, *, op: dt.date, by: Medewerker, at: dt.datetime, groot: bool = False
) -> bytes:
    """The letter as PDF; once sent it is kept and the very same ever after.

    Who may see the besluit was checked, and logged, when it was looked at.
    """
    paper = letter_paper(besluit, op=op)
    if not besluit.is_bekend:
        return make_pdf(paper.document, groot=groot).bytes
    kept = keep_stuk(
        soort=paper.versie.sjabloon.code,
        onderwerp_id=besluit.pk,
        opgemaakt=paper,
        by=by,
        at=at,
        groot=groot,
    )
    return bytes(kept.pdf)
