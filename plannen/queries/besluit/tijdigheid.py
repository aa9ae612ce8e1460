"""Whether an objection came in time, explained (Awb 6:7 to 6:11)."""

import datetime as dt
from dataclasses import dataclass

from hengelo_sociaal.web.opmaak import datum

NAKOMEND = dt.timedelta(weeks=1)  # Awb 6:9 lid 2: posted in time, received within a week after


@dataclass(frozen=True)
class Tijdigheid:
    """In time or not, and the reasoning in one sentence."""

    op_tijd: bool
    uitleg: str


def timeliness(
    *, einddatum: dt.date, ontvangen_op: dt.date, gepost_op: dt.date | None
) -> Tijdigheid:
    """In time when received on the last day of the objection term, or posted by then.

    A letter posted within the term counts when it arrives within a week after it (Awb 6:9
    lid 2). Late is not the end: a good reason makes up for it (6:11), which is a jurist's
    to say.
    """
    last, came = datum(einddatum), datum(ontvangen_op)
    if ontvangen_op <= einddatum:
        return Tijdigheid(True, f"Op tijd: ontvangen op {came}, de laatste dag was {last}.")
    posted = gepost_op is not None and gepost_op <= einddatum
    if posted and ontvangen_op <= einddatum + NAKOMEND:
        return Tijdigheid(
            True,
            f"Op tijd: op de post op {datum(gepost_op)}, binnen de termijn tot en met {last}, en "
            f"binnen een week daarna ontvangen (Awb artikel 6:9 lid 2).",
        )
    late = (ontvangen_op - einddatum).days
    return Tijdigheid(
        False,
        f"Te laat: ontvangen op {came}, {late} {'dag' if late == 1 else 'dagen'} na de laatste dag "
        f"({last}). Is daar een goede reden voor (Awb artikel 6:11)?",
    )
