"""What the law does not let happen to a term, refused by name with its article."""

from collections.abc import Sequence
from datetime import date

from hengelo_sociaal.termijnen.exceptions import (
    HerhalingOnmogelijk,
    OpschortenNietToegestaan,
    OpschortingOnmogelijk,
    TermijnregelNietGeldig,
    VerlengenNietToegestaan,
)
from hengelo_sociaal.termijnen.rekenen.duur import KALENDEREENHEDEN, Duur, shift
from hengelo_sociaal.termijnen.rekenen.regel import (
    Opschortregel,
    Regel,
    Stilstand,
    Uitstel,
    Verlengregel,
)
from hengelo_sociaal.termijnen.rekenen.soorten import Opschortgrond, Soort
from hengelo_sociaal.termijnen.rekenen.tekst import in_woorden

MAX_HERHALING = 520


def check_start(regel: Regel, start: date) -> None:
    """Refuse with TermijnregelNietGeldig when the rule did not apply on the day of the event."""
    if not regel.geldt_op(start):
        raise niet_geldig(regel, start)


def niet_geldig(regel: Regel, start: date) -> TermijnregelNietGeldig:
    """Return the refusal of a rule that did not apply on a day, with the period in which it did."""
    periode = f"vanaf {in_woorden(regel.geldig_van)}"
    if regel.geldig_tot is not None:
        periode += f" tot en met {in_woorden(regel.geldig_tot)}"
    return TermijnregelNietGeldig(
        f"De regel {regel.code} ({regel.bron}) geldt {periode}. "
        f"Op {in_woorden(start)} geldt deze regel niet. Controleer de datum.",
        velden={"start": "Op deze dag geldt de regel niet."},
    )


def check_herhaling(regel: Regel, herhaling: int) -> None:
    """Refuse with HerhalingOnmogelijk a second date of a term that does not repeat."""
    if herhaling == 1 or (regel.herhaalt and 1 < herhaling <= MAX_HERHALING):
        return
    zin = f"kies een getal van 1 tot en met {MAX_HERHALING}"
    if not regel.herhaalt:
        zin = "deze termijn herhaalt zich niet"
    raise HerhalingOnmogelijk(
        f"Herhaling {herhaling} van {regel.code} bestaat niet: {zin}.",
        velden={"herhaling": f"Dit kan niet: {zin}."},
    )


def opschortregel(regel: Regel, grond: Opschortgrond | None = None) -> Opschortregel:
    """Return how this term may stand still; OpschortenNietToegestaan when it may not."""
    if regel.opschorting is None:
        raise OpschortenNietToegestaan(
            f"Deze termijn kunt u niet opschorten. {_waarom_niet(regel)}"
        )
    if grond is not None and grond not in regel.opschorting.gronden:
        raise OpschortenNietToegestaan(
            f"Opschorten omdat '{grond.label}' kan niet bij {regel.bron}. "
            f"Kies een reden uit {regel.opschorting.artikel}."
        )
    return regel.opschorting


def verlengregel(regel: Regel) -> Verlengregel:
    """Return how this term may be extended; VerlengenNietToegestaan when it may not."""
    if regel.verlenging is None:
        raise VerlengenNietToegestaan(f"Deze termijn kunt u niet verlengen. {_waarom_niet(regel)}")
    return regel.verlenging


def _waarom_niet(regel: Regel) -> str:
    if regel.soort is Soort.BESLISTERMIJN:
        return f"De wet geeft daar geen ruimte voor ({regel.bron})."
    return (
        f"Dat kan alleen bij een beslistermijn (Awb artikel 4:14 en 4:15). Dit is een "
        f"{regel.soort.label} ({regel.bron})."
    )


def check_stilstanden(regel: Regel, stilstanden: Sequence[Stilstand], start: date) -> None:
    """Refuse suspensions that the rule does not allow, that overlap or that precede the term."""
    vorige: Stilstand | None = None
    for stilstand in stilstanden:
        opschortregel(regel, stilstand.grond)
        if stilstand.van <= start:
            raise OpschortingOnmogelijk(
                f"De opschorting begint op {in_woorden(stilstand.van)}, maar de termijn loopt pas "
                f"na {in_woorden(start)}. Controleer deze datums.",
                velden={"opgeschortVan": "Deze dag ligt voor het begin van de termijn."},
            )
        if vorige is not None and stilstand.van <= vorige.tot_en_met:
            raise OpschortingOnmogelijk(
                f"Twee opschortingen overlappen elkaar op {in_woorden(stilstand.van)}. "
                "Geef elke dag een keer op.",
                velden={"opgeschortVan": "Deze dag valt in een andere opschorting."},
            )
        vorige = stilstand


def check_uitstel(regel: Regel, uitstel: Sequence[Uitstel], vanaf: date) -> None:
    """Refuse extensions that the rule does not allow, too many of them, or too long ones."""
    if not uitstel:
        return
    mag = verlengregel(regel)
    if len(uitstel) > mag.keren:
        hoe_vaak = "een keer" if mag.keren == 1 else f"{mag.keren} keer"
        raise VerlengenNietToegestaan(f"Verlengen mag hier maar {hoe_vaak} ({mag.artikel}).")
    for een in uitstel:
        _check_lengte(een.duur, mag, vanaf)


def _check_lengte(duur: Duur, mag: Verlengregel, vanaf: date) -> None:
    if duur.aantal < 1 or duur.eenheid not in KALENDEREENHEDEN:
        raise VerlengenNietToegestaan(
            f"Verlengen met {duur} kan niet. Kies een aantal dagen, weken of maanden.",
            velden={"verlengdMet": "Kies een aantal dagen, weken of maanden."},
        )
    if mag.maximum is not None and shift(vanaf, duur) > shift(vanaf, mag.maximum):
        raise VerlengenNietToegestaan(
            f"Verlengen met {duur} is te lang. Het mag met ten hoogste {mag.maximum} "
            f"({mag.artikel}).",
            velden={"verlengdMet": f"Het mag met ten hoogste {mag.maximum}."},
        )
