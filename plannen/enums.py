"""The short lists of a plan. Codes are stable: the API and the figures use them."""

from django.db import models


class PlanStatus(models.TextChoices):
    """Where a plan stands. Changing an agreed plan does not make it a concept again."""

    CONCEPT = "concept", "Concept"
    VASTGESTELD = "vastgesteld", "Vastgesteld"
    BEEINDIGD = "beeindigd", "Beëindigd"


class PlanUitkomst(models.TextChoices):
    """How a plan ended."""

    DOELEN_BEREIKT = "doelen-bereikt", "De doelen zijn bereikt"
    ZELF_VERDER = "zelf-verder", "Het huishouden gaat zelf verder"
    GESTOPT = "gestopt", "Het huishouden wil niet verder"
    VERHUISD = "verhuisd", "Verhuisd naar een andere gemeente"
    OVERLEDEN = "overleden", "Overleden"
    SAMENGEVOEGD = "samengevoegd", "Verder in een ander plan"
    ANDERS = "anders", "Anders"


class Conceptstand(models.TextChoices):
    """What became of a draft that a vindplaats made."""

    BEZIG = "bezig", "U werkt eraan"
    AANGEBODEN = "aangeboden", "Wacht op de gemeente"
    OVERGENOMEN = "overgenomen", "Overgenomen door de gemeente"
    NIET_OVERGENOMEN = "niet-overgenomen", "Niet overgenomen"
    INGETROKKEN = "ingetrokken", "Door u ingetrokken"


class Hoedanigheid(models.TextChoices):
    """As what a person takes part in the plan of a household."""

    LID = "lid", "Hoort bij het huishouden"
    CO_OUDERSCHAP = "co-ouderschap", "Woont ook in een ander huishouden"
    UIT_HUIS_GEPLAATST = "uit-huis-geplaatst", "Woont tijdelijk ergens anders"
    ANDER = "ander", "Doet mee vanuit een ander huishouden"


class DoelStatus(models.TextChoices):
    """Where a goal stands."""

    LOOPT = "loopt", "Loopt"
    BEREIKT = "bereikt", "Bereikt"
    GESTOPT = "gestopt", "Gestopt"


class Prioriteit(models.IntegerChoices):
    """How much it matters to the household now."""

    EERST = 1, "Eerst dit"
    DAARNA = 2, "Daarna"
    LATER = 3, "Kan later"


class Stap(models.IntegerChoices):
    """Progress in five steps, in words that can be read together (scherm.md)."""

    NOG_NIET_BEGONNEN = 1, "Nog niet begonnen"
    KLEINE_STAP = 2, "Kleine stap"
    HALVERWEGE = 3, "Halverwege"
    BIJNA = 4, "Bijna"
    BEREIKT = 5, "Bereikt"


class Trede(models.TextChoices):
    """The ladder, from light to heavy: as light and as close by as possible (BP 2.1)."""

    EIGEN_KRACHT = "eigen-kracht", "Eigen kracht"
    NETWERK = "netwerk", "Netwerk"
    ALGEMEEN = "algemeen", "Algemene voorziening"
    MAATWERK = "maatwerk", "Maatwerk"

    @property
    def hoogte(self) -> int:
        """1 for eigen kracht up to 4 for maatwerk."""
        return list(Trede).index(self) + 1


class RedenNietLichter(models.TextChoices):
    """Why nothing lighter than maatwerk fits; the last but one feeds the witte vlekken (BP 5.3)."""

    GEPROBEERD = "geprobeerd", "Lichtere hulp is geprobeerd en was niet genoeg"
    ZWAARTE = "zwaarte", "De vraag is te zwaar of te ingewikkeld voor lichtere hulp"
    VEILIGHEID = "veiligheid", "De veiligheid vraagt om deze hulp"
    NETWERK_VOL = "netwerk-vol", "Het netwerk kan niet meer doen"
    NIET_IN_DE_BUURT = (
        "niet-in-de-buurt",
        "Er is niets lichters in de buurt, of er is een wachtlijst",
    )
    VERWIJZING = "verwijzing", "Een arts, de rechter of een gecertificeerde instelling bepaalde dit"


