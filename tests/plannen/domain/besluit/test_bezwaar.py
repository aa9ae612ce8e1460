"""An objection: in time or not, completed, heard, put off, decided or withdrawn."""

import datetime as dt
from typing import Any

import pytest

from hengelo_sociaal.kern.fouten import GeenRecht, NietGevonden, OngeldigeInvoer
from hengelo_sociaal.medewerkers.models import Medewerker
from hengelo_sociaal.papier.document import texts_of
from hengelo_sociaal.termijnen.enums import TermijnStatus
from hengelo_sociaal.termijnen.exceptions import VerlengenNietToegestaan
from plannen.domain.besluit import bezwaar as acts
from plannen.domain.besluit.bekendmaken import publish_besluit
from plannen.domain.besluit.heroverwegen import decide_bezwaar, withdraw_bezwaar
from plannen.domain.besluit.papier import letter_paper
from plannen.enums import BezwaarStatus
from plannen.exceptions import BesluitVast, EigenBesluit, HorenNodig, StapPastNiet
from plannen.models import Besluit, Bezwaar
from plannen.queries.besluit.stand import is_final, phases
from tests.factories.besluiten import BesluitFactory, BezwaarFactory
from tests.factories.medewerkers import MedewerkerFactory
from tests.factories.toegang import NU, VANDAAG

pytestmark = pytest.mark.django_db
VERZONDEN = dt.date(2026, 9, 15)  # the last day to object is 27 October


@pytest.fixture
def besluit() -> Besluit:
    return BesluitFactory(bekend=True, bekend_op=VERZONDEN)


def received(besluit: Besluit, by: Medewerker, **changes: Any) -> Bezwaar:
    values = {"ontvangen_op": dt.date(2026, 10, 20), "indiener": "inwoner", "gronden": "Te weinig"}
    return acts.receive_bezwaar(
        besluit_id=besluit.pk, gegevens=acts.BezwaarGegevens(**values | changes), by=by, at=NU
    )


def decided(bezwaar: Bezwaar, by: Medewerker, uitkomst: str, **changes: Any) -> Bezwaar:
    values = {"motivering": "Het onderzoek was goed.", "op": VANDAAG} | changes
    return decide_bezwaar(bezwaar_id=bezwaar.pk, uitkomst=uitkomst, by=by, at=NU, **values)


def test_an_objection_starts_its_term_after_the_last_day_to_object(
    besluit: Besluit, jurist: Medewerker
) -> None:
    alone = received(besluit, jurist)
    committee = received(besluit, jurist, commissie=True)

    assert (alone.op_tijd, alone.behandelaar) == (True, jurist)
    assert alone.beslistermijn.start == dt.date(2026, 10, 27)
    assert alone.beslistermijn.einddatum == dt.date(2026, 12, 8)
    assert committee.beslistermijn.einddatum == dt.date(2027, 1, 19)
    assert alone.nummer.startswith("BZ-2026-")


@pytest.mark.parametrize(
    "changes",
    [
        {"ontvangen_op": VANDAAG + dt.timedelta(days=1)},
        {"ontvangen_op": dt.date(2026, 9, 14)},
        {"gepost_op": dt.date(2026, 10, 21)},
        {"indiener": "gemachtigde"},
        {"indiener": "zomaar"},
        {"gronden": " "},
    ],
)
def test_what_cannot_be_is_refused(
    besluit: Besluit, jurist: Medewerker, changes: dict[str, Any]
) -> None:
    with pytest.raises(OngeldigeInvoer):
        received(besluit, jurist, **changes)


def test_against_what_was_not_sent_nobody_can_object(jurist: Medewerker) -> None:
    with pytest.raises(StapPastNiet):
        received(BesluitFactory(genomen=True), jurist)


@pytest.mark.parametrize("rol", ["consulent", "teamleider", "administratie", "loket"])
def test_only_a_jurist_handles_objections(rol: str, besluit: Besluit) -> None:
    by, running = MedewerkerFactory(rollen=[rol]), BezwaarFactory(gehoord_=True)

    with pytest.raises(GeenRecht):
        received(besluit, by)
    with pytest.raises(GeenRecht):
        decided(running, by, "ongegrond")


def test_who_made_the_besluit_does_not_look_again(jurist: Medewerker) -> None:
    own = BesluitFactory(bekend=True, bekend_op=VERZONDEN, opgesteld_door=jurist)
    running = BezwaarFactory(besluit=own, gehoord_=True)

    with pytest.raises(EigenBesluit):
        received(own, jurist)
    with pytest.raises(EigenBesluit):
        decided(running, jurist, "ongegrond")


def test_without_reasons_the_term_stands_still_until_they_come(
    besluit: Besluit, jurist: Medewerker
) -> None:
    bezwaar = received(besluit, jurist, gronden="", pro_forma=True)
    before = bezwaar.beslistermijn.einddatum

    asked = acts.ask_completion(
        bezwaar_id=bezwaar.pk,
        gevraagd_op=dt.date(2026, 11, 2),
        tot=dt.date(2026, 11, 23),
        by=jurist,
        at=NU,
    )
    done = acts.complete_bezwaar(
        bezwaar_id=bezwaar.pk, op=dt.date(2026, 11, 12), gronden="Zes uur", by=jurist, at=NU
    )

    assert asked.status == BezwaarStatus.VERZUIM
    assert (done.status, done.gronden) == (BezwaarStatus.BEHANDELING, "Zes uur")
    term = type(done.beslistermijn).objects.get(pk=done.beslistermijn_id)
    assert term.status == TermijnStatus.LOOPT
    assert term.einddatum > before


