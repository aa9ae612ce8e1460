import datetime as dt

import pytest

from hengelo_sociaal.kern.fouten import GeenRecht, NietGevonden
from hengelo_sociaal.termijnen.exceptions import OpschortenNietToegestaan, VerlengenNietToegestaan
from hengelo_sociaal.termijnen.rekenen.duur import Duur
from hengelo_sociaal.termijnen.rekenen.soorten import Eenheid, Opschortgrond
from tests.factories.medewerkers import MedewerkerFactory
from tests.factories.termijnen import TermijnFactory
from tests.factories.toegang import NU, VANDAAG, HulpvraagFactory, MeldingFactory
from toegang.domain.melding import make_melding
from toegang.domain.termijnen import complete_term, extend_term, resume_term, suspend_term
from toegang.tasks import markeer_verlopen_termijnen

pytestmark = pytest.mark.django_db
DRIE_WEKEN = VANDAAG + dt.timedelta(days=21)


@pytest.fixture
def besluit(loket):
    """The eight weeks of a besluit under the Jeugdwet, until 12 January 2027."""
    melding = make_melding(
        by=loket,
        hulpvraag_id=HulpvraagFactory().pk,
        wet="jeugdwet",
        ontvangen_op=VANDAAG,
        at=NU,
    )
    return melding.termijnen.get()


def suspend(by, termijn):
    return suspend_term(
        by=by,
        termijn_id=termijn.pk,
        grond=Opschortgrond.AANVULLING,
        uitnodiging_op=VANDAAG,
        hersteltermijn_tot=DRIE_WEKEN,
        at=NU,
    )


def test_a_besluit_term_stands_still_and_runs_again(consulent, besluit):
    before = besluit.einddatum

    suspend(consulent, besluit)
    besluit.refresh_from_db()
    assert besluit.status == "opgeschort"
    termijn = resume_term(
        by=consulent,
        termijn_id=besluit.pk,
        op=VANDAAG + dt.timedelta(days=8),
        at=NU + dt.timedelta(days=8),
    )

    assert termijn.status == "loopt"
    assert termijn.einddatum == before + dt.timedelta(days=7)


def test_a_besluit_term_is_extended_once(consulent, besluit):
    verlenging = extend_term(
        by=consulent,
        termijn_id=besluit.pk,
        met=Duur(2, Eenheid.WEKEN),
        kennisgeving_op=VANDAAG,
        at=NU,
    )

    assert verlenging.termijn_id == besluit.pk


def test_the_onderzoek_of_the_wmo_does_not_stand_still(consulent):
    onderzoek = MeldingFactory(met_termijn=True).termijnen.get()

    with pytest.raises(OpschortenNietToegestaan):
        suspend(consulent, onderzoek)
    with pytest.raises(VerlengenNietToegestaan):
        extend_term(
            by=consulent,
            termijn_id=onderzoek.pk,
            met=Duur(2, Eenheid.WEKEN),
            kennisgeving_op=VANDAAG,
            at=NU,
        )


def test_an_act_is_done_in_time(consulent):
    onderzoek = MeldingFactory(met_termijn=True).termijnen.get()

    assert complete_term(by=consulent, termijn_id=onderzoek.pk, op=VANDAAG, at=NU).status == (
        "gehaald"
    )


def test_a_term_of_others_or_of_no_melding_is_not_found(consulent, loket):
    others = MeldingFactory(met_termijn=True, van_consulent=MedewerkerFactory(consulent=True))

    for termijn in (others.termijnen.get(), TermijnFactory()):
        with pytest.raises(NietGevonden):
            suspend(consulent, termijn)
    with pytest.raises(GeenRecht):
        suspend(loket, others.termijnen.get())


def test_the_night_marks_what_has_passed():
    termijn = MeldingFactory(met_termijn=True, ontvangen_op=dt.date(2026, 1, 5)).termijnen.get()

    markeer_verlopen_termijnen()

    termijn.refresh_from_db()
    assert termijn.status == "verlopen"
