"""What stands around households: networks, who speaks for whom, two homes, doubles, calls.

It has a chance of its own, so that the rest of the town stays as it was.
"""

import datetime as dt
import random
from collections.abc import Iterator
from dataclasses import replace

from hengelo_sociaal.demo.namen import JONGENS, MEISJES
from hengelo_sociaal.demo.stad import Stad, werkdag_tot, werkdag_vanaf
from hengelo_sociaal.kern.tijd import AMSTERDAM, leeftijd_op
from toegang.demo.antwoorden import ANTWOORDEN
from toegang.demo.huishoudens import Gezin
from toegang.domain.netwerk import GEWOONLIJK
from toegang.enums import Aard, Band, Hechtheid, Herkomst, Relatie, Rol, Vertegenwoordiging
from toegang.models import (
    Belpoging,
    Dubbelpaar,
    Inwoner,
    Lidmaatschap,
    Netwerklid,
    Standaardantwoord,
    Terugbelverzoek,
    Vertegenwoordiger,
)
from toegang.queries.gelijkenis import compare

NETWERKEN, SPREKERS, DUBBELEN, TWEE_HUIZEN, GEPLAATST, TERUG = 160, 70, 9, 24, 6, 14
OM_HEEN = (
    (Relatie.FAMILIE, "zus"),
    (Relatie.FAMILIE, "moeder"),
    (Relatie.BUUR, "buurvrouw"),
    (Relatie.VRIEND, "oud-collega"),
    (Relatie.VRIJWILLIGER, "maatje"),
    (Relatie.SCHOOL_WERK, "mentor op school"),
    (Relatie.HULPVERLENER, "huisarts"),
)
WAAROVER = ("Uitslag van de aanvraag", "Afspraak verzetten", "Vraag over de brief", "Rolstoel")


def make_surroundings(stad: Stad) -> None:
    """Fill networks, representatives, ties, doubles, call-backs and standard answers."""
    own = replace(stad)
    own.rng = random.Random(f"{stad.zaad}:{stad.tot}:rondom")  # noqa: S311  a town, not a secret
    families = [one for one in stad.vondst["huishoudens"] if one.gemeente == "GM0164"]
    known = {zaak.gezin.huishouden.pk: zaak.gezin for zaak in stad.vondst["meldingen"]}
    lately = list(known.values())[-3 * NETWERKEN :]
    own.bewaar(Netwerklid, list(_networks(own, lately)))
    own.bewaar(Vertegenwoordiger, list(_speakers(own, lately)))
    own.bewaar(Lidmaatschap, list(_two_homes(own, families)))
    _place_elsewhere(own, families)
    _doubles(own, families)
    _calls(own, families)
    Standaardantwoord.objects.bulk_create(
        Standaardantwoord(
            id=own.kenmerk(own.tijdstip(own.van)), soort_id=soort, titel=titel, tekst=tekst
        )
        for soort, titel, tekst in ANTWOORDEN
    )


def _networks(stad: Stad, families: list[Gezin]) -> Iterator[Netwerklid]:
    for gezin in stad.rng.sample(families, min(NETWERKEN, len(families))):
        for relatie, words in stad.rng.sample(OM_HEEN, stad.rng.randrange(2, 6)):
            cares = relatie in {Relatie.FAMILIE, Relatie.BUUR} and stad.kans(0.45)
            since = stad.van - dt.timedelta(days=stad.rng.randrange(400))
            yield Netwerklid(
                id=stad.kenmerk(stad.tijdstip(stad.van)),
                huishouden=gezin.huishouden,
                voor=gezin.volwassenen[0] if cares else None,
                naam=stad.rng.choice(MEISJES + JONGENS),
                relatie=relatie,
                omschrijving=words,
                band=stad.kies(
                    {
                        Hechtheid.STERK: 0.35,
                        Hechtheid.GEWOON: 0.4,
                        Hechtheid.ZWAK: 0.15,
                        Hechtheid.GESPANNEN: 0.1,
                    }
                ),
                is_mantelzorger=cares,
                mantelzorg_uren=stad.rng.randrange(2, 20) if cares else None,
                van=since,
            )


def _speakers(stad: Stad, families: list[Gezin]) -> Iterator[Vertegenwoordiger]:
    kinds = {
        Vertegenwoordiging.BEWINDVOERDER: 0.5,
        Vertegenwoordiging.MENTOR: 0.25,
        Vertegenwoordiging.GEMACHTIGDE: 0.15,
        Vertegenwoordiging.CURATOR: 0.1,
    }
    for gezin in stad.rng.sample(families, min(SPREKERS, len(families))):
        soort = stad.kies(kinds)
        yield Vertegenwoordiger(
            id=stad.kenmerk(stad.tijdstip(stad.van)),
            inwoner=gezin.volwassenen[0],
            soort=soort,
            naam=f"{stad.rng.choice(MEISJES)[0]}. Verzonnen",
            organisatie="Twents Bewind (verzonnen)" if soort != "gemachtigde" else "",
            telefoon=f"074-555{stad.rng.randrange(10_000):04d}",
            mag=list(GEWOONLIJK[soort]),
            grondslag="" if soort == "gemachtigde" else "beschikking kantonrechter",
            van=stad.van - dt.timedelta(days=stad.rng.randrange(900)),
        )


