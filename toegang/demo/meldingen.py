"""Meldingen from the questions that led to one, with what the process did to them since."""

import datetime as dt
import uuid
from dataclasses import dataclass, field

from hengelo_sociaal.demo.stad import Stad
from hengelo_sociaal.kern.nummers import next_numbers
from hengelo_sociaal.medewerkers.models import Betrokkenheid, Grond, Medewerker
from toegang.demo.contacten import Geregistreerd
from toegang.demo.huishoudens import Gezin
from toegang.demo.stromen import MELDING
from toegang.enums import HuisbezoekStatus, MeldingStatus
from toegang.models import Huisbezoek, Hulpvraag, Melding

TEAM_VAN_WET = {
    "wmo": "wmo",
    "jeugdwet": "jeugd",
    "leerplichtwet": "jeugd",
    "participatiewet": "werk-en-inkomen",
    "wgs": "werk-en-inkomen",
    "wi": "werk-en-inkomen",
}
# How many days the onderzoek took: mostly within the six weeks, with a tail that is late.
DAGEN_ONDERZOEK = (31, 9)
TE_LAAT = 0.11
INGETROKKEN = 0.04
ONDERSTEUNING_NODIG = 0.72
BEZOCHT = 0.78
AFGEZIEN = {"gesprek-elders": 5, "niet-nodig": 3, "wil-niet": 2, "spoed": 1, "verblijf-elders": 1}


@dataclass
class Zaak:
    """A melding of the town with the household it belongs to."""

    melding: Melding
    gezin: Gezin
    hulpvraag: Hulpvraag
    huisbezoek: Huisbezoek | None = None

    @property
    def consulent_id(self) -> uuid.UUID:
        """Who works on it; in the town everything has somebody."""
        assert self.melding.consulent_id is not None  # noqa: S101
        return self.melding.consulent_id


@dataclass
class _Behandelaars:
    """Who works on what, and which households are known already."""

    per_team: dict[str, list[Medewerker]]
    bekend: set[uuid.UUID] = field(default_factory=set)


def make_meldingen(stad: Stad) -> list[Zaak]:
    """Make and store the meldingen, their visits and who is involved; oldest first."""
    behandelaars = _Behandelaars(_per_team(stad))
    zaken = []
    for one in stad.toon(stad.vondst["geregistreerd"], "meldingen"):
        for hulpvraag in one.hulpvragen:
            if hulpvraag.uitkomst_id == MELDING and hulpvraag.wet_id:
                zaken.append(_zaak(stad, one, hulpvraag, behandelaars))
    numbers = next_numbers("M", [zaak.melding.ontvangen_op.year for zaak in zaken])
    for zaak, nummer in zip(zaken, numbers, strict=True):
        zaak.melding.nummer = nummer
    stad.bewaar(Melding, [zaak.melding for zaak in zaken])
    stad.bewaar(Huisbezoek, [zaak.huisbezoek for zaak in zaken if zaak.huisbezoek])
    _involve(stad, zaken)
    return zaken


def _per_team(stad: Stad) -> dict[str, list[Medewerker]]:
    return {
        code: [one for one in team.leden.all() if "consulent" in one.rollen]
        for code, team in stad.vondst["teams"].items()
    }


def _zaak(
    stad: Stad,
    one: Geregistreerd,
    hulpvraag: Hulpvraag,
    behandelaars: _Behandelaars,
) -> Zaak:
    contact, gezin = one.contact, one.gezin
    wet = hulpvraag.wet_id
    assert gezin and wet  # noqa: S101, PT018  an anonymous contact never became a melding
    team = TEAM_VAN_WET[wet]
    melding = Melding(
        id=stad.kenmerk(contact.plaatsgevonden_op),
        hulpvraag=hulpvraag,
        huishouden=gezin.huishouden,
        inwoner=contact.inwoner,
        wet_id=wet,
        ontvangen_op=contact.dag,
        verwijzer_id=one.stroom.verwijzer or ("gemeente" if wet == "jeugdwet" else None),
        bedreigend=wet == "wgs" and stad.kans(0.12),
        consulent=stad.rng.choice(behandelaars.per_team[team]),
        team=stad.vondst["teams"][team],
        eerste_keer=gezin.huishouden.pk not in behandelaars.bekend,
        geregistreerd_door=contact.geregistreerd_door,
        geregistreerd_op=contact.geregistreerd_op,
    )
    zaak = Zaak(melding, gezin, hulpvraag)
    _walk(stad, zaak)
    if melding.ondersteuning_nodig:
        behandelaars.bekend.add(gezin.huishouden.pk)
    return zaak


