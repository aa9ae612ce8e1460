"""What can be bought in the demo town, and from whom."""

from dataclasses import dataclass

from aanbieders.enums import Eenheid, Frequentie

MIN, UUR, ETMAAL, DAGDEEL = Eenheid.MINUUT, Eenheid.UUR, Eenheid.ETMAAL, Eenheid.DAGDEEL
RESULTAAT, STUK = Eenheid.OUTPUT, Eenheid.INSPANNING
WEEK, MAAND, TOTAAL = Frequentie.WEEK, Frequentie.MAAND, Frequentie.TOTAAL


@dataclass(frozen=True)
class Koop:
    """A product: what it is, how it is counted, what it costs in cents, how much people get.

    `soorten` are the kinds of question that lead to it; `dagen` how long it is granted.
    """

    code: str
    naam: str
    wet: str
    taakveld: str
    voorziening: str
    eenheid: Eenheid
    frequentie: Frequentie
    cent: int
    volume: tuple[int, int]
    soorten: tuple[str, ...]
    dagen: tuple[int, int] = (365, 730)

    @property
    def categorie(self) -> str:
        """The national category: the first two digits."""
        return self.code[:2]


PRODUCTEN = (
    Koop("01A01", "Schoon huis", "wmo", "6.711", "huishoudelijke-hulp", MIN, WEEK, 62,
         (90, 210), ("huishoudelijke-hulp",)),
    Koop("01A05", "Schoon huis met regie", "wmo", "6.711", "huishoudelijke-hulp", MIN, WEEK, 68,
         (120, 240), ("huishoudelijke-hulp", "mantelzorg")),
    Koop("02A03", "Begeleiding thuis", "wmo", "6.712", "individuele-begeleiding", MIN, WEEK, 112,
         (60, 240), ("individuele-begeleiding", "psychische-klachten", "eenzaamheid",
                     "clientondersteuning")),
    Koop("02A05", "Begeleiding thuis, zwaar", "wmo", "6.712", "individuele-begeleiding", MIN,
         WEEK, 128, (120, 360), ("individuele-begeleiding", "psychische-klachten")),
    Koop("04A01", "Logeren", "wmo", "6.714", "kortdurend-verblijf", ETMAAL, MAAND, 16_500,
         (2, 6), ("kortdurend-verblijf", "mantelzorg")),
    Koop("07A01", "Dagbesteding", "wmo", "6.713", "dagbesteding", DAGDEEL, WEEK, 4_550,
         (2, 8), ("dagbesteding", "mantelzorg")),
    Koop("07A03", "Dagbesteding met vervoer", "wmo", "6.713", "dagbesteding", DAGDEEL, WEEK,
         5_480, (2, 8), ("dagbesteding",)),
    Koop("08A01", "Regiotaxi", "wmo", "6.60", "maatwerkvervoer", STUK, MAAND, 1_350,
         (8, 40), ("vervoer",)),
    Koop("11A01", "Rolstoel, huur", "wmo", "6.60", "rolstoel", STUK, MAAND, 7_900, (1, 1),
         ("rolstoel",)),
    Koop("12A01", "Scootmobiel, huur", "wmo", "6.60", "vervoervoorziening", STUK, MAAND, 11_400,
         (1, 1), ("vervoer", "hulpmiddel")),
    Koop("13A01", "Traplift", "wmo", "6.60", "woonvoorziening", STUK, TOTAAL, 385_000, (1, 1),
         ("woningaanpassing",), (28, 56)),
    Koop("14A01", "Hulpmiddel in huis, huur", "wmo", "6.60", "hulpmiddelen", STUK, MAAND, 3_200,
         (1, 2), ("hulpmiddel", "woningaanpassing")),
    Koop("15A01", "Beschermd wonen", "wmo", "6.811", "beschermd-wonen", ETMAAL, WEEK, 17_900,
         (7, 7), ("beschermd-wonen",)),
    Koop("45A48", "Begeleiding van het gezin", "jeugdwet", "6.752", "ambulante-jeugdhulp", MIN,
         WEEK, 138, (60, 240), ("jeugdhulp", "opvoeden", "scheiding", "veiligheid-kind"),
         (120, 365)),
    Koop("45A65", "Behandeling van het gezin", "jeugdwet", "6.752", "ambulante-jeugdhulp",
         RESULTAAT, TOTAAL, 420_000, (1, 1), ("jeugdhulp", "opvoeden"), (150, 300)),
    Koop("54A10", "Psychische hulp, behandeling", "jeugdwet", "6.752", "jeugd-ggz", MIN, TOTAAL,
         205, (900, 3_600), ("jeugd-ggz",), (120, 365)),
    Koop("54A20", "Onderzoek en advies", "jeugdwet", "6.752", "jeugd-ggz", MIN, TOTAAL, 215,
         (300, 900), ("jeugd-ggz", "jeugdhulp"), (60, 120)),
    Koop("54D10", "Behandeling van ernstige dyslexie", "jeugdwet", "6.751", "dyslexiezorg",
         RESULTAAT, TOTAAL, 385_000, (1, 1), ("dyslexie",), (300, 540)),
    Koop("44A08", "Pleegzorg", "jeugdwet", "6.762", "pleegzorg", ETMAAL, WEEK, 5_650, (7, 7),
         ("pleegzorg-verblijf",)),
    Koop("43A12", "Wonen in een gezinshuis", "jeugdwet", "6.762", "residentiele-jeugdhulp",
         ETMAAL, WEEK, 19_400, (7, 7), ("pleegzorg-verblijf", "veiligheid-kind"), (180, 365)),
    Koop("48A01", "Jeugdbescherming", "jeugdwet", "6.821", "jeugdbescherming", STUK, MAAND,
         98_500, (1, 1), ("veiligheid-kind",), (365, 365)),
)  # fmt: skip


