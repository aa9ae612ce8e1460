"""Whether a household needs a regisseur, and why: "where needed" (BP 2.1, domein.md floor 5)."""

from dataclasses import dataclass

from plannen.enums import AfspraakStatus, DoelStatus, Trede
from plannen.models import Aanspreekpunt, Doel, Plan, Regisseurperiode

VEILIGHEID = "veiligheid"
_PROFESSIONEEL = {Trede.ALGEMEEN, Trede.MAATWERK}


@dataclass(frozen=True)
class Regisseuradvies:
    """What the rule says, in words, and what counts: the rule or the worker's own reason."""

    volgens_regel: bool
    uitleg: str
    afgeweken: bool
    nodig: bool


def needs_regisseur(plan: Plan) -> Regisseuradvies:
    """Professional help on two or more leefgebieden, or safety; from a loaded plan.

    Counts running afspraken on the steps algemeen and maatwerk of running goals, and a
    running goal about safety at home. A worker may deviate with a reason.
    """
    running = [doel for doel in plan.doelen.all() if doel.status == DoelStatus.LOOPT]
    areas = sorted({doel.leefgebied.label for doel in running if _has_professional_help(doel)})
    unsafe = any(doel.leefgebied_id == VEILIGHEID for doel in running)
    by_rule = unsafe or len(areas) >= 2
    deviates = plan.regisseur_nodig is not None and plan.regisseur_nodig != by_rule
    return Regisseuradvies(
        volgens_regel=by_rule,
        uitleg=_explain(areas, unsafe),
        afgeweken=deviates,
        nodig=by_rule if plan.regisseur_nodig is None else plan.regisseur_nodig,
    )


def current_regisseur(plan: Plan) -> Regisseurperiode | None:
    """Who is regisseur of a loaded plan now."""
    return next((period for period in plan.regisseurs.all() if period.tot is None), None)


def current_aanspreekpunt(plan: Plan) -> Aanspreekpunt | None:
    """Whom the household of a loaded plan can call now."""
    return next((one for one in plan.aanspreekpunten.all() if one.tot is None), None)


def _has_professional_help(doel: Doel) -> bool:
    return any(
        afspraak.trede in _PROFESSIONEEL and afspraak.status == AfspraakStatus.OPEN
        for afspraak in doel.afspraken.all()
    )


def _explain(areas: list[str], unsafe: bool) -> str:
    if unsafe:
        return "Er is een doel over veiligheid thuis. Daarom is een regisseur nodig."
    if len(areas) >= 2:
        names = ", ".join(areas[:-1]) + f" en {areas[-1]}"
        return f"Er is hulp op {len(areas)} leefgebieden: {names}. Daarom is een regisseur nodig."
    if areas:
        return f"Er is alleen hulp op het leefgebied {areas[0]}. Een regisseur is niet nodig."
    return "Er is nog geen hulp van een organisatie afgesproken. Een regisseur is niet nodig."
