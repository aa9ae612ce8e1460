"""Meldingen from the questions that led to one, with what the process did to them since."""

import datetime as dt
import uuid
from collections.abc import Sequence
from dataclasses import dataclass, field

from hengelo_sociaal.demo.stad import Kiezer, Stad, werkdag_tot
from hengelo_sociaal.kern.nummers import next_numbers
from hengelo_sociaal.medewerkers.demo import TEAM_VAN_WET
from hengelo_sociaal.medewerkers.models import Betrokkenheid, Grond
from toegang.demo.contacten import Geregistreerd, becomes_melding
from toegang.demo.eigen import offer_support
from toegang.demo.huishoudens import Gezin
from toegang.demo.termijnen import start_terms
from toegang.demo.verloop import INGETROKKEN, Verloop, plan_course, walk
from toegang.enums import HuisbezoekStatus, MeldingStatus
from toegang.models import Huisbezoek, Hulpvraag, Melding

BEZOCHT = 0.78
AFGEZIEN = {"gesprek-elders": 5, "niet-nodig": 3, "wil-niet": 2, "spoed": 1, "verblijf-elders": 1}

# Who referred, as it stands on a referral of the demo town.
VERWIJZERS = {
    "huisarts": "Huisartsenpraktijk De Es",
    "jeugdarts": "GGD Twente, jeugdgezondheidszorg",
    "kinderarts": "Ziekenhuis, polikliniek kindergeneeskunde",
    "gecertificeerde-instelling": "Jeugdbescherming Overijssel",
    "rechter": "Rechtbank Overijssel",
}


@dataclass
class Zaak:
    """A melding of the town with the household it belongs to."""

    melding: Melding
    gezin: Gezin
    hulpvraag: Hulpvraag
    verloop: Verloop
    huisbezoek: Huisbezoek | None = None

    @property
    def consulent_id(self) -> uuid.UUID:
        """Who works on it; in the town everything has somebody."""
        assert self.melding.consulent_id is not None  # noqa: S101
        return self.melding.consulent_id


@dataclass
class _Behandelaars:
    """Who works on what, and since when households are known to be in support."""

    per_team: dict[str, Kiezer]
    bekend: dict[uuid.UUID, dt.date] = field(default_factory=dict)


def make_meldingen(stad: Stad, geregistreerd: Sequence[Geregistreerd]) -> list[Zaak]:
    """Make and store the meldingen, their visits and who is involved; oldest first."""
    behandelaars = _Behandelaars(_per_team(stad))
    zaken = []
    for one in stad.toon(geregistreerd, "meldingen"):
        for hulpvraag in one.hulpvragen:
            if becomes_melding(hulpvraag):
                zaken.append(_zaak(stad, one, hulpvraag, behandelaars))
    numbers = next_numbers("M", [zaak.melding.ontvangen_op.year for zaak in zaken])
    for zaak, nummer in zip(zaken, numbers, strict=True):
        zaak.melding.nummer = nummer
    offer_support(stad, [zaak.melding for zaak in zaken])
    stad.bewaar(Melding, [zaak.melding for zaak in zaken])
    stad.bewaar(Huisbezoek, [zaak.huisbezoek for zaak in zaken if zaak.huisbezoek])
    start_terms(stad, [(zaak.melding, zaak.verloop) for zaak in zaken])
    _involve(stad, zaken)
    return zaken


