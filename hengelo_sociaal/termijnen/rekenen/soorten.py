"""The closed lists that the arithmetic of terms rests on: units, kinds, ways of counting."""

from enum import StrEnum
from typing import Self


class MetLabel(StrEnum):
    """A code with the words that a person reads for it."""

    label: str

    def __new__(cls, code: str, label: str = "") -> Self:
        lid = str.__new__(cls, code)
        lid._value_ = code
        lid.label = label
        return lid

    @classmethod
    def keuzes(cls) -> list[tuple[str, str]]:
        """Return the members as choices for a model field or a form."""
        return [(lid.value, lid.label) for lid in cls]


class Eenheid(MetLabel):
    """The unit that a law describes a term in."""

    DAGEN = "dagen", "dagen"
    WEKEN = "weken", "weken"
    MAANDEN = "maanden", "maanden"
    JAREN = "jaren", "jaren"
    WERKDAGEN = "werkdagen", "werkdagen"
    UREN = "uren", "uren"
    ONVERWIJLD = "onverwijld", "onverwijld"


class Soort(MetLabel):
    """What kind of term it is; only a beslistermijn can stand still or grow (Awb 4:14, 4:15)."""

    BESLISTERMIJN = "beslistermijn", "beslistermijn"
    ONDERZOEKSTERMIJN = "onderzoekstermijn", "onderzoekstermijn"
    HANDELTERMIJN = "handeltermijn", "termijn om te handelen"
    BETAALTERMIJN = "betaaltermijn", "betaaltermijn"
    INWONERTERMIJN = "inwonertermijn", "termijn voor de inwoner"
    WACHTTIJD = "wachttijd", "wachttijd"
    TERUGKIJKTERMIJN = "terugkijktermijn", "termijn om terug te kijken"
    KETENNORM = "ketennorm", "afspraak in de keten"


class Telling(MetLabel):
    """Which law says what happens when a term ends on a day that is not an ordinary one."""

    ATW = "atw", "Algemene termijnenwet"
    EU = "eu", "Verordening (EEG, Euratom) 1182/71"
    WERKDAG = "werkdag", "alleen werkdagen tellen"
    GEEN = "geen", "schuift niet op"


class Verlengwijze(MetLabel):
    """What an extension does to the statutory date."""

    WETTELIJK = "wettelijk", "de wettelijke einddatum schuift op"
    ZELF_GESTELD = "zelf-gesteld", "het college noemt zelf een nieuwe termijn"
    MEEDELING = "meedeling", "alleen een bericht: de wettelijke einddatum blijft staan"


class Opschortgrond(MetLabel):
    """Why a beslistermijn stands still, as Awb 4:15, 7:10 lid 2 and 9:11 lid 3 name it."""

    AANVULLING = "aanvulling", "de aanvraag is niet compleet"
    BUITENLAND = "buitenland", "er is informatie gevraagd aan een buitenlandse instantie"
    INSTEMMING = "instemming", "de aanvrager stemt schriftelijk in met uitstel"
    AANVRAGER = "aanvrager", "de vertraging komt door de aanvrager"
    OVERMACHT = "overmacht", "door overmacht kan het college niet beslissen"
    VERZUIM = "verzuim", "het bezwaarschrift is niet compleet"
    KLAGER = "klager", "de klager stemt schriftelijk in met verder uitstel"

    @property
    def artikel(self) -> str:
        """Return the article that this ground rests on."""
        return _GRONDARTIKEL[self]


_GRONDARTIKEL = {
    Opschortgrond.AANVULLING: "Awb artikel 4:15 lid 1 onder a en artikel 4:5",
    Opschortgrond.BUITENLAND: "Awb artikel 4:15 lid 1 onder b",
    Opschortgrond.INSTEMMING: "Awb artikel 4:15 lid 2 onder a",
    Opschortgrond.AANVRAGER: "Awb artikel 4:15 lid 2 onder b",
    Opschortgrond.OVERMACHT: "Awb artikel 4:15 lid 2 onder c",
    Opschortgrond.VERZUIM: "Awb artikel 7:10 lid 2 en artikel 6:6",
    Opschortgrond.KLAGER: "Awb artikel 9:11 lid 3",
}