class Herhaling(models.TextChoices):
    """How often something is done."""

    EENMALIG = "eenmalig", "Eén keer"
    DAGELIJKS = "dagelijks", "Elke dag"
    WEKELIJKS = "wekelijks", "Elke week"
    TWEEWEKELIJKS = "tweewekelijks", "Om de week"
    MAANDELIJKS = "maandelijks", "Elke maand"
    DOORLOPEND = "doorlopend", "Steeds als het nodig is"

    @classmethod
    def per_week(cls) -> list[str]:
        """Those that name days of the week."""
        return [cls.WEKELIJKS.value, cls.TWEEWEKELIJKS.value]


class Weekdag(models.IntegerChoices):
    """A day of the week, as ISO 8601 counts them."""

    MAANDAG = 1, "Maandag"
    DINSDAG = 2, "Dinsdag"
    WOENSDAG = 3, "Woensdag"
    DONDERDAG = 4, "Donderdag"
    VRIJDAG = 5, "Vrijdag"
    ZATERDAG = 6, "Zaterdag"
    ZONDAG = 7, "Zondag"


class Keeruitkomst(models.TextChoices):
    """What came of one time of an afspraak that comes back."""

    GEDAAN = "gedaan", "Gedaan"
    OVERGESLAGEN = "overgeslagen", "Overgeslagen"


class AfspraakStatus(models.TextChoices):
    """Where an afspraak stands."""

    OPEN = "open", "Loopt"
    GEDAAN = "gedaan", "Gedaan"
    VERVALLEN = "vervallen", "Vervallen"


class AkkoordWijze(models.TextChoices):
    """How a resident agreed with a version, or that they did not."""

    HANDTEKENING = "handtekening", "Met een handtekening"
    MONDELING = "mondeling", "Mondeling akkoord"
    GEWEIGERD = "geweigerd", "Niet akkoord"


class EvaluatieUitkomst(models.TextChoices):
    """What an evaluation led to."""

    DOORGAAN = "doorgaan", "Zo doorgaan"
    AFSCHALEN = "afschalen", "Minder of lichtere hulp"
    OPSCHALEN = "opschalen", "Meer of zwaardere hulp"
    BEEINDIGEN = "beeindigen", "Het plan kan eindigen"


class Partijsoort(models.TextChoices):
    """As what somebody outside the municipality takes part."""

    HULPVERLENER = "hulpverlener", "Hulpverlener"
    NETWERK = "netwerk", "Familie, vriend of buur"
    MANTELZORGER = "mantelzorger", "Mantelzorger"
    CLIENTONDERSTEUNER = "clientondersteuner", "Onafhankelijke cliëntondersteuner"
    ANDERS = "anders", "Anders"


class Inzagegrond(models.TextChoices):
    """Why somebody may see a part of the plan (AVG article 6)."""

    TOESTEMMING = "toestemming", "De inwoner geeft toestemming"
    WET = "wet", "De wet schrijft het voor"


class Besluitsoort(models.TextChoices):
    """What kind of decision it is (Awb 1:3, 4:5; Wmo 2.3.5)."""

    TOEKENNING = "toekenning", "Toekenning"
    GEDEELTELIJK = "gedeeltelijke-toekenning", "Gedeeltelijke toekenning"
    AFWIJZING = "afwijzing", "Afwijzing"
    BUITEN_BEHANDELING = "buiten-behandeling", "Buiten behandeling"
    INTREKKING = "intrekking", "Intrekking"
    HERZIENING = "herziening", "Herziening"

    @property
    def kent_toe(self) -> bool:
        """Whether help is granted by it."""
        return self in {
            Besluitsoort.TOEKENNING,
            Besluitsoort.GEDEELTELIJK,
            Besluitsoort.HERZIENING,
        }

    @property
    def volgt_op(self) -> bool:
        """Whether it changes an earlier besluit."""
        return self in {Besluitsoort.INTREKKING, Besluitsoort.HERZIENING}


class BesluitStatus(models.TextChoices):
    """Where a besluit stands; onherroepelijk follows from its term and its bezwaren."""

    CONCEPT = "concept", "Concept"
    BEOORDELING = "beoordeling", "Te beoordelen"
    GENOMEN = "genomen", "Genomen, nog niet verzonden"
    BEKENDGEMAAKT = "bekendgemaakt", "Bekendgemaakt"
    VERVALLEN = "vervallen", "Concept vervallen"


