"""What becomes of plans when two households or two residents become one, or one becomes two.

A household has at most one active plan. Whoever merges chooses in the open which of two
goes on; the other ends with a pointer to it, and its running goals go along or stop.
"""

import uuid
from collections.abc import Sequence

from hengelo_sociaal.kern.tijd import dag_van
from hengelo_sociaal.medewerkers.models import Betrokkenheid, Grond, Medewerker
from plannen.domain.gemeen import mark_news, note, save_changed
from plannen.domain.plan import begin_plan
from plannen.enums import DoelStatus, Hoedanigheid, PlanStatus, PlanUitkomst
from plannen.models import Akkoord, Deelname, Doel, Partij, Plan
from plannen.rechten import PLAN_SCHRIJVEN
from toegang.domain.gebeurtenissen import Splitsing
from toegang.domain.samenvoegen.stappen import Keuze, Verhuizing, Voorbeelddeel
from toegang.exceptions import KeuzeNodig

PLAN, DOELEN = "plan", "doelen"
OVERNEMEN, STOPPEN = "overnemen", "stoppen"
BLIJFT, MEE = "blijft", "mee"


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

    Who works in the plan that ends goes along with goals that are taken over; when those stop,
    their involvement ends. Refused with KeuzeNodig (400) when nobody chose.
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
    else:
        _end_involvement(ending, Grond.PLAN, move)
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
    _end_involvement(ending, Grond.REGISSEUR, move)
    for face in ending.aanspreekpunten.filter(tot__isnull=True):
        book.zet(ending.aanspreekpunten.filter(pk=face.pk), tot=max(move.op, face.van))


def _end_involvement(ending: Plan, grond: Grond, move: Verhuizing) -> None:
    """Nobody is involved on this ground any more, not even who came in on this day."""
    running = Betrokkenheid.objects.filter(
        huishouden_id=ending.huishouden_id, grond=grond, tot__isnull=True
    )
    for row in running:
        move.grootboek.zet(Betrokkenheid.objects.filter(pk=row.pk), tot=max(move.op, row.van))


def merge_people(move: Verhuizing) -> None:
    """Two residents become one: who took part twice does so once, what both signed stays."""
    book = move.grootboek
    there = Deelname.objects.filter(inwoner=move.blijft_id, tot__isnull=True)
    twice = Deelname.objects.filter(
        inwoner=move.vervalt_id, tot__isnull=True, plan__in=there.values("plan")
    )
    agreed = Akkoord.objects.filter(inwoner=move.blijft_id).values("vaststelling")
    again = Akkoord.objects.filter(inwoner=move.vervalt_id, vaststelling__in=agreed)
    for row in twice:
        book.verwijder(row)
    book.zet(again, dubbel=True)


def ask_split(by: Medewerker, huishouden_id: uuid.UUID) -> Voorbeelddeel | None:
    """When some of a household leave: do their own goals go along to a plan of their own?"""
    if PLAN_SCHRIJVEN.van(by) is None or not active_plans(huishouden_id):
        return None
    return Voorbeelddeel(
        zinnen=(
            "Het plan blijft bij wie hier blijft wonen. Wie weggaat kan erin mee blijven doen, "
            "of een eigen plan krijgen met de eigen lopende doelen.",
        ),
        keuzes=(
            Keuze(
                code=PLAN,
                label="Hoe gaat het plan verder?",
                opties=[
                    (BLIJFT, "Samen verder in dit plan"),
                    (MEE, "Een eigen plan voor wie weggaat, met hun eigen doelen"),
                ],
            ),
        ),
    )


def split_plan(split: Splitsing) -> None:
    """Who left takes part from elsewhere, or begins a plan with the goals that are theirs."""
    plan = next(iter(active_plans(split.oud_id).values()), None)
    if plan is None:
        return
    # Whoever works in the plan waits until it is known whose goals it still holds.
    Plan.objects.select_for_update(of=("self",), no_key=True).get(pk=plan.pk)
    taking_part = plan.deelnames.filter(tot__isnull=True, inwoner__in=split.vertrokken)
    went = list(taking_part)
    for one in went:
        rows = plan.deelnames.filter(pk=one.pk)
        split.grootboek.zet(rows, tot=max(dag_van(split.at), one.van))
    if split.keuzes.get(PLAN) == MEE:
        _begin_own(plan, split)
        return
    role = Hoedanigheid.UIT_HUIS_GEPLAATST if split.band else Hoedanigheid.ANDER
    _enrol(plan, [one.inwoner_id for one in went], role, split)
    mark_news(plan)
    note(plan, "deelnemers wonen elders", plan, by=split.by, at=split.at)


def _begin_own(plan: Plan, split: Splitsing) -> None:
    book = split.grootboek
    made = begin_plan(huishouden_id=split.nieuw_id, by=split.by, at=split.at)
    book.gemaakt(made)
    for taking_part in made.deelnames.all():
        book.gemaakt(taking_part)
    known = set(made.deelnames.values_list("inwoner_id", flat=True))
    _enrol(made, [pk for pk in split.vertrokken if pk not in known], Hoedanigheid.LID, split)
    _enrol(made, split.ook_daar, Hoedanigheid.CO_OUDERSCHAP, split)
    own = Doel.objects.filter(plan=plan, status=DoelStatus.LOOPT, inwoner__in=split.vertrokken)
    moving = list(own)
    for shared in Partij.doelen.through.objects.filter(doel__in=moving):
        book.verwijder(shared)
    for place, doel in enumerate(moving, start=1):
        before = {"plan": doel.plan, "volgorde": doel.volgorde}
        doel.plan, doel.volgorde = made, place
        save_changed(doel, by=split.by, at=split.at)
        book.gewijzigd(doel, **before)
    mark_news(plan)
    for one, other in ((plan, made), (made, plan)):
        note(
            one,
            "plan gesplitst",
            one,
            by=split.by,
            at=split.at,
            wijziging={"ander": str(other.pk), "doelen": len(moving)},
        )


def _enrol(
    plan: Plan, inwoners: Sequence[uuid.UUID], hoedanigheid: Hoedanigheid, split: Splitsing
) -> None:
    made = Deelname.objects.bulk_create(
        Deelname(plan=plan, inwoner_id=pk, hoedanigheid=hoedanigheid, van=dag_van(split.at))
        for pk in inwoners
    )
    for one in made:
        split.grootboek.gemaakt(one)
