"""Reading a household for a purpose is no licence to change it, whatever way somebody comes in."""

import datetime as dt
import inspect
from collections.abc import Callable
from typing import Any

import pytest

from hengelo_sociaal.kern.fouten import GeenRecht, NietGevonden
from hengelo_sociaal.medewerkers.models import Medewerker, Verlof
from hengelo_sociaal.medewerkers.rollen import ROLLEN
from tests.factories.medewerkers import MedewerkerFactory
from tests.factories.toegang import (
    NU,
    VANDAAG,
    HuishoudenFactory,
    LidmaatschapFactory,
)
from tests.toestand import toestand
from toegang.domain import aanmelden, gebeurtenissen, huishouden, inwoner, netwerk, splitsing
from toegang.domain.dossier import open_dossier
from toegang.domain.gebeurtenissen import Vertrek
from toegang.domain.huishouden import Adres, Lid
from toegang.domain.inwoner import InwonerGegevens
from toegang.domain.netwerk import NetwerkGegevens, VertegenwoordigerGegevens
from toegang.domain.wijzigen import may_change
from toegang.enums import Band
from toegang.exceptions import NietBetrokken
from toegang.models import Huishouden, Huishoudsplitsing, Inwoner, Lidmaatschap
from toegang.rechten import DOSSIER_SCHRIJVEN

pytestmark = pytest.mark.django_db
NIEUW = Adres(straat="Weverstraat", huisnummer=3, postcode="7552AB", woonplaats="Hengelo")
GISTEREN = VANDAAG - dt.timedelta(days=1)
BOS = InwonerGegevens(voornamen="Sem", geslachtsnaam="Bos", geboortedatum=GISTEREN)
MENTOR = VertegenwoordigerGegevens(soort="mentor", naam="R. Smit")
BUUR = NetwerkGegevens(naam="Anja", relatie="buur")

Wijzigt = Callable[[Medewerker, Huishouden, Lidmaatschap], Any]


def _newcomer(**tie: str) -> Lid:
    """Somebody who lives elsewhere."""
    return Lid(inwoner_id=Inwoner.objects.get(geslachtsnaam="Nieuwkomer").pk, **tie)


def _split(by: Medewerker, home: Huishouden, lid: Lidmaatschap) -> Huishouden:
    vertrek = Vertrek(leden=[lid.pk], op=VANDAAG, adres=NIEUW)
    return gebeurtenissen.split_huishouden(by=by, huishouden_id=home.pk, vertrek=vertrek, at=NU)


# Done before, so that there is something to undo and to end.
BEGONNEN: dict[str, Wijzigt] = {
    "undo_split": _split,
    "end_vertegenwoordiger": lambda by, home, lid: netwerk.add_vertegenwoordiger(
        by=by, inwoner_id=lid.inwoner_id, gegevens=MENTOR, van=VANDAAG, at=NU
    ),
    "end_netwerklid": lambda by, home, lid: home.netwerk.create(
        naam="Anja", relatie="buur", van=GISTEREN
    ),
}
HANDELINGEN: dict[str, Wijzigt] = {
    "change_address": lambda by, home, lid: huishouden.change_address(
        by=by, huishouden_id=home.pk, adres=NIEUW, revisie=None, at=NU
    ),
    "add_member": lambda by, home, lid: huishouden.add_member(
        by=by, huishouden_id=home.pk, lid=_newcomer(band=Band.FAMILIE), van=VANDAAG, at=NU
    ),
    "register_in_household": lambda by, home, lid: aanmelden.register_in_household(
        by=by, huishouden=home, gegevens=BOS, rol="kind", van=VANDAAG, at=NU
    ),
    "end_member": lambda by, home, lid: huishouden.end_member(
        by=by, lidmaatschap_id=lid.pk, tot=VANDAAG, at=NU
    ),
    "change_inwoner": lambda by, home, lid: inwoner.change_inwoner(
        by=by, inwoner_id=lid.inwoner_id, gegevens=BOS, revisie=None, at=NU
    ),
    "register_birth": lambda by, home, lid: gebeurtenissen.register_birth(
        by=by, huishouden_id=home.pk, gegevens=BOS, at=NU
    ),
    "move_in": lambda by, home, lid: gebeurtenissen.move_in(
        by=by, huishouden_id=home.pk, lid=_newcomer(), van=VANDAAG, at=NU
    ),
    "move_house": lambda by, home, lid: gebeurtenissen.move_house(
        by=by, huishouden_id=home.pk, adres=NIEUW, op=VANDAAG, revisie=None, at=NU
    ),
    "split_huishouden": _split,
    "undo_split": lambda by, home, lid: splitsing.undo_split(
        by=by, splitsing_id=Huishoudsplitsing.objects.get().pk, reden="vergissing", at=NU
    ),
    "register_death": lambda by, home, lid: aanmelden.register_death(
        by=by, inwoner=lid.inwoner, overleden_op=GISTEREN, at=NU
    ),
    "add_vertegenwoordiger": lambda by, home, lid: netwerk.add_vertegenwoordiger(
        by=by, inwoner_id=lid.inwoner_id, gegevens=MENTOR, van=VANDAAG, at=NU
    ),
    "end_vertegenwoordiger": lambda by, home, lid: netwerk.end_vertegenwoordiger(
        by=by,
        vertegenwoordiger_id=lid.inwoner.vertegenwoordigers.get().pk,
        tot=VANDAAG,
        at=NU,
    ),
}
# The network is part of the dossier, of which the counter sees a summary only.
VAN_HET_DOSSIER: dict[str, Wijzigt] = {
    "add_netwerklid": lambda by, home, lid: netwerk.add_netwerklid(
        by=by, huishouden_id=home.pk, gegevens=BUUR, van=VANDAAG, at=NU
    ),
    "end_netwerklid": lambda by, home, lid: netwerk.end_netwerklid(
        by=by, netwerklid_id=home.netwerk.get().pk, tot=VANDAAG, at=NU
    ),
}
ALLE = HANDELINGEN | VAN_HET_DOSSIER
# Who is new belongs to nobody yet.
NIEUWEN = {"register_huishouden", "register_inwoner", "register_at_address"}
# Within the transaction of an act that asked already.
IN_EEN_ANDERE = {"enrol", "leave", "speak_until", "record_split"}


