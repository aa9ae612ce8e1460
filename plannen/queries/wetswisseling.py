"""What an overstap to another law means, told before it is saved."""

import datetime as dt

from aanbieders.models import Toewijzing
from hengelo_sociaal.waarden.models import Wet
from plannen.models import Afspraak

# What each law asks before help under it can start, with its term (termijnen.json).
VRAAGT = {
    "wmo": (
        "Voor hulp onder de Wmo is een melding nodig. Het onderzoek duurt hoogstens 6 weken "
        "(Wmo 2015, artikel 2.3.2 lid 1). Na de aanvraag volgt binnen 2 weken een besluit "
        "(artikel 2.3.5 lid 2)."
    ),
    "jeugdwet": (
        "Voor hulp onder de Jeugdwet is een besluit van de gemeente nodig, in elk geval binnen "
        "8 weken (Awb artikel 4:13), of een verwijzing van een arts, een gecertificeerde "
        "instelling of de rechter."
    ),
    "participatiewet": (
        "Voor hulp onder de Participatiewet is een aanvraag nodig. Het besluit komt in elk "
        "geval binnen 8 weken (Awb artikel 4:13)."
    ),
    "wgs": (
        "Bij schuldhulp is er een eerste gesprek binnen 4 weken (Wgs artikel 4 lid 1), en "
        "binnen 3 werkdagen als er iets dringends is (lid 2)."
    ),
    "wi": "Bij inburgering hoort een brede intake en een persoonlijk plan (Wet inburgering 2021).",
    "leerplichtwet": "Bij de Leerplichtwet is de leerplichtambtenaar betrokken.",
}


def foresee_switch(*, afspraak: Afspraak, naar: Wet, per: dt.date) -> list[str]:
    """What will happen when the afspraak moves to `naar` on `per`, in sentences."""
    old = afspraak.wet
    sentences = [
        f"De afspraak “{afspraak.omschrijving}” valt vanaf {_day(per)} onder: {naar.label}.",
        "Het doel, de voortgang en de geschiedenis blijven staan. "
        "De inwoner hoeft niets opnieuw te vertellen.",
    ]
    if old is not None:
        sentences.append(
            f"Hulp die onder de wet “{old.label}” is besloten, stopt niet vanzelf. "
            "Kijk of het besluit en de toewijzing moeten eindigen of doorlopen."
        )
    if afspraak.toewijzing is not None:
        sentences.append(_toewijzing(afspraak.toewijzing))
    asked = VRAAGT.get(naar.code)
    if asked:
        sentences.append(asked)
    sentences.append("Het plan krijgt pas een nieuwe versie als u het opnieuw vaststelt.")
    return sentences


def _toewijzing(toewijzing: Toewijzing) -> str:
    last = toewijzing.beeindigd_op or toewijzing.tot
    until = f"tot en met {_day(last)}" if last else "zonder einddatum"
    return f"Toewijzing {toewijzing.nummer} loopt nu {until}. Die verandert niet vanzelf."


def _day(day: dt.date) -> str:
    months = (
        "januari februari maart april mei juni juli augustus september oktober november december"
    ).split()
    return f"{day.day} {months[day.month - 1]} {day.year}"
