import datetime as dt

import pytest

from hengelo_sociaal.logboek.models import Wijzigingsregel
from hengelo_sociaal.termijnen.domain import start_termijn
from hengelo_sociaal.termijnen.enums import TermijnStatus
from hengelo_sociaal.termijnen.exceptions import (
    FeestdagenOnbekend,
    TermijnregelNietGeldig,
    TermijnregelOnbekend,
    VariantOnbekend,
)
from hengelo_sociaal.termijnen.models import Termijn

pytestmark = pytest.mark.django_db


def test_a_started_term_knows_its_end_its_article_and_its_explanation(consulent, later) -> None:
    termijn = start_termijn(
        regel="wmo_onderzoek",
        start=dt.date(2026, 1, 5),
        handeling="wmo-melding",
        by=consulent,
        at=later,
    )

    termijn.refresh_from_db()
    assert termijn.einddatum == dt.date(2026, 2, 16)
    assert termijn.oorspronkelijke_einddatum == termijn.einddatum
    assert termijn.artikel == "Wmo 2015, artikel 2.3.2 lid 1"
    assert termijn.status == TermijnStatus.LOOPT
    assert termijn.stappen[0]["datum"] == "2026-01-05"
    assert termijn.stappen[-1]["datum"] == "2026-02-16"


def test_starting_writes_one_log_line(consulent, later) -> None:
    termijn = start_termijn(
        regel="wmo_besluit",
        start=dt.date(2026, 1, 5),
        handeling="wmo-aanvraag",
        by=consulent,
        at=later,
    )

    regel = Wijzigingsregel.objects.get(object_id=termijn.pk)
    assert regel.handeling == "termijn-gestart"
    assert regel.medewerker_id == consulent.pk
    assert regel.wijziging["regel"] == "wmo_besluit"


def test_a_term_without_a_day_has_no_end(consulent, later) -> None:
    termijn = start_termijn(
        regel="wmo_spoed",
        start=dt.date(2026, 1, 5),
        handeling="wmo-spoed",
        by=consulent,
        at=later,
    )

    assert termijn.einddatum is None
    assert "onverwijld" in termijn.stappen[-1]["waarom"]


@pytest.mark.parametrize(
    ("regel", "start", "variant", "fout"),
    [
        ("bestaat_niet", dt.date(2026, 1, 5), "", TermijnregelOnbekend),
        ("wmo_onderzoek", dt.date(2014, 12, 31), "", TermijnregelNietGeldig),
        ("wmo_onderzoek", dt.date(2026, 1, 5), "commissie", VariantOnbekend),
        ("wmo_onderzoek", dt.date(2028, 12, 1), "", FeestdagenOnbekend),
    ],
)
def test_what_cannot_be_calculated_is_refused_and_leaves_nothing(
    consulent, later, regel, start, variant, fout
) -> None:
    with pytest.raises(fout):
        start_termijn(
            regel=regel, start=start, variant=variant, handeling="x", by=consulent, at=later
        )

    assert not Termijn.objects.exists()
    assert not Wijzigingsregel.objects.exists()


def test_without_its_log_line_no_term_starts(consulent, later, monkeypatch) -> None:
    def fail(**kwargs: object) -> None:
        raise RuntimeError

    monkeypatch.setattr("hengelo_sociaal.termijnen.domain.gedeeld.log_change", fail)

    with pytest.raises(RuntimeError):
        start_termijn(
            regel="wmo_onderzoek",
            start=dt.date(2026, 1, 5),
            handeling="wmo-melding",
            by=consulent,
            at=later,
        )

    assert not Termijn.objects.exists()
