"""What the front door refuses, each with a stable code and a sentence that says what to do."""

from hengelo_sociaal.kern.beperkingen import register_constraint
from hengelo_sociaal.kern.fouten import Conflict, DomeinFout, GeenRecht, OngeldigeInvoer


class MogelijkDubbel(Conflict):
    """Residents very much like this one exist; `extra["kandidaten"]` names them."""

    code = "mogelijk-dubbel"
    melding = (
        "Deze inwoner lijkt al te bestaan. Kies de bestaande inwoner, "
        "of geef aan waarom het toch iemand anders is."
    )


class BsnBestaatAl(Conflict):
    """A BSN belongs to one person; no reason overrides that."""

    code = "bsn-bestaat-al"
    melding = "Er is al een inwoner met dit BSN. Zoek op het BSN en kies die inwoner."


class AlThuisElders(Conflict):
    """Somebody has one home at a time."""

    code = "al-thuis-elders"
    melding = (
        "Deze inwoner woont in deze periode al in een ander huishouden. "
        "Beëindig dat eerst, of kies 'Familie, woont elders'."
    )


class AlLid(Conflict):
    """Somebody belongs to a household once at a time."""

    code = "al-lid"
    melding = "Deze inwoner hoort in deze periode al bij dit huishouden."


class LidmaatschapBeeindigd(Conflict):
    """This membership already has an end."""

    code = "lidmaatschap-beeindigd"
    melding = "Dit is al eerder beëindigd. Vernieuw de pagina."


class NietUwVindplaats(GeenRecht):
    """A vindplaats worker registers for the vindplaats they work for."""

    code = "niet-uw-vindplaats"
    melding = "U kunt alleen registreren voor de vindplaats waar u werkt."


class NietBetrokken(GeenRecht):
    """Who reads a household for a purpose, without being involved, changes nothing in it."""

    code = "niet-betrokken"
    melding = "U bent niet betrokken bij dit huishouden. U kunt het lezen, maar niet wijzigen."


class AlGeregistreerd(Conflict):
    """The same sender already registered this contact."""

    code = "contact-al-geregistreerd"
    melding = "Dit contact is al geregistreerd."


class ContactIngetrokken(Conflict):
    """A withdrawn contact stays as it is."""

    code = "contact-ingetrokken"
    melding = "Dit contact is ingetrokken. U kunt het niet meer wijzigen."


class MeldingLoopt(Conflict):
    """A contact or a question with a melding cannot change under it."""

    code = "melding-loopt"
    melding = "Bij deze vraag hoort een melding. Trek eerst de melding in."


class AnoniemGeenMelding(Conflict):
    """A melding is about somebody (Wmo 2.3.2 lid 1)."""

    code = "anoniem-geen-melding"
    melding = (
        "Dit contact is anoniem. Voor een melding moeten we weten om wie het gaat: "
        "registreer een nieuw contact met de inwoner erbij."
    )


class MeldingBestaatAl(Conflict):
    """One question, one melding."""

    code = "melding-bestaat-al"
    melding = "Voor deze hulpvraag is al een melding opgenomen."


class StapNietMogelijk(Conflict):
    """The melding is not at the point where this step fits."""

    code = "stap-niet-mogelijk"
    melding = "Deze stap past nu niet bij de melding. Vernieuw de pagina."


class OnderzoekEerst(Conflict):
    """An application under the Wmo follows the onderzoek (Wmo 2.3.2 lid 9)."""

    code = "onderzoek-eerst"
    melding = (
        "De aanvraag kan pas na het onderzoek, of als het onderzoek niet binnen zes weken "
        "klaar is (Wmo 2015 artikel 2.3.2 lid 9). Rond eerst het onderzoek af."
    )


class ZoektermijnLoopt(Conflict):
    """Somebody under 27 looks for work or schooling first (Participatiewet 41 lid 4)."""

    code = "zoektermijn-loopt"
    melding = (
        "De zoektermijn van vier weken loopt nog (Participatiewet artikel 41 lid 4). "
        "Wacht tot die voorbij is, of geef aan dat u daarvan afwijkt."
    )


class SpoedNietMogelijk(Conflict):
    """Only the Wmo and the Wgs know an urgent procedure (Wmo 2.3.3, Wgs 4 lid 2)."""

    code = "spoed-niet-mogelijk"
    melding = (
        "Een spoedprocedure is er bij de Wmo (artikel 2.3.3) en bij schulden (Wgs artikel 4 "
        "lid 2). Kies bij een andere wet voor overleg met uw teamleider."
    )


