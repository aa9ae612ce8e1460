"""Promising a call, trying, and having spoken."""

import datetime as dt
import uuid

import pytest

from hengelo_sociaal.kern.fouten import GeenRecht, NietGevonden, OngeldigeInvoer
from hengelo_sociaal.kern.tijd import AMSTERDAM
from hengelo_sociaal.logboek.models import Wijzigingsregel
from hengelo_sociaal.medewerkers.models import Team, Teamlid
from tests.factories.medewerkers import MedewerkerFactory
from tests.factories.toegang import NU, InwonerFactory
from toegang.domain.balie import register_at_counter
from toegang.domain.contact import ContactGegevens, Vraag
from toegang.domain.terugbellen import TerugbelGegevens, drop_request, note_call, request_call
from toegang.exceptions import AlTeruggebeld
from toegang.models import Contact, Terugbelverzoek
from toegang.queries.terugbellen import callers, moments, open_requests

pytestmark = pytest.mark.django_db
STRAKS = NU + dt.timedelta(hours=3)


def wanted(consulent, **more):
    known = {"telefoon": "0612345678", "uiterlijk": STRAKS, "medewerker_id": consulent.pk}
    return TerugbelGegevens(**known | more)


def test_not_reached_it_stays_and_spoken_it_is_done(loket, consulent):
    made = request_call(by=loket, gegevens=wanted(consulent), at=NU)

    note_call(by=consulent, verzoek_id=made.pk, gelukt=False, opmerking="voicemail", at=NU)
    (waiting,) = open_requests(consulent, mine=True)
    assert (waiting.geprobeerd, waiting.laatst) == (1, NU)
    note_call(by=consulent, verzoek_id=made.pk, gelukt=True, at=NU)

    assert not open_requests(consulent, mine=False).exists()
    with pytest.raises(AlTeruggebeld):
        note_call(by=loket, verzoek_id=made.pk, gelukt=True, at=NU)
    with pytest.raises(AlTeruggebeld):
        drop_request(by=loket, verzoek_id=made.pk, at=NU)


def test_a_team_sees_what_was_asked_of_it_and_the_soonest_first(loket, consulent):
    team = Team.objects.create(code="wmo-2", naam="Wmo 2")
    Teamlid.objects.create(team=team, medewerker=consulent)
    later = request_call(
        by=loket, gegevens=wanted(consulent, medewerker_id=None, team_id=team.pk), at=NU
    )
    sooner = request_call(
        by=loket, gegevens=wanted(consulent, uiterlijk=NU + dt.timedelta(hours=1)), at=NU
    )
    request_call(by=loket, gegevens=wanted(loket), at=NU)

    assert list(open_requests(consulent, mine=True)) == [sooner, later]
    assert open_requests(consulent, mine=False).count() == 3


def test_what_is_no_promise_is_refused(loket, consulent):
    gone = MedewerkerFactory(rollen=["consulent"], is_active=False)
    policy = MedewerkerFactory(rollen=["beleid"])

    for more in (
        {"telefoon": " "},
        {"medewerker_id": None},
        {"team_id": uuid.uuid4()},
        {"medewerker_id": None, "team_id": uuid.uuid4()},
        {"uiterlijk": NU},
        {"medewerker_id": gone.pk},
        {"medewerker_id": policy.pk},
    ):
        with pytest.raises(OngeldigeInvoer):
            request_call(by=loket, gegevens=wanted(consulent, **more), at=NU)
    assert not Terugbelverzoek.objects.exists()


def test_only_who_calls_residents(loket, consulent, beleid):
    with pytest.raises(GeenRecht):
        request_call(by=beleid, gegevens=wanted(consulent), at=NU)
    made = request_call(by=loket, gegevens=wanted(consulent), at=NU)
    with pytest.raises(GeenRecht):
        drop_request(by=beleid, verzoek_id=made.pk, at=NU)
    with pytest.raises(NietGevonden):
        drop_request(by=loket, verzoek_id=uuid.uuid4(), at=NU)


def test_the_number_is_not_in_the_log(loket, consulent):
    person = InwonerFactory()
    made = request_call(by=loket, gegevens=wanted(consulent, inwoner_id=person.pk), at=NU)
    drop_request(by=loket, verzoek_id=made.pk, at=NU)

    lines = Wijzigingsregel.objects.all()
    assert [line.inwoners for line in lines] == [[person.pk], [person.pk]]
    assert "0612345678" not in str([line.wijziging for line in lines])


def test_contact_and_promise_are_one_and_sending_twice_is_one(loket, consulent):
    contact = ContactGegevens(
        kanaal="telefoon",
        vindplaats="zorgloket",
        plaatsgevonden_op=NU,
        vragen=[Vraag(soort="schulden")],
    )
    key = uuid.uuid4()
    for _ in range(2):
        register_at_counter(
            by=loket, gegevens=contact, at=NU, sleutel=key, terugbellen=wanted(consulent)
        )
    assert Terugbelverzoek.objects.get().contact == Contact.objects.get()

    with pytest.raises(OngeldigeInvoer):
        register_at_counter(
            by=loket, gegevens=contact, at=NU, terugbellen=wanted(consulent, telefoon="")
        )
    assert Contact.objects.count() == 1


@pytest.mark.parametrize(
    ("moment", "words"),
    [
        ((17, 10), ["Vandaag", "Morgen", "Donderdag"]),
        ((20, 10), ["Vandaag", "Maandag", "Dinsdag"]),
        ((20, 18), ["Maandag", "Dinsdag"]),
        ((21, 10), ["Maandag", "Dinsdag"]),
    ],
)
def test_moments_lie_on_working_days_to_come(moment, words):
    day, hour = moment

    found = moments(dt.datetime(2026, 11, day, hour, tzinfo=AMSTERDAM))

    assert [label.split(",")[0] for _, label in found] == words


def test_teams_and_colleagues_may_be_asked(consulent, beleid):
    teams, people = callers()

    names = [name for _, name in people[1]]
    assert teams[0] == "Team"
    assert consulent.naam in names
    assert beleid.naam not in names
