"""Proposals of partners, versions, doubles and counting who came."""

import datetime as dt
from dataclasses import replace

import pytest

from hengelo_sociaal.kern.fouten import GeenRecht, OngeldigeInvoer
from hengelo_sociaal.kern.tijd import AMSTERDAM
from hengelo_sociaal.logboek.models import Wijzigingsregel
from tests.factories.medewerkers import MedewerkerFactory
from tests.factories.voorzieningen import (
    ActiviteitFactory,
    LocatieFactory,
    OrganisatieFactory,
    PartnerFactory,
    VoorzieningFactory,
)
from voorzieningen.domain.activiteiten import ActiviteitGegevens, count_turnout, save_activiteit
from voorzieningen.domain.gegevens import as_json, from_json, gegevens_of
from voorzieningen.domain.samenvoegen import merge_voorzieningen, split_voorziening
from voorzieningen.domain.versies import restore_version
from voorzieningen.domain.voorstellen import accept_proposal, propose, reject_proposal
from voorzieningen.domain.voorzieningen import change_voorziening, confirm_voorziening
from voorzieningen.enums import Herhaling, Voorstelstatus
from voorzieningen.exceptions import (
    AlBeoordeeld,
    GeenDubbel,
    NietUwOrganisatie,
    VerdwijntUitBeeld,
)
from voorzieningen.models import Opkomst, Voorstel, Voorziening
from voorzieningen.queries.bereik import reach_of
from voorzieningen.queries.bijhouden import alike, stale
from voorzieningen.queries.verschillen import history

pytestmark = pytest.mark.django_db
NU = dt.datetime(2026, 11, 22, 12, tzinfo=AMSTERDAM)
LATER = NU + dt.timedelta(hours=1)


@pytest.fixture
def beleid():
    return MedewerkerFactory(rollen=["beleid"])


@pytest.fixture
def partner():
    return PartnerFactory()


@pytest.fixture
def aanbod(partner):
    return VoorzieningFactory(organisatie=partner.organisatie, naam="Inloop")


def proposed(partner, aanbod, **waarden):
    return propose(
        organisatie=partner.organisatie,
        voorziening=aanbod,
        waarden=waarden or {"kosten": "Gratis."},
        by=partner.medewerker,
        at=NU,
    )


def test_what_is_kept_as_json_comes_back_the_same():
    full = VoorzieningFactory(wijken=["WK016401"], doelgroepen=["ouderen"], leeftijd_van=65)
    full.locaties.add(LocatieFactory())
    full = Voorziening.objects.get(pk=full.pk)

    assert as_json(from_json(as_json(gegevens_of(full)))) == as_json(gegevens_of(full))


def test_a_proposal_changes_nothing_until_it_is_taken_over(partner, aanbod, beleid):
    voorstel = proposed(partner, aanbod, kosten="Gratis.", wijken=["WK016401"])
    aanbod.refresh_from_db()
    assert aanbod.kosten == ""

    made = accept_proposal(voorstel=voorstel, by=beleid, at=LATER)

    assert made == aanbod
    assert made.kosten == "Gratis."
    assert [each.pk for each in made.wijken.all()] == ["WK016401"]
    assert made.gecontroleerd_op == NU.date()
    voorstel.refresh_from_db()
    assert voorstel.status == Voorstelstatus.OVERGENOMEN


def test_a_new_entry_is_general_and_of_the_own_organisation(partner, beleid):
    waarden = {
        "naam": "Taalcafé",
        "omschrijving": "U oefent Nederlands.",
        "vorm": "collectief",
        "geldig_van": NU.date(),
        "leefgebieden": ["leren"],
    }
    voorstel = propose(
        organisatie=partner.organisatie, waarden=waarden, by=partner.medewerker, at=NU
    )

    made = accept_proposal(voorstel=voorstel, by=beleid, at=LATER)

    assert (made.soort, made.organisatie) == ("algemeen", partner.organisatie)


