"""Home visits to residents who are with us for the first time and need support (BP 5.1).

Counted: meldingen of a household that was not in support before, under any law, where
support turned out to be needed; not those that were withdrawn.
Visited: a visit was carried out for this melding, or to this household since the melding.
Counted on: the day the melding was received; the figure of a month rises as visits are made.
"""

from dashboard.enums import Dimensie, Indicatorsoort, Richting
from dashboard.queries.bronnen.basis import OPGAVE_1, WIJK_SQL, Bron, Maat, rolled_up

_DIMENSIES = (
    Dimensie.WET,
    Dimensie.VINDPLAATS,
    Dimensie.WIJK,
    Dimensie.GEMEENTE,
    Dimensie.LEEFTIJDSGROEP,
)
_TELLINGEN = ("aantal", "bezocht", "niet_bezocht")
_SQL = f"""
    SELECT m.ontvangen_op AS dag,
           m.wet_id AS wet,
           c.vindplaats_id AS vindplaats,
           {WIJK_SQL} AS wijk,
           c.gemeente,
           c.leeftijdsgroep,
           count(*) AS aantal,
           count(*) FILTER (WHERE b.bezocht) AS bezocht,
           count(*) FILTER (WHERE NOT b.bezocht) AS niet_bezocht
    FROM toegang_melding m
    JOIN toegang_hulpvraag h ON h.id = m.hulpvraag_id
    JOIN toegang_contact c ON c.id = h.contact_id
    CROSS JOIN LATERAL (
        SELECT EXISTS (
            SELECT 1
            FROM toegang_huisbezoek hb
            WHERE hb.huishouden_id = m.huishouden_id
              AND hb.status = 'uitgevoerd'
              AND (hb.melding_id = m.id
                   OR (hb.uitgevoerd_op AT TIME ZONE 'Europe/Amsterdam')::date >= m.ontvangen_op)
        ) AS bezocht
    ) b
    WHERE m.ontvangen_op >= %(van)s AND m.ontvangen_op < %(tot)s
      AND m.status <> 'ingetrokken' AND m.eerste_keer AND m.ondersteuning_nodig
    GROUP BY 1, 2, 3, 4, 5, 6
"""  # noqa: S608 - our own constants only

HUISBEZOEKEN = Bron(
    code="huisbezoeken",
    dimensies=_DIMENSIES,
    tellingen=_TELLINGEN,
    sql=rolled_up(_SQL, _DIMENSIES, _TELLINGEN),
    maten=(
        Maat(
            code="huisbezoek-eerste-keer",
            naam="Huisbezoek bij de eerste keer",
            opgave=OPGAVE_1,
            soort=Indicatorsoort.PRESTATIE,
            eenheid="%",
            richting=Richting.HOGER,
            definitie=(
                "Het deel van de meldingen van huishoudens die voor het eerst bij ons zijn en hulp "
                "nodig hebben, waarbij iemand thuis is geweest. Het bezoek telt als het voor deze "
                "melding was, of bij dit huishouden na de melding. Het cijfer van een maand kan "
                "dus nog stijgen."
            ),
            teller="bezocht",
            teller_tekst="meldingen uit de noemer met een uitgevoerd huisbezoek",
            noemer="aantal",
            noemer_tekst="meldingen, voor het eerst bij ons en hulp nodig, niet ingetrokken",
            telt_op="de dag waarop de melding is ontvangen",
            volgorde=7,
        ),
    ),
)
