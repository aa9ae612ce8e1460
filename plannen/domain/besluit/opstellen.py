"""Drafting a besluit: what was asked, what is decided, and the answers to the checks."""

import datetime as dt
import uuid
from dataclasses import dataclass, fields

from aanbieders.models import Contract, Product
from hengelo_sociaal.kern.beperkingen import operation
from hengelo_sociaal.kern.fouten import NietGevonden, OngeldigeInvoer
from hengelo_sociaal.kern.nummers import next_number
from hengelo_sociaal.kern.tijd import dag_van
from hengelo_sociaal.medewerkers.models import Medewerker
from hengelo_sociaal.waarden.models import Wet
from plannen.domain.besluit.gemeen import lock_besluit, note_besluit
from plannen.domain.gemeen import fill, require_unchanged, save_changed, values_of
from plannen.enums import Besluitsoort, BesluitStatus, Toetsantwoord, Toetsbron
from plannen.exceptions import BesluitVast, StapPastNiet
from plannen.models import Afspraak, Besluit, Besluitreden, Besluittoets
from plannen.queries.besluit.vragen import questions_for
from plannen.queries.besluit.zicht import may_draft
from plannen.rechten import BESLUIT_OPSTELLEN
from toegang.models import Huishouden, Inwoner, Melding
from voorzieningen.domain.controle import check


@dataclass(frozen=True, kw_only=True)
class BesluitGegevens:
    """What a besluit says; amounts in euro cents per unit, both days part of the period."""

    soort: str
    gevraagd: str
    aanvraag_op: dt.date | None = None
    leveringsvorm: str | None = None
    contract: Contract | None = None
    product: Product | None = None
    volume: int | None = None
    eenheid: str | None = None
    frequentie: str | None = None
    van: dt.date | None = None
    tot: dt.date | None = None
    tarief_cent: int | None = None
    reden: Besluitreden | None = None
    motivering: str = ""
    aanvulling_gevraagd_op: dt.date | None = None
    hersteltermijn_tot: dt.date | None = None


def gegevens_van(besluit: Besluit) -> BesluitGegevens:
    """The besluit as it is, to change one thing of it."""
    return BesluitGegevens(
        **{one.name: getattr(besluit, one.name) for one in fields(BesluitGegevens)}
    )


@dataclass(frozen=True, kw_only=True)
class Aanleiding:
    """For whom and why there is something to decide; at least the resident and the law."""

    inwoner: Inwoner
    huishouden: Huishouden
    wet: Wet
    melding: Melding | None = None
    afspraak: Afspraak | None = None
    eerder: Besluit | None = None


def draft_besluit(
    *, aanleiding: Aanleiding, gegevens: BesluitGegevens, by: Medewerker, at: dt.datetime
) -> Besluit:
    """Begin a besluit as a draft.

    Refused with GeenRecht (403), NietGevonden (404) for a household that is not theirs,
    OngeldigeInvoer, and VervolgBestaat when another draft changes the same besluit.
    """
    op = dag_van(at)
    home, melding = aanleiding.huishouden, aanleiding.melding
    if not may_draft(by, home.pk, melding=melding, op=op):
        raise NietGevonden("Dit huishouden hoort niet bij uw werk.")
    with operation():
        made = Besluit(
            nummer=next_number("B", op.year),
            opgesteld_door=by,
            opgesteld_op=at,
            gewijzigd_op=at,
            gewijzigd_door=by,
            **values_of(aanleiding),
            **values_of(gegevens),
        )
        _require_sound(made)
        check(made)
        made.save(force_insert=True)
        note_besluit(made, "besluit opgesteld", by=by, at=at)
    return made


