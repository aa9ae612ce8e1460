"""What the papers of a plan say, per field and part of their text (`documentsoorten`).

Everything comes from the content that a version froze, so that the paper of a version
stays the same; a secret address is left out even when it was not secret at the time.
"""

import datetime as dt
import uuid
from collections.abc import Iterable, Mapping, Sequence

from hengelo_sociaal.kern.tijd import leeftijd_op
from hengelo_sociaal.papier.document import (
    Alinea,
    Blok,
    Handtekening,
    Handtekeningen,
    Kop,
    Lijst,
    Tabel,
    Toon,
    alinea,
)
from hengelo_sociaal.papier.soorten import Invulling
from hengelo_sociaal.web.opmaak import datum
from plannen.models import Akkoord, Partij, Plan, Vaststelling
from plannen.queries.inhoud import Inhoud, with_dates
from plannen.queries.pagina import household_name, running_deelnames
from plannen.queries.toestemming import who_answers

TELEFOON_GEMEENTE = "14 074"
KOPPEN = ("Dit spreken we af", "Wie doet het", "Wanneer", "Soort hulp")
BREEDTES = (40, 24, 18, 18)
EEN_KEER = "Eén keer"


def fields_of(plan: Plan, inhoud: Inhoud) -> dict[str, str]:
    """The fields that every paper of a plan has; `inhoud` has its days as dates."""
    contact = _contact(inhoud["aanspreekpunt"])
    names = [person["naam"] for person in inhoud["deelnemers"]]
    regisseur = inhoud["regisseur"]
    return {
        "naam": household_name(plan),
        "nummer": inhoud["nummer"],
        "wat_telt": inhoud["wat_telt"],
        "deelnemers": ", ".join(names) or "Nog niemand.",
        "aanspreekpunt": contact,
        "regisseur": regisseur,
        "telefoon_gemeente": "" if contact or regisseur else TELEFOON_GEMEENTE,
        "evaluaties": " en ".join(datum(day) for day in inhoud["evaluaties"]),
    }


def whole_plan(
    plan: Plan,
    inhoud: Inhoud,
    *,
    versie: Vaststelling | None,
    akkoorden: Iterable[Akkoord],
    op: dt.date,
    voor: uuid.UUID | None = None,
) -> Invulling:
    """The plan of a household, or what one person gets of it (`voor`)."""
    content = with_dates(inhoud)
    fields = fields_of(plan, content)
    if voor is not None:
        fields |= young(plan, voor, op=op)
    return Invulling(
        velden=fields,
        onderdelen={
            "doelen": goals(content),
            "nog_geen_evaluatie": no_evaluation_yet(content),
            "akkoord": agreement(versie, akkoorden) if versie else _room_to_sign(plan, content, op),
        },
    )


def for_party(plan: Plan, inhoud: Inhoud, partij: Partij) -> Invulling:
    """What somebody outside gets of a plan: the goals they may see, and why they may."""
    content = with_dates(inhoud)
    until = f", tot {datum(partij.tot)}" if partij.tot else ""
    if partij.grond == "toestemming":
        reason = "De inwoner vindt goed dat u deze doelen ziet"
    else:
        reason = f"U mag deze doelen zien op grond van: {partij.wettelijke_grond}"
    fields = fields_of(plan, content) | {"voor": str(partij), "reden": reason + until}
    return Invulling(velden=fields, onderdelen={"doelen": goals(content)})


def young(plan: Plan, voor: uuid.UUID, *, op: dt.date) -> dict[str, str]:
    """The name of a young person in the field of their age: from 12, from 16, or neither."""
    person = next(one.inwoner for one in plan.deelnames.all() if one.inwoner_id == voor)
    age = leeftijd_op(person.geboortedatum, op) if person.geboortedatum else None
    first = person.voornamen.split(" ")[0] if person.voornamen else str(person)
    return {
        "naam_12": first if age is not None and 12 <= age < 16 else "",
        "naam_16": first if age is not None and 16 <= age < 18 else "",
    }


def goals(inhoud: Inhoud) -> tuple[Blok, ...]:
    """Every goal with its afspraken in a table, from light to heavy."""
    if not inhoud["doelen"]:
        return (alinea("Er staan nog geen doelen in dit plan."),)
    return tuple(blok for doel in inhoud["doelen"] for blok in _goal(doel))


