"""The way of a besluit: drafted, checked, read by somebody else, decided, sent."""

import datetime as dt
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from hengelo_sociaal.kern.fouten import GeenRecht, NietGevonden, OngeldigeInvoer, Verouderd
from hengelo_sociaal.logboek.models import Wijzigingsregel
from hengelo_sociaal.medewerkers.models import Medewerker
from hengelo_sociaal.termijnen.enums import TermijnStatus
from plannen.domain.besluit.bekendmaken import preview_letter, publish_besluit
from plannen.domain.besluit.beoordelen import (
    drop_besluit,
    recall_besluit,
    reopen_besluit,
    return_besluit,
    submit_besluit,
    take_besluit,
)
from plannen.domain.besluit.opstellen import (
    Aanleiding,
    BesluitGegevens,
    answer_check,
    change_besluit,
    draft_besluit,
)
from plannen.domain.gemeen import values_of
from plannen.enums import BesluitStatus
from plannen.exceptions import (
    BesluitVast,
    ControlesOpen,
    OpmerkingNodig,
    StapPastNiet,
    VierOgen,
)
from plannen.models import Besluit, Besluitreden, Meeleesgrens
from tests.factories.besluiten import BesluitFactory
from tests.factories.medewerkers import MedewerkerFactory, TeamFactory
from tests.factories.toegang import (
    NU,
    VANDAAG,
    HuishoudenFactory,
    MeldingFactory,
    MeldingTermijnFactory,
)
from toegang.models import Huishouden, Inwoner

pytestmark = pytest.mark.django_db
GISTEREN = VANDAAG - dt.timedelta(days=1)


def who(by: Medewerker) -> dict[str, Any]:
    return {"by": by, "at": NU}


def gegevens(**changes: Any) -> BesluitGegevens:
    return BesluitGegevens(**{"soort": "toekenning", "gevraagd": "hulp thuis"} | changes)


def as_read(besluit: Besluit, **changes: Any) -> BesluitGegevens:
    names = BesluitGegevens.__dataclass_fields__
    return BesluitGegevens(**{name: getattr(besluit, name) for name in names} | changes)


def sent(besluit: Besluit, by: Medewerker, op: dt.date = VANDAAG) -> Besluit:
    return publish_besluit(besluit_id=besluit.pk, op=op, **who(by))


def test_a_draft_gets_a_number_and_a_line(consulent: Medewerker) -> None:
    huishouden = HuishoudenFactory(met_leden=1, betrokken=consulent)
    melding = MeldingFactory(huishouden=huishouden, inwoner=huishouden.leden.get())
    aanleiding = Aanleiding(
        inwoner=melding.inwoner, huishouden=huishouden, wet=melding.wet, melding=melding
    )

    made = draft_besluit(aanleiding=aanleiding, gegevens=gegevens(), **who(consulent))

    assert made.nummer.startswith("B-2026-")
    assert (made.status, made.opgesteld_door) == (BesluitStatus.CONCEPT, consulent)
    line = Wijzigingsregel.objects.get(soort="besluit")
    assert (line.inwoners, line.huishouden_id) == ([melding.inwoner_id], huishouden.pk)


def test_for_a_household_of_others_nothing_is_drafted(consulent: Medewerker) -> None:
    other = BesluitFactory()
    aanleiding = Aanleiding(inwoner=other.inwoner, huishouden=other.huishouden, wet=other.wet)

    with pytest.raises(NietGevonden):
        draft_besluit(aanleiding=aanleiding, gegevens=gegevens(), **who(consulent))


@pytest.mark.parametrize(
    "changes",
    [
        {"soort": "zomaar"},
        {"soort": "intrekking"},
        {"van": dt.date(2026, 12, 1), "tot": dt.date(2026, 11, 1)},
        {"volume": 0},
        {"gevraagd": ""},
        {"reden": "na-bezwaar"},
        {"soort": "afwijzing", "reden": "jw-wlz"},
    ],
)
def test_what_does_not_fit_is_refused(concept: Besluit, changes: dict[str, Any]) -> None:
    if "reden" in changes:
        changes = changes | {"reden": Besluitreden.objects.get(pk=changes["reden"])}

    with pytest.raises(OngeldigeInvoer):
        change_besluit(
            besluit_id=concept.pk,
            gegevens=as_read(concept, **changes),
            verwacht=1,
            **who(concept.opgesteld_door),
        )