def change_besluit(
    *,
    besluit_id: uuid.UUID,
    gegevens: BesluitGegevens,
    verwacht: int,
    by: Medewerker,
    at: dt.datetime,
) -> Besluit:
    """Change a draft that was read as number `verwacht`.

    Refused with BesluitVast once it was made known, StapPastNiet while somebody reads it,
    Verouderd (412) when somebody else was first.
    """
    with operation():
        besluit = lock_besluit(besluit_id, by=by, at=at, recht=BESLUIT_OPSTELLEN)
        _require_draft(besluit)
        require_unchanged(besluit, verwacht, gegevens)
        changed = fill(besluit, gegevens)
        _require_sound(besluit)
        if changed:
            _wrote_too(besluit, by)
            check(besluit)
            save_changed(besluit, by=by, at=at)
            names = {"velden": sorted(changed)}
            note_besluit(besluit, "besluit gewijzigd", by=by, at=at, wijziging=names)
    return besluit


def answer_check(
    *,
    besluit_id: uuid.UUID,
    code: str,
    antwoord: str,
    bron: str,
    by: Medewerker,
    at: dt.datetime,
    toelichting: str = "",
) -> Besluittoets:
    """Answer one check, or answer it again; says where the answer comes from.

    Refused with OngeldigeInvoer for a check that does not belong to this besluit.
    """
    with operation():
        besluit = lock_besluit(besluit_id, by=by, at=at, recht=BESLUIT_OPSTELLEN)
        _require_draft(besluit)
        _require_answer(besluit, code, antwoord, bron)
        if _wrote_too(besluit, by):
            besluit.save(update_fields=["eerdere_opstellers"])
        toets, _ = Besluittoets.objects.update_or_create(
            besluit=besluit,
            code=code,
            defaults={
                "antwoord": antwoord,
                "bron": bron,
                "toelichting": toelichting.strip(),
                "door": by,
                "op": at,
            },
        )
        done = {"controle": code, "antwoord": antwoord, "bron": bron}
        note_besluit(besluit, "controle beantwoord", by=by, at=at, wijziging=done)
    return toets


def _require_draft(besluit: Besluit) -> None:
    if besluit.is_bekend:
        raise BesluitVast()
    if besluit.status != BesluitStatus.CONCEPT:
        raise StapPastNiet("Dit besluit is geen concept meer. Neem het eerst terug.")


def _wrote_too(besluit: Besluit, by: Medewerker) -> bool:
    """Who changes another's draft wrote it too, and so cannot be its second reader."""
    if by.pk in besluit.opstellers:
        return False
    besluit.eerdere_opstellers = sorted({*besluit.eerdere_opstellers, by.pk})
    return True


def _require_answer(besluit: Besluit, code: str, antwoord: str, bron: str) -> None:
    wrong = {}
    if code not in {vraag.code for vraag in questions_for(besluit)}:
        wrong["code"] = "Deze controle hoort niet bij dit besluit."
    if antwoord not in Toetsantwoord.values:
        wrong["antwoord"] = "Kies een antwoord."
    if bron not in Toetsbron.values:
        wrong["bron"] = "Kies waar dit uit blijkt."
    if wrong:
        raise OngeldigeInvoer(velden=wrong)


def _require_sound(besluit: Besluit) -> None:
    """What belongs together: a later besluit with its earlier one, a reason or product with
    its kind and law.
    """
    wrong = {}
    if besluit.soort not in Besluitsoort.values:
        raise OngeldigeInvoer(velden={"soort": "Kies een soort besluit."})
    if Besluitsoort(besluit.soort).volgt_op:
        if besluit.eerder_id is None:
            wrong["soort"] = "Begin dit besluit vanuit het besluit dat u verandert."
        if besluit.van is None:
            wrong["van"] = "Vul in vanaf welke dag het verandert."
    elif besluit.eerder_id is not None:
        wrong["soort"] = "Kies intrekking of herziening: dit besluit verandert een eerder besluit."
    reden = besluit.reden
    if reden and besluit.soort not in reden.soorten:
        wrong["reden"] = "Deze reden past niet bij dit soort besluit."
    if reden and reden.wet_id and reden.wet_id != besluit.wet_id:
        wrong["reden"] = "Deze reden hoort bij een andere wet."
    if besluit.product and besluit.product.wet_id != besluit.wet_id:
        wrong["product"] = "Dit product hoort bij een andere wet."
    if wrong:
        raise OngeldigeInvoer(velden=wrong)
