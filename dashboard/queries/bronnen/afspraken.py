"""General provisions against maatwerk: on which step of the ladder help is agreed (BP 2.1).

Counted: afspraken of plans on the step `algemeen` or `maatwerk`, except those that lapsed.
What people do themselves or with their network is not in it: no provision is used.
Counted on: the day the afspraak was made, in Amsterdam.
"""

from dashboard.enums import Dimensie, Indicatorsoort, Richting
from dashboard.queries.bronnen.basis import OPGAVE_3, Bron, Maat, rolled_up

_DIMENSIES = (Dimensie.WET,)
_TELLINGEN = ("aantal", "algemeen", "maatwerk")
_SQL = """
    SELECT (a.gemaakt_op AT TIME ZONE 'Europe/Amsterdam')::date AS dag,
           coalesce(a.wet_id, 'geen') AS wet,
           count(*) AS aantal,
           count(*) FILTER (WHERE a.trede = 'algemeen') AS algemeen,
           count(*) FILTER (WHERE a.trede = 'maatwerk') AS maatwerk
    FROM plannen_afspraak a
    WHERE a.gemaakt_op >= %(van)s::date::timestamp AT TIME ZONE 'Europe/Amsterdam'
      AND a.gemaakt_op < %(tot)s::date::timestamp AT TIME ZONE 'Europe/Amsterdam'
      AND a.trede IN ('algemeen', 'maatwerk') AND a.status <> 'vervallen'
    GROUP BY 1, 2
"""

AFSPRAKEN = Bron(
    code="afspraken",
    dimensies=_DIMENSIES,
    tellingen=_TELLINGEN,
    sql=rolled_up(_SQL, _DIMENSIES, _TELLINGEN),
    maten=(
        Maat(
            code="algemene-voorziening",
            naam="Algemene voorziening in plaats van maatwerk",
            opgave=OPGAVE_3,
            soort=Indicatorsoort.EFFECT,
            eenheid="%",
            richting=Richting.HOGER,
            definitie=(
                "Het deel van de afspraken over een voorziening dat een algemene voorziening "
                "gebruikt, en dus geen maatwerk. Afspraken die mensen zelf of met hun netwerk "
                "doen tellen hier niet mee, en vervallen afspraken ook niet."
            ),
            teller="algemeen",
            teller_tekst="afspraken met een algemene voorziening",
            noemer="aantal",
            noemer_tekst="afspraken met een algemene of een maatwerkvoorziening",
            telt_op="de dag waarop de afspraak is gemaakt",
            volgorde=9,
        ),
    ),
)
