import datetime as dt
import secrets
import uuid

import pytest

from hengelo_sociaal.kern.fouten import GeenRecht, NietGevonden
from hengelo_sociaal.kern.grootboek import IntussenVeranderd
from hengelo_sociaal.logboek.models import Wijzigingsregel
from hengelo_sociaal.logboek.queries import overview_of
from hengelo_sociaal.medewerkers.models import Medewerker
from tests.factories.toegang import (
    NU,
    ContactFactory,
    HuishoudenFactory,
    HulpvraagFactory,
    InwonerFactory,
    LidmaatschapFactory,
    MeldingFactory,
)
from tests.toestand import toestand
from toegang.domain.dossier import look_up_inwoner
from toegang.domain.samenvoegen.inwoners import differences, merge_inwoners
from toegang.domain.samenvoegen.vastleggen import undo_merge
from toegang.domain.sleutels import encrypt_anew, with_older_key
from toegang.exceptions import AlSamengevoegd, AlTeruggedraaid, TweeBsns, ZelfdeRecord
from toegang.models import Dubbelpaar, Inwoner, Lidmaatschap, Samenvoeging

pytestmark = pytest.mark.django_db
BSN = "123456782"


def merge(by, blijft, vervalt, **more):
    return merge_inwoners(
        by=by, blijft_id=blijft.pk, vervalt_id=vervalt.pk, reden="dubbel", at=NU, **more
    )


def undo(by, made):
    return undo_merge(by=by, samenvoeging_id=made.pk, reden="vergissing", at=NU)


def test_all_of_the_other_goes_along_and_the_other_is_gone(consulent):
    blijft, vervalt = InwonerFactory(), InwonerFactory()
    contact = ContactFactory(inwoner=vervalt)
    melding = MeldingFactory(
        hulpvraag=HulpvraagFactory(contact=contact), huishouden=HuishoudenFactory()
    )

    made = merge(consulent, blijft, vervalt)

    contact.refresh_from_db()
    melding.refresh_from_db()
    assert (contact.inwoner, melding.inwoner) == (blijft, blijft)
    assert list(Inwoner.objects.filter(pk=vervalt.pk)) == []
    assert set(made.verplaatst) == {"1 contact", f"1 melding ({melding.nummer})"}


def test_both_are_in_the_log(consulent):
    blijft, vervalt = InwonerFactory(), InwonerFactory()

    undo(consulent, merge(consulent, blijft, vervalt))

    lines = Wijzigingsregel.objects.order_by("id")
    assert [(line.handeling, line.object_id) for line in lines] == [
        ("inwoners samengevoegd", blijft.pk),
        ("inwoners samengevoegd", vervalt.pk),
        ("samenvoeging teruggedraaid", blijft.pk),
        ("samenvoeging teruggedraaid", vervalt.pk),
    ]
    assert all(set(line.inwoners) == {blijft.pk, vervalt.pk} for line in lines)


def test_what_was_not_known_is_filled_in_and_the_rest_by_choice(consulent):
    blijft = InwonerFactory(voornamen="Jolanda", telefoon="", email="a@voorbeeld.example")
    vervalt = InwonerFactory(
        voornamen="Yolanda", telefoon="0612345678", email="b@voorbeeld.example", geheim=True
    )
    assert differences(blijft, vervalt) == (["telefoon"], ["geslachtsnaam", "voornamen", "email"])

    merge(consulent, blijft, vervalt, overnemen=["email"])

    blijft.refresh_from_db()
    assert (blijft.telefoon, blijft.email) == ("0612345678", "b@voorbeeld.example")
    assert (blijft.voornamen, blijft.geheim) == ("Jolanda", True)


