"""Counting what people looked for and did not find, without knowing who."""

import datetime as dt
import hashlib
import hmac

from django.conf import settings
from django.db.models import Case, F, Value, When

from hengelo_sociaal.kern.beperkingen import operation
from hengelo_sociaal.kern.tijd import dag_van
from voorzieningen.models import Zoekwoord
from voorzieningen.queries.gezocht import DAGEN
from voorzieningen.queries.woorden import terms_of

MIN_LETTERS, MAX_LETTERS = 4, 40
MEESTE_NIEUW = 1000  # a day: more is a machine, not a town
BEWAAR_ONLEESBAAR = dt.timedelta(days=92)
BEWAAR = dt.timedelta(days=366)


def note_without_hits(*, tekst: str, totaal: int, at: dt.datetime) -> None:
    """Count every word of a search that found nothing (`totaal` is 0); else does nothing.

    Each word apart, never the sentence, and only what consists of letters: no number, date or
    address is counted. The word itself is kept once it came on so many days (DAGEN).
    """
    if totaal or not tekst:
        return
    words = {part for term in terms_of(tekst) for part in term.woord.split()}
    day = dag_van(at)
    with operation():
        for word in sorted(words):
            if word.isalpha() and MIN_LETTERS <= len(word) <= MAX_LETTERS:
                _count(word, day)


def forget_searches(*, at: dt.datetime) -> int:
    """Throw away what was hardly asked for, and what nobody asked for in a year; how many."""
    day = dag_van(at)
    with operation():
        rare = Zoekwoord.objects.filter(woord="", laatste_dag__lt=day - BEWAAR_ONLEESBAAR)
        old = Zoekwoord.objects.filter(laatste_dag__lt=day - BEWAAR)
        return rare.delete()[0] + old.delete()[0]


def _count(word: str, day: dt.date) -> None:
    key = hmac.new(settings.SECRET_KEY.encode(), word.encode(), hashlib.sha256).hexdigest()
    known = Zoekwoord.objects.filter(sleutel=key)
    other_day = Case(When(laatste_dag=day, then=Value(0)), default=Value(1))
    if known.update(aantal=F("aantal") + 1, dagen=F("dagen") + other_day, laatste_dag=day):
        known.filter(woord="", dagen__gte=DAGEN).update(woord=word)
    elif Zoekwoord.objects.filter(laatste_dag=day, dagen=1).count() < MEESTE_NIEUW:
        new = Zoekwoord(sleutel=key, laatste_dag=day)
        Zoekwoord.objects.bulk_create([new], ignore_conflicts=True)
