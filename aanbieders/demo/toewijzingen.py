"""Help that was granted, in bulk: one or more products for most who need support."""

import datetime as dt
import uuid
from dataclasses import dataclass, field

from aanbieders.demo.contracten import Aanbod
from aanbieders.demo.gegevens import PRODUCTEN
from aanbieders.enums import Frequentie, Grondslag, RedenBeeindiging, ToewijzingStatus
from aanbieders.models import Contract, Toewijzing
from hengelo_sociaal.demo.stad import Stad
from hengelo_sociaal.kern.nummers import next_numbers
from toegang.demo.meldingen import Zaak
from toegang.enums import MeldingStatus
from toegang.models import Inwoner

# Share that gets help in kind from a contract; the others a budget or something general.
TOEGEKEND = {"wmo": 0.86, "jeugdwet": 0.94}
MEER_DAN_EEN = 0.27  # a second product beside it; with later meldingen it becomes about half
EERDER_GESTOPT = 0.09
TWAALF_WEKEN = dt.timedelta(weeks=12)
NOOIT_GESTART = 0.01
REDENEN = {
    RedenBeeindiging.DOEL_BEREIKT: 5,
    RedenBeeindiging.LICHTER: 3,
    RedenBeeindiging.WENS: 2,
    RedenBeeindiging.VERHUISD: 1,
}
GRONDSLAG = {
    "huisarts": Grondslag.MEDISCH,
    "jeugdarts": Grondslag.MEDISCH,
    "kinderarts": Grondslag.MEDISCH,
    "gecertificeerde-instelling": Grondslag.GI,
}
VERWEZEN = {
    Grondslag.MEDISCH: "Huisarts of jeugdarts",
    Grondslag.GI: "Jeugdbescherming Overijssel",
}
ERBIJ = {"wmo": ("01A01", "02A03", "07A01", "08A01", "14A01"), "jeugdwet": ("45A48", "54A20")}


@dataclass
class _Boek:
    """What is granted so far, and until when a person has a product."""

    toewijzingen: list[Toewijzing] = field(default_factory=list)
    bezet_tot: dict[tuple[uuid.UUID, str], dt.date] = field(default_factory=dict)


def make_toewijzingen(stad: Stad) -> list[Toewijzing]:
    """Make and store what was granted; oldest melding first."""
    book = _Boek()
    offer: dict[str, Aanbod] = stad.vondst["aanbod"]
    per_soort = _products_of_questions(offer)
    for zaak in stad.toon(stad.vondst["meldingen"], "toewijzingen"):
        if not _gets_help(stad, zaak):
            continue
        fitting = per_soort.get(zaak.hulpvraag.soort_id) or [offer[ERBIJ[_law(zaak)][0]]]
        first = stad.rng.choice(fitting)
        _grant(stad, book, zaak, first)
        if stad.kans(MEER_DAN_EEN):
            others = [offer[code] for code in ERBIJ[_law(zaak)] if code != first.koop.code]
            _grant(stad, book, zaak, stad.rng.choice(others))
    numbers = next_numbers("T", [one.van.year for one in book.toewijzingen])
    for place, (toewijzing, nummer) in enumerate(zip(book.toewijzingen, numbers, strict=True)):
        toewijzing.nummer = nummer
        toewijzing.herziening_op = _review(toewijzing, place, stad.laatste_dag)
    stad.bewaar(Toewijzing, book.toewijzingen)
    return book.toewijzingen


