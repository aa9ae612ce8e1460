"""What is counted finer than it is shown."""

import pytest

from dashboard.domain.getoond import as_shown, is_hidden_otherwise, shown_with
from dashboard.domain.herbereken import recount_everything, recount_marked
from dashboard.domain.kubus import Stand
from dashboard.models import Meting
from dashboard.onderdrukking import JAAR_BIT
from dashboard.queries.bronnen import BRONNEN
from dashboard.queries.delen import (
    finer,
    parent_of,
    parents_of,
    part,
    shown_as,
    whole_of,
    wholes_of,
)
from dashboard.queries.tellen import add_up
from hengelo_sociaal.gebieden.models import Gemeente, Wijk
from hengelo_sociaal.waarden.models import Wet
from tests.factories.dashboard import NU
from tests.factories.toegang import VANDAAG, ContactFactory, HulpvraagFactory
from toegang.models import Hulpvraag, Soort

AAN_B, AAN_C = ("soort", part("schulden", "b")), ("soort", part("schulden", "c"))
WIJK = ("wijk", part("w1", "x"))


def test_kinds_are_counted_within_laws_and_wijken_within_gemeenten_where_both_are_counted():
    assert finer(BRONNEN["hulpvragen"]) == {"soort": "wet", "wijk": "gemeente"}
    assert finer(BRONNEN["contacten"]) == {"wijk": "gemeente"}
    assert finer(BRONNEN["waarderingen"]) == {}


def test_a_part_knows_what_it_is_part_of_and_what_it_is_shown_as():
    assert parent_of(AAN_B) == ("wet", "b")
    assert whole_of(AAN_B) == ("soort", "schulden")
    assert shown_as((("kanaal", "balie"), AAN_B)) == (("kanaal", "balie"), ("soort", "schulden"))
    assert parent_of(("wet", "b")) is None
    assert whole_of(("kanaal", "balie")) == ("kanaal", "balie")


def test_only_parts_of_something_in_two_are_shown_together():
    assert parents_of([AAN_B, WIJK, ("wet", "b")]) == {AAN_B: ("wet", "b"), WIJK: ("gemeente", "x")}
    assert wholes_of([AAN_B, WIJK]) == {}
    assert wholes_of([AAN_B, AAN_C, WIJK]) == dict.fromkeys([AAN_B, AAN_C], ("soort", "schulden"))


def test_rows_are_counted_within_what_they_are_part_of():
    row = ["loket", "balie", "w1", "x", "27-64", *"10100"]

    cells = add_up(BRONNEN["contacten"], ["\t".join(row)])

    assert (WIJK,) in cells
    assert (("gemeente", "x"), WIJK) in cells
    assert not any(value == ("wijk", "w1") for cel in cells for value in cel)


def test_parts_are_shown_together_and_hidden_where_one_of_them_is():
    standen = {(AAN_B,): Stand(5, 0b01), (AAN_C,): Stand(7, 0b10), (WIJK,): Stand(12, 0)}

    assert as_shown(standen) == {
        (("soort", "schulden"),): Stand(12, 0b11),
        (("wijk", "w1"),): Stand(12, 0),
    }
    assert as_shown(standen, [(("wijk", "w1"),)]) == {(("wijk", "w1"),): Stand(12, 0)}


def test_a_cell_is_read_with_all_that_is_shown_together_with_it():
    assert shown_with([(AAN_B, WIJK)], [AAN_B, AAN_C, WIJK]) == {(AAN_B, WIJK), (AAN_C, WIJK)}
    assert shown_with([(AAN_B, WIJK)], [AAN_B, WIJK]) == set()


def test_a_year_in_which_laws_were_not_told_apart_is_known_again():
    shared = {(AAN_B,): Stand(20, 0), (AAN_C,): Stand(20, 0)}

    def with_laws(b: int, c: int) -> bool:
        laws = {(("wet", "b"),): Stand(20, b), (("wet", "c"),): Stand(20, c)}
        return is_hidden_otherwise(shared | laws)

    assert with_laws(JAAR_BIT, JAAR_BIT)
    assert not with_laws(JAAR_BIT, 0)
    assert not is_hidden_otherwise({(AAN_B,): Stand(20, 0)})
    assert is_hidden_otherwise({(): Stand(5, JAAR_BIT)})


@pytest.mark.django_db
def test_no_law_and_no_gemeente_has_a_code_with_the_sign_between_a_part_and_its_whole():
    lists = (Soort, Wet, Wijk, Gemeente)
    codes = [str(code) for model in lists for code in model.objects.values_list("pk", flat=True)]

    assert codes
    assert not [code for code in codes if "@" in code]


def _year(**cell: str) -> int | None:
    """What is shown of all questions of the year, or of these."""
    dimension, category = next(iter(cell.items()), ("", ""))
    found = Meting.objects.get(
        indicator="hulpvragen",
        per="jaar",
        dimensie=dimension,
        categorie=category,
        filterdimensie="",
    )
    return found.teller


def _ask(kind: str, times: int, wijk: str = "WK016401", gemeente: str = "GM0164") -> None:
    for _ in range(times):
        contact = ContactFactory(wijk=wijk, gemeente=gemeente)
        HulpvraagFactory(contact=contact, soort_id=kind, uitkomst_id="open")


@pytest.mark.django_db
def test_one_question_under_another_law_hides_that_kind_and_no_year():
    for kind in ("jeugdhulp", "opvoeden", "schoolverzuim", "schulden", "budgetbeheer"):
        _ask(kind, 14)
    recount_marked(at=NU)
    assert _year(soort="schoolverzuim") == 14
    odd = Hulpvraag.objects.filter(soort="schoolverzuim").first()

    Hulpvraag.objects.filter(pk=odd.pk).update(wet="jeugdwet")
    recount_marked(at=NU)

    assert _year() == 70
    assert _year(wet="jeugdwet") == 29
    assert _year(soort="schulden") == 14
    assert _year(soort="schoolverzuim") is None
    by_step = set(Meting.objects.values_list("categorie", "filtercategorie", "per", "teller"))
    Meting.objects.all().delete()
    recount_everything(tot=VANDAAG, at=NU)
    assert by_step == set(
        Meting.objects.values_list("categorie", "filtercategorie", "per", "teller")
    )


@pytest.mark.django_db
def test_a_home_without_a_buurt_hides_no_year():
    _ask("schulden", 30, wijk="WK016400")
    _ask("schulden", 30)
    _ask("schulden", 12, wijk="onbekend", gemeente="onbekend")

    _ask("schulden", 3, wijk="onbekend")
    recount_marked(at=NU)

    assert _year() == 75
    assert _year(gemeente="GM0164") == 63
    assert _year(wijk="onbekend") is None
