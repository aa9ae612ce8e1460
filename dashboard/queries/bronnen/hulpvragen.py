"""Questions of residents, wherever they ask.

Counted: every question of every contact that was not withdrawn, whatever its outcome.
Counted on: the day of the contact.
Frozen when registered: wijk, gemeente and age group (contract.md, Counting rules). A
correction or a withdrawal of a contact does change past figures.
Referrer: that of the melding that came of the question; `geen` without one.
Law: that of the question; `geen` where no law belongs to it.
"""

from dashboard.enums import Dimensie, Indicatorsoort, Richting
from dashboard.queries.bronnen.basis import OPGAVE_1, WIJK_SQL, Bron, Maat, rolled_up

_DIMENSIES = (
    Dimensie.VINDPLAATS,
    Dimensie.SOORT,
    Dimensie.KANAAL,
    Dimensie.WIJK,
    Dimensie.GEMEENTE,
    Dimensie.WET,
    Dimensie.UITKOMST,
    Dimensie.LEEFTIJDSGROEP,
    Dimensie.VERWIJZER,
)
_TELLINGEN = ("aantal",)
_SQL = f"""
    SELECT c.dag,
           c.vindplaats_id AS vindplaats,
           h.soort_id AS soort,
           c.kanaal_id AS kanaal,
           {WIJK_SQL} AS wijk,
           c.gemeente,
           coalesce(h.wet_id, 'geen') AS wet,
           h.uitkomst_id AS uitkomst,
           c.leeftijdsgroep,
           coalesce(m.verwijzer_id, 'geen') AS verwijzer,
           count(*) AS aantal
    FROM toegang_contact c
    JOIN toegang_hulpvraag h ON h.contact_id = c.id
    LEFT JOIN toegang_melding m ON m.hulpvraag_id = h.id AND m.status <> 'ingetrokken'
    WHERE c.dag >= %(van)s AND c.dag < %(tot)s AND c.status = 'geregistreerd'
    GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10
"""  # noqa: S608 - our own constants only

HULPVRAGEN = Bron(
    code="hulpvragen",
    dimensies=_DIMENSIES,
    tellingen=_TELLINGEN,
    sql=rolled_up(_SQL, _DIMENSIES, _TELLINGEN),
    maten=(
        Maat(
            code="hulpvragen",
            naam="Geregistreerde hulpvragen",
            opgave=OPGAVE_1,
            soort=Indicatorsoort.PRESTATIE,
            eenheid="aantal",
            richting=Richting.NEUTRAAL,
            definitie=(
                "Het aantal vragen dat inwoners stelden, op welke vindplaats en langs welk "
                "kanaal ook. Een contact kan meer dan een vraag hebben; elke vraag telt. Een "
                "ingetrokken contact telt niet. Wijk, gemeente en leeftijd zijn die van de dag "
                "van het contact: wie verhuist verandert de cijfers van vroeger niet."
            ),
            teller="aantal",
            teller_tekst="alle vragen van contacten die niet zijn ingetrokken",
            telt_op="de dag van het contact",
            volgorde=1,
        ),
    ),
)
