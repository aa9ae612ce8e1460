"""What is counted equals a plain count, again and again, and nothing marked is ever lost."""

import datetime as dt
import random
from dataclasses import replace
from operator import add

import pytest
from django.core.management import CommandError, call_command
from django.db import IntegrityError, connection
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from aanbieders.models import Contract
from dashboard.domain import herbereken, publiceren
from dashboard.domain.definities import keep_definitions
from dashboard.domain.herbereken import recount_everything, recount_marked, recount_period
from dashboard.domain.kubus import read_rows
from dashboard.management.commands.herbereken import Command
from dashboard.models import (
    Cijferversie,
    IndicatorDefinitie,
    Kubus,
    Kubuscel,
    Meting,
    Publicatie,
    Verplichting,
    VuileBucket,
)
from dashboard.onderdrukking import hide
from dashboard.onderdrukking.bundel import vorm
from dashboard.queries.bronnen import BRONNEN
from dashboard.queries.delen import shown_as
from dashboard.queries.tellen import add_up, read_cell
from hengelo_sociaal.gebieden.models import Wijk
from hengelo_sociaal.termijnen.models import Termijnregel
from tests.dashboard import tweeling
from tests.dashboard.registraties import register
from tests.factories.aanbieders import TariefFactory, ToewijzingFactory
from tests.factories.dashboard import NU
from tests.factories.toegang import ContactFactory, HuishoudenFactory, HulpvraagFactory
from toegang.models import Contact, Hulpvraag, Soort, Uitkomst

pytestmark = pytest.mark.django_db