def test_a_change_by_somebody_else_shows_both(concept: Besluit) -> None:
    by = concept.opgesteld_door
    change_besluit(
        besluit_id=concept.pk, gegevens=as_read(concept, volume=6), verwacht=1, **who(by)
    )

    with pytest.raises(Verouderd) as refused:
        change_besluit(
            besluit_id=concept.pk, gegevens=as_read(concept, volume=8), verwacht=1, **who(by)
        )

    difference = refused.value.extra["verschillen"][0]
    assert (difference["nu"], difference["ingevuld"]) == ("6", "8")


def test_without_answers_a_draft_goes_nowhere(consulent: Medewerker) -> None:
    bare = BesluitFactory(opgesteld_door=consulent)

    with pytest.raises(ControlesOpen) as refused:
        submit_besluit(besluit_id=bare.pk, **who(consulent))

    assert "wlz" in refused.value.extra["open"]
    answer = {"code": "wlz", "antwoord": "nee", "bron": "ciz", **who(consulent)}
    answer_check(besluit_id=bare.pk, **answer)
    answer_check(besluit_id=bare.pk, **answer | {"antwoord": "ja"})
    assert bare.toetsen.get().antwoord == "ja"


@pytest.mark.parametrize("wrong", [{"code": "zomaar"}, {"antwoord": "?"}, {"bron": ""}])
def test_an_answer_outside_the_lists_is_refused(concept: Besluit, wrong: dict[str, str]) -> None:
    answer = {"code": "wlz", "antwoord": "nee", "bron": "ciz"} | wrong

    with pytest.raises(OngeldigeInvoer):
        answer_check(besluit_id=concept.pk, **answer, **who(concept.opgesteld_door))


def test_an_answer_in_the_way_stops_an_award_but_not_a_refusal(concept: Besluit) -> None:
    by = concept.opgesteld_door
    answer_check(besluit_id=concept.pk, code="wlz", antwoord="ja", bron="ciz", **who(by))

    with pytest.raises(ControlesOpen, match="Wet langdurige zorg"):
        submit_besluit(besluit_id=concept.pk, **who(by))

    refusal = as_read(
        concept,
        soort="afwijzing",
        reden=Besluitreden.objects.get(pk="wmo-wlz"),
        motivering="Het CIZ gaf een indicatie.",
    )
    change_besluit(besluit_id=concept.pk, gegevens=refusal, verwacht=1, **who(by))
    assert submit_besluit(besluit_id=concept.pk, **who(by)).status == BesluitStatus.BEOORDELING


def test_from_draft_to_letter(concept: Besluit, teamleider: Medewerker) -> None:
    submit_besluit(besluit_id=concept.pk, **who(concept.opgesteld_door))
    take_besluit(besluit_id=concept.pk, **who(teamleider))
    besluit = sent(concept, concept.opgesteld_door)

    assert besluit.genomen_door == teamleider
    assert besluit.bezwaartermijn.einddatum == dt.date(2026, 12, 29)
    assert besluit.beoordelingen.get().oordeel == "akkoord"
    assert (besluit.tarief_cent, besluit.bijdrage_cent) == (60_00, 21_00)
    letter = preview_letter(besluit, op=VANDAAG)
    assert besluit.brief is not None
    assert (letter.datum, letter.bezwaar_tot) == (VANDAAG, dt.date(2026, 12, 29))


def test_the_drafter_does_not_decide_what_needs_four_eyes(jurist: Medewerker) -> None:
    besluit = BesluitFactory(opgesteld_door=jurist, met_controles=True)
    submit_besluit(besluit_id=besluit.pk, **who(jurist))

    with pytest.raises(VierOgen):
        take_besluit(besluit_id=besluit.pk, **who(jurist))

    besluit.refresh_from_db()
    assert besluit.status == BesluitStatus.BEOORDELING
    assert take_besluit(
        besluit_id=besluit.pk, **who(MedewerkerFactory(jurist=True))
    ).genomen_door_id != (jurist.pk)


def test_who_changes_a_draft_does_not_decide_it(concept: Besluit, jurist: Medewerker) -> None:
    """Somebody who may draft and decide takes it back, raises the amount and sends it on."""
    submit_besluit(besluit_id=concept.pk, **who(concept.opgesteld_door))
    return_besluit(besluit_id=concept.pk, opmerking="Meer uren.", **who(jurist))
    concept.refresh_from_db()
    change_besluit(
        besluit_id=concept.pk,
        gegevens=as_read(concept, volume=20),
        verwacht=concept.wijzigingnummer,
        **who(jurist),
    )
    submit_besluit(besluit_id=concept.pk, **who(jurist))

    with pytest.raises(VierOgen):
        take_besluit(besluit_id=concept.pk, **who(jurist))
    other = MedewerkerFactory(jurist=True)
    assert take_besluit(besluit_id=concept.pk, **who(other)).genomen_door == other


