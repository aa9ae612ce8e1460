"""Who may see which records of the front door (contract.md, Who may what)."""

import datetime as dt
import uuid
from functools import partial

from django.db.models import Q, QuerySet

from hengelo_sociaal.medewerkers.models import Medewerker
from hengelo_sociaal.medewerkers.queries import of_me_or_whom_i_replace, own_or_involved
from hengelo_sociaal.medewerkers.rechten import Bereik, Recht, toets
from toegang.models import (
    Contact,
    Doorverwijzing,
    Huisbezoek,
    Hulpvraag,
    Klacht,
    Melding,
    Signaalzaak,
    VindplaatsMedewerker,
)
from toegang.rechten import (
    CONTACT_LEZEN,
    DOORVERWIJZEN,
    HUISBEZOEK_DOEN,
    KLACHT_BEHANDELEN,
    MELDING_LEZEN,
    SIGNAAL_LEZEN,
)


def own_vindplaatsen(by: Medewerker, *, op: dt.date) -> QuerySet[VindplaatsMedewerker, str]:
    """Codes of the vindplaatsen that somebody registers for on a day."""
    return VindplaatsMedewerker.objects.filter(
        Q(tot__isnull=True) | Q(tot__gte=op), medewerker=by, van__lte=op
    ).values_list("vindplaats_id", flat=True)


def visible_contacts(
    by: Medewerker, *, op: dt.date, recht: Recht = CONTACT_LEZEN
) -> QuerySet[Contact]:
    """Contacts that somebody may see: all, or of a vindplaats worker the own ones there.

    Refused with GeenRecht (403) without the right.
    """
    if toets(by, recht, minstens=Bereik.EIGEN) == Bereik.ALLES:
        return Contact.objects.all()
    return Contact.objects.filter(geregistreerd_door=by, vindplaats__in=own_vindplaatsen(by, op=op))


def may_see_contact(by: Medewerker, pk: uuid.UUID, *, op: dt.date) -> bool:
    """Whether this contact, if there is one, is among those that somebody may see.

    Refused with GeenRecht (403) without the right.
    """
    if toets(by, CONTACT_LEZEN, minstens=Bereik.EIGEN) == Bereik.ALLES:
        return True
    return visible_contacts(by, op=op).filter(pk=pk).exists()


def visible_questions(
    by: Medewerker, *, op: dt.date, recht: Recht = CONTACT_LEZEN
) -> QuerySet[Hulpvraag]:
    """Questions of the contacts that somebody may see."""
    if toets(by, recht, minstens=Bereik.EIGEN) == Bereik.ALLES:
        return Hulpvraag.objects.all()
    return Hulpvraag.objects.filter(
        contact__geregistreerd_door=by,
        contact__vindplaats__in=own_vindplaatsen(by, op=op),
    )


def visible_meldingen(
    by: Medewerker,
    *,
    op: dt.date,
    recht: Recht = MELDING_LEZEN,
    huishouden_id: uuid.UUID | None = None,
) -> QuerySet[Melding]:
    """Meldingen that somebody may see: all, or the own ones; with `huishouden_id` of that one.

    Own are: given to them, to a colleague on leave whom they stand in for or to their team,
    registered by them, of a household that they are involved with, and what nobody has
    taken up yet. A vindplaats worker sees only
    what they registered.
    """
    here = Q() if huishouden_id is None else Q(huishouden=huishouden_id)
    if toets(by, recht, minstens=Bereik.EIGEN) == Bereik.ALLES:
        return Melding.objects.filter(here)
    if not {"consulent", "teamleider"} & set(by.rolcodes):
        return Melding.objects.filter(here, geregistreerd_door=by)

    return own_or_involved(
        Melding.objects.all(),
        lambda: _in_hand(by, op=op) | Q(geregistreerd_door=by),
        by,
        op=op,
        huishouden_id=huishouden_id,
    )


def _in_hand(by: Medewerker, *, op: dt.date) -> Q:
    """Work that is given to them or whom they stand in for, to their team, or to nobody yet."""
    return (
        of_me_or_whom_i_replace(by, op=op, veld="consulent")
        | Q(team__een_van=by.teams.all())
        | Q(team__isnull=True, consulent__isnull=True)
    )


def visible_visits(
    by: Medewerker, *, op: dt.date, huishouden_id: uuid.UUID | None = None
) -> QuerySet[Huisbezoek]:
    """Home visits of somebody's own, or to a household that they are involved with.

    With `huishouden_id` those to that household.
    """
    if toets(by, HUISBEZOEK_DOEN, minstens=Bereik.EIGEN) == Bereik.ALLES:
        here = Q() if huishouden_id is None else Q(huishouden=huishouden_id)
        return Huisbezoek.objects.filter(here)
    own = partial(of_me_or_whom_i_replace, by, op=op)
    return own_or_involved(Huisbezoek.objects.all(), own, by, op=op, huishouden_id=huishouden_id)


def visible_complaints(by: Medewerker) -> QuerySet[Klacht]:
    """Complaints for who handles them, never one about themselves (Awb 9:7).

    Refused with GeenRecht (403) without the right.
    """
    toets(by, KLACHT_BEHANDELEN)
    return Klacht.objects.filter(Q(over__isnull=True) | ~Q(over=by))


def visible_referrals(by: Medewerker, *, op: dt.date) -> QuerySet[Doorverwijzing]:
    """Referrals to partners that somebody may see.

    The counter sees those of its own contacts: all; others those of which they await the
    answer or for a household that they are involved with. Refused with GeenRecht (403).
    """
    toets(by, DOORVERWIJZEN)
    rows = Doorverwijzing.objects.select_related("organisatie", "inwoner", "door", "volgt")
    if "loket" in by.rolcodes or "teamleider" in by.rolcodes:
        return rows
    own = partial(of_me_or_whom_i_replace, by, op=op, veld="volgt")
    return own_or_involved(rows, own, by, op=op)


def visible_signals(
    by: Medewerker, *, op: dt.date, recht: Recht = SIGNAAL_LEZEN
) -> QuerySet[Signaalzaak]:
    """Cases of signals that somebody may see: all for the counter, else the own ones.

    Own are those given to them or whom they stand in for, those of their team and of
    nobody, and of households that they are involved with. Refused with GeenRecht (403).
    """
    rows = Signaalzaak.objects.filter(gewist_op__isnull=True)
    if toets(by, recht, minstens=Bereik.EIGEN) == Bereik.ALLES:
        return rows
    return own_or_involved(rows, partial(_in_hand, by, op=op), by, op=op)
