import pytest

from hengelo_sociaal.kern.fouten import GeenRecht
from hengelo_sociaal.medewerkers.models import Medewerker
from hengelo_sociaal.medewerkers.rechten import RECHTEN, Bereik, Recht, recht, toets
from hengelo_sociaal.medewerkers.rollen import ROLLEN, Consulent, Jurist

PROEF = Recht("proef.lezen", "Proef", {"consulent": Bereik.EIGEN, "jurist": Bereik.DOEL})


def test_without_a_role_there_is_no_right():
    with pytest.raises(GeenRecht):
        toets(Medewerker(rollen=[]), PROEF)


def test_a_role_that_is_not_named_has_nothing():
    with pytest.raises(GeenRecht):
        toets(Medewerker(rollen=["beheer"]), PROEF)


def test_of_several_roles_the_widest_counts():
    assert toets(Medewerker(rollen=["consulent"]), PROEF) is Bereik.EIGEN
    assert toets(Medewerker(rollen=["consulent", "jurist"]), PROEF) is Bereik.DOEL


def test_a_reach_that_is_too_short_is_refused():
    with pytest.raises(GeenRecht):
        toets(Medewerker(rollen=["consulent"]), PROEF, minstens=Bereik.ALLES)


def test_a_right_is_declared_once():
    declared = RECHTEN["medewerkers.beheren"]

    with pytest.raises(ValueError, match="twice"):
        recht(declared.code, declared.omschrijving, [Consulent, Jurist])


def test_there_are_twelve_roles_and_every_right_names_only_those():
    assert len(ROLLEN) == 12
    for one in RECHTEN.values():
        assert set(one.bereik) <= set(ROLLEN), one.code


def test_the_system_may_do_everything_and_nobody_logs_in_as_it(db):
    systeem = Medewerker.objects.systeem()

    assert toets(systeem, PROEF) is Bereik.ALLES
    assert not systeem.is_active
    assert not systeem.has_usable_password()
