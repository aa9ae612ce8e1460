"""What the letters about an objection say, apart from the text around it (level B1).

Every letter goes to whoever objects: to a representative when there is one (Awb 6:17).
"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import Any

from hengelo_sociaal.kern.gemeente import without_gemeente
from hengelo_sociaal.kern.tijd import AMSTERDAM
from hengelo_sociaal.papier.document import Adres, Blok, Feiten, Kop, alinea
from hengelo_sociaal.papier.soorten import Invulling
from hengelo_sociaal.web.opmaak import datum, geld, tijd
from plannen.enums import Bezwaarbriefsoort, Bezwaaruitkomst, Hoorwijze, Indiener
from plannen.models import Bezwaar
from plannen.queries.besluit.brief import Deel, addressed_to, parts_from_json, salutation

STUKKEN_TOT = dt.timedelta(days=10)  # Awb 7:4 lid 1: until ten days before hearing
INZAGE = dt.timedelta(days=7)  # Awb 7:4 lid 2: to be read for a week before hearing


@dataclass(frozen=True)
class Bezwaarbriefinhoud:
    """To whom, the words for the fields of the text, and the parts of a decision."""

    aan: tuple[str, ...]
    velden: dict[str, str]
    delen: tuple[Deel, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """As it is kept with the objection."""
        return asdict(self)

    @classmethod
    def from_json(cls, kept: dict[str, Any]) -> "Bezwaarbriefinhoud":
        """A kept letter, as it was sent."""
        return cls(tuple(kept["aan"]), dict(kept["velden"]), parts_from_json(kept["delen"]))


def letter_about(
    bezwaar: Bezwaar, soort: str, *, op: dt.date, afzender: str, ondertekenaar: str
) -> Bezwaarbriefinhoud:
    """The letter of a kind about an objection, as it stands on the day it is sent."""
    besluit = bezwaar.besluit
    velden = {
        "kenmerk": bezwaar.nummer,
        "aanhef": f"Geachte {_salutation(bezwaar, op)},",
        "besluit": besluit.nummer,
        "besluit_van": datum(besluit.bekendgemaakt_op),
        "waarover": besluit.gevraagd,
        "ontvangen_op": datum(bezwaar.ontvangen_op),
        "beslissen_voor": datum(bezwaar.beslistermijn.einddatum),
        "gemeente": without_gemeente(afzender),
        "ondertekenaar": ondertekenaar,
    }
    decides = soort == Bezwaarbriefsoort.BESLISSING
    return Bezwaarbriefinhoud(
        aan=_addressed_to(bezwaar, op),
        velden=velden | dict(_more(bezwaar, soort, op)),
        delen=tuple(_decision(bezwaar)) if decides else (),
    )


def filled_objection_letter(inhoud: Bezwaarbriefinhoud, *, op: dt.date) -> Invulling:
    """The letter for the text that `beheer` keeps."""
    reference = Feiten((("Datum", datum(op)), ("Ons kenmerk", inhoud.velden["kenmerk"])))
    return Invulling(
        velden=inhoud.velden,
        onderdelen={
            "adres": (Adres(inhoud.aan), reference),
            "beslissing": tuple(_blocks(inhoud.delen)),
        },
    )


def _blocks(delen: tuple[Deel, ...]) -> Iterator[Blok]:
    for deel in delen:
        yield Kop(deel.kop)
        yield from (alinea(text) for text in deel.alineas if text)
        if deel.feiten:
            yield Feiten(deel.feiten)


def _own(bezwaar: Bezwaar) -> bool:
    return bezwaar.indiener == Indiener.INWONER


def _addressed_to(bezwaar: Bezwaar, op: dt.date) -> tuple[str, ...]:
    if _own(bezwaar):
        return addressed_to(bezwaar.besluit, op)
    lines = bezwaar.indiener_adres.replace("\r", "").split("\n")
    return tuple(line.strip() for line in (bezwaar.indiener_naam, *lines) if line.strip())


def _salutation(bezwaar: Bezwaar, op: dt.date) -> str:
    return salutation(bezwaar.besluit, op) if _own(bezwaar) else bezwaar.indiener_naam


def _more(bezwaar: Bezwaar, soort: str, op: dt.date) -> Iterator[tuple[str, str]]:
    """The fields that only one kind of letter has."""
    if soort == Bezwaarbriefsoort.ONTVANGST:
        yield "te_laat", "" if bezwaar.op_tijd else datum(bezwaar.ontvangen_op)
    elif soort == Bezwaarbriefsoort.AANVULLEN:
        yield "aanvullen_tot", datum(bezwaar.hersteltermijn_tot)
    elif soort == Bezwaarbriefsoort.UITNODIGING and bezwaar.hoorzitting_op:
        moment = bezwaar.hoorzitting_op.astimezone(AMSTERDAM)
        papers, day = moment.date() - STUKKEN_TOT, moment.date() - INZAGE
        yield "hoorzitting_op", f"{datum(moment)} om {tijd(moment)}"
        yield "stukken_tot", datum(papers) if papers > op else ""
        yield "inzage_vanaf", datum(max(day, op))
    elif soort == Bezwaarbriefsoort.BESLISSING:
        term = bezwaar.beroepstermijn
        yield "onderwerp", _subject(bezwaar)
        yield "beroep_tot", datum(term.einddatum if term else None)


def _subject(bezwaar: Bezwaar) -> str:
    return {
        Bezwaaruitkomst.GEGROND: "U krijgt gelijk met uw bezwaar",
        Bezwaaruitkomst.DEELS: "U krijgt voor een deel gelijk met uw bezwaar",
        Bezwaaruitkomst.ONGEGROND: "U krijgt geen gelijk met uw bezwaar",
        Bezwaaruitkomst.NIET_ONTVANKELIJK: "Wij kunnen uw bezwaar niet behandelen",
    }[Bezwaaruitkomst(str(bezwaar.uitkomst))]


def _decision(bezwaar: Bezwaar) -> Iterator[Deel]:
    """What is decided and why (Awb 7:11 and 7:12), and what it means."""
    yield Deel("Wat beslissen wij?", tuple(_verdict(bezwaar)))
    if bezwaar.gronden:
        yield Deel("Wat vindt u zelf?", (bezwaar.gronden,))
    yield Deel("Hebben wij met u gepraat?", tuple(_hearing(bezwaar)))
    yield Deel("Waarom beslissen wij dit?", tuple(_why(bezwaar)))
    if bezwaar.kosten_gevraagd:
        yield Deel("Vergoeden wij uw kosten?", tuple(_costs(bezwaar)))


def _verdict(bezwaar: Bezwaar) -> Iterator[str]:
    nummer = bezwaar.besluit.nummer
    yield {
        Bezwaaruitkomst.GEGROND: "U krijgt gelijk. Uw bezwaar is gegrond.",
        Bezwaaruitkomst.DEELS: "U krijgt voor een deel gelijk. Uw bezwaar is deels gegrond.",
        Bezwaaruitkomst.ONGEGROND: "U krijgt geen gelijk. Uw bezwaar is ongegrond.",
        Bezwaaruitkomst.NIET_ONTVANKELIJK: (
            "Wij kunnen uw bezwaar niet behandelen. Uw bezwaar is niet-ontvankelijk."
        ),
    }[Bezwaaruitkomst(str(bezwaar.uitkomst))]
    if Bezwaaruitkomst(str(bezwaar.uitkomst)).heroverwogen:
        yield f"Wij veranderen ons besluit {nummer}."
        yield "Het nieuwe besluit krijgt u in een aparte brief."
    else:
        yield f"Ons besluit {nummer} blijft zoals het is."


def _hearing(bezwaar: Bezwaar) -> Iterator[str]:
    """That there was a hearing, or on which ground there was none (Awb 7:12 lid 1)."""
    planned = bezwaar.hoorzitting_op
    when = f" op {datum(planned.astimezone(AMSTERDAM))}" if planned else ""
    yield {
        Hoorwijze.GEHOORD: (
            f"Ja. U vertelde{when} waarom u het niet eens bent met ons besluit. Het verslag van "
            "dat gesprek sturen wij mee."
        ),
        Hoorwijze.ZIET_AF: "Nee. U liet ons weten dat u geen gesprek wilde.",
        Hoorwijze.KENNELIJK_NO: (
            "Nee. Het was meteen duidelijk dat wij uw bezwaar niet kunnen behandelen. Dan is een "
            "gesprek niet verplicht (Awb artikel 7:3)."
        ),
        Hoorwijze.KENNELIJK_ONGEGROND: (
            "Nee. Uit uw brief was meteen duidelijk dat u geen gelijk krijgt. Dan is een gesprek "
            "niet verplicht (Awb artikel 7:3)."
        ),
        Hoorwijze.TEGEMOET: "Nee. Dat was niet nodig, want u krijgt helemaal gelijk.",
        None: (
            "Nee. U gaf de redenen van uw bezwaar niet op tijd. Dan is een gesprek niet verplicht "
            "(Awb artikel 7:3)."
        ),
    }[Hoorwijze(bezwaar.gehoord) if bezwaar.gehoord else None]
    if bezwaar.commissie:
        yield "Een onafhankelijke commissie gaf ons advies. Dat advies sturen wij mee."


def _why(bezwaar: Bezwaar) -> Iterator[str]:
    if not bezwaar.op_tijd:
        yield f"Uw bezwaar kwam te laat: op {datum(bezwaar.ontvangen_op)}."
        if bezwaar.verschoonbaar:
            yield f"U had daar een goede reden voor: {bezwaar.verschoonbaar_reden}"
    yield bezwaar.motivering


def _costs(bezwaar: Bezwaar) -> Iterator[str]:
    if bezwaar.kosten_cent:
        yield f"Ja. U krijgt {geld(bezwaar.kosten_cent)} voor de kosten van uw bezwaar."
    else:
        yield "Nee. U krijgt geen geld voor de kosten van uw bezwaar."
    yield bezwaar.kosten_uitleg
    yield "Dit staat in de wet: Awb artikel 7:15."
