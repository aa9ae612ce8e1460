"""A few questions that came through the website yesterday and wait for somebody."""

import uuid

from hengelo_sociaal.demo.stad import Stad
from toegang.domain.website import WebvraagGegevens, receive_webvraag
from toegang.enums import Bereikbaar

VRAGEN = (
    (
        WebvraagGegevens(
            vraag="Mijn vader valt steeds en wil niet weg uit zijn huis. Wat kan er?",
            leefgebied="wonen",
            voornaam="Anja",
            achternaam="Wolters",
            soort="woningaanpassing",
            bereikbaar=Bereikbaar.BELLEN,
            telefoon="06-55500021",
            wanneer="Na vijf uur, dan ben ik thuis.",
            namens="kind",
        ),
        {
            "vragen.gewone-week": "Hij leest de krant en ik kom elke avond langs.",
            "vragen.belangrijk": "Dat hij veilig thuis kan blijven.",
            "leefgebieden.wonen.huishouden.score": "hulp",
            "leefgebieden.wonen.huishouden.woorden": "Drempels en een gladde badkamer.",
            "leefgebieden.netwerk.huishouden.score": "aandacht",
        },
    ),
    (
        WebvraagGegevens(
            vraag="Ik krijg de rekeningen niet meer betaald en durf de post niet open te maken.",
            leefgebied="geld",
            soort="schulden",
            voornaam="Dennis",
            achternaam="Ottink",
            bereikbaar=Bereikbaar.MAILEN,
            email="dennis@voorbeeld.example",
        ),
        {
            "vragen.wat-anders": "Overzicht, en iemand die meekijkt.",
            "leefgebieden.geld.huishouden.score": "hulp",
        },
    ),
    (
        WebvraagGegevens(
            vraag="Sinds mijn man er niet meer is, zie ik bijna niemand.",
            leefgebied="netwerk",
            soort="eenzaamheid",
            voornaam="Truus",
            achternaam="Meijer",
            bereikbaar=Bereikbaar.BRIEF,
            adres="Bij de naam bekend, Hengelo",
        ),
        {"vragen.belangrijk": "Weer eens samen koffie drinken."},
    ),
)


def make_webvragen(stad: Stad) -> None:
    """Send them in as residents do, on the last day of the town."""
    for number, (gegevens, antwoorden) in enumerate(VRAGEN):
        receive_webvraag(
            gegevens=gegevens,
            antwoorden=antwoorden,
            sleutel=uuid.UUID(int=number + 1),
            at=stad.tijdstip(stad.laatste_dag).replace(hour=20 + number % 3),
        )
