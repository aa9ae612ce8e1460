"""Signals about debts: `take_in_signals([line(kenmerk="2")])` goes the way of a file."""

import datetime as dt
from typing import Any

from hengelo_sociaal.invoer.domain import Verslag, import_file
from hengelo_sociaal.medewerkers.models import Medewerker
from tests.factories.medewerkers import MedewerkerFactory
from tests.factories.toegang import NU, VANDAAG
from toegang.domain.signalen import Signaalregel, load_signalen
from toegang.models import Signaalzaak

KOP = (
    "melder;soort;kenmerk;ontvangen_op;achterstand;maanden;bsn;voorletters;geslachtsnaam;"
    "geboortedatum;straat;huisnummer;toevoeging;postcode;woonplaats;telefoon;email"
)


def regel(**change: Any) -> Signaalregel:
    """One signal: three months of rent at Deldenerstraat 12."""
    given = {
        "soort": "huur",
        "melder": "Welbions",
        "kenmerk": "K1",
        "ontvangen_op": VANDAAG,
        "bedrag": 184_250,
        "maanden": 3,
        "geslachtsnaam": "Bos",
        "voorletters": "J.",
        "geboortedatum": dt.date(1980, 5, 1),
        "straat": "Deldenerstraat",
        "huisnummer": 12,
        "postcode": "7551AA",
        "woonplaats": "Hengelo",
    }
    return Signaalregel(**given | change)


def made_zaak(by: Medewerker | None = None, **change: Any) -> Signaalzaak:
    """A case with one signal."""
    by = by or MedewerkerFactory(teamleider=True)
    load_signalen(regels=[regel(**change)], by=by, at=NU)
    return Signaalzaak.objects.latest("pk")


def csv_line(**change: Any) -> str:
    """A line of a file."""
    given = {
        "melder": "Vitens",
        "soort": "water",
        "kenmerk": "V-1",
        "ontvangen_op": "2026-11-17",
        "achterstand": "123,45",
        "maanden": "2",
        "bsn": "",
        "voorletters": "J.",
        "geslachtsnaam": "Bos",
        "geboortedatum": "1980-05-01",
        "straat": "Deldenerstraat",
        "huisnummer": "12",
        "toevoeging": "",
        "postcode": "7551 aa",
        "woonplaats": "Hengelo",
        "telefoon": "",
        "email": "",
    } | change
    return ";".join(str(given[name]) for name in KOP.split(";"))


def take_in_csv(*lines: str, by: Medewerker | None = None, proef: bool = False) -> Verslag:
    """What `importeer signalen` does with these lines."""
    content = "\n".join([KOP, *lines]) + "\n"
    return import_file(
        soort="signalen",
        inhoud=content.encode(),
        naam="signalen.csv",
        by=by or MedewerkerFactory(teamleider=True),
        at=NU,
        proef=proef,
    )