def _review(toewijzing: Toewijzing, place: int, today: dt.date) -> dt.date | None:
    """Twelve weeks before the end, or every year; what was due was mostly looked at since."""
    van, tot = toewijzing.van, toewijzing.tot
    if tot is not None and (tot - van).days < 2 * TWAALF_WEKEN.days:
        return None  # too short to look at half way
    day = van + dt.timedelta(days=365) if tot is None else tot - TWAALF_WEKEN
    if day > today or place % 10 == 0:
        return day
    return None if tot else day + (1 + (today - day).days // 365) * dt.timedelta(days=365)


def _law(zaak: Zaak) -> str:
    return zaak.melding.wet_id


def _gets_help(stad: Stad, zaak: Zaak) -> bool:
    melding = zaak.melding
    ready = melding.status == MeldingStatus.AFGEROND and melding.ondersteuning_nodig
    return bool(ready) and stad.kans(TOEGEKEND.get(melding.wet_id, 0))


def _products_of_questions(offer: dict[str, Aanbod]) -> dict[str, list[Aanbod]]:
    found: dict[str, list[Aanbod]] = {}
    for koop in PRODUCTEN:
        for soort in koop.soorten:
            if offer[koop.code].contracten:
                found.setdefault(soort, []).append(offer[koop.code])
    return found


def _grant(stad: Stad, book: _Boek, zaak: Zaak, aanbod: Aanbod) -> None:
    """A toewijzing from a few days after the decision, unless the person has it already."""
    ready = zaak.melding.afgerond_op or stad.laatste_dag
    van = ready + dt.timedelta(days=stad.rng.randint(1, 21))
    contracts = aanbod.op(van)
    key = (zaak.melding.inwoner_id, aanbod.koop.code)
    if not contracts or book.bezet_tot.get(key, dt.date.min) >= van:
        return
    contract = stad.rng.choice(contracts)
    made = _toewijzing(stad, zaak, aanbod, contract, van)
    _maybe_end(stad, made)
    if made.status != ToewijzingStatus.VERVALLEN:
        book.bezet_tot[key] = made.laatste_dag or contract.tot
    book.toewijzingen.append(made)


def _toewijzing(
    stad: Stad, zaak: Zaak, aanbod: Aanbod, contract: Contract, van: dt.date
) -> Toewijzing:
    koop, inwoner = aanbod.koop, zaak.melding.inwoner
    open_end = koop.frequentie == Frequentie.MAAND and stad.kans(0.6)
    tot = min(contract.tot, van + dt.timedelta(days=stad.rng.randint(*koop.dagen)))
    low, high = koop.volume
    step = 30 if low >= 60 else 1
    ground = _ground(zaak, inwoner)
    referred = ground != Grondslag.BESLUIT
    return Toewijzing(
        id=stad.kenmerk(stad.tijdstip(van)),
        inwoner=inwoner,
        huishouden=zaak.gezin.huishouden,
        contract=contract,
        product=aanbod.product,
        grondslag=ground,
        verwezen_door=VERWEZEN[ground] if referred else "",
        verwezen_op=zaak.melding.ontvangen_op if referred else None,
        volume=stad.rng.randrange(low, high + 1, step),
        eenheid=koop.eenheid,
        frequentie=koop.frequentie,
        van=van,
        tot=None if open_end else tot,
        geregistreerd_op=stad.tijdstip(zaak.melding.afgerond_op or stad.laatste_dag),
    )


def _ground(zaak: Zaak, inwoner: Inwoner) -> Grondslag:
    if zaak.melding.wet_id != "jeugdwet":
        return Grondslag.BESLUIT
    return GRONDSLAG.get(zaak.melding.verwijzer_id or "", Grondslag.BESLUIT)


def _maybe_end(stad: Stad, made: Toewijzing) -> None:
    """Some stop early or never start; what stopped has its last day and the reason."""
    days = (min(made.laatste_dag or stad.laatste_dag, stad.laatste_dag) - made.van).days
    if stad.kans(NOOIT_GESTART):
        made.status, made.reden = ToewijzingStatus.VERVALLEN, RedenBeeindiging.FOUT
    elif days > 45 and stad.kans(EERDER_GESTOPT):
        made.status, made.reden = ToewijzingStatus.BEEINDIGD, stad.kies(REDENEN)
        made.beeindigd_op = made.van + dt.timedelta(days=stad.rng.randint(30, days))
