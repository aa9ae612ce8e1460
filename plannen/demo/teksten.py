"""What households want and agree on, per leefgebied, in the words people use."""

from dataclasses import dataclass

from plannen.enums import Trede


@dataclass(frozen=True)
class Voorbeeld:
    """Something people agree on: the step of the ladder, the words, who does it, and with what.

    `voorziening` is a code of the catalogue.
    """

    trede: Trede
    tekst: str
    organisatie: str = ""
    voorziening: str = ""


BEGELEIDING = ("Begeleiding Twente", "individuele-begeleiding")
MAATSCHAPPELIJK_WERK = ("Wijkracht", "maatschappelijk-werk")
E, N, A, M = Trede.EIGEN_KRACHT, Trede.NETWERK, Trede.ALGEMEEN, Trede.MAATWERK
DOELEN = {
    "wonen": "Ik woon in een schoon huis en kan hier blijven wonen",
    "geld": "De huur en de vaste lasten zijn weer op tijd betaald",
    "werk-en-dagbesteding": "Ik heb overdag iets te doen waar ik energie van krijg",
    "gezondheid": "Ik kom de dag door en slaap weer goed",
    "opvoeden": "Het is thuis rustig en we lachen weer samen",
    "netwerk": "Ik spreek elke week mensen die ik aardig vind",
    "veiligheid": "Iedereen is thuis veilig",
    "leren": "Mijn kind gaat met plezier naar school",
    "meedoen": "Ik kan zelf naar mijn familie en de vereniging",
}
AFSPRAKEN = {
    "wonen": (
        Voorbeeld(E, "Zelf de was en het stoffen doen, op rustige dagen"),
        Voorbeeld(N, "Zoon doet op zaterdag de boodschappen"),
        Voorbeeld(A, "Klussendienst hangt beugels in de gang", "Wijkracht"),
        Voorbeeld(M, "Hulp bij het huishouden, zwaar werk", "Thuiszorg", "huishoudelijke-hulp"),
    ),
    "geld": (
        Voorbeeld(E, "Elke dinsdag de post openen"),
        Voorbeeld(N, "Zus kijkt mee met de bankzaken"),
        Voorbeeld(A, "Gesprek over inkomsten en uitgaven", "BudgetAlert", "budgetalert"),
        Voorbeeld(M, "Begeleiding bij de administratie", *BEGELEIDING),
    ),
    "werk-en-dagbesteding": (
        Voorbeeld(E, "Twee keer per week wandelen met de hond van de buren"),
        Voorbeeld(A, "Kennismaken bij het wijkcentrum", "Wijkracht", "wijkteam-wijkracht"),
        Voorbeeld(M, "Dagbesteding, twee dagdelen per week", "De Werkplaats", "dagbesteding"),
    ),
    "gezondheid": (
        Voorbeeld(E, "Slaapdagboek bijhouden, twee weken"),
        Voorbeeld(N, "Partner gaat mee naar de huisarts"),
        Voorbeeld(A, "Gesprek met de praktijkondersteuner", "Huisarts", "huisartsenzorg"),
        Voorbeeld(
            M,
            "Begeleiding thuis om de week op orde te houden",
            "Begeleiding Twente",
            "individuele-begeleiding",
        ),
    ),
    "opvoeden": (
        Voorbeeld(E, "Elke avond samen eten, zonder telefoon"),
        Voorbeeld(N, "Opa en oma vangen op woensdag op"),
        Voorbeeld(A, "Cursus opvoeden van tieners", "Wijkracht", "loes-opvoedondersteuning"),
        Voorbeeld(M, "Ambulante jeugdhulp voor het gezin", "Jeugdhulp Oost", "ambulante-jeugdhulp"),
    ),
    "netwerk": (
        Voorbeeld(E, "Eén keer per week bellen met een oude vriend"),
        Voorbeeld(A, "Koffieochtend in de buurt", "Wijkracht", "buurtcentra"),
        Voorbeeld(A, "Maatje voor samen wandelen", "Humanitas"),
    ),
    "veiligheid": (
        Voorbeeld(E, "Afspraken maken over wat te doen bij ruzie"),
        Voorbeeld(A, "Gesprekken met het maatschappelijk werk", *MAATSCHAPPELIJK_WERK),
        Voorbeeld(M, "Begeleiding bij een veilig thuis", "Jeugdhulp Oost", "ambulante-jeugdhulp"),
    ),
    "leren": (
        Voorbeeld(E, "Elke dag een half uur samen lezen"),
        Voorbeeld(A, "Taalles in de bibliotheek", "Bibliotheek", "taallessen"),
        Voorbeeld(M, "Behandeling van ernstige dyslexie", "Leerzorg Twente", "dyslexiezorg"),
    ),
    "meedoen": (
        Voorbeeld(E, "Oefenen met de bus, samen met een kennis"),
        Voorbeeld(N, "Buurvrouw rijdt naar de vereniging"),
        Voorbeeld(A, "Vrijwillige vervoerdienst", "SWOH"),
        Voorbeeld(M, "Vervoerpas voor de regiotaxi", "Regiovervoer", "maatwerkvervoer"),
    ),
}

# What matters most, in the words of residents, by the leefgebied of the first question.
WAT_TELT = {
    "wonen": (
        "Dat ik in mijn eigen huis kan blijven wonen.",
        "Een plek waar ik de deur achter me dicht kan doen.",
    ),
    "geld": (
        "Dat ik weer rustig de post durf te openen.",
        "Dat er aan het eind van de maand nog geld is voor de kinderen.",
    ),
    "werk-en-dagbesteding": (
        "Iets om ’s ochtends voor op te staan.",
        "Dat ik weer mijn eigen geld verdien.",
    ),
    "gezondheid": (
        "Dat ik weer een nacht doorslaap.",
        "Dat ik zelf kan blijven doen wat nog lukt.",
    ),
    "opvoeden": (
        "Dat het thuis weer gezellig is aan tafel.",
        "Dat onze kinderen zich goed voelen.",
    ),
    "netwerk": (
        "Dat er iemand is die even langskomt.",
        "Dat ik weer mensen om mij heen heb.",
    ),
    "veiligheid": (
        "Dat niemand thuis bang hoeft te zijn.",
        "Dat de kinderen rustig kunnen slapen.",
    ),
    "leren": (
        "Dat mijn kind met plezier naar school gaat.",
        "Dat ik de brieven van school zelf kan lezen.",
    ),
    "meedoen": (
        "Dat ik weer de deur uit kom.",
        "Dat ik mee kan doen in de buurt.",
    ),
}
