"""Besluiten in bulk: what every granted toewijzing rests on, refusals, drafts and withdrawals."""

import datetime as dt
import uuid
from collections.abc import Iterable
from dataclasses import dataclass, field

from aanbieders.enums import Grondslag, RedenBeeindiging, ToewijzingStatus
from aanbieders.models import Tarief, Toewijzing
from hengelo_sociaal.demo.stad import Stad, werkdag_tot
from hengelo_sociaal.kern.nummers import next_numbers
from hengelo_sociaal.medewerkers.models import Medewerker
from hengelo_sociaal.termijnen.domain import build_termijn
from hengelo_sociaal.termijnen.domain.gedeeld import BEREKENDE_VELDEN
from hengelo_sociaal.termijnen.enums import TermijnStatus
from hengelo_sociaal.termijnen.exceptions import FeestdagenOnbekend
from hengelo_sociaal.termijnen.models import Termijn, Termijnregel
from hengelo_sociaal.termijnen.queries import choose_regel, kalender, list_regels
from hengelo_sociaal.termijnen.rekenen.feestdagen import Kalender
from plannen.demo.besluitteksten import GEVRAAGD, MOTIVERING, REDENEN
from plannen.enums import Besluitsoort, BesluitStatus, Leveringsvorm, Oordeel, Toetsbron
from plannen.models import (
    Beoordeling,
    Besluit,
    Besluittoets,
    Bijdragetarief,
    Meeleesgrens,
    Toewijzinggrond,
)
from plannen.queries.besluit.vragen import questions_for
from toegang.demo.meldingen import Zaak
from toegang.enums import MeldingStatus
from toegang.models import Melding

UITGELEGD = dt.timedelta(days=183)  # checks and second reading are kept for this last half year
INGETROKKEN = 0.5  # of help that stopped because the goal was reached
MEELEESGRENS = {"wmo": 15_000_00, "jeugdwet": 15_000_00}
PLANNEN = {BesluitStatus.CONCEPT: 4, BesluitStatus.BEOORDELING: 4, BesluitStatus.GENOMEN: 2}
ZONDER_BESLUIT = 0.75  # of applications nobody began a draft for yet


@dataclass
class Termijnboek:
    """Works out each rule and day once; the arithmetic is that of the engine."""

    stad: Stad
    kalender: Kalender = field(default_factory=kalender)
    regels: tuple[Termijnregel, ...] = field(default_factory=list_regels)
    bekend: dict[tuple[str, str, dt.date], Termijn | None] = field(default_factory=dict)

    def term(self, regel: str, act: str, start: dt.date, variant: str = "") -> Termijn | None:
        """A term that is not stored yet; None where no decree days are known."""
        key = (regel, variant, start)
        if key not in self.bekend:
            self.bekend[key] = self._build(regel, act, start, variant)
        known = self.bekend[key]
        if known is None:
            return None
        names = ("regel", "artikel", "handeling", "start", *BEREKENDE_VELDEN)
        values = {name: getattr(known, name) for name in names}
        made = Termijn(id=self.stad.kenmerk(self.stad.tijdstip(start)), **values)
        if made.einddatum and made.einddatum < self.stad.tot:
            made.status = TermijnStatus.VERVALLEN
        return made

    def _build(self, regel: str, act: str, start: dt.date, variant: str) -> Termijn | None:
        try:
            rule = choose_regel(self.regels, regel, start, variant=variant)
            return build_termijn(regel=rule, start=start, handeling=act, kalender=self.kalender)
        except FeestdagenOnbekend:
            return None


@dataclass
class Rijen:
    """Everything that is stored at the end, in the order of its references."""

    besluiten: list[Besluit] = field(default_factory=list)
    gronden: list[Toewijzinggrond] = field(default_factory=list)
    toetsen: list[Besluittoets] = field(default_factory=list)
    beoordelingen: list[Beoordeling] = field(default_factory=list)