def _goal(doel: Inhoud) -> Iterable[Blok]:
    yield Kop(f"Doel {doel['nummer']}. {doel['omschrijving']}")
    yield alinea(" · ".join(_about(doel)), toon=Toon.ZACHT)
    if not doel["afspraken"]:
        yield alinea("Bij dit doel zijn nog geen afspraken gemaakt.")
        return
    yield Tabel(
        f"Afspraken bij doel {doel['nummer']}",
        KOPPEN,
        tuple(_row(afspraak) for afspraak in doel["afspraken"]),
        BREEDTES,
    )


def _about(doel: Inhoud) -> Iterable[str]:
    yield doel["leefgebied"]
    yield f"doel van {doel['van']}" if doel["van"] else "doel van het hele huishouden"
    if doel["gewenst_op"]:
        yield f"bereikt voor {datum(doel['gewenst_op'])}"
    if doel["status"] != "Loopt":
        yield doel["status"].lower()


def _row(afspraak: Inhoud) -> tuple[str, ...]:
    what, provision = afspraak["omschrijving"], afspraak["voorziening"]
    return (
        what if provision in ("", what) else f"{what}\n{provision}",
        afspraak["wie"],
        "\n".join(_when(afspraak)),
        "\n".join(part for part in (afspraak["trede"], afspraak["wet"]) if part),
    )


def _when(afspraak: Inhoud) -> Iterable[str]:
    if afspraak["uiterlijk"]:
        yield f"voor {datum(afspraak['uiterlijk'])}"
    if afspraak["hoe_vaak"] != EEN_KEER:
        yield afspraak["hoe_vaak"].lower()
    elif not afspraak["uiterlijk"]:
        yield "in overleg"


def no_evaluation_yet(inhoud: Inhoud) -> tuple[Blok, ...]:
    """The sentence for a plan without a day to look at it together."""
    if inhoud["evaluaties"]:
        return ()
    return (alinea("Hiervoor is nog geen dag gekozen. We spreken die dag met u af."),)


def _room_to_sign(plan: Plan, inhoud: Inhoud, op: dt.date) -> tuple[Blok, ...]:
    """Room to sign while nothing was agreed, for who is asked on screen as well."""
    _, young = who_answers(running_deelnames(plan), op=op)
    skipped = {str(one.inwoner_id) for one in young}
    names = [p["naam"] for p in inhoud["deelnemers"] if p["inwoner"] not in skipped]
    return (Kop("Akkoord"), signatures(names))


def agreement(versie: Vaststelling, akkoorden: Iterable[Akkoord]) -> tuple[Blok, ...]:
    """Who agreed with a version and how."""
    answers = list(akkoorden)
    points = tuple(_answer(one) for one in answers)
    drawn = tuple(hand for hand in (one.getekend for one in answers) if hand is not None)
    mark = f"Vingerafdruk van deze versie: {versie.vingerafdruk[:16]}."
    return (
        Kop("Wie zijn akkoord?"),
        *((Lijst(points),) if points else ()),
        *((Handtekeningen(drawn),) if drawn else ()),
        Alinea((f"{mark} Zo is te zien dat er niets is veranderd.",), Toon.VOET),
    )


def _answer(akkoord: Akkoord) -> str:
    reason = f", omdat: {akkoord.reden}" if akkoord.reden else ""
    return f"{akkoord.inwoner}: {akkoord.get_wijze_display().lower()}{reason}"


def signatures(names: Sequence[str]) -> Handtekeningen:
    """Room for a signature of each."""
    return Handtekeningen(tuple(Handtekening(name) for name in names))


def below_title(
    plan: Plan, inhoud: Inhoud, versie: Vaststelling | None, *, op: dt.date
) -> tuple[str, str]:
    """The number with the address, and which version this is."""
    address = "Adres geheim" if plan.huishouden.geheim else inhoud["huishouden"]
    number = f"Plan {inhoud['nummer']}"
    return (
        f"{number} · {address}" if inhoud["huishouden"] else number,
        _standing(plan, versie, op=op),
    )


def _standing(plan: Plan, versie: Vaststelling | None, *, op: dt.date) -> str:
    if versie is not None:
        return f"Versie {versie.versie}, vastgelegd op {datum(versie.op)}"
    if plan.status == "vastgesteld":
        return f"Met de wijzigingen tot en met {datum(op)}. Die zijn nog niet vastgesteld."
    return f"Concept van {datum(op)}. Dit plan is nog niet vastgesteld."


def _contact(aanspreekpunt: Mapping[str, str] | None) -> str:
    if not aanspreekpunt:
        return ""
    organisation = aanspreekpunt["organisatie"]
    phone = aanspreekpunt["telefoon"]
    return (
        aanspreekpunt["naam"]
        + (f" van {organisation}" if organisation else "")
        + (f", telefoon {phone}" if phone else "")
    )
