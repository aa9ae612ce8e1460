"""What the town's meldingen and their terms look like: as the software itself would leave them."""

import datetime as dt

import pytest
from django.db.models import Exists, F, ForeignObjectRel, OuterRef, Q, QuerySet

from hengelo_sociaal.demo.stad import Stad
from hengelo_sociaal.termijnen.enums import TermijnStatus
from hengelo_sociaal.termijnen.models import Opschorting, Termijn
from hengelo_sociaal.termijnen.queries import bereken_termijn
from tests.demo.conftest import TOT
from toegang.enums import HuisbezoekStatus, MeldingStatus
from toegang.models import Contact, Huisbezoek, Hulpvraag, Lidmaatschap, Melding

pytestmark = pytest.mark.django_db


def terms(code: str):
    return Termijn.objects.filter(regel__code=code)


def test_nothing_happened_on_the_last_morning_or_later(stad: Stad) -> None:
    morning = stad.tijdstip(TOT).replace(hour=0, minute=0)

    assert not Contact.objects.filter(geregistreerd_op__gte=morning).exists()
    assert not Melding.objects.filter(
        Q(ontvangen_op__gte=TOT) | Q(aanvraag_op__gte=TOT) | Q(afgerond_op__gte=TOT)
    ).exists()
    assert not Huisbezoek.objects.filter(uitgevoerd_op__gte=morning).exists()
    assert not Termijn.objects.filter(gehaald_op__gte=TOT).exists()


def test_only_what_is_still_to_come_is_planned(stad: Stad) -> None:
    planned = Huisbezoek.objects.filter(status=HuisbezoekStatus.GEPLAND)

    assert planned.exists()
    assert not planned.filter(gepland_op__date__lt=TOT).exists()


def test_a_question_ended_in_a_melding_exactly_when_there_is_one(stad: Stad) -> None:
    has_one = Exists(Melding.objects.filter(hulpvraag=OuterRef("pk")))

    assert not Hulpvraag.objects.filter(~has_one, uitkomst="melding").exists()
    assert not Hulpvraag.objects.filter(has_one).exclude(uitkomst="melding").exists()


def test_youth_help_is_about_a_child_of_the_household(stad: Stad) -> None:
    child = Lidmaatschap.objects.filter(
        inwoner=OuterRef("inwoner"), huishouden=OuterRef("huishouden"), rol="kind"
    )

    assert not Melding.objects.filter(~Exists(child), wet="jeugdwet").exists()
    assert not Melding.objects.filter(inwoner__geboortedatum__gt=F("ontvangen_op")).exists()


@pytest.mark.parametrize(
    ("code", "low", "high"),
    [("wmo_onderzoek", 0.82, 0.95), ("wmo_besluit", 0.80, 0.97), ("pw_besluit", 0.80, 1.0)],
)
def test_most_terms_are_met_and_some_are_not(stad: Stad, code: str, low: float, high: float):
    met = terms(code).filter(status=TermijnStatus.GEHAALD).count()
    late = terms(code).filter(status=TermijnStatus.VERLOPEN).count()

    assert low < met / (met + late) < high


def test_every_term_ends_where_the_engine_says(stad: Stad) -> None:
    rows = Termijn.objects.filter(opschortingen__isnull=True).select_related("regel")

    for term in rows.order_by("id")[:40]:
        said = bereken_termijn(term.regel.code, term.start)
        assert (term.einddatum, len(term.stappen)) == (said.einddatum, len(said.stappen))


def test_no_term_is_in_a_state_that_the_software_cannot_leave_it_in(stad: Stad) -> None:
    running = Termijn.objects.filter(status=TermijnStatus.LOOPT)
    ended = [MeldingStatus.AFGEROND, MeldingStatus.INGETROKKEN]

    assert not running.filter(einddatum__lt=TOT).exists()
    assert not running.filter(meldingen__status__in=ended).exists()
    assert not _terms_of_nothing().exists()
    assert not terms("wmo_besluit").filter(meldingen__aanvraag_op__isnull=True).exists()


def _terms_of_nothing() -> QuerySet[Termijn]:
    """Terms that no melding, besluit or other record of the apps above refers to."""
    owners = [one for one in Termijn._meta.related_objects if not _is_part_of_a_term(one)]
    assert owners
    return Termijn.objects.filter(**{f"{one.get_accessor_name()}__isnull": True for one in owners})


def _is_part_of_a_term(relation: ForeignObjectRel) -> bool:
    return relation.related_model._meta.app_label == Termijn._meta.app_label


def test_what_stands_still_has_a_running_suspension(stad: Stad) -> None:
    still = Termijn.objects.filter(status=TermijnStatus.OPGESCHORT)
    running = Opschorting.objects.filter(beeindigd_op__isnull=True)

    assert set(still.values_list("pk", flat=True)) == set(
        running.values_list("termijn_id", flat=True)
    )
    assert Opschorting.objects.exists()
    assert not running.filter(hersteltermijn_tot__lt=TOT).exists()


def test_support_for_the_first_time_has_a_visit_or_the_reason_why_not(stad: Stad) -> None:
    visited = Huisbezoek.objects.filter(melding=OuterRef("pk"))
    due = Melding.objects.filter(ondersteuning_nodig=True, eerste_keer=True)

    assert due.exists()
    assert not due.filter(~Exists(visited), afgezien_reden__isnull=True).exists()


def test_under_the_participatiewet_somebody_asked_whether_a_visit_is_all_right(stad: Stad) -> None:
    made = Huisbezoek.objects.filter(status=HuisbezoekStatus.UITGEVOERD)

    assert not made.filter(melding__wet="participatiewet", toestemming__isnull=True).exists()


def test_a_young_applicant_searches_for_four_weeks_first(stad: Stad) -> None:
    searching = terms("pw_zoektermijn").filter(status=TermijnStatus.LOOPT)

    assert searching.exists()
    assert not searching.filter(meldingen__aanvraag_op__isnull=False).exists()
    assert not searching.filter(start__lt=TOT - dt.timedelta(weeks=4)).exists()