class Leveringsvorm(models.TextChoices):
    """How help is delivered (Wmo 2.3.5 and 2.3.6)."""

    NATURA = "zin", "Zorg in natura"
    PGB = "pgb", "Persoonsgebonden budget"


class Toetscode(models.TextChoices):
    """What is checked by a person before a besluit."""

    WLZ = "wlz", "Wet langdurige zorg"
    ZVW = "zvw", "Zorgverzekeringswet"
    WOONPLAATS = "woonplaats", "Verantwoordelijke gemeente"
    LICHTER = "lichter", "Lichtere hulp"
    KEUZE = "keuze", "Natura of pgb"
    PGB_BEKWAAM = "pgb-bekwaam", "Pgb: kan de inwoner het beheren?"
    PGB_MOTIVERING = "pgb-motivering", "Pgb: wil de inwoner het zelf?"
    PGB_KWALITEIT = "pgb-kwaliteit", "Pgb: is de hulp goed?"


class Toetsantwoord(models.TextChoices):
    """The answer to a check."""

    JA = "ja", "Ja"
    NEE = "nee", "Nee"
    NVT = "nvt", "Niet van toepassing"


class Toetsbron(models.TextChoices):
    """Where an answer comes from."""

    ONDERZOEK = "onderzoek", "Verslag van het onderzoek"
    GESPREK = "gesprek", "Gesprek met de inwoner"
    BRP = "brp", "Basisregistratie personen"
    CIZ = "ciz", "CIZ of zorgkantoor"
    VERZEKERAAR = "verzekeraar", "Zorgverzekeraar"
    ARTS = "arts", "Huisarts of specialist"
    BUDGETPLAN = "budgetplan", "Budgetplan van de inwoner"
    ANDERS = "anders", "Anders"


class Oordeel(models.TextChoices):
    """What a second person thinks of a draft."""

    AKKOORD = "akkoord", "Akkoord"
    TERUG = "terug", "Terug naar de opsteller"


class BezwaarStatus(models.TextChoices):
    """Where an objection stands."""

    ONTVANGEN = "ontvangen", "Ontvangen"
    VERZUIM = "verzuim", "Wacht op aanvulling"
    BEHANDELING = "behandeling", "In behandeling"
    BESLIST = "beslist", "Beslist"
    INGETROKKEN = "ingetrokken", "Ingetrokken"


class Bezwaaruitkomst(models.TextChoices):
    """How an objection was decided (Awb 7:11)."""

    GEGROND = "gegrond", "Gegrond"
    DEELS = "deels-gegrond", "Deels gegrond"
    ONGEGROND = "ongegrond", "Ongegrond"
    NIET_ONTVANKELIJK = "niet-ontvankelijk", "Niet-ontvankelijk"

    @property
    def heroverwogen(self) -> bool:
        """Whether the besluit has to change."""
        return self in {Bezwaaruitkomst.GEGROND, Bezwaaruitkomst.DEELS}


class Bezwaarbriefsoort(models.TextChoices):
    """The letters about an objection; each is a kind of document with a text of its own."""

    ONTVANGST = "bezwaar-ontvangst", "Bevestiging van ontvangst"
    AANVULLEN = "bezwaar-aanvullen", "Verzoek om aanvulling"
    UITNODIGING = "bezwaar-uitnodiging", "Uitnodiging voor de hoorzitting"
    UITSTEL = "bezwaar-uitstel", "Bericht dat de beslissing later komt"
    BESLISSING = "bezwaar-beslissing", "Beslissing op het bezwaar"


class Indiener(models.TextChoices):
    """Who objects."""

    INWONER = "inwoner", "De inwoner zelf"
    OUDER = "ouder", "Ouder of voogd"
    GEMACHTIGDE = "gemachtigde", "Gemachtigde of advocaat"
    ANDERS = "anders", "Andere belanghebbende"


class Hoorwijze(models.TextChoices):
    """Whether and how the objector was heard (Awb 7:2 and 7:3)."""

    GEHOORD = "gehoord", "Gehoord"
    ZIET_AF = "ziet-af", "De indiener wil niet gehoord worden"
    KENNELIJK_NO = "kennelijk-niet-ontvankelijk", "Kennelijk niet-ontvankelijk"
    KENNELIJK_ONGEGROND = "kennelijk-ongegrond", "Kennelijk ongegrond"
    TEGEMOET = "tegemoet", "De indiener krijgt helemaal gelijk"
