"""A mail a day about messages that wait: only how many, and the way to them."""

import datetime as dt
import logging

from django.conf import settings
from django.core.mail import send_mail

from hengelo_sociaal.kern.beperkingen import operation
from hengelo_sociaal.kern.tijd import AMSTERDAM, dag_van
from hengelo_sociaal.medewerkers.models import Medewerker
from hengelo_sociaal.werk.enums import Berichtsoort
from hengelo_sociaal.werk.models import Berichtinstelling
from hengelo_sociaal.werk.queries import due_for_mail, unread_by_kind

log = logging.getLogger(__name__)


def send_digests(*, at: dt.datetime) -> int:
    """Mail everybody whose hour has come and who has unread messages; how many went out.

    Each in a transaction of its own, the mail last: a mail server that refuses leaves that
    colleague for the next round and the others get theirs; twice in one day nobody gets anything.
    """
    sent = 0
    for medewerker in due_for_mail(op=dag_van(at), uur=at.astimezone(AMSTERDAM).hour):
        try:
            sent += _send(medewerker, op=dag_van(at))
        except OSError as refused:  # no connection, or an answer of the mail server
            # Without what the server said, for that names the address.
            log.warning("no mail for %s: %s", medewerker.pk, type(refused).__name__)
    return sent


def _send(medewerker: Medewerker, *, op: dt.date) -> int:
    with operation():
        Berichtinstelling.objects.get_or_create(medewerker=medewerker)
        # Of two workers at once, the second finds that today is done.
        preference = Berichtinstelling.objects.select_for_update().get(medewerker=medewerker)
        counted = unread_by_kind(medewerker)
        if preference.laatst_op == op or not counted:
            return 0
        preference.laatst_op = op
        preference.save(update_fields=["laatst_op"])
        send_mail(_subject(counted), digest_text(counted), None, [medewerker.email])
    return 1


def _subject(counted: dict[str, int]) -> str:
    number = sum(counted.values())
    return "1 ongelezen bericht" if number == 1 else f"{number} ongelezen berichten"


def digest_text(counted: dict[str, int]) -> str:
    """The mail: counts by kind and a link, without anything about a person."""
    lines = [f"- {Berichtsoort(code).label}: {number}" for code, number in counted.items()]
    return "\n".join(
        [
            "Goedendag,",
            "",
            "In Hengelo Sociaal staat voor u klaar:",
            "",
            *lines,
            "",
            f"Bekijk uw berichten: {settings.SITE_ADRES}/berichten",
            "",
            "Wilt u deze mail niet, of op een ander uur? Dat kiest u op dezelfde pagina.",
        ]
    )
