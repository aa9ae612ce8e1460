"""What is counted: one file per source, with its definition page before its SQL."""

from dashboard.queries.bronnen.afspraken import AFSPRAKEN
from dashboard.queries.bronnen.basis import Bron, Maat
from dashboard.queries.bronnen.contacten import CONTACTEN
from dashboard.queries.bronnen.huisbezoeken import HUISBEZOEKEN
from dashboard.queries.bronnen.hulpvragen import HULPVRAGEN
from dashboard.queries.bronnen.meldingen import MELDINGEN
from dashboard.queries.bronnen.onderzoeken import ONDERZOEKEN
from dashboard.queries.bronnen.plannen import PLANNEN
from dashboard.queries.bronnen.signalen import SIGNALEN
from dashboard.queries.bronnen.waarderingen import WAARDERINGEN

BRONNEN: dict[str, Bron] = {
    bron.code: bron
    for bron in (
        HULPVRAGEN,
        CONTACTEN,
        MELDINGEN,
        ONDERZOEKEN,
        HUISBEZOEKEN,
        PLANNEN,
        AFSPRAKEN,
        WAARDERINGEN,
        SIGNALEN,
    )
}
MATEN: dict[str, tuple[Bron, Maat]] = {
    maat.code: (bron, maat) for bron in BRONNEN.values() for maat in bron.maten
}

__all__ = ["BRONNEN", "MATEN", "Bron", "Maat"]
