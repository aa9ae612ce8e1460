"""Was the resident content with how the question was taken up (opgave 1, indicator; BP 5.1).

Counted: every answer to the short question afterwards. It is kept without name, contact or
day, so a figure cannot lead back to anybody; groups under ten are not shown either.
Content: the answer "goed" to the question how somebody was helped.
Counted on: the month of the contact.
"""

from dashboard.enums import Dimensie, Indicatorsoort, Richting
from dashboard.queries.bronnen.basis import OPGAVE_1, Bron, Maat, rolled_up

_DIMENSIES = (Dimensie.VINDPLAATS, Dimensie.KANAAL)
_TELLINGEN = (
    "aantal",
    "tevreden",
    "niet_tevreden",
    "over_luisteren",
    "niet_over_luisteren",
    "geluisterd",
    "niet_geluisterd",
)
_SQL = """
    SELECT w.maand AS dag,
           w.vindplaats_id AS vindplaats,
           w.kanaal_id AS kanaal,
           count(*) AS aantal,
           count(*) FILTER (WHERE w.oordeel = 'goed') AS tevreden,
           count(*) FILTER (WHERE w.oordeel <> 'goed') AS niet_tevreden,
           count(w.geluisterd) AS over_luisteren,
           count(*) - count(w.geluisterd) AS niet_over_luisteren,
           count(*) FILTER (WHERE w.geluisterd) AS geluisterd,
           count(*) FILTER (WHERE NOT w.geluisterd) AS niet_geluisterd
    FROM toegang_waardering w
    WHERE w.maand >= %(van)s AND w.maand < %(tot)s
    GROUP BY 1, 2, 3
"""

WAARDERINGEN = Bron(
    code="waarderingen",
    dimensies=_DIMENSIES,
    tellingen=_TELLINGEN,
    sql=rolled_up(_SQL, _DIMENSIES, _TELLINGEN),
    maten=(
        Maat(
            code="tevreden",
            naam="Tevreden over hoe de vraag is opgepakt",
            opgave=OPGAVE_1,
            soort=Indicatorsoort.EFFECT,
            eenheid="%",
            richting=Richting.HOGER,
            definitie=(
                "Het deel van de inwoners dat achteraf zegt goed te zijn geholpen. Inwoners "
                "antwoorden zelf met een code, of zeggen het tegen een medewerker. Het antwoord "
                "wordt bewaard zonder naam, contact of dag."
            ),
            teller="tevreden",
            teller_tekst="waarderingen met het antwoord goed",
            noemer="aantal",
            noemer_tekst="alle waarderingen",
            telt_op="de maand van het contact",
            volgorde=9,
        ),
        Maat(
            code="goed-geluisterd",
            naam="Er is goed geluisterd",
            opgave=OPGAVE_1,
            soort=Indicatorsoort.EFFECT,
            eenheid="%",
            richting=Richting.HOGER,
            definitie=(
                "Het deel van de inwoners dat achteraf zegt dat er goed naar hen is geluisterd. "
                "Wie deze vraag oversloeg, telt niet mee."
            ),
            teller="geluisterd",
            teller_tekst="waarderingen met ja op de vraag of er goed is geluisterd",
            noemer="over_luisteren",
            noemer_tekst="waarderingen met een antwoord op die vraag",
            telt_op="de maand van het contact",
            volgorde=10,
        ),
        Maat(
            code="waarderingen",
            naam="Waarderingen",
            opgave=OPGAVE_1,
            soort=Indicatorsoort.PRESTATIE,
            eenheid="aantal",
            richting=Richting.NEUTRAAL,
            definitie="Het aantal keren dat een inwoner achteraf zei hoe het ging.",
            teller="aantal",
            teller_tekst="alle waarderingen",
            telt_op="de maand van het contact",
            volgorde=11,
        ),
    ),
)
