"""A toewijzing rests on a besluit that holds, and ends with it."""

import datetime as dt
from typing import Any

import pytest
from django.db import connection, transaction

from aanbieders.domain.toewijzingen import Omvang, Verwijzing, create_toewijzing
from aanbieders.enums import ToewijzingStatus
from aanbieders.exceptions import VerwijzingNodig
from aanbieders.models import Toewijzing
from hengelo_sociaal.kern.beperkingen import operation
from hengelo_sociaal.kern.fouten import GeenRecht
from hengelo_sociaal.medewerkers.models import Medewerker
from plannen.domain.besluit.bekendmaken import publish_besluit, waits_for_toewijzing
from plannen.domain.besluit.toewijzen import carry_out_besluit
from plannen.exceptions import BesluitNodig, PastNietBijBesluit, StapPastNiet
from plannen.models import Besluit
from plannen.queries.besluit.gevolgen import foresee
from tests.factories.aanbieders import TariefFactory, ToewijzingFactory
from tests.factories.besluiten import BesluitFactory
from tests.factories.medewerkers import MedewerkerFactory
from tests.factories.plannen import AfspraakFactory
from tests.factories.toegang import NU, VANDAAG, InwonerFactory

pytestmark = pytest.mark.django_db


def granted(besluit: Besluit, by: Medewerker, **changes: Any) -> Toewijzing:
    omvang = {
        "volume": 4,
        "eenheid": "04",
        "frequentie": "2",
        "van": besluit.van,
        "tot": besluit.tot,
    }
    values: dict[str, Any] = {
        "inwoner": besluit.inwoner,
        "contract": besluit.contract,
        "product": besluit.product,
        "grondslag": "besluit",
        "besluit_id": besluit.pk,
    }
    given = {name: changes.pop(name) for name in list(changes) if name in values}
    return create_toewijzing(**values | given, omvang=Omvang(**omvang | changes), by=by, at=NU)


def follow_up(besluit: Besluit, soort: str, van: dt.date, **values: Any) -> Besluit:
    if soort == "intrekking":
        values = {"leveringsvorm": None, "volume": None, "tot": None} | values
    return BesluitFactory(
        genomen=True,
        soort=soort,
        eerder=besluit,
        inwoner=besluit.inwoner,
        huishouden=besluit.huishouden,
        contract=besluit.contract,
        product=besluit.product,
        van=van,
        reden_id="op-verzoek",
        motivering="U vroeg daarom.",
        **values,
    )


def send(besluit: Besluit, by: Medewerker) -> Besluit:
    return publish_besluit(besluit_id=besluit.pk, op=VANDAAG, by=by, at=NU)


def test_the_toewijzing_is_what_was_decided(administratie: Medewerker) -> None:
    besluit = BesluitFactory(bekend=True, afspraak=AfspraakFactory(maatwerk=True))
    assert waits_for_toewijzing(besluit)

    made = carry_out_besluit(besluit_id=besluit.pk, by=administratie, at=NU)

    assert (made.product, made.volume, made.van, made.tot) == (
        besluit.product,
        4,
        besluit.van,
        besluit.tot,
    )
    assert made.rust_op.besluit == besluit
    assert made.herziening_op == dt.date(2027, 9, 7)
    besluit.afspraak.refresh_from_db()
    assert besluit.afspraak.toewijzing == made
    assert not waits_for_toewijzing(besluit)
    with pytest.raises(BesluitNodig):
        carry_out_besluit(besluit_id=besluit.pk, by=administratie, at=NU)


@pytest.mark.parametrize(
    "state",
    [{}, {"genomen": True}, {"bekend": True, "pgb": True}, {"bekend": True, "afwijzing": True}],
)
def test_only_help_in_kind_that_was_made_known_gets_one(
    administratie: Medewerker, state: dict[str, Any]
) -> None:
    with pytest.raises(BesluitNodig):
        carry_out_besluit(besluit_id=BesluitFactory(**state).pk, by=administratie, at=NU)


@pytest.mark.parametrize("rol", ["consulent", "teamleider", "jurist", "contracten"])
def test_only_administratie_makes_one(rol: str) -> None:
    besluit = BesluitFactory(bekend=True)

    with pytest.raises(GeenRecht):
        carry_out_besluit(besluit_id=besluit.pk, by=MedewerkerFactory(rollen=[rol]), at=NU)


def test_without_a_besluit_that_holds_there_is_none(administratie: Medewerker) -> None:
    draft, ended = BesluitFactory(), BesluitFactory(bekend=True, vervangen_per=dt.date(2026, 12, 1))

    for besluit in (draft, ended):
        with pytest.raises(BesluitNodig):
            granted(besluit, administratie)
    with pytest.raises(BesluitNodig):
        granted(draft, administratie, besluit_id=None)

    assert not Toewijzing.objects.exists()


