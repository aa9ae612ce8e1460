"""What somebody may see of one household is the same as that of all they may see."""

import pytest
from django.db.models import QuerySet

from aanbieders.queries.zicht import visible_toewijzingen
from hengelo_sociaal.kern.fouten import GeenRecht
from hengelo_sociaal.medewerkers.domain import involve
from hengelo_sociaal.medewerkers.models import Grond, Medewerker
from plannen.queries.besluit.zicht import visible_besluiten, visible_bezwaren
from plannen.queries.zicht import readable
from tests.factories.aanbieders import ToewijzingFactory
from tests.factories.besluiten import BesluitFactory, BezwaarFactory
from tests.factories.medewerkers import MedewerkerFactory, TeamFactory
from tests.factories.plannen import PlanFactory
from tests.factories.toegang import (
    VANDAAG,
    HuisbezoekFactory,
    HuishoudenFactory,
    MeldingFactory,
    UitvraagFactory,
)
from tests.factories.werk import VerlofFactory
from toegang.models import Huishouden
from toegang.queries.uitvragen import visible_uitvragen
from toegang.queries.zicht import visible_meldingen, visible_visits

pytestmark = pytest.mark.django_db
OF_HUISHOUDEN = {"toewijzingen", "plannen"}


LOOKS = {
    "meldingen": lambda by, **of: visible_meldingen(by, op=VANDAAG, **of),
    "bezoeken": lambda by, **of: visible_visits(by, op=VANDAAG, **of),
    "uitvragen": lambda by, **of: visible_uitvragen(by, op=VANDAAG, **of),
    "besluiten": lambda by, **of: visible_besluiten(by, op=VANDAAG, **of),
    "bezwaren": lambda by, **of: visible_bezwaren(by, op=VANDAAG, **of),
    "toewijzingen": lambda by, **of: visible_toewijzingen(by=by, op=VANDAAG, **of),
    "plannen": lambda by, **of: readable(by, op=VANDAAG, **of),
}


def looks(by: Medewerker, huis: Huishouden) -> dict[str, QuerySet]:
    """Everything that hangs on a household, as far as somebody may see it."""
    return {name: look(by, huishouden_id=huis.pk) for name, look in LOOKS.items()}


def keys(found: dict[str, QuerySet]) -> dict[str, set]:
    return {name: set(rows.values_list("pk", flat=True)) for name, rows in found.items()}


@pytest.fixture
def collega() -> Medewerker:
    made = MedewerkerFactory(consulent=True)
    TeamFactory(naam="Eigen").leden.add(made)
    return made


@pytest.fixture
def huis(collega: Medewerker) -> Huishouden:
    """A household with one of everything of others, and one of everything of the colleague."""
    home = HuishoudenFactory(met_leden=1)
    person = home.leden.get()
    here = {"huishouden": home, "inwoner": person}
    others = TeamFactory(naam="Anderen")
    for whose in (MedewerkerFactory(consulent=True), collega):
        melding = MeldingFactory(**here, consulent=whose, team=others)
        HuisbezoekFactory(huishouden=home, melding=melding, medewerker=whose)
        UitvraagFactory(huishouden=home, inwoner=person, begonnen_door=whose)
        BezwaarFactory(besluit=BesluitFactory(**here, opgesteld_door=whose, bekend=True))
    ToewijzingFactory(**here)
    PlanFactory(huishouden=home)
    MeldingFactory(consulent=collega)
    BesluitFactory(opgesteld_door=collega)
    return home


def test_who_is_involved_sees_all_of_it_without_what_else_they_work_at(
    collega: Medewerker, huis: Huishouden
) -> None:
    involve(medewerker=collega, huishouden_id=huis.pk, grond=Grond.PLAN, op=VANDAAG)

    found = looks(collega, huis)

    assert {name: len(rows) for name, rows in keys(found).items()} == {
        "meldingen": 2, "bezoeken": 2, "uitvragen": 2, "besluiten": 3, "bezwaren": 2,
        "toewijzingen": 1, "plannen": 1,
    }  # fmt: skip
    for name, rows in found.items():
        assert "betrokkenheid" not in str(rows.query), name


