"""Questions by purpose, and a person as the BRP knows them."""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from hengelo_sociaal.brp.client import Verbinding, ask

_NAAM = ("naam.voornamen", "naam.voorletters", "naam.voorvoegsel", "naam.geslachtsnaam")
# What may be asked for which purpose; flags of secrecy and investigation come by themselves.
VELDEN: dict[str, tuple[str, ...]] = {
    "registreren": (
        "burgerservicenummer",
        *_NAAM,
        "geboorte.datum",
        "geslacht",
        "overlijden.datum",
        "verblijfplaats.verblijfadres",
    ),
    "adres": (
        "burgerservicenummer",
        *_NAAM,
        "geboorte.datum",
        "geslacht",
        "adressering.adresregel1",
        "adressering.adresregel2",
    ),
}
GESLACHT = {"M": "man", "V": "vrouw"}


@dataclass(frozen=True, kw_only=True)
class BrpPersoon:
    """A person in the BRP; what was not delivered is empty.

    `geheim`: the data may not be given to third parties. `in_onderzoek` names in words
    what the municipality is looking into and may be wrong.
    """

    bsn: str
    voornamen: str = ""
    voorletters: str = ""
    tussenvoegsel: str = ""
    geslachtsnaam: str = ""
    geboortedatum: dt.date | None = None
    geslacht: str = "onbekend"
    overleden_op: dt.date | None = None
    straat: str = ""
    huisnummer: int | None = None
    toevoeging: str = ""
    postcode: str = ""
    woonplaats: str = ""
    adresregel: str = ""
    geheim: bool = False
    in_onderzoek: tuple[str, ...] = ()

    @property
    def naam(self) -> str:
        """First names and surname."""
        parts = (self.voornamen or self.voorletters, self.tussenvoegsel, self.geslachtsnaam)
        return " ".join(part for part in parts if part)


def find_by_bsn(bsn: str, *, via: Verbinding | None = None) -> BrpPersoon | None:
    """The person with this BSN, also one who died; None when there is none."""
    found = ask(
        {
            "type": "RaadpleegMetBurgerservicenummer",
            "burgerservicenummer": [bsn],
            "fields": list(VELDEN["registreren"]),
        },
        via=via,
    )
    return read_person(found[0]) if found else None


def find_at_address(
    postcode: str, huisnummer: int, *, via: Verbinding | None = None
) -> list[BrpPersoon]:
    """Who is registered at a postcode and house number, as little of each as tells them apart."""
    found = ask(
        {
            "type": "ZoekMetPostcodeEnHuisnummer",
            "postcode": postcode,
            "huisnummer": huisnummer,
            "fields": list(VELDEN["adres"]),
        },
        via=via,
    )
    return [read_person(one) for one in found]


def read_person(data: Mapping[str, Any]) -> BrpPersoon:
    """A person from an answer of the API."""
    name, address = _part(data, "naam"), _part(_part(data, "verblijfplaats"), "verblijfadres")
    lines = _part(data, "adressering")
    number = address.get("huisnummer")
    extra = f"{address.get('huisletter', '')}{address.get('huisnummertoevoeging', '')}"
    return BrpPersoon(
        bsn=_text(data, "burgerservicenummer"),
        voornamen=_text(name, "voornamen"),
        voorletters=_text(name, "voorletters"),
        tussenvoegsel=_text(name, "voorvoegsel"),
        geslachtsnaam=_text(name, "geslachtsnaam"),
        geboortedatum=_date(_part(data, "geboorte").get("datum")),
        geslacht=GESLACHT.get(_text(_part(data, "geslacht"), "code"), "onbekend"),
        overleden_op=_date(_part(data, "overlijden").get("datum")),
        straat=_text(address, "officieleStraatnaam") or _text(address, "korteStraatnaam"),
        huisnummer=number if isinstance(number, int) else None,
        toevoeging=extra[:10],
        postcode=_text(address, "postcode").replace(" ", ""),
        woonplaats=_text(address, "woonplaats"),
        adresregel=", ".join(part for n in (1, 2) if (part := _text(lines, f"adresregel{n}"))),
        geheim=data.get("geheimhoudingPersoonsgegevens") is True,
        in_onderzoek=tuple(dict.fromkeys(_doubted(data))),
    )


_WOORDEN = {
    "naam": "de naam",
    "geboorte": "de geboorte",
    "verblijfplaats": "het adres",
    "verblijfadres": "het adres",
    "adressering": "het adres",
    "overlijden": "het overlijden",
}


def _doubted(data: Mapping[str, Any], part: str = "") -> Iterator[str]:
    """What is under investigation, by the part that says so, however deep."""
    if data.get("inOnderzoek"):
        yield _WOORDEN.get(part, "de persoonsgegevens")
    for name, value in data.items():
        if isinstance(value, Mapping) and name != "inOnderzoek":
            yield from _doubted(value, name)


def _part(data: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    value = data.get(name)
    return value if isinstance(value, Mapping) else {}


def _text(data: Mapping[str, Any], name: str) -> str:
    value = data.get(name)
    return value if isinstance(value, str) else ""


def _date(value: Any) -> dt.date | None:
    """Only a whole date; a year, or a year and month, is not filled in."""
    if not isinstance(value, Mapping) or value.get("type") != "Datum":
        return None
    try:
        return dt.date.fromisoformat(str(value.get("datum")))
    except ValueError:
        return None
