"""The time line of a household: what is on it, for whom, and how fast."""

import datetime as dt
import uuid

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hengelo_sociaal.kern.paginering import Cursor, OngeldigeCursor
from hengelo_sociaal.medewerkers.domain import involve
from hengelo_sociaal.medewerkers.models import Grond
from hengelo_sociaal.web import tijdlijn
from hengelo_sociaal.web.tijdlijn import Vraag, bronnen_van, timeline
from tests.factories.aanbieders import ToewijzingFactory
from tests.factories.besluiten import BesluitFactory, BezwaarFactory
from tests.factories.medewerkers import MedewerkerFactory
from tests.factories.plannen import (
    AfspraakFactory,
    DoelFactory,
    EvaluatieFactory,
    PlanFactory,
    RegisseurperiodeFactory,
    VoortgangFactory,
)
from tests.factories.toegang import (
    NU,
    VANDAAG,
    ContactFactory,
    HuisbezoekFactory,
    HuishoudenFactory,
    HulpvraagFactory,
    InwonerFactory,
    MeldingFactory,
    UitvraagFactory,
)
from tests.inloggen import client_of, logged_in
from tests.toegang.views.gemeen import HTMX, log_lines
from toegang.domain.samenvoegen.huishoudens import merge_huishoudens
from toegang.domain.samenvoegen.inwoners import merge_inwoners
from toegang.domain.samenvoegen.vastleggen import undo_merge
from toegang.models import Huishouden, Samenvoeging

pytestmark = pytest.mark.django_db


@pytest.fixture
def consulent():
    return MedewerkerFactory(consulent=True)


@pytest.fixture
def huishouden(consulent) -> Huishouden:
    made = HuishoudenFactory(met_leden=2)
    involve(medewerker=consulent, huishouden_id=made.pk, grond=Grond.PLAN, op=VANDAAG)
    return made


def contact(huishouden: Huishouden, geleden: int = 0, vraag: bool = True, **extra):
    made = ContactFactory(
        huishouden=huishouden,
        inwoner=extra.pop("inwoner", None) or huishouden.leden.order_by("pk").first(),
        plaatsgevonden_op=NU - dt.timedelta(days=geleden),
        **extra,
    )
    if vraag:
        HulpvraagFactory(contact=made)
    return made


def titles(by, huishouden: Huishouden, **vraag) -> list[str]:
    line = timeline(by, huishouden.pk, Vraag(**vraag))
    return [punt.gebeurtenis.titel for punt in line.punten]


def fill(huishouden: Huishouden) -> None:
    """One event of every kind."""
    made = contact(huishouden, vraag=False)
    MeldingFactory(
        hulpvraag=HulpvraagFactory(contact=made, uitkomst_id="melding"),
        huishouden=huishouden,
        afgerond=True,
    )
    HuisbezoekFactory(huishouden=huishouden)
    plan = PlanFactory(huishouden=huishouden)
    doel = DoelFactory(plan=plan)
    AfspraakFactory(doel=doel, gedaan=True)
    VoortgangFactory(doel=doel)
    EvaluatieFactory(plan=plan)
    EvaluatieFactory(plan=plan, gehouden=True)
    RegisseurperiodeFactory(plan=plan)
    ToewijzingFactory(inwoner=made.inwoner, huishouden=huishouden)
    UitvraagFactory(huishouden=huishouden, afgerond=True)
    decided(huishouden)


def decided(huishouden: Huishouden) -> None:
    """A draft, and a besluit with an objection on which was decided after a hearing."""
    who = huishouden.leden.order_by("pk").first()
    BesluitFactory(huishouden=huishouden, inwoner=who)
    besluit = BesluitFactory(
        huishouden=huishouden, inwoner=who, bekend=True, bekend_op=dt.date(2026, 9, 15)
    )
    BezwaarFactory(
        besluit=besluit,
        ontvangen_op=dt.date(2026, 10, 20),
        hoorzitting_op=NU - dt.timedelta(days=2),
        gehoord_=True,
    )


