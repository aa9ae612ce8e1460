"""What becomes of plans when two households or two residents become one, or one becomes two.

A household has at most one active plan. Whoever merges chooses in the open which of two
goes on; the other ends with a pointer to it, and its running goals go along or stop.
"""

import uuid

from hengelo_sociaal.medewerkers.models import Betrokkenheid, Grond
from plannen.domain.gemeen import note
from plannen.enums import DoelStatus, PlanStatus, PlanUitkomst
from plannen.models import Akkoord, Deelname, Doel, Partij, Plan
from toegang.domain.samenvoegen.stappen import Keuze, Verhuizing, Voorbeelddeel
from toegang.exceptions import KeuzeNodig

PLAN, DOELEN = "plan", "doelen"
OVERNEMEN, STOPPEN = "overnemen", "stoppen"


def active_plans(*huishoudens: uuid.UUID) -> dict[str, Plan]:
    """The active plans of these households, by id."""
    found = Plan.objects.actief().filter(huishouden_id__in=huishoudens).order_by("pk")
    return {str(plan.pk): plan for plan in found}


def ask_plan(blijft_id: uuid.UUID, vervalt_id: uuid.UUID) -> Voorbeelddeel | None:
    """With two active plans: which goes on, and what happens to the goals of the other."""
    plans = active_plans(blijft_id, vervalt_id)
    if len(plans) < 2:
        return None
    return Voorbeelddeel(
        zinnen=(
            "Beide huishoudens hebben een plan. Eén plan gaat door. Het andere plan eindigt en "
            "verwijst naar het plan dat doorgaat; de vastgestelde versies blijven bewaard.",
            "Neemt u doelen over? Dan gaan hun afspraken en voortgang mee. Wie van buiten die "
            "doelen mocht zien, heeft daarvoor opnieuw toestemming nodig.",
        ),
        keuzes=(
            Keuze(
                code=PLAN,
                label="Welk plan gaat door?",
                opties=[(pk, _in_words(plan)) for pk, plan in plans.items()],
            ),
            Keuze(
                code=DOELEN,
                label="En de lopende doelen van het andere plan?",
                opties=[
                    (OVERNEMEN, "Overnemen in het plan dat doorgaat"),
                    (STOPPEN, "Stoppen, ze blijven leesbaar in het oude plan"),
                ],
            ),
        ),
    )


def _in_words(plan: Plan) -> str:
    goals = plan.doelen.filter(status=DoelStatus.LOOPT).count()
    words = "1 lopend doel" if goals == 1 else f"{goals} lopende doelen"
    begun = f"{plan.begonnen_op:%d-%m-%Y}"
    return f"{plan.nummer}, {plan.get_status_display().lower()}, begonnen {begun}, {words}"


def merge_plans(move: Verhuizing) -> None:
    """Of two active plans let one go on; inside the transaction of the merge.

    Refused with KeuzeNodig (400) when nobody chose.
    """
    plans = active_plans(move.blijft_id, move.vervalt_id)
    if len(plans) < 2:
        return
    # Whoever works in one of the two waits until it is known which goes on.
    list(Plan.objects.select_for_update(of=("self",), no_key=True).filter(pk__in=plans))
    staying = plans.pop(move.keuzes.get(PLAN, ""), None)
    what = move.keuzes.get(DOELEN, "")
    if staying is None or what not in {OVERNEMEN, STOPPEN}:
        missing = PLAN if staying is None else DOELEN
        raise KeuzeNodig(velden={missing: "Maak hier een keuze."})
    (ending,) = plans.values()
    if what == OVERNEMEN:
        _take_goals(ending, staying, move)
    _end(ending, staying, move)


def _take_goals(ending: Plan, staying: Plan, move: Verhuizing) -> None:
    book = move.grootboek
    book.zet(Plan.objects.filter(pk=staying.pk), heeft_nieuws=True)
    running = Doel.objects.filter(plan=ending, status=DoelStatus.LOOPT)
    for link in Partij.doelen.through.objects.filter(doel__in=running):
        book.verwijder(link)
    last = max((doel.volgorde for doel in staying.doelen.all()), default=0)
    for place, doel in enumerate(running, start=last + 1):
        book.zet(Doel.objects.filter(pk=doel.pk), plan=staying, volgorde=place)
    known = set(staying.deelnames.filter(tot__isnull=True).values_list("inwoner_id", flat=True))
    for one in ending.deelnames.filter(tot__isnull=True).exclude(inwoner_id__in=known):
        book.gemaakt(
            Deelname.objects.create(
                plan=staying, inwoner_id=one.inwoner_id, hoedanigheid=one.hoedanigheid, van=move.op
            )
        )


def _end(ending: Plan, staying: Plan, move: Verhuizing) -> None:
    book, op = move.grootboek, max(move.op, ending.begonnen_op)
    _end_regie(ending, move)
    for row in ending.deelnames.filter(tot__isnull=True):
        book.zet(Deelname.objects.filter(pk=row.pk), tot=max(op, row.van))
    rest = Doel.objects.filter(plan=ending, status=DoelStatus.LOOPT)
    book.zet(rest, status=DoelStatus.GESTOPT, slotwoord=f"Verder in plan {staying.nummer}")
    book.zet(
        Plan.objects.filter(pk=ending.pk),
        status=PlanStatus.BEEINDIGD,
        beeindigd_op=op,
        uitkomst=PlanUitkomst.SAMENGEVOEGD,
        reden=f"De huishoudens zijn samengevoegd. Verder in plan {staying.nummer}.",
        heeft_nieuws=False,
        verder_in=staying,
    )
    for plan, words in ((ending, "plan eindigt door samenvoegen"), (staying, "plan gaat door")):
        other = staying if plan is ending else ending
        note(plan, words, plan, by=move.by, at=move.at, wijziging={"ander": str(other.pk)})


def _end_regie(ending: Plan, move: Verhuizing) -> None:
    """Regisseur and aanspreekpunt end with the plan, and so does that involvement."""
    book = move.grootboek
    for row in ending.regisseurs.filter(tot__isnull=True):
        book.zet(ending.regisseurs.filter(pk=row.pk), tot=max(move.op, row.van))
        involved = Betrokkenheid.objects.filter(
            medewerker=row.medewerker_id,
            huishouden_id=ending.huishouden_id,
            grond=Grond.REGISSEUR,
            tot__isnull=True,
            van__lte=move.op,
        )
        book.zet(involved, tot=move.op)
    for face in ending.aanspreekpunten.filter(tot__isnull=True):
        book.zet(ending.aanspreekpunten.filter(pk=face.pk), tot=max(move.op, face.van))


def merge_people(move: Verhuizing) -> None:
    """Two residents become one: who took part twice, or agreed twice, does so once."""
    book = move.grootboek
    there = Deelname.objects.filter(inwoner=move.blijft_id, tot__isnull=True)
    twice = Deelname.objects.filter(
        inwoner=move.vervalt_id, tot__isnull=True, plan__in=there.values("plan")
    )
    agreed = Akkoord.objects.filter(inwoner=move.blijft_id).values("vaststelling")
    again = Akkoord.objects.filter(inwoner=move.vervalt_id, vaststelling__in=agreed)
    for row in [*twice, *again]:
        book.verwijder(row)