class GeenBeslistermijn(Conflict):
    """A dwangsom belongs to a besluit on an application (Awb 4:17 lid 1)."""

    code = "geen-beslistermijn"
    melding = (
        "Een ingebrekestelling hoort bij een besluit dat nog moet komen (Awb artikel 4:17). "
        "Bij deze termijn kan dat niet."
    )


class AlInGebreke(Conflict):
    """One letter starts the dwangsom; a second changes nothing."""

    code = "al-in-gebreke"
    melding = "Voor dit besluit is al een ingebrekestelling vastgelegd. Een tweede telt niet mee."


class ZaakAfgesloten(Conflict):
    """A case of signals that was closed stays as it is."""

    code = "signaalzaak-afgesloten"
    melding = "Deze zaak is al afgesloten. Een nieuw signaal opent een nieuwe zaak."


class InwonerOnbekend(Conflict):
    """Help is for somebody: who accepts must be known to us first."""

    code = "inwoner-onbekend"
    melding = (
        "Wij weten nog niet wie dit is. Zoek of maak eerst de inwoner en koppel die aan de zaak."
    )


class ZaakLooptAl(Conflict):
    """One case runs for an address."""

    code = "signaalzaak-loopt-al"
    melding = "Voor dit adres loopt al een zaak. Vernieuw de pagina."


class AlToegedeeld(Conflict):
    """Somebody took up a melding while the team leader divided the work."""

    code = "al-toegedeeld"
    melding = (
        "Een van deze meldingen is intussen opgepakt of afgerond. Er is niets toegedeeld. "
        "Kijk naar de nieuwe lijst en kies opnieuw."
    )


class ConsultGesloten(Conflict):
    """The question was answered or taken back already."""

    code = "consult-gesloten"
    melding = "Deze vraag is al beantwoord of ingetrokken. Vernieuw de pagina."


class ToestemmingPartner(OngeldigeInvoer):
    """Nobody's question goes to a partner without their consent (AVG art. 6 and 9)."""

    code = "toestemming-partner"
    melding = "Vraag eerst of de inwoner het goed vindt dat wij dit met de partner delen."


class DoorverwijzingBeantwoord(Conflict):
    """The partner answered already."""

    code = "doorverwijzing-beantwoord"
    melding = "De partner heeft al geantwoord. Vernieuw de pagina."


class KlachtAfgehandeld(Conflict):
    """A complaint that was answered stays as it is."""

    code = "klacht-afgehandeld"
    melding = "Deze klacht is al afgehandeld."


class KlachtOverZelf(Conflict):
    """Nobody handles a complaint about their own conduct (Awb 9:7)."""

    code = "klacht-over-uzelf"
    melding = (
        "Wie bij het gedrag betrokken was, behandelt de klacht niet (Awb artikel 9:7). "
        "Kies een andere behandelaar."
    )


class HuisbezoekNodig(Conflict):
    """First time with us and in need of support: a visit, or a reason (BP 5.1, decision 10)."""

    code = "huisbezoek-nodig"
    melding = (
        "Dit huishouden is voor het eerst bij ons en er is ondersteuning nodig. "
        "Ga eerst op huisbezoek, of geef een reden waarom dat niet gebeurt."
    )


class HuisbezoekNietGepland(Conflict):
    """The visit was made or cancelled already."""

    code = "huisbezoek-niet-gepland"
    melding = "Dit huisbezoek is al uitgevoerd of vervallen. Vernieuw de pagina."


class ToestemmingNodig(OngeldigeInvoer):
    """Under the Participatiewet the resident says whether a visit is all right."""

    code = "toestemming-nodig"
    melding = (
        "Leg vast of de inwoner instemt met het huisbezoek. Vertel vooraf waarvoor het bezoek is."
    )


class UitvraagLoopt(Conflict):
    """A colleague is at it already: go on there, so that nothing is asked twice."""

    code = "uitvraag-loopt"
    melding = "Voor dit huishouden is al een uitvraag begonnen. Ga daarin verder."


class UitvraagAfgerond(Conflict):
    """What was found stays as it was found."""

    code = "uitvraag-afgerond"
    melding = "Deze uitvraag is afgerond en verandert niet meer. Begin een nieuwe uitvraag."


