"""Starting a term on an act."""

import datetime as dt
import uuid

from hengelo_sociaal.kern.beperkingen import operation
from hengelo_sociaal.medewerkers.models import Medewerker
from hengelo_sociaal.termijnen.domain.gedeeld import fill, write_log
from hengelo_sociaal.termijnen.models import Termijn, Termijnregel
from hengelo_sociaal.termijnen.queries.regels import find_regel, kalender
from hengelo_sociaal.termijnen.rekenen.berekenen import bereken
from hengelo_sociaal.termijnen.rekenen.feestdagen import Kalender


def build_termijn(
    *,
    regel: Termijnregel,
    start: dt.date,
    handeling: str,
    kalender: Kalender,
    herhaling: int = 1,
) -> Termijn:
    """Return a calculated term that is not stored, for making many at once."""
    termijn = Termijn(
        regel=regel,
        artikel=regel.to_regel().bron,
        handeling=handeling,
        start=start,
        herhaling=herhaling,
    )
    fill(termijn, bereken(regel.to_regel(), start, kalender=kalender, herhaling=herhaling))
    return termijn


def start_termijn(
    *,
    regel: str,
    start: dt.date,
    handeling: str,
    by: Medewerker,
    at: dt.datetime,
    variant: str = "",
    herhaling: int = 1,
    huishouden_id: uuid.UUID | None = None,
) -> Termijn:
    """Start the term of a rule on an act, such as `wmo_onderzoek` on `wmo-melding`.

    `start` is the day of the event itself, which is not counted. Refused with
    TermijnregelOnbekend, TermijnregelNietGeldig, VariantOnbekend, HerhalingOnmogelijk or
    FeestdagenOnbekend. The caller's floor has checked the right to do so.
    """
    with operation():
        termijn = build_termijn(
            regel=find_regel(regel, start, variant=variant),
            start=start,
            handeling=handeling,
            kalender=kalender(),
            herhaling=herhaling,
        )
        termijn.save(force_insert=True)
        write_log(
            termijn, "termijn-gestart", by=by, at=at, huishouden_id=huishouden_id, start=start
        )
    return termijn