def test_a_second_proposal_replaces_the_one_that_waits(partner, aanbod):
    first = proposed(partner, aanbod, kosten="Een euro.")
    second = proposed(partner, aanbod, kosten="Gratis.")

    assert first == second
    assert Voorstel.objects.get().inhoud["kosten"] == "Gratis."


def test_nobody_proposes_for_another_organisation(partner):
    elders = VoorzieningFactory()

    with pytest.raises(NietUwOrganisatie):
        proposed(partner, elders)
    with pytest.raises(NietUwOrganisatie):
        propose(organisatie=elders.organisatie, waarden={}, by=partner.medewerker, at=NU)
    assert not Voorstel.objects.exists()


@pytest.mark.parametrize("rol", ["loket", "consulent", "beheer"])
def test_who_has_no_right_does_not_propose_even_when_tied(rol, aanbod):
    other = PartnerFactory(
        medewerker=MedewerkerFactory(rollen=[rol]), organisatie=aanbod.organisatie
    )

    with pytest.raises(GeenRecht):
        proposed(other, aanbod)


def test_what_cannot_be_right_is_refused_at_once(partner, aanbod):
    with pytest.raises(OngeldigeInvoer):
        proposed(partner, aanbod, leeftijd_van=70, leeftijd_tot=60)


def test_a_partner_does_not_judge(partner, aanbod):
    voorstel = proposed(partner, aanbod)

    with pytest.raises(GeenRecht):
        accept_proposal(voorstel=voorstel, by=partner.medewerker, at=LATER)
    with pytest.raises(GeenRecht):
        reject_proposal(voorstel=voorstel, reden="x", by=partner.medewerker, at=LATER)


def test_rejecting_needs_a_reason_and_is_done_once(partner, aanbod, beleid):
    voorstel = proposed(partner, aanbod)

    with pytest.raises(OngeldigeInvoer):
        reject_proposal(voorstel=voorstel, reden=" ", by=beleid, at=LATER)
    reject_proposal(voorstel=voorstel, reden="Dit is er al.", by=beleid, at=LATER)
    with pytest.raises(AlBeoordeeld):
        accept_proposal(voorstel=voorstel, by=beleid, at=LATER)

    voorstel.refresh_from_db()
    assert (voorstel.status, voorstel.reden) == (Voorstelstatus.AFGEWEZEN, "Dit is er al.")


def test_when_the_log_fails_nothing_is_taken_over(partner, aanbod, beleid, monkeypatch):
    voorstel = proposed(partner, aanbod)
    monkeypatch.setattr("voorzieningen.domain.voorstellen.log_proposal", _fail)

    with pytest.raises(RuntimeError):
        accept_proposal(voorstel=voorstel, by=beleid, at=LATER)

    aanbod.refresh_from_db()
    voorstel.refresh_from_db()
    assert (aanbod.kosten, voorstel.status) == ("", Voorstelstatus.INGEDIEND)


def _fail(*args, **kwargs):
    raise RuntimeError


def test_every_change_is_a_version_that_can_be_put_back(aanbod, beleid):
    for kosten in ("Een euro.", "Twee euro."):
        now = gegevens_of(Voorziening.objects.get(pk=aanbod.pk))
        change_voorziening(
            voorziening=aanbod, gegevens=replace(now, kosten=kosten), by=beleid, at=NU
        )

    steps = history(aanbod)
    assert [step.versie.nummer for step in steps] == [3, 2, 1]
    assert [(d.naam, d.oud, d.nieuw) for d in steps[0].verschillen] == [
        ("Kosten voor de inwoner", "Een euro.", "Twee euro.")
    ]

    restore_version(versie=steps[-1].versie, by=beleid, at=LATER)

    aanbod.refresh_from_db()
    assert aanbod.kosten == ""
    assert aanbod.versies.count() == 4


