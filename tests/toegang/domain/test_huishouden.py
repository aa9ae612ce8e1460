import datetime as dt
import uuid

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hengelo_sociaal.kern.fouten import GeenRecht, NietGevonden, OngeldigeInvoer, Verouderd
from hengelo_sociaal.logboek.models import Wijzigingsregel
from tests.factories.medewerkers import MedewerkerFactory
from tests.factories.toegang import (
    NU,
    VANDAAG,
    ContactFactory,
    HuishoudenFactory,
    InwonerFactory,
    LidmaatschapFactory,
)
from toegang.domain.huishouden import (
    Adres,
    Lid,
    add_member,
    change_address,
    end_member,
    register_huishouden,
)
from toegang.exceptions import AlLid, AlThuisElders, LidmaatschapBeeindigd
from toegang.models import Huishouden, Lidmaatschap, Postcodegebied

pytestmark = pytest.mark.django_db
THUIS = Adres(straat="Deldenerstraat", huisnummer=12, postcode="7551 ab", woonplaats="Hengelo")


def test_a_household_lies_in_a_buurt(loket):
    Postcodegebied.objects.create(
        postcode="7551AB", huisnummer_van=0, gemeente_id="GM0164", buurt_id="BU01640001"
    )
    Postcodegebied.objects.create(
        postcode="7551AB",
        huisnummer_van=10,
        huisnummer_tot=20,
        gemeente_id="GM0164",
        buurt_id="BU01640002",
    )

    made = register_huishouden(by=loket, adres=THUIS, at=NU)

    assert (made.postcode, made.buurt_id, made.gemeente_id) == ("7551AB", "BU01640002", "GM0164")


@pytest.mark.parametrize(
    ("postcode", "gemeente"), [("7621 AA", "GM0147"), ("7482BB", "GM0158"), ("7511AA", None)]
)
def test_an_unknown_postcode_still_tells_the_gemeente(loket, postcode, gemeente):
    adres = Adres(straat="A", huisnummer=1, postcode=postcode, woonplaats="Ergens")

    made = register_huishouden(by=loket, adres=adres, at=NU)

    assert (made.buurt_id, made.gemeente_id) == (None, gemeente)


def test_members_come_along_and_a_wrong_one_stops_all(loket):
    first, second = InwonerFactory(), InwonerFactory()
    leden = [Lid(inwoner_id=first.pk, rol="aanvrager"), Lid(inwoner_id=second.pk, rol="kind")]

    made = register_huishouden(by=loket, adres=THUIS, at=NU, leden=leden)

    assert set(made.leden.all()) == {first, second}
    line = Wijzigingsregel.objects.get()
    assert (line.huishouden_id, set(line.inwoners)) == (made.pk, {first.pk, second.pk})
    with pytest.raises(OngeldigeInvoer):
        register_huishouden(by=loket, adres=THUIS, at=NU, leden=[Lid(inwoner_id=uuid.uuid4())])
    with pytest.raises(AlThuisElders):
        register_huishouden(by=loket, adres=THUIS, at=NU, leden=leden)
    assert Huishouden.objects.count() == 1


def test_a_child_has_one_home_and_may_be_family_elsewhere(loket):
    kind = InwonerFactory(kind=True)
    HuishoudenFactory(leden=[kind])
    ander = HuishoudenFactory()

    with pytest.raises(AlThuisElders):
        add_member(
            by=loket, huishouden_id=ander.pk, lid=Lid(inwoner_id=kind.pk), van=VANDAAG, at=NU
        )
    familie = Lid(inwoner_id=kind.pk, rol="kind", band="familie")
    made = add_member(by=loket, huishouden_id=ander.pk, lid=familie, van=VANDAAG, at=NU)

    assert made.band == "familie"
    with pytest.raises(AlLid):
        add_member(by=loket, huishouden_id=ander.pk, lid=familie, van=VANDAAG, at=NU)


def test_somebody_moves_the_day_after_leaving(loket):
    lidmaatschap = LidmaatschapFactory()
    ander = HuishoudenFactory()
    lid = Lid(inwoner_id=lidmaatschap.inwoner_id)

    end_member(by=loket, lidmaatschap_id=lidmaatschap.pk, tot=VANDAAG, at=NU)

    with pytest.raises(AlThuisElders):
        add_member(by=loket, huishouden_id=ander.pk, lid=lid, van=VANDAAG, at=NU)
    morgen = VANDAAG + dt.timedelta(days=1)
    assert add_member(by=loket, huishouden_id=ander.pk, lid=lid, van=morgen, at=NU).van == morgen