VANDAAG = dt.date(2026, 11, 17)
slow_database = settings(
    max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def stored_counts(bron: str) -> dict[tuple[str, object], tuple[int, ...]]:
    """What is kept of every cell as it is shown, by month."""
    shape = vorm(len(BRONNEN[bron].tellingen))
    found: dict[tuple[str, object], tuple[int, ...]] = {}
    for row in Kubuscel.objects.filter(bron=bron):
        months = shape.counts(int.from_bytes(row.maanden, "little"))[:12]
        for month, counts in enumerate(months, start=1):
            key = f"{row.jaar}-{month:02}", shown_as(read_cell(row.cel))
            if counts[0]:
                found[key] = tuple(map(add, counts, found.get(key, (0,) * len(counts))))
    return found


def stored_cells() -> set[tuple[object, ...]]:
    """How every cell of every year stands."""
    return {
        (*rest, bytes(months))
        for *rest, months in Kubuscel.objects.values_list(
            "bron", "jaar", "laag", "cel", "verborgen", "maanden"
        )
    }


def stored_rows() -> set[tuple[object, ...]]:
    """The rows of every month, in any order."""
    rows = Kubus.objects.values_list("bron", "maand", "rijen")
    return {(bron, month, frozenset(text.split("\n"))) for bron, month, text in rows}


def published() -> set[tuple[object, ...]]:
    return set(
        Meting.objects.values_list(
            "indicator",
            "per",
            "begin",
            "dimensie",
            "categorie",
            "filterdimensie",
            "filtercategorie",
            "teller",
            "noemer",
            "onderdrukt",
        )
    )


@slow_database
@given(zaad=st.integers(0, 10**6), aantal=st.integers(1, 40))
def test_every_count_equals_the_plain_count(zaad, aantal):
    register(zaad, aantal)

    recount_marked(at=NU)

    for bron in BRONNEN.values():
        counted = {key: counts[0] for key, counts in stored_counts(bron.code).items()}
        plain = {
            (month, cel): number
            for (month, cel), number in tweeling.cells(bron.code).items()
            if all(dim in bron.dimensies for dim, _ in cel)
        }
        assert counted == plain, bron.code


@slow_database
@given(zaad=st.integers(0, 10**6), aantal=st.integers(1, 40))
def test_every_share_equals_the_plain_count(zaad, aantal):
    register(zaad, aantal)

    recount_marked(at=NU)

    for bron in BRONNEN.values():
        for maat in bron.maten:
            place = bron.tellingen.index(maat.teller)
            for row in Kubus.objects.filter(bron=bron.code):
                last = (row.maand + dt.timedelta(days=32)).replace(day=1) - dt.timedelta(days=1)
                plain = tweeling.count(bron.code, van=row.maand, tot=last, teller=maat.teller)
                kept = read_rows(bron, [row.maand])[row.maand]
                total = add_up(bron, kept).get((), [0] * 9)
                assert total[place] == plain, (maat.code, row.maand)


def test_counting_everything_again_gives_exactly_the_stored_figures():
    register(zaad=3, aantal=60)
    recount_marked(at=NU)
    before = published()

    report = recount_everything(tot=VANDAAG, at=NU)

    assert before
    assert report.anders == 0
    assert published() == before


def test_a_spoiled_figure_is_put_right_when_everything_is_counted_again():
    register(zaad=3, aantal=60)
    recount_everything(tot=VANDAAG, at=NU)
    before = published()
    Meting.objects.filter(onderdrukt=False, per="jaar").update(teller=4321)

    report = recount_everything(tot=VANDAAG, at=NU)

    assert report.anders
    assert published() == before


def test_a_lost_figure_is_put_back_when_everything_is_counted_again():
    register(zaad=3, aantal=60)
    recount_everything(tot=VANDAAG, at=NU)
    before = published()
    Meting.objects.filter(per="jaar").first().delete()

    assert recount_everything(tot=VANDAAG, at=NU).anders == 1
    assert published() == before


@pytest.mark.parametrize(
    "spoil",
    [
        lambda: Kubuscel.objects.filter(laag="kanaal").update(maanden=b"\x05", verborgen=0),
        lambda: Kubuscel.objects.filter(laag="kanaal").delete(),
        lambda: Kubus.objects.update(rijen=""),
        lambda: Kubus.objects.filter(bron="hulpvragen").delete(),
    ],
    ids=["cells", "lost cells", "rows", "lost rows"],
)
def test_what_is_kept_is_put_right_when_everything_is_counted_again(spoil):
    register(zaad=3, aantal=60)
    recount_everything(tot=VANDAAG, at=NU)
    before = published(), stored_cells(), stored_rows()
    spoil()

    recount_everything(tot=VANDAAG, at=NU)

    assert before == (published(), stored_cells(), stored_rows())


def test_what_was_published_from_the_same_counts_is_not_decided_again(monkeypatch):
    register(zaad=3, aantal=60)
    recount_everything(tot=VANDAAG, at=NU)
    decided = []
    for name in ("hide", "hide_tables"):
        monkeypatch.setattr(publiceren, name, lambda *args: decided.append(args))

    recount_everything(tot=VANDAAG, at=NU)
    recount_period(BRONNEN.values(), van=VANDAAG, tot=VANDAAG, at=NU)

    assert decided == []


@pytest.mark.parametrize("what", ["rules", "sql"])
def test_other_rules_publish_every_year_anew(monkeypatch, what):
    register(zaad=3, aantal=60)
    recount_everything(tot=VANDAAG, at=NU)
    if what == "rules":
        monkeypatch.setattr(publiceren, "REGELS", publiceren.REGELS + 1)
    else:
        other = replace(BRONNEN["hulpvragen"], sql=f"{BRONNEN['hulpvragen'].sql} ")
        monkeypatch.setitem(BRONNEN, "hulpvragen", other)
    decided = []
    monkeypatch.setattr(publiceren, "hide", lambda jaar: decided.append(jaar) or hide(jaar))

    recount_everything(tot=VANDAAG, at=NU)

    assert decided


def test_a_month_in_which_nothing_changed_is_not_added_up_again(monkeypatch):
    register(zaad=3, aantal=60)
    recount_everything(tot=VANDAAG, at=NU)
    added_up = []
    monkeypatch.setattr(publiceren, "add_up", lambda *args: added_up.append(args))

    assert recount_everything(tot=VANDAAG, at=NU).anders == 0
    assert added_up == []


def change(zaad: int, rng: random.Random) -> None:
    """Register some more, correct some, move some to another day, and take some away."""
    register(zaad, rng.randrange(4))
    contacts = list(Contact.objects.order_by("pk"))
    for one in rng.sample(contacts, min(len(contacts), rng.randrange(4))):
        Contact.objects.filter(pk=one.pk).update(
            kanaal_id=rng.choice(["telefoon", "balie", "brief"]),
            wijk=rng.choice(["WK016400", "WK016401", "WK016402"]),
        )
    for one in rng.sample(contacts, min(len(contacts), rng.randrange(3))):
        Contact.objects.filter(pk=one.pk).update(dag=one.dag - dt.timedelta(days=rng.randrange(60)))
    questions = list(Hulpvraag.objects.filter(meldingen=None).order_by("pk"))
    for one in rng.sample(questions, min(len(questions), rng.randrange(3))):
        one.delete()
    change_a_list(rng)


def change_a_list(rng: random.Random) -> None:
    """A kind of question moves to another law, a question too, and an outcome starts to count."""
    laws = ["jeugdwet", "participatiewet", "wmo", None]
    kinds = [*Soort.objects.order_by("pk")]
    Soort.objects.filter(pk=rng.choice(kinds).pk).update(wet=rng.choice(laws))
    early = Hulpvraag.objects.filter(contact__dag__day__lt=rng.randrange(31))
    early.filter(soort=rng.choice(kinds)).update(wet=rng.choice(laws))
    outcome = rng.choice([*Uitkomst.objects.order_by("pk")])
    outcome.telt_als_informatie_en_advies = rng.random() < 0.5
    outcome.save()


@slow_database
@given(
    zaad=st.integers(0, 10**6),
    first=st.sampled_from([1, 12, 60]),
    times=st.integers(1, 3),
)
def test_after_any_changes_the_figures_are_those_of_counting_from_nothing(zaad, first, times):
    rng = random.Random(zaad)
    register(zaad, first)
    recount_marked(at=NU)
    for number in range(times):
        change(zaad + number + 1, rng)
        recount_marked(at=NU)
    step_by_step = published(), stored_cells()

    for model in (Kubus, Kubuscel, Publicatie, Meting):
        model.objects.all().delete()
    recount_everything(tot=dt.date(2027, 12, 31), at=NU)  # some last days are still to come

    assert step_by_step[0]
    assert step_by_step == (published(), stored_cells())


def _other_outcomes_count() -> None:
    for outcome in Uitkomst.objects.all():
        outcome.telt_als_informatie_en_advies = not outcome.telt_als_informatie_en_advies
        outcome.save()


def _no_term_is_an_onderzoek() -> None:
    Termijnregel.objects.filter(code="wmo_onderzoek").update(code="vroeger_onderzoek")


REFERENCES = {
    "outcome": (_other_outcomes_count, True),
    "rule of a term": (_no_term_is_an_onderzoek, True),
    "law of a kind": (lambda: Soort.objects.update(wet="leerplichtwet"), False),
    "gemeente of a wijk": (lambda: Wijk.objects.update(gemeente="GM0147"), False),
}


@pytest.mark.parametrize("what", REFERENCES)
def test_after_a_reference_changes_the_next_sweep_gives_the_figures_of_from_nothing(what):
    register(zaad=3, aantal=120)
    recount_marked(at=NU)
    before = published()
    change_it, differs = REFERENCES[what]

    change_it()
    recount_marked(at=NU)

    by_sweep = published(), stored_cells()
    assert (by_sweep[0] != before) == differs
    for model in (Kubus, Kubuscel, Publicatie, Meting):
        model.objects.all().delete()
    recount_everything(tot=dt.date(2027, 12, 31), at=NU)
    assert by_sweep == (published(), stored_cells())


def _empty_a_month() -> None:
    total = Kubuscel.objects.get(bron="hulpvragen", cel="")
    months = int.from_bytes(total.maanden, "little") & ~vorm(1).fields(1 << NU.month - 1)
    total.maanden = months.to_bytes(48, "little")
    total.save()


def _put_too_much_in_a_split() -> None:
    Kubuscel.objects.filter(bron="hulpvragen", laag="kanaal").update(maanden=b"\xff" * 60)


def _move_a_group_to_another_month() -> None:
    one = Kubuscel.objects.filter(bron="hulpvragen", laag="kanaal").first()
    one.maanden = b"\x00" * 4 + bytes(one.maanden)
    one.save()


SPOILED = {
    "total": _empty_a_month,
    "split": _put_too_much_in_a_split,
    "other month": _move_a_group_to_another_month,
    "table": lambda: Kubuscel.objects.filter(laag__contains="|").update(maanden=b""),
    "no longer hidden": lambda: Kubuscel.objects.update(verborgen=0),
    "no rows": lambda: Kubus.objects.update(rijen=""),
    "unreadable rows": lambda: Kubus.objects.update(rijen="telefoon\tveel"),
}


@pytest.mark.parametrize("how", SPOILED)
def test_what_is_kept_and_cannot_be_right_is_counted_from_nothing(how, caplog):
    rng = random.Random(2)
    for _ in range(200):
        kind = rng.choices(["balie", "brief", "telefoon"], [1, 10, 30])[0]
        ContactFactory(kanaal_id=kind, hulpvragen=["open"])
    recount_marked(at=NU)
    SPOILED[how]()
    Hulpvraag.objects.filter(contact__kanaal="balie").first().delete()

    recount_marked(at=NU)

    assert "What was kept of hulpvragen" in caplog.text
    assert not VuileBucket.objects.exists()
    step_by_step = _figures_of_questions()
    for model in (Kubus, Kubuscel, Publicatie, Meting):
        model.objects.all().delete()
    recount_everything(tot=VANDAAG, at=NU)
    assert step_by_step == _figures_of_questions()


def _figures_of_questions() -> tuple[set[object], set[object]]:
    return (
        {one for one in published() if one[0] == "hulpvragen"},
        {one for one in stored_cells() if one[0] == "hulpvragen"},
    )


def test_one_other_channel_reads_and_writes_no_more_than_its_own_figures(
    django_assert_max_num_queries, caplog
):
    register(zaad=3, aantal=200)
    recount_marked(at=NU)
    later = NU + dt.timedelta(minutes=1)
    one = Contact.objects.filter(kanaal_id="telefoon", status="geregistreerd").latest("dag")
    Contact.objects.filter(pk=one.pk).update(kanaal_id="balie")

    with django_assert_max_num_queries(90):
        recount_marked(at=later)

    questions = Meting.objects.filter(indicator="hulpvragen")
    changed = questions.filter(berekend_op=later).values_list("dimensie", "filterdimensie")
    assert changed
    assert all("kanaal" in one for one in changed)
    assert not caplog.text
    assert questions.exclude(berekend_op=later).exists()


def test_a_year_of_which_everything_is_hidden_comes_into_sight_again():
    ContactFactory(hulpvragen=["open"])
    recount_marked(at=NU)
    assert not Meting.objects.filter(indicator="hulpvragen", onderdrukt=False).exists()

    for _ in range(30):
        ContactFactory(hulpvragen=["open"])
    recount_marked(at=NU)

    assert _total() == 31


def test_a_new_definition_publishes_its_figures_anew():
    register(zaad=3, aantal=60)
    keep_definitions()
    recount_everything(tot=VANDAAG, at=NU)
    newest = IndicatorDefinitie.objects.filter(indicator="hulpvragen").latest("versie")
    newest.pk, newest.versie = None, newest.versie + 1
    newest.save()

    recount_everything(tot=VANDAAG, at=NU)

    versions = Meting.objects.filter(indicator="hulpvragen").values_list("definitie_versie")
    assert set(versions) == {(newest.versie,)}


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ("SELECT * FROM ({}) a UNION ALL SELECT * FROM ({}) b", "the same row twice"),
        ("SELECT maand, {names}, nullif(1, 1), aantal FROM ({}) a", "a value is missing"),
    ],
)
def test_a_source_that_counts_wrongly_is_refused(monkeypatch, wrong, told):
    for _ in range(12):
        ContactFactory(hulpvragen=["open"])
    bron = BRONNEN["hulpvragen"]
    names = ", ".join(map(str, bron.dimensies[:-1]))
    sql = wrong.replace("{names}", names).replace("SELECT maand", "SELECT a.maand")
    named = f"SELECT * FROM ({bron.sql}) AS a (maand, {names}, verwijzer, aantal)"
    monkeypatch.setitem(BRONNEN, "hulpvragen", replace(bron, sql=sql.replace("{}", named)))

    with pytest.raises(ValueError, match=told):
        recount_marked(at=NU)