def make_besluiten(stad: Stad) -> list[Besluit]:
    """Make and store the besluiten of the town; leaves `termijnboek` in `stad.vondst`."""
    book = stad.vondst["termijnboek"] = Termijnboek(stad)
    rows = Rijen()
    _set_limits(stad)
    granted = _granted(stad, book, rows)
    for zaak in stad.toon(stad.vondst["meldingen"], "besluiten"):
        if zaak.melding.pk not in granted:
            _decide_otherwise(stad, book, rows, zaak)
    _withdraw(stad, book, rows)
    numbers = next_numbers("B", [one.opgesteld_op.year for one in rows.besluiten])
    for besluit, nummer in zip(rows.besluiten, numbers, strict=True):
        besluit.nummer = nummer
    _store(stad, rows)
    return rows.besluiten


def _set_limits(stad: Stad) -> None:
    for wet, bedrag in MEELEESGRENS.items():
        Meeleesgrens.objects.create(
            wet_id=wet,
            bedrag_cent=bedrag,
            geldig_van=stad.van,
            toelichting="Voorbeeld van de demo: de gemeente stelt dit bedrag zelf vast.",
        )


def _store(stad: Stad, rows: Rijen) -> None:
    terms = [one.bezwaartermijn for one in rows.besluiten if one.bezwaartermijn]
    stad.bewaar(Termijn, terms, "bezwaartermijnen")
    first = [one for one in rows.besluiten if one.eerder_id is None]
    stad.bewaar(Besluit, first)
    stad.bewaar(Besluit, [one for one in rows.besluiten if one.eerder_id is not None])
    stad.bewaar(Toewijzinggrond, rows.gronden)
    stad.bewaar(Besluittoets, rows.toetsen)
    stad.bewaar(Beoordeling, rows.beoordelingen)


def _granted(stad: Stad, book: Termijnboek, rows: Rijen) -> set[uuid.UUID]:
    """A besluit for every toewijzing by besluit; returns the meldingen that led to one."""
    waiting: dict[tuple[uuid.UUID, str], list[Zaak]] = {}
    for zaak in stad.vondst["meldingen"]:
        if zaak.melding.status == MeldingStatus.AFGEROND:
            key = (zaak.melding.inwoner_id, zaak.melding.wet_id)
            waiting.setdefault(key, []).append(zaak)
    prices = _prices()
    seen = set()
    for toewijzing in stad.vondst["toewijzingen"]:
        if toewijzing.grondslag != Grondslag.BESLUIT:
            continue
        zaken = waiting.get((toewijzing.inwoner_id, toewijzing.product.wet_id), [])
        before = [one for one in zaken if (one.melding.afgerond_op or stad.tot) < toewijzing.van]
        if not before:
            continue
        zaak = before[-1]
        besluit = _award(stad, book, rows, zaak, toewijzing, prices)
        if besluit and toewijzing.status != ToewijzingStatus.VERVALLEN:
            ground = Toewijzinggrond(
                id=stad.kenmerk(besluit.opgesteld_op), toewijzing=toewijzing, besluit=besluit
            )
            rows.gronden.append(ground)
        seen.add(zaak.melding.pk)
    return seen


def _prices() -> dict[tuple[object, ...], list[Tarief]]:
    found: dict[tuple[object, ...], list[Tarief]] = {}
    for tarief in Tarief.objects.all():
        found.setdefault((tarief.contract_id, tarief.product_id, tarief.eenheid), []).append(tarief)
    return found


def _price(tarieven: Iterable[Tarief], van: dt.date) -> int | None:
    holds = (t for t in tarieven if t.van <= van and (t.tot is None or t.tot >= van))
    return next((tarief.bedrag_cent for tarief in holds), None)


def _award(
    stad: Stad,
    book: Termijnboek,
    rows: Rijen,
    zaak: Zaak,
    toewijzing: Toewijzing,
    prices: dict[tuple[object, ...], list[Tarief]],
) -> Besluit | None:
    key = (toewijzing.contract_id, toewijzing.product_id, toewijzing.eenheid)
    return _add(
        stad,
        book,
        rows,
        zaak,
        soort=Besluitsoort.TOEKENNING,
        gevraagd=toewijzing.product.naam.lower(),
        leveringsvorm=Leveringsvorm.NATURA,
        contract=toewijzing.contract,
        product=toewijzing.product,
        volume=toewijzing.volume,
        eenheid=toewijzing.eenheid,
        frequentie=toewijzing.frequentie,
        van=toewijzing.van,
        tot=toewijzing.tot,
        tarief_cent=_price(prices.get(key, ()), toewijzing.van),
    )


