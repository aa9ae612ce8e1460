"""Hetty got half of what she asked, objected, and was right: from draft to the way to court.

A budget of her own (pgb), granted in part; an objection in time, a hearing, a decision in her
favour and the new besluit against which beroep still stands open.
"""

import datetime as dt
from dataclasses import replace
from typing import Any

from aanbieders.enums import Eenheid, Frequentie
from hengelo_sociaal.medewerkers.models import Medewerker
from plannen.demo.verhalen.planner import Planner
from plannen.demo.verhalen.verteller import Persoon, Verteller
from plannen.domain.besluit.bekendmaken import publish_besluit
from plannen.domain.besluit.beoordelen import submit_besluit, take_besluit
from plannen.domain.besluit.bezwaar import (
    BezwaarGegevens,
    plan_hearing,
    receive_bezwaar,
    record_hearing,
)
from plannen.domain.besluit.heroverwegen import decide_bezwaar
from plannen.domain.besluit.opstellen import (
    Aanleiding,
    BesluitGegevens,
    answer_check,
    change_besluit,
    draft_besluit,
    gegevens_van,
)
from plannen.enums import (
    Besluitsoort,
    Bezwaaruitkomst,
    Hoorwijze,
    Indiener,
    Leveringsvorm,
    RedenNietLichter,
    Toetsbron,
    Trede,
)
from plannen.models import Besluit, Besluitreden
from plannen.queries.besluit.vragen import questions_for
from toegang.domain.melding_stappen import finish_onderzoek, receive_aanvraag
from toegang.domain.melding_stappen import start_onderzoek as begin
from toegang.enums import Rol
from toegang.models import Huishouden, Inwoner, Melding

GEVRAAGD, GEGEVEN = 240, 120  # minutes of guidance a week
TARIEF = 70  # euro cents a minute


def wolters(v: Verteller) -> Huishouden:
    """A melding, a plan, a besluit for half of it, an objection, and a besluit for all of it."""
    hetty = v.registreer(Persoon("Hetty", "Wolters", 63, "vrouw"), 140)
    thuis = v.huisvest([(hetty, Rol.AANVRAGER)], wijk="WK016403", huisnummer=27, geleden=140)
    melding = _asks(v, hetty)
    besluit = _granted_in_part(v, thuis, hetty, melding)
    _plan(v, thuis, hetty)
    _granted_after_all(v, _objects(v, besluit))
    return thuis


def _asks(v: Verteller, hetty: Inwoner) -> Melding:
    vraag = v.vraagt(
        hetty,
        "individuele-begeleiding",
        "Sinds haar herseninfarct lukt de administratie niet meer. Wil zelf iemand kiezen.",
        geleden=130,
    )
    melding = v.meldt(vraag, "wmo", geleden=130)
    begin(by=v.anouk, melding_id=melding.pk, at=v.om(128))
    v.bezoekt(
        melding,
        geleden=116,
        verslag="Hetty raakt het overzicht kwijt. Haar nicht helpt nu elke dag, dat is te veel.",
    )
    finish_onderzoek(
        by=v.anouk,
        melding_id=melding.pk,
        op=v.dag(106),
        ondersteuning_nodig=True,
        at=v.om(106, 16),
    )
    receive_aanvraag(by=v.anouk, melding_id=melding.pk, op=v.dag(104), at=v.om(104))
    return melding


def _granted_in_part(v: Verteller, thuis: Huishouden, hetty: Inwoner, melding: Melding) -> Besluit:
    product = v.stad.vondst["aanbod"]["02A03"].product
    besluit = draft_besluit(
        aanleiding=Aanleiding(inwoner=hetty, huishouden=thuis, wet=product.wet, melding=melding),
        gegevens=BesluitGegevens(
            soort=Besluitsoort.GEDEELTELIJK,
            gevraagd="vier uur begeleiding per week",
            aanvraag_op=v.dag(104),
            leveringsvorm=Leveringsvorm.PGB,
            product=product,
            volume=GEGEVEN,
            eenheid=Eenheid.MINUUT,
            frequentie=Frequentie.WEEK,
            tarief_cent=TARIEF,
            van=v.dag(98),
            tot=v.dag(-267),
            reden=Besluitreden.objects.get(pk="wmo-eigen-kracht"),
            motivering="Uw nicht helpt u met de post. Daarom geven wij twee uur per week.",
        ),
        by=v.anouk,
        at=v.om(100, 10),
    )
    _check(besluit, by=v.anouk, at=v.om(100, 11))
    submit_besluit(besluit_id=besluit.pk, by=v.anouk, at=v.om(100, 15))
    take_besluit(besluit_id=besluit.pk, by=v.teamleider, at=v.om(99, 11))
    publish_besluit(besluit_id=besluit.pk, op=v.dag(98), by=v.anouk, at=v.om(98, 12))
    return besluit