def test_a_line_of_another_kind_within_a_value_does_not_split_its_row():
    row = "zorgloket\u2028\x0b\x85\t1"
    Kubus.objects.create(bron="hulpvragen", maand=NU.replace(day=1), rijen=row, berekend_op=NU)

    found = read_rows(BRONNEN["hulpvragen"], [NU.date().replace(day=1)])

    assert [*found.values()] == [[row]]


def test_counting_twice_changes_nothing():
    register(zaad=4, aantal=30)
    recount_marked(at=NU)
    version = Cijferversie.objects.get().versie

    again = recount_marked(at=NU)

    assert again.anders == 0
    assert Cijferversie.objects.get().versie == version


def test_a_marked_day_is_no_longer_marked_once_it_is_counted():
    register(zaad=5, aantal=5)

    recount_marked(at=NU)

    assert not VuileBucket.objects.exists()


def test_a_mark_without_a_difference_is_taken_away_and_noted():
    VuileBucket.objects.create(bron="hulpvragen", dag=VANDAAG)

    recount_marked(at=NU)

    assert not VuileBucket.objects.exists()
    assert Cijferversie.objects.get().bijgewerkt_op == NU


def test_a_mark_of_a_source_that_is_gone_is_taken_away():
    VuileBucket.objects.create(bron="vroeger", dag=VANDAAG)

    recount_marked(at=NU)

    assert not VuileBucket.objects.exists()


