"""Fixed choices of the front door; what `beheer` may change is in models/waarden.py."""

from django.db import models


class Geslacht(models.TextChoices):
    """Gender as the register of persons knows it."""

    VROUW = "vrouw", "Vrouw"
    MAN = "man", "Man"
    ONBEKEND = "onbekend", "Onbekend"


class Rol(models.TextChoices):
    """What somebody is within a household."""

    AANVRAGER = "aanvrager", "Eerste bewoner"
    PARTNER = "partner", "Partner"
    OUDER = "ouder", "Ouder"
    KIND = "kind", "Kind"
    FAMILIELID = "familielid", "Ander familielid"
    MEDEBEWONER = "medebewoner", "Medebewoner"
    ANDERS = "anders", "Anders"


class Band(models.TextChoices):
    """How somebody belongs to a household: living there, or family that lives elsewhere."""

    THUIS = "thuis", "Woont hier"
    FAMILIE = "familie", "Familie, woont elders"


class Aard(models.TextChoices):
    """Why somebody belongs to a household in which they do not live (domein.md, floor 3)."""

    GEWOON = "gewoon", "Familie"
    CO_OUDERSCHAP = "co-ouderschap", "Co-ouderschap, woont ook hier"
    UIT_HUIS_GEPLAATST = "uit-huis-geplaatst", "Uit huis geplaatst"
    PLEEGKIND = "pleegkind", "Pleegkind"


class Relatie(models.TextChoices):
    """What somebody of the network is to the household."""

    FAMILIE = "familie", "Familie"
    VRIEND = "vriend", "Vriend of vriendin"
    BUUR = "buur", "Buur"
    VRIJWILLIGER = "vrijwilliger", "Vrijwilliger"
    SCHOOL_WERK = "school-of-werk", "School of werk"
    HULPVERLENER = "hulpverlener", "Hulpverlener"
    ANDERS = "anders", "Anders"


class Hechtheid(models.TextChoices):
    """How the contact is, in the words of the household."""

    STERK = "sterk", "Sterk"
    GEWOON = "gewoon", "Gewoon"
    ZWAK = "zwak", "Weinig contact"
    GESPANNEN = "gespannen", "Gespannen"


class Vertegenwoordiging(models.TextChoices):
    """As what somebody speaks for a resident (BW boek 1; Awb 2:1)."""

    GEZAG = "gezag", "Ouder met gezag"
    VOOGD = "voogd", "Voogd"
    MENTOR = "mentor", "Mentor"
    BEWINDVOERDER = "bewindvoerder", "Bewindvoerder"
    CURATOR = "curator", "Curator"
    GEMACHTIGDE = "gemachtigde", "Gemachtigde"


class Bevoegdheid(models.TextChoices):
    """In what somebody may act for a resident."""

    GESPREK = "gesprek", "Meepraten en bellen"
    ZORG = "zorg", "Over zorg en hulp beslissen"
    GELD = "geld", "Over geld beslissen"
    TEKENEN = "tekenen", "Aanvragen en tekenen"
    POST = "post", "Brieven krijgen"


class TerugbelStatus(models.TextChoices):
    """Whether somebody who was promised a call was called."""

    OPEN = "open", "Nog bellen"
    GEDAAN = "gedaan", "Gesproken"
    VERVALLEN = "vervallen", "Niet meer nodig"


class Herkomst(models.TextChoices):
    """On which route in a possible double was found."""

    REGISTRATIE = "registratie", "Bij het registreren"
    WIJZIGING = "wijziging", "Bij een wijziging"
    NACHT = "nacht", "Bij de nachtelijke controle"


class Samenvoegsoort(models.TextChoices):
    """What was merged."""

    INWONER = "inwoner", "Inwoners samengevoegd"
    HUISHOUDEN = "huishouden", "Huishoudens samengevoegd"


class ContactStatus(models.TextChoices):
    """A registration stays, also when it was a mistake: then it is withdrawn."""

    GEREGISTREERD = "geregistreerd", "Geregistreerd"
    INGETROKKEN = "ingetrokken", "Ingetrokken"


class MeldingStatus(models.TextChoices):
    """How far the municipality is with a melding."""

    OPEN = "open", "Nieuw"
    ONDERZOEK = "onderzoek", "In onderzoek"
    ONDERZOCHT = "onderzocht", "Onderzoek klaar"
    AANVRAAG = "aanvraag", "Aanvraag in behandeling"
    AFGEROND = "afgerond", "Afgerond"
    INGETROKKEN = "ingetrokken", "Ingetrokken"


class HuisbezoekStatus(models.TextChoices):
    """How far a home visit is."""

    GEPLAND = "gepland", "Gepland"
    UITGEVOERD = "uitgevoerd", "Uitgevoerd"
    VERVALLEN = "vervallen", "Vervallen"


class HuisbezoekDoel(models.TextChoices):
    """What a visit is for; the resident is told beforehand (domein.md, floor 3)."""

    LEEFWERELD = "leefwereld", "Kennismaken met de leefwereld"
    RECHTMATIGHEID = "rechtmatigheid", "Controleren of de uitkering klopt"