@pytest.fixture
def gezin(db: None) -> Huishouden:
    return HuishoudenFactory(met_leden=2)


@pytest.fixture
def lid(gezin: Huishouden) -> Lidmaatschap:
    return gezin.lidmaatschappen.get(rol="partner")


def begun(name: str, home: Huishouden, lid: Lidmaatschap) -> None:
    """What an act finds: somebody who lives elsewhere, and what it undoes or ends."""
    LidmaatschapFactory(inwoner__geslachtsnaam="Nieuwkomer")
    if name in BEGONNEN:
        BEGONNEN[name](MedewerkerFactory(rollen=["loket"]), home, lid)


def test_every_operation_on_a_household_is_tried_here() -> None:
    modules = (aanmelden, gebeurtenissen, huishouden, inwoner, netwerk, splitsing)
    acts = {
        name
        for module in modules
        for name, act in inspect.getmembers(module, inspect.isfunction)
        if act.__module__ == module.__name__
        and not name.startswith("_")
        and "by" in inspect.signature(act).parameters
    }

    assert acts - NIEUWEN - IN_EEN_ANDERE == set(ALLE)


@pytest.mark.parametrize("rol", ["consulent", "teamleider"])
@pytest.mark.parametrize("name", ALLE)
def test_who_looks_for_a_purpose_changes_nothing(name, rol, gezin, lid):
    begun(name, gezin, lid)
    reader = MedewerkerFactory(rollen=[rol])
    open_dossier(by=reader, huishouden_id=gezin.pk, doel="klacht", at=NU)
    before = toestand()

    with pytest.raises(NietBetrokken) as refused:
        ALLE[name](reader, gezin, lid)

    assert (refused.value.status, refused.value.melding) == (
        403,
        "U bent niet betrokken bij dit huishouden. U kunt het lezen, maar niet wijzigen.",
    )
    assert toestand() == before


@pytest.mark.parametrize("name", ALLE)
def test_who_is_involved_changes_it(name, consulent):
    home = HuishoudenFactory(met_leden=2, betrokken=consulent)
    lid = home.lidmaatschappen.get(rol="partner")
    begun(name, home, lid)

    ALLE[name](consulent, home, lid)


@pytest.mark.parametrize("systeem", [False, True])
@pytest.mark.parametrize("name", HANDELINGEN)
def test_the_counter_and_the_system_change_every_household(name, systeem, loket, gezin, lid):
    begun(name, gezin, lid)

    HANDELINGEN[name](Medewerker.objects.systeem() if systeem else loket, gezin, lid)


@pytest.mark.parametrize("name", ALLE)
def test_other_roles_change_none(name, gezin, lid):
    begun(name, gezin, lid)

    for rol in set(ROLLEN) - {"loket", "consulent", "teamleider"}:
        with pytest.raises(GeenRecht) as refused:
            ALLE[name](MedewerkerFactory(rollen=[rol]), gezin, lid)
        assert refused.value.code == "geen-recht", rol


@pytest.mark.parametrize("name", VAN_HET_DOSSIER)
def test_the_counter_leaves_the_network_alone(name, loket, gezin, lid):
    begun(name, gezin, lid)

    with pytest.raises(GeenRecht):
        VAN_HET_DOSSIER[name](loket, gezin, lid)


def test_a_substitute_changes_what_the_colleague_who_is_away_may(consulent):
    home = HuishoudenFactory(met_leden=2, betrokken=consulent)
    substitute = MedewerkerFactory(rollen=["consulent"])
    Verlof.objects.create(medewerker=consulent, vervanger=substitute, van=VANDAAG, tot=VANDAAG)

    for recht in ({}, {"recht": DOSSIER_SCHRIJVEN}):
        assert may_change(substitute, home.pk, op=VANDAAG, **recht)
        assert not may_change(substitute, home.pk, op=GISTEREN, **recht)


def test_a_resident_is_changed_through_a_household_of_today(consulent, loket):
    gone = LidmaatschapFactory(
        huishouden=HuishoudenFactory(betrokken=consulent), tot=GISTEREN
    ).inwoner

    with pytest.raises(NietBetrokken):
        inwoner.change_inwoner(by=consulent, inwoner_id=gone.pk, gegevens=BOS, revisie=None, at=NU)
    inwoner.change_inwoner(by=loket, inwoner_id=gone.pk, gegevens=BOS, revisie=None, at=NU)


def test_what_is_not_there_is_not_found(consulent):
    nobody = consulent.pk

    with pytest.raises(NietGevonden):
        huishouden.change_address(
            by=consulent, huishouden_id=nobody, adres=NIEUW, revisie=None, at=NU
        )
    with pytest.raises(NietGevonden):
        inwoner.change_inwoner(by=consulent, inwoner_id=nobody, gegevens=BOS, revisie=None, at=NU)
    with pytest.raises(NietGevonden):
        huishouden.end_member(by=consulent, lidmaatschap_id=0, tot=VANDAAG, at=NU)