def test_every_app_brings_its_events_newest_first(consulent, huishouden):
    fill(huishouden)

    line = timeline(consulent, huishouden.pk, Vraag())

    kinds = {punt.bron.code for punt in line.punten}
    assert {"contact", "melding", "melding-klaar", "huisbezoek", "erbij"} <= kinds
    assert {"plan-begin", "afspraak", "gedaan", "voortgang", "evaluatie", "regisseur"} <= kinds
    assert {"hulp-begint", "evaluatie-gepland", "uitvraag", "uitvraag-klaar"} <= kinds
    assert {"besluit", "bezwaar", "hoorzitting"} <= kinds
    moments = [punt.op for punt in line.punten]
    assert moments == sorted(moments, reverse=True)
    assert line.ouder is None


def test_besluiten_and_objections_are_told_with_their_way_on(consulent, huishouden):
    decided(huishouden)

    line = timeline(consulent, huishouden.pk, Vraag(soorten=frozenset({"besluit", "bezwaar"})))

    told = {punt.bron.code: punt.gebeurtenis for punt in line.punten}
    assert len(line.punten) == 3  # a draft is no event yet
    assert told["besluit"].titel == "Besluit: toekenning"
    text = told["bezwaar"].tekst.replace("\u00a0", " ")
    assert text.endswith("beslissen voor 8 december 2026")
    assert told["hoorzitting"].adres.startswith("/bezwaren/")


def merged(by, huishouden: Huishouden) -> tuple[Samenvoeging, Samenvoeging]:
    """The household was there twice, and so was somebody in it."""
    why = {"by": by, "reden": "twee keer ingevoerd", "at": NU}
    home = merge_huishoudens(
        blijft_id=huishouden.pk, vervalt_id=HuishoudenFactory(met_leden=1).pk, **why
    )
    who = huishouden.leden.order_by("pk").first()
    return home, merge_inwoners(blijft_id=who.pk, vervalt_id=InwonerFactory().pk, **why)


def test_doubles_that_were_merged_are_told_until_they_are_taken_apart(consulent, huishouden):
    home, person = merged(consulent, huishouden)
    asked = Vraag(soorten=frozenset({"samengevoegd"}))

    line = timeline(consulent, huishouden.pk, asked)
    of_one = titles(consulent, huishouden, soorten=asked.soorten, inwoner_id=person.blijft_id)
    undo_merge(by=consulent, samenvoeging_id=person.pk, reden="toch twee mensen", at=NU)

    told = {punt.bron.code: punt.gebeurtenis for punt in line.punten}
    assert told["samengevoegd"].titel == "Huishouden stond dubbel: samengevoegd"
    assert told["samengevoegd"].adres == f"/samenvoegingen/{home.pk}"
    assert told["lid-samengevoegd"].wie == huishouden.leden.get(pk=person.blijft_id).naam
    assert told["lid-samengevoegd"].tekst == f"door {consulent.naam}, twee keer ingevoerd"
    assert of_one == ["Inwoner stond dubbel: samengevoegd"]
    assert titles(consulent, huishouden, soorten=asked.soorten) == [told["samengevoegd"].titel]


def test_a_merge_of_somebody_who_had_left_is_not_told(consulent, huishouden):
    _, person = merged(consulent, huishouden)
    before = VANDAAG - dt.timedelta(days=1)
    huishouden.lidmaatschappen.filter(inwoner=person.blijft_id).update(tot=before)

    found = titles(consulent, huishouden, soorten=frozenset({"samengevoegd"}))

    assert found == ["Huishouden stond dubbel: samengevoegd"]


@pytest.mark.parametrize(("rol", "ziet"), [("teamleider", 2), ("loket", 0), ("jurist", 0)])
def test_only_who_may_merge_sees_what_was_merged(consulent, huishouden, rol, ziet):
    merged(consulent, huishouden)
    by = MedewerkerFactory(rollen=[rol])

    found = timeline(by, huishouden.pk, Vraag()).punten

    assert sum(punt.bron.keuze == "samengevoegd" for punt in found) == ziet


