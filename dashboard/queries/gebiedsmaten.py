"""What is counted per year of wijken and buurten, from the registrations.

Use: how many households used a voorziening. A household counts once, however often it did,
in the buurt where it lives now. Used: an afspraak of a plan that was made in the year and
did not lapse, a toewijzing with a day in the year, or an offer that was accepted in the
year. What a vindplaats drafts counts once a consulent took it over into the plan.

Missed: how many households found nothing light that fitted, by leefgebied: at a question it
was noted that nothing fits, or maatwerk was chosen because there is nothing lighter nearby or
one has to wait for it. A household counts once, in the buurt where it lives now.

Questions: the questions of the year (dashboard.queries.bronnen.hulpvragen) of households
that still live in the wijk of the contact, by the buurt of their address.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.conf import settings
from django.db import connection

from dashboard.enums import Gebiedsmaat
from dashboard.onderdrukking.afgerond import STAP, Lijn, Sleutel
from hengelo_sociaal.gebieden.models import Buurt

ALLES = ""
PER_SOORT = "soort:"  # a kind of voorziening, beside the codes of the voorzieningen themselves


@dataclass(frozen=True)
class Definitie:
    """What a measure means, in words; a new meaning is a higher version."""

    versie: int
    tekst: str


DEFINITIES = {
    Gebiedsmaat.GEBRUIK: Definitie(
        1,
        "Hoeveel huishoudens in dit jaar een voorziening gebruikten: met een afspraak in hun "
        "plan, een toewijzing die liep of een aanbod dat zij aannamen. Een huishouden telt één "
        "keer, in de buurt waar het nu woont. Op tientallen afgerond; wat onder de tien blijft "
        "of daarnaar terug te rekenen is, staat er niet.",
    ),
    Gebiedsmaat.VRAGEN: Definitie(
        1,
        "Hoeveel vragen in dit jaar kwamen van huishoudens in de buurt. Vragen zonder adres en "
        "van wie intussen uit de wijk is verhuisd tellen alleen bij de wijk. Op tientallen "
        "afgerond; wat onder de tien blijft of daarnaar terug te rekenen is, staat er niet.",
    ),
    Gebiedsmaat.GEMIST: Definitie(
        1,
        "Hoeveel huishoudens in dit jaar iets misten: bij een vraag paste niets lichts, of "
        "maatwerk is gekozen omdat er niets lichters in de buurt was of er een wachtlijst was. "
        "Een huishouden telt één keer, in de buurt waar het nu woont. Op tientallen afgerond; "
        "wat onder de tien blijft of daarnaar terug te rekenen is, staat er niet.",
    ),
}


@dataclass
class Geteld:
    """Numbers of areas, and what everybody knows to add up."""

    tellingen: dict[Sleutel, int] = field(default_factory=dict)
    lijnen: list[Lijn] = field(default_factory=list)


def count_use(jaar: int) -> Geteld:
    """Households per wijk and buurt: of every voorziening, of every kind, and of all."""
    found = Geteld()
    for wijk, buurt, soort, code, number in _rows(_USE, jaar):
        category = code or (PER_SOORT + soort if soort else ALLES)
        found.tellingen[buurt or wijk, category] = number
    return _with_buurten(found)


def count_missed(jaar: int) -> Geteld:
    """Households per wijk and buurt that found nothing light: by leefgebied, and in all."""
    found = Geteld()
    for wijk, buurt, leefgebied, number in _rows(_MISSED, jaar):
        found.tellingen[buurt or wijk, leefgebied or ALLES] = number
    return _with_buurten(found)


def _with_buurten(found: Geteld) -> Geteld:
    """With the lines that everybody knows: a household lives in one buurt of its wijk."""
    buurten = _buurten()
    for area, category in list(found.tellingen):
        if area in buurten:
            parts = [(buurt, category) for buurt in buurten[area]]
            found.lijnen.append(Lijn(parts, geheel=(area, category)))
    return found


def count_questions(jaar: int) -> Geteld:
    """Questions per buurt, by kind and all together; the wijken are published exactly."""
    found, kinds = Geteld(), set()
    whole: dict[Sleutel, int] = defaultdict(int)
    for wijk, buurt, soort, number in _rows(_QUESTIONS, jaar):
        kinds.add(soort)
        whole[wijk, soort] += number
        whole[wijk, ALLES] += number
        for category in (soort, ALLES) if buurt else ():
            found.tellingen[buurt, category] = found.tellingen.get((buurt, category), 0) + number
    for wijk, buurten in _buurten().items():
        for category in sorted(kinds | {ALLES}):
            parts = [(buurt, category) for buurt in buurten]
            # Of a wijk a number under ten is hidden too: nobody has it to subtract from.
            if whole[wijk, category] >= STAP:
                found.lijnen.append(Lijn(parts, hoogstens=whole[wijk, category]))
        for buurt in buurten:
            parts = [(buurt, soort) for soort in sorted(kinds)]
            found.lijnen.append(Lijn(parts, geheel=(buurt, ALLES)))
    return found


TELLERS: Mapping[Gebiedsmaat, Callable[[int], Geteld]] = {
    Gebiedsmaat.GEBRUIK: count_use,
    Gebiedsmaat.VRAGEN: count_questions,
    Gebiedsmaat.GEMIST: count_missed,
}


def _buurten() -> dict[str, list[str]]:
    """The buurten of every wijk of our own gemeente."""
    found: dict[str, list[str]] = {}
    rows = Buurt.objects.filter(wijk__gemeente=settings.GEMEENTECODE).order_by("code")
    for code, wijk in rows.values_list("code", "wijk"):
        found.setdefault(wijk, []).append(code)
    return found


def _rows(sql: str, jaar: int) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(
            sql,
            {
                "begin": dt.date(jaar, 1, 1),
                "na": dt.date(jaar + 1, 1, 1),
                "gemeente": settings.GEMEENTECODE,
            },
        )
        return list(cursor.fetchall())


_USE = """
    WITH gebruik AS (
        SELECT p.huishouden_id, a.voorziening_id
        FROM plannen_afspraak a
        JOIN plannen_doel d ON d.id = a.doel_id
        JOIN plannen_plan p ON p.id = d.plan_id
        WHERE a.voorziening_id IS NOT NULL AND a.status <> 'vervallen' AND p.vindplaats_id IS NULL
          AND a.gemaakt_op >= %(begin)s::date::timestamp AT TIME ZONE 'Europe/Amsterdam'
          AND a.gemaakt_op < %(na)s::date::timestamp AT TIME ZONE 'Europe/Amsterdam'
        UNION
        SELECT t.huishouden_id, q.voorziening_id
        FROM aanbieders_toewijzing t
        JOIN aanbieders_product q ON q.id = t.product_id
        WHERE t.huishouden_id IS NOT NULL AND q.voorziening_id IS NOT NULL
          AND t.status <> 'vervallen' AND t.van < %(na)s
          AND coalesce(t.beeindigd_op, t.tot, %(begin)s) >= %(begin)s
        UNION
        SELECT c.huishouden_id, o.voorziening_id
        FROM toegang_aanbod o
        JOIN toegang_hulpvraag h ON h.id = o.hulpvraag_id
        JOIN toegang_contact c ON c.id = h.contact_id
        WHERE c.huishouden_id IS NOT NULL AND o.uitkomst = 'aangenomen'
          AND c.status = 'geregistreerd'
          AND o.op >= %(begin)s::date::timestamp AT TIME ZONE 'Europe/Amsterdam'
          AND o.op < %(na)s::date::timestamp AT TIME ZONE 'Europe/Amsterdam'
    )
    SELECT b.wijk_id, b.code, v.soort, v.code, count(DISTINCT g.huishouden_id)
    FROM gebruik g
    JOIN toegang_huishouden hh ON hh.id = g.huishouden_id
    JOIN gebieden_buurt b ON b.code = hh.buurt_id
    JOIN gebieden_wijk w ON w.code = b.wijk_id AND w.gemeente_id = %(gemeente)s
    JOIN voorzieningen_voorziening v ON v.id = g.voorziening_id
    GROUP BY GROUPING SETS (
        (b.wijk_id, v.code), (b.wijk_id, b.code, v.code),
        (b.wijk_id, v.soort), (b.wijk_id, b.code, v.soort),
        (b.wijk_id), (b.wijk_id, b.code)
    )
