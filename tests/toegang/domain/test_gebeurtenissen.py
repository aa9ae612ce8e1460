"""Birth, moving in, moving house, parting and placement, with who lived where on which day."""

import datetime as dt

import pytest

from hengelo_sociaal.kern.fouten import GeenRecht, OngeldigeInvoer
from hengelo_sociaal.kern.grootboek import IntussenVeranderd
from hengelo_sociaal.logboek.models import Wijzigingsregel
from tests.factories.toegang import (
    NU,
    VANDAAG,
    ContactFactory,
    HuishoudenFactory,
    InwonerFactory,
    LidmaatschapFactory,
)
from tests.toestand import toestand
from toegang.domain.aanmelden import register_death
from toegang.domain.gebeurtenissen import (
    Vertrek,
    move_house,
    move_in,
    register_birth,
    split_huishouden,
)
from toegang.domain.huishouden import Adres, Lid
from toegang.domain.inwoner import InwonerGegevens
from toegang.domain.netwerk import VertegenwoordigerGegevens, add_vertegenwoordiger
from toegang.domain.splitsing import undo_split
from toegang.exceptions import AlTeruggedraaid
from toegang.models import Huishouden, Huishoudsplitsing, Inwoner, Lidmaatschap
from toegang.queries.adres import history_of, inhabitants

pytestmark = pytest.mark.django_db
NIEUW = Adres(straat="Weverstraat", huisnummer=3, postcode="7552 AB", woonplaats="Hengelo")
GISTEREN = VANDAAG - dt.timedelta(days=1)


@pytest.fixture
def gezin():
    home = HuishoudenFactory(met_leden=2)
    kind = LidmaatschapFactory(huishouden=home, inwoner=InwonerFactory(kind=True), rol="kind")
    return home, *home.lidmaatschappen.exclude(pk=kind.pk).order_by("pk"), kind


def split(by, home, *leden, **more):
    vertrek = Vertrek(leden=[lid.pk for lid in leden], op=VANDAAG, adres=NIEUW, **more)
    return split_huishouden(by=by, huishouden_id=home.pk, vertrek=vertrek, at=NU)


def test_a_child_is_born_and_lives_there(loket, gezin):
    home = gezin[0]
    gegevens = InwonerGegevens(voornamen="Sem", geslachtsnaam="Bos", geboortedatum=GISTEREN)

    child = register_birth(by=loket, huishouden_id=home.pk, gegevens=gegevens, at=NU)

    lid = Lidmaatschap.objects.get(inwoner=child)
    assert (lid.huishouden, lid.rol, lid.van) == (home, "kind", GISTEREN)
    nameless = InwonerGegevens(geslachtsnaam="Bos")
    with pytest.raises(OngeldigeInvoer):
        register_birth(by=loket, huishouden_id=home.pk, gegevens=nameless, at=NU)


def test_a_twin_is_registered_without_a_question(loket, gezin):
    for name in ("Sem", "Sam"):
        gegevens = InwonerGegevens(voornamen=name, geslachtsnaam="Bos", geboortedatum=GISTEREN)
        register_birth(by=loket, huishouden_id=gezin[0].pk, gegevens=gegevens, at=NU)

    assert Inwoner.objects.filter(geslachtsnaam="Bos").count() == 2


def test_moving_in_ends_the_home_before(loket, gezin):
    home = gezin[0]
    partner = LidmaatschapFactory()

    move_in(
        by=loket, huishouden_id=home.pk, lid=Lid(inwoner_id=partner.inwoner_id), van=VANDAAG, at=NU
    )

    partner.refresh_from_db()
    assert partner.tot == GISTEREN


def test_the_whole_household_moves_and_the_old_address_stays_to_be_found(loket, gezin):
    home = gezin[0]
    neighbour = HuishoudenFactory(huisnummer=home.huisnummer, met_leden=1)

    move_house(by=loket, huishouden_id=home.pk, adres=NIEUW, op=VANDAAG, revisie=None, at=NU)

    home.refresh_from_db()
    assert home.straat == "Weverstraat"
    now, before = inhabitants(neighbour)
    assert (now.huishouden, now.nu, before.huishouden, before.tot) == (
        neighbour,
        True,
        home,
        GISTEREN,
    )
    assert len(before.leden) == 3
    with pytest.raises(OngeldigeInvoer):
        move_house(by=loket, huishouden_id=home.pk, adres=NIEUW, op=VANDAAG, revisie=None, at=NU)


def test_who_lives_at_an_address_leaves_out_what_is_secret(gezin):
    home, vader, moeder, _ = gezin
    Inwoner.objects.filter(pk=vader.inwoner_id).update(geheim=True)
    HuishoudenFactory(huisnummer=home.huisnummer, geheim=True, met_leden=1)

    (only,) = inhabitants(home)

    assert moeder.inwoner_id in {lid.inwoner_id for lid in only.leden}
    assert vader.inwoner_id not in {lid.inwoner_id for lid in only.leden}
    home.geheim = True
    assert inhabitants(home) == []