def test_history_names_what_it_shows(aanbod, beleid):
    now = gegevens_of(Voorziening.objects.get(pk=aanbod.pk))
    other = OrganisatieFactory(naam="Humanitas")
    new = replace(now, wijken=["WK016401"], organisatie=other, geldig_tot=dt.date(2027, 1, 1))
    change_voorziening(voorziening=aanbod, gegevens=new, by=beleid, at=NU)

    words = {d.naam: d.nieuw for d in history(aanbod)[0].verschillen}

    assert words == {
        "Wijken": "Hengelose Es",
        "Organisatie": "Humanitas",
        "Beschikbaar tot en met": "1 januari 2027",
    }


@pytest.mark.parametrize("aantal", [1, 3])
def test_history_takes_the_same_number_of_queries(
    aanbod, beleid, aantal, django_assert_num_queries
):
    for number in range(aantal):
        now = gegevens_of(Voorziening.objects.get(pk=aanbod.pk))
        change_voorziening(
            voorziening=aanbod, gegevens=replace(now, plaatsen=number), by=beleid, at=NU
        )

    with django_assert_num_queries(3):
        history(aanbod)


def test_a_double_goes_up_in_the_other_and_comes_back(beleid):
    blijft = VoorzieningFactory(naam="Samen eten", zoekwoorden="maaltijd")
    dubbel = VoorzieningFactory(naam="Samen eten Es", doelgroepen=["ouderen"])
    plek = LocatieFactory()
    dubbel.locaties.add(plek)

    merge_voorzieningen(dubbel=dubbel, blijft=blijft, by=beleid, at=NU)

    blijft.refresh_from_db()
    assert list(blijft.locaties.all()) == [plek]
    assert blijft.zoekwoorden == "maaltijd samen eten es"
    assert list(Voorziening.objects.geldig(NU.date())) == [blijft]

    split_voorziening(dubbel=Voorziening.objects.get(pk=dubbel.pk), by=beleid, at=LATER)

    blijft.refresh_from_db()
    assert not blijft.locaties.exists()
    assert blijft.zoekwoorden == "maaltijd"
    assert Voorziening.objects.geldig(NU.date()).count() == 2


def test_what_was_changed_since_stays(beleid):
    blijft = VoorzieningFactory(doelgroepen=["jongeren"])
    dubbel = VoorzieningFactory(doelgroepen=["ouderen"])
    merge_voorzieningen(dubbel=dubbel, blijft=blijft, by=beleid, at=NU)
    now = gegevens_of(Voorziening.objects.get(pk=blijft.pk))
    change_voorziening(
        voorziening=blijft, gegevens=replace(now, kosten="Gratis."), by=beleid, at=LATER
    )

    split_voorziening(dubbel=Voorziening.objects.get(pk=dubbel.pk), by=beleid, at=LATER)

    blijft.refresh_from_db()
    assert blijft.kosten == "Gratis."
    assert blijft.doelgroepen.count() == 2


@pytest.mark.parametrize(
    ("one", "other", "together"),
    [
        ([], ["ouderen"], []),
        (["ouderen"], [], []),
        (["ouderen"], ["jongeren"], ["jongeren", "ouderen"]),
    ],
)
def test_what_was_for_everybody_stays_for_everybody(beleid, one, other, together):
    places = {"ouderen": "WK016401", "jongeren": "WK016402"}
    blijft = VoorzieningFactory(doelgroepen=one, wijken=[places[each] for each in one])
    dubbel = VoorzieningFactory(doelgroepen=other, wijken=[places[each] for each in other])

    merge_voorzieningen(dubbel=dubbel, blijft=blijft, by=beleid, at=NU)

    assert sorted(blijft.doelgroepen.values_list("pk", flat=True)) == together
    assert set(blijft.wijken.values_list("pk", flat=True)) == {places[each] for each in together}


@pytest.mark.parametrize(
    "blijft",
    [{"status": "concept"}, {"geldig_tot": NU.date() - dt.timedelta(days=1)}, {"maatwerk": True}],
)
def test_what_people_find_now_does_not_go_up_in_what_they_do_not_find(beleid, blijft):
    shown, hidden = VoorzieningFactory(), VoorzieningFactory(**blijft)

    with pytest.raises(VerdwijntUitBeeld):
        merge_voorzieningen(dubbel=shown, blijft=hidden, by=beleid, at=NU)

    assert shown in Voorziening.objects.geldig(NU.date())
    if "maatwerk" not in blijft:
        merge_voorzieningen(dubbel=hidden, blijft=shown, by=beleid, at=NU)