"""
_MISSED = """
    WITH gemist AS (
        SELECT c.huishouden_id, h.leefgebied_id
        FROM toegang_aanbod o
        JOIN toegang_hulpvraag h ON h.id = o.hulpvraag_id
        JOIN toegang_contact c ON c.id = h.contact_id
        WHERE c.huishouden_id IS NOT NULL AND o.uitkomst = 'niets' AND c.status = 'geregistreerd'
          AND o.op >= %(begin)s::date::timestamp AT TIME ZONE 'Europe/Amsterdam'
          AND o.op < %(na)s::date::timestamp AT TIME ZONE 'Europe/Amsterdam'
        UNION
        SELECT p.huishouden_id, d.leefgebied_id
        FROM plannen_afspraak a
        JOIN plannen_doel d ON d.id = a.doel_id
        JOIN plannen_plan p ON p.id = d.plan_id
        WHERE a.reden_niet_lichter = 'niet-in-de-buurt' AND a.status <> 'vervallen'
          AND p.vindplaats_id IS NULL
          AND a.gemaakt_op >= %(begin)s::date::timestamp AT TIME ZONE 'Europe/Amsterdam'
          AND a.gemaakt_op < %(na)s::date::timestamp AT TIME ZONE 'Europe/Amsterdam'
    )
    SELECT b.wijk_id, b.code, g.leefgebied_id, count(DISTINCT g.huishouden_id)
    FROM gemist g
    JOIN toegang_huishouden hh ON hh.id = g.huishouden_id
    JOIN gebieden_buurt b ON b.code = hh.buurt_id
    JOIN gebieden_wijk w ON w.code = b.wijk_id AND w.gemeente_id = %(gemeente)s
    GROUP BY GROUPING SETS (
        (b.wijk_id, g.leefgebied_id), (b.wijk_id, b.code, g.leefgebied_id),
        (b.wijk_id), (b.wijk_id, b.code)
    )
"""
_QUESTIONS = """
    SELECT c.wijk, b.code, h.soort_id, count(*)
    FROM toegang_contact c
    JOIN toegang_hulpvraag h ON h.contact_id = c.id
    LEFT JOIN toegang_huishouden hh ON hh.id = c.huishouden_id
    LEFT JOIN gebieden_buurt b ON b.code = hh.buurt_id AND b.wijk_id = c.wijk
    WHERE c.dag >= %(begin)s AND c.dag < %(na)s AND c.status = 'geregistreerd'
      AND c.gemeente = %(gemeente)s AND c.wijk <> 'onbekend'
    GROUP BY 1, 2, 3
"""
