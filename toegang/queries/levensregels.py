"""What an event in a life means under the laws: pure functions, one per event.

Only what standaarden.md holds for certain says so; the rest names its law and asks the worker
to check (`zeker=False`). Days are those of the event itself.
"""

import datetime as dt
from collections.abc import Callable, Iterable

from hengelo_sociaal.web.gevolgen import Gebied, Gevolg, Soort, Stap

ACHT_WEKEN = dt.timedelta(weeks=8)
WMO_TIJD = "Wmo 2015 artikel 2.3.2 lid 1 en artikel 2.3.5 lid 2"


def turns_18(naam: str, op: dt.date) -> Iterable[Gevolg]:
    """The eighteenth birthday: youth help, care insurance, income, own decisions."""
    yield Gevolg(
        gebied=Gebied.WET,
        tekst="Hulp uit de Jeugdwet stopt meestal bij 18 jaar. Hulp kan daarna uit de Wmo komen, "
        "of uit de zorgverzekering. Soms kan jeugdhulp doorgaan tot 23 jaar.",
        bron="Jeugdwet artikel 1.1",
    )
    yield Gevolg(
        gebied=Gebied.TERMIJN,
        tekst="Een Wmo-onderzoek duurt hoogstens 6 weken en het besluit daarna 2 weken. Meld dus "
        "op tijd, dan is er geen gat.",
        bron=WMO_TIJD,
        zeker=True,
        stap=Stap(
            code="wmo-melding",
            omschrijving=f"Melding doen voor hulp na de 18e verjaardag van {naam}",
            doel="Ik heb de hulp die ik nodig heb als ik 18 ben",
            leefgebied="gezondheid",
            uiterlijk=op - ACHT_WEKEN,
        ),
    )
    yield Gevolg(
        gebied=Gebied.BIJDRAGE,
        tekst="Vanaf 18 jaar heeft iemand een eigen zorgverzekering nodig. Misschien is er recht "
        "op zorgtoeslag.",
        bron="Zorgverzekeringswet en Wet op de zorgtoeslag",
        stap=Stap(
            code="zorgverzekering",
            omschrijving="Zorgverzekering afsluiten en zorgtoeslag aanvragen",
            doel="Mijn geldzaken zijn geregeld als ik 18 ben",
            leefgebied="geld",
            uiterlijk=op,
            door_inwoner=True,
        ),
    )
    yield Gevolg(
        gebied=Gebied.BIJDRAGE,
        tekst="Vanaf 18 jaar kan iemand zelf bijstand aanvragen. Onder de 27 jaar geldt eerst een "
        "zoektijd van 4 weken, met uitzonderingen.",
        bron="Participatiewet artikel 41 lid 4",
        zeker=True,
    )
    yield Gevolg(
        gebied=Gebied.WET,
        tekst="Wie nog geen diploma heeft dat genoeg is, moet tot 18 jaar naar school. Kijk wat "
        "er na de verjaardag nodig is.",
        bron="Leerplichtwet (kwalificatieplicht)",
    )
    yield Gevolg(
        gebied=Gebied.PLAN,
        tekst=f"{naam} beslist vanaf 18 jaar zelf over hulp en over wie mag meekijken.",
        bron="Jeugdwet hoofdstuk 7",
    )


def turns_27(naam: str, op: dt.date) -> Iterable[Gevolg]:
    """The twenty-seventh birthday: it counts for the benefit of who lives there."""
    yield Gevolg(
        gebied=Gebied.BIJDRAGE,
        tekst=f"Vanaf 27 jaar telt {naam} mee voor de bijstand van anderen in huis "
        "(kostendelersnorm). Hun uitkering kan lager worden.",
        bron="Participatiewet artikel 22a",
        stap=Stap(
            code="kostendelers",
            omschrijving="Narekenen wat de kostendelersnorm betekent voor dit huishouden",
            doel="We weten wat er met ons inkomen gebeurt",
            leefgebied="geld",
            uiterlijk=op - dt.timedelta(weeks=4),
        ),
    )
    yield Gevolg(
        gebied=Gebied.WET,
        tekst="De zoektijd van 4 weken voor jongeren geldt niet meer.",
        bron="Participatiewet artikel 41 lid 4",
        zeker=True,
    )


def finds_work(naam: str, op: dt.date) -> Iterable[Gevolg]:
    """Work: benefit, contribution and what else is paid from it."""
    yield Gevolg(
        gebied=Gebied.BIJDRAGE,
        tekst="Loon telt mee voor de bijstand. Een deel mag iemand soms een tijd houden "
        "(vrijlating).",
        bron="Participatiewet artikel 31",
        stap=Stap(
            code="werk-doorgeven",
            omschrijving=f"Het nieuwe werk van {naam} doorgeven aan Werk en Inkomen",
            doel="Ik houd mijn baan en mijn geld klopt",
            leefgebied="werk-en-dagbesteding",
            uiterlijk=op,
            door_inwoner=True,
        ),
    )
    yield Gevolg(
        gebied=Gebied.BIJDRAGE,
        tekst="Toeslagen hangen af van het inkomen. Geef het nieuwe inkomen door.",
        bron="Algemene wet inkomensafhankelijke regelingen",
        stap=Stap(
            code="toeslagen",
            omschrijving="Nieuw inkomen doorgeven voor de toeslagen",
            doel="Ik houd mijn baan en mijn geld klopt",
            leefgebied="geld",
            uiterlijk=op + dt.timedelta(weeks=2),
            door_inwoner=True,
        ),
    )
    yield Gevolg(
        gebied=Gebied.BIJDRAGE,
        tekst="De eigen bijdrage van de Wmo is nu een vast bedrag. Kijk in de tabel of dat nog "
        "zo is.",
        bron="Kamerstuk 36713 (vervanging van het abonnementstarief)",
    )


