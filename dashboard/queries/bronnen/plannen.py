"""Households in support that have their one plan (BP 2.1).

Counted: meldingen where support turned out to be needed; not those that were withdrawn.
With a plan: the household has a plan that was agreed with it, and that had not ended before
the melding. A concept does not count yet, and the draft of a vindplaats never does.
Counted on: the day the melding was received; the figure of a month rises as plans are made.
"""

from dashboard.enums import Dimensie, Indicatorsoort, Richting
from dashboard.queries.bronnen.basis import OPGAVE_2, WIJK_SQL, Bron, Maat, rolled_up

_DIMENSIES = (Dimensie.WET, Dimensie.WIJK, Dimensie.GEMEENTE, Dimensie.LEEFTIJDSGROEP)
_TELLINGEN = ("aantal", "met_plan", "zonder_plan")
_SQL = f"""
    SELECT m.ontvangen_op AS dag,
           m.wet_id AS wet,
           {WIJK_SQL} AS wijk,
           c.gemeente,
           c.leeftijdsgroep,
           count(*) AS aantal,
           count(*) FILTER (WHERE p.met_plan) AS met_plan,
           count(*) FILTER (WHERE NOT p.met_plan) AS zonder_plan
    FROM toegang_melding m
    JOIN toegang_hulpvraag h ON h.id = m.hulpvraag_id
    JOIN toegang_contact c ON c.id = h.contact_id
    CROSS JOIN LATERAL (
        SELECT EXISTS (
            SELECT 1
            FROM plannen_plan een
            WHERE een.huishouden_id = m.huishouden_id
              AND een.status <> 'concept'
              AND een.vindplaats_id IS NULL
              AND (een.beeindigd_op IS NULL OR een.beeindigd_op >= m.ontvangen_op)
        ) AS met_plan
    ) p
    WHERE m.ontvangen_op >= %(van)s AND m.ontvangen_op < %(tot)s
      AND m.status <> 'ingetrokken' AND m.ondersteuning_nodig
    GROUP BY 1, 2, 3, 4, 5
"""  # noqa: S608 - our own constants only

PLANNEN = Bron(
    code="plannen",
    dimensies=_DIMENSIES,
    tellingen=_TELLINGEN,
    sql=rolled_up(_SQL, _DIMENSIES, _TELLINGEN),
    maten=(
        Maat(
            code="een-plan",
            naam="Huishoudens met één plan",
            opgave=OPGAVE_2,
            soort=Indicatorsoort.EFFECT,
            eenheid="%",
            richting=Richting.HOGER,
            definitie=(
                "Het deel van de meldingen waarbij hulp nodig is, waarvan het huishouden één plan "
                "heeft dat samen is vastgesteld. Een concept telt nog niet, en een plan dat al "
                "voor de melding was afgelopen ook niet. Het cijfer van een maand kan nog stijgen."
            ),
            teller="met_plan",
            teller_tekst="meldingen uit de noemer van een huishouden met een vastgesteld plan",
            noemer="aantal",
            noemer_tekst="meldingen waarbij hulp nodig is, niet ingetrokken",
            telt_op="de dag waarop de melding is ontvangen",
            volgorde=8,
        ),
    ),
)
