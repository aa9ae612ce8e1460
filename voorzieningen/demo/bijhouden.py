"""Who keeps the catalogue of the demo town: owners, a partner, a proposal and a reader's report."""

import datetime as dt

from django.contrib.auth.hashers import make_password

from hengelo_sociaal.demo.stad import Stad
from hengelo_sociaal.gebieden.models import Wijk
from hengelo_sociaal.medewerkers.demo import WACHTWOORD
from hengelo_sociaal.medewerkers.models import Medewerker
from hengelo_sociaal.waarden.models import Leefgebied
from voorzieningen.demo.activiteiten import NOORD
from voorzieningen.domain.collectief import Verwachting, expect, take_up
from voorzieningen.domain.fouten import report_mistake
from voorzieningen.domain.voorstellen import propose
from voorzieningen.models import Activiteit, Organisatie, Partner, Voorziening

PARTNER = "wijkracht"


def vul(stad: Stad) -> None:
    """Owners and check dates, the account `wijkracht`, and what waits for `beleid`.

    Leaves that account in `stad.vondst["partner"]`.
    """
    own = Stad(stad.tot, stad.maanden, stad.zaad + 2, stad.schaal, stad.stil)
    _owners(own, stad.vondst["medewerkers"]["beleid"])
    partner = Medewerker.objects.create(
        id=own.kenmerk(own.tijdstip(own.van)),
        gebruikersnaam=PARTNER,
        naam="Joyce ter Braak",
        functie="Sociaal werker Wijkracht",
        rollen=["vindplaats"],
        password=make_password(WACHTWOORD),
        aangemaakt_op=own.tijdstip(own.van),
    )
    stad.vondst["partner"] = partner
    organisatie = Organisatie.objects.get(code="wijkracht")
    Partner.objects.create(medewerker=partner, organisatie=organisatie)
    propose(
        organisatie=organisatie,
        voorziening=Voorziening.objects.get(code="buurtcentra"),
        waarden={"kosten": "Koffie is gratis. Een maaltijd kost € 6.", "aanmelden": (
            "U kunt gewoon binnenlopen. Geef u voor een maaltijd een dag van tevoren op."
        )},
        by=partner,
        at=own.tijdstip(own.laatste_dag),
    )  # fmt: skip
    _taken_up(own, partner)
    report_mistake(
        voorziening=Voorziening.objects.get(code="taallessen"),
        tekst="De les op maandag begint tegenwoordig om half tien.",
        at=own.tijdstip(own.laatste_dag - dt.timedelta(days=1)),
    )


def _taken_up(own: Stad, partner: Medewerker) -> None:
    """One signal that the partner took up a month ago, with what was expected of it."""
    made = take_up(
        soort="eenzaamheid",
        leefgebied=Leefgebied.objects.get(pk="netwerk"),
        wijk=Wijk.objects.get(pk=NOORD),
        activiteit=Activiteit.objects.get(
            naam="Koffie in de huiskamer", locatie__buurt__wijk=NOORD
        ),
        by=partner,
        at=own.tijdstip(own.tot - dt.timedelta(days=30)),
    )
    expect(
        collectief=made,
        verwachting=Verwachting(
            bereik=60,
            vermeden=12,
            kosten=1_450_000,
            kosten_maatwerk=310_000,
            onderbouwing="Eén op de vijf bezoekers vroeg eerder om begeleiding (verzonnen).",
        ),
        by=partner,
        at=made.opgepakt_op,
    )


def _owners(own: Stad, beleid: Medewerker) -> None:
    rows = list(Voorziening.objects.order_by("code"))
    for row in rows:
        row.eigenaar = beleid
        row.gecontroleerd_op = own.tot - dt.timedelta(days=own.rng.randrange(5, 215))
    Voorziening.objects.bulk_update(rows, ["eigenaar", "gecontroleerd_op"])
