"""Following signals up: who does it, attempts, the offer, and how it ended."""

import datetime as dt
import uuid

from hengelo_sociaal.kern.beperkingen import operation
from hengelo_sociaal.kern.fouten import NietGevonden, OngeldigeInvoer
from hengelo_sociaal.kern.tijd import dag_van
from hengelo_sociaal.logboek.domain import log_access, log_change
from hengelo_sociaal.logboek.models import Handeling
from hengelo_sociaal.medewerkers.models import Medewerker
from hengelo_sociaal.termijnen import domain as termijnen
from hengelo_sociaal.werk.domain.berichten import notify
from hengelo_sociaal.werk.enums import Berichtsoort
from toegang.domain.contact import ContactGegevens, Vraag, register_contact
from toegang.domain.gemeen import lock, refuse_future, require_unchanged
from toegang.domain.melding import BEHANDELAARS, assign_melding, make_melding
from toegang.domain.signalen.betrokken import involve_follower, lock_homes, release_follower
from toegang.enums import (
    Pogingresultaat,
    Pogingsoort,
    SignaalUitkomst,
    SignaalzaakStatus,
)
from toegang.exceptions import InwonerOnbekend, ZaakAfgesloten
from toegang.models import Huishouden, Inwoner, Lidmaatschap, Melding, Poging, Signaalzaak
from toegang.queries.zicht import visible_signals
from toegang.rechten import SIGNAAL_SCHRIJVEN

MET_AANBOD = (Pogingresultaat.VERSTUURD, Pogingresultaat.AANBOD)
DOEL = "opvolgen van een signaal over schulden"


def assign_zaak(
    *, by: Medewerker, zaak_id: uuid.UUID, consulent_id: uuid.UUID, at: dt.datetime
) -> Signaalzaak:
    """Give a case to a colleague, or take it up oneself. ZaakAfgesloten (409) when closed.

    Who had it before is no longer involved with the household, who gets it is.
    """
    found = Medewerker.objects.filter(pk=consulent_id, is_active=True).first()
    if found is None or not BEHANDELAARS & set(found.rolcodes):
        raise OngeldigeInvoer(velden={"consulent_id": "Kies een collega die signalen opvolgt."})
    with operation():
        zaak = _lock_open(by, zaak_id, at=at)
        if zaak.consulent != found:
            release_follower(zaak, op=dag_van(at))
        zaak.consulent = found
        zaak.raise_revision(["consulent"])
        involve_follower(zaak, op=dag_van(at))
        _log(zaak, "signaal toegedeeld", by=by, at=at, consulent=found.pk)
        notify(
            voor=found,
            by=by,
            soort=Berichtsoort.SIGNAAL,
            titel=f"Signaal {zaak.nummer} is van u",
            adres=f"/signalen/{zaak.pk}",
            at=at,
        )
    return zaak


def record_attempt(
    *,
    by: Medewerker,
    zaak_id: uuid.UUID,
    soort: str,
    resultaat: str,
    op: dt.date,
    at: dt.datetime,
    toelichting: str = "",
) -> Poging:
    """An attempt to reach somebody on `op`, by letter, telephone, visit or text message.

    The first with our offer in it meets the term. Refused with ZaakAfgesloten (409), or
    OngeldigeInvoer for a day before the signal or to come.
    """
    refuse_future(op, at, veld="op")
    if soort not in Pogingsoort.values or resultaat not in Pogingresultaat.values:
        raise OngeldigeInvoer(velden={"resultaat": "Kies hoe het ging uit de lijst."})
    with operation():
        zaak = _lock_open(by, zaak_id, at=at)
        if op < zaak.ontvangen_op:
            raise OngeldigeInvoer(velden={"op": "Deze dag ligt voor het signaal."})
        made = Poging.objects.create(
            zaak=zaak,
            soort=soort,
            resultaat=resultaat,
            op=op,
            toelichting=toelichting.strip(),
            door=by,
            vastgelegd_op=at,
        )
        _follow(zaak, made, by=by, at=at)
        _log(zaak, "poging vastgelegd", by=by, at=at, soort=soort, resultaat=resultaat)
    return made


def link_resident(
    *, by: Medewerker, zaak_id: uuid.UUID, inwoner_id: uuid.UUID, at: dt.datetime
) -> Signaalzaak:
    """Say who the case is about, when the file did not tell; their home comes along.

    The household that was thought of before is closed to who follows it up, also when whom
    it is about has no home: it was found by an address where they do not live.
    """
    with operation():
        living = Lidmaatschap.objects.op(dag_van(at)).thuis().filter(inwoner=inwoner_id).first()
        home = living.huishouden if living else None
        zaak = _lock_open(by, zaak_id, at=at, beside=home)
        person = Inwoner.objects.filter(pk=inwoner_id).first()
        if person is None:
            raise OngeldigeInvoer(velden={"inwoner_id": "Kies een inwoner."})
        zaak.inwoner = person
        if zaak.huishouden != home:
            release_follower(zaak, op=dag_van(at))
            zaak.huishouden = home
        zaak.raise_revision(["inwoner", "huishouden"])
        involve_follower(zaak, op=dag_van(at))
        _log(zaak, "inwoner gekoppeld", by=by, at=at)
    return zaak


