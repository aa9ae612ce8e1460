"""Contacts: how many, how many by telephone, and how many ended in information and advice.

Counted: every contact that was not withdrawn, once, however many questions it has.
Counted on: the day of the contact.
Information and advice: contacts of which every question ended so (contract.md, Counting
rules; about 60 % of the contacts of the Zorgloket, BP).
"""

from dashboard.enums import Dimensie, Indicatorsoort, Richting
from dashboard.queries.bronnen.basis import OPGAVE_1, WIJK_SQL, Bron, Maat, rolled_up

_DIMENSIES = (
    Dimensie.VINDPLAATS,
    Dimensie.KANAAL,
    Dimensie.WIJK,
    Dimensie.GEMEENTE,
    Dimensie.LEEFTIJDSGROEP,
)
_TELLINGEN = ("aantal", "telefoon", "niet_telefoon", "informatie", "niet_informatie")
_SQL = f"""
    SELECT v.dag, v.vindplaats, v.kanaal, v.wijk, v.gemeente, v.leeftijdsgroep,
           count(*) AS aantal,
           count(*) FILTER (WHERE v.kanaal = 'telefoon') AS telefoon,
           count(*) FILTER (WHERE v.kanaal <> 'telefoon') AS niet_telefoon,
           count(*) FILTER (WHERE v.informatie) AS informatie,
           count(*) FILTER (WHERE NOT v.informatie) AS niet_informatie
    FROM (
        SELECT c.dag,
               c.vindplaats_id AS vindplaats,
               c.kanaal_id AS kanaal,
               {WIJK_SQL} AS wijk,
               c.gemeente,
               c.leeftijdsgroep,
               bool_and(u.telt_als_informatie_en_advies) AS informatie
        FROM toegang_contact c
        JOIN toegang_hulpvraag h ON h.contact_id = c.id
        JOIN toegang_uitkomst u ON u.code = h.uitkomst_id
        WHERE c.dag >= %(van)s AND c.dag < %(tot)s AND c.status = 'geregistreerd'
        GROUP BY c.id
    ) v
    GROUP BY 1, 2, 3, 4, 5, 6
"""  # noqa: S608 - our own constants only

CONTACTEN = Bron(
    code="contacten",
    dimensies=_DIMENSIES,
    tellingen=_TELLINGEN,
    sql=rolled_up(_SQL, _DIMENSIES, _TELLINGEN),
    maten=(
        Maat(
            code="contacten",
            naam="Contacten",
            opgave=OPGAVE_1,
            soort=Indicatorsoort.PRESTATIE,
            eenheid="aantal",
            richting=Richting.NEUTRAAL,
            definitie=(
                "Het aantal keren dat iemand contact had met een vindplaats. Een contact telt "
                "een keer, ook met meer vragen. Een ingetrokken contact telt niet."
            ),
            teller="aantal",
            teller_tekst="alle contacten die niet zijn ingetrokken",
            telt_op="de dag van het contact",
            volgorde=2,
        ),
        Maat(
            code="informatie-en-advies",
            naam="Opgelost met informatie en advies",
            opgave=OPGAVE_1,
            soort=Indicatorsoort.EFFECT,
            eenheid="%",
            richting=Richting.HOGER,
            definitie=(
                "Het deel van de contacten waarbij informatie en advies genoeg was. Een contact "
                "telt alleen mee als elke vraag van dat contact zo eindigde. Een vraag die nog "
                "open staat telt niet als opgelost."
            ),
            teller="informatie",
            teller_tekst="contacten waarvan elke vraag eindigde met informatie en advies",
            noemer="aantal",
            noemer_tekst="alle contacten die niet zijn ingetrokken",
            telt_op="de dag van het contact",
            volgorde=3,
        ),
        Maat(
            code="telefonisch",
            naam="Contact per telefoon",
            opgave=OPGAVE_1,
            soort=Indicatorsoort.PRESTATIE,
            eenheid="%",
            richting=Richting.NEUTRAAL,
            definitie="Het deel van de contacten dat per telefoon ging.",
            teller="telefoon",
            teller_tekst="contacten per telefoon",
            noemer="aantal",
            noemer_tekst="alle contacten die niet zijn ingetrokken",
            telt_op="de dag van het contact",
            volgorde=4,
        ),
    ),
)
