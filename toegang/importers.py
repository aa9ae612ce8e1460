"""Signals about debts from a file (docs/beheer/signalen.md says what the columns mean).

The file of CBS with the buurt of every address, and meldingen of werk.nl and referrals by their
own module, are registered here too.
"""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError

from hengelo_sociaal.gebieden.models import Buurt
from hengelo_sociaal.gebieden.rechten import GEBIEDEN_INLEZEN
from hengelo_sociaal.invoer.exceptions import Regelfout
from hengelo_sociaal.invoer.kolommen import (
    Cel,
    CelFout,
    Kolom,
    datum,
    een_van,
    geheel,
    getal,
    tekst,
)
from hengelo_sociaal.invoer.register import Importer, Indeling, Invoer, Rij, Telling, registreer
from hengelo_sociaal.kern.nummers import normalise_postcode, voldoet_aan_elfproef
from hengelo_sociaal.kern.tijd import vandaag
from toegang.berichtbestanden import IMPORTERS as BERICHTEN
from toegang.domain.postcodes import Adresregel, load_postcodes
from toegang.domain.signalen import Signaalregel, load_signalen
from toegang.domain.signalen.inlezen import day_refused
from toegang.enums import Signaalsoort
from toegang.rechten import SIGNAAL_INLEZEN


def postcode(cel: Cel) -> str:
    """A postcode in its usual form."""
    try:
        return normalise_postcode(tekst(cel))
    except ValidationError as fault:
        raise CelFout(fault.messages[0].rstrip(".")) from fault


def bsn(cel: Cel) -> str:
    """Nine digits that pass the elfproef; the fault never repeats them."""
    digits = tekst(cel).zfill(9)
    if not voldoet_aan_elfproef(digits):
        raise CelFout("dit is geen geldig BSN")
    return digits


def centen(cel: Cel) -> int:
    """An amount in euros as whole cents, not negative."""
    amount = getal(cel)
    if amount < 0 or amount > Decimal(1_000_000):
        raise CelFout("dit bedrag kan niet kloppen")
    return int(amount * 100)


def _natural(cel: Cel) -> int:
    number = geheel(cel)
    if not 0 <= number <= 32_000:
        raise CelFout(f"'{number}' kan niet kloppen")
    return number


def _check(rijen: Sequence[Rij]) -> Iterable[Regelfout]:
    today = vandaag()
    for rij in rijen:
        refused = day_refused(rij["ontvangen_op"], op=today)
        if refused:
            words = refused.rstrip(".").lower()
            yield Regelfout(rij.regel, f"kolom 'ontvangen_op': {words}")
        born = rij["geboortedatum"]
        if born is not None and born > today:
            yield Regelfout(rij.regel, "kolom 'geboortedatum': deze dag moet nog komen")


def _save(rijen: Sequence[Rij], invoer: Invoer) -> Telling:
    done = load_signalen(
        regels=[Signaalregel(**_fields(rij)) for rij in rijen],
        by=invoer.by,
        at=invoer.at,
        voortgang=invoer.voortgang,
    )
    return Telling(done.nieuw, done.gewijzigd, done.gelijk)


def _fields(rij: Rij) -> dict[str, Any]:
    values = dict(rij.velden)
    values["bedrag"] = values.pop("achterstand")
    values["bsn"] = values["bsn"] or ""
    return values


SIGNALEN = Indeling(
    "signalen",
    kolommen=(
        Kolom("melder", max_lengte=80),
        Kolom("soort", een_van(Signaalsoort.values)),
        Kolom("kenmerk", max_lengte=60),
        Kolom("ontvangen_op", datum),
        Kolom("achterstand", centen),
        Kolom("maanden", _natural),
        Kolom("bsn", bsn, verplicht=False),
        Kolom("voorletters", verplicht=False, max_lengte=20),
        Kolom("geslachtsnaam", max_lengte=95),
        Kolom("geboortedatum", datum, verplicht=False),
        Kolom("straat", verplicht=False, max_lengte=100),
        Kolom("huisnummer", _natural),
        Kolom("toevoeging", verplicht=False, max_lengte=10),
        Kolom("postcode", postcode),
        Kolom("woonplaats", verplicht=False, max_lengte=80),
        Kolom("telefoon", verplicht=False, max_lengte=20),
        Kolom("email", verplicht=False, max_lengte=254),
    ),
    sleutel=("melder", "kenmerk", "ontvangen_op"),
    controleer=_check,
    bewaar=_save,
)
registreer(
    Importer("signalen", "Signalen over schulden", recht=SIGNAAL_INLEZEN, indelingen=(SIGNALEN,))
)


def _buurt(cel: Cel) -> str:
    """A code of CBS with or without its letters: BU01640101 or 1640101."""
    text = tekst(cel).upper()
    return f"BU{int(text):08d}" if text.isdecimal() else text


def _known_places(rijen: Sequence[Rij]) -> Iterable[Regelfout]:
    known = set(Buurt.objects.values_list("code", flat=True))
    for rij in rijen:
        if rij["buurt"] not in known:
            yield Regelfout(
                rij.regel, f"buurt '{rij['buurt']}' kennen we niet. Lees eerst de buurten in"
            )


def _save_postcodes(rijen: Sequence[Rij], invoer: Invoer) -> Telling:
    counted = load_postcodes(
        [Adresregel(rij["postcode"], rij["huisnummer"], rij["buurt"]) for rij in rijen],
        by=invoer.by,
        at=invoer.at,
    )
    return Telling(counted.nieuw, counted.gewijzigd, counted.gelijk)


POSTCODES = Indeling(
    "postcodes per buurt",
    kolommen=(
        Kolom("postcode", postcode, ook=("pc6",)),
        Kolom("huisnummer", _natural, verplicht=False),
        Kolom("buurt", _buurt, ook=("buurtcode", *(f"buurt{year}" for year in range(2020, 2031)))),
    ),
    sleutel=("postcode", "huisnummer"),
    controleer=_known_places,
    bewaar=_save_postcodes,
)
registreer(
    Importer(
        "postcodes",
        "In welke buurt een postcode ligt",
        recht=GEBIEDEN_INLEZEN,
        indelingen=(POSTCODES,),
    )
)
for bericht in BERICHTEN:
    registreer(bericht)
