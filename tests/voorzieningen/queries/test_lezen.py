"""After any change what is remembered is what reading everything anew would make of it."""

import datetime as dt
import random
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Event

import pytest
from django.db import connection, transaction

from hengelo_sociaal.gebieden.models import Wijk
from tests.factories.voorzieningen import (
    LocatieFactory,
    OrganisatieFactory,
    SynoniemFactory,
    VoorzieningFactory,
)
from voorzieningen.domain.wijzigingen import forget_changes
from voorzieningen.enums import Publicatie, Soort
from voorzieningen.models import Locatie, Organisatie, Synoniem, Voorziening
from voorzieningen.queries.lezen import Woordenschat, read_all
from voorzieningen.queries.stand import Stand, current_state
from voorzieningen.queries.verzameling import numbers_of
from voorzieningen.queries.vraag import Zoekvraag
from voorzieningen.queries.woordenschat import vocabulary
from voorzieningen.queries.zoeken import search_page

DAG = dt.date(2026, 1, 5)
MORGEN = DAG + dt.timedelta(days=1)
# Names that order otherwise by letter than by word, and one that two provisions may share.
NAMEN = ["Samen eten", "samen eten", "Één maatje", "Maatje", "Schulden", "Zwemmen", "Ab", "Aa b"]
WOORDEN = "hulp schuld schulden schuldhulp samen eten ouderen kind wandelen maatje stoep".split()
WIJKEN, GROEPEN, GEBIEDEN = ["WK016401", "WK016402"], ["ouderen", "kinderen"], ["geld", "netwerk"]
VRAGEN = [
    Zoekvraag(tekst, alleen_algemeen=public, op=day, **filters)
    for tekst in ("schuld", "samen eten", "maatje wandelen", "humanitas", "rood", "stoepp", "hulp")
    for public, day in ((True, DAG), (False, MORGEN))
    for filters in ({}, {"wijk": "WK016401"}, {"doelgroep": "ouderen", "leeftijd": 66})
]
Wijziging = Callable[[random.Random], object]


def words(dice: random.Random, most: int) -> str:
    return " ".join(dice.choices(WOORDEN, k=dice.randint(1, most)))


def any_of(dice: random.Random, model: type) -> object:
    return dice.choice(list(model.objects.order_by("pk")))


def make(dice: random.Random) -> None:
    VoorzieningFactory(
        naam=dice.choice(NAMEN),
        omschrijving=words(dice, 6),
        soort=dice.choice(Soort.values),
        organisatie=any_of(dice, Organisatie),
        doelgroepen=dice.sample(GROEPEN, k=dice.randint(0, 2)),
        wijken=dice.sample(WIJKEN, k=dice.randint(0, 2)),
    )


def alter(dice: random.Random) -> None:
    change = dice.choice(
        [
            {"naam": dice.choice(NAMEN)},
            {"omschrijving": words(dice, 8), "zoekwoorden": words(dice, 2)},
            {"status": dice.choice(Publicatie.values)},
            {"soort": dice.choice(Soort.values)},
            {"geldig_van": dice.choice([DAG, MORGEN]), "geldig_tot": None},
            {"geldig_tot": dice.choice([None, DAG, MORGEN]), "geldig_van": DAG},
            {"leeftijd_van": dice.choice([None, 65]), "leeftijd_tot": dice.choice([None, 65])},
            {"organisatie": any_of(dice, Organisatie)},
        ]
    )
    Voorziening.objects.filter(pk=any_of(dice, Voorziening).pk).update(**change)


def relate(dice: random.Random) -> None:
    found = any_of(dice, Voorziening)
    dice.choice(
        [
            lambda: found.leefgebieden.set(dice.sample(GEBIEDEN, k=dice.randint(0, 2))),
            lambda: found.doelgroepen.set(dice.sample(GROEPEN, k=dice.randint(0, 2))),
            lambda: found.wijken.set(dice.sample(WIJKEN, k=dice.randint(0, 2))),
            lambda: found.locaties.set([any_of(dice, Locatie)]),
            found.locaties.clear,
        ]
    )()


def merge_or_delete(dice: random.Random) -> None:
    one, other = any_of(dice, Voorziening), any_of(dice, Voorziening)
    if one == other or one.dubbelen.exists():
        return
    if dice.random() < 0.5:
        one.delete()
    else:
        Voorziening.objects.filter(pk=one.pk).update(opgegaan_in=other)


def beside(dice: random.Random) -> None:
    """Something that provisions show or are found by, in another table."""
    place, office = any_of(dice, Locatie), any_of(dice, Organisatie)
    dice.choice(
        [
            lambda: Locatie.objects.filter(pk=place.pk).update(
                buurt=dice.choice(["BU01640100", "BU01640200", None])
            ),
            lambda: Organisatie.objects.filter(pk=office.pk).update(
                naam=dice.choice(["Humanitas", "Samen Sterk"])
            ),
            lambda: SynoniemFactory(woord="rood", betekenis=dice.choice(WOORDEN)),
            Synoniem.objects.all().delete,
            lambda: Wijk.objects.filter(code="WK016401").update(naam=dice.choice(NAMEN)),
        ]
    )()


def nothing(dice: random.Random) -> None:
    Voorziening.objects.filter(naam="staat er niet").update(naam="x")