def test_who_answers_a_check_of_a_draft_does_not_decide_it(
    concept: Besluit, jurist: Medewerker
) -> None:
    check = concept.toetsen.first()
    assert check is not None
    answer_check(
        besluit_id=concept.pk, code=check.code, antwoord="ja", bron="gesprek", **who(jurist)
    )
    submit_besluit(besluit_id=concept.pk, **who(concept.opgesteld_door))

    with pytest.raises(VierOgen):
        take_besluit(besluit_id=concept.pk, **who(jurist))


@pytest.mark.parametrize(("limit", "alone"), [(12_480_00, True), (12_479_99, False)])
def test_up_to_the_limit_one_pair_of_eyes_is_enough(
    jurist: Medewerker, limit: int, alone: bool
) -> None:
    Meeleesgrens.objects.create(wet_id="wmo", bedrag_cent=limit, geldig_van=dt.date(2026, 1, 1))
    besluit = BesluitFactory(opgesteld_door=jurist, met_controles=True)  # 4 x 52 x € 60

    if alone:
        assert take_besluit(besluit_id=besluit.pk, **who(jurist)).tweede_lezer is False
    else:
        with pytest.raises(VierOgen):
            take_besluit(besluit_id=besluit.pk, **who(jurist))


def test_a_refusal_is_always_read_by_somebody_else(jurist: Medewerker) -> None:
    Meeleesgrens.objects.create(wet_id="wmo", bedrag_cent=10**9, geldig_van=dt.date(2026, 1, 1))
    refusal = BesluitFactory(opgesteld_door=jurist, afwijzing=True, met_controles=True)

    with pytest.raises(VierOgen):
        take_besluit(besluit_id=refusal.pk, **who(jurist))


def test_a_draft_goes_back_with_words(concept: Besluit, teamleider: Medewerker) -> None:
    submit_besluit(besluit_id=concept.pk, **who(concept.opgesteld_door))

    with pytest.raises(OpmerkingNodig):
        return_besluit(besluit_id=concept.pk, opmerking=" ", **who(teamleider))
    back = return_besluit(besluit_id=concept.pk, opmerking="Waarom vier uur?", **who(teamleider))

    assert (back.status, back.ingediend_op) == (BesluitStatus.CONCEPT, None)
    assert back.beoordelingen.get().opmerking == "Waarom vier uur?"


def test_a_draft_can_be_taken_back_reopened_and_dropped(
    concept: Besluit, teamleider: Medewerker
) -> None:
    drafter = who(concept.opgesteld_door)
    submit_besluit(besluit_id=concept.pk, **drafter)
    recall_besluit(besluit_id=concept.pk, **drafter)
    submit_besluit(besluit_id=concept.pk, **drafter)
    take_besluit(besluit_id=concept.pk, **who(teamleider))
    reopened = reopen_besluit(besluit_id=concept.pk, opmerking="Typefout", **who(teamleider))
    dropped = drop_besluit(besluit_id=concept.pk, **drafter)

    assert reopened.genomen_door is None
    assert dropped.status == BesluitStatus.VERVALLEN


def test_nothing_changes_after_it_was_sent(concept: Besluit, teamleider: Medewerker) -> None:
    submit_besluit(besluit_id=concept.pk, **who(concept.opgesteld_door))
    take_besluit(besluit_id=concept.pk, **who(teamleider))
    sent(concept, teamleider)
    drafter = concept.opgesteld_door

    for act in (
        lambda: change_besluit(
            besluit_id=concept.pk, gegevens=as_read(concept, volume=9), verwacht=4, **who(drafter)
        ),
        lambda: answer_check(
            besluit_id=concept.pk, code="wlz", antwoord="ja", bron="ciz", **who(drafter)
        ),
        lambda: sent(concept, teamleider),
        lambda: reopen_besluit(besluit_id=concept.pk, opmerking="x", **who(teamleider)),
        lambda: drop_besluit(besluit_id=concept.pk, **who(drafter)),
    ):
        with pytest.raises(BesluitVast):
            act()


