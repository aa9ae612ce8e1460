"""Refusals about paper."""

from hengelo_sociaal.kern.beperkingen import register_constraint
from hengelo_sociaal.kern.fouten import Conflict, DomeinFout, OngeldigeInvoer


class PapierTeGroot(DomeinFout):
    """More than fits a document that a person reads."""

    code = "papier-te-groot"
    melding = "Dit document is te lang om op papier te zetten. Maak het korter en probeer opnieuw."


class PapierMislukt(DomeinFout):
    """The program that sets the pages failed or took too long."""

    code = "papier-mislukt"
    status = 503
    melding = (
        "Het document kon nu niet worden gemaakt. Probeer het over een minuut opnieuw. "
        "Lukt het dan nog niet? Druk dan de pagina zelf af."
    )


class OnbekendVeld(OngeldigeInvoer):
    """A template uses a field that this kind of document has not."""

    code = "onbekend-veld"
    melding = "In de tekst staat een veld dat dit document niet heeft."


class VeldOntbreekt(OngeldigeInvoer):
    """A template misses something that the law or the work asks for."""

    code = "veld-ontbreekt"
    melding = "In de tekst ontbreekt een onderdeel dat er altijd in moet staan."


class VersieInGebruik(Conflict):
    """A version that was put in force never changes."""

    code = "sjabloonversie-in-gebruik"
    melding = "Deze versie is al in gebruik en verandert niet meer. Maak een nieuwe versie."


class DagBezet(Conflict):
    """Two versions cannot begin on the same day."""

    code = "sjabloonversie-dag-bezet"
    melding = "Op deze dag gaat al een andere versie in. Kies een andere dag."


class ConceptStaatKlaar(Conflict):
    """Somebody works on a concept, which a newer text of ours never replaces."""

    code = "sjabloonversie-concept-staat-klaar"
    melding = (
        "Er staat al een concept klaar. Neem dat eerst in gebruik, of gooi het weg. "
        "De geleverde tekst blijft hier staan."
    )


register_constraint("sjabloonversie_dag_uniek", DagBezet)
register_constraint("sjabloonversie_een_concept", VersieInGebruik)