def test_a_new_registration_is_in_the_figure_and_a_withdrawn_one_is_not():
    for _ in range(12):
        ContactFactory(hulpvragen=["open"])
    recount_marked(at=NU)
    one = Hulpvraag.objects.first()
    assert _total() == 12

    HulpvraagFactory(contact=ContactFactory())
    recount_marked(at=NU)
    assert _total() == 13

    one.delete()
    recount_marked(at=NU)
    assert _total() == 12


def _total() -> int | None:
    return Meting.objects.get(indicator="hulpvragen", per="maand", dimensie="").teller


def test_only_figures_that_changed_are_written_again():
    register(zaad=6, aantal=60)
    recount_marked(at=NU)
    before = dict(Meting.objects.values_list("pk", "berekend_op"))
    later = NU + dt.timedelta(minutes=1)
    for _ in range(10):
        ContactFactory(
            kanaal_id="telefoon",
            plaatsgevonden_op=NU.replace(month=9),
            hulpvragen=["informatie-en-advies"],
        )

    recount_marked(at=later)

    changed = Meting.objects.filter(berekend_op=later)
    kept = Meting.objects.filter(berekend_op=NU)
    assert changed.exists()
    assert kept.exists()
    assert set(kept.values_list("pk", flat=True)) <= set(before)


