"""Preparing a new version of the questions and putting it in force; answers given before stay."""

import datetime as dt
import uuid
from collections.abc import Mapping
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from hengelo_sociaal.kern.beperkingen import operation
from hengelo_sociaal.kern.fouten import NietGevonden, OngeldigeInvoer
from hengelo_sociaal.kern.tijd import dag_van
from hengelo_sociaal.logboek.domain import log_change
from hengelo_sociaal.medewerkers.models import Medewerker
from hengelo_sociaal.medewerkers.rechten import toets
from toegang.domain.gemeen import lock, require_unchanged
from toegang.enums import Punt, VersieStatus, Vraagsoort
from toegang.exceptions import VersieBevroren, VersieOnvolledig
from toegang.models import Vragenlijst, VragenlijstVersie
from toegang.queries.vragenlijst import faults_in, in_force, incompatible, schema_of
from toegang.rechten import VRAGENLIJST_BEHEREN


@dataclass(frozen=True, kw_only=True)
class VraagGegevens:
    """One question as `beheer` writes it; `code` stays the same over the versions."""

    code: str
    vraag: str
    onderdeel: str
    soort: str = Vraagsoort.TEKST
    hulp: str = ""
    punten: tuple[str, ...] = ()
    opties: tuple[tuple[str, str], ...] = ()


def prepare_version(*, by: Medewerker, vragenlijst: str, at: dt.datetime) -> VragenlijstVersie:
    """The concept to work on: the one that is there, or a copy of what is in force.

    Refused with NietGevonden (404) for a questionnaire that does not exist.
    """
    toets(by, VRAGENLIJST_BEHEREN)
    with operation():
        # The questionnaire owns the rule "one concept"; two who begin get the same one.
        found = Vragenlijst.objects.select_for_update(no_key=True).filter(pk=vragenlijst).first()
        if found is None:
            raise NietGevonden()
        concept = found.versies.filter(status=VersieStatus.CONCEPT).first()
        if concept is not None:
            return concept
        newest = found.versies.order_by("-nummer").first()
        now = in_force(vragenlijst) or newest
        made = VragenlijstVersie.objects.create(
            vragenlijst=found,
            nummer=newest.nummer + 1 if newest else 1,
            inhoud=deepcopy(now.inhoud) if now else {"onderdelen": []},
            schema=deepcopy(now.schema) if now else {},
        )
        _log(made, "versie voorbereid", by=by, at=at)
    return made


def put_question(
    *,
    by: Medewerker,
    versie_id: uuid.UUID,
    gegevens: VraagGegevens,
    revisie: int | None,
    at: dt.datetime,
) -> VragenlijstVersie:
    """Add a question at the end of its section, or change the one with this code.

    Refused with VersieBevroren (409) once in force, Verouderd (412) when a colleague
    changed the version meanwhile, OngeldigeInvoer for a section, kind or point that does
    not exist.
    """
    _refuse_unknown(gegevens)

    def change(inhoud: dict[str, Any]) -> None:
        parts = {part["code"]: part for part in inhoud["onderdelen"]}
        if gegevens.onderdeel not in parts:
            raise OngeldigeInvoer(velden={"onderdeel": "Kies een onderdeel uit de lijst."})
        target, before = parts[gegevens.onderdeel], _find(inhoud, gegevens.code)
        new = _as_data(gegevens, before[1] if before else {})
        if before and before[0] is target:
            before[1].clear()
            before[1].update(new)
            return
        if before:
            before[0]["vragen"].remove(before[1])
        target["vragen"].append(new)

    return _change(by, versie_id, change, revisie=revisie, at=at, handeling="vraag gewijzigd")


def move_question(
    *, by: Medewerker, versie_id: uuid.UUID, code: str, omhoog: bool, at: dt.datetime
) -> VragenlijstVersie:
    """Ask a question one place earlier or later within its section."""

    def change(inhoud: dict[str, Any]) -> None:
        part, question = _required(inhoud, code)
        here = part["vragen"].index(question)
        there = here - 1 if omhoog else here + 1
        if 0 <= there < len(part["vragen"]):
            part["vragen"].insert(there, part["vragen"].pop(here))

    return _change(by, versie_id, change, revisie=None, at=at, handeling="vraag verplaatst")


def remove_question(
    *, by: Medewerker, versie_id: uuid.UUID, code: str, at: dt.datetime
) -> VragenlijstVersie:
    """Ask a question no longer from this version on; answers given before stay."""

    def change(inhoud: dict[str, Any]) -> None:
        part, question = _required(inhoud, code)
        part["vragen"].remove(question)

    return _change(by, versie_id, change, revisie=None, at=at, handeling="vraag vervallen")


