"""Reading messages."""

import datetime as dt

from django.db.models import Count, Q, QuerySet

from hengelo_sociaal.kern.uitgeschreven import fetch_all
from hengelo_sociaal.medewerkers.models import Medewerker
from hengelo_sociaal.werk.models import Bericht, Berichtinstelling

_UNREAD = f"SELECT count(*) FROM {Bericht._meta.db_table} WHERE voor_id = %s AND gelezen_op IS NULL"  # noqa: S608


def messages_of(by: Medewerker, *, ongelezen: bool = False) -> QuerySet[Bericht]:
    """Somebody's own messages, newest first."""
    found = Bericht.objects.filter(voor=by)
    return found.filter(gelezen_op__isnull=True) if ongelezen else found


def unread_count(by: Medewerker) -> int:
    """How many messages somebody has not read.

    Every page asks this, and building the query took longer than answering it.
    """
    ((number,),) = fetch_all(_UNREAD, [by.pk])
    return int(number)


def unread_by_kind(by: Medewerker) -> dict[str, int]:
    """Unread messages by kind, for a mail that says no more than how many."""
    rows = Bericht.objects.filter(voor=by, gelezen_op__isnull=True)
    counted = rows.order_by("soort").values_list("soort").annotate(n=Count("pk"))
    return dict(counted)


def preferences_of(by: Medewerker) -> Berichtinstelling:
    """How somebody wants to hear of messages; the usual when they never chose."""
    found = Berichtinstelling.objects.filter(medewerker=by).first()
    return found or Berichtinstelling(medewerker=by)


def due_for_mail(*, op: dt.date, uur: int) -> QuerySet[Medewerker]:
    """Who is to get a mail now: it is their hour or later, none was sent today, and some
    message is unread. Whoever never chose gets it at the usual hour."""
    usual = Berichtinstelling._meta.get_field("uur").get_default()
    never_chose = Q(berichtinstelling__isnull=True) if uur >= usual else Q(pk__isnull=True)
    chose = Q(berichtinstelling__mail=True, berichtinstelling__uur__lte=uur) & (
        Q(berichtinstelling__laatst_op__isnull=True) | Q(berichtinstelling__laatst_op__lt=op)
    )
    unread = Bericht.objects.filter(gelezen_op__isnull=True).values("voor")
    return (
        Medewerker.objects.filter(never_chose | chose, is_active=True, pk__in=unread)
        .exclude(email="")
        .order_by("pk")
    )
