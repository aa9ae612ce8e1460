"""Regisseur and aanspreekpunt: who keeps it together and whom the resident calls."""

import datetime as dt
import uuid

from hengelo_sociaal.kern.beperkingen import operation
from hengelo_sociaal.kern.fouten import OngeldigeInvoer
from hengelo_sociaal.kern.tijd import dag_van
from hengelo_sociaal.medewerkers.domain import end_involvement, involve
from hengelo_sociaal.medewerkers.models import Grond, Medewerker
from hengelo_sociaal.medewerkers.rechten import Bereik, toets
from plannen.domain.gemeen import lock_plan, mark_news, note, require_seen, save_changed
from plannen.exceptions import KanGeenRegisseurZijn
from plannen.models import Aanspreekpunt, Plan, Regisseurperiode
from plannen.rechten import PLAN_SCHRIJVEN


def appoint_regisseur(
    *,
    plan_id: uuid.UUID,
    medewerker: Medewerker,
    by: Medewerker,
    at: dt.datetime,
    reden: str = "",
    gezien: str | None = None,
) -> Regisseurperiode:
    """Make somebody regisseur from today; the one before hands over on the same day.

    The new regisseur is involved with the household from then on, the former no longer as
    regisseur. Appointing who already is changes nothing. `gezien` is the key of the period
    that was shown, empty when there was none. Refused with KanGeenRegisseurZijn for who may
    not work in plans or is no longer at work, Verouderd when somebody else appointed.
    """
    op = dag_van(at)
    toets(by, PLAN_SCHRIJVEN, minstens=Bereik.EIGEN)
    if not medewerker.is_active or medewerker.is_systeem or not PLAN_SCHRIJVEN.van(medewerker):
        raise KanGeenRegisseurZijn(velden={"medewerker": KanGeenRegisseurZijn.melding})
    with operation():
        plan = lock_plan(plan_id, by=by, op=op)
        running = plan.regisseurs.filter(tot__isnull=True).select_related("medewerker").first()
        if running is not None and running.medewerker_id == medewerker.pk:
            return running
        require_seen(
            gezien,
            str(running.pk) if running else "",
            naam="regisseur",
            staat=running.medewerker.naam if running else "",
            ingevuld=medewerker.naam,
        )
        return change_regisseur(plan, running, medewerker, by=by, at=at, reden=reden)


def change_regisseur(
    plan: Plan,
    running: Regisseurperiode | None,
    medewerker: Medewerker,
    *,
    by: Medewerker,
    at: dt.datetime,
    reden: str = "",
) -> Regisseurperiode:
    """Another regisseur for a locked plan, inside the caller's transaction."""
    op = dag_van(at)
    if running is not None:
        _end_regisseur(plan, running, op=op)
    made = Regisseurperiode.objects.create(plan=plan, medewerker=medewerker, van=op, reden=reden)
    involve(medewerker=medewerker, huishouden_id=plan.huishouden_id, grond=Grond.REGISSEUR, op=op)
    mark_news(plan)
    note(
        plan,
        "regisseur aangewezen",
        made,
        by=by,
        at=at,
        reden=reden,
        wijziging={
            "medewerker": str(medewerker.pk),
            "vorige": str(running.medewerker_id) if running else None,
        },
    )
    return made


def decide_regisseur(
    *,
    plan_id: uuid.UUID,
    nodig: bool | None,
    reden: str,
    by: Medewerker,
    at: dt.datetime,
    gezien: str | None = None,
) -> Plan:
    """Deviate from the rule whether a regisseur is needed, or with None follow it again.

    Deviating asks for a reason (OngeldigeInvoer without one). `gezien` is `rule_in_words` as
    it was shown: Verouderd when somebody else decided since.
    """
    toets(by, PLAN_SCHRIJVEN, minstens=Bereik.EIGEN)
    if nodig is not None and not reden.strip():
        raise OngeldigeInvoer(velden={"reden": "Geef aan waarom u afwijkt van de regel."})
    with operation():
        plan = lock_plan(plan_id, by=by, op=dag_van(at))
        stands, filled = (
            rule_in_words(plan.regisseur_nodig, plan.regisseur_reden),
            rule_in_words(nodig, reden),
        )
        require_seen(gezien, stands, naam="regisseur nodig", staat=stands, ingevuld=filled)
        plan.regisseur_nodig = nodig
        plan.regisseur_reden = reden.strip() if nodig is not None else ""
        save_changed(plan, by=by, at=at)
        note(plan, "regisseur nodig", plan, by=by, at=at, reden=reden, wijziging={"nodig": nodig})
    return plan


def appoint_aanspreekpunt(
    *,
    plan_id: uuid.UUID,
    by: Medewerker,
    at: dt.datetime,
    medewerker: Medewerker | None = None,
    naam: str = "",
    organisatie: str = "",
    telefoon: str = "",
    gezien: str | None = None,
) -> Aanspreekpunt:
    """Say whom the household can call from today: a colleague or somebody of a partner.

    `gezien` is the key of the one that was shown, empty when there was none. Refused with
    OngeldigeInvoer when neither a colleague nor a name is given, Verouderd when somebody
    else chose since.
    """
    op = dag_van(at)
    if medewerker is None and not naam.strip():
        raise OngeldigeInvoer(velden={"naam": "Kies een medewerker of vul een naam in."})
    with operation():
        face = Aanspreekpunt(
            plan=lock_plan(plan_id, by=by, op=op),
            medewerker=medewerker,
            naam=naam.strip(),
            organisatie=organisatie.strip(),
            telefoon=telefoon.strip(),
            van=op,
        )
        running = face.plan.aanspreekpunten.filter(tot__isnull=True).first()
        require_seen(
            gezien,
            str(running.pk) if running else "",
            naam="aanspreekpunt",
            staat=face_in_words(running),
            ingevuld=face_in_words(face),
        )
        return change_aanspreekpunt(face, by=by, at=at)


def rule_in_words(nodig: bool | None, reden: str) -> str:
    """Whether a regisseur is needed, as somebody decided it."""
    if nodig is None:
        return "volgens de regel"
    return f"{'ja' if nodig else 'nee'}: {reden.strip()}"


def face_in_words(face: Aanspreekpunt | None) -> str:
    """Whom to call, with everything that is known of them."""
    if face is None:
        return ""
    name = face.medewerker.naam if face.medewerker else face.naam
    return ", ".join(part for part in (name, face.organisatie, face.telefoon) if part)


def change_aanspreekpunt(face: Aanspreekpunt, *, by: Medewerker, at: dt.datetime) -> Aanspreekpunt:
    """Another face for a locked plan, inside the caller's transaction."""
    plan = face.plan
    plan.aanspreekpunten.filter(tot__isnull=True).update(tot=face.van)
    face.save(force_insert=True)
    mark_news(plan)
    note(plan, "aanspreekpunt gekozen", face, by=by, at=at)
    return face


def end_regie(plan: Plan, *, op: dt.date) -> None:
    """End regisseur and aanspreekpunt together with the plan; inside its transaction."""
    running = plan.regisseurs.filter(tot__isnull=True).select_related("medewerker").first()
    if running is not None:
        _end_regisseur(plan, running, op=op)
    plan.aanspreekpunten.filter(tot__isnull=True).update(tot=op)


def _end_regisseur(plan: Plan, running: Regisseurperiode, *, op: dt.date) -> None:
    running.tot = max(op, running.van)
    running.save(update_fields=["tot"])
    end_involvement(
        medewerker=running.medewerker,
        huishouden_id=plan.huishouden_id,
        grond=Grond.REGISSEUR,
        op=op,
    )