def test_only_the_period_that_is_asked_is_counted():
    ContactFactory(hulpvragen=["open"], plaatsgevonden_op=NU.replace(month=3))
    ContactFactory(hulpvragen=["open"])

    recount_period([BRONNEN["hulpvragen"]], van=dt.date(2026, 11, 1), tot=VANDAAG, at=NU)

    months = Kubus.objects.filter(bron="hulpvragen").values_list("maand", flat=True)
    assert list(months) == [dt.date(2026, 11, 1)]


def test_a_failure_halfway_leaves_mark_and_figure_as_they_were(monkeypatch):
    for _ in range(12):
        ContactFactory(hulpvragen=["open"])
    marks = VuileBucket.objects.count()

    def broken(*args: object, **kwargs: object) -> None:
        raise RuntimeError("killed")

    monkeypatch.setattr(publiceren, "write_figures", broken)
    with pytest.raises(RuntimeError):
        recount_marked(at=NU)

    assert VuileBucket.objects.count() == marks
    assert not Kubus.objects.exists()


def test_a_source_that_cannot_be_counted_keeps_no_other_waiting():
    for _ in range(12):
        ContactFactory(hulpvragen=["open"])
    VuileBucket.objects.all().delete()
    for bron in ("contacten", "hulpvragen"):
        VuileBucket.objects.create(bron=bron, dag=VANDAAG)
    with connection.cursor() as cursor:
        cursor.execute(
            "ALTER TABLE dashboard_meting"
            " ADD CONSTRAINT geen_contacten CHECK (indicator_id NOT LIKE 'contact%')"
        )

    with pytest.raises(IntegrityError):
        recount_marked(at=NU)

    assert _total() == 12
    assert set(VuileBucket.objects.values_list("bron", flat=True)) == {"contacten"}


