"""Rules made for one test, and ways to draw them at random."""

from datetime import date
from typing import Any

from hypothesis import strategies as st

from hengelo_sociaal.termijnen.rekenen.bestand import geleverde_kalender
from hengelo_sociaal.termijnen.rekenen.duur import Duur
from hengelo_sociaal.termijnen.rekenen.regel import (
    Opschortregel,
    Regel,
    Stilstand,
    Verlengregel,
)
from hengelo_sociaal.termijnen.rekenen.soorten import (
    Eenheid,
    Opschortgrond,
    Soort,
    Telling,
    Verlengwijze,
)

KALENDER = geleverde_kalender()


def maak_regel(aantal: int = 8, eenheid: Eenheid = Eenheid.WEKEN, **anders: Any) -> Regel:
    """Make a beslistermijn under the Atw that may stand still and be extended by six weeks."""
    waarden: dict[str, Any] = {
        "code": "proef",
        "wet": "Awb",
        "artikel": "4:13 lid 2",
        "omschrijving": "Een besluit.",
        "gebeurtenis": "aanvraag",
        "duur": Duur(aantal, eenheid),
        "soort": Soort.BESLISTERMIJN,
        "telling": Telling.ATW,
        "geldig_van": date(2000, 1, 1),
        "opschorting": Opschortregel(
            artikel="Awb artikel 4:15", gronden=frozenset({Opschortgrond.AANVULLING})
        ),
        "verlenging": Verlengregel(
            artikel="Awb artikel 7:10 lid 3",
            wijze=Verlengwijze.WETTELIJK,
            maximum=Duur(6, Eenheid.WEKEN),
        ),
    }
    return Regel(**(waarden | anders))


# Years in a row that the decree days are known for, with room for the longest term.
starts = st.dates(date(2023, 1, 2), date(2028, 5, 1))
atw_duren = st.one_of(
    st.builds(Duur, st.integers(1, 90), st.just(Eenheid.DAGEN)),
    st.builds(Duur, st.integers(1, 12), st.just(Eenheid.WEKEN)),
    st.builds(Duur, st.integers(1, 3), st.just(Eenheid.MAANDEN)),
)
atw_regels = atw_duren.map(lambda duur: maak_regel(duur.aantal, duur.eenheid))
werkdagaantallen = st.integers(1, 60)


@st.composite
def stilstanden_binnen(draw: st.DrawFn, start: date, einde: date) -> Stilstand:
    """Draw a suspension that begins after the start and not after the end of a term."""
    begin = draw(st.integers(1, max(1, (einde - start).days)))
    dagen = draw(st.integers(1, 60))
    van = date.fromordinal(start.toordinal() + begin)
    return Stilstand(van=van, tot_en_met=date.fromordinal(van.toordinal() + dagen - 1))
