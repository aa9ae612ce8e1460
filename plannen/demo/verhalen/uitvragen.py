"""What the named households told, in their own words, asked with the operations of colleagues."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from plannen.demo.verhalen.verteller import Verteller
from toegang.domain.uitvraag import finish_uitvraag, save_answers
from toegang.domain.uitvraag_begin import UitvraagGegevens, start_uitvraag
from toegang.models import Huishouden

GOED, AANDACHT, HULP = "goed", "aandacht", "hulp"
THUIS = "huisbezoek"  # asked by who visited
GEBIEDEN = (
    "wonen",
    "geld",
    "werk-en-dagbesteding",
    "gezondheid",
    "opvoeden",
    "netwerk",
    "veiligheid",
    "leren",
    "meedoen",
)


@dataclass(frozen=True)
class Gesprek:
    """One time that a household told how it is doing; what is not named goes well."""

    geleden: int
    vragen: Mapping[str, str]
    gebieden: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    kanaal: str = "telefoon"
    afgerond: bool = True


GESPREKKEN: Mapping[str, tuple[Gesprek, ...]] = {
    "jolanda": (
        Gesprek(
            271,
            {
                "gewone-week": "Ik ben veel thuis. Vooral in het weekend is het te stil.",
                "wat-anders": "De post en het huis op orde, en mijn zoon vaker zien.",
                "belangrijk": "Ik wil gewoon werken en mijn zoon zien opgroeien.",
                "zelf-en-samen": "Mijn vriend en zijn moeder helpen met koken en de post.",
                "hulp-nu": "Pleegzorg voor Milan. Verder niets.",
                "eigen-kracht": "Met een lijstje op de koelkast lukt de was wel.",
                "netwerk": "De moeder van mijn vriend wil op dinsdag meekijken met de post.",
                "mantelzorg-redt": "nvt",
                "algemeen": "De inloop in de Berflo Es, als iemand de eerste keer meegaat.",
                "andere-hulp": "Pleegzorg voor Milan, en het UWV voor de Wajong.",
                "overleg-mag": "ja",
                "veilig": "ja",
                "bijdrage-verteld": "ja",
                "bijdrage": "Eigen bijdrage via het CAK. Dat kan net.",
                "rekening-houden": "Lange brieven lees ik niet. Bel of app mij.",
            },
            {
                "geld": (HULP, "Rekeningen van een jaar liggen in een doos."),
                "werk-en-dagbesteding": (AANDACHT, "Wil een betaalde baan."),
                "opvoeden": (AANDACHT, "Ziet Milan eens in de maand."),
                "wonen": (AANDACHT, "Het huishouden groeit haar boven het hoofd."),
            },
            kanaal=THUIS,
        ),
        Gesprek(
            40,
            {
                "gewone-week": "Vier dagen bij de groothandel, dinsdagavond de post.",
                "wat-anders": "Uitzicht op een echte baan.",
                "belangrijk": "Milan zien opgroeien.",
                "zelf-en-samen": "De post doe ik nu zelf, op dinsdag kijkt iemand mee.",
                "hulp-nu": "Begeleiding thuis en bewind.",
            },
            {
                "geld": (AANDACHT, "Er komt geen nieuwe schuld bij."),
                "werk-en-dagbesteding": (AANDACHT, "Praat over betaald werk bij de groothandel."),
                "opvoeden": (AANDACHT, "Ziet Milan nu om de week een middag."),
            },
        ),
    ),
    "scheiding": (
        Gesprek(
            48,
            {
                "gewone-week": "Werken, de kinderen halen en brengen, en veel regelen.",
                "wat-anders": "De huur betalen en rust in huis.",
                "belangrijk": "Dat de kinderen hier kunnen blijven wonen.",
                "zelf-en-samen": "Mijn zus past op als ik werk.",
                "hulp-nu": "De juf van school denkt mee.",
            },
            {
                "geld": (HULP, "Twee maanden huur achter."),
                "opvoeden": (AANDACHT, "Daan slaapt slecht sinds de scheiding."),
                "wonen": (AANDACHT, "Bang om het huis kwijt te raken."),
            },
        ),
    ),
    "mantelzorg": (
        Gesprek(
            165,
            {
                "gewone-week": "Gerrit zit veel binnen. Op zondag komt de familie.",
                "wat-anders": "Hulp in huis, en overdag iets te doen voor Gerrit.",
                "belangrijk": "Samen thuis blijven wonen.",
                "zelf-en-samen": "Riek kookt en regelt alles. Anneke springt bij.",
                "hulp-nu": "De wijkverpleging helpt Gerrit met wassen.",
                "mantelzorg-redt": "aandacht",
                "mantelzorg-nodig": "Eén middag in de week iets voor zichzelf.",
            },
            {
                "gezondheid": (HULP, "Gerrit heeft dementie en vergeet steeds meer."),
                "netwerk": (AANDACHT, "Riek staat er vaak alleen voor."),
                "wonen": (AANDACHT, "De ramen en het bed verschonen lukken niet meer."),
            },
            kanaal=THUIS,
        ),
    ),
    "traplift": (
        Gesprek(
            50,
            {
                "gewone-week": "Overdag beneden, naar boven gaan stel ik uit.",
                "wat-anders": "Veilig naar boven kunnen.",
                "belangrijk": "In mijn eigen bed slapen.",
            },
            {"wonen": (HULP, "Twee keer van de trap gegleden.")},
            afgerond=False,
        ),
    ),
}


def tell_uitvragen(v: Verteller, told: Mapping[str, Huishouden]) -> None:
    """Ask the households of the stories that were told."""
    for code, talks in GESPREKKEN.items():
        for talk in talks if code in told else ():
            _tell(v, told[code], talk)


def _tell(v: Verteller, huishouden: Huishouden, talk: Gesprek) -> None:
    begin = v.om(talk.geleden, 14)
    asker = v.anouk if talk.kanaal == THUIS else v.loket
    made = start_uitvraag(
        by=asker,
        gegevens=UitvraagGegevens(kanaal=talk.kanaal, huishouden_id=huishouden.pk),
        at=begin,
    )
    kept = save_answers(
        by=asker,
        uitvraag_id=made.pk,
        antwoorden=_flat(talk),
        revisie=made.revisie,
        at=v.om(talk.geleden, 14, 40),
    )
    if talk.afgerond:
        finish_uitvraag(
            by=asker, uitvraag_id=made.pk, revisie=kept.revisie, at=v.om(talk.geleden, 14, 45)
        )


def _flat(talk: Gesprek) -> dict[str, str]:
    flat = {f"vragen.{code}": words for code, words in talk.vragen.items()}
    for gebied in GEBIEDEN if talk.afgerond else talk.gebieden:
        score, words = talk.gebieden.get(gebied, (GOED, ""))
        path = f"leefgebieden.{gebied}.huishouden"
        flat |= {f"{path}.score": score, f"{path}.woorden": words}
    return flat
