"""Documents to test with, and reading back what a PDF says."""

import datetime as dt
import io
import re

from pypdf import PdfReader

from hengelo_sociaal.papier.document import (
    Adres,
    Alinea,
    Document,
    Feiten,
    Handtekening,
    Handtekeningen,
    Kop,
    Lijst,
    Streep,
    Tabel,
    Toon,
    Vet,
    alinea,
)

DAG = dt.date(2026, 11, 22)
ALLES = (
    alinea("In dit plan staat wat u wilt bereiken.", toon=Toon.INLEIDING),
    Adres(("Mw. J. Jansen", "Beekstraat 10", "7551 AB Hengelo")),
    Feiten((("Ons kenmerk", "PL-2026-1"), ("Datum", "22 november 2026"))),
    Kop("Wat u het belangrijkst vindt"),
    alinea("Rust in huis.", toon=Toon.CITAAT),
    Kop("Doel 1. Overzicht over mijn geld"),
    Kop("Wat we afspreken", niveau=3),
    Tabel(
        "Afspraken bij doel 1",
        ("Dit spreken we af", "Wie doet het"),
        (("Brieven samen openen", "Wijkracht"), ("Regeling treffen", "Stadsbank")),
    ),
    Lijst(("Een punt", "Nog een punt")),
    Lijst(("Eerst dit", "Dan dat"), genummerd=True),
    alinea("U kunt bellen met ", Vet("Anna de Boer"), "."),
    alinea("Let op de datum.", toon=Toon.LET_OP),
    alinea("Doel van het huishouden", toon=Toon.ZACHT),
    Streep(),
    Handtekeningen(
        (
            Handtekening("Jolanda Jansen"),
            Handtekening("Sem Jansen", lijnen=(((10, 20), (30, 40)), ((5, 5),))),
        )
    ),
    alinea("Vingerafdruk: abc", toon=Toon.VOET),
)


def een_document(*blokken, **extra) -> Document:
    """A document with everything in it, or with these blocks."""
    values = {
        "titel": "Het plan van huishouden Jansen",
        "organisatie": "Gemeente Hengelo",
        "datum": DAG,
        "blokken": blokken or ALLES,
        "kenmerk": "PL-2026-1",
    }
    return Document(**(values | extra))


def met_tekst(tekst: str) -> Document:
    """A document of which one paragraph is this text."""
    return een_document(Alinea((tekst,)))


def lees(pdf: bytes) -> PdfReader:
    return PdfReader(io.BytesIO(pdf))


def tekst_van(pdf: bytes) -> str:
    """All text of a PDF, page after page."""
    return "\n".join(page.extract_text() for page in lees(pdf).pages)


def kaal(tekst: str) -> str:
    """A text without what setting it on lines changes: spaces, hyphens, places to break."""
    return re.sub(r"[\s\u00ad\u200b\u2010-]+", "", tekst)
