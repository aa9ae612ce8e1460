"""The facts of the front door, one file per aggregate."""

from toegang.models.aanbod import Aanbod
from toegang.models.balie import Belpoging, Standaardantwoord, Terugbelverzoek
from toegang.models.binnengekomen import Binnengekomen
from toegang.models.contact import Concept, Contact, Hulpvraag
from toegang.models.huisbezoek import Huisbezoek
from toegang.models.huishouden import (
    HOOGSTE_HUISNUMMER,
    Huishouden,
    Lidmaatschap,
    Postcodegebied,
    VroegerAdres,
)
from toegang.models.ingebrekestelling import Ingebrekestelling
from toegang.models.inwoner import Inwoner
from toegang.models.klacht import Klacht
from toegang.models.melding import Melding, MeldingTermijn
from toegang.models.netwerk import Netwerklid, Vertegenwoordiger
from toegang.models.samen import Consult, Doorverwijzing, Overdracht, Werkoverdracht
from toegang.models.samenvoegen import Dubbelpaar, Huishoudsplitsing, Samenvoeging
from toegang.models.signaal import Poging, Signaal, Signaalzaak
from toegang.models.uitvraag import Uitvraag, UitvraagStand, Vragenlijst, VragenlijstVersie
from toegang.models.waarden import (
    AfgezienReden,
    Dubbelreden,
    Intrekreden,
    Kanaal,
    Namens,
    Soort,
    Uitkomst,
    Verwijzer,
    Vindplaats,
    VindplaatsMedewerker,
)
from toegang.models.waardering import Waardering, Waarderingsvraag
from toegang.models.website import Dagsleutel, Drempel, Webvraag

__all__ = [
    "HOOGSTE_HUISNUMMER",
    "Aanbod",
    "AfgezienReden",
    "Belpoging",
    "Binnengekomen",
    "Concept",
    "Consult",
    "Contact",
    "Dagsleutel",
    "Doorverwijzing",
    "Drempel",
    "Dubbelpaar",
    "Dubbelreden",
    "Huisbezoek",
    "Huishouden",
    "Huishoudsplitsing",
    "Hulpvraag",
    "Ingebrekestelling",
    "Intrekreden",
    "Inwoner",
    "Kanaal",
    "Klacht",
    "Lidmaatschap",
    "Melding",
    "MeldingTermijn",
    "Namens",
    "Netwerklid",
    "Overdracht",
    "Poging",
    "Postcodegebied",
    "Samenvoeging",
    "Signaal",
    "Signaalzaak",
    "Soort",
    "Standaardantwoord",
    "Terugbelverzoek",
    "Uitkomst",
    "Uitvraag",
    "UitvraagStand",
    "Vertegenwoordiger",
    "Verwijzer",
    "Vindplaats",
    "VindplaatsMedewerker",
    "Vragenlijst",
    "VragenlijstVersie",
    "VroegerAdres",
    "Waardering",
    "Waarderingsvraag",
    "Webvraag",
    "Werkoverdracht",
]
