"""The letter of a besluit: what it says, apart from how it looks (Awb 3:41 and 3:46, level B1).

`letter_of` is pure: everything it needs is on the besluit. Paper and screen draw the same
`Brief`; what was sent is kept with the besluit.
"""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from typing import Any

from hengelo_sociaal.kern.tijd import leeftijd_op
from hengelo_sociaal.web.opmaak import datum, geld
from plannen.enums import Besluitsoort, Leveringsvorm
from plannen.models import Besluit
from toegang.queries.brieven import address_lines


@dataclass(frozen=True)
class Deel:
    """A heading with paragraphs, and facts as label and value."""

    kop: str
    alineas: tuple[str, ...] = ()
    feiten: tuple[tuple[str, str], ...] = ()


def parts_from_json(kept: Iterable[dict[str, Any]]) -> tuple[Deel, ...]:
    """The parts of a kept letter."""
    return tuple(
        Deel(one["kop"], tuple(one["alineas"]), tuple((a, b) for a, b in one["feiten"]))
        for one in kept
    )


@dataclass(frozen=True)
class Brief:
    """What a letter says that follows from the besluit; the text around it is the template's.

    `datum` is the day it is sent and `bezwaar_tot` the last day to object, None as long as
    it is a draft. With `beroep` that day is the last to go to court, for who objected before.
    """

    afzender: str
    aan: tuple[str, ...]
    kenmerk: str
    datum: dt.date | None
    onderwerp: str
    aanhef: str
    delen: tuple[Deel, ...]
    ondertekenaar: str
    functie: str = ""
    bezwaar_tot: dt.date | None = None
    beroep: bool = False

    def as_json(self) -> dict[str, Any]:
        """The letter as it is kept with the besluit."""
        return asdict(self)

    @classmethod
    def from_json(cls, kept: dict[str, Any]) -> "Brief":
        """A kept letter, as it was sent."""
        values = {
            "datum": _as_day(kept["datum"]),
            "bezwaar_tot": _as_day(kept["bezwaar_tot"]),
            "delen": parts_from_json(kept["delen"]),
            "aan": tuple(kept["aan"]),
        }
        return cls(**{**kept, **values})


def letter_of(
    besluit: Besluit,
    *,
    op: dt.date,
    afzender: str,
    bezwaar_tot: dt.date | None,
    bijdrage_cent: int | None,
    verzonden: bool,
    beroep: bool = False,
) -> Brief:
    """The letter of a besluit on a day, for the resident or for the parents of a child."""
    signer = besluit.genomen_door
    return Brief(
        afzender=afzender,
        aan=addressed_to(besluit, op),
        kenmerk=besluit.nummer,
        datum=op if verzonden else None,
        onderwerp=f"{_subject(besluit)}: {besluit.gevraagd}",
        aanhef=f"Geachte {salutation(besluit, op)},",
        delen=tuple(_parts(besluit, bijdrage_cent)),
        ondertekenaar=signer.naam if signer else "(wie het besluit neemt)",
        functie=signer.functie if signer else "",
        bezwaar_tot=bezwaar_tot,
        beroep=beroep,
    )


def _as_day(kept: dt.date | str | None) -> dt.date | None:
    return dt.date.fromisoformat(kept) if isinstance(kept, str) else kept


def _is_child(besluit: Besluit, op: dt.date) -> bool:
    born = besluit.inwoner.geboortedatum
    return born is not None and leeftijd_op(born, op) < 16


def addressed_to(besluit: Besluit, op: dt.date) -> tuple[str, ...]:
    """The lines of the address: the resident, or the parents of a child under 16.

    The name alone when the address is secret: such a letter is handed over, not sent.
    """
    name = besluit.inwoner.naam
    who = f"Aan de ouders of voogd van {name}" if _is_child(besluit, op) else name
    return address_lines(who, besluit.huishouden)


def salutation(besluit: Besluit, op: dt.date) -> str:
    """How a letter to them begins, after "Geachte"."""
    person = besluit.inwoner
    if _is_child(besluit, op):
        return f"ouders of voogd van {person.naam}"
    title = {"vrouw": "mevrouw", "man": "heer"}.get(person.geslacht, "")
    surname = " ".join(p for p in (person.tussenvoegsel, person.geslachtsnaam) if p)
    return f"{title} {surname[:1].upper()}{surname[1:]}" if title else person.naam


