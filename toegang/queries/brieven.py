"""What the letters and the report of a melding say, per field and part of their text.

The address is left out when it is secret: such a letter is handed over or goes another way.
"""

import datetime as dt
from collections.abc import Iterable, Sequence

from django.conf import settings

from hengelo_sociaal.papier.document import (
    Adres,
    Alinea,
    Blok,
    Feiten,
    Handtekening,
    Handtekeningen,
    Kop,
    Tabel,
    Toon,
)
from hengelo_sociaal.papier.soorten import Invulling
from hengelo_sociaal.termijnen.models import Opschorting, Termijn, Verlenging
from hengelo_sociaal.termijnen.rekenen.soorten import Opschortgrond
from hengelo_sociaal.web.opmaak import datum
from toegang.enums import HuisbezoekStatus
from toegang.models import Huishouden, Melding

TELEFOON_GEMEENTE = "14 074"
NIETS = "Hierover is nog niets opgeschreven."

# Wmo 2015 artikel 2.3.2 lid 4 a tot en met g, in words that a resident reads.
ZEVEN_PUNTEN: tuple[tuple[str, str], ...] = (
    ("a", "Wat u nodig heeft en wat u graag wilt"),
    ("b", "Wat u zelf kunt, of met wie bij u woont"),
    ("c", "Wat familie, vrienden en buren kunnen doen"),
    ("d", "Wat uw mantelzorger nodig heeft"),
    ("e", "Welke hulp er is waarvoor u geen toestemming nodig heeft"),
    ("f", "Welke andere hulp erbij hoort, zoals zorg, school, werk of geld"),
    ("g", "Wat u zelf betaalt"),
)


def confirmation(melding: Melding, *, op: dt.date) -> Invulling:
    """The letter that says that a melding came in, with the days that the law gives."""
    return _letter(
        melding,
        op,
        {
            "ontvangen_op": datum(melding.ontvangen_op),
            "onderzoek_tot": _end_of(melding, "wmo_onderzoek"),
            "persoonlijk_plan_tot": _end_of(melding, "wmo_persoonlijk_plan"),
            "consulent": melding.consulent.naam if melding.consulent else "",
        },
    )


def extension(melding: Melding, verlenging: Verlenging, *, op: dt.date) -> Invulling:
    """The letter about a beslistermijn that was extended (Awb 4:14)."""
    return _letter(
        melding,
        op,
        {
            "oude_datum": datum(verlenging.oude_einddatum),
            "nieuwe_datum": datum(verlenging.nieuwe_einddatum),
            "toelichting": verlenging.toelichting,
            "artikel": verlenging.artikel,
        },
    )


def suspension(melding: Melding, opschorting: Opschorting, *, op: dt.date) -> Invulling:
    """The letter about a beslistermijn that stands still (Awb 4:15)."""
    ground = Opschortgrond(opschorting.grond)
    return _letter(
        melding,
        op,
        {
            "reden": ground.label,
            "toelichting": opschorting.toelichting,
            "hersteltermijn": datum(opschorting.hersteltermijn_tot),
            "uitnodiging_op": datum(opschorting.uitnodiging_op),
            "artikel": ground.artikel,
        },
    )


def report(melding: Melding, *, op: dt.date, antwoorden: dict[str, str]) -> Invulling:
    """The report of the onderzoek (Wmo 2.3.2 lid 8); `antwoorden` per point a to g."""
    needed = {
        True: "Er is ondersteuning nodig. Welke hulp past, spreken we samen af in het plan.",
        False: "Er is nu geen ondersteuning van de gemeente nodig.",
        None: "Daarover praten we nog met u.",
    }
    filled = _letter(
        melding,
        op,
        {
            "toelichting": melding.hulpvraag.toelichting,
            "uitkomst": needed[melding.ondersteuning_nodig],
        },
    )
    parts = {
        **filled.onderdelen,
        "bezoeken": tuple(_visits(melding)),
        "zeven_punten": (seven_points(antwoorden),),
        "ondertekening": (signature_of([melding.inwoner.naam]),),
    }
    return Invulling(velden=filled.velden, onderdelen=parts)


def seven_points(antwoorden: dict[str, str]) -> Tabel:
    """The seven points with what was talked about; a point without words says so."""
    rows = tuple((title, antwoorden.get(letter) or NIETS) for letter, title in ZEVEN_PUNTEN)
    return Tabel(
        "De zeven punten van het onderzoek", ("Waarover", "Wat we bespraken"), rows, (2, 3)
    )


def signature_of(names: Sequence[str]) -> Handtekeningen:
    """Room for a signature of each."""
    return Handtekeningen(tuple(Handtekening(name) for name in names))


def term_of(melding: Melding, code: str) -> Termijn | None:
    """The term of this melding on a rule of law; None when it does not run."""
    return next((one for one in melding.termijnen.all() if one.regel.code == code), None)


def _end_of(melding: Melding, code: str) -> str:
    term = term_of(melding, code)
    return datum(term.einddatum) if term else ""


def _letter(melding: Melding, op: dt.date, fields: dict[str, str]) -> Invulling:
    return Invulling(
        velden={
            "naam": melding.inwoner.naam,
            "nummer": melding.nummer,
            "vraag": melding.hulpvraag.soort.label.lower(),
            "telefoon_gemeente": TELEFOON_GEMEENTE,
            "organisatie": settings.ORGANISATIE,
            **fields,
        },
        onderdelen={
            "adres": (_address(melding),),
            "kenmerken": (Feiten((("Ons kenmerk", melding.nummer), ("Datum", datum(op)))),),
        },
    )


def _address(melding: Melding) -> Blok:
    return Adres(address_lines(melding.inwoner.naam, melding.huishouden))


def address_lines(naam: str, home: Huishouden | None) -> tuple[str, ...]:
    """Name, street and place; the name alone when the address is secret or not known."""
    if home is None or home.geheim or not home.straat:
        return (naam,)
    street, _, place = home.adres.partition(", ")
    return tuple(line for line in (naam, street, place) if line)


def _visits(melding: Melding) -> Iterable[Blok]:
    done = [
        one
        for one in melding.huisbezoeken.all()
        if one.status == HuisbezoekStatus.UITGEVOERD and one.verslag.strip()
    ]
    if done:
        yield Kop("Ons gesprek bij u thuis")
    for one in done:
        yield Alinea((datum(one.uitgevoerd_op or one.gepland_op),), Toon.ZACHT)
        yield Alinea((one.verslag.strip(),))