def _decide_otherwise(stad: Stad, book: Termijnboek, rows: Rijen, zaak: Zaak) -> None:
    """What was refused or needs no provider, and what somebody is working on now."""
    melding = zaak.melding
    if melding.aanvraag_op is None and melding.wet_id != "wgs":
        return
    if melding.status == MeldingStatus.AFGEROND and zaak.verloop.besluit:
        if melding.wet_id in ("participatiewet", "wgs") and melding.ondersteuning_nodig:
            asked = GEVRAAGD[melding.wet_id]
            first = melding.afgerond_op
            _add(stad, book, rows, zaak, soort=Besluitsoort.TOEKENNING, gevraagd=asked, van=first)
        else:
            _refuse(stad, book, rows, zaak)
    elif _is_ready(melding) and not stad.kans(ZONDER_BESLUIT):
        _draft(stad, book, rows, zaak)


def _is_ready(melding: Melding) -> bool:
    ready = melding.status in {MeldingStatus.AANVRAAG, MeldingStatus.ONDERZOCHT}
    return ready and melding.wet_id in GEVRAAGD


def _refuse(stad: Stad, book: Termijnboek, rows: Rijen, zaak: Zaak) -> None:
    wet = zaak.melding.wet_id
    reden, words = stad.rng.choice(REDENEN[wet])
    soort = Besluitsoort.AFWIJZING
    asked = GEVRAAGD[wet]
    _add(stad, book, rows, zaak, soort=soort, gevraagd=asked, reden_id=reden, motivering=words)


def _draft(stad: Stad, book: Termijnboek, rows: Rijen, zaak: Zaak) -> None:
    """A draft, one that waits for a second reader, or one that only has to be sent."""
    status, wet = stad.kies(PLANNEN), zaak.melding.wet_id
    begin = stad.tot + dt.timedelta(days=14)
    values: dict[str, object] = {"soort": Besluitsoort.TOEKENNING, "van": begin}
    offer = stad.vondst["aanbod"].get({"wmo": "02A03", "jeugdwet": "45A48"}.get(wet, ""))
    contracts = offer.op(begin) if offer else []
    if wet in ("wmo", "jeugdwet") and contracts:
        contract = stad.rng.choice(contracts)
        values |= {
            "leveringsvorm": Leveringsvorm.NATURA,
            "contract": contract,
            "product": offer.product,
            "volume": stad.rng.choice((60, 90, 120, 180)),
            "eenheid": offer.koop.eenheid,
            "frequentie": offer.koop.frequentie,
            "tot": min(contract.tot, begin + dt.timedelta(days=364)),
        }
    elif wet in ("wmo", "jeugdwet") or stad.kans(0.3):
        reden, words = stad.rng.choice(REDENEN[wet])
        values = {"soort": Besluitsoort.AFWIJZING, "reden_id": reden, "motivering": words}
    _add(stad, book, rows, zaak, status=status, gevraagd=GEVRAAGD[wet], **values)


def _add(
    stad: Stad,
    book: Termijnboek,
    rows: Rijen,
    zaak: Zaak,
    *,
    status: BesluitStatus = BesluitStatus.BEKENDGEMAAKT,
    **values: object,
) -> Besluit | None:
    """One besluit with the days that fit its melding; none where its term cannot be reckoned."""
    melding = zaak.melding
    sent = melding.afgerond_op if status == BesluitStatus.BEKENDGEMAAKT else None
    last = sent or stad.laatste_dag
    drafted = stad.tijdstip(
        max(werkdag_tot(last - dt.timedelta(days=2)), melding.aanvraag_op or melding.ontvangen_op)
    )
    term = book.term("bezwaar_indienen", "besluit", sent) if sent else None
    if sent and term is None:
        return None
    besluit = Besluit(
        id=stad.kenmerk(drafted),
        status=status,
        inwoner=melding.inwoner,
        huishouden=zaak.gezin.huishouden,
        wet_id=melding.wet_id,
        melding=melding,
        aanvraag_op=melding.aanvraag_op or melding.ontvangen_op,
        opgesteld_door_id=zaak.consulent_id,
        opgesteld_op=drafted,
        gewijzigd_op=drafted,
        gewijzigd_door_id=zaak.consulent_id,
        bekendgemaakt_op=sent,
        bezwaartermijn=term,
        **values,
    )
    _read(stad, rows, besluit)
    if besluit.kent_toe and melding.wet_id == "wmo" and besluit.van and besluit.van.year >= 2025:
        besluit.bijdrage_cent = _contribution(stad)
    rows.besluiten.append(besluit)
    return besluit