def _walk(stad: Stad, zaak: Zaak) -> None:
    """What happened since: withdrawn, researched in time or late, or still being worked on."""
    melding = zaak.melding
    ready = melding.ontvangen_op + dt.timedelta(days=_days_of_research(stad))
    if stad.kans(INGETROKKEN) and ready <= stad.tot:
        melding.status = MeldingStatus.INGETROKKEN
        melding.ingetrokken_reden_id = "inwoner-trekt-in"
    elif ready <= stad.tot:
        melding.status = MeldingStatus.AFGEROND
        melding.afgerond_op = ready
    elif (stad.tot - melding.ontvangen_op).days > 4:
        melding.status = MeldingStatus.ONDERZOEK
    if melding.status in (MeldingStatus.AFGEROND, MeldingStatus.ONDERZOEK):
        melding.ondersteuning_nodig = stad.kans(ONDERSTEUNING_NODIG)
        _visit(stad, zaak, ready)


def _days_of_research(stad: Stad) -> int:
    if stad.kans(TE_LAAT):
        return 43 + round(stad.rng.expovariate(1 / 9))
    return min(41, max(3, round(stad.rng.gauss(*DAGEN_ONDERZOEK))))


def _visit(stad: Stad, zaak: Zaak, ready: dt.date) -> None:
    """A home visit where support is needed for the first time, or the reason why not."""
    melding = zaak.melding
    if not (melding.ondersteuning_nodig and melding.eerste_keer):
        return
    if melding.status == MeldingStatus.AFGEROND and not stad.kans(BEZOCHT):
        melding.afgezien_reden_id = stad.kies(AFGEZIEN)
        return
    latest = min(ready, stad.tot + dt.timedelta(days=10))
    span = max(1, (latest - melding.ontvangen_op).days)
    day = melding.ontvangen_op + dt.timedelta(days=stad.rng.randrange(1, span + 1))
    while day.weekday() > 4:  # a visit is on a working day
        day -= dt.timedelta(days=1)
    moment = stad.tijdstip(max(day, melding.ontvangen_op))
    done = day <= stad.tot
    zaak.huisbezoek = Huisbezoek(
        id=stad.kenmerk(moment),
        huishouden=zaak.gezin.huishouden,
        melding=melding,
        medewerker=melding.consulent,
        gepland_op=moment,
        status=HuisbezoekStatus.UITGEVOERD if done else HuisbezoekStatus.GEPLAND,
        uitgevoerd_op=moment if done else None,
    )


def _involve(stad: Stad, zaken: list[Zaak]) -> None:
    """One involvement per consulent and household, open as long as there is work."""
    periods: dict[tuple[uuid.UUID, uuid.UUID], list[Zaak]] = {}
    for zaak in zaken:
        key = (zaak.consulent_id, zaak.gezin.huishouden.pk)
        periods.setdefault(key, []).append(zaak)
    rows = []
    for (medewerker, huishouden), group in periods.items():
        open_ends = [zaak.melding.afgerond_op for zaak in group if zaak.melding.is_lopend]
        last = max((zaak.melding.afgerond_op or stad.tot for zaak in group), default=stad.tot)
        rows.append(
            Betrokkenheid(
                medewerker_id=medewerker,
                huishouden_id=huishouden,
                grond=Grond.MELDING,
                van=min(zaak.melding.ontvangen_op for zaak in group),
                tot=None if open_ends else last,
            )
        )
    stad.bewaar(Betrokkenheid, rows)
