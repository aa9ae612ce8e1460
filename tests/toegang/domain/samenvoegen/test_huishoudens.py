import datetime as dt

import pytest

from hengelo_sociaal.kern.fouten import GeenRecht
from hengelo_sociaal.logboek.models import Wijzigingsregel
from hengelo_sociaal.medewerkers.domain import is_involved
from tests.factories.toegang import (
    NU,
    VANDAAG,
    HuisbezoekFactory,
    HuishoudenFactory,
    InwonerFactory,
    LidmaatschapFactory,
    MeldingFactory,
)
from tests.toestand import toestand
from toegang.domain.samenvoegen.huishoudens import merge_huishoudens
from toegang.domain.samenvoegen.vastleggen import undo_merge
from toegang.exceptions import ZelfdeRecord
from toegang.models import Huishouden, Lidmaatschap

pytestmark = pytest.mark.django_db


def merge(by, blijft, vervalt, **keuzes):
    return merge_huishoudens(
        by=by,
        blijft_id=blijft.pk,
        vervalt_id=vervalt.pk,
        reden="zelfde gezin",
        at=NU,
        keuzes=keuzes,
    )


def test_members_visits_and_meldingen_go_along(consulent):
    blijft = HuishoudenFactory(met_leden=1)
    melding = MeldingFactory(met_termijn=True)
    vervalt = melding.huishouden
    visit = HuisbezoekFactory(huishouden=vervalt)

    merge(consulent, blijft, vervalt)

    melding.refresh_from_db()
    visit.refresh_from_db()
    assert (melding.huishouden, visit.huishouden) == (blijft, blijft)
    assert melding.hulpvraag.contact.huishouden == blijft
    assert blijft.lidmaatschappen.count() == 2
    assert not Huishouden.objects.filter(pk=vervalt.pk).exists()


def test_who_was_involved_with_either_is_involved_with_the_one(consulent):
    blijft, vervalt = HuishoudenFactory(), HuishoudenFactory(betrokken=consulent)

    merge(consulent, blijft, vervalt)

    assert is_involved(consulent, blijft.pk, op=VANDAAG)


def test_living_there_goes_before_belonging_there(consulent):
    blijft, vervalt = HuishoudenFactory(), HuishoudenFactory()
    kind = InwonerFactory(kind=True)
    LidmaatschapFactory(inwoner=kind, huishouden=blijft, band="familie", van=dt.date(2019, 1, 1))
    LidmaatschapFactory(inwoner=kind, huishouden=vervalt, van=dt.date(2021, 1, 1))

    merge(consulent, blijft, vervalt)

    rows = Lidmaatschap.objects.filter(inwoner=kind).order_by("van")
    assert [(row.band, row.van, row.tot) for row in rows] == [
        ("familie", dt.date(2019, 1, 1), dt.date(2020, 12, 31)),
        ("thuis", dt.date(2021, 1, 1), None),
    ]


def test_a_secret_address_stays_secret(consulent):
    blijft, vervalt = HuishoudenFactory(), HuishoudenFactory(geheim=True)

    merge(consulent, blijft, vervalt)

    blijft.refresh_from_db()
    assert blijft.geheim


def test_undone_everything_is_as_it_was_and_both_are_in_the_log(consulent):
    blijft = HuishoudenFactory(met_leden=2, betrokken=consulent)
    melding = MeldingFactory(met_termijn=True, van_consulent=consulent)
    before = toestand()

    made = merge(consulent, blijft, melding.huishouden)
    undo_merge(by=consulent, samenvoeging_id=made.pk, reden="vergissing", at=NU)

    assert toestand() == before
    told = Wijzigingsregel.objects.values_list("huishouden_id", flat=True)
    assert set(told) == {blijft.pk, melding.huishouden_id}


def test_only_who_may_and_only_two(consulent, loket):
    one, other = HuishoudenFactory(), HuishoudenFactory()

    with pytest.raises(GeenRecht):
        merge(loket, one, other)
    with pytest.raises(ZelfdeRecord):
        merge(consulent, one, one)
