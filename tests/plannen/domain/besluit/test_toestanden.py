"""The state machine: whatever people try in whatever order, the truths of the table hold."""

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hengelo_sociaal.kern.fouten import DomeinFout
from hengelo_sociaal.medewerkers.models import Medewerker
from plannen.domain.besluit import beoordelen
from plannen.domain.besluit.bekendmaken import publish_besluit
from plannen.enums import BesluitStatus, BezwaarStatus
from plannen.models import Besluit
from plannen.queries.besluit.stand import phases
from plannen.queries.besluit.stappen import BEZWAARSTAPPEN, MAG, STAPPEN, steps_now
from tests.factories.besluiten import BesluitFactory
from tests.factories.medewerkers import MedewerkerFactory, TeamFactory
from tests.factories.toegang import NU, VANDAAG

ACTS: dict[str, Callable[[dict[str, Any]], Besluit]] = {
    "indienen": lambda who: beoordelen.submit_besluit(**who),
    "terugnemen": lambda who: beoordelen.recall_besluit(**who),
    "teruggeven": lambda who: beoordelen.return_besluit(opmerking="Anders", **who),
    "nemen": lambda who: beoordelen.take_besluit(**who),
    "heropenen": lambda who: beoordelen.reopen_besluit(opmerking="Anders", **who),
    "bekendmaken": lambda who: publish_besluit(op=VANDAAG, **who),
    "vervallen": lambda who: beoordelen.drop_besluit(**who),
}
ROLLEN = ("consulent", "teamleider", "jurist", "administratie", "loket")
moves = st.lists(st.tuples(st.sampled_from(sorted(ACTS)), st.sampled_from(ROLLEN)), max_size=9)


def test_every_step_has_an_act_and_somebody_who_may() -> None:
    assert set(STAPPEN) == set(MAG) == set(ACTS)
    assert {end for _, end in STAPPEN.values()} <= set(BesluitStatus.values)


def test_what_is_closed_has_no_steps() -> None:
    for closed in (BesluitStatus.BEKENDGEMAAKT, BesluitStatus.VERVALLEN):
        assert all(closed not in begin for begin, _ in STAPPEN.values())
    for closed in (BezwaarStatus.BESLIST, BezwaarStatus.INGETROKKEN):
        assert all(closed not in begin for begin, _ in BEZWAARSTAPPEN.values())


@pytest.mark.django_db
@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(moves=moves)
def test_the_table_is_the_only_way(moves: list[tuple[str, str]]) -> None:
    with transaction.atomic():
        besluit, people = _begin()
        for step, rol in moves:
            before = Besluit.objects.get(pk=besluit.pk)
            allowed = step in steps_now(before, people[rol])
            try:
                after = ACTS[step]({"besluit_id": besluit.pk, "by": people[rol], "at": NU})
            except DomeinFout:
                after = Besluit.objects.get(pk=besluit.pk)
                assert after.status == before.status
            else:
                assert allowed
                begin, end = STAPPEN[step]
                assert (before.status in begin, after.status) == (True, end)
            _holds(after)
        transaction.set_rollback(True)


def _begin() -> tuple[Besluit, dict[str, Medewerker]]:
    team = TeamFactory()
    people = {rol: MedewerkerFactory(rollen=[rol]) for rol in ROLLEN}
    team.leden.set([people["consulent"], people["teamleider"]])
    return BesluitFactory(opgesteld_door=people["consulent"], met_controles=True), people


def _holds(besluit: Besluit) -> None:
    """What is true in every state."""
    decided = besluit.status in {BesluitStatus.GENOMEN, BesluitStatus.BEKENDGEMAAKT}
    if decided:
        assert besluit.genomen_door_id not in {None, besluit.opgesteld_door_id}
    assert (besluit.bekendgemaakt_op is not None) == besluit.is_bekend
    assert (besluit.bezwaartermijn_id is not None) == besluit.is_bekend
    assert sum(fase.nu for fase in phases(besluit, op=VANDAAG + dt.timedelta(days=1))) == 1