def test_who_is_not_involved_sees_their_own_of_it(collega: Medewerker, huis: Huishouden) -> None:
    found = keys(looks(collega, huis))

    assert {name for name, rows in found.items() if not rows} == OF_HUISHOUDEN
    assert all(len(rows) == 1 for name, rows in found.items() if name not in OF_HUISHOUDEN)


@pytest.mark.parametrize("rol", ["consulent", "teamleider", "administratie"])
@pytest.mark.parametrize("hoe", ["niet", "zelf", "vervangt"])
def test_of_one_household_is_the_same_as_of_all_households(
    collega: Medewerker, huis: Huishouden, rol: str, hoe: str
) -> None:
    by = collega
    if hoe == "vervangt":
        by = MedewerkerFactory(rollen=[rol])
        VerlofFactory(medewerker=collega, vervanger=by, van=VANDAAG, tot=VANDAAG)
    Medewerker.objects.filter(pk=by.pk).update(rollen=[rol])
    by.refresh_from_db()
    if hoe != "niet":
        involve(medewerker=collega, huishouden_id=huis.pk, grond=Grond.PLAN, op=VANDAAG)

    for name, look in LOOKS.items():
        try:
            everything = look(by)
        except GeenRecht:
            continue
        field = "besluit__huishouden" if name == "bezwaren" else "huishouden"
        here = set(everything.filter(**{field: huis.pk}).values_list("pk", flat=True))
        assert set(look(by, huishouden_id=huis.pk).values_list("pk", flat=True)) == here, name


def given_to_me(by: Medewerker) -> dict:
    return {"consulent": by, "team": TeamFactory()}


def given_to_my_team(by: Medewerker) -> dict:
    return {"consulent": None, "team": by.teams.get()}


def given_to_whom_i_stand_in_for(by: Medewerker) -> dict:
    away = MedewerkerFactory(consulent=True)
    VerlofFactory(medewerker=away, vervanger=by, van=VANDAAG, tot=VANDAAG)
    return {"consulent": away, "team": TeamFactory()}


def given_to_nobody(by: Medewerker) -> dict:
    return {"consulent": None, "team": None}


def registered_by_me(by: Medewerker) -> dict:
    return {**of_others(by), "geregistreerd_door": by}


def of_others(by: Medewerker) -> dict:
    return {"consulent": MedewerkerFactory(consulent=True), "team": TeamFactory()}


@pytest.mark.parametrize(
    ("whose", "seen"),
    [
        (given_to_me, True),
        (given_to_my_team, True),
        (given_to_whom_i_stand_in_for, True),
        (given_to_nobody, True),
        (registered_by_me, True),
        (of_others, False),
    ],
)
def test_whose_melding_somebody_sees(collega: Medewerker, whose, seen: bool) -> None:
    melding = MeldingFactory(**whose(collega))
    here = {"huishouden_id": melding.huishouden_id}

    assert visible_meldingen(collega, op=VANDAAG).filter(pk=melding.pk).exists() is seen
    assert visible_meldingen(collega, op=VANDAAG, **here).exists() is seen


def test_a_besluit_is_seen_by_the_team_that_drafted_it_or_has_the_melding(
    collega: Medewerker,
) -> None:
    team = collega.teams.get()
    colleague = MedewerkerFactory(consulent=True)
    team.leden.add(colleague)
    drafted = BesluitFactory(opgesteld_door=colleague)
    decided = BesluitFactory(genomen_door=collega, genomen=True)
    melding = MeldingFactory(team=team, consulent=None)
    on_melding = BesluitFactory(
        melding=melding, huishouden=melding.huishouden, inwoner=melding.inwoner
    )
    BesluitFactory()

    found = visible_besluiten(collega, op=VANDAAG)

    assert set(found) == {drafted, decided, on_melding}
