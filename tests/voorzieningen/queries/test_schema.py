"""The JSON-LD against the part of schema.org that we use, written down here.

Of each type the properties, and of each property what may stand in it, as on
https://schema.org/<Type> (version 29). Whatever is not here may not be used.
"""

import datetime as dt
from typing import Any

import pytest

from tests.factories.voorzieningen import (
    ActiviteitFactory,
    LocatieFactory,
    OrganisatieFactory,
    VoorzieningFactory,
)
from voorzieningen.enums import Herhaling
from voorzieningen.models import Voorziening
from voorzieningen.queries.kaart import office_of
from voorzieningen.queries.schema import as_json_ld

pytestmark = pytest.mark.django_db
TEXT, NUMBER = (str,), (int, float)
WOORDENLIJST: dict[str, dict[str, Any]] = {
    "Service": {
        "url": TEXT,
        "name": TEXT,
        "description": TEXT,
        "serviceType": TEXT,
        "provider": {"Organization"},
        "areaServed": {"AdministrativeArea", "City"},
        "audience": {"PeopleAudience"},
        "availableChannel": {"ServiceChannel"},
        "offers": {"Offer"},
    },
    "Organization": {
        "name": TEXT,
        "telephone": TEXT,
        "email": TEXT,
        "url": TEXT,
        "address": {"PostalAddress"},
    },
    "ServiceChannel": {"serviceLocation": {"Place"}},
    "Place": {"name": TEXT, "address": {"PostalAddress"}},
    "PostalAddress": {
        "streetAddress": TEXT,
        "postalCode": TEXT,
        "addressLocality": TEXT,
        "addressCountry": TEXT,
    },
    "City": {"name": TEXT},
    "AdministrativeArea": {"name": TEXT, "containedInPlace": {"City"}},
    "PeopleAudience": {
        "audienceType": TEXT,
        "suggestedMinAge": NUMBER,
        "suggestedMaxAge": NUMBER,
    },
    "Offer": {"price": NUMBER, "priceCurrency": TEXT},
    "Event": {
        "name": TEXT,
        "url": TEXT,
        "startDate": TEXT,
        "endDate": TEXT,
        "eventSchedule": {"Schedule"},
        "location": {"Place"},
        "organizer": {"Organization"},
        "maximumAttendeeCapacity": NUMBER,
    },
    "Schedule": {
        "repeatFrequency": TEXT,
        "byDay": TEXT,
        "startDate": TEXT,
        "endDate": TEXT,
        "startTime": TEXT,
        "endTime": TEXT,
        "scheduleTimezone": TEXT,
    },
}
VERPLICHT = {"Service": {"name", "url"}, "Event": {"name", "startDate"}}


def complaints(node: dict[str, Any]) -> list[str]:
    """What is not in the vocabulary, anywhere in a node."""
    kind = node.get("@type")
    if kind not in WOORDENLIJST:
        return [f"type {kind}"]
    found = [f"{kind} needs {name}" for name in VERPLICHT.get(kind, set()) - set(node)]
    for name, value in node.items():
        if not name.startswith("@"):
            found += _of_value(kind, name, value)
    return found


def _of_value(kind: str, name: str, value: Any) -> list[str]:
    allowed = WOORDENLIJST[kind].get(name)
    if allowed is None:
        return [f"{kind}.{name}"]
    found = []
    for each in value if isinstance(value, list) else [value]:
        if isinstance(each, dict):
            found += [] if each.get("@type") in allowed else [f"{kind}.{name}: {each}"]
            found += complaints(each)
        elif not isinstance(each, allowed if isinstance(allowed, tuple) else ()):
            found.append(f"{kind}.{name}: {each!r}")
    return found


def graph(voorziening, activiteiten=()) -> list[dict[str, Any]]:
    found = Voorziening.objects.met_alles().get(pk=voorziening.pk)
    body = as_json_ld(
        found,
        activiteiten,
        adres="https://hengelo.example/x",
        gemeente="Hengelo",
        bezoek=office_of(found),
    )
    assert body["@context"] == "https://schema.org"
    return body["@graph"]


def test_a_full_provision_uses_only_words_of_schema_org():
    organisatie = OrganisatieFactory(
        telefoon="074-1234567", email="info@x.example", website="https://x.example"
    )
    full = VoorzieningFactory(
        organisatie=organisatie,
        kosten="Gratis.",
        wijken=["WK016401"],
        doelgroepen=["ouderen"],
        leeftijd_van=65,
    )
    place = LocatieFactory(straat="Kerkstraat", huisnummer="1", postcode="7551AB")
    full.locaties.add(place)
    activiteiten = [
        ActiviteitFactory(voorziening=full, locatie=place, plaatsen=12),
        ActiviteitFactory(voorziening=full, herhaling=Herhaling.EENMALIG),
        ActiviteitFactory(voorziening=full, tot_en_met=dt.date(2027, 1, 1)),
    ]

    nodes = graph(full, activiteiten)

    assert [complaint for node in nodes for complaint in complaints(node)] == []
    assert [node["@type"] for node in nodes] == ["Service", "Event", "Event", "Event"]
    assert nodes[0]["offers"]["price"] == 0
    assert nodes[1]["eventSchedule"]["byDay"] == "https://schema.org/Tuesday"


def test_a_bare_provision_says_no_more_than_is_known():
    [node] = graph(VoorzieningFactory(organisatie=None))

    assert complaints(node) == []
    assert not {"provider", "audience", "offers", "availableChannel"} & set(node)
    assert node["areaServed"] == [{"@type": "City", "name": "Hengelo"}]


def test_the_check_itself_finds_what_is_wrong():
    assert complaints({"@type": "Service", "name": "x", "url": "y", "kosten": "z"}) == [
        "Service.kosten"
    ]
    assert complaints({"@type": "Dienst"}) == ["type Dienst"]


def test_without_a_place_of_its_own_it_tells_where_the_organisation_is():
    made = VoorzieningFactory(organisatie=OrganisatieFactory())
    place = LocatieFactory(
        organisatie=made.organisatie, straat="Kerkstraat", huisnummer="1", postcode="7551AB"
    )

    [node] = graph(made)

    assert complaints(node) == []
    assert node["provider"]["address"]["streetAddress"] == "Kerkstraat 1"
    made.locaties.add(place)
    [node] = graph(made)
    assert "address" not in node["provider"]
