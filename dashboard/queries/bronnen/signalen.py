"""Early signals of debts: was help offered in time, and did it lead to help (Wgs 3 lid 1).

Counted: every case, the signals at one address that were followed up together; what was
made anonymous afterwards keeps counting.
In time: help was offered on or before the last day of the term. Cases whose term still
runs, or lapsed because the case was closed before, do not count for it.
Helped: the case ended with help, new or already there. Signals that were wrong do not count.
Counted on: the day of the first signal; the figure of a month rises as cases are followed up.
"""

from dashboard.enums import Dimensie, Indicatorsoort, Richting
from dashboard.queries.bronnen.basis import OPGAVE_1, Bron, Maat, rolled_up

# An address is not kept for long, so that no wijk would be the same a year later.
_DIMENSIES = (Dimensie.WET,)
_TELLINGEN = (
    "aantal",
    "beoordeeld",
    "niet_beoordeeld",
    "op_tijd",
    "niet_op_tijd",
    "afgesloten",
    "niet_afgesloten",
    "geholpen",
    "niet_geholpen",
)
_SQL = """
    SELECT v.dag,
           'wgs' AS wet,
           count(*) AS aantal,
           count(*) FILTER (WHERE v.beoordeeld) AS beoordeeld,
           count(*) FILTER (WHERE NOT v.beoordeeld) AS niet_beoordeeld,
           count(*) FILTER (WHERE v.beoordeeld AND v.op_tijd) AS op_tijd,
           count(*) FILTER (WHERE v.beoordeeld AND NOT v.op_tijd) AS niet_op_tijd,
           count(*) FILTER (WHERE v.afgesloten) AS afgesloten,
           count(*) FILTER (WHERE NOT v.afgesloten) AS niet_afgesloten,
           count(*) FILTER (WHERE v.afgesloten AND v.geholpen) AS geholpen,
           count(*) FILTER (WHERE v.afgesloten AND NOT v.geholpen) AS niet_geholpen
    FROM (
        SELECT z.ontvangen_op AS dag,
               t.status IN ('gehaald', 'verlopen') AS beoordeeld,
               coalesce(t.gehaald_op <= t.einddatum, false) AS op_tijd,
               z.status = 'afgesloten' AND z.uitkomst <> 'onterecht' AS afgesloten,
               z.uitkomst IN ('aanvaard', 'al-hulp') AS geholpen
        FROM toegang_signaalzaak z
        JOIN termijnen_termijn t ON t.id = z.termijn_id
        WHERE z.ontvangen_op >= %(van)s AND z.ontvangen_op < %(tot)s
    ) v
    GROUP BY 1, 2
"""

SIGNALEN = Bron(
    code="signalen",
    dimensies=_DIMENSIES,
    tellingen=_TELLINGEN,
    sql=rolled_up(_SQL, _DIMENSIES, _TELLINGEN),
    maten=(
        Maat(
            code="signalen-op-tijd",
            naam="Op tijd hulp aangeboden na een signaal",
            opgave=OPGAVE_1,
            soort=Indicatorsoort.PRESTATIE,
            eenheid="%",
            richting=Richting.HOGER,
            definitie=(
                "Het deel van de signalen over schulden waarbij wij binnen de termijn hulp "
                "aanboden. Signalen op hetzelfde adres tellen samen als een. Loopt de termijn nog, "
                "dan telt het signaal nog niet mee."
            ),
            teller="op_tijd",
            teller_tekst="zaken uit de noemer met een aanbod op of voor de laatste dag",
            noemer="beoordeeld",
            noemer_tekst="zaken waarvan de termijn is gehaald of verlopen",
            telt_op="de dag van het eerste signaal",
            volgorde=12,
        ),
        Maat(
            code="signalen-geholpen",
            naam="Hulp na een signaal over schulden",
            opgave=OPGAVE_1,
            soort=Indicatorsoort.EFFECT,
            eenheid="%",
            richting=Richting.HOGER,
            definitie=(
                "Het deel van de afgesloten signalen waarbij iemand hulp wilde of al hulp had. "
                "Een signaal dat niet klopte, telt niet mee."
            ),
            teller="geholpen",
            teller_tekst="afgesloten zaken met hulp, nieuw of al aanwezig",
            noemer="afgesloten",
            noemer_tekst="afgesloten zaken, zonder signalen die niet klopten",
            telt_op="de dag van het eerste signaal",
            volgorde=13,
        ),
        Maat(
            code="signalen",
            naam="Signalen over schulden",
            opgave=OPGAVE_1,
            soort=Indicatorsoort.PRESTATIE,
            eenheid="aantal",
            richting=Richting.NEUTRAAL,
            definitie=(
                "Het aantal adressen waarover een signaal over schulden kwam. Signalen op "
                "hetzelfde adres die samen zijn opgevolgd, tellen als een."
            ),
            teller="aantal",
            teller_tekst="alle zaken met signalen",
            telt_op="de dag van het eerste signaal",
            volgorde=14,
        ),
    ),
)
