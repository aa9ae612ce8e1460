"""Keeping the municipality's texts."""

import datetime as dt

import pytest
from django.db import DatabaseError, transaction

from hengelo_sociaal.kern.fouten import GeenRecht, NietGevonden, OngeldigeInvoer
from hengelo_sociaal.logboek.models import Wijzigingsregel
from hengelo_sociaal.papier.domain.sjablonen import (
    Sjabloontekst,
    put_in_force,
    throw_away_concept,
    write_concept,
)
from hengelo_sociaal.papier.domain.stukken import compose, find_stuk, keep_stuk
from hengelo_sociaal.papier.exceptions import DagBezet, OnbekendVeld, PapierMislukt
from hengelo_sociaal.papier.models import SjabloonVersie, Stuk
from hengelo_sociaal.papier.queries.sjablonen import overview, row_of, version_on
from hengelo_sociaal.papier.soorten import soort_van, soorten
from tests.factories.medewerkers import MedewerkerFactory
from tests.factories.toegang import NU, VANDAAG
from tests.papier.voorbeeld import kaal, tekst_van

pytestmark = pytest.mark.django_db
MORGEN = VANDAAG + dt.timedelta(days=1)
CODE = "evaluatie"
TEKST = "Gesprek op {gehouden_op}: {uitkomst}.\r\n\r\n[[voortgang]]"


def tekst(titel="Verslag voor {naam}", tekst=TEKST, taalniveau="b1") -> Sjabloontekst:
    return Sjabloontekst(titel=titel, tekst=tekst, taalniveau=taalniveau)


@pytest.fixture
def beheer():
    return MedewerkerFactory(beheer=True)


def test_every_kind_of_document_comes_with_a_text():
    assert all(row.huidig for row in overview(op=VANDAAG))
    assert len(overview(op=VANDAAG)) == len(soorten())


def test_the_overview_takes_one_query(django_assert_num_queries):
    with django_assert_num_queries(1):
        overview(op=VANDAAG)


def test_a_concept_changes_nothing_yet(beheer):
    made = write_concept(code=CODE, gegevens=tekst(), by=beheer, at=NU)

    assert (made.nummer, made.geldig_van) == (2, None)
    assert "\r" not in made.tekst
    assert version_on(CODE, op=VANDAAG).nummer == 1
    assert row_of(CODE, op=VANDAAG)[0].concept == made


def test_writing_again_goes_on_in_the_same_concept(beheer):
    first = write_concept(code=CODE, gegevens=tekst(), by=beheer, at=NU)

    again = write_concept(code=CODE, gegevens=tekst(titel="Anders"), by=beheer, at=NU)

    assert (again.pk, again.titel) == (first.pk, "Anders")


def test_a_text_holds_from_its_day_on(beheer):
    write_concept(code=CODE, gegevens=tekst(), by=beheer, at=NU)

    made = put_in_force(code=CODE, vanaf=MORGEN, by=beheer, at=NU)

    assert version_on(CODE, op=VANDAAG).nummer == 1
    assert version_on(CODE, op=MORGEN) == made
    assert row_of(CODE, op=VANDAAG)[0].straks == made
    assert row_of(CODE, op=MORGEN)[0].huidig == made


def test_an_unknown_field_never_gets_into_a_concept(beheer):
    with pytest.raises(OnbekendVeld):
        write_concept(code=CODE, gegevens=tekst(tekst="{bsn}"), by=beheer, at=NU)

    assert SjabloonVersie.objects.filter(sjabloon=CODE).count() == 1
    assert not Wijzigingsregel.objects.exists()


def test_a_text_cannot_hold_before_today_or_twice_on_a_day(beheer):
    write_concept(code=CODE, gegevens=tekst(), by=beheer, at=NU)
    with pytest.raises(OngeldigeInvoer):
        put_in_force(code=CODE, vanaf=VANDAAG - dt.timedelta(days=1), by=beheer, at=NU)
    put_in_force(code=CODE, vanaf=MORGEN, by=beheer, at=NU)
    write_concept(code=CODE, gegevens=tekst(titel="Nog een"), by=beheer, at=NU)

    with pytest.raises(DagBezet):
        put_in_force(code=CODE, vanaf=MORGEN, by=beheer, at=NU)

    assert row_of(CODE, op=VANDAAG)[0].concept is not None