def _per_team(stad: Stad) -> dict[str, Kiezer]:
    """The account of the demo gets few: its own work is that of the named households."""
    return {
        code: stad.kiezer(
            {
                one: 0.05 if one.gebruikersnaam == "consulent" else 1
                for one in team.leden.order_by("gebruikersnaam")
                if "consulent" in one.rollen
            }
        )
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
    known_since = behandelaars.bekend.get(gezin.huishouden.pk, stad.tot)
    verwijzer = one.stroom.verwijzer or ("gemeente" if wet == "jeugdwet" else None)
    melding = Melding(
        id=stad.kenmerk(contact.plaatsgevonden_op),
        hulpvraag=hulpvraag,
        huishouden=gezin.huishouden,
        inwoner=contact.inwoner,
        wet_id=wet,
        ontvangen_op=contact.dag,
        verwijzer_id=verwijzer,
        verwijzer_organisatie=VERWIJZERS.get(verwijzer or "", ""),
        verwezen_op=contact.dag if verwijzer in VERWIJZERS else None,
        bedreigend=wet == "wgs" and stad.kans(0.12),
        consulent=behandelaars.per_team[team](),
        team=stad.vondst["teams"][team],
        eerste_keer=known_since >= contact.dag,
        geregistreerd_door=contact.geregistreerd_door,
        geregistreerd_op=contact.geregistreerd_op,
    )
    zaak = Zaak(melding, gezin, hulpvraag, plan_course(stad, melding))
    _happen(stad, zaak)
    if melding.ondersteuning_nodig:
        found = zaak.verloop.onderzocht or zaak.verloop.klaar
        behandelaars.bekend[gezin.huishouden.pk] = min(known_since, found)
    return zaak


def _happen(stad: Stad, zaak: Zaak) -> None:
    """Withdrawn, or walked through its steps up to now, with the visit that belongs to it."""
    melding = zaak.melding
    if stad.kans(INGETROKKEN) and zaak.verloop.klaar <= stad.laatste_dag:
        melding.status = MeldingStatus.INGETROKKEN
        melding.ingetrokken_reden_id = "inwoner-trekt-in"
        melding.aanvraag_op = melding.ontvangen_op if melding.wet_id == "jeugdwet" else None
        return
    walk(stad, melding, zaak.verloop)
    if melding.status == MeldingStatus.OPEN and melding.wet_id == "wmo" and stad.kans(0.6):
        melding.consulent = None  # what came in just now, nobody took up yet
    elif melding.status != MeldingStatus.OPEN:
        _visit(stad, zaak)


def _visit(stad: Stad, zaak: Zaak) -> None:
    """A home visit where support is needed for the first time, or the reason why not."""
    melding = zaak.melding
    if not (zaak.verloop.nodig and melding.eerste_keer):
        return
    if melding.ondersteuning_nodig and not stad.kans(BEZOCHT):
        melding.afgezien_reden_id = stad.kies(AFGEZIEN)
        return
    latest = zaak.verloop.onderzocht or zaak.verloop.klaar
    span = (latest - melding.ontvangen_op).days
    day = werkdag_tot(
        melding.ontvangen_op + dt.timedelta(days=stad.rng.randint(min(1, span), span))
    )
    moment = stad.tijdstip(max(day, melding.ontvangen_op))
    moment = moment.replace(minute=moment.minute // 15 * 15, second=0)
    done = moment.date() <= stad.laatste_dag
    zaak.huisbezoek = Huisbezoek(
        id=stad.kenmerk(moment),
        huishouden=zaak.gezin.huishouden,
        melding=melding,
        medewerker=melding.consulent,
        gepland_op=moment,
        status=HuisbezoekStatus.UITGEVOERD if done else HuisbezoekStatus.GEPLAND,
        uitgevoerd_op=moment if done else None,
        toestemming=True if done and melding.wet_id == "participatiewet" else None,
    )


def _involve(stad: Stad, zaken: list[Zaak]) -> None:
    """One involvement per consulent and household, open as long as there is work."""
    periods: dict[tuple[uuid.UUID, uuid.UUID], list[Zaak]] = {}
    for zaak in zaken:
        if zaak.melding.consulent_id:
            key = (zaak.melding.consulent_id, zaak.gezin.huishouden.pk)
            periods.setdefault(key, []).append(zaak)
    rows = [
        Betrokkenheid(
            medewerker_id=medewerker,
            huishouden_id=huishouden,
            grond=Grond.MELDING,
            van=min(zaak.melding.ontvangen_op for zaak in group),
            tot=None
            if any(zaak.melding.is_lopend for zaak in group)
            else max(zaak.verloop.klaar for zaak in group),
        )
        for (medewerker, huishouden), group in periods.items()
    ]
    stad.bewaar(Betrokkenheid, rows)