class VersieStatus(models.TextChoices):
    """A version of the questions: being prepared, asked now, or asked before."""

    CONCEPT = "concept", "Concept"
    VAN_KRACHT = "van-kracht", "Van kracht"
    VERVALLEN = "vervallen", "Vervallen"


class UitvraagStatus(models.TextChoices):
    """An uitvraag is open until somebody says that it is complete; then it stays as it is."""

    CONCEPT = "concept", "Bezig"
    AFGEROND = "afgerond", "Afgerond"


class Laag(models.TextChoices):
    """How deep a question goes: asked everywhere, or mostly at the visit."""

    KERN = "kern", "Kern, overal"
    VERDIEPING = "verdieping", "Verdieping, meestal bij het huisbezoek"


class Vraagsoort(models.TextChoices):
    """How a question is answered."""

    TEKST = "tekst", "In eigen woorden"
    KEUZE = "keuze", "Eén antwoord uit een rij"
    JA_NEE = "ja-nee", "Ja of nee"
    LEEFGEBIEDEN = "leefgebieden", "Per leefgebied hoe het gaat"


class Score(models.TextChoices):
    """How it goes on a leefgebied, in the words of the resident (domein.md, floor 3)."""

    GOED = "goed", "Gaat goed"
    AANDACHT = "aandacht", "Aandacht"
    HULP = "hulp", "Hulp nodig"


class Punt(models.TextChoices):
    """What an onderzoek finds out (Wmo 2015 article 2.3.2 lid 4, a to g)."""

    A = "a", "Behoeften, persoonskenmerken en voorkeuren"
    B = "b", "Eigen kracht en gebruikelijke hulp"
    C = "c", "Mantelzorg en hulp van anderen"
    D = "d", "Wat de mantelzorger nodig heeft"
    E = "e", "Algemene voorzieningen en meedoen"
    F = "f", "Samenwerking met zorg, jeugd, onderwijs, wonen, werk en inkomen"
    G = "g", "Bijdrage in de kosten"


class Bereikbaar(models.TextChoices):
    """How somebody who asked on the website wants to be reached; their own choice."""

    BELLEN = "bellen", "Bel mij"
    MAILEN = "mailen", "Mail mij"
    BRIEF = "brief", "Stuur mij een brief"


class Bron(models.TextChoices):
    """From where a melding arrived that nobody at our desk took in."""

    WERK_NL = "werk-nl", "werk.nl"
    VERWIJZING = "verwijzing", "Verwijzing"


class Oordeel(models.TextChoices):
    """How a resident was helped, in their own judgement (opgave 1)."""

    GOED = "goed", "Goed"
    REDELIJK = "redelijk", "Het kon beter"
    SLECHT = "slecht", "Niet goed"


class Wijze(models.TextChoices):
    """How an answer came: by the resident's own link, or told to a worker."""

    LINK = "link", "Zelf, met de code"
    MEDEWERKER = "medewerker", "Verteld aan een medewerker"


ONBEKEND = "onbekend"  # a wijk, gemeente or age group that nobody knows

LOPEND = (
    MeldingStatus.OPEN,
    MeldingStatus.ONDERZOEK,
    MeldingStatus.ONDERZOCHT,
    MeldingStatus.AANVRAAG,
)


class Aanboduitkomst(models.TextChoices):
    """What the resident said to what was offered."""

    AANGENOMEN = "aangenomen", "Aangenomen"
    GEWEIGERD = "geweigerd", "Past niet"
    NIETS = "niets", "Niets lichts past"


class Weigerreden(models.TextChoices):
    """Why something light does not fit, in words for the witte vlekken."""

    TE_VER = "te-ver", "Te ver weg"
    TIJD = "tijd", "De dag of tijd past niet"
    KOSTEN = "kosten", "Te duur"
    WACHTEN = "wachten", "Vol of te lang wachten"
    TAAL = "taal", "Taal of cultuur"
    DREMPEL = "drempel", "Durft of kan niet alleen"
    TE_LICHT = "te-licht", "Niet genoeg voor deze vraag"
    ANDERS = "anders", "Anders"


class ZoektermijnReden(models.TextChoices):
    """Why the four weeks of searching do not hold (Participatiewet 41 lid 4 and 11)."""

    PRO_VSO = "pro-vso", "Zat korter dan een jaar geleden op praktijk- of speciaal onderwijs"
    URENBEPERKT = "urenbeperkt", "Kan om medische redenen minder uren werken"
    LOONKOSTEN = "loonkosten", "Hoort bij de doelgroep loonkostensubsidie"
    OMSTANDIGHEDEN = "omstandigheden", "De omstandigheden vragen om eerder helpen (lid 11)"


class HeropenReden(models.TextChoices):
    """Why a melding is taken up again."""

    VERGISSING = "vergissing", "Was bij vergissing afgesloten"
    NIEUWE_INFORMATIE = "nieuwe-informatie", "Er is nieuwe informatie"
    INWONER_KOMT_TERUG = "inwoner-komt-terug", "Inwoner wil toch verder"
    BEZWAAR = "bezwaar", "Na bezwaar of een uitspraak"
    ANDERS = "anders", "Anders"