@pytest.mark.parametrize("lock", ["_try_lock", "_lock"])
def test_a_list_that_changes_while_somebody_else_counts_is_read_anew(monkeypatch, lock):
    register(zaad=3, aantal=60)
    wait = getattr(herbereken, lock)

    def wait_long(*args: object) -> object:
        locked = wait(*args)
        Soort.objects.filter(wet__isnull=False).update(wet=None)
        return locked

    monkeypatch.setattr(herbereken, lock, wait_long)

    if lock == "_try_lock":
        recount_marked(at=NU)
    else:
        recount_everything(tot=VANDAAG, at=NU)

    questions = Publicatie.objects.get(bron="hulpvragen")
    assert questions.invoer == publiceren.Kader.read().invoer(BRONNEN["hulpvragen"])


def test_commitments_are_counted_by_one_at_a_time():
    ToewijzingFactory()

    recount_everything(tot=VANDAAG, at=NU)

    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT objid::bigint FROM pg_locks WHERE locktype = 'advisory' AND classid = %s",
            [herbereken._LOCK],
        )
        held = {name for (name,) in cursor.fetchall()}
    assert herbereken._lock_name("toewijzingen", VANDAAG.year) % 2**32 in held


def commitments_kept() -> set[tuple[object, ...]]:
    return set(Verplichting.objects.values_list("jaar", "taakveld", "bedrag", "onderdrukt"))


def test_commitments_of_every_year_are_those_of_counting_from_nothing():
    tarief = TariefFactory(contract__tot=dt.date(2029, 6, 30))
    for _ in range(10):
        ToewijzingFactory(tarief=tarief, frequentie="4", tot=None)
    recount_marked(at=NU)
    by_marks = commitments_kept()
    assert {jaar for jaar, *_ in by_marks} == {2026, 2027, 2028, 2029}

    Verplichting.objects.filter(jaar=2028).update(bedrag=-1)
    Verplichting.objects.create(jaar=2033, taakveld="6.71", bedrag=-5, berekend_op=NU)
    report = recount_everything(tot=VANDAAG, at=NU)

    assert report.anders == 2
    assert commitments_kept() == by_marks
    Verplichting.objects.all().delete()
    recount_everything(tot=VANDAAG, at=NU)
    assert commitments_kept() == by_marks


