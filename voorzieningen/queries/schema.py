"""A provision in the words of schema.org, so that search engines and other sites can read it.

Types used: Service, Organization, ServiceChannel, Place, PostalAddress, City,
AdministrativeArea, PeopleAudience, Offer, Event and Schedule (https://schema.org/).
"""

from collections.abc import Sequence
from typing import Any

from voorzieningen.models import Activiteit, Locatie, Organisatie, Voorziening

CONTEXT = "https://schema.org"
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def as_json_ld(
    voorziening: Voorziening,
    activiteiten: Sequence[Activiteit],
    *,
    adres: str,
    gemeente: str,
    bezoek: Locatie | None = None,
) -> dict[str, Any]:
    """The provision as JSON-LD; `adres` is its page, `gemeente` the name of the municipality.

    `bezoek` is where the organisation can be visited.
    """
    organisatie = voorziening.organisatie
    graph = [
        _filled(
            {
                "@type": "Service",
                "@id": adres,
                "url": adres,
                "name": voorziening.naam,
                "description": voorziening.omschrijving,
                "serviceType": [each.label for each in voorziening.leefgebieden.all()],
                "provider": _organisation(organisatie, bezoek) if organisatie else None,
                "areaServed": _areas(voorziening, gemeente),
                "audience": _audience(voorziening),
                "availableChannel": [_channel(place) for place in voorziening.locaties.all()],
                "offers": _free() if voorziening.is_gratis else None,
            }
        ),
        *(_event(each, organisatie, adres) for each in activiteiten),
    ]
    return {"@context": CONTEXT, "@graph": graph}


def _filled(values: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value not in (None, "", [])}


def _organisation(organisatie: Organisatie, bezoek: Locatie | None = None) -> dict[str, Any]:
    return _filled(
        {
            "@type": "Organization",
            "name": organisatie.naam,
            "telephone": organisatie.telefoon,
            "email": organisatie.email,
            "url": organisatie.website,
            "address": _address(bezoek) if bezoek else None,
        }
    )


def _areas(voorziening: Voorziening, gemeente: str) -> list[dict[str, Any]]:
    wijken = [
        {
            "@type": "AdministrativeArea",
            "name": wijk.naam,
            "containedInPlace": {"@type": "City", "name": gemeente},
        }
        for wijk in voorziening.wijken.all()
    ]
    return wijken or [{"@type": "City", "name": gemeente}]


def _audience(voorziening: Voorziening) -> dict[str, Any] | None:
    found = _filled(
        {
            "audienceType": ", ".join(each.label for each in voorziening.doelgroepen.all()),
            "suggestedMinAge": voorziening.leeftijd_van,
            "suggestedMaxAge": voorziening.leeftijd_tot,
        }
    )
    return {"@type": "PeopleAudience"} | found if found else None


def _channel(locatie: Locatie) -> dict[str, Any]:
    return {"@type": "ServiceChannel", "serviceLocation": _place(locatie)}


def _place(locatie: Locatie) -> dict[str, Any]:
    return {"@type": "Place", "name": locatie.naam, "address": _address(locatie)}


def _address(locatie: Locatie) -> dict[str, Any]:
    return _filled(
        {
            "@type": "PostalAddress",
            "streetAddress": f"{locatie.straat} {locatie.huisnummer}".strip(),
            "postalCode": locatie.postcode,
            "addressLocality": locatie.woonplaats,
            "addressCountry": "NL",
        }
    )


def _free() -> dict[str, Any]:
    return {"@type": "Offer", "price": 0, "priceCurrency": "EUR"}


def _event(activiteit: Activiteit, organisatie: Organisatie | None, adres: str) -> dict[str, Any]:
    return _filled(
        {
            "@type": "Event",
            "name": activiteit.naam,
            "url": adres,
            "startDate": f"{activiteit.eerste_keer}T{activiteit.begint:%H:%M}",
            "endDate": f"{activiteit.eerste_keer}T{activiteit.eindigt:%H:%M}"
            if activiteit.weken is None
            else None,
            "eventSchedule": _schedule(activiteit) if activiteit.weken else None,
            "location": _place(activiteit.locatie) if activiteit.locatie else None,
            "organizer": _organisation(organisatie) if organisatie else None,
            "maximumAttendeeCapacity": activiteit.plaatsen,
        }
    )


def _schedule(activiteit: Activiteit) -> dict[str, Any]:
    return _filled(
        {
            "@type": "Schedule",
            "repeatFrequency": f"P{activiteit.weken}W",
            "byDay": f"https://schema.org/{_DAYS[activiteit.eerste_keer.weekday()]}",
            "startDate": activiteit.eerste_keer.isoformat(),
            "endDate": activiteit.tot_en_met.isoformat() if activiteit.tot_en_met else None,
            "startTime": f"{activiteit.begint:%H:%M}",
            "endTime": f"{activiteit.eindigt:%H:%M}",
            "scheduleTimezone": "Europe/Amsterdam",
        }
    )
