"""What residents of the demo town said afterwards, kept without who said it."""

from hengelo_sociaal.demo.kopieren import copy_records
from hengelo_sociaal.demo.stad import Stad
from toegang.demo.contacten import Geregistreerd
from toegang.enums import Oordeel, Wijze
from toegang.models import Waardering

ANTWOORDT = 0.25
# Less waiting and one story told once make the difference, so it is not everywhere the same.
TEVREDEN = {"zorgloket": 0.76, "poh-jeugd": 0.86, "wijkracht": 0.83, "website": 0.66}


def make_waarderingen(own: Stad, geregistreerd: list[Geregistreerd]) -> None:
    """One in four says how it went, most of them that it went well; with a chance of its own."""
    made = [
        _said(own, one.contact.vindplaats_id, one)
        for one in geregistreerd
        if one.contact.inwoner_id is not None and own.kans(ANTWOORDT)
    ]
    copy_records(Waardering, made)


def _said(stad: Stad, vindplaats: str, one: Geregistreerd) -> Waardering:
    content = stad.kans(TEVREDEN.get(vindplaats, 0.74))
    return Waardering(
        maand=one.contact.dag.replace(day=1),
        kanaal_id=one.contact.kanaal_id,
        vindplaats_id=vindplaats,
        wijze=Wijze.LINK if stad.kans(0.6) else Wijze.MEDEWERKER,
        oordeel=Oordeel.GOED if content else _less(stad),
        geluisterd=None if stad.kans(0.1) else content or stad.kans(0.5),
        verder=None if stad.kans(0.15) else content or stad.kans(0.35),
    )


def _less(stad: Stad) -> Oordeel:
    return Oordeel.REDELIJK if stad.kans(0.7) else Oordeel.SLECHT