def undone(dice: random.Random) -> None:
    """A change that did not go through, with what was read in it."""
    with transaction.atomic():
        alter(dice)
        vocabulary()
        transaction.set_rollback(True)


WIJZIGINGEN: list[Wijziging] = [
    *(make, alter, alter, alter, relate, relate, merge_or_delete, beside, nothing, undone),
    lambda dice: forget_changes(meer_dan=40),
]


@pytest.fixture
def begin() -> None:
    dice = random.Random(1)
    for naam in ("Humanitas", "Samen Sterk", "Wijkracht"):
        LocatieFactory(organisatie=OrganisatieFactory(naam=naam))
    for _ in range(25):
        make(dice)


def register_of(known: Woordenschat) -> dict[object, set]:
    """Every stem in its places and every feature, with the provisions that have it by key."""
    registers = [known.trefwoorden._register.leden, known.zeef.kenmerken.leden]
    return {
        key: {
            known.nummers.version(number).id
            for number in (numbers_of(who) if isinstance(who, int) else who)
        }
        for leden in registers
        for key, who in leden.items()
    }


def answers(vragen: list[Zoekvraag], stand: Stand | None = None) -> list[list]:
    """What questions find, in order, with what is shown of it."""
    return [
        [
            (
                hit.voorziening.pk,
                hit.voorziening.naam,
                str(hit.voorziening.organisatie),
                *hit.redenen,
            )
            for hit in search_page(vraag, vanaf=0, aantal=30, stand=stand).treffers
        ]
        for vraag in vragen
    ]


def answers_anew(vragen: list[Zoekvraag], monkeypatch) -> list[list]:
    """The same of words that were all read just now, with nothing remembered."""
    words = read_all()
    with monkeypatch.context() as patch:
        patch.setattr("voorzieningen.queries.zoeken.vocabulary", lambda stand=None: words)
        return answers(vragen)


@pytest.mark.django_db
@pytest.mark.usefixtures("begin")
@pytest.mark.parametrize("seed", range(5))
def test_after_any_change_all_is_as_if_it_were_read_anew(seed, monkeypatch):
    dice = random.Random(seed)
    vocabulary()

    for _ in range(20):
        for change in dice.choices(WIJZIGINGEN, k=dice.choice([1, 1, 3])):
            change(dice)
        known, fresh = vocabulary(), read_all()
        asked = dice.sample(VRAGEN, 8)

        assert register_of(known) == register_of(fresh)
        assert known.trefwoorden._places == fresh.trefwoorden._places
        assert (known.synoniemen, known.dragers) == (fresh.synoniemen, fresh.dragers)
        assert answers(asked, current_state()) == answers_anew(asked, monkeypatch)


@pytest.mark.django_db
@pytest.mark.usefixtures("begin")
def test_a_change_of_one_provision_leaves_the_versions_of_the_others():
    before = vocabulary()
    one, *others = Voorziening.objects.order_by("pk")
    Voorziening.objects.filter(pk=one.pk).update(naam="Aan tafel", omschrijving="Samen eten.")

    after = vocabulary()

    assert after.nummers.known(one.pk) != before.nummers.known(one.pk)
    assert [after.nummers.known(each.pk) for each in others] == [
        before.nummers.known(each.pk) for each in others
    ]
    assert after.grondslag == before.grondslag


@pytest.mark.django_db
@pytest.mark.usefixtures("begin")
def test_who_reads_on_in_the_words_of_before_finds_what_was_there_before():
    before = vocabulary()
    seen = register_of(before), list(before.trefwoorden._places)
    for change in (make, alter, relate, merge_or_delete):
        change(random.Random(3))
    vocabulary()

    assert (register_of(before), list(before.trefwoorden._places)) == seen


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("begin")
def test_several_that_ask_while_another_changes_see_every_change_that_was_there(monkeypatch):
    """Each sees at least what was committed before it asked; at the end all is as read anew."""
    done = Event()

    def change() -> None:
        dice = random.Random(7)
        for number in range(60):
            dice.choice(WIJZIGINGEN[:8])(dice)
            VoorzieningFactory(naam=f"Stap {number}", omschrijving="stappenteller")
        done.set()
        connection.close()

    def ask() -> list[str]:
        missed = []
        while not done.is_set():
            there = set(
                Voorziening.objects.filter(
                    status=Publicatie.GEPUBLICEERD, omschrijving="stappenteller", opgegaan_in=None
                ).values_list("pk", flat=True)
            )
            state = current_state()
            vraag = Zoekvraag("stappenteller", op=DAG)
            found = search_page(vraag, vanaf=0, aantal=100, stand=state).treffers
            still = set(
                Voorziening.objects.filter(pk__in=there)
                .geldig(DAG)
                .filter(omschrijving="stappenteller")
                .values_list("pk", flat=True)
            )
            missed += [str(pk) for pk in there & still - {hit.voorziening.pk for hit in found}]
        connection.close()
        return missed

    with ThreadPoolExecutor(4) as pool:
        asking = [pool.submit(ask) for _ in range(3)]
        changing = pool.submit(change)
        changing.result()
        assert [each.result() for each in asking] == [[], [], []]

    assert answers(VRAGEN, current_state()) == answers_anew(VRAGEN, monkeypatch)