def _contribution(stad: Stad) -> int | None:
    if "bijdrage" not in stad.vondst:
        row = Bijdragetarief.objects.filter(wet_id="wmo").first()
        stad.vondst["bijdrage"] = row.bedrag_cent if row else None
    found: int | None = stad.vondst["bijdrage"]
    return found


def _read(stad: Stad, rows: Rijen, besluit: Besluit) -> None:
    """Handed in, and read and taken by the teamleider; with the checks of the last months."""
    leader: Medewerker = stad.vondst["medewerkers"]["teamleider"]
    begun = besluit.opgesteld_op
    if besluit.status != BesluitStatus.CONCEPT:
        besluit.ingediend_op = begun + dt.timedelta(minutes=20)
        besluit.tweede_lezer = True
    if besluit.status in {BesluitStatus.GENOMEN, BesluitStatus.BEKENDGEMAAKT}:
        besluit.genomen_door = leader
        besluit.genomen_op = begun + dt.timedelta(minutes=50)
    if begun.date() < stad.tot - UITGELEGD:
        return
    if besluit.genomen_op:
        rows.beoordelingen.append(
            Beoordeling(
                id=stad.kenmerk(besluit.genomen_op),
                besluit=besluit,
                oordeel=Oordeel.AKKOORD,
                door=leader,
                op=besluit.genomen_op,
            )
        )
    rows.toetsen += _answers(stad, besluit)


def _answers(stad: Stad, besluit: Besluit) -> list[Besluittoets]:
    questions = questions_for(besluit)
    if besluit.status == BesluitStatus.CONCEPT:
        questions = questions[: stad.rng.randint(0, len(questions))]
    return [
        Besluittoets(
            id=stad.kenmerk(besluit.opgesteld_op),
            besluit=besluit,
            code=vraag.code,
            antwoord=sorted(vraag.goed)[0],
            bron=Toetsbron.BRP if vraag.code == "woonplaats" else Toetsbron.ONDERZOEK,
            door_id=besluit.opgesteld_door_id,
            op=besluit.opgesteld_op,
        )
        for vraag in questions
    ]


def _withdraw(stad: Stad, book: Termijnboek, rows: Rijen) -> None:
    """Help that stopped because the goal was reached: for part of it a besluit that ends it."""
    for grond in list(rows.gronden):
        toewijzing, before = grond.toewijzing, grond.besluit
        ended = toewijzing.beeindigd_op
        if toewijzing.reden != RedenBeeindiging.DOEL_BEREIKT or ended is None:
            continue
        sent = werkdag_tot(ended - dt.timedelta(days=3))
        term = book.term("bezwaar_indienen", "besluit", sent)
        if term is None or before.van is None or sent <= before.van or not stad.kans(INGETROKKEN):
            continue
        wet = "wmo" if before.wet_id == "wmo" else "jw"
        drafted = stad.tijdstip(sent)
        withdrawn = Besluit(
            id=stad.kenmerk(drafted),
            soort=Besluitsoort.INTREKKING,
            status=BesluitStatus.BEKENDGEMAAKT,
            inwoner=before.inwoner,
            huishouden=before.huishouden,
            wet_id=before.wet_id,
            melding=before.melding,
            eerder=before,
            gevraagd=before.gevraagd,
            van=ended + dt.timedelta(days=1),
            reden_id=f"{wet}-doel-bereikt",
            motivering=MOTIVERING,
            opgesteld_door_id=before.opgesteld_door_id,
            opgesteld_op=drafted,
            gewijzigd_op=drafted,
            gewijzigd_door_id=before.opgesteld_door_id,
            bekendgemaakt_op=sent,
            bezwaartermijn=term,
        )
        _read(stad, rows, withdrawn)
        before.vervangen_per = withdrawn.van
        rows.besluiten.append(withdrawn)
