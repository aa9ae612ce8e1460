"""The work in plans and on objections that goes along when a colleague hands everything over."""

import datetime as dt

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, QuerySet

from hengelo_sociaal.medewerkers.models import Medewerker
from hengelo_sociaal.werk.enums import Berichtsoort
from plannen.domain.besluit.gemeen import note_besluit
from plannen.domain.gemeen import note, save_changed
from plannen.domain.regie import change_aanspreekpunt, change_regisseur
from plannen.enums import AfspraakStatus, BesluitStatus
from plannen.models import Aanspreekpunt, Afspraak, Beoordeling, Besluit, Bezwaar, Plan
from plannen.rechten import BESLUIT_OPSTELLEN, BEZWAAR_BEHANDELEN, PLAN_SCHRIJVEN
from toegang.domain.overdragen.soorten import Gift, Werksoort, tell_jurists

ONVERZONDEN = [BesluitStatus.CONCEPT, BesluitStatus.BEOORDELING, BesluitStatus.GENOMEN]


def _regie(wie: Medewerker, op: dt.date) -> QuerySet[Plan]:
    return Plan.objects.actief().filter(
        pk__in=Plan.objects.filter(regisseurs__medewerker=wie, regisseurs__tot__isnull=True)
    )


def _give_regie(plan: Plan, gift: Gift) -> None:
    running = plan.regisseurs.filter(tot__isnull=True).select_related("medewerker").first()
    change_regisseur(plan, running, gift.naar, by=gift.by, at=gift.at, reden=gift.notitie[:200])


def _faces(wie: Medewerker, op: dt.date) -> QuerySet[Plan]:
    return Plan.objects.actief().filter(
        pk__in=Plan.objects.filter(
            aanspreekpunten__medewerker=wie, aanspreekpunten__tot__isnull=True
        )
    )


def _give_face(plan: Plan, gift: Gift) -> None:
    face = Aanspreekpunt(plan=plan, medewerker=gift.naar, telefoon=gift.naar.telefoon, van=gift.op)
    change_aanspreekpunt(face, by=gift.by, at=gift.at)


def _promises(wie: Medewerker, op: dt.date) -> QuerySet[Afspraak]:
    running = Afspraak.objects.filter(medewerker=wie, status=AfspraakStatus.OPEN)
    return running.filter(doel__plan__in=Plan.objects.actief())


def _give_promise(afspraak: Afspraak, gift: Gift) -> None:
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


def _objections(wie: Medewerker, op: dt.date) -> QuerySet[Bezwaar]:
    return Bezwaar.objects.lopend().filter(behandelaar=wie).select_related("besluit")


def _refuse_objection(bezwaar: Bezwaar, gift: Gift) -> str:
    if gift.naar.pk in bezwaar.besluit.makers:
        return f"{gift.naar.naam} maakte het besluit (Awb artikel 7:5 en 10:3)."
    return ""


def _give_objection(bezwaar: Bezwaar, gift: Gift) -> None:
    bezwaar.behandelaar = gift.naar
    save_changed(bezwaar, by=gift.by, at=gift.at)
    wijziging = {"van": gift.van.pk, "naar": gift.naar.pk}
    note_besluit(
        bezwaar.besluit,
        "bezwaar overgedragen",
        by=gift.by,
        at=gift.at,
        what=bezwaar,
        wijziging=wijziging,
    )


def _leave_objection(bezwaar: Bezwaar, gift: Gift) -> None:
    """Who handles objections, and may handle this one, hears that it needs somebody else."""
    tell_jurists(
        bezwaar,
        gift,
        soort=Berichtsoort.BESLUIT,
        titel=f"Bezwaar {bezwaar.nummer} heeft een andere jurist nodig",
        adres=f"/bezwaren/{bezwaar.pk}",
        behalve=bezwaar.besluit.makers,
    )


def _drafts(wie: Medewerker, op: dt.date) -> QuerySet[Besluit]:
    """What is drafted, lies with a second reader, or was taken and has yet to be sent."""
    rows = Besluit.objects.filter(opgesteld_door=wie, status__in=ONVERZONDEN)
    readers = Beoordeling.objects.filter(besluit=OuterRef("pk")).values("door")
    return rows.select_related("na_bezwaar__besluit").annotate(lezers=ArraySubquery(readers))


def _refuse_draft(besluit: Besluit, gift: Gift) -> str:
    """Who read it as the second becomes no drafter; nor on objection who made what it is about."""
    readers = {besluit.genomen_door_id, *besluit.lezers}  # type: ignore[attr-defined]
    if gift.naar.pk in readers:
        return f"{gift.naar.naam} las dit besluit als tweede (vier ogen)."
    if besluit.is_na_bezwaar and gift.naar.pk in besluit.na_bezwaar.besluit.makers:
        return f"{gift.naar.naam} maakte het eerdere besluit (Awb artikel 7:5 en 10:3)."
    return ""


def _give_draft(besluit: Besluit, gift: Gift) -> None:
    """Who had it stays known: four eyes are two people, also after a hand-over and back."""
    besluit.eerdere_opstellers = sorted(besluit.opstellers - {gift.naar.pk})
    besluit.opgesteld_door = gift.naar
    save_changed(besluit, by=gift.by, at=gift.at)
    wijziging = {"van": gift.van.pk, "naar": gift.naar.pk}
    note_besluit(
        besluit, "concept-besluit overgedragen", by=gift.by, at=gift.at, wijziging=wijziging
    )


SOORTEN = (
    Werksoort(
        code="regie",
        enkelvoud="keer regisseur",
        meervoud="keer regisseur",
        van=_regie,
        geef=_give_regie,
        recht=PLAN_SCHRIJVEN,
        zonder_recht="werkt niet in plannen",
        huishouden="huishouden_id",
    ),
    Werksoort(
        code="aanspreekpunt",
        enkelvoud="keer aanspreekpunt",
        meervoud="keer aanspreekpunt",
        van=_faces,
        geef=_give_face,
        recht=PLAN_SCHRIJVEN,
        zonder_recht="werkt niet in plannen",
        huishouden="huishouden_id",
    ),
    Werksoort(
        code="afspraak",
        enkelvoud="lopende afspraak in een plan",
        meervoud="lopende afspraken in plannen",
        van=_promises,
        geef=_give_promise,
        recht=PLAN_SCHRIJVEN,
        zonder_recht="werkt niet in plannen",
        huishouden="doel__plan__huishouden_id",
    ),
    Werksoort(
        code="besluit",
        enkelvoud="besluit dat nog niet is verzonden",
        meervoud="besluiten die nog niet zijn verzonden",
        van=_drafts,
        geef=_give_draft,
        recht=BESLUIT_OPSTELLEN,
        zonder_recht="stelt geen besluiten op",
        weiger=_refuse_draft,
        huishouden="huishouden_id",
    ),
    Werksoort(
        code="bezwaar",
        enkelvoud="bezwaar",
        meervoud="bezwaren",
        van=_objections,
        geef=_give_objection,
        recht=BEZWAAR_BEHANDELEN,
        zonder_recht="behandelt geen bezwaren",
        weiger=_refuse_objection,
        blijft=_leave_objection,
        huishouden="besluit__huishouden_id",
        overal=True,
    ),
)