def _check(besluit: Besluit, *, by: Medewerker, at: dt.datetime) -> None:
    for vraag in questions_for(besluit):
        answer_check(
            besluit_id=besluit.pk,
            code=vraag.code,
            antwoord=sorted(vraag.goed)[0],
            bron=Toetsbron.ONDERZOEK,
            by=by,
            at=at,
        )


def _plan(v: Verteller, thuis: Huishouden, hetty: Inwoner) -> None:
    plan = Planner(v, thuis, geleden=96, wat_telt="Zelf de baas over mijn geld en mijn dag.")
    doel = plan.doel("Ik heb weer overzicht over mijn post", "geld", geleden=96, inwoner=hetty)
    plan.afspraak(
        doel,
        Trede.MAATWERK,
        "Begeleiding bij de administratie, met een eigen budget",
        geleden=96,
        wet="wmo",
        voorziening="individuele-begeleiding",
        naam="Loes, door Hetty gekozen",
        reden_niet_lichter=RedenNietLichter.NETWERK_VOL,
    )
    plan.afspraak(doel, Trede.NETWERK, "Nicht Roos belt op zondag", geleden=96, naam="Roos (nicht)")
    plan.spreek_af([hetty], geleden=95)
    plan.evalueer(afgesproken=95, op=-14)


def _objects(v: Verteller, besluit: Besluit) -> Besluit:
    """An objection in time, a hearing, and a decision in her favour; gives the new draft."""
    bezwaar = receive_bezwaar(
        besluit_id=besluit.pk,
        gegevens=BezwaarGegevens(
            ontvangen_op=v.dag(78),
            indiener=Indiener.INWONER,
            gronden="Mijn nicht werkt en kan niet meer elke dag komen. Twee uur is te weinig.",
        ),
        by=v.jurist,
        at=v.om(77, 10),
    )
    who: dict[str, Any] = {"bezwaar_id": bezwaar.pk, "by": v.jurist}
    plan_hearing(**who, op=v.om(50, 14), at=v.om(70, 10))
    record_hearing(
        **who,
        gehoord=Hoorwijze.GEHOORD,
        verslag="Hetty vertelt dat haar nicht sinds augustus weer werkt. De consulent herkent dat.",
        at=v.om(50, 16),
    )
    decided = decide_bezwaar(
        **who,
        uitkomst=Bezwaaruitkomst.GEGROND,
        motivering="Uw nicht kan dit niet blijven doen. Vier uur per week is nodig.",
        op=v.dag(40),
        at=v.om(40, 11),
    )
    assert decided.nieuw_besluit is not None  # noqa: S101  a decision in favour drafts it
    return decided.nieuw_besluit


def _granted_after_all(v: Verteller, besluit: Besluit) -> None:
    change_besluit(
        besluit_id=besluit.pk,
        gegevens=replace(gegevens_van(besluit), volume=GEVRAAGD),
        verwacht=besluit.wijzigingnummer,
        by=v.jurist,
        at=v.om(40, 13),
    )
    _check(besluit, by=v.jurist, at=v.om(40, 14))
    submit_besluit(besluit_id=besluit.pk, by=v.jurist, at=v.om(39, 10))
    take_besluit(besluit_id=besluit.pk, by=v.teamleider, at=v.om(38, 11))
    publish_besluit(besluit_id=besluit.pk, op=v.dag(36), by=v.jurist, at=v.om(36, 12))