@pytest.mark.parametrize(
    ("column", "value"),
    [("motivering", "'anders'"), ("volume", "9"), ("status", "'concept'"), ("brief", "'{}'")],
)
def test_the_database_itself_keeps_what_was_sent(column: str, value: str) -> None:
    from hengelo_sociaal.kern.beperkingen import operation

    besluit = BesluitFactory(bekend=True)

    with pytest.raises(BesluitVast), operation(), connection.cursor() as cursor:
        cursor.execute(f"UPDATE plannen_besluit SET {column} = {value} WHERE id = %s", [besluit.pk])


@pytest.mark.parametrize("op", [GISTEREN, VANDAAG + dt.timedelta(days=1)])
def test_a_letter_is_sent_after_the_decision_and_not_tomorrow(op: dt.date) -> None:
    besluit = BesluitFactory(genomen=True, met_controles=True)

    with pytest.raises(OngeldigeInvoer):
        sent(besluit, besluit.genomen_door, op)


def test_what_was_not_decided_is_not_sent(concept: Besluit, teamleider: Medewerker) -> None:
    with pytest.raises(StapPastNiet):
        sent(concept, teamleider)


@pytest.mark.parametrize("given_away", [False, True])
def test_sending_meets_the_term_of_the_melding(
    consulent: Medewerker, teamleider: Medewerker, given_away: bool
) -> None:
    """Also for who drafted it before the melding went to a colleague of another team."""
    treats = MedewerkerFactory(consulent=True) if given_away else consulent
    melding = MeldingFactory(
        van_consulent=treats,
        team=TeamFactory(),
        ontvangen_op=dt.date(2026, 10, 1),
        status="aanvraag",
        aanvraag_op=dt.date(2026, 11, 10),
        ondersteuning_nodig=True,
    )
    term = MeldingTermijnFactory(
        melding=melding,
        termijn__onderzoek=False,
        termijn__code="wmo_besluit",
        termijn__start=dt.date(2026, 11, 10),
    ).termijn
    besluit = BesluitFactory(
        genomen=True,
        genomen_door=teamleider,
        opgesteld_door=consulent,
        huishouden=melding.huishouden,
        inwoner=melding.inwoner,
        melding=melding,
    )

    sent(besluit, consulent)

    melding.refresh_from_db()
    term.refresh_from_db()
    assert (melding.status, melding.afgerond_op) == ("afgerond", VANDAAG)
    assert term.status == TermijnStatus.GEHAALD


def test_sending_locks_the_household_the_resident_and_then_the_besluit(
    consulent: Medewerker,
) -> None:
    besluit = BesluitFactory(genomen=True, opgesteld_door=consulent)

    with CaptureQueriesContext(connection) as asked:
        sent(besluit, consulent)

    locks = [one["sql"] for one in asked.captured_queries if "FOR NO KEY UPDATE" in one["sql"]]
    order = [Huishouden, Inwoner, Besluit]
    for model, sql in zip(order, locks[:3], strict=True):
        assert f'FROM "{model._meta.db_table}"' in sql


@pytest.mark.parametrize(
    ("rol", "allowed"), [("consulent", True), ("jurist", True), ("teamleider", False)]
)
def test_who_may_draft(rol: str, allowed: bool) -> None:
    by = MedewerkerFactory(rollen=[rol])
    huishouden = HuishoudenFactory(met_leden=1, betrokken=by)
    other = BesluitFactory()
    aanleiding = Aanleiding(inwoner=huishouden.leden.get(), huishouden=huishouden, wet=other.wet)

    def act() -> Besluit:
        return draft_besluit(aanleiding=aanleiding, gegevens=gegevens(), **who(by))

    if allowed:
        assert act().opgesteld_door == by
    else:
        with pytest.raises(GeenRecht):
            act()


@pytest.mark.parametrize("rol", ["consulent", "administratie", "loket", "beleid", "beheer"])
def test_who_may_not_decide(rol: str) -> None:
    besluit = BesluitFactory(ingediend=True, met_controles=True)

    with pytest.raises(GeenRecht):
        take_besluit(besluit_id=besluit.pk, **who(MedewerkerFactory(rollen=[rol])))


def test_a_teamleider_decides_only_for_their_own_team(teamleider: Medewerker) -> None:
    other = BesluitFactory(ingediend=True, met_controles=True)

    with pytest.raises(NietGevonden):
        take_besluit(besluit_id=other.pk, **who(teamleider))


def test_values_of_a_draft_are_those_of_the_model() -> None:
    assert set(values_of(gegevens())) <= {field.name for field in Besluit._meta.fields}