def _subject(besluit: Besluit) -> str:
    return {
        Besluitsoort.TOEKENNING: "U krijgt hulp",
        Besluitsoort.GEDEELTELIJK: "U krijgt een deel van de hulp",
        Besluitsoort.AFWIJZING: "U krijgt deze hulp niet",
        Besluitsoort.BUITEN_BEHANDELING: "Wij beoordelen uw aanvraag niet",
        Besluitsoort.INTREKKING: "Uw hulp stopt",
        Besluitsoort.HERZIENING: "Uw hulp verandert",
    }[Besluitsoort(besluit.soort)]


def _parts(besluit: Besluit, bijdrage_cent: int | None) -> Iterator[Deel]:
    yield Deel("Wat hebben wij besloten?", tuple(_decision(besluit)), tuple(_facts(besluit)))
    if besluit.reden_id or besluit.motivering:
        yield Deel("Waarom besluiten wij dit?", tuple(_why(besluit)))
    if besluit.kent_toe and besluit.leveringsvorm:
        yield Deel("Hoe krijgt u de hulp?", tuple(_how(besluit)))
        yield Deel("Wat betaalt u zelf?", (_contribution(besluit, bijdrage_cent),))
        yield Deel(
            "Verandert er iets?",
            ("Vertel het ons als uw situatie verandert. Wij kijken dan of de hulp nog past.",),
        )


def _decision(besluit: Besluit) -> Iterator[str]:
    asked = f" op {datum(besluit.aanvraag_op)}" if besluit.aanvraag_op else ""
    soort = Besluitsoort(besluit.soort)
    if not soort.volgt_op:
        yield f"U hebt ons{asked} gevraagd om: {besluit.gevraagd}."
    yield {
        Besluitsoort.TOEKENNING: "U krijgt deze hulp.",
        Besluitsoort.GEDEELTELIJK: "U krijgt een deel van deze hulp.",
        Besluitsoort.AFWIJZING: "U krijgt deze hulp niet van ons.",
        Besluitsoort.BUITEN_BEHANDELING: "Wij beoordelen uw aanvraag niet.",
        Besluitsoort.INTREKKING: f"Uw hulp stopt. Vanaf {datum(besluit.van)} krijgt u de hulp van "
        f"besluit {besluit.eerder.nummer if besluit.eerder else ''} niet meer.",
        Besluitsoort.HERZIENING: f"Uw hulp verandert vanaf {datum(besluit.van)}. Dit besluit komt "
        f"in de plaats van besluit {besluit.eerder.nummer if besluit.eerder else ''}.",
    }[soort]


def _facts(besluit: Besluit) -> Iterator[tuple[str, str]]:
    if not besluit.kent_toe:
        return
    if besluit.product:
        yield "Welke hulp", besluit.product.naam
    if besluit.omvang:
        yield "Hoeveel", besluit.omvang
    if besluit.van:
        until = f" tot en met {datum(besluit.tot)}" if besluit.tot else ""
        yield "Wanneer", f"vanaf {datum(besluit.van)}{until}"
    if besluit.leveringsvorm:
        yield "Hoe", besluit.get_leveringsvorm_display()


def _why(besluit: Besluit) -> Iterator[str]:
    if besluit.reden:
        yield besluit.reden.tekst
    if besluit.motivering:
        yield besluit.motivering
    if besluit.reden:
        yield f"Dit staat in de wet: {besluit.reden.artikel}."


def _how(besluit: Besluit) -> Iterator[str]:
    if besluit.leveringsvorm == Leveringsvorm.PGB:
        yield "U krijgt een persoonsgebonden budget (pgb). U kiest zelf wie de hulp geeft."
        if besluit.tarief_cent and besluit.eenheid:
            unit = besluit.get_eenheid_display()
            yield f"Wij rekenen met {geld(besluit.tarief_cent)} per {unit}."
    elif besluit.contract:
        provider = besluit.contract.aanbieder.naam
        yield f"U krijgt de hulp van {provider}. Zij nemen contact met u op."


def _contribution(besluit: Besluit, cent: int | None) -> str:
    if besluit.wet_id == "jeugdwet":
        return "Voor jeugdhulp betaalt u geen eigen bijdrage."
    if cent is None:
        return "Over een eigen bijdrage krijgt u apart bericht."
    amount = f"U betaalt een eigen bijdrage van {geld(cent)} per maand."
    return f"{amount} U krijgt de rekening van het CAK."