def separates(naam: str, op: dt.date) -> Iterable[Gevolg]:
    """A separation: two households, two plans, children in both."""
    yield Gevolg(
        gebied=Gebied.PLAN,
        tekst="Er komen twee huishoudens, elk met een eigen plan. Een kind kan in beide plannen "
        "meedoen.",
        bron="Beleidsprogramma 5.1: één huishouden, één plan",
        zeker=True,
        stap=Stap(
            code="kinderen",
            omschrijving="Afspreken waar de kinderen wonen en wie wat doet",
            doel="Het gaat goed met de kinderen",
            leefgebied="opvoeden",
            uiterlijk=op + dt.timedelta(weeks=4),
        ),
    )
    yield Gevolg(
        gebied=Gebied.BIJDRAGE,
        tekst="Een uitkering voor twee wordt een uitkering voor één. Toeslagen veranderen ook.",
        bron="Participatiewet artikel 21",
        stap=Stap(
            code="inkomen-alleen",
            omschrijving="Uitkering en toeslagen aanpassen aan alleen wonen",
            doel="Ik kom rond na de scheiding",
            leefgebied="geld",
            uiterlijk=op + dt.timedelta(weeks=2),
        ),
    )
    yield Gevolg(
        gebied=Gebied.WET,
        tekst="Voor jeugdhulp telt waar het kind staat ingeschreven. Kijk welke gemeente betaalt.",
        bron="Jeugdwet artikel 1.1 (woonplaats)",
    )


def leaves(naam: str, op: dt.date) -> Iterable[Gevolg]:
    """Moving out of the municipality."""
    yield Gevolg(
        gebied=Gebied.WET,
        tekst="Jeugdhulp die loopt, gaat door bij dezelfde aanbieder, hoogstens 1 jaar na de "
        "verhuizing.",
        bron="Jeugdwet artikel 2.7a",
        zeker=True,
    )
    yield Gevolg(
        gebied=Gebied.WET,
        tekst="Hulp uit de Wmo hoort bij de gemeente waar iemand woont. Doe op tijd een melding "
        "in de nieuwe gemeente.",
        bron="Wmo 2015 artikel 1.2.1",
        stap=Stap(
            code="nieuwe-gemeente",
            omschrijving="Samen een melding doen bij de nieuwe gemeente",
            doel="De hulp gaat door op het nieuwe adres",
            leefgebied="wonen",
            uiterlijk=op - ACHT_WEKEN,
        ),
    )
    yield Gevolg(
        gebied=Gebied.BIJDRAGE,
        tekst="De bijstand stopt hier. Vraag bijstand aan in de nieuwe gemeente.",
        bron="Participatiewet artikel 40",
    )


def arrives(naam: str, op: dt.date) -> Iterable[Gevolg]:
    """Moving in from elsewhere."""
    yield Gevolg(
        gebied=Gebied.TERMIJN,
        tekst="Hulp uit de Wmo begint met een melding. Het onderzoek duurt hoogstens 6 weken.",
        bron="Wmo 2015 artikel 2.3.2 lid 1",
        zeker=True,
        stap=Stap(
            code="melding-hier",
            omschrijving="Melding opnemen voor de hulp die er al was",
            doel="De hulp gaat door op het nieuwe adres",
            leefgebied="wonen",
            uiterlijk=op + dt.timedelta(weeks=1),
        ),
    )
    yield Gevolg(
        gebied=Gebied.WET,
        tekst="Jeugdhulp van de vorige gemeente gaat door, hoogstens 1 jaar.",
        bron="Jeugdwet artikel 2.7a",
        zeker=True,
    )


def loses_partner(naam: str, op: dt.date) -> Iterable[Gevolg]:
    """The death of a partner."""
    yield Gevolg(
        gebied=Gebied.BIJDRAGE,
        tekst="Kijk of er recht is op een uitkering voor nabestaanden, en op bijzondere bijstand "
        "voor de uitvaart.",
        bron="Algemene nabestaandenwet en Participatiewet artikel 35",
        stap=Stap(
            code="nabestaanden",
            omschrijving="Nabestaandenuitkering en toeslagen nakijken",
            doel="Ik kom rond nu ik alleen ben",
            leefgebied="geld",
            uiterlijk=op + dt.timedelta(weeks=4),
        ),
    )
    yield Gevolg(
        gebied=Gebied.WET,
        tekst="Was de partner mantelzorger? Dan is er misschien andere hulp nodig. Een melding "
        "kan altijd.",
        bron="Wmo 2015 artikel 2.3.2",
        stap=Stap(
            code="alleen-verder",
            omschrijving="Langsgaan en vragen wat er nu nodig is",
            doel="Ik red het thuis",
            leefgebied="netwerk",
            uiterlijk=op + dt.timedelta(weeks=2),
        ),
    )


REGELS: dict[Soort, Callable[[str, dt.date], Iterable[Gevolg]]] = {
    Soort.ACHTTIEN: turns_18,
    Soort.ZEVENENTWINTIG: turns_27,
    Soort.WERK: finds_work,
    Soort.SCHEIDING: separates,
    Soort.VERTREK: leaves,
    Soort.KOMST: arrives,
    Soort.OVERLIJDEN: loses_partner,
}