def put_in_force(
    *, by: Medewerker, versie_id: uuid.UUID, toelichting: str, at: dt.datetime
) -> VragenlijstVersie:
    """Ask these questions from today; the version before ends yesterday and stays readable.

    An uitvraag that is open goes on in the version in which it began. Refused with
    VersieOnvolledig (400, the reasons in `extra["redenen"]`), VersieBevroren (409) when
    it was in force already.
    """
    toets(by, VRAGENLIJST_BEHEREN)
    today = dag_van(at)
    with operation():
        version = lock(VragenlijstVersie.objects.all(), versie_id)
        if not version.is_concept:
            raise VersieBevroren()
        before = in_force(version.vragenlijst_id)
        reasons = faults_in(version.inhoud, is_instrument=version.vragenlijst.is_instrument)
        reasons += incompatible(before.inhoud, version.inhoud) if before else []
        if reasons:
            raise VersieOnvolledig(" ".join(reasons), extra={"redenen": reasons})
        if before is not None:
            _end(before, op=today)
        version.status, version.van = VersieStatus.VAN_KRACHT, today
        version.toelichting, version.schema = toelichting, schema_of(version.inhoud)
        version.raise_revision(["status", "van", "toelichting", "schema"])
        _log(version, "versie van kracht", by=by, at=at)
    return version


def drop_concept_version(*, by: Medewerker, versie_id: uuid.UUID, at: dt.datetime) -> None:
    """Throw a concept away. Refused with VersieBevroren (409) for what was in force."""
    toets(by, VRAGENLIJST_BEHEREN)
    with operation():
        version = lock(VragenlijstVersie.objects.all(), versie_id)
        if not version.is_concept:
            raise VersieBevroren()
        _log(version, "concept weggegooid", by=by, at=at)
        version.delete()


def _end(version: VragenlijstVersie, *, op: dt.date) -> None:
    assert version.van is not None  # noqa: S101  a check constraint sees to it
    version.status = VersieStatus.VERVALLEN
    version.tot = max(version.van, op - dt.timedelta(days=1))
    version.raise_revision(["status", "tot"])


def _change(
    by: Medewerker,
    versie_id: uuid.UUID,
    change: Any,
    *,
    revisie: int | None,
    at: dt.datetime,
    handeling: str,
) -> VragenlijstVersie:
    toets(by, VRAGENLIJST_BEHEREN)
    with operation():
        version = lock(VragenlijstVersie.objects.all(), versie_id)
        if not version.is_concept:
            raise VersieBevroren()
        require_unchanged(version, revisie, {})
        change(version.inhoud)
        version.schema = schema_of(version.inhoud)
        version.raise_revision(["inhoud", "schema"])
        _log(version, handeling, by=by, at=at)
    return version


def _refuse_unknown(gegevens: VraagGegevens) -> None:
    if gegevens.soort not in Vraagsoort.values:
        raise OngeldigeInvoer(velden={"soort": "Kies een soort uit de lijst."})
    if not set(gegevens.punten) <= set(Punt.values):
        raise OngeldigeInvoer(velden={"punten": "Kies punten uit de lijst."})


def _as_data(gegevens: VraagGegevens, before: Mapping[str, Any]) -> dict[str, Any]:
    """The question as data; colours of answers that stay, and the leefgebieden, go along."""
    colours = {one["code"]: one["toon"] for one in before.get("opties", ()) if one.get("toon")}
    data: dict[str, Any] = {
        "code": gegevens.code,
        "vraag": gegevens.vraag,
        "soort": gegevens.soort,
        "punten": list(gegevens.punten),
    }
    if gegevens.hulp:
        data["hulp"] = gegevens.hulp
    if gegevens.soort == Vraagsoort.KEUZE:
        data["opties"] = [
            {"code": code, "label": label} | ({"toon": colours[code]} if code in colours else {})
            for code, label in gegevens.opties
        ]
    if gegevens.soort == Vraagsoort.LEEFGEBIEDEN:
        data["gebieden"] = list(before.get("gebieden", ()))
    return data


def _find(inhoud: Mapping[str, Any], code: str) -> tuple[dict[str, Any], dict[str, Any]] | None:
    for part in inhoud["onderdelen"]:
        for question in part["vragen"]:
            if question["code"] == code:
                return part, question
    return None


def _required(inhoud: Mapping[str, Any], code: str) -> tuple[dict[str, Any], dict[str, Any]]:
    found = _find(inhoud, code)
    if found is None:
        raise NietGevonden()
    return found


def _log(version: VragenlijstVersie, handeling: str, *, by: Medewerker, at: dt.datetime) -> None:
    log_change(
        by=by,
        handeling=handeling,
        soort="vragenlijstversie",
        object_id=version.pk,
        at=at,
        wijziging={"vragenlijst": version.vragenlijst_id, "nummer": version.nummer},
    )
