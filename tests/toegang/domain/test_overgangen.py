"""The states of a melding: whatever people try, it is always somewhere in the table."""

import datetime as dt

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hengelo_sociaal.kern.fouten import DomeinFout, GeenRecht
from tests.factories.medewerkers import MedewerkerFactory
from tests.factories.toegang import NU, VANDAAG, HulpvraagFactory, MeldingFactory
from toegang.domain import melding_stappen as stappen
from toegang.domain.melding import make_melding
from toegang.domain.overgangen import PER_HANDELING, TABEL, fits, move
from toegang.enums import LOPEND, MeldingStatus
from toegang.exceptions import StapNietMogelijk
from toegang.models import Melding

pytestmark = pytest.mark.django_db
LATER = NU + dt.timedelta(days=60)
DAG = VANDAAG + dt.timedelta(days=60)

ACTS = {
    "onderzoek-beginnen": lambda who: stappen.start_onderzoek(**who),
    "onderzoek-afronden": lambda who: stappen.finish_onderzoek(
        **who, op=DAG, ondersteuning_nodig=True, afgezien_reden="niet-nodig"
    ),
    "aanvraag-ontvangen": lambda who: stappen.receive_aanvraag(**who, op=DAG),
    "besluiten": lambda who: stappen.decide_melding(
        **who, op=DAG, toegekend=True, afgezien_reden="niet-nodig"
    ),
    "afronden": lambda who: stappen.close_melding(**who, op=DAG),
    "intrekken": lambda who: stappen.withdraw_melding(**who, reden="anders"),
    "heropenen": lambda who: stappen.reopen_melding(**who, reden="vergissing"),
}


def test_every_act_of_the_table_is_tried():
    assert set(ACTS) == set(PER_HANDELING) == {row.handeling for row in TABEL}


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    wet=st.sampled_from(["wmo", "jeugdwet", "participatiewet", "wgs", "wi"]),
    acts=st.lists(st.sampled_from(sorted(ACTS)), max_size=9),
)
def test_any_row_of_acts_ends_in_a_state_of_the_table(wet, acts):
    consulent = MedewerkerFactory(consulent=True)
    made = make_melding(
        by=consulent, hulpvraag_id=HulpvraagFactory().pk, wet=wet, ontvangen_op=VANDAAG, at=NU
    )
    for act in acts:
        before = Melding.objects.get(pk=made.pk)
        try:
            ACTS[act]({"by": consulent, "melding_id": made.pk, "at": LATER})
        except DomeinFout:
            after = Melding.objects.get(pk=made.pk)
            assert (after.status, after.revisie) == (before.status, before.revisie)
            continue
        after = Melding.objects.get(pk=made.pk)
        assert before.status in PER_HANDELING[act].van
        assert after.status == PER_HANDELING[act].naar
        assert after.revisie > before.revisie
        assert (after.afgerond_op is not None) == (after.status == MeldingStatus.AFGEROND)
        assert after.is_lopend or not any(t.is_open for t in after.termijnen.all())


@pytest.mark.parametrize("row", TABEL, ids=lambda row: row.handeling)
@pytest.mark.parametrize("status", list(MeldingStatus))
def test_an_act_fits_exactly_where_the_table_says(row, status):
    melding = MeldingFactory.build(status=status, hulpvraag=None, huishouden=None, inwoner=None,
                                   geregistreerd_door=None, van_consulent=None)  # fmt: skip
    consulent = MedewerkerFactory(consulent=True)

    assert fits(melding, row.handeling) == (status in row.van)
    if status in row.van:
        move(melding, row.handeling, by=consulent)
        assert melding.status == row.naar
    else:
        with pytest.raises(StapNietMogelijk):
            move(melding, row.handeling, by=consulent)


@pytest.mark.parametrize("rol", ["loket", "jurist", "vindplaats", "beleid", "beheer"])
@pytest.mark.parametrize("row", TABEL, ids=lambda row: row.handeling)
def test_who_does_not_treat_meldingen_moves_nothing(row, rol):
    melding = Melding(status=next(iter(row.van)))

    with pytest.raises(GeenRecht):
        move(melding, row.handeling, by=MedewerkerFactory(rollen=[rol]))


def test_everything_that_runs_can_be_withdrawn_and_everything_closed_reopened():
    assert set(PER_HANDELING["intrekken"].van) == set(LOPEND)
    assert set(PER_HANDELING["heropenen"].van) == set(MeldingStatus) - set(LOPEND)
