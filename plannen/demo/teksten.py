"""What households want and agree on, per leefgebied, in the words people use."""

from dataclasses import dataclass

from plannen.enums import Trede


@dataclass(frozen=True)
class Voorbeeld:
    """Something people agree on: the step of the ladder, the words, and who does it."""

    trede: Trede
    tekst: str
    organisatie: str = ""


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
        Voorbeeld(M, "Hulp bij het huishouden, zwaar werk", "Thuiszorg"),
    ),
    "geld": (
        Voorbeeld(E, "Elke dinsdag de post openen"),
        Voorbeeld(N, "Zus kijkt mee met de bankzaken"),
        Voorbeeld(A, "Gesprek over inkomsten en uitgaven", "BudgetAlert"),
        Voorbeeld(M, "Begeleiding bij de administratie", "Begeleiding Twente"),
    ),
    "werk-en-dagbesteding": (
        Voorbeeld(E, "Twee keer per week wandelen met de hond van de buren"),
        Voorbeeld(A, "Kennismaken bij het wijkcentrum", "Wijkracht"),
        Voorbeeld(M, "Dagbesteding, twee dagdelen per week", "De Werkplaats"),
    ),
    "gezondheid": (
        Voorbeeld(E, "Slaapdagboek bijhouden, twee weken"),
        Voorbeeld(N, "Partner gaat mee naar de huisarts"),
        Voorbeeld(A, "Gesprek met de praktijkondersteuner", "Huisarts"),
        Voorbeeld(M, "Begeleiding thuis om de week op orde te houden", "Begeleiding Twente"),
    ),
    "opvoeden": (
        Voorbeeld(E, "Elke avond samen eten, zonder telefoon"),
        Voorbeeld(N, "Opa en oma vangen op woensdag op"),
        Voorbeeld(A, "Cursus opvoeden van tieners", "Wijkracht"),
        Voorbeeld(M, "Ambulante jeugdhulp voor het gezin", "Jeugdhulp Oost"),
    ),
    "netwerk": (
        Voorbeeld(E, "Eén keer per week bellen met een oude vriend"),
        Voorbeeld(A, "Koffieochtend in de buurt", "Wijkracht"),
        Voorbeeld(A, "Maatje voor samen wandelen", "Humanitas"),
    ),
    "veiligheid": (
        Voorbeeld(E, "Afspraken maken over wat te doen bij ruzie"),
        Voorbeeld(A, "Gesprekken met het maatschappelijk werk", "Wijkracht"),
        Voorbeeld(M, "Begeleiding bij een veilig thuis", "Jeugdhulp Oost"),
    ),
    "leren": (
        Voorbeeld(E, "Elke dag een half uur samen lezen"),
        Voorbeeld(A, "Taalles in de bibliotheek", "Bibliotheek"),
        Voorbeeld(M, "Behandeling van ernstige dyslexie", "Leerzorg Twente"),
    ),
    "meedoen": (
        Voorbeeld(E, "Oefenen met de bus, samen met een kennis"),
        Voorbeeld(N, "Buurvrouw rijdt naar de vereniging"),
        Voorbeeld(A, "Vrijwillige vervoerdienst", "SWOH"),
        Voorbeeld(M, "Vervoerpas voor de regiotaxi", "Regiovervoer"),
    ),
}