def test_the_bsn_goes_along_and_comes_back(consulent):
    blijft, vervalt = InwonerFactory(), InwonerFactory(met_bsn=BSN)

    made = merge(consulent, blijft, vervalt)
    blijft.refresh_from_db()
    assert blijft.bsn == BSN
    undo(consulent, made)

    blijft.refresh_from_db()
    assert blijft.bsn is None
    assert Inwoner.objects.get(pk=vervalt.pk).bsn == BSN
    assert BSN not in str(made.grootboek)


def test_the_bsn_comes_back_under_the_key_of_today(consulent, settings):
    old, new = f"1:{secrets.token_hex(32)}", f"2:{secrets.token_hex(32)}"
    settings.BSN_SLEUTELS = old
    blijft, vervalt = InwonerFactory(), InwonerFactory(met_bsn=BSN)
    made = merge(consulent, blijft, vervalt)
    assert "bsn" not in str(made.grootboek).replace("'bsn_versleuteld': None, 'bsn_zoek': None", "")
    settings.BSN_SLEUTELS = f"{old},{new}"
    list(encrypt_anew(by=Medewerker.objects.systeem(), at=NU))
    settings.BSN_SLEUTELS = new

    undo(consulent, made)

    assert Inwoner.objects.get(pk=vervalt.pk).bsn == BSN
    assert not Inwoner.objects.get(pk=blijft.pk).heeft_bsn
    assert not with_older_key().exists()


def test_a_bsn_that_was_corrected_since_stays_where_it_is(consulent):
    blijft, vervalt = InwonerFactory(), InwonerFactory(met_bsn=BSN)
    made = merge(consulent, blijft, vervalt)
    blijft.refresh_from_db()
    blijft.set_bsn("111222333")
    blijft.save()

    with pytest.raises(IntussenVeranderd):
        undo(consulent, made)

    assert Inwoner.objects.get().bsn == "111222333"


def test_the_second_of_two_colleagues_hears_that_it_was_done(consulent):
    blijft, vervalt = InwonerFactory(), InwonerFactory()
    made = merge(consulent, blijft, vervalt)

    for one, other in ((blijft, vervalt), (vervalt, blijft)):
        with pytest.raises(AlSamengevoegd) as refusal:
            merge(consulent, one, other)
        assert refusal.value.extra == {"samenvoeging": str(made.pk)}


def test_two_bsns_are_two_people(consulent):
    one, other = InwonerFactory(met_bsn=BSN), InwonerFactory(met_bsn="111222333")

    with pytest.raises(TweeBsns):
        merge(consulent, one, other)

    assert Inwoner.objects.count() == 2


def test_of_two_homes_at_once_the_one_of_who_stays_counts(consulent):
    blijft, vervalt = InwonerFactory(), InwonerFactory()
    thuis, elders = HuishoudenFactory(), HuishoudenFactory()
    LidmaatschapFactory(inwoner=blijft, huishouden=thuis, van=dt.date(2022, 1, 1))
    LidmaatschapFactory(inwoner=vervalt, huishouden=elders, van=dt.date(2020, 1, 1))

    merge(consulent, blijft, vervalt)

    rows = Lidmaatschap.objects.filter(inwoner=blijft).order_by("van")
    assert [(row.huishouden, row.van, row.tot) for row in rows] == [
        (elders, dt.date(2020, 1, 1), dt.date(2021, 12, 31)),
        (thuis, dt.date(2022, 1, 1), None),
    ]


def test_a_pair_on_the_work_list_is_settled(consulent):
    one, other = sorted([InwonerFactory(), InwonerFactory()], key=lambda person: person.pk)
    Dubbelpaar.objects.create(eerste=one, tweede=other, score=80, herkomst="nacht", gevonden_op=NU)

    made = merge(consulent, one, other)
    assert not Dubbelpaar.objects.exists()
    undo(consulent, made)

    assert Dubbelpaar.objects.get().tweede == other


