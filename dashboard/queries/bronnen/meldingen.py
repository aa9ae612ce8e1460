"""Meldingen: questions that the municipality looks into, by law.

Counted: every melding that was not withdrawn.
Counted on: the day it was received, which for werk.nl is the day there.
Where from: vindplaats, channel, wijk and age group are those of the contact it came with.
"""

from dashboard.enums import Dimensie, Indicatorsoort, Richting
from dashboard.queries.bronnen.basis import OPGAVE_1, WIJK_SQL, Bron, Maat, rolled_up

_DIMENSIES = (
    Dimensie.WET,
    Dimensie.SOORT,
    Dimensie.VINDPLAATS,
    Dimensie.KANAAL,
    Dimensie.WIJK,
    Dimensie.GEMEENTE,
    Dimensie.LEEFTIJDSGROEP,
    Dimensie.VERWIJZER,
)
_TELLINGEN = ("aantal",)
_SQL = f"""
    SELECT m.ontvangen_op AS dag,
           m.wet_id AS wet,
           h.soort_id AS soort,
           c.vindplaats_id AS vindplaats,
           c.kanaal_id AS kanaal,
           {WIJK_SQL} AS wijk,
           c.gemeente,
           c.leeftijdsgroep,
           coalesce(m.verwijzer_id, 'geen') AS verwijzer,
           count(*) AS aantal
    FROM toegang_melding m
    JOIN toegang_hulpvraag h ON h.id = m.hulpvraag_id
    JOIN toegang_contact c ON c.id = h.contact_id
    WHERE m.ontvangen_op >= %(van)s AND m.ontvangen_op < %(tot)s AND m.status <> 'ingetrokken'
    GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9
"""  # noqa: S608 - our own constants only

MELDINGEN = Bron(
    code="meldingen",
    dimensies=_DIMENSIES,
    tellingen=_TELLINGEN,
    sql=rolled_up(_SQL, _DIMENSIES, _TELLINGEN),
    maten=(
        Maat(
            code="meldingen",
            naam="Meldingen",
            opgave=OPGAVE_1,
            soort=Indicatorsoort.PRESTATIE,
            eenheid="aantal",
            richting=Richting.NEUTRAAL,
            definitie=(
                "Het aantal meldingen: vragen die de gemeente onderzoekt onder een wet. Een "
                "ingetrokken melding telt niet. Een melding via werk.nl telt op de dag waarop "
                "zij daar is gedaan."
            ),
            teller="aantal",
            teller_tekst="alle meldingen die niet zijn ingetrokken",
            telt_op="de dag waarop de melding is ontvangen",
            volgorde=5,
        ),
    ),
)