class OndersteuningAntwoord(models.TextChoices):
    """What the resident said to the offer of an independent supporter (Wmo 2.3.2 lid 3)."""

    JA = "ja", "Wil graag cliëntondersteuning"
    NEE = "nee", "Wil geen cliëntondersteuning"
    EIGEN = "eigen", "Heeft al iemand die helpt"
    LATER = "later", "Wil er nog over nadenken"


class GeenDwangsom(models.TextChoices):
    """Why a letter brings no dwangsom (Awb 4:17 lid 1, 3 and 6)."""

    TE_VROEG = "te-vroeg", "De termijn was nog niet voorbij"
    ONREDELIJK_LAAT = "onredelijk-laat", "De brief kwam onredelijk laat"
    GEEN_BELANG = "geen-belang", "De aanvrager is geen belanghebbende"
    KENNELIJK = "kennelijk", "De aanvraag is kennelijk niet-ontvankelijk of ongegrond"


class KlachtStatus(models.TextChoices):
    """How far a complaint is."""

    ONTVANGEN = "ontvangen", "Ontvangen"
    BEHANDELING = "behandeling", "In behandeling"
    AFGEHANDELD = "afgehandeld", "Afgehandeld"


class KlachtOnderwerp(models.TextChoices):
    """What a complaint is about: conduct, never a besluit (Awb 9:1)."""

    BEJEGENING = "bejegening", "Hoe iemand is behandeld"
    INFORMATIE = "informatie", "Onjuiste of te weinig informatie"
    WACHTEN = "wachten", "Het duurt te lang"
    BEREIKBAAR = "bereikbaar", "Slecht bereikbaar"
    PRIVACY = "privacy", "Privacy"
    AANBIEDER = "aanbieder", "De hulp van een aanbieder"
    ANDERS = "anders", "Iets anders"


class KlachtUitkomst(models.TextChoices):
    """How a complaint ended (Awb 9:5, 9:8, 9:12)."""

    OPGELOST = "opgelost", "In gesprek opgelost"
    GEGROND = "gegrond", "Gegrond"
    DEELS = "deels-gegrond", "Deels gegrond"
    ONGEGROND = "ongegrond", "Ongegrond"
    NIET_BEHANDELD = "niet-behandeld", "Niet in behandeling genomen"
    INGETROKKEN = "ingetrokken", "Ingetrokken"


class ConsultStatus(models.TextChoices):
    """How a question to a colleague stands."""

    GEVRAAGD = "gevraagd", "Wacht op antwoord"
    BEANTWOORD = "beantwoord", "Beantwoord"
    INGETROKKEN = "ingetrokken", "Niet meer nodig"


class DoorverwijzingStatus(models.TextChoices):
    """How a referral to a partner stands."""

    GEVRAAGD = "gevraagd", "Gevraagd"
    GEACCEPTEERD = "geaccepteerd", "Partner pakt het op"
    BEANTWOORD = "beantwoord", "Beantwoord"
    GEWEIGERD = "geweigerd", "Partner kan niet helpen"


class Signaalsoort(models.TextChoices):
    """Which fixed bill was not paid (Wgs 3 lid 1 onder b, Besluit gemeentelijke schuldhulp)."""

    HUUR = "huur", "Huur"
    ENERGIE = "energie", "Energie"
    WATER = "water", "Drinkwater"
    ZORGVERZEKERING = "zorgverzekering", "Zorgverzekering"


class SignaalzaakStatus(models.TextChoices):
    """How far we are with the signals at one address."""

    NIEUW = "nieuw", "Nog niet benaderd"
    BENADERD = "benaderd", "Benaderd"
    AANGEBODEN = "aangeboden", "Hulp aangeboden"
    AFGESLOTEN = "afgesloten", "Afgesloten"


class Pogingsoort(models.TextChoices):
    """How we tried to reach somebody."""

    BRIEF = "brief", "Brief"
    TELEFOON = "telefoon", "Telefoon"
    HUISBEZOEK = "huisbezoek", "Huisbezoek"
    SMS = "sms", "Sms"


class Pogingresultaat(models.TextChoices):
    """What came of an attempt."""

    GEEN_CONTACT = "geen-contact", "Geen contact"
    VERSTUURD = "verstuurd", "Verstuurd, met ons aanbod"
    GESPROKEN = "gesproken", "Gesproken, nog geen aanbod gedaan"
    AANBOD = "aanbod", "Gesproken en hulp aangeboden"


class SignaalUitkomst(models.TextChoices):
    """How a case of signals ended."""

    AANVAARD = "aanvaard", "Wil hulp"
    AL_HULP = "al-hulp", "Heeft al hulp"
    OPGELOST = "opgelost", "Lost het zelf op"
    AFGEWEZEN = "afgewezen", "Wil geen hulp"
    NIET_BEREIKT = "niet-bereikt", "Niet bereikt"
    ONTERECHT = "onterecht", "Signaal klopte niet"
