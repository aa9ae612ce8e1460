"""The stem that PostgreSQL makes of a Dutch word, remembered: a word has one for ever."""

from collections.abc import Iterable

from django.db import connection

_MEESTE = 20_000
_known: dict[str, str] = {}


def stems(words: Iterable[str]) -> dict[str, str]:
    """The stem of every word; empty for a stop word. At most one query, for new words only."""
    wanted = set(words)
    new = [word for word in wanted if word not in _known]
    if new:
        if len(_known) > _MEESTE:
            _known.clear()
            new = list(wanted)
        with connection.cursor() as cursor:
            cursor.execute("SELECT w, ts_lexize('dutch_stem', w) FROM unnest(%s::text[]) w", [new])
            _known.update((word, found[0] if found else "") for word, found in cursor.fetchall())
    return {word: _known[word] for word in wanted}