def test_a_household_without_anything_has_an_empty_line(consulent):
    assert titles(consulent, HuishoudenFactory()) == []


def test_events_of_another_household_are_not_on_it(consulent, huishouden):
    contact(HuishoudenFactory(met_leden=1))

    assert not any(title.startswith("Contact") for title in titles(consulent, huishouden))


def test_the_filters_on_kind_person_and_period(consulent, huishouden):
    first, second = huishouden.leden.order_by("pk")
    contact(huishouden, geleden=400, inwoner=first)
    contact(huishouden, geleden=2, inwoner=second)
    HuisbezoekFactory(huishouden=huishouden)

    def count(**vraag):
        return len(titles(consulent, huishouden, **vraag))

    assert count(soorten=frozenset({"contact"})) == 2
    assert count(soorten=frozenset({"contact"}), inwoner_id=first.pk) == 1
    assert count(soorten=frozenset({"contact"}), van=VANDAAG - dt.timedelta(days=3)) == 1
    assert count(soorten=frozenset({"contact"}), tot=VANDAAG - dt.timedelta(days=3)) == 1
    assert count(soorten=frozenset({"contact", "huisbezoek"})) == 3
    assert count(soorten=frozenset({"bestaat-niet"})) == 0
    assert count(soorten=frozenset({"huisbezoek"}), inwoner_id=first.pk) == 0


@pytest.mark.parametrize(
    ("rol", "ziet", "ziet_niet"),
    [
        ("loket", {"contact", "melding", "erbij", "uitvraag"}, {"afspraak", "besluit", "bezwaar"}),
        ("loket", {"contact"}, {"hulp-begint", "huisbezoek"}),
        ("jurist", {"contact", "afspraak", "hulp-begint", "besluit", "bezwaar"}, {"huisbezoek"}),
        ("consulent", {"contact", "melding"}, {"afspraak", "voortgang", "hulp-begint"}),
        ("consulent", set(), {"uitvraag", "besluit", "bezwaar", "hoorzitting"}),
        ("beleid", set(), {"contact", "melding", "afspraak", "hulp-begint", "erbij"}),
    ],
)
def test_everybody_sees_what_their_role_may_see(huishouden, rol, ziet, ziet_niet):
    fill(huishouden)
    by = MedewerkerFactory(rollen=[rol])

    kinds = {punt.bron.code for punt in timeline(by, huishouden.pk, Vraag()).punten}

    assert ziet <= kinds
    assert not ziet_niet & kinds


def all_pages(by, huishouden: Huishouden, size: int) -> list[tuple[dt.datetime, str]]:
    found, cursor = [], None
    while True:
        line = timeline(by, huishouden.pk, Vraag(), cursor=cursor, size=size)
        found += [(punt.op, punt.gebeurtenis.titel) for punt in line.punten]
        if line.ouder is None:
            return found
        cursor = Cursor.decode(line.ouder.encode())


