"""Besluiten and bezwaren of the town: lawful, in every stage, and under every toewijzing."""

import pytest
from django.db.models import F, Q

from aanbieders.enums import Grondslag
from aanbieders.models import Toewijzing
from hengelo_sociaal.kern.tijd import dag_van
from plannen.enums import Besluitsoort, BesluitStatus, Bezwaarbriefsoort
from plannen.models import Besluit, Bezwaar, Bezwaarbrief
from plannen.queries.besluit.controles import checks_before, missing
from tests.demo.conftest import TOT

pytestmark = pytest.mark.usefixtures("stad")


def test_every_toewijzing_by_besluit_rests_on_one() -> None:
    by_besluit = Toewijzing.objects.geldig().filter(grondslag=Grondslag.BESLUIT)

    assert by_besluit.count() > 50
    assert not by_besluit.filter(rust_op__isnull=True).exists()


def test_what_rests_on_no_besluit_says_who_referred() -> None:
    others = Toewijzing.objects.exclude(grondslag=Grondslag.BESLUIT)

    assert others.exists()
    assert not others.filter(Q(verwezen_door="") | Q(verwezen_op__isnull=True)).exists()


def test_there_are_besluiten_in_every_stage_and_of_most_kinds() -> None:
    stages = set(Besluit.objects.values_list("status", flat=True).order_by())
    kinds = set(Besluit.objects.values_list("soort", flat=True).order_by())

    assert stages >= set(BesluitStatus.values) - {BesluitStatus.VERVALLEN}
    assert kinds >= {Besluitsoort.TOEKENNING, Besluitsoort.AFWIJZING}


def test_nobody_decides_their_own_draft_and_nothing_is_sent_before_it_was_taken() -> None:
    assert not Besluit.objects.filter(genomen_door=F("opgesteld_door")).exists()
    for besluit in Besluit.objects.filter(bekendgemaakt_op__isnull=False):
        assert dag_van(besluit.genomen_op) <= besluit.bekendgemaakt_op


def test_what_waits_to_be_read_is_complete() -> None:
    waiting = Besluit.objects.filter(status=BesluitStatus.BEOORDELING)

    assert waiting.exists()
    for besluit in waiting.select_related("melding", "contract", "product", "reden")[:40]:
        left = missing(checks_before(besluit, op=TOT))
        assert [check.code for check in left] == []


def test_objections_are_heard_before_they_are_decided() -> None:
    decided = Bezwaar.objects.filter(uitkomst__isnull=False)

    assert Bezwaar.objects.exists()
    assert not decided.filter(gehoord__isnull=True).exists()
    assert not decided.filter(beslist_op__lt=F("ontvangen_op")).exists()


def test_every_objection_has_the_letters_of_its_stage() -> None:
    received = Bezwaarbrief.objects.filter(soort=Bezwaarbriefsoort.ONTVANGST)
    decided = Bezwaarbrief.objects.filter(soort=Bezwaarbriefsoort.BESLISSING)

    assert received.count() == Bezwaar.objects.count() > 0
    assert decided.count() == Bezwaar.objects.filter(uitkomst__isnull=False).count()
    for brief in received:
        assert brief.inhoud["velden"]["beslissen_voor"]
        assert brief.inhoud["aan"]
