"""Interventions and what they reached: kept by who may, numbers that can be right."""

import datetime as dt
from pathlib import Path

import pytest

from hengelo_sociaal.invoer.domain import import_file
from hengelo_sociaal.invoer.exceptions import InvoerGeweigerd
from hengelo_sociaal.kern.fouten import GeenRecht, OngeldigeInvoer
from hengelo_sociaal.kern.tijd import AMSTERDAM
from hengelo_sociaal.logboek.models import Wijzigingsregel
from hengelo_sociaal.waarden.models import Leefgebied
from tests.factories.medewerkers import MedewerkerFactory
from tests.factories.voorzieningen import (
    ActiviteitFactory,
    OrganisatieFactory,
    PartnerFactory,
    VoorzieningFactory,
)
from voorzieningen.domain.interventies import (
    InterventieGegevens,
    Jaarcijfers,
    note_year,
    save_interventie,
)
from voorzieningen.exceptions import NietUwOrganisatie
from voorzieningen.models import Interventie, Interventiejaar, Opkomst
from voorzieningen.queries.interventies import interventions, kept_by, running_in, stands

pytestmark = pytest.mark.django_db
NU = dt.datetime(2026, 11, 22, 12, tzinfo=AMSTERDAM)
JAARKOPPEN = "code;jaar;bereik;gevraagd;gelukt;kosten;toelichting"
BESTAND = Path(__file__).resolve().parents[3] / "voorzieningen" / "bestanden" / "interventies.csv"


@pytest.fixture
def beleid():
    return MedewerkerFactory(rollen=["beleid"])


@pytest.fixture
def partner():
    return PartnerFactory()


def details(**anders) -> InterventieGegevens:
    return InterventieGegevens(
        **{
            "code": "goed-uit-elkaar",
            "naam": "Goed uit elkaar!",
            "soort": "pilot",
            "organisatie": anders.pop("organisatie", None) or OrganisatieFactory(),
            "leefgebied": Leefgebied.objects.get(pk="opvoeden"),
            "preventieniveau": "selectief",
            "doel": "Ouders blijven samen ouder.",
            "streefbereik": 60,
            "streefresultaat": 70,
            "kosten_per_jaar": 7_000_000,
            "van": dt.date(2018, 9, 1),
        }
        | anders
    )


def made(by, **anders) -> Interventie:
    return save_interventie(gegevens=details(**anders), by=by, at=NU)


def test_beleid_keeps_an_intervention_and_the_log_says_so(beleid):
    found = made(beleid)

    save_interventie(gegevens=details(naam="Samen ouder"), interventie=found, by=beleid, at=NU)

    assert Interventie.objects.get().naam == "Samen ouder"
    lines = Wijzigingsregel.objects.filter(handeling="interventie bewaard")
    assert {str(line.object_id) for line in lines} == {str(found.pk)}
    assert lines.count() == 2


@pytest.mark.parametrize("rol", ["consulent", "vindplaats", "financien"])
def test_nobody_else_keeps_one(rol):
    with pytest.raises(GeenRecht):
        made(MedewerkerFactory(rollen=[rol]))


