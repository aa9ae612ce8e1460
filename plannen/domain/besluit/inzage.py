"""Looking at besluiten and bezwaren, with the line in the access log that belongs to it."""

import datetime as dt
import uuid
from collections.abc import Sequence

from hengelo_sociaal.kern.beperkingen import operation
from hengelo_sociaal.kern.fouten import NietGevonden
from hengelo_sociaal.kern.tijd import dag_van
from hengelo_sociaal.logboek.domain import log_access, log_list
from hengelo_sociaal.logboek.models import Handeling
from hengelo_sociaal.medewerkers.models import Medewerker
from plannen.domain.besluit.gemeen import ALLES
from plannen.domain.besluit.opstellen import Aanleiding
from plannen.models import Besluit, Bezwaar
from plannen.queries.besluit.zicht import may_draft, visible_besluiten, visible_bezwaren

WERK = "besluiten en bezwaren behandelen"


def look_at_besluit(*, besluit_id: uuid.UUID, by: Medewerker, at: dt.datetime) -> Besluit:
    """One besluit with what belongs to it, and a line in the log about whose it is.

    Refused with GeenRecht (403), and NietGevonden (404) for one that is not theirs.
    """
    rows = visible_besluiten(by, op=dag_van(at)).select_related(
        *ALLES,
        "eerder",
        "afspraak__doel__plan",
        "opgesteld_door",
        "genomen_door",
        "bezwaartermijn__regel",
        "na_bezwaar",
    )
    with operation():
        found = rows.prefetch_related("bezwaren__beroepstermijn").filter(pk=besluit_id).first()
        if found is None:
            raise NietGevonden("Dit besluit is niet gevonden of hoort niet bij uw werk.")
        _note("besluit", found.pk, found, by=by, at=at)
    return found


def look_at_bezwaar(*, bezwaar_id: uuid.UUID, by: Medewerker, at: dt.datetime) -> Bezwaar:
    """One objection with its besluit; refused as `look_at_besluit`."""
    rows = visible_bezwaren(by, op=dag_van(at)).select_related(
        "besluit__inwoner",
        "besluit__wet",
        "besluit__huishouden",
        "besluit__bezwaartermijn",
        "besluit__product",
        "beslistermijn__regel",
        "beroepstermijn__regel",
        "behandelaar",
        "beslist_door",
        "nieuw_besluit",
    )
    with operation():
        found = rows.filter(pk=bezwaar_id).first()
        if found is None:
            raise NietGevonden("Dit bezwaar is niet gevonden of hoort niet bij uw werk.")
        _note("bezwaar", found.pk, found.besluit, by=by, at=at)
    return found


def look_at_occasion(*, aanleiding: Aanleiding, by: Medewerker, at: dt.datetime) -> None:
    """For whom a besluit would be drafted, with a line in the log before anything is shown.

    Refused with GeenRecht (403), and NietGevonden (404) for a household that is not theirs.
    """
    home, melding = aanleiding.huishouden, aanleiding.melding
    if not may_draft(by, home.pk, melding=melding, op=dag_van(at)):
        raise NietGevonden("Dit huishouden hoort niet bij uw werk.")
    log_access(
        by=by,
        handeling=Handeling.INGEZIEN,
        soort="huishouden",
        object_id=home.pk,
        inwoners=[aanleiding.inwoner.pk],
        doel="besluit opstellen",
        at=at,
    )


def note_list(*, soort: str, besluiten: Sequence[Besluit], by: Medewerker, at: dt.datetime) -> None:
    """Note that these stood in a list on somebody's screen."""
    log_list(by=by, soort=soort, inwoners=[one.inwoner_id for one in besluiten], doel=WERK, at=at)


def _note(
    soort: str, object_id: uuid.UUID, besluit: Besluit, *, by: Medewerker, at: dt.datetime
) -> None:
    log_access(
        by=by,
        handeling=Handeling.INGEZIEN,
        soort=soort,
        object_id=object_id,
        inwoners=[besluit.inwoner_id],
        doel=WERK,
        at=at,
    )
