"""Looking up what belongs to somebody."""

import pytest

from hengelo_sociaal.medewerkers.models import Medewerker, Team
from tests.factories.medewerkers import MedewerkerFactory, TeamFactory
from tests.factories.toegang import MeldingFactory
from toegang.models import Melding

pytestmark = pytest.mark.django_db


def test_it_finds_the_same_rows_as_in_and_nothing_for_nobody():
    mine, other, team = MedewerkerFactory(), MedewerkerFactory(), TeamFactory()
    team.leden.add(mine)
    own = MeldingFactory(consulent=mine, team=team)
    MeldingFactory(consulent=other)
    names = Medewerker.objects.filter(pk=mine.pk)

    for chosen in (
        {"consulent__een_van": names},
        {"consulent_id__een_van": names.values_list("pk", flat=True)},
        {"team__een_van": mine.teams.all()},
        {"pk__een_van": Melding.objects.filter(consulent=mine)},
    ):
        assert list(Melding.objects.filter(**chosen)) == [own]
    assert not Melding.objects.filter(team__een_van=Team.objects.none()).exists()
    assert not Melding.objects.filter(consulent__een_van=names.filter(naam="niemand")).exists()
