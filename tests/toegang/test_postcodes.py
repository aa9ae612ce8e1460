"""`importeer postcodes`: the file of CBS, so that every address has its buurt."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from hengelo_sociaal.invoer.domain import import_file
from hengelo_sociaal.invoer.exceptions import InvoerGeweigerd
from hengelo_sociaal.kern.fouten import GeenRecht
from hengelo_sociaal.logboek.models import Wijzigingsregel
from tests.factories.medewerkers import MedewerkerFactory
from tests.factories.toegang import NU, HuishoudenFactory
from toegang.models import Huishouden, Postcodegebied
from toegang.queries.plaats import resolve_address

pytestmark = pytest.mark.django_db
CBS = "PC6;Huisnummer;Buurt2024;Wijk2024;Gemeente2024\n"
NOORD, ZUID = "BU01640000", "BU01640001"


def take_in(text, *, rol="beheer", proef=False):
    return import_file(
        soort="postcodes",
        inhoud=text.encode(),
        naam="pc6hnr.csv",
        by=MedewerkerFactory(rollen=[rol]),
        at=NU,
        proef=proef,
    )


def test_the_file_of_cbs_tells_the_buurt_of_every_address():
    take_in(CBS + "7559ZZ;1;1640000;164000;164\n7559ZZ;9;1640001;164000;164\n")

    assert resolve_address("7559ZZ", 1) == (NOORD, "GM0164")
    assert resolve_address("7559ZZ", 8) == (NOORD, "GM0164")
    assert resolve_address("7559ZZ", 9) == (ZUID, "GM0164")
    assert resolve_address("7559ZZ", 400) == (ZUID, "GM0164")


def test_numbers_that_follow_each_other_are_one_row():
    lines = "".join(f"7559ZZ;{number};1640000;164000;164\n" for number in range(1, 50))

    take_in(CBS + lines)

    assert Postcodegebied.objects.filter(postcode="7559ZZ").count() == 1


def test_a_second_time_changes_nothing_and_a_trial_neither():
    text = CBS + "7559ZZ;1;1640000;164000;164\n"
    assert take_in(text, proef=True).telling.nieuw == 1
    assert resolve_address("7559ZZ", 1)[0] is None
    take_in(text)

    assert not take_in(text).telling.verandert


def test_a_postcode_that_lies_otherwise_is_replaced_as_a_whole():
    take_in(CBS + "7559ZZ;1;1640000;164000;164\n7559ZZ;9;1640001;164000;164\n")

    report = take_in("postcode;huisnummer;buurt\n7559 ZZ;;BU01640001\n")

    assert report.telling.gewijzigd == 1
    assert resolve_address("7559ZZ", 1) == (ZUID, "GM0164")
    assert Postcodegebied.objects.filter(postcode="7559ZZ").count() == 1


def test_a_household_that_had_no_buurt_gets_it():
    home = HuishoudenFactory(postcode="7559ZZ", huisnummer=9)
    Huishouden.objects.update(buurt=None, gemeente=None)

    take_in(CBS + "7559ZZ;9;1640001;164000;164\n")

    home = Huishouden.objects.get(pk=home.pk)
    assert (home.buurt_id, home.gemeente_id) == (ZUID, "GM0164")


def test_a_household_moves_along_with_its_postcode_and_the_log_tells():
    home = HuishoudenFactory(postcode="7559ZZ", huisnummer=9)
    stays = HuishoudenFactory(postcode="7559ZZ", huisnummer=30)
    Huishouden.objects.update(buurt=NOORD, gemeente="GM0164")

    with CaptureQueriesContext(connection) as queries:
        take_in(CBS + "7559ZZ;9;1640001;164000;164\n7559ZZ;20;1640000;164000;164\n")

    home.refresh_from_db()
    stays.refresh_from_db()
    assert (home.buurt_id, stays.buurt_id) == (ZUID, NOORD)
    line = Wijzigingsregel.objects.get(handeling="buurt bepaald")
    assert (line.huishouden_id, line.wijziging) == (home.pk, {"buurt": [NOORD, ZUID]})
    asked = [query["sql"] for query in queries if 'FROM "toegang_postcodegebied"' in query["sql"]]
    assert len([sql for sql in asked if sql.startswith("SELECT")]) == 3


def test_a_buurt_that_nobody_knows_is_told_and_nothing_is_kept():
    with pytest.raises(InvoerGeweigerd) as refused:
        take_in(CBS + "7559ZZ;1;1640000;164000;164\n7559ZZ;3;9990000;999000;999\n")

    assert [fault.regel for fault in refused.value.fouten] == [3]
    assert resolve_address("7559ZZ", 1)[0] is None


def test_only_who_keeps_the_areas_may():
    with pytest.raises(GeenRecht):
        take_in(CBS + "7559ZZ;1;1640000;164000;164\n", rol="loket")
