"""What an overstap to another law means, told before it is saved."""

import datetime as dt
import uuid
from collections.abc import Collection, Iterator

from django.db.models import QuerySet

from aanbieders.enums import ToewijzingStatus
from aanbieders.models import Toewijzing
from hengelo_sociaal.medewerkers.models import Medewerker
from hengelo_sociaal.waarden.models import Wet
from hengelo_sociaal.web.opmaak import datum
from plannen.enums import BesluitStatus
from plannen.models import Afspraak, Besluit, Toewijzinggrond
from toegang.enums import LOPEND
from toegang.models import Inwoner, Melding
from toegang.queries.zicht import visible_meldingen
from toegang.rechten import MELDING_SCHRIJVEN

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


def foresee_switch(
    *,
    afspraak: Afspraak,
    naar: Wet,
    per: dt.date,
    op: dt.date | None = None,
    melding: bool = False,
    besluit: bool = True,
    sluit: Collection[uuid.UUID] = (),
) -> list[str]:
    """What will happen when the afspraak moves to `naar` on `per`, in sentences.

    `op` is today; `melding` whether one is made under the new law at once; `besluit`
    whether who asks may draft the besluit that ends the old help; `sluit` which running
    meldingen under the old law end now.
    """
    sentences = [
        f"De afspraak “{afspraak.omschrijving}” valt vanaf {datum(per)} onder: {naar.label}.",
        "Het doel, de voortgang en de geschiedenis blijven staan. "
        "De inwoner hoeft niets opnieuw te vertellen.",
    ]
    if op is not None and per > op:
        sentences.append(f"Dat gebeurt vanzelf op {datum(per)}. Tot die dag kunt u het afzeggen.")
    sentences += _closes(afspraak, per, besluit=besluit, sluit=sluit)
    sentences += _opens(afspraak, naar, melding=melding)
    sentences.append("Het plan krijgt pas een nieuwe versie als u het opnieuw vaststelt.")
    return sentences


def person_of(afspraak: Afspraak) -> Inwoner | None:
    """Whose help it is: of the goal, or else the first who takes part in the plan."""
    doel = afspraak.doel
    if doel.inwoner_id:
        return doel.inwoner
    first = doel.plan.deelnames.filter(tot__isnull=True).select_related("inwoner").first()
    return first.inwoner if first else None


def outlives(toewijzing: Toewijzing | None, per: dt.date) -> bool:
    """Whether there is help under the old law that would go on after the overstap."""
    if toewijzing is None or toewijzing.status == ToewijzingStatus.VERVALLEN:
        return False
    return toewijzing.laatste_dag is None or toewijzing.laatste_dag >= per


def besluit_under(toewijzing: Toewijzing) -> Besluit | None:
    """The besluit that the help rests on."""
    ground = Toewijzinggrond.objects.filter(toewijzing=toewijzing).select_related("besluit")
    found = ground.first()
    return found.besluit if found else None


def follow_up(besluit: Besluit) -> Besluit | None:
    """A besluit that changes this one already."""
    return besluit.volgende.exclude(status=BesluitStatus.VERVALLEN).first()


def open_meldingen(inwoner: Inwoner | None, wet: str | None) -> list[Melding]:
    """Meldingen of somebody under a law with work still to do."""
    if inwoner is None or wet is None:
        return []
    return list(Melding.objects.filter(inwoner=inwoner, wet_id=wet, status__in=LOPEND))


def may_close(by: Medewerker, afspraak: Afspraak, *, op: dt.date) -> QuerySet[Melding]:
    """The running meldingen under the old law that somebody may end with the overstap."""
    running = open_meldingen(person_of(afspraak), afspraak.wet_id)
    if not running or MELDING_SCHRIJVEN.van(by) is None:
        return Melding.objects.none()
    mine = visible_meldingen(by, op=op, recht=MELDING_SCHRIJVEN)
    return mine.filter(pk__in=[one.pk for one in running]).distinct()


def _meldingen(afspraak: Afspraak, sluit: Collection[uuid.UUID]) -> Iterator[str]:
    for melding in open_meldingen(person_of(afspraak), afspraak.wet_id):
        if melding.pk in sluit:
            yield (
                f"Melding {melding.nummer} onder de oude wet sluit nu. "
                "De termijnen van die melding vervallen."
            )
        else:
            yield (
                f"Melding {melding.nummer} onder de oude wet blijft open. De termijnen lopen door."
            )


def _closes(
    afspraak: Afspraak, per: dt.date, *, besluit: bool, sluit: Collection[uuid.UUID]
) -> list[str]:
    """What ends under the old law."""
    told = list(_meldingen(afspraak, sluit))
    given = afspraak.toewijzing
    if given is None:
        return told
    last = datum(per - dt.timedelta(days=1))
    if not outlives(given, per):
        return [*told, f"Toewijzing {given.nummer} is voor die dag al afgelopen."]
    old = besluit_under(given)
    if old is None:
        return [*told, f"Toewijzing {given.nummer} stopt. De laatste dag is {last}."]
    running = follow_up(old)
    if running is not None:
        return [*told, f"Besluit {running.nummer} verandert besluit {old.nummer} al."]
    if not besluit:
        return [*told, f"Vraag de consulent om besluit {old.nummer} in te trekken."]
    return [
        *told,
        f"Er komt een concept-besluit dat besluit {old.nummer} intrekt. Als dat is verzonden, "
        f"stopt toewijzing {given.nummer}. De laatste dag is {last}.",
    ]


def _opens(afspraak: Afspraak, naar: Wet, *, melding: bool) -> list[str]:
    """What the new law asks, and what is there already."""
    running = open_meldingen(person_of(afspraak), naar.code)
    if running:
        return [f"Melding {running[0].nummer} onder deze wet loopt al. Er is geen nieuwe nodig."]
    asked = [VRAAGT[naar.code]] if naar.code in VRAAGT else []
    if melding:
        return [*asked, "Er komt meteen een melding onder deze wet. De termijnen gaan vandaag in."]
    return asked
