"""What an event means for the plan of the household."""

from collections.abc import Iterable

from hengelo_sociaal.web.gevolgen import Gebeuren, Gebied, Gevolg, Soort, registreer
from hengelo_sociaal.web.opmaak import datum
from plannen.enums import AfspraakStatus
from plannen.models import Afspraak, Partij, Plan

LEEFT_ANDERS = {Soort.VERTREK, Soort.OVERLIJDEN, Soort.SCHEIDING}


def plan_shifts(gebeuren: Gebeuren) -> Iterable[Gevolg]:
    """What shifts in the active plan: afspraken, who may look along, the next evaluation."""
    plan = Plan.objects.actief().filter(huishouden=gebeuren.huishouden_id).first()
    if plan is None:
        yield _plan("Er is nog geen plan. Begin er een, dan staan de stappen bij elkaar.")
        return
    yield from _afspraken(plan, gebeuren)
    yield from _parties(plan, gebeuren)
    yield from _evaluation(plan, gebeuren)
    if gebeuren.soort == Soort.VERTREK:
        yield _plan("Verhuist iedereen? Draag het plan over en beëindig het hier.")


def _afspraken(plan: Plan, gebeuren: Gebeuren) -> Iterable[Gevolg]:
    rows = Afspraak.objects.filter(doel__plan=plan, status=AfspraakStatus.OPEN)
    if gebeuren.soort == Soort.ACHTTIEN:
        of_person = rows.filter(doel__inwoner=gebeuren.inwoner_id, wet="jeugdwet")
        for one in of_person.order_by("gemaakt_op"):
            yield _plan(
                f"De afspraak “{one.omschrijving}” valt onder de Jeugdwet. Met Overstap gaat die "
                "naar een andere wet. Doel en geschiedenis blijven staan."
            )
    if gebeuren.soort in LEEFT_ANDERS and gebeuren.inwoner_id:
        for one in rows.filter(inwoner=gebeuren.inwoner_id).order_by("gemaakt_op"):
            yield _plan(f"Wie doet voortaan: “{one.omschrijving}”? Nu is dat {one.wie}.")


def _parties(plan: Plan, gebeuren: Gebeuren) -> Iterable[Gevolg]:
    """At eighteen somebody gives consent themselves; the old one rested on a parent."""
    if gebeuren.soort != Soort.ACHTTIEN:
        return
    seen = Partij.objects.filter(plan=plan, tot__isnull=True)
    for one in seen.filter(doelen__inwoner=gebeuren.inwoner_id).distinct().order_by("pk"):
        yield _plan(f"{one} kijkt mee. Vraag opnieuw toestemming, nu aan de inwoner zelf.")


def _evaluation(plan: Plan, gebeuren: Gebeuren) -> Iterable[Gevolg]:
    planned = plan.evaluaties.filter(gehouden_op__isnull=True).order_by("gepland_op").first()
    if planned is None:
        yield _plan("Er is geen evaluatie gepland. Spreek er een af voor deze dag.")
    elif planned.gepland_op > gebeuren.op:
        yield _plan(f"De evaluatie is pas op {datum(planned.gepland_op)}. Spreek elkaar eerder.")


def _plan(tekst: str) -> Gevolg:
    return Gevolg(gebied=Gebied.PLAN, tekst=tekst, bron="Het plan van dit huishouden", zeker=True)


registreer(plan_shifts)
