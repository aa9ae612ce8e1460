"""The letter of a besluit as a document: the same on the page and as PDF."""

import datetime as dt

from hengelo_sociaal.papier.document import (
    Adres,
    Blok,
    Document,
    Feiten,
    Kop,
    Toon,
    alinea,
)
from hengelo_sociaal.web.opmaak import datum
from plannen.queries.besluit.brief import Brief


def as_document(brief: Brief, *, op: dt.date) -> Document:
    """The letter on paper; dated the day it was sent, or `op` while it is a draft."""
    day = brief.datum or op
    blocks: list[Blok] = [Adres(brief.aan)]
    sent = datum(day) if brief.datum else "concept, nog niet verzonden"
    blocks.append(Feiten((("Datum", sent), ("Ons kenmerk", brief.kenmerk))))
    blocks.append(alinea(brief.aanhef))
    for deel in brief.delen:
        blocks.append(Kop(deel.kop))
        blocks += [alinea(text) for text in deel.alineas if text]
        if deel.feiten:
            blocks.append(Feiten(deel.feiten))
    blocks.append(alinea("Met vriendelijke groet,"))
    blocks.append(alinea(f"namens burgemeester en wethouders van {_gemeente(brief.afzender)},"))
    blocks.append(alinea(brief.ondertekenaar))
    if brief.functie:
        blocks.append(alinea(brief.functie, toon=Toon.ZACHT))
    return Document(
        titel=brief.onderwerp,
        organisatie=brief.afzender,
        datum=day,
        blokken=tuple(blocks),
        kenmerk=brief.kenmerk,
    )


def _gemeente(afzender: str) -> str:
    return afzender.removeprefix("Gemeente ").strip()