def test_parents_part_and_a_child_has_two_homes(loket, gezin):
    home, vader, _moeder, kind = gezin

    made = split(loket, home, vader, ook_daar=[kind.pk])

    ties = Lidmaatschap.objects.op(VANDAAG).filter(inwoner=kind.inwoner)
    assert {(tie.huishouden, tie.band, tie.aard) for tie in ties} == {
        (home, "thuis", "gewoon"),
        (made, "familie", "co-ouderschap"),
    }
    assert Lidmaatschap.objects.op(VANDAAG).thuis().get(inwoner=vader.inwoner).huishouden == made
    lines = Wijzigingsregel.objects.filter(handeling="huishouden gesplitst")
    assert {line.huishouden_id for line in lines} == {home.pk, made.pk}


def test_a_child_placed_out_of_home_still_belongs(loket, gezin):
    home, _, _, kind = gezin

    made = split(loket, home, kind, band="uit-huis-geplaatst")

    rows = Lidmaatschap.objects.op(VANDAAG).filter(inwoner=kind.inwoner)
    assert {(row.huishouden, row.band, row.aard) for row in rows} == {
        (made, "thuis", "gewoon"),
        (home, "familie", "uit-huis-geplaatst"),
    }


def test_nobody_everybody_and_strangers_do_not_leave(loket, gezin):
    home, vader, moeder, kind = gezin
    stranger = LidmaatschapFactory()

    for leaving, there in (
        ([], []),
        ([vader, moeder, kind], []),
        ([stranger], []),
        ([vader], [vader.pk]),
    ):
        with pytest.raises(OngeldigeInvoer):
            split(loket, home, *leaving, ook_daar=there)
    assert Huishouden.objects.count() == 2


def test_only_who_may_change_a_household(beleid, gezin):
    home, vader, *_ = gezin

    with pytest.raises(GeenRecht):
        split(beleid, home, vader)
    with pytest.raises(GeenRecht):
        move_house(by=beleid, huishouden_id=home.pk, adres=NIEUW, op=VANDAAG, revisie=None, at=NU)


def test_a_death_ends_who_spoke_for_them(loket, gezin):
    person = gezin[1].inwoner
    mentor = add_vertegenwoordiger(
        by=loket,
        inwoner_id=person.pk,
        gegevens=VertegenwoordigerGegevens(soort="mentor", naam="J. de Wit"),
        van=dt.date(2022, 1, 1),
        at=NU,
    )

    register_death(by=loket, inwoner=person, overleden_op=GISTEREN, at=NU)

    mentor.refresh_from_db()
    assert mentor.tot == GISTEREN


def test_the_history_tells_it_in_sentences(loket, gezin):
    home, vader, _, kind = gezin
    split(loket, home, vader, ook_daar=[kind.pk])
    move_house(by=loket, huishouden_id=home.pk, adres=NIEUW, op=VANDAAG, revisie=None, at=NU)

    told = [(one.dag, one.zin) for one in history_of(home.pk)]

    assert (GISTEREN, f"{vader.inwoner.naam} woont hier niet meer") in told
    assert any(zin.startswith("Laatste dag op Deldenerstraat") for _, zin in told)
    assert told == sorted(told, key=lambda one: one[0], reverse=True)


def test_splitting_is_undone_exactly(loket, gezin):
    home, vader, _moeder, kind = gezin
    before = toestand()
    split(loket, home, vader, ook_daar=[kind.pk])

    undone = undo(loket)

    assert toestand() == before
    assert undone.teruggedraaid_door == loket
    lines = Wijzigingsregel.objects.filter(handeling="splitsing teruggedraaid")
    assert {(line.huishouden_id, line.reden) for line in lines} == {
        (home.pk, "vergissing"),
        (undone.nieuw_id, "vergissing"),
    }
    with pytest.raises(AlTeruggedraaid):
        undo(loket)


def test_a_placement_out_of_home_is_undone_too(loket, gezin):
    home, _, _, kind = gezin
    before = toestand()
    split(loket, home, kind, band="uit-huis-geplaatst")

    undo(loket)

    assert toestand() == before


def ask_something(made):
    return ContactFactory(huishouden=made)


def move_on(made):
    return made.lidmaatschappen.update(tot=VANDAAG)


def let_somebody_in(made):
    return LidmaatschapFactory(huishouden=made)


@pytest.mark.parametrize("later", [ask_something, move_on, let_somebody_in])
def test_what_was_registered_since_is_never_lost(loket, gezin, later):
    home, vader, *_ = gezin
    made = split(loket, home, vader)
    later(made)
    before = toestand()

    with pytest.raises(IntussenVeranderd):
        undo(loket)

    assert toestand() == before
    assert not Huishoudsplitsing.objects.get().is_teruggedraaid


def test_undoing_a_splitting_is_for_who_may_change_a_household(loket, beleid, gezin):
    split(loket, gezin[0], gezin[1])

    with pytest.raises(GeenRecht):
        undo(beleid)


def undo(by):
    made = Huishoudsplitsing.objects.get()
    return undo_split(by=by, splitsing_id=made.pk, reden="vergissing", at=NU)
