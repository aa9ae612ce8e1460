"""Letters to who complains: that we need more time, and further delay that they agreed to."""

import datetime as dt

from hengelo_sociaal.kern.fouten import NietGevonden
from hengelo_sociaal.kern.tijd import dag_van
from hengelo_sociaal.medewerkers.models import Medewerker
from hengelo_sociaal.medewerkers.rechten import toets
from hengelo_sociaal.papier.soorten import Invulling
from hengelo_sociaal.termijnen.models import Opschorting, Verlenging
from toegang.domain.briefpapier import Brief, Briefpapier, give_paper, make_paper
from toegang.models import Klacht
from toegang.queries import klachtbrieven
from toegang.rechten import KLACHT_BEHANDELEN

VERDAGING, UITSTEL = "klacht-verdaging", "klacht-uitstel"


def letters_of_complaint(klacht: Klacht) -> list[Brief]:
    """The letters that this complaint gives reason for, in the order of the law."""
    found = []
    if (longer := _extension(klacht)) is not None:
        found.append(Brief(VERDAGING, "Brief over meer tijd", longer.pk))
    if (delay := _delay(klacht)) is not None:
        found.append(Brief(UITSTEL, "Brief over verder uitstel", delay.pk))
    return found


def complaint_letter(klacht: Klacht, soort: str, *, op: dt.date) -> Briefpapier:
    """One letter as it would be given on `op`, or as it was given.

    Refused with NietGevonden (404) when this complaint gives no reason for it.
    """
    brief = next((one for one in letters_of_complaint(klacht) if one.soort == soort), None)
    if brief is None:
        raise NietGevonden("Deze brief hoort niet bij deze klacht.")
    return make_paper(
        brief, kenmerk=klacht.nummer, op=op, invulling=lambda day: _filled(klacht, soort, op=day)
    )


def give_complaint_letter(
    klacht: Klacht, soort: str, *, by: Medewerker, at: dt.datetime, groot: bool = False
) -> bytes:
    """The letter as PDF, with a line in the log; what was given stays as it was.

    Refused with GeenRecht (403), NietGevonden (404) and PapierMislukt (503).
    """
    toets(by, KLACHT_BEHANDELEN)
    paper = complaint_letter(klacht, soort, op=dag_van(at))
    return give_paper(paper, van=klacht, doel="behandelt klachten", by=by, at=at, groot=groot)


def _filled(klacht: Klacht, soort: str, *, op: dt.date) -> Invulling:
    longer, delay = _extension(klacht), _delay(klacht)
    if soort == VERDAGING and longer is not None:
        return klachtbrieven.extension(klacht, longer, op=op)
    if delay is None:
        raise NietGevonden("Deze brief hoort niet bij deze klacht.")
    return klachtbrieven.delay(klacht, delay, op=op)


def _extension(klacht: Klacht) -> Verlenging | None:
    return klacht.termijn.verlengingen.order_by("-kennisgeving_op", "-pk").first()


def _delay(klacht: Klacht) -> Opschorting | None:
    return klacht.termijn.opschortingen.order_by("-uitnodiging_op", "-pk").first()