@pytest.mark.parametrize(
    ("anders", "veld"),
    [
        ({"tot": dt.date(2018, 1, 1)}, None),
        ({"streefresultaat": 101}, None),
        ({"doel": ""}, "doel"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_kept(beleid, anders, veld):
    with pytest.raises(OngeldigeInvoer) as refused:
        made(beleid, **anders)

    assert veld is None or veld in refused.value.velden
    assert not Interventie.objects.exists()


def test_a_partner_notes_a_year_of_the_own_organisation_and_noting_again_replaces_it(
    beleid, partner
):
    found = made(beleid, organisatie=partner.organisatie)
    for reached in (40, 44):
        numbers = Jaarcijfers(jaar=2026, bereik=reached, gevraagd=30, gelukt=21)
        note_year(interventie=found, cijfers=numbers, by=partner.medewerker, at=NU)

    year = Interventiejaar.objects.get()
    assert (year.bereik, year.gemeld_door) == (44, partner.medewerker)


def test_a_partner_of_another_organisation_does_not(beleid, partner):
    with pytest.raises(NietUwOrganisatie):
        note_year(
            interventie=made(beleid),
            cijfers=Jaarcijfers(jaar=2026, bereik=40),
            by=partner.medewerker,
            at=NU,
        )


@pytest.mark.parametrize(
    "numbers", [{"bereik": 10, "gevraagd": 11}, {"bereik": 10, "gevraagd": 5, "gelukt": 6}]
)
def test_more_people_than_took_part_are_refused(beleid, numbers):
    found = made(beleid)

    with pytest.raises(OngeldigeInvoer):
        note_year(interventie=found, cijfers=Jaarcijfers(jaar=2026, **numbers), by=beleid, at=NU)

    assert not Interventiejaar.objects.exists()


def test_a_year_is_held_against_what_was_meant(beleid):
    found = made(beleid)
    numbers = Jaarcijfers(jaar=2026, bereik=50, gevraagd=40, gelukt=30, kosten=6_000_000)
    note_year(interventie=found, cijfers=numbers, by=beleid, at=NU)

    (stand,) = stands(interventions(), 2026)

    assert (stand.bereik, stand.haalt_bereik) == (50, False)
    assert (stand.resultaat, stand.haalt_resultaat) == (75, True)
    assert (stand.kosten, stand.kosten_per_mens) == (6_000_000, 120_000)


def test_of_fewer_than_ten_people_there_is_no_number(beleid):
    found = made(beleid)
    numbers = Jaarcijfers(jaar=2026, bereik=9, gevraagd=9, gelukt=3)
    note_year(interventie=found, cijfers=numbers, by=beleid, at=NU)

    (stand,) = stands(interventions(), 2026)

    assert (stand.bereik, stand.klein, stand.resultaat) == (None, True, None)
    assert (stand.kosten_per_mens, stand.haalt_bereik) == (None, None)


@pytest.mark.parametrize(
    ("bereik", "gevraagd", "gelukt", "shown"),
    [
        (10, 10, 9, None),
        (10, 10, 1, None),
        (10, 10, 10, 100),
        (10, 10, 0, 0),
        (40, 9, 9, None),
        (40, 20, 10, 50),
        (40, 20, 11, None),
        (40, 0, 0, None),
    ],
)
def test_a_share_never_tells_of_a_small_group(beleid, bereik, gevraagd, gelukt, shown):
    """Ninety percent of ten people is one person with whom it failed (ADR 41)."""
    numbers = Jaarcijfers(jaar=2026, bereik=bereik, gevraagd=gevraagd, gelukt=gelukt)
    note_year(interventie=made(beleid), cijfers=numbers, by=beleid, at=NU)

    (stand,) = stands(interventions(), 2026)

    assert stand.resultaat == shown
    assert stand.resultaat_klein is (shown is None and gevraagd > 0)


def test_visits_to_the_activities_count_along_without_names(beleid):
    provision = VoorzieningFactory()
    activity = ActiviteitFactory(voorziening=provision)
    for day, number in ((dt.date(2026, 3, 3), 12), (dt.date(2025, 3, 4), 30)):
        Opkomst.objects.create(activiteit=activity, dag=day, aantal=number, gemeld_door=beleid)
    made(beleid, voorziening=provision)

    (stand,) = stands(interventions(), 2026)

    assert stand.bezoeken == 12


def test_what_ran_in_a_year_is_in_its_list(beleid):
    made(beleid, code="oud", tot=dt.date(2024, 6, 1))
    made(beleid, code="nieuw", van=dt.date(2026, 1, 1))

    assert [each.code for each in running_in(2024)] == ["oud"]
    assert [each.code for each in running_in(2026)] == ["nieuw"]


@pytest.mark.parametrize("aantal", [1, 3])
def test_a_list_takes_at_most_three_queries(beleid, partner, aantal, django_assert_max_num_queries):
    for number in range(aantal):
        found = made(beleid, code=f"i{number}", organisatie=partner.organisatie)
        note_year(interventie=found, cijfers=Jaarcijfers(jaar=2026, bereik=20), by=beleid, at=NU)
    made(beleid, code="van-een-ander")

    with django_assert_max_num_queries(3):
        found = stands(kept_by(partner.medewerker), 2026)
        assert [str(one.interventie.organisatie) for one in found] == [
            str(partner.organisatie)
        ] * aantal


def organisations() -> None:
    for code in {line.split(";")[3] for line in BESTAND.read_text().splitlines()[1:]}:
        OrganisatieFactory(code=code)
    for code in {line.split(";")[10] for line in BESTAND.read_text().splitlines()[1:]} - {""}:
        VoorzieningFactory(code=code)


def taken_in(by, inhoud: str, **anders):
    return import_file(
        soort="interventies", inhoud=inhoud.encode(), naam="proef.csv", by=by, at=NU, **anders
    )


def test_the_interventions_of_the_papers_come_in_and_a_second_time_changes_nothing(beleid):
    organisations()
    text = BESTAND.read_text()

    taken_in(beleid, text, proef=True)
    assert not Interventie.objects.exists()
    first, second = taken_in(beleid, text), taken_in(beleid, text)

    assert first.telling.nieuw == Interventie.objects.count() == 12
    assert second.telling.gelijk == 12
    pilot = Interventie.objects.get(code="goed-uit-elkaar")
    assert (pilot.kosten_per_jaar, pilot.soort) == (7_000_000, "pilot")
    wijken = Interventie.objects.get(code="dag-en-vrijetijd").wijken
    assert set(wijken.values_list("pk", flat=True)) == {"WK016400", "WK016401", "WK016405"}


def test_years_come_in_and_keep_who_told_it_when_nothing_changed(beleid):
    made(beleid)
    text = f"{JAARKOPPEN}\ngoed-uit-elkaar;2025;52;40;28;71234,50;\n"

    taken_in(beleid, text)
    again = taken_in(MedewerkerFactory(rollen=["beleid"]), text)

    year = Interventiejaar.objects.get()
    assert (year.bereik, year.kosten, year.gemeld_door) == (52, 7_123_450, beleid)
    assert again.telling.gelijk == 1


@pytest.mark.parametrize(
    ("regel", "reden"),
    [
        ("niets;2025;10;0;0;", "kennen we niet"),
        ("goed-uit-elkaar;2025;10;11;0;", "hoogstens bereik"),
        ("goed-uit-elkaar;2025;10;5;6;", "hoogstens gevraagd"),
    ],
)
def test_a_line_that_cannot_be_right_is_named_and_nothing_is_kept(beleid, regel, reden):
    made(beleid)

    with pytest.raises(InvoerGeweigerd) as refused:
        taken_in(beleid, f"{JAARKOPPEN}\n{regel};\n")

    assert reden in str(refused.value.fouten[0])
    assert not Interventiejaar.objects.exists()


def test_an_unknown_organisation_wijk_or_leefgebied_is_named_with_its_line(beleid):
    head, line = BESTAND.read_text().splitlines()[:2]

    with pytest.raises(InvoerGeweigerd) as refused:
        taken_in(beleid, f"{head}\n{line.replace(';opvoeden;', ';onzin;')}\n")

    reasons = " ".join(str(each) for each in refused.value.fouten)
    for name in ("organisatie 'loes'", "leefgebied 'onzin'", "voorziening 'goed-uit-elkaar'"):
        assert name in reasons
