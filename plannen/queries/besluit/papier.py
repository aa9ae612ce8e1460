"""What the letter of a besluit fills in, per field and part of its text (`documentsoorten`)."""

from collections.abc import Iterator

from hengelo_sociaal.kern.gemeente import without_gemeente
from hengelo_sociaal.papier.document import Adres, Blok, Feiten, Kop, alinea
from hengelo_sociaal.papier.soorten import Invulling
from hengelo_sociaal.web.opmaak import datum
from plannen.queries.besluit.brief import Brief

LATER = "U hebt zes weken de tijd, vanaf de dag nadat wij deze brief versturen."
CONCEPT = "concept, nog niet verzonden"


def kind_of(brief: Brief) -> str:
    """Which text the letter has: after an objection it leads to the court."""
    return "besluit-na-bezwaar" if brief.beroep else "besluit"


def filled_letter(brief: Brief) -> Invulling:
    """The letter for the text that `beheer` keeps."""
    remedy = "beroep" if brief.beroep else "bezwaar"
    signer = f"{brief.ondertekenaar}, {brief.functie}" if brief.functie else brief.ondertekenaar
    return Invulling(
        velden={
            "onderwerp": brief.onderwerp,
            "kenmerk": brief.kenmerk,
            "aanhef": brief.aanhef,
            f"{remedy}_tot": datum(brief.bezwaar_tot),
            f"{remedy}_later": "" if brief.bezwaar_tot else LATER,
            "gemeente": without_gemeente(brief.afzender),
            "ondertekenaar": signer,
        },
        onderdelen={"adres": _address(brief), "besluit": tuple(_blocks(brief))},
    )


def _address(brief: Brief) -> tuple[Blok, ...]:
    sent = datum(brief.datum) if brief.datum else CONCEPT
    return (Adres(brief.aan), Feiten((("Datum", sent), ("Ons kenmerk", brief.kenmerk))))


def _blocks(brief: Brief) -> Iterator[Blok]:
    for deel in brief.delen:
        yield Kop(deel.kop)
        yield from (alinea(text) for text in deel.alineas if text)
        if deel.feiten:
            yield Feiten(deel.feiten)
