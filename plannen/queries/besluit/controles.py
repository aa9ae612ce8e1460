"""The list of checks before a besluit: in order, missing, or standing in the way."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from aanbieders.models import Contract
from hengelo_sociaal.web.opmaak import datum, geld
from plannen.enums import Besluitsoort, Leveringsvorm
from plannen.models import Besluit, Besluittoets
from plannen.queries.besluit.kosten import contribution_on, tariff_of
from plannen.queries.besluit.vragen import HULP, Vraag, questions_for
from toegang.enums import MeldingStatus

WEKEN_NA_HERSTEL = dt.timedelta(weeks=4)


class Stand(StrEnum):
    """How a check came out."""

    GOED = "goed"
    MIST = "mist"  # nobody answered, or something was not filled in
    STOP = "stop"  # with this answer help cannot be granted


@dataclass(frozen=True)
class Controle:
    """One line of the list; `vraag` when a person answers it, `antwoord` when one did."""

    code: str
    titel: str
    artikel: str
    stand: Stand
    uitleg: str
    vraag: Vraag | None = None
    antwoord: Besluittoets | None = None


def checks_before(besluit: Besluit, *, op: dt.date) -> list[Controle]:
    """Every check of a besluit on a day, those of a person first."""
    given = {toets.code: toets for toets in besluit.toetsen.select_related("door")}
    asked = [_asked(vraag, given.get(vraag.code), besluit) for vraag in questions_for(besluit)]
    return [*asked, *_computed(besluit, op)]


def missing(checks: list[Controle]) -> list[Controle]:
    """What keeps a draft from going on."""
    return [check for check in checks if check.stand is not Stand.GOED]


def _asked(vraag: Vraag, toets: Besluittoets | None, besluit: Besluit) -> Controle:
    if toets is None:
        stand, uitleg = Stand.MIST, vraag.vraag
    else:
        fits = toets.antwoord in vraag.goed or not besluit.kent_toe
        stand = Stand.GOED if fits else Stand.STOP
        uitleg = f"{vraag.vraag} {toets.get_antwoord_display()}. {toets.toelichting}".strip()
    return Controle(
        vraag.code,
        str(vraag.code.label),
        vraag.artikel[besluit.wet_id],
        stand,
        uitleg,
        vraag,
        toets,
    )


def _computed(besluit: Besluit, op: dt.date) -> Iterator[Controle]:
    soort = Besluitsoort(besluit.soort)
    if soort.volgt_op:
        yield _earlier(besluit)
    else:
        yield _application(besluit)
    if soort == Besluitsoort.BUITEN_BEHANDELING:
        yield _incomplete(besluit, op)
    if soort.kent_toe and besluit.wet_id in HULP:
        yield _delivery(besluit)
        yield _contribution(besluit, op)
    if soort != Besluitsoort.TOEKENNING:
        yield _reasons(besluit)


def _application(besluit: Besluit) -> Controle:
    melding = besluit.melding
    researched = melding is None or melding.status in {
        MeldingStatus.ONDERZOCHT,
        MeldingStatus.AANVRAAG,
        MeldingStatus.AFGEROND,
    }
    if besluit.aanvraag_op is None:
        text, stand = "Vul in op welke dag de aanvraag kwam.", Stand.MIST
    elif besluit.soort != Besluitsoort.BUITEN_BEHANDELING and not researched:
        text, stand = f"Het onderzoek van {melding} is nog niet klaar.", Stand.MIST
    else:
        text, stand = f"Aanvraag van {datum(besluit.aanvraag_op)}.", Stand.GOED
    return Controle("aanvraag", "Aanvraag", "Awb artikel 1:3 lid 3", stand, text)


def _earlier(besluit: Besluit) -> Controle:
    before = besluit.eerder
    assert before is not None  # noqa: S101  the database holds it
    if not (before.is_bekend and before.kent_toe and before.vervangen_per is None):
        text, stand = f"Besluit {before.nummer} geldt niet (meer).", Stand.STOP
    elif besluit.van is None or (before.van and besluit.van < before.van):
        text, stand = "Kies een dag in de periode van het eerdere besluit.", Stand.MIST
    else:
        text = f"Besluit {before.nummer} geldt tot {datum(besluit.van)}."
        stand = Stand.GOED
    return Controle("eerder", "Eerder besluit", "Awb artikel 6:19 en 7:11", stand, text)


def _incomplete(besluit: Besluit, op: dt.date) -> Controle:
    """Time to complete was given and has passed, and no more than four weeks ago (Awb 4:5)."""
    until = besluit.hersteltermijn_tot
    if besluit.aanvulling_gevraagd_op is None or until is None:
        stand, text = Stand.MIST, "Vraag eerst om aanvulling en noem de laatste dag."
    elif until >= op:
        stand, text = Stand.MIST, f"De inwoner kan aanvullen tot en met {datum(until)}."
    elif op > until + WEKEN_NA_HERSTEL:
        stand, text = Stand.STOP, "De vier weken na de hersteltermijn zijn voorbij (lid 4)."
    else:
        stand, text = Stand.GOED, f"Niet aangevuld voor {datum(until)}."
    return Controle("hersteltermijn", "Tijd om aan te vullen", "Awb artikel 4:5", stand, text)


def _delivery(besluit: Besluit) -> Controle:
    """Product, volume, period and price; in kind under a contract that runs."""
    text = _fault_of_delivery(besluit)
    pgb = besluit.leveringsvorm == Leveringsvorm.PGB
    article = "Wmo 2015 artikel 2.3.6" if pgb and besluit.wet_id == "wmo" else "BP 5.4"
    title = "Pgb: hoeveel en welk tarief" if pgb else "Product, omvang, periode en prijs"
    if text:
        return Controle("levering", title, article, Stand.MIST, text)
    return Controle("levering", title, article, Stand.GOED, f"{besluit.omvang}, prijs bekend.")


def _fault_of_delivery(besluit: Besluit) -> str:
    if besluit.leveringsvorm is None:
        return "Kies zorg in natura of een pgb."
    if not (besluit.omvang and besluit.van and besluit.product_id):
        return "Vul in: product, hoeveel, hoe vaak en vanaf wanneer."
    if besluit.leveringsvorm == Leveringsvorm.PGB:
        return "" if besluit.tarief_cent else "Vul het tarief van het pgb in."
    return _fault_of_contract(besluit, besluit.contract, besluit.van)


def _fault_of_contract(besluit: Besluit, contract: Contract | None, van: dt.date) -> str:
    if contract is None:
        return "Kies het contract waaronder de hulp valt."
    last = besluit.tot or van
    if not (contract.loopt_op(van) and last <= contract.tot):
        return f"Contract {contract.nummer} loopt niet in deze hele periode."
    if besluit.product and not besluit.product.geldig_op(van):
        return f"{besluit.product.naam} is alleen in te kopen {besluit.product.geldigheid}."
    if tariff_of(besluit) is None:
        return "In dit contract is voor dit product geen tarief op de begindatum."
    return ""


def _contribution(besluit: Besluit, op: dt.date) -> Controle:
    found = contribution_on(besluit.wet_id, besluit.van or op)
    if besluit.wet_id != "wmo":
        text, article = "Onder deze wet is geen eigen bijdrage ingesteld.", ""
    elif found is None:
        text, article = "Voor deze periode is geen bedrag bekend.", "Wmo 2015 artikel 2.1.4a"
    else:
        text, article = f"{geld(found.bedrag_cent)} per maand, via het CAK.", found.artikel
    return Controle("bijdrage", "Eigen bijdrage", article, Stand.GOED, text)


def _reasons(besluit: Besluit) -> Controle:
    told = besluit.reden_id is not None and besluit.motivering.strip() != ""
    if told:
        assert besluit.reden is not None  # noqa: S101
        text = f"{besluit.reden.label} ({besluit.reden.artikel})."
    else:
        text = "Kies een reden en leg in gewone woorden uit waarom."
    stand = Stand.GOED if told else Stand.MIST
    return Controle("motivering", "Reden", "Awb artikel 3:46", stand, text)