def _two_homes(stad: Stad, families: list[Gezin]) -> Iterator[Lidmaatschap]:
    """Children who live with one parent and with the other too."""
    single = [one for one in families if one.kinderen and len(one.volwassenen) == 1]
    alone = [one for one in families if not one.kinderen and len(one.volwassenen) == 1]
    others = [one for one in alone if 22 < leeftijd_op(one.jongste_volwassene, stad.tot) < 60]
    parents = stad.rng.sample(single, TWEE_HUIZEN)
    for here, there in zip(parents, stad.rng.sample(others, TWEE_HUIZEN), strict=True):
        for child in here.kinderen:
            yield Lidmaatschap(
                inwoner=child,
                huishouden=there.huishouden,
                rol=Rol.KIND,
                band=Band.FAMILIE,
                aard=Aard.CO_OUDERSCHAP,
                van=max(stad.van, child.geboortedatum or stad.van),
            )


def _place_elsewhere(stad: Stad, families: list[Gezin]) -> None:
    """Children placed with another family, who still belong at home."""
    with_children = [one for one in families if one.kinderen and len(one.volwassenen) == 2]
    chosen = stad.rng.sample(with_children, 2 * GEPLAATST)
    for home, foster in zip(chosen[::2], chosen[1::2], strict=True):
        child = home.kinderen[0]
        since = max(
            stad.tot - dt.timedelta(days=stad.rng.randrange(60, 500)),
            (child.geboortedatum or stad.van) + dt.timedelta(days=2),
        )
        old = Lidmaatschap.objects.filter(inwoner=child, huishouden=home.huishouden)
        if old.filter(van__gte=since).exists():
            continue
        old.update(tot=since - dt.timedelta(days=1))
        for place, band, aard in (
            (foster, Band.THUIS, Aard.PLEEGKIND),
            (home, Band.FAMILIE, Aard.UIT_HUIS_GEPLAATST),
        ):
            Lidmaatschap.objects.create(
                inwoner=child,
                huishouden=place.huishouden,
                rol=Rol.KIND,
                band=band,
                aard=aard,
                van=since,
            )


def _doubles(stad: Stad, families: list[Gezin]) -> None:
    """The same person typed in twice: another letter, a swapped day and month, no telephone."""
    chosen = [stad.rng.choice(one.volwassenen) for one in stad.rng.sample(families, DUBBELEN)]
    twice = [_again(stad, person, turn) for turn, person in enumerate(chosen)]
    stad.bewaar(Inwoner, twice)
    pairs = []
    for person, again in zip(chosen, twice, strict=True):
        alike = compare(person, again)
        first, second = sorted((person.pk, again.pk))
        moment = stad.tijdstip(stad.laatste_dag - dt.timedelta(days=stad.rng.randrange(20)))
        pairs.append(
            Dubbelpaar(
                id=stad.kenmerk(moment),
                eerste_id=first,
                tweede_id=second,
                score=alike.score,
                waarom=list(alike.waarom),
                herkomst=Herkomst.REGISTRATIE,
                gevonden_op=moment,
            )
        )
    Dubbelpaar.objects.bulk_create(pairs)


def _again(stad: Stad, person: Inwoner, turn: int) -> Inwoner:
    born, surname = person.geboortedatum, person.geslachtsnaam
    if turn % 3 == 0:
        surname = f"{surname[:-1]}{surname[-1] * 2}"
    if turn % 3 == 1 and born and born.day <= 12:
        born = born.replace(month=born.day, day=born.month)
    return Inwoner(
        id=stad.kenmerk(stad.tijdstip(stad.laatste_dag)),
        voornamen=person.voornamen,
        voorletters=person.voorletters,
        tussenvoegsel=person.tussenvoegsel,
        geslachtsnaam=surname,
        geboortedatum=born,
        geslacht=person.geslacht,
        telefoon=person.telefoon if turn % 2 else "",
    )


def _calls(stad: Stad, families: list[Gezin]) -> None:
    """Who waits for a call on the next day that people work, or waited too long already."""
    people, teams = stad.vondst["medewerkers"], list(stad.vondst["teams"].values())
    made, tried = [], []
    for turn, gezin in enumerate(stad.rng.sample(families, TERUG)):
        person = gezin.volwassenen[0]
        asked = stad.tijdstip(werkdag_tot(stad.laatste_dag))
        day = werkdag_vanaf(stad.tot) if turn % 3 else werkdag_tot(stad.laatste_dag)
        to_colleague = turn % 2 == 0
        call = Terugbelverzoek(
            id=stad.kenmerk(asked),
            inwoner=person,
            telefoon=person.telefoon or "06-55500000",
            waarover=stad.rng.choice(WAAROVER),
            medewerker=people["loket" if turn % 4 else "consulent"] if to_colleague else None,
            team=None if to_colleague else stad.rng.choice(teams),
            uiterlijk=dt.datetime.combine(day, dt.time(17), AMSTERDAM),
            gemaakt_door=people["loket"],
            gemaakt_op=asked,
        )
        made.append(call)
        if turn % 5 == 0:
            tried.append(
                Belpoging(
                    id=stad.kenmerk(asked),
                    verzoek=call,
                    gelukt=False,
                    opmerking="Voicemail ingesproken",
                    door=people["loket"],
                    op=asked,
                )
            )
    Terugbelverzoek.objects.bulk_create(made)
    Belpoging.objects.bulk_create(tried)
