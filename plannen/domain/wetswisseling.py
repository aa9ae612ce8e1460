"""Overstap naar een andere wet: one afspraak moves, everything else stays (BP 5.1)."""

import datetime as dt
import uuid
from collections.abc import Collection

from aanbieders.domain.toewijzingen import end_because
from aanbieders.enums import RedenBeeindiging
from hengelo_sociaal.kern.beperkingen import operation
from hengelo_sociaal.kern.fouten import OngeldigeInvoer
from hengelo_sociaal.kern.tijd import dag_van
from hengelo_sociaal.medewerkers.models import Medewerker
from hengelo_sociaal.medewerkers.rechten import Bereik, toets
from hengelo_sociaal.waarden.models import Wet
from plannen.domain.besluit.opstellen import Aanleiding, BesluitGegevens, draft_besluit
from plannen.domain.gemeen import lock_with_part, mark_news, note, save_changed
from plannen.enums import AfspraakStatus, Besluitsoort
from plannen.exceptions import OverstapGepland, PlanBeeindigd, StapPastNiet, ZelfdeWet
from plannen.models import Afspraak, Besluit, Besluitreden, Plan, Wetswisselingregel
from plannen.queries.wetswisseling import (
    besluit_under,
    follow_up,
    foresee_switch,
    open_meldingen,
    outlives,
    person_of,
)
from plannen.rechten import BESLUIT_OPSTELLEN, PLAN_SCHRIJVEN
from toegang.domain.contact import ContactGegevens, Vraag, register_contact
from toegang.domain.melding import assign_melding, make_melding
from toegang.domain.melding_stappen import withdraw_melding
from toegang.models import Melding, Soort

ANDERE_WET = "andere-wet"
OUDE_WET = {"wmo": "wmo-andere-wet", "jeugdwet": "jw-andere-wet"}


def switch_law(
    *,
    afspraak_id: uuid.UUID,
    naar: Wet,
    per: dt.date,
    by: Medewerker,
    at: dt.datetime,
    reden: str = "",
    melding_via: str = "",
    sluit: Collection[uuid.UUID] = (),
) -> Wetswisselingregel:
    """Move an afspraak to another law from `per`: today or before at once, later by itself.

    Goal, progress and history stay; what was told beforehand is kept. Help under the old
    law ends with it: by a draft besluit that takes back the one it rests on, or at once
    where it rests on a referral. `sluit` names the running meldingen under the old law that
    end now. `melding_via` is the channel by which the resident asks for help under the new
    law: then a melding is made, with its terms. Refused with ZelfdeWet, and OverstapGepland
    when one is planned already.
    """
    op = dag_van(at)
    toets(by, PLAN_SCHRIJVEN, minstens=Bereik.EIGEN)
    with operation():
        plan, afspraak = lock_with_part(Afspraak, afspraak_id, plan="doel__plan_id", by=by, op=op)
        _require_possible(afspraak, naar)
        made = _promise(
            afspraak, naar, per, reden, melding=bool(melding_via), sluit=sluit, by=by, at=at
        )
        _close_old(afspraak, per, reden, by=by, at=at)
        _close_meldingen(afspraak, sluit, by=by, at=at)
        if melding_via:
            _open_new(afspraak, naar, reden, melding_via, by=by, at=at)
        if made.uitgevoerd_op is not None:
            _move(plan, afspraak, made, by=by, at=at)
        else:
            planned = {"naar": naar.pk, "per": per.isoformat()}
            note(plan, "overstap gepland", afspraak, by=by, at=at, wijziging=planned)
    return made


def _promise(
    afspraak: Afspraak,
    naar: Wet,
    per: dt.date,
    reden: str,
    *,
    melding: bool,
    sluit: Collection[uuid.UUID],
    by: Medewerker,
    at: dt.datetime,
) -> Wetswisselingregel:
    """The overstap with what was told about it, before anything changes."""
    op = dag_van(at)
    return Wetswisselingregel.objects.create(
        afspraak=afspraak,
        van_wet=afspraak.wet,
        naar_wet=naar,
        per=per,
        reden=reden.strip(),
        gevolgen=foresee_switch(
            afspraak=afspraak,
            naar=naar,
            per=per,
            op=op,
            melding=melding,
            besluit=_may_draft(by),
            sluit=sluit,
        ),
        door=by,
        op=at,
        uitgevoerd_op=at if per <= op else None,
    )


def _may_draft(by: Medewerker) -> bool:
    return BESLUIT_OPSTELLEN.van(by) is not None


def cancel_switch(*, afspraak_id: uuid.UUID, by: Medewerker, at: dt.datetime) -> Wetswisselingregel:
    """Call off the overstap that is planned; what ended or was drafted for it stays."""
    toets(by, PLAN_SCHRIJVEN, minstens=Bereik.EIGEN)
    with operation():
        plan, afspraak = lock_with_part(
            Afspraak, afspraak_id, plan="doel__plan_id", by=by, op=dag_van(at)
        )
        planned = _planned(afspraak)
        if planned is None:
            raise StapPastNiet("Er is geen overstap gepland.")
        planned.afgezegd_op = at
        planned.save(update_fields=["afgezegd_op"])
        note(plan, "overstap afgezegd", afspraak, by=by, at=at)
    return planned