@dataclass(frozen=True)
class Leverancier:
    """A provider with the products of each of its contracts, and for whom it works."""

    naam: str
    plaats: str
    contracten: tuple[tuple[str, ...], ...]
    regionaal: bool = False


HH, BG, DB = ("01A01", "01A05"), ("02A03", "02A05"), ("07A01", "07A03")
GEZIN, GGZ, EINDRESULTAAT = ("45A48",), ("54A10", "54A20"), ("45A65",)
HULP = ("11A01", "12A01", "14A01")
_LOKAAL = {
    "Thuiszorg": (HH,), "Huis & Hulp": (HH,), "Poetscompagnie de Dotter": (HH,),
    "Zorgend Tuindorp": (HH, BG), "Helder Thuis": (HH,), "De Vlinderhulp": (HH,),
    "Begeleiding Twente": (BG, DB), "De Wegwijzer": (BG,), "Stap voor Stap Begeleiding": (BG,),
    "Op Eigen Benen": (BG,), "Samen Sterk Coaching": (BG,), "De Spil": (BG, DB),
    "Nieuwe Morgen": (BG,), "Buurtbegeleiders": (BG,), "De Werkplaats": (DB,),
    "Zorgboerderij het Lentevuur": (DB,), "Zorgboerderij de Klaverhoeve": (DB, ("04A01",)),
    "Atelier Kleurrijk": (DB,), "Dagcentrum de Beek": (DB,), "Logeerhuis de Uil": (("04A01",),),
    "Werkhof": (DB,), "De Tuinkamer": (DB,), "Trap en Tree": (("13A01",),),
    "Woonaanpassers": (("13A01", "14A01"),),
}  # fmt: skip
_REGIONAAL = {
    "Regiovervoer": (("08A01",),), "Hulpmiddelen Centraal": (HULP,), "Mobiel Oost": (HULP,),
    "Beschut Huis": (("15A01",),), "Woonkring Twente": (("15A01",), BG),
    "Jeugdhulp Oost": (GEZIN, EINDRESULTAAT, ("43A12",)),
    "Kind en Toekomst": (GEZIN, EINDRESULTAAT), "De Kapstok": (GEZIN,),
    "Gezin Voorop": (GEZIN,), "Jeugdkompas": (GEZIN,), "Ambulante Jeugdzorg de Vaart": (GEZIN,),
    "Het Anker Jeugd": (GEZIN,), "Familiekracht": (GEZIN,), "Sterk Gezin": (GEZIN,),
    "Praktijk Boomhut": (GGZ,), "Kinderpraktijk de Libel": (GGZ,), "Jeugd-ggz Stroom": (GGZ,),
    "Psychologen aan de Beek": (GGZ,), "Praktijk Zonneklaar": (GGZ,), "Mindkind": (GGZ,),
    "Centrum voor Jeugd en Psyche": (GGZ, ("54D10",)), "Leerzorg Twente": (("54D10",),),
    "Lees- en Spelkliniek": (("54D10",),), "Pleegzorg de Brug": (("44A08",),),
    "Gezinshuizen Oost": (("43A12",),), "Jeugdbescherming Regio Oost": (("48A01",),),
}  # fmt: skip
LEVERANCIERS = tuple(
    Leverancier(naam, plaats, contracten, regionaal)
    for regionaal, plaats, providers in (
        (False, "Hengelo", _LOKAAL),
        (True, "Enschede", _REGIONAAL),
    )
    for naam, contracten in providers.items()
)
