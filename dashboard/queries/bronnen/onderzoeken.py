"""Wmo-onderzoeken within their legal term of six weeks (Wmo 2015 article 2.3.2 lid 1).

Counted: terms of the onderzoek that were met, or whose last day has passed.
Counted on: the day a term is met in time, or its last day when it was not; so a figure of
last month never waits for an onderzoek that is still running. A nightly job marks the terms
whose last day has passed. A term that is no longer needed does not count.
In time: measured against the last day of the law, not against a promise.
"""

from dashboard.enums import Dimensie, Indicatorsoort, Richting
from dashboard.queries.bronnen.basis import OPGAVE_1, WIJK_SQL, Bron, Maat, rolled_up

_DIMENSIES = (
    Dimensie.VINDPLAATS,
    Dimensie.WIJK,
    Dimensie.GEMEENTE,
    Dimensie.LEEFTIJDSGROEP,
)
_TELLINGEN = ("aantal", "op_tijd", "te_laat")
_SQL = f"""
    SELECT CASE t.status WHEN 'gehaald' THEN t.gehaald_op ELSE t.einddatum END AS dag,
           c.vindplaats_id AS vindplaats,
           {WIJK_SQL} AS wijk,
           c.gemeente,
           c.leeftijdsgroep,
           count(*) AS aantal,
           count(*) FILTER (WHERE t.status = 'gehaald') AS op_tijd,
           count(*) FILTER (WHERE t.status = 'verlopen') AS te_laat
    FROM termijnen_termijn t
    JOIN termijnen_termijnregel r ON r.id = t.regel_id AND r.code = 'wmo_onderzoek'
    JOIN toegang_meldingtermijn mt ON mt.termijn_id = t.id
    JOIN toegang_melding m ON m.id = mt.melding_id AND m.status <> 'ingetrokken'
    JOIN toegang_hulpvraag h ON h.id = m.hulpvraag_id
    JOIN toegang_contact c ON c.id = h.contact_id
    WHERE (t.status = 'gehaald' AND t.gehaald_op >= %(van)s AND t.gehaald_op < %(tot)s)
       OR (t.status = 'verlopen' AND t.einddatum >= %(van)s AND t.einddatum < %(tot)s)
    GROUP BY 1, 2, 3, 4, 5
"""  # noqa: S608 - our own constants only

ONDERZOEKEN = Bron(
    code="onderzoeken",
    dimensies=_DIMENSIES,
    tellingen=_TELLINGEN,
    sql=rolled_up(_SQL, _DIMENSIES, _TELLINGEN),
    maten=(
        Maat(
            code="onderzoek-op-tijd",
            naam="Onderzoek binnen de termijn",
            opgave=OPGAVE_1,
            soort=Indicatorsoort.PRESTATIE,
            eenheid="%",
            richting=Richting.HOGER,
            definitie=(
                "Het deel van de onderzoeken Wmo dat klaar was binnen de wettelijke termijn van "
                "zes weken. Een onderzoek telt op de dag waarop het op tijd klaar was, en anders "
                "op de laatste dag van de termijn. Een termijn die niet meer nodig is telt niet."
            ),
            teller="op_tijd",
            teller_tekst="onderzoeken die klaar waren op of voor de laatste dag",
            noemer="aantal",
            noemer_tekst="onderzoeken die klaar waren, of waarvan de laatste dag voorbij is",
            telt_op="de dag waarop het op tijd klaar was, anders de laatste dag van de termijn",
            volgorde=6,
        ),
    ),
)