class GeenVragenlijst(Conflict):
    """No version of this questionnaire is in force."""

    code = "geen-vragenlijst"
    melding = (
        "Van deze vragenlijst is nu geen versie van kracht. Vraag het uw functioneel beheerder."
    )


class VersieBevroren(Conflict):
    """Questions that were asked do not change afterwards."""

    code = "versie-bevroren"
    melding = "Deze versie is van kracht geweest en verandert niet meer. Maak een nieuwe versie."


class VersieOnvolledig(OngeldigeInvoer):
    """A version that may not be put in force; `extra["redenen"]` says why."""

    code = "versie-onvolledig"
    melding = "Deze versie kan nog niet van kracht worden. Kijk bij de controle wat er mist."


class TeVaak(DomeinFout):
    """So many questions from one address today that a person did not type them."""

    code = "te-vaak"
    status = 429
    melding = (
        "Er zijn vandaag al veel vragen vanaf deze plek verstuurd. Bel ons op telefoon 14 074, "
        "of probeer het morgen opnieuw."
    )


class TeGroot(DomeinFout):
    """More than these questions can be answered with."""

    code = "te-groot"
    status = 413
    melding = "Wat u stuurt, is te groot. Maak uw antwoorden korter, of bel ons op 14 074."


class AlGewaardeerd(Conflict):
    """Nobody is asked twice how it went."""

    code = "al-gewaardeerd"
    melding = "Voor dit contact is al een waardering gegeven."


class AlOpgepakt(Conflict):
    """A colleague already took this question up."""

    code = "al-opgepakt"
    melding = "Een collega heeft deze vraag al opgepakt. Vernieuw de pagina."


class ZoekopdrachtLeeg(OngeldigeInvoer):
    """Nothing to search for."""

    code = "zoekopdracht-leeg"
    melding = "Vul iets in om te zoeken: een naam, geboortedatum, adres, BSN of nummer."


class BsnOnjuist(OngeldigeInvoer):
    """Nine digits that fail the elfproef."""

    code = "bsn-onjuist"
    melding = "Dit is geen geldig BSN. Controleer de negen cijfers."


class TweeBsns(Conflict):
    """Two residents who each have a BSN of their own are two people."""

    code = "twee-bsns"
    melding = (
        "Deze inwoners hebben elk een eigen BSN. Het zijn twee mensen; u kunt ze niet "
        "samenvoegen. Klopt een BSN niet? Verbeter dat dan eerst."
    )


class ZelfdeRecord(Conflict):
    """Something cannot be merged with itself."""

    code = "zelfde-record"
    melding = "Dit is twee keer dezelfde. Kies twee verschillende."


class KeuzeNodig(OngeldigeInvoer):
    """A higher app asks a choice before two households can become one."""

    code = "keuze-nodig"
    melding = "Maak eerst de keuzes die nog open staan."


class AlTeruggedraaid(Conflict):
    """A merge, a split or handing over work is undone once."""

    code = "al-teruggedraaid"
    melding = "Dit is al teruggedraaid. Vernieuw de pagina."


class NietsOverTeDragen(Conflict):
    """A colleague whose work is all finished, or was handed over just now."""

    code = "niets-over-te-dragen"
    melding = "Deze collega heeft geen werk meer om over te dragen. Vernieuw de pagina."


class AlSamengevoegd(Conflict):
    """Two colleagues merge the same pair; the second is told."""

    code = "al-samengevoegd"
    melding = "Een collega heeft deze twee net samengevoegd. U hoeft niets meer te doen."


class AlTeruggebeld(Conflict):
    """A colleague was first."""

    code = "al-teruggebeld"
    melding = "Dit verzoek is al afgerond. Vernieuw de pagina."


register_constraint("inwoner_bsn_uniek", BsnBestaatAl)
register_constraint("lidmaatschap_een_thuis", AlThuisElders)
register_constraint("lidmaatschap_een_keer", AlLid)
register_constraint("contact_sleutel_uniek", AlGeregistreerd)
register_constraint("melding_een_per_hulpvraag", MeldingBestaatAl)
register_constraint("klacht_behandelaar_is_een_ander", KlachtOverZelf)
register_constraint("signaalzaak_een_per_adres", ZaakLooptAl)
