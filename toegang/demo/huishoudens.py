"""Households over the wijken in proportion, with names, ages and addresses by chance."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import islice

from hengelo_sociaal.demo.adressen import AANDEEL_PER_WIJK, Straat, lay_streets
from hengelo_sociaal.demo.namen import ACHTERNAMEN, JONGENS, MEISJES, split_surname
from hengelo_sociaal.demo.stad import Stad
from hengelo_sociaal.gebieden.models import Buurt
from hengelo_sociaal.kern.nummers import voldoet_aan_elfproef
from hengelo_sociaal.kern.tijd import leeftijd_op
from toegang.enums import Geslacht, Rol
from toegang.models import Huishouden, Inwoner, Lidmaatschap, Postcodegebied

AANTAL = 9_500
# Werk en Inkomen also works for these two (BP 3.3): postcode area, place, households.
BUREN = (("GM0147", "7622", "Borne", 220), ("GM0158", "7481", "Haaksbergen", 230))
SAMENSTELLING = {"alleen": 0.39, "paar": 0.27, "gezin": 0.21, "eenouder": 0.11, "anders": 0.02}
BSN_REEKS = range(999_900_006, 999_999_991)  # the series for tests (standaarden.md 3.6)
VOOR_VERHALEN = 60


@dataclass
class Gezin:
    """A household of the town with the people who live in it."""

    huishouden: Huishouden
    volwassenen: list[Inwoner]
    kinderen: list[Inwoner]
    wijk: str
    gemeente: str

    @cached_property
    def jongste_volwassene(self) -> dt.date:
        """Birth date of the youngest adult."""
        return max(one.geboortedatum for one in self.volwassenen if one.geboortedatum)


def make_households(stad: Stad) -> list[Gezin]:
    """Make and store the households of Hengelo, Borne and Haaksbergen."""
    households = list(_in_hengelo(stad))
    for gemeente, postcode, plaats, aantal in BUREN:
        households += _next_door(stad, gemeente, postcode, plaats, aantal * stad.schaal)
    _give_bsn(stad, households)
    _store(stad, households)
    return households


def _in_hengelo(stad: Stad) -> Iterator[Gezin]:
    buurten = Buurt.objects.exclude(soort="bedrijventerrein").values_list("code", "wijk_id")
    streets = lay_streets(list(buurten))
    Postcodegebied.objects.bulk_create(
        Postcodegebied(postcode=one.postcode, gemeente_id="GM0164", buurt_id=one.buurt)
        for one in streets
    )
    per_wijk = {wijk: [one for one in streets if one.wijk == wijk] for wijk in AANDEEL_PER_WIJK}
    choose_wijk = stad.kiezer(AANDEEL_PER_WIJK)
    for _ in stad.toon(range(AANTAL * stad.schaal), "huishoudens"):
        wijk = choose_wijk()
        yield _household(stad, stad.rng.choice(per_wijk[wijk]), "GM0164", "Hengelo")


def _next_door(
    stad: Stad, gemeente: str, postcode: str, plaats: str, aantal: int
) -> Iterator[Gezin]:
    Postcodegebied.objects.get_or_create(postcode=postcode, defaults={"gemeente_id": gemeente})
    street = Straat("Dorpsstraat", f"{postcode}AA", "", "")
    return (_household(stad, street, gemeente, plaats) for _ in range(aantal))


def _household(stad: Stad, straat: Straat, gemeente: str, plaats: str) -> Gezin:
    moment = stad.tijdstip(stad.van - dt.timedelta(days=stad.rng.randrange(30, 900)))
    huishouden = Huishouden(
        id=stad.kenmerk(moment),
        straat=straat.naam,
        huisnummer=stad.rng.randrange(1, 240),
        toevoeging=stad.rng.choice(("", "", "", "", "", "", "A", "B")),
        postcode=straat.postcode,
        woonplaats=plaats,
        buurt_id=straat.buurt or None,
        gemeente_id=gemeente,
        geheim=stad.kans(0.01),
    )
    volwassenen, kinderen = _people(stad)
    return Gezin(huishouden, volwassenen, kinderen, straat.wijk or "onbekend", gemeente)


def _people(stad: Stad) -> tuple[list[Inwoner], list[Inwoner]]:
    """Adults and children of one household."""
    kind = stad.kies(SAMENSTELLING)
    surname = stad.rng.choice(ACHTERNAMEN)
    if kind in ("gezin", "eenouder"):
        age = min(58, max(21, round(stad.rng.gauss(39, 7))))
        number = stad.kies({1: 0.42, 2: 0.42, 3: 0.13, 4: 0.03})
        ages = [stad.rng.randrange(0, max(1, min(18, age - 19))) for _ in range(number)]
        children = [_person(stad, surname, child) for child in sorted(ages, reverse=True)]
    else:
        age, children = _age_without_children(stad), []
    adults = [_person(stad, surname, age)]
    if kind in ("paar", "gezin", "anders"):
        other = min(99, max(18, age + round(stad.rng.gauss(0, 3))))
        name = surname if stad.kans(0.45) else stad.rng.choice(ACHTERNAMEN)
        adults.append(_person(stad, name, other))
    return adults, children


def _age_without_children(stad: Stad) -> int:
    """Older people ask more often, so more of them are known to us."""
    low, high = stad.kies({(18, 27): 0.13, (27, 65): 0.42, (65, 80): 0.27, (80, 98): 0.18})
    return stad.rng.randrange(low, high)


def _person(stad: Stad, surname: str, age: int) -> Inwoner:
    woman = stad.kans(0.5)
    name = stad.rng.choice(MEISJES if woman else JONGENS)
    prefix, rest = split_surname(surname)
    born = stad.tot - dt.timedelta(days=age * 365 + age // 4 + stad.rng.randrange(1, 365))
    return Inwoner(
        id=stad.kenmerk(stad.tijdstip(stad.van)),
        voornamen=name,
        voorletters=f"{name[0]}.",
        tussenvoegsel=prefix,
        geslachtsnaam=rest,
        geboortedatum=born,
        geslacht=Geslacht.VROUW if woman else Geslacht.MAN,
        telefoon=f"06-555{stad.rng.randrange(10_000):05d}" if age >= 16 else "",
    )


def _give_bsn(stad: Stad, households: list[Gezin]) -> None:
    """As many people as the test series has numbers for; nobody's real number can be hit."""
    series = islice(reserved_numbers(), VOOR_VERHALEN, None)
    for gezin in households:
        for inwoner in (*gezin.volwassenen, *gezin.kinderen):
            bsn = next(series, None) if stad.kans(0.36) else None
            if bsn:
                inwoner.set_bsn(bsn)


def reserved_numbers() -> Iterator[str]:
    """The BSNs that no living person has; the first ones are for the named households."""
    return (f"{number}" for number in BSN_REEKS if voldoet_aan_elfproef(f"{number}"))


def _store(stad: Stad, households: list[Gezin]) -> None:
    stad.bewaar(Inwoner, [p for gezin in households for p in (*gezin.volwassenen, *gezin.kinderen)])
    stad.bewaar(Huishouden, [gezin.huishouden for gezin in households])
    stad.bewaar(Lidmaatschap, [row for gezin in households for row in _memberships(stad, gezin)])


def _memberships(stad: Stad, gezin: Gezin) -> Iterator[Lidmaatschap]:
    since = stad.van - dt.timedelta(days=stad.rng.randrange(1, 6000))
    for place, inwoner in enumerate((*gezin.volwassenen, *gezin.kinderen)):
        adult = leeftijd_op(inwoner.geboortedatum or since, stad.tot) >= 18
        rol = Rol.AANVRAGER if place == 0 else Rol.PARTNER if adult else Rol.KIND
        yield Lidmaatschap(
            inwoner=inwoner,
            huishouden=gezin.huishouden,
            rol=rol,
            van=max(since, inwoner.geboortedatum or since),
        )