@settings(
    max_examples=15,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(dagen=st.lists(st.integers(0, 4), max_size=14), size=st.integers(1, 6))
def test_page_after_page_is_the_same_line(consulent, dagen, size):
    huishouden = HuishoudenFactory(met_leden=1)
    for ago in dagen:
        contact(huishouden, geleden=ago)

    whole = all_pages(consulent, huishouden, 1000)

    assert all_pages(consulent, huishouden, size) == whole
    assert len(whole) == len(dagen) + 1  # who joined


@pytest.mark.parametrize("waarde", ["x", "2026-01-01", 3, "2026-01-01T10:00:00"])
def test_a_cursor_of_elsewhere_is_refused(consulent, huishouden, waarde):
    with pytest.raises(OngeldigeCursor):
        timeline(consulent, huishouden.pk, Vraag(), cursor=Cursor(False, waarde, "contact:1"))


def queries(by, huishouden: Huishouden) -> int:
    with CaptureQueriesContext(connection) as captured:
        timeline(by, huishouden.pk, Vraag())
    return len(captured)


def test_ten_years_cost_as_much_as_one_day(consulent, huishouden):
    fill(huishouden)
    few = queries(consulent, huishouden)
    for month in range(120):
        contact(huishouden, geleden=30 * month + 1)
    plan = huishouden.plannen.get()
    doel = DoelFactory(plan=plan, volgorde=9)
    for _ in range(190):
        AfspraakFactory(doel=doel, gedaan=True)

    many = queries(consulent, huishouden)

    assert many <= few
    assert len(timeline(consulent, huishouden.pk, Vraag()).punten) == tijdlijn.PER_PAGINA
    assert len(all_pages(consulent, huishouden, 100)) >= 500


@pytest.mark.parametrize("aantal", [1, 3])
def test_every_kind_keeps_to_its_budget(consulent, huishouden, aantal):
    for _ in range(aantal):
        doel = DoelFactory(plan=huishouden.plannen.first() or PlanFactory(huishouden=huishouden))
        AfspraakFactory(doel=doel, gedaan=True)
        VoortgangFactory(doel=doel)
        contact(huishouden)
        made = HulpvraagFactory(contact=contact(huishouden, vraag=False), uitkomst_id="melding")
        MeldingFactory(hulpvraag=made, huishouden=huishouden, afgerond=True)
        ToewijzingFactory(inwoner=made.contact.inwoner, huishouden=huishouden)
        HuisbezoekFactory(huishouden=huishouden)
        EvaluatieFactory(plan=doel.plan)
        UitvraagFactory(huishouden=huishouden, afgerond=True)
        decided(huishouden)
        merged(consulent, huishouden)

    for bron in bronnen_van(consulent):
        rows = bron.rijen(consulent, huishouden.pk)
        with CaptureQueriesContext(connection) as captured:
            bron.vertel(rows)
        assert len(captured) <= bron.vraagbudget, bron.code


def test_the_page_says_it_in_months_and_logs_one_look_per_resident(consulent, huishouden):
    contact(huishouden, geleden=40)
    scherm = logged_in(consulent)

    page = scherm.get(f"/huishoudens/{huishouden.pk}/tijdlijn").content.decode()

    assert "Oktober 2026" in page
    assert "Contact: " in page
    assert 'aria-current="page"' in page
    assert len(log_lines("dossier")) == 2
    assert {line.doel for line in log_lines("dossier")} == {"betrokken bij het huishouden"}


def test_the_filter_is_a_fragment_for_htmx(consulent, huishouden):
    scherm = logged_in(consulent)
    path = f"/huishoudens/{huishouden.pk}/tijdlijn"

    part = scherm.get(f"{path}?soort=contact&van=01-01-2030", headers=HTMX).content.decode()
    wrong = scherm.get(f"{path}?soort=bestaat-niet&wie={uuid.uuid4()}&cursor=x")

    assert "Er is niets gevonden met deze keuze" in part
    assert "<html" not in part
    assert wrong.status_code == 200


def test_older_events_are_on_the_next_page(consulent, huishouden):
    for ago in range(40):
        contact(huishouden, geleden=ago)
    scherm = logged_in(consulent)

    first = scherm.get(f"/huishoudens/{huishouden.pk}/tijdlijn").content.decode()
    older = first.split('href="?')[1].split('"')[0].replace("&amp;", "&")
    second = scherm.get(f"/huishoudens/{huishouden.pk}/tijdlijn?{older}").content.decode()

    assert first.count("Contact: ") == 30 - first.count("hoort erbij")
    assert "Terug naar het nieuwste" in second
    assert "Ouder" not in second


def test_who_gave_no_purpose_is_sent_to_the_dossier(huishouden):
    jurist = client_of("jurist")

    answer = jurist.get(f"/huishoudens/{huishouden.pk}/tijdlijn")

    assert answer.status_code == 302
    assert answer["Location"] == f"/huishoudens/{huishouden.pk}"
    assert client_of("beleid").get(f"/huishoudens/{huishouden.pk}/tijdlijn").status_code == 403
