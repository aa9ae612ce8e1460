"""The catalogue from a file, by `importeer voorzieningen`."""

import datetime as dt

import pytest

from hengelo_sociaal.invoer.domain import import_file
from hengelo_sociaal.invoer.exceptions import InvoerGeweigerd
from hengelo_sociaal.kern.tijd import AMSTERDAM
from tests.factories.medewerkers import MedewerkerFactory
from tests.factories.voorzieningen import VoorzieningFactory
from voorzieningen.domain.catalogus import BESTANDEN, load_locaties, load_organisaties, read_rows
from voorzieningen.models import Voorziening

pytestmark = pytest.mark.django_db
NU = dt.datetime(2026, 1, 5, 9, tzinfo=AMSTERDAM)


def bring_in(inhoud: bytes, **kwargs):
    by = MedewerkerFactory(beleid=True)
    load_organisaties(rijen=read_rows("organisaties"), by=by)
    load_locaties(rijen=read_rows("locaties"), by=by)
    return import_file(
        soort="voorzieningen", inhoud=inhoud, naam="voorzieningen.csv", by=by, at=NU, **kwargs
    )


def test_the_shipped_file_goes_in_and_a_second_time_changes_nothing():
    inhoud = (BESTANDEN / "voorzieningen.csv").read_bytes()

    first = bring_in(inhoud)
    second = bring_in(inhoud)

    assert first.telling.nieuw == Voorziening.objects.count() > 100
    assert not second.telling.verandert


def test_a_trial_changes_nothing():
    verslag = bring_in((BESTANDEN / "voorzieningen.csv").read_bytes(), proef=True)

    assert verslag.telling.nieuw > 100
    assert not Voorziening.objects.exists()


def test_a_bad_row_is_told_by_its_line():
    text = (BESTANDEN / "voorzieningen.csv").read_text().replace("collectief", "rond", 1)

    with pytest.raises(InvoerGeweigerd) as refused:
        bring_in(text.encode())

    assert [each.regel for each in refused.value.fouten] == [2]
    assert not Voorziening.objects.exists()


def test_every_bad_row_is_told_at_once_also_beside_an_empty_cell():
    text = """code;naam;omschrijving;soort;vorm;leefgebieden
zonder-naam;;Iets;algemeen;collectief;netwerk
goed;Goed;Iets;algemeen;collectief;netwerk
vreemd;Vreemd;Iets;algemeen;collectief;bestaat-niet
rond;Rond;Iets;algemeen;rond;netwerk
"""

    with pytest.raises(InvoerGeweigerd) as refused:
        bring_in(text.encode())

    assert [each.regel for each in refused.value.fouten] == [2, 4, 5]
    assert "naam" in refused.value.fouten[0].reden
    assert not Voorziening.objects.exists()


def test_a_file_with_some_of_the_columns_changes_only_those():
    made = VoorzieningFactory(code="koffie", kosten="Gratis.", wanneer="Op dinsdag.")
    text = """code;naam;omschrijving;soort;vorm;leefgebieden;kosten
koffie;Koffie;Samen drinken.;algemeen;collectief;netwerk;Een euro.
"""

    verslag = bring_in(text.encode())

    assert verslag.waarschuwingen == ()
    made.refresh_from_db()
    assert (made.kosten, made.wanneer) == ("Een euro.", "Op dinsdag.")


def test_the_file_of_now_goes_in_again_and_changes_nothing(client):
    bring_in((BESTANDEN / "voorzieningen.csv").read_bytes())
    VoorzieningFactory(naam="=1+1", kosten="", wachttijd_dagen=3, gecontroleerd_op=NU.date())
    client.force_login(
        MedewerkerFactory(beleid=True), backend="django.contrib.auth.backends.ModelBackend"
    )

    inhoud = client.get("/voorzieningen/inlezen/huidig.xlsx").content
    verslag = import_file(
        soort="voorzieningen",
        inhoud=inhoud,
        naam="voorzieningen.xlsx",
        by=MedewerkerFactory(beleid=True),
        at=NU,
    )

    assert verslag.telling.gelijk == Voorziening.objects.count()
    assert not verslag.telling.verandert
    assert verslag.waarschuwingen == ()