def test_undoing_gives_everything_back_as_it_was(consulent):
    blijft, vervalt = InwonerFactory(telefoon=""), InwonerFactory(telefoon="06", met_bsn=BSN)
    home = HuishoudenFactory(leden=[blijft])
    HuishoudenFactory(leden=[vervalt])
    LidmaatschapFactory(inwoner=vervalt, huishouden=home, band="familie", van=dt.date(2019, 1, 1))
    MeldingFactory(
        hulpvraag=HulpvraagFactory(contact=ContactFactory(inwoner=vervalt)), huishouden=home
    )
    before = toestand()

    made = merge(consulent, blijft, vervalt)
    assert toestand() != before
    undo(consulent, made)

    assert toestand() == before


def test_what_was_registered_since_stays_with_who_stayed(consulent):
    blijft, vervalt = InwonerFactory(), InwonerFactory()
    old = ContactFactory(inwoner=vervalt)
    made = merge(consulent, blijft, vervalt)
    new = ContactFactory(inwoner=blijft)

    undo(consulent, made)

    old.refresh_from_db()
    new.refresh_from_db()
    assert (old.inwoner_id, new.inwoner_id) == (vervalt.pk, blijft.pk)


def test_merges_are_undone_the_last_first(consulent):
    one, two, three = InwonerFactory(), InwonerFactory(), InwonerFactory()
    ContactFactory(inwoner=three)
    first = merge(consulent, two, three)
    second = merge(consulent, one, two)

    with pytest.raises(IntussenVeranderd):
        undo(consulent, first)
    undo(consulent, second)
    undo(consulent, first)

    assert Inwoner.objects.count() == 3
    with pytest.raises(AlTeruggedraaid):
        undo(consulent, first)


def test_who_worked_on_with_it_is_told_and_nothing_happens(consulent):
    blijft, vervalt = InwonerFactory(telefoon=""), InwonerFactory(telefoon="06")
    made = merge(consulent, blijft, vervalt)
    Inwoner.objects.filter(pk=blijft.pk).update(telefoon="07")

    with pytest.raises(IntussenVeranderd):
        undo(consulent, made)

    assert not Inwoner.objects.filter(pk=vervalt.pk).exists()
    assert Samenvoeging.objects.get().teruggedraaid_op is None


def test_who_may_and_what_is_not_there(consulent, loket, beleid):
    one, other = InwonerFactory(), InwonerFactory()

    for nobody in (loket, beleid):
        with pytest.raises(GeenRecht):
            merge(nobody, one, other)
    with pytest.raises(ZelfdeRecord):
        merge(consulent, one, one)
    with pytest.raises(NietGevonden):
        merge_inwoners(
            by=consulent, blijft_id=one.pk, vervalt_id=uuid.uuid4(), reden="dubbel", at=NU
        )
    made = merge(consulent, one, other)
    with pytest.raises(GeenRecht):
        undo(loket, made)


def test_a_step_that_fails_undoes_all_of_it(consulent, monkeypatch):
    from toegang.domain.samenvoegen import inwoners  # the register that is patched

    one, other = InwonerFactory(), InwonerFactory()
    ContactFactory(inwoner=other)
    before = toestand()

    def fail(move):
        raise RuntimeError

    monkeypatch.setattr(inwoners.INWONERS, "_steps", [fail])
    with pytest.raises(RuntimeError):
        merge(consulent, one, other)

    assert toestand() == before
    assert not Wijzigingsregel.objects.exists()


def test_who_looked_at_either_is_in_the_overview_of_the_one(consulent):
    one, two, three = InwonerFactory(), InwonerFactory(), InwonerFactory()
    look_up_inwoner(by=consulent, inwoner_id=three.pk, at=NU)
    merge(consulent, two, three)
    last = merge(consulent, one, two)

    looks = [line.wat for line in overview_of(one.pk)]
    assert "dossier ingezien" in looks
    undo(consulent, last)
    assert "dossier ingezien" not in [line.wat for line in overview_of(one.pk)]
    assert "dossier ingezien" in [line.wat for line in overview_of(two.pk)]
