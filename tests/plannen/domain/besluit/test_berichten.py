"""Who hears what of a besluit and an objection, and what stands in the calendar."""

import datetime as dt

import pytest

from hengelo_sociaal.kern.tijd import AMSTERDAM
from hengelo_sociaal.medewerkers.models import Medewerker
from hengelo_sociaal.werk.models import Bericht
from hengelo_sociaal.werk.registers import calendar_of
from plannen.domain.besluit import beoordelen
from plannen.domain.besluit.bezwaar import BezwaarGegevens, plan_hearing, receive_bezwaar
from plannen.domain.besluit.heroverwegen import decide_bezwaar, withdraw_bezwaar
from plannen.models import Besluit
from tests.factories.besluiten import BesluitFactory, BezwaarFactory
from tests.factories.medewerkers import MedewerkerFactory
from tests.factories.toegang import NU, VANDAAG

pytestmark = pytest.mark.django_db
HOREN = dt.datetime(2026, 12, 15, 10, tzinfo=AMSTERDAM)


def told(to: Medewerker) -> list[str]:
    return list(Bericht.objects.filter(voor=to).order_by("pk").values_list("titel", flat=True))


def test_the_drafter_hears_what_became_of_it(
    concept: Besluit, consulent: Medewerker, teamleider: Medewerker
) -> None:
    key = concept.pk
    beoordelen.submit_besluit(besluit_id=key, by=consulent, at=NU)
    beoordelen.return_besluit(besluit_id=key, opmerking="Noem de uren.", by=teamleider, at=NU)
    beoordelen.submit_besluit(besluit_id=key, by=consulent, at=NU)
    beoordelen.take_besluit(besluit_id=key, by=teamleider, at=NU)

    nummer = concept.nummer
    assert told(consulent) == [
        f"Besluit {nummer} is terug: er moet iets anders",
        f"Besluit {nummer} is genomen: verstuur de brief",
    ]
    assert Bericht.objects.filter(voor=consulent).order_by("pk")[0].notitie == "Noem de uren."
    assert told(teamleider) == []
    assert concept.inwoner.geslachtsnaam not in "".join(told(consulent))


def test_the_drafter_hears_of_an_objection_and_how_it_ended(
    consulent: Medewerker, jurist: Medewerker
) -> None:
    besluit = BesluitFactory(bekend=True, bekend_op=dt.date(2026, 9, 15), opgesteld_door=consulent)
    came = BezwaarGegevens(
        ontvangen_op=dt.date(2026, 10, 20), indiener="inwoner", gronden="Te weinig"
    )
    made = receive_bezwaar(besluit_id=besluit.pk, gegevens=came, by=jurist, at=NU)
    decided = BezwaarFactory(besluit=besluit, gehoord_=True, ontvangen_op=dt.date(2026, 10, 20))
    decide_bezwaar(
        bezwaar_id=decided.pk, uitkomst="ongegrond", motivering="x", op=VANDAAG, by=jurist, at=NU
    )

    assert told(consulent) == [
        f"Bezwaar {made.nummer} is ontvangen",
        f"Bezwaar {decided.nummer} is beslist: ongegrond",
    ]
    assert told(jurist) == []


def test_hearing_and_last_day_stand_in_the_calendar_of_the_jurist(jurist: Medewerker) -> None:
    bezwaar = BezwaarFactory(behandelaar=jurist)
    plan_hearing(bezwaar_id=bezwaar.pk, op=HOREN, by=jurist, at=NU)

    def entries(who: Medewerker) -> list[str]:
        return [row.titel for row in calendar_of(who, op=VANDAAG)]

    assert entries(jurist) == [
        f"Hoorzitting {bezwaar.nummer}",
        f"Laatste dag: beslissen op bezwaar {bezwaar.nummer}",
    ]
    assert entries(MedewerkerFactory(jurist=True)) == []
    withdraw_bezwaar(bezwaar_id=bezwaar.pk, op=VANDAAG, by=jurist, at=NU)
    assert entries(jurist) == []


def test_help_that_should_not_have_stopped_goes_on_from_that_day(jurist: Medewerker) -> None:
    award = BesluitFactory(bekend=True, bekend_op=dt.date(2026, 6, 1), van=dt.date(2026, 6, 8))
    stopped = BesluitFactory(
        bekend=True,
        bekend_op=dt.date(2026, 9, 15),
        soort="intrekking",
        eerder=award,
        huishouden=award.huishouden,
        inwoner=award.inwoner,
        reden_id="op-verzoek",
        motivering="U vroeg daarom.",
        van=dt.date(2026, 10, 1),
        tot=None,
        tarief=None,
        contract=None,
        product=None,
        eenheid=None,
        volume=None,
        frequentie=None,
        leveringsvorm=None,
    )
    bezwaar = BezwaarFactory(besluit=stopped, gehoord_=True, ontvangen_op=dt.date(2026, 10, 20))

    done = decide_bezwaar(
        bezwaar_id=bezwaar.pk, uitkomst="gegrond", motivering="x", op=VANDAAG, by=jurist, at=NU
    )

    new = done.nieuw_besluit
    assert new is not None
    assert (new.soort, new.eerder, new.van) == ("toekenning", None, dt.date(2026, 10, 1))
    assert (new.product, new.volume, new.contract) == (award.product, 4, award.contract)
    assert new.tot == award.tot