@pytest.mark.parametrize("other", ["inwoner", "product", "tot"])
def test_it_is_of_the_same_person_product_and_period(administratie: Medewerker, other: str) -> None:
    besluit = BesluitFactory(bekend=True)
    tarief = TariefFactory(contract=besluit.contract)
    changes = {
        "inwoner": {"inwoner": InwonerFactory()},
        "product": {"product": tarief.product},
        "tot": {"tot": besluit.tot + dt.timedelta(days=1)},
    }

    with pytest.raises(PastNietBijBesluit) as refused:
        granted(besluit, administratie, **changes[other])

    assert set(refused.value.velden) == {other}


def test_a_referral_needs_no_besluit_but_says_whose(administratie: Medewerker) -> None:
    besluit = BesluitFactory()
    by_doctor = {"grondslag": "medische-verwijzing", "besluit_id": None}

    with pytest.raises(VerwijzingNodig):
        granted(besluit, administratie, **by_doctor)
    made = create_toewijzing(
        inwoner=besluit.inwoner,
        contract=besluit.contract,
        product=besluit.product,
        grondslag="rechter",
        verwijzing=Verwijzing("Rechtbank Overijssel", VANDAAG),
        omvang=Omvang(4, "04", "2", besluit.van, besluit.tot),
        by=administratie,
        at=NU,
    )

    assert (made.verwezen_door, made.verwezen_op) == ("Rechtbank Overijssel", VANDAAG)


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(
    "statement",
    [
        # Refused at once; what is tested here is the net behind that.
        "ALTER TABLE plannen_toewijzinggrond DISABLE TRIGGER weiger_delete;"
        " DELETE FROM plannen_toewijzinggrond",
        "UPDATE aanbieders_toewijzing SET van = van - 1",
        "UPDATE plannen_besluit SET vervangen_per = van + 1",
    ],
)
def test_the_database_refuses_a_toewijzing_without_ground(statement: str) -> None:
    ToewijzingFactory()

    touch = "UPDATE aanbieders_toewijzing SET status = status"
    with pytest.raises(BesluitNodig), operation(), connection.cursor() as cursor:
        cursor.execute(f"{statement}; {touch}")


def test_withdrawing_ends_the_toewijzing_on_that_day(
    administratie: Medewerker, jurist: Medewerker
) -> None:
    besluit = BesluitFactory(bekend=True)
    running = carry_out_besluit(besluit_id=besluit.pk, by=administratie, at=NU)
    taking_back = follow_up(besluit, "intrekking", dt.date(2027, 2, 1))
    told = " ".join(foresee(taking_back))

    send(taking_back, jurist)

    running.refresh_from_db()
    besluit.refresh_from_db()
    assert running.nummer in told
    assert besluit.vervangen_per == dt.date(2027, 2, 1)
    assert (running.status, running.beeindigd_op) == (
        ToewijzingStatus.BEEINDIGD,
        dt.date(2027, 1, 31),
    )


def test_what_would_not_have_begun_lapses(administratie: Medewerker, jurist: Medewerker) -> None:
    besluit = BesluitFactory(bekend=True)
    running = carry_out_besluit(besluit_id=besluit.pk, by=administratie, at=NU)

    send(follow_up(besluit, "intrekking", besluit.van), jurist)

    running.refresh_from_db()
    assert (running.status, running.beeindigd_op) == (ToewijzingStatus.VERVALLEN, None)


def test_a_review_ends_the_old_and_asks_for_a_new_toewijzing(
    administratie: Medewerker, jurist: Medewerker
) -> None:
    besluit = BesluitFactory(bekend=True)
    carry_out_besluit(besluit_id=besluit.pk, by=administratie, at=NU)
    lighter = follow_up(besluit, "herziening", dt.date(2027, 1, 1), volume=2)

    send(lighter, jurist)
    made = carry_out_besluit(besluit_id=lighter.pk, by=administratie, at=NU)

    assert (made.van, made.volume) == (dt.date(2027, 1, 1), 2)
    assert Toewijzing.objects.op(dt.date(2027, 1, 1)).get() == made


def test_of_two_that_change_one_the_second_comes_too_late(jurist: Medewerker) -> None:
    besluit = BesluitFactory(bekend=True)
    second = follow_up(besluit, "intrekking", dt.date(2027, 2, 1))
    Besluit.objects.filter(pk=besluit.pk).update(vervangen_per=dt.date(2027, 1, 1))

    with pytest.raises(StapPastNiet), transaction.atomic():
        send(second, jurist)