def carry_out_switches(*, op: dt.date, by: Medewerker, at: dt.datetime) -> int:
    """Let every planned overstap happen whose day has come; returns how many did.

    Each in a transaction of its own. What can no longer move, because its plan ended or
    the afspraak lapsed, is called off. Running it twice changes nothing more.
    """
    due = Wetswisselingregel.objects.filter(
        uitgevoerd_op__isnull=True, afgezegd_op__isnull=True, per__lte=op
    )
    return sum(_carry_out(regel, by=by, at=at) for regel in due.order_by("per", "pk"))


def _carry_out(regel: Wetswisselingregel, *, by: Medewerker, at: dt.datetime) -> bool:
    with operation():
        try:
            plan, afspraak = lock_with_part(
                Afspraak, regel.afspraak_id, plan="doel__plan_id", by=by, op=dag_van(at)
            )
        except PlanBeeindigd:
            afspraak = None
        regel = Wetswisselingregel.objects.get(pk=regel.pk)
        if not regel.is_gepland:
            return False
        if afspraak is None or afspraak.status == AfspraakStatus.VERVALLEN:
            regel.afgezegd_op = at
            regel.save(update_fields=["afgezegd_op"])
            return False
        regel.uitgevoerd_op = at
        regel.save(update_fields=["uitgevoerd_op"])
        _move(plan, afspraak, regel, by=by, at=at)
    return True


def _require_possible(afspraak: Afspraak, naar: Wet) -> None:
    if afspraak.wet_id == naar.pk:
        raise ZelfdeWet(velden={"wet": ZelfdeWet.melding})
    if _planned(afspraak) is not None:
        raise OverstapGepland()


def _planned(afspraak: Afspraak) -> Wetswisselingregel | None:
    rows = afspraak.wetswisselingen.filter(uitgevoerd_op__isnull=True, afgezegd_op__isnull=True)
    return rows.first()


def _move(
    plan: Plan,
    afspraak: Afspraak,
    regel: Wetswisselingregel,
    *,
    by: Medewerker,
    at: dt.datetime,
) -> None:
    before, afspraak.wet = afspraak.wet_id, regel.naar_wet
    save_changed(afspraak, by=by, at=at)
    mark_news(plan)
    note(
        plan,
        "overstap naar andere wet",
        afspraak,
        by=by,
        at=at,
        reden=regel.reden,
        wijziging={"wet": [before, regel.naar_wet_id], "per": regel.per.isoformat()},
    )


def _close_old(
    afspraak: Afspraak, per: dt.date, reden: str, *, by: Medewerker, at: dt.datetime
) -> None:
    """End the help under the old law: by besluit with a besluit, by referral at once."""
    given = afspraak.toewijzing
    if given is None or not outlives(given, per):
        return
    old = besluit_under(given)
    if old is None:
        end_because(toewijzing=given, reden=RedenBeeindiging.ANDERE_WET, per=per, by=by, at=at)
    elif _may_draft(by) and follow_up(old) is None:
        _draft_withdrawal(old, per, reden, by=by, at=at)


def _close_meldingen(
    afspraak: Afspraak, sluit: Collection[uuid.UUID], *, by: Medewerker, at: dt.datetime
) -> None:
    """End the named meldingen of the person under the old law; their terms lapse with them."""
    for melding in open_meldingen(person_of(afspraak), afspraak.wet_id):
        if melding.pk in sluit:
            withdraw_melding(by=by, melding_id=melding.pk, reden=ANDERE_WET, at=at)


def _draft_withdrawal(
    old: Besluit, per: dt.date, reden: str, *, by: Medewerker, at: dt.datetime
) -> None:
    code = OUDE_WET.get(old.wet_id, "op-verzoek")
    draft_besluit(
        aanleiding=Aanleiding(
            inwoner=old.inwoner,
            huishouden=old.huishouden,
            wet=old.wet,
            melding=old.melding,
            afspraak=old.afspraak,
            eerder=old,
        ),
        gegevens=BesluitGegevens(
            soort=Besluitsoort.INTREKKING,
            gevraagd=old.gevraagd,
            van=max(per, old.van) if old.van else per,
            reden=Besluitreden.objects.get(pk=code),
            motivering=reden.strip(),
        ),
        by=by,
        at=at,
    )


def _open_new(
    afspraak: Afspraak, naar: Wet, reden: str, kanaal: str, *, by: Medewerker, at: dt.datetime
) -> Melding | None:
    """A melding under the new law from today, unless one runs already."""
    person = person_of(afspraak)
    if person is None or open_meldingen(person, naar.pk):
        return None
    asked = afspraak.doel.hulpvraag
    kind = asked.soort_id if asked else None
    kind = kind or Soort.objects.bruikbaar().filter(wet=naar).values_list("pk", flat=True).first()
    if kind is None:
        raise OngeldigeInvoer(velden={"melding_via": "Onder deze wet past geen melding."})
    contact = register_contact(
        by=by,
        gegevens=ContactGegevens(
            kanaal=kanaal,
            vindplaats="zorgloket",
            plaatsgevonden_op=at,
            inwoner_id=person.pk,
            vragen=[Vraag(soort=kind, toelichting=reden.strip(), wet=naar.pk)],
        ),
        at=at,
    )
    made = make_melding(
        by=by,
        hulpvraag_id=contact.hulpvragen.get().pk,
        wet=naar.pk,
        ontvangen_op=dag_van(at),
        verwijzer="gemeente" if naar.pk == "jeugdwet" else None,
        at=at,
    )
    return assign_melding(by=by, melding_id=made.pk, consulent_id=by.pk, at=at)