def test_what_few_people_cost_is_hidden_however_many_toewijzingen_they_have():
    tarief, home = TariefFactory(), HuishoudenFactory(met_leden=1)
    for month in range(1, 11):
        day = dt.date(2026, month, 1)
        ToewijzingFactory(tarief=tarief, huishouden=home, van=day, tot=day)

    recount_marked(at=NU)

    assert Verplichting.objects.get(jaar=2026).onderdrukt


def test_after_another_end_of_a_contract_the_next_sweep_gives_the_amounts_of_from_nothing():
    tarief = TariefFactory(contract__tot=dt.date(2029, 6, 30))
    for _ in range(10):
        ToewijzingFactory(tarief=tarief, frequentie="4", tot=None)
    recount_marked(at=NU)

    for end in (dt.date(2027, 6, 30), dt.date(2031, 1, 31)):
        Contract.objects.update(tot=end)
        recount_marked(at=NU)
        by_marks = commitments_kept()
        assert max(jaar for jaar, *_ in by_marks) == end.year
        Verplichting.objects.all().delete()
        recount_everything(tot=VANDAAG, at=NU)
        assert commitments_kept() == by_marks


def test_withdrawn_contacts_leave_the_figures():
    for _ in range(12):
        ContactFactory(hulpvragen=["open"])
    recount_marked(at=NU)

    Contact.objects.all()[:1].get().hulpvragen.all().delete()
    recount_marked(at=NU)

    assert _total() == 11


def test_the_command_counts_what_is_marked(capsys):
    register(zaad=8, aantal=20)

    call_command("herbereken")

    assert "cijfers anders." in capsys.readouterr().out
    assert Meting.objects.exists()


def test_the_command_says_that_everything_was_right(capsys):
    register(zaad=9, aantal=20)
    call_command("herbereken")
    capsys.readouterr()

    call_command("herbereken", "--alles")

    assert capsys.readouterr().out == "Niets is anders: alle cijfers klopten.\n"


def test_the_command_puts_the_figures_of_one_indicator_right():
    register(zaad=9, aantal=40)
    call_command("herbereken", "--alles")
    before = published()
    Meting.objects.filter(indicator="hulpvragen", per="jaar").update(
        teller=4321, noemer=None, onderdrukt=False
    )

    call_command("herbereken", "--alles", "--indicator", "hulpvragen")

    assert published() == before


def test_the_command_says_nothing_of_figures_that_it_did_not_look_at(capsys):
    register(zaad=9, aantal=20)
    call_command("herbereken")
    capsys.readouterr()

    call_command("herbereken", "--indicator", "hulpvragen")

    assert "klopten" not in capsys.readouterr().out


def test_a_figure_of_a_year_to_come_is_put_right_too():
    register(zaad=3, aantal=60)
    recount_marked(at=NU)
    before = published()
    Meting.objects.filter(per="jaar").delete()

    recount_everything(tot=dt.date(2025, 12, 31), at=NU)

    assert published() == before


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (["--indicator", "geluk"], "wordt niet berekend"),
        (["--van", "2026-13"], "is geen maand"),
        (["--van", "oktober"], "is geen maand"),
        (["--van", "2026-10", "--tot", "2026-09"], "ligt na de laatste"),
        (["--alles", "--van", "2026-10"], "Laat --van en --tot weg"),
    ],
)
def test_the_command_refuses_what_it_cannot_count(options, told):
    # Not by its parser: what is raised there is shown with all the code that led to it.
    Command().create_parser("manage.py", "herbereken").parse_args(options)

    with pytest.raises(CommandError, match=told):
        call_command("herbereken", *options)
