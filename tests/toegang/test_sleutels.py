"""The key of the BSN changes while everybody works on."""

import secrets
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from hengelo_sociaal.kern.fouten import GeenRecht
from hengelo_sociaal.kern.geheim import newest_key
from hengelo_sociaal.logboek.models import Wijzigingsregel
from hengelo_sociaal.medewerkers.models import Medewerker
from tests.factories.toegang import NU, InwonerFactory
from toegang.domain.sleutels import encrypt_anew, with_older_key
from toegang.models import Inwoner

pytestmark = pytest.mark.django_db
BSNS = ["123456782", "111222333", "999999990"]
EEN, TWEE = f"1:{secrets.token_hex(32)}", f"2:{secrets.token_hex(32)}"


@pytest.fixture
def residents(settings):
    """Three with a BSN under the first key, one without; then a second key comes."""
    settings.BSN_SLEUTELS = EEN
    made = [InwonerFactory() for _ in BSNS]
    for resident, bsn in zip(made, BSNS, strict=True):
        resident.set_bsn(bsn)
        resident.save()
    InwonerFactory()
    settings.BSN_SLEUTELS = f"{EEN},{TWEE}"
    return made


def bsns(residents):
    return [Inwoner.objects.get(pk=one.pk).bsn for one in residents]


def run(**options):
    out = StringIO()
    call_command("bsn_sleutel", stdout=out, stderr=StringIO(), **options)
    return out.getvalue()


def test_both_keys_read_and_the_old_one_may_go_afterwards(residents, settings):
    found = [bytes(one.bsn_zoek) for one in residents]
    assert bsns(residents) == BSNS

    said = run()

    assert "sleutel 2" in said
    settings.BSN_SLEUTELS = TWEE
    assert bsns(residents) == BSNS
    again = Inwoner.objects.in_bulk([one.pk for one in residents])
    assert [bytes(again[one.pk].bsn_zoek) for one in residents] == found


def test_halfway_it_goes_on_where_it_was(residents):
    by = Medewerker.objects.systeem()

    batches = encrypt_anew(by=by, at=NU, batch=2)
    assert next(batches) == 2
    assert with_older_key().count() == 1
    assert bsns(residents) == BSNS
    run()

    assert not with_older_key().exists()
    lines = Wijzigingsregel.objects.filter(handeling="bsn opnieuw versleuteld").order_by("id")
    assert [line.wijziging["aantal"] for line in lines] == [2, 1]


def test_a_trial_only_counts(residents):
    assert "3 BSN's" in run(proef=True)
    assert with_older_key().count() == 3


def test_twice_changes_nothing_more(residents):
    run()
    stored = list(Inwoner.objects.order_by("pk").values_list("bsn_versleuteld", flat=True))

    run()

    again = Inwoner.objects.order_by("pk").values_list("bsn_versleuteld", flat=True)
    assert [bytes(one or b"") for one in again] == [bytes(one or b"") for one in stored]
    assert newest_key() == 2


def test_without_the_old_key_it_says_so_and_changes_nothing(residents, settings):
    settings.BSN_SLEUTELS = TWEE

    with pytest.raises(CommandError, match="oude sleutel"):
        run()

    settings.BSN_SLEUTELS = f"{EEN},{TWEE}"
    assert bsns(residents) == BSNS


def test_only_beheer_changes_keys(residents, loket):
    with pytest.raises(GeenRecht):
        next(encrypt_anew(by=loket, at=NU))