def test_a_request_before_the_term_began_counts_from_its_first_day(jurist: Medewerker) -> None:
    besluit = BesluitFactory(bekend=True, bekend_op=dt.date(2026, 9, 29))  # until 10 November
    bezwaar = received(besluit, jurist, gronden="", pro_forma=True)
    early = dt.datetime(2026, 10, 21, 9, tzinfo=NU.tzinfo)
    acts.ask_completion(
        bezwaar_id=bezwaar.pk,
        gevraagd_op=dt.date(2026, 10, 21),
        tot=dt.date(2026, 11, 16),
        by=jurist,
        at=early,
    )
    before = bezwaar.beslistermijn.einddatum

    acts.complete_bezwaar(
        bezwaar_id=bezwaar.pk, op=dt.date(2026, 11, 13), gronden="Zes uur", by=jurist, at=NU
    )

    bezwaar.beslistermijn.refresh_from_db()
    assert before == dt.date(2026, 12, 22)
    assert bezwaar.beslistermijn.einddatum == dt.date(2026, 12, 24)


def test_late_without_a_good_reason_is_left_aside(besluit: Besluit, jurist: Medewerker) -> None:
    late = received(besluit, jurist, ontvangen_op=dt.date(2026, 11, 10))
    acts.record_hearing(bezwaar_id=late.pk, gehoord="ziet-af", verslag="Per mail", by=jurist, at=NU)

    assert late.op_tijd is False
    with pytest.raises(OngeldigeInvoer, match="Niet alles"):
        decided(late, jurist, "gegrond")
    assert decided(late, jurist, "niet-ontvankelijk").uitkomst == "niet-ontvankelijk"


def test_a_good_reason_opens_the_door(besluit: Besluit, jurist: Medewerker) -> None:
    late = received(besluit, jurist, ontvangen_op=dt.date(2026, 11, 10))
    acts.excuse_lateness(
        bezwaar_id=late.pk, verschoonbaar=True, reden="Lag in het ziekenhuis", by=jurist, at=NU
    )
    acts.record_hearing(
        bezwaar_id=late.pk, gehoord="gehoord", verslag="Gesproken", by=jurist, at=NU
    )

    assert decided(late, jurist, "ongegrond").is_ontvankelijk


def test_being_in_time_needs_no_excuse(besluit: Besluit, jurist: Medewerker) -> None:
    with pytest.raises(StapPastNiet):
        acts.excuse_lateness(
            bezwaar_id=received(besluit, jurist).pk,
            verschoonbaar=True,
            reden="x",
            by=jurist,
            at=NU,
        )


def test_first_hearing_then_deciding(besluit: Besluit, jurist: Medewerker) -> None:
    bezwaar = received(besluit, jurist)
    day = NU + dt.timedelta(days=3)
    acts.plan_hearing(bezwaar_id=bezwaar.pk, op=day, by=jurist, at=NU)

    with pytest.raises(HorenNodig):
        decided(bezwaar, jurist, "ongegrond")
    with pytest.raises(OngeldigeInvoer):
        acts.record_hearing(bezwaar_id=bezwaar.pk, gehoord="gehoord", verslag=" ", by=jurist, at=NU)
    heard = acts.record_hearing(
        bezwaar_id=bezwaar.pk, gehoord="gehoord", verslag="Zij wil zes uur.", by=jurist, at=NU
    )

    assert heard.hoorzitting_op == day
    done = decided(bezwaar, jurist, "ongegrond")
    assert (done.status, done.beslist_door) == (BezwaarStatus.BESLIST, jurist)
    done.beslistermijn.refresh_from_db()
    assert done.beslistermijn.status == TermijnStatus.GEHAALD
    assert done.beroepstermijn.einddatum == dt.date(2026, 12, 29)


def test_who_is_right_gets_a_new_besluit_as_a_draft(besluit: Besluit, jurist: Medewerker) -> None:
    bezwaar = BezwaarFactory(besluit=besluit, gehoord_=True, ontvangen_op=dt.date(2026, 10, 20))

    done = decided(bezwaar, jurist, "deels-gegrond")

    new = done.nieuw_besluit
    assert (new.soort, new.eerder, new.status) == ("herziening", besluit, "concept")
    assert (new.product, new.volume, new.opgesteld_door) == (besluit.product, 4, jurist)


def test_after_a_refusal_the_new_besluit_is_an_award(jurist: Medewerker) -> None:
    refusal = BesluitFactory(bekend=True, bekend_op=VERZONDEN, afwijzing=True)
    bezwaar = BezwaarFactory(besluit=refusal, gehoord_=True, ontvangen_op=dt.date(2026, 10, 20))

    new = decided(bezwaar, jurist, "gegrond").nieuw_besluit

    assert (new.soort, new.eerder, new.reden) == ("toekenning", None, None)