def test_a_text_in_force_never_changes(beheer):
    version = version_on(CODE, op=VANDAAG)
    version.tekst = "Anders"

    with pytest.raises(DatabaseError, match="verandert niet"), transaction.atomic():
        version.save()


def test_a_concept_can_be_thrown_away(beheer):
    write_concept(code=CODE, gegevens=tekst(), by=beheer, at=NU)

    throw_away_concept(code=CODE, by=beheer, at=NU)

    assert row_of(CODE, op=VANDAAG)[0].concept is None
    with pytest.raises(NietGevonden):
        throw_away_concept(code=CODE, by=beheer, at=NU)
    with pytest.raises(NietGevonden):
        put_in_force(code=CODE, vanaf=VANDAAG, by=beheer, at=NU)


@pytest.mark.parametrize("rol", ["consulent", "teamleider", "jurist", "privacy", "loket"])
def test_only_beheer_keeps_texts(rol):
    by = MedewerkerFactory(rollen=[rol])

    for act in (
        lambda: write_concept(code=CODE, gegevens=tekst(), by=by, at=NU),
        lambda: put_in_force(code=CODE, vanaf=VANDAAG, by=by, at=NU),
        lambda: throw_away_concept(code=CODE, by=by, at=NU),
    ):
        with pytest.raises(GeenRecht):
            act()


def test_a_kind_that_is_not_there(beheer):
    with pytest.raises(NietGevonden):
        write_concept(code="bestaat-niet", gegevens=tekst(), by=beheer, at=NU)
    with pytest.raises(NietGevonden):
        version_on("bestaat-niet", op=VANDAAG)


def test_every_change_is_in_the_log(beheer):
    write_concept(code=CODE, gegevens=tekst(), by=beheer, at=NU)
    put_in_force(code=CODE, vanaf=VANDAAG, by=beheer, at=NU)

    lines = Wijzigingsregel.objects.order_by("id")
    assert [line.handeling for line in lines] == [
        "concept van een tekst bewaard",
        "tekst in gebruik genomen",
    ]
    assert lines[1].wijziging == {"sjabloon": CODE, "versie": 2, "vanaf": "2026-11-17"}


def gemaakt(beheer, **anders):
    soort = soort_van(CODE)
    made = compose(CODE, soort.voorbeeld(), op=VANDAAG, kenmerk="PL-1")
    return keep_stuk(soort=CODE, onderwerp_id=beheer.pk, opgemaakt=made, by=beheer, at=NU, **anders)


def test_what_was_given_is_the_same_ever_after(beheer):
    first = gemaakt(beheer)
    write_concept(code=CODE, gegevens=tekst(titel="Iets heel anders"), by=beheer, at=NU)
    put_in_force(code=CODE, vanaf=VANDAAG, by=beheer, at=NU)

    again = gemaakt(beheer)
    large = gemaakt(beheer, groot=True)

    assert (again.pk, bytes(again.pdf)) == (first.pk, bytes(first.pdf))
    assert first.sjabloonversie.nummer == 1
    assert large.sjabloonversie.nummer == 2
    assert kaal("Iets heel anders") in kaal(tekst_van(bytes(large.pdf)))
    assert find_stuk(soort=CODE, onderwerp_id=beheer.pk, groot=True) == large


def test_what_was_given_cannot_be_changed_in_the_database(beheer):
    kept = gemaakt(beheer)

    with pytest.raises(DatabaseError, match="verandert niet"), transaction.atomic():
        Stuk.objects.filter(pk=kept.pk).update(titel="Anders")


def test_nothing_is_kept_when_the_setter_fails(beheer, monkeypatch, tmp_path):
    from hengelo_sociaal.papier import zetten

    broken = tmp_path / "zetter.py"
    broken.write_text("raise SystemExit(3)")
    monkeypatch.setattr(zetten, "ZETTER", broken)

    with pytest.raises(PapierMislukt):
        gemaakt(beheer)

    assert not Stuk.objects.exists()