def close_zaak(
    *,
    by: Medewerker,
    zaak_id: uuid.UUID,
    uitkomst: str,
    op: dt.date,
    at: dt.datetime,
    revisie: int | None = None,
) -> Signaalzaak:
    """How it ended on `op`. Who wants help gets a melding under the Wgs, with its term.

    Who followed it up is involved no longer, unless that melding is theirs.
    Refused with InwonerOnbekend (409) when nobody knows who accepts, ZaakAfgesloten (409),
    Verouderd (412).
    """
    refuse_future(op, at, veld="op")
    if uitkomst not in SignaalUitkomst.values:
        raise OngeldigeInvoer(velden={"uitkomst": "Kies een uitkomst uit de lijst."})
    with operation():
        zaak = _lock_open(by, zaak_id, at=at)
        require_unchanged(zaak, revisie, {})
        if op < zaak.ontvangen_op:
            raise OngeldigeInvoer(velden={"op": "Deze dag ligt voor het signaal."})
        if uitkomst == SignaalUitkomst.AANVAARD:
            zaak.melding = _accept(zaak, op, by=by, at=at)
            zaak.aanbod_op = zaak.aanbod_op or op
        zaak.status, zaak.uitkomst, zaak.afgesloten_op = (
            SignaalzaakStatus.AFGESLOTEN,
            uitkomst,
            op,
        )
        zaak.raise_revision(["status", "uitkomst", "afgesloten_op", "melding", "aanbod_op"])
        _end_term(zaak, by=by, at=at)
        release_follower(zaak, op=dag_van(at))
        _log(zaak, "signaal afgesloten", by=by, at=at, uitkomst=uitkomst)
    return zaak


def look_at_zaak(*, by: Medewerker, zaak_id: uuid.UUID, at: dt.datetime) -> Signaalzaak:
    """One case with its signals and attempts; NietGevonden (404) when it is not theirs."""
    rows = visible_signals(by, op=dag_van(at)).select_related(
        "inwoner", "huishouden", "consulent", "team", "termijn__regel", "melding"
    )
    found = rows.prefetch_related("signalen", "pogingen__door").filter(pk=zaak_id).first()
    if found is None:
        raise NietGevonden()
    log_access(
        by=by,
        handeling=Handeling.INGEZIEN,
        soort="signaalzaak",
        object_id=found.pk,
        inwoners=[found.inwoner_id] if found.inwoner_id else (),
        doel=DOEL,
        at=at,
    )
    return found


def _lock_open(
    by: Medewerker, zaak_id: uuid.UUID, *, at: dt.datetime, beside: Huishouden | None = None
) -> Signaalzaak:
    """The case, locked behind its household and the one that it may go to (`beside`), so that
    of two colleagues one comes second."""
    mine = visible_signals(by, op=dag_van(at), recht=SIGNAAL_SCHRIJVEN)
    lock_homes(mine.filter(pk=zaak_id), beside)
    zaak = lock(mine, zaak_id)
    if not zaak.is_open:
        raise ZaakAfgesloten()
    return zaak


def _follow(zaak: Signaalzaak, made: Poging, *, by: Medewerker, at: dt.datetime) -> None:
    """The case after an attempt: reached, or offered help, which meets the term once."""
    if made.resultaat not in MET_AANBOD:
        if zaak.status == SignaalzaakStatus.NIEUW:
            zaak.status = SignaalzaakStatus.BENADERD
            zaak.raise_revision(["status"])
        return
    first = zaak.aanbod_op is None
    zaak.status = SignaalzaakStatus.AANGEBODEN
    zaak.aanbod_op = made.op if first else zaak.aanbod_op
    zaak.raise_revision(["status", "aanbod_op"])
    if first:
        termijnen.meet_termijn(
            termijn=zaak.termijn, op=made.op, by=by, at=at, huishouden_id=zaak.huishouden_id
        )


def _end_term(zaak: Signaalzaak, *, by: Medewerker, at: dt.datetime) -> None:
    """The term to offer help is met by the offer, or no longer needed."""
    if not zaak.termijn.is_open:
        return
    if zaak.aanbod_op is not None:
        termijnen.meet_termijn(
            termijn=zaak.termijn, op=zaak.aanbod_op, by=by, at=at, huishouden_id=zaak.huishouden_id
        )
    else:
        termijnen.lapse_termijn(
            termijn=zaak.termijn,
            reden="signaal-afgesloten",
            by=by,
            at=at,
            huishouden_id=zaak.huishouden_id,
        )


def _accept(zaak: Signaalzaak, op: dt.date, *, by: Medewerker, at: dt.datetime) -> Melding:
    """A contact with the question about debts, and its melding under the Wgs (4 lid 1)."""
    if zaak.inwoner is None:
        raise InwonerOnbekend()
    last = zaak.pogingen.order_by("-op", "-vastgelegd_op").first()
    channel = {"brief": "brief", "huisbezoek": "huisbezoek"}.get(last.soort if last else "")
    contact = register_contact(
        by=by,
        gegevens=ContactGegevens(
            kanaal=channel or "telefoon",
            vindplaats="zorgloket",
            plaatsgevonden_op=at,
            vragen=[Vraag(soort="schulden", toelichting="Na een signaal over achterstand")],
            inwoner_id=zaak.inwoner_id,
            huishouden_id=zaak.huishouden_id,
        ),
        at=at,
    )
    (question,) = contact.vragen
    melding = make_melding(by=by, hulpvraag_id=question.pk, wet="wgs", ontvangen_op=op, at=at)
    if zaak.consulent_id is None:
        return melding
    return assign_melding(by=by, melding_id=melding.pk, consulent_id=zaak.consulent_id, at=at)


def _log(
    zaak: Signaalzaak, handeling: str, *, by: Medewerker, at: dt.datetime, **wijziging: object
) -> None:
    log_change(
        by=by,
        handeling=handeling,
        soort="signaalzaak",
        object_id=zaak.pk,
        huishouden_id=zaak.huishouden_id,
        inwoners=[zaak.inwoner_id] if zaak.inwoner_id else (),
        at=at,
        wijziging=wijziging,
    )