def test_what_is_no_double_is_refused(beleid):
    one, other, third = VoorzieningFactory(), VoorzieningFactory(), VoorzieningFactory()
    with pytest.raises(GeenDubbel):
        merge_voorzieningen(dubbel=one, blijft=one, by=beleid, at=NU)
    with pytest.raises(GeenDubbel):
        split_voorziening(dubbel=one, by=beleid, at=NU)
    merge_voorzieningen(dubbel=one, blijft=other, by=beleid, at=NU)
    with pytest.raises(GeenDubbel):
        merge_voorzieningen(dubbel=one, blijft=third, by=beleid, at=NU)
    with pytest.raises(GeenRecht):
        merge_voorzieningen(
            dubbel=third, blijft=other, by=MedewerkerFactory(rollen=["loket"]), at=NU
        )


def test_names_that_are_nearly_the_same_are_shown():
    one = VoorzieningFactory(naam="Ontmoeting Hengelose Es")
    twin = VoorzieningFactory(naam="Ontmoeting in Hengelose Es")
    VoorzieningFactory(naam="Schaakclub")

    assert alike(one) == [twin]


def test_what_was_not_checked_for_long_waits(beleid, settings):
    settings.CONTROLE_NA_DAGEN = 183
    old = VoorzieningFactory(gecontroleerd_op=dt.date(2026, 5, 1))
    never = VoorzieningFactory()
    VoorzieningFactory(gecontroleerd_op=dt.date(2026, 11, 1))
    assert set(stale(NU.date())) == {old, never}

    confirm_voorziening(voorziening=old, by=beleid, at=NU)

    assert list(stale(NU.date())) == [never]
    assert Wijzigingsregel.objects.filter(handeling="voorziening nagekeken").count() == 1


def test_a_partner_keeps_the_activities_of_the_own_organisation_only(partner, aanbod):
    gegevens = ActiviteitGegevens(
        naam="Koffie",
        herhaling=Herhaling.WEKELIJKS,
        eerste_keer=dt.date(2026, 11, 24),
        begint=dt.time(10),
        eindigt=dt.time(12),
    )

    made = save_activiteit(voorziening=aanbod, gegevens=gegevens, by=partner.medewerker, at=NU)

    assert made.naam == "Koffie"
    with pytest.raises(NietUwOrganisatie):
        save_activiteit(
            voorziening=VoorzieningFactory(), gegevens=gegevens, by=partner.medewerker, at=NU
        )
    with pytest.raises(GeenRecht):
        save_activiteit(
            voorziening=aanbod, gegevens=gegevens, by=MedewerkerFactory(rollen=["loket"]), at=NU
        )


def test_who_came_is_counted_per_day_and_counting_again_replaces(partner, aanbod):
    koffie = ActiviteitFactory(voorziening=aanbod, plaatsen=20)
    for aantal in (8, 10):
        count_turnout(
            activiteit=koffie,
            dag=dt.date(2026, 1, 13),
            aantal=aantal,
            nieuw=2,
            by=partner.medewerker,
            at=NU,
        )

    reach = reach_of(koffie)
    assert (reach.keren, reach.gemiddeld, reach.nieuw, reach.bezetting) == (1, 10, 2, 50)


def test_nobody_came_on_a_day_that_it_was_not_there(beleid):
    koffie = ActiviteitFactory()

    with pytest.raises(OngeldigeInvoer):
        count_turnout(
            activiteit=koffie, dag=dt.date(2026, 1, 14), aantal=3, nieuw=0, by=beleid, at=NU
        )
    with pytest.raises(OngeldigeInvoer):
        count_turnout(
            activiteit=koffie, dag=dt.date(2026, 1, 13), aantal=3, nieuw=4, by=beleid, at=NU
        )
    assert not Opkomst.objects.exists()
