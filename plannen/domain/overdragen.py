"""The work in plans that goes along when a colleague hands everything over."""

import datetime as dt

from django.db.models import QuerySet

from hengelo_sociaal.medewerkers.models import Medewerker
from plannen.domain.gemeen import note, save_changed
from plannen.domain.regie import change_aanspreekpunt, change_regisseur
from plannen.enums import AfspraakStatus
from plannen.models import Aanspreekpunt, Afspraak, Plan
from plannen.rechten import PLAN_SCHRIJVEN
from toegang.domain.overdragen.soorten import Gift, Werksoort


def _regie(wie: Medewerker, op: dt.date) -> QuerySet[Plan]:
    return Plan.objects.actief().filter(
        pk__in=Plan.objects.filter(regisseurs__medewerker=wie, regisseurs__tot__isnull=True)
    )


def _give_regie(plan: Plan, gift: Gift) -> bool:
    if PLAN_SCHRIJVEN.van(gift.naar) is None:
        return False
    running = plan.regisseurs.filter(tot__isnull=True).select_related("medewerker").first()
    change_regisseur(plan, running, gift.naar, by=gift.by, at=gift.at, reden=gift.notitie[:200])
    return True


def _faces(wie: Medewerker, op: dt.date) -> QuerySet[Plan]:
    return Plan.objects.actief().filter(
        pk__in=Plan.objects.filter(
            aanspreekpunten__medewerker=wie, aanspreekpunten__tot__isnull=True
        )
    )


def _give_face(plan: Plan, gift: Gift) -> bool:
    face = Aanspreekpunt(plan=plan, medewerker=gift.naar, telefoon=gift.naar.telefoon, van=gift.op)
    change_aanspreekpunt(face, by=gift.by, at=gift.at)
    return True


def _promises(wie: Medewerker, op: dt.date) -> QuerySet[Afspraak]:
    running = Afspraak.objects.filter(medewerker=wie, status=AfspraakStatus.OPEN)
    return running.filter(doel__plan__in=Plan.objects.actief())


def _give_promise(afspraak: Afspraak, gift: Gift) -> bool:
    afspraak.medewerker = gift.naar
    save_changed(afspraak, by=gift.by, at=gift.at)
    note(
        afspraak.doel.plan,
        "afspraak overgedragen",
        afspraak,
        by=gift.by,
        at=gift.at,
        wijziging={"van": str(gift.van.pk), "naar": str(gift.naar.pk)},
    )
    return True


SOORTEN = (
    Werksoort(
        code="regie",
        enkelvoud="keer regisseur",
        meervoud="keer regisseur",
        van=_regie,
        geef=_give_regie,
    ),
    Werksoort(
        code="aanspreekpunt",
        enkelvoud="keer aanspreekpunt",
        meervoud="keer aanspreekpunt",
        van=_faces,
        geef=_give_face,
    ),
    Werksoort(
        code="afspraak",
        enkelvoud="lopende afspraak in een plan",
        meervoud="lopende afspraken in plannen",
        van=_promises,
        geef=_give_promise,
    ),
)
