"""Letters about a melding, and the report of its onderzoek: which there are, and giving them."""

import datetime as dt

from hengelo_sociaal.kern.fouten import NietGevonden
from hengelo_sociaal.kern.tijd import dag_van
from hengelo_sociaal.medewerkers.models import Medewerker
from hengelo_sociaal.medewerkers.rechten import Bereik, toets
from hengelo_sociaal.papier.soorten import Invulling
from hengelo_sociaal.termijnen.models import Opschorting, Verlenging
from toegang.domain.briefpapier import Brief, Briefpapier, give_paper, make_paper
from toegang.domain.waarom import purpose_of_melding
from toegang.enums import MeldingStatus
from toegang.models import Melding
from toegang.queries import brieven
from toegang.queries.uitvragen import found_per_point
from toegang.rechten import TERMIJN_SCHRIJVEN

KLAAR = {MeldingStatus.ONDERZOCHT, MeldingStatus.AANVRAAG, MeldingStatus.AFGEROND}


def letters_of(melding: Melding) -> list[Brief]:
    """Every letter that this melding gives reason for, in the order of the work."""
    found = [Brief("bevestiging-melding", "Bevestiging van de melding", melding.pk)]
    if (last := _last_extension(melding)) is not None:
        found.append(Brief("verlenging", "Brief over meer tijd", last.pk))
    if (still := _last_suspension(melding)) is not None:
        found.append(Brief("opschorting", "Brief over wachten", still.pk))
    if melding.status != MeldingStatus.OPEN and melding.wet_id == "wmo":
        done = melding.status in KLAAR
        found.append(Brief("onderzoeksverslag", "Verslag van het onderzoek", melding.pk, vast=done))
    return found


def letter(melding: Melding, soort: str, *, op: dt.date) -> Briefpapier:
    """One letter as it would be given on `op`, or as it was given.

    Refused with NietGevonden (404) when this melding gives no reason for it.
    """
    brief = next((one for one in letters_of(melding) if one.soort == soort), None)
    if brief is None:
        raise NietGevonden("Deze brief hoort niet bij deze melding.")
    return make_paper(
        brief, kenmerk=melding.nummer, op=op, invulling=lambda day: _filled(melding, soort, op=day)
    )


def give_letter(
    melding: Melding, soort: str, *, by: Medewerker, at: dt.datetime, groot: bool = False
) -> bytes:
    """The letter as PDF, with a line in the log; what was given stays as it was.

    Refused with GeenRecht (403), NietGevonden (404) and PapierMislukt (503).
    """
    toets(by, TERMIJN_SCHRIJVEN, minstens=Bereik.EIGEN)
    paper = letter(melding, soort, op=dag_van(at))
    why = purpose_of_melding(by, melding, op=dag_van(at))
    return give_paper(paper, van=melding, doel=why, by=by, at=at, groot=groot)


def _filled(melding: Melding, soort: str, *, op: dt.date) -> Invulling:
    extension, still = _last_extension(melding), _last_suspension(melding)
    if soort == "verlenging" and extension is not None:
        return brieven.extension(melding, extension, op=op)
    if soort == "opschorting" and still is not None:
        return brieven.suspension(melding, still, op=op)
    if soort == "onderzoeksverslag":
        return brieven.report(melding, op=op, antwoorden=found_per_point(melding))
    return brieven.confirmation(melding, op=op)


def _last_extension(melding: Melding) -> Verlenging | None:
    rows = [one for term in melding.termijnen.all() for one in term.verlengingen.all()]
    return max(rows, key=lambda one: (one.kennisgeving_op, one.pk), default=None)


def _last_suspension(melding: Melding) -> Opschorting | None:
    rows = [one for term in melding.termijnen.all() for one in term.opschortingen.all()]
    return max(rows, key=lambda one: (one.uitnodiging_op, one.pk), default=None)