def test_after_an_objection_comes_beroep(jurist: Medewerker) -> None:
    refusal = BesluitFactory(bekend=True, bekend_op=VERZONDEN, afwijzing=True)
    bezwaar = BezwaarFactory(besluit=refusal, gehoord_=True, ontvangen_op=dt.date(2026, 10, 20))
    new = decided(bezwaar, jurist, "gegrond").nieuw_besluit
    Besluit.objects.filter(pk=new.pk).update(
        status="genomen", genomen_door=MedewerkerFactory(rollen=["teamleider"]), genomen_op=NU
    )

    sent = publish_besluit(besluit_id=new.pk, op=VANDAAG, by=jurist, at=NU)

    assert sent.bezwaartermijn.handeling == "beroep"
    assert sent.brief["beroep"] is True
    words = " ".join(texts_of(letter_paper(sent, op=VANDAAG).document))
    assert "Rechtbank Overijssel" in words
    assert "bezwaar maken" not in words
    assert "Beroepstermijn" in [fase.naam for fase in phases(sent, op=VANDAAG)]
    with pytest.raises(StapPastNiet, match="rechtbank"):
        received(sent, jurist, ontvangen_op=VANDAAG)


def test_putting_off_adds_six_weeks_once(besluit: Besluit, jurist: Medewerker) -> None:
    bezwaar = received(besluit, jurist)

    acts.adjourn_bezwaar(bezwaar_id=bezwaar.pk, kennisgeving_op=VANDAAG, by=jurist, at=NU)

    bezwaar.beslistermijn.refresh_from_db()
    assert bezwaar.beslistermijn.einddatum == dt.date(2027, 1, 19)
    with pytest.raises(VerlengenNietToegestaan):
        acts.adjourn_bezwaar(bezwaar_id=bezwaar.pk, kennisgeving_op=VANDAAG, by=jurist, at=NU)


def test_taken_back_needs_no_decision(besluit: Besluit, jurist: Medewerker) -> None:
    bezwaar = received(besluit, jurist)

    gone = withdraw_bezwaar(bezwaar_id=bezwaar.pk, op=VANDAAG, by=jurist, at=NU)

    gone.beslistermijn.refresh_from_db()
    assert gone.beslistermijn.status == TermijnStatus.VERVALLEN
    with pytest.raises(BesluitVast):
        decided(bezwaar, jurist, "ongegrond")


def test_a_decision_before_the_term_begins_needs_no_term(jurist: Medewerker) -> None:
    fresh = BesluitFactory(bekend=True, bekend_op=dt.date(2026, 11, 10))
    bezwaar = BezwaarFactory(besluit=fresh, gehoord_=True, ontvangen_op=dt.date(2026, 11, 12))

    done = decided(bezwaar, jurist, "ongegrond")

    done.beslistermijn.refresh_from_db()
    assert done.beslistermijn.status == TermijnStatus.VERVALLEN


def test_unused_time_to_complete_ends_without_hearing(besluit: Besluit, jurist: Medewerker) -> None:
    bezwaar = BezwaarFactory(
        besluit=besluit,
        ontvangen_op=dt.date(2026, 10, 20),
        pro_forma=True,
        gronden="",
        hersteltermijn_tot=dt.date(2026, 11, 16),
        status="verzuim",
    )

    assert decided(bezwaar, jurist, "niet-ontvankelijk").gehoord is None


@pytest.mark.parametrize(
    ("against", "final_on"),
    [
        (None, dt.date(2026, 10, 28)),
        ("lopend", None),
        ("ingetrokken", dt.date(2026, 10, 28)),
        ("beslist", dt.date(2026, 12, 30)),
    ],
)
def test_a_besluit_is_final_when_nothing_can_be_done_any_more(
    besluit: Besluit, jurist: Medewerker, against: str | None, final_on: dt.date | None
) -> None:
    if against:
        bezwaar = BezwaarFactory(besluit=besluit, gehoord_=True, ontvangen_op=dt.date(2026, 10, 20))
        if against == "beslist":
            decided(bezwaar, jurist, "ongegrond")
        elif against == "ingetrokken":
            withdraw_bezwaar(bezwaar_id=bezwaar.pk, op=VANDAAG, by=jurist, at=NU)

    days = [dt.date(2026, 10, 27) + dt.timedelta(days=n) for n in range(120)]
    final = [day for day in days if is_final(besluit, op=day)]

    assert final[:1] == ([final_on] if final_on else [])
    for day in (days[0], days[1], days[70]):
        assert Besluit.objects.onherroepelijk(day).filter(pk=besluit.pk).exists() == (day in final)


def test_an_objection_that_is_not_there(jurist: Medewerker, besluit: Besluit) -> None:
    with pytest.raises(NietGevonden):
        decide_bezwaar(
            bezwaar_id=besluit.pk,
            uitkomst="gegrond",
            motivering="x",
            op=VANDAAG,
            by=jurist,
            at=NU,
        )