def test_a_membership_ends_once_and_not_before_it_began(loket):
    lidmaatschap = LidmaatschapFactory()

    with pytest.raises(OngeldigeInvoer):
        end_member(by=loket, lidmaatschap_id=lidmaatschap.pk, tot=dt.date(2019, 1, 1), at=NU)
    end_member(by=loket, lidmaatschap_id=lidmaatschap.pk, tot=VANDAAG, at=NU)

    with pytest.raises(LidmaatschapBeeindigd):
        end_member(by=loket, lidmaatschap_id=lidmaatschap.pk, tot=VANDAAG, at=NU)
    with pytest.raises(NietGevonden):
        end_member(by=loket, lidmaatschap_id=0, tot=VANDAAG, at=NU)


def test_moving_house_never_rewrites_history(loket):
    contact = ContactFactory(bekend=True)

    changed = change_address(
        by=loket,
        huishouden_id=contact.huishouden_id,
        adres=Adres(straat="B", huisnummer=2, postcode="7621AA", woonplaats="Borne"),
        revisie=1,
        at=NU,
    )

    contact.refresh_from_db()
    assert (changed.gemeente_id, changed.revisie) == ("GM0147", 2)
    assert (contact.gemeente, contact.wijk) == ("GM0164", "WK016400")
    with pytest.raises(Verouderd):
        change_address(by=loket, huishouden_id=changed.pk, adres=THUIS, revisie=1, at=NU)


def test_a_wrong_postcode_is_refused(loket):
    with pytest.raises(OngeldigeInvoer) as refusal:
        register_huishouden(by=loket, adres=Adres(postcode="0000"), at=NU)

    assert list(refusal.value.velden) == ["postcode"]


def test_without_the_audit_line_there_is_no_member(loket, monkeypatch):
    huishouden = HuishoudenFactory()

    def fail(**kwargs):
        raise RuntimeError

    monkeypatch.setattr("toegang.domain.huishouden.log_change", fail)

    with pytest.raises(RuntimeError):
        add_member(
            by=loket,
            huishouden_id=huishouden.pk,
            lid=Lid(inwoner_id=InwonerFactory().pk),
            van=VANDAAG,
            at=NU,
        )

    assert not Lidmaatschap.objects.exists()


def test_rights_go_both_ways(beleid, loket):
    huishouden = HuishoudenFactory(met_leden=1)

    with pytest.raises(GeenRecht):
        register_huishouden(by=beleid, adres=THUIS, at=NU)
    with pytest.raises(NietGevonden):
        add_member(
            by=loket,
            huishouden_id=uuid.uuid4(),
            lid=Lid(inwoner_id=huishouden.leden.get().pk, band="familie"),
            van=VANDAAG,
            at=NU,
        )


DAGEN = st.dates(dt.date(2026, 1, 1), dt.date(2026, 3, 1))
PERIODEN = st.lists(
    st.tuples(DAGEN, st.one_of(st.none(), DAGEN), st.sampled_from(["thuis", "familie"])),
    min_size=2,
    max_size=7,
)


@settings(
    deadline=None, max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(perioden=PERIODEN)
def test_whatever_is_asked_somebody_has_one_home_on_every_day(perioden):
    loket = MedewerkerFactory()
    inwoner = InwonerFactory()

    for van, tot, band in perioden:
        huishouden = HuishoudenFactory()
        overlaps = _lives_somewhere(inwoner, van, tot) and band == "thuis"
        lid = Lid(inwoner_id=inwoner.pk, band=band)
        try:
            add_member(by=loket, huishouden_id=huishouden.pk, lid=lid, van=van, tot=tot, at=NU)
            refused = False
        except AlThuisElders:
            refused = True
        except Exception as error:
            assert tot is not None
            assert tot < van, error  # noqa: PT017
            continue
        assert refused == overlaps

    for day in (dt.date(2026, 1, 1) + dt.timedelta(days=n) for n in range(60)):
        assert Lidmaatschap.objects.op(day).thuis().filter(inwoner=inwoner).count() <= 1


def _lives_somewhere(inwoner, van, tot):
    """The obvious way: compare every pair of days."""
    homes = Lidmaatschap.objects.filter(inwoner=inwoner, band="thuis")
    last = dt.date.max
    return any(home.van <= (tot or last) and van <= (home.tot or last) for home in homes)
