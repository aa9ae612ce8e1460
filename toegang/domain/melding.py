"""Making a melding of a question, and giving it to somebody."""

import datetime as dt
import uuid
from typing import Any

from django.db.models import QuerySet

from hengelo_sociaal.kern.beperkingen import operation
from hengelo_sociaal.kern.fouten import Conflict, NietGevonden, OngeldigeInvoer
from hengelo_sociaal.kern.nummers import next_number
from hengelo_sociaal.kern.tijd import dag_van
from hengelo_sociaal.logboek.domain import log_change
from hengelo_sociaal.medewerkers.domain import end_involvement, involve
from hengelo_sociaal.medewerkers.models import Grond, Medewerker, Team
from hengelo_sociaal.medewerkers.queries import absent_colleagues, team_of_law
from hengelo_sociaal.waarden.models import Wet
from hengelo_sociaal.werk.domain.berichten import notify
from hengelo_sociaal.werk.enums import Berichtsoort
from toegang.domain.gemeen import lock, refuse_impossible, require_unchanged
from toegang.domain.huishouden import Adres, create_huishouden
from toegang.domain.hulpvraag import lock_question
from toegang.domain.termijnen import EIGEN_BESLUIT, start_terms, terms_at_start
from toegang.domain.verwezen import Verwezen
from toegang.enums import LOPEND, MeldingStatus, Rol
from toegang.exceptions import AnoniemGeenMelding, MeldingBestaatAl, StapNietMogelijk
from toegang.models import Contact, Huishouden, Hulpvraag, Inwoner, Lidmaatschap, Melding, Verwijzer
from toegang.queries.waarden import value_of
from toegang.queries.zicht import visible_meldingen, visible_questions
from toegang.rechten import MELDING_MAKEN, MELDING_SCHRIJVEN

GEEN_VERWIJZER = (
    "De gemeente beslist hier zelf: daar hoort geen naam, organisatie of dag van een verwijzer "
    "bij. Laat die leeg, of kies wie verwees."
)
BEHANDELAARS = {"consulent", "teamleider"}


def make_melding(
    *,
    by: Medewerker,
    hulpvraag_id: uuid.UUID,
    wet: str,
    ontvangen_op: dt.date,
    at: dt.datetime,
    verwijzer: str | None = None,
    verwezen: Verwezen | None = None,
    bedreigend: bool = False,
    spoed: bool = False,
) -> Melding:
    """Make a melding of a question under one law, and start the terms of that law.

    `ontvangen_op` is the day on which it was received, earlier for what arrived through
    another door. `verwezen` says who referred, beside the kind of `verwijzer`. A resident
    without a household gets one, still without address. Refused
    with AnoniemGeenMelding, MeldingBestaatAl or ContactIngetrokken (409), NietGevonden
    (404), OngeldigeInvoer for an unknown law or a day to come.
    """
    mine = visible_questions(by, op=dag_van(at), recht=MELDING_MAKEN)
    law = value_of(Wet, wet, veld="wet")
    referrer = value_of(Verwijzer, verwijzer, veld="verwijzer") if verwijzer else None
    refuse_impossible(ontvangen_op, at, veld="ontvangen_op")
    with operation():
        _lock_home_first(mine, hulpvraag_id, op=dag_van(at))
        question = lock_question(mine, hulpvraag_id)
        _refuse_second(question)
        household = lock_household_of(question.contact, op=dag_van(at))
        melding = Melding(
            nummer=next_number("M", ontvangen_op.year),
            hulpvraag=question,
            huishouden=household,
            inwoner=_resident(question.contact),
            wet=law,
            ontvangen_op=ontvangen_op,
            verwijzer=referrer,
            **_referred(verwezen, referrer, at),
            bedreigend=bedreigend,
            spoed=spoed and law.code == "wmo",
            team=team_of_law(law.code),
            eerste_keer=is_first_time(household, op=ontvangen_op),
            geregistreerd_door=by,
            geregistreerd_op=at,
        )
        _store(melding, question, by=by, at=at)
    return melding


def _referred(
    verwezen: Verwezen | None, referrer: Verwijzer | None, at: dt.datetime
) -> dict[str, Any]:
    """Who referred, as the fields that hold it; nobody did for who decides itself."""
    if verwezen is None or verwezen == Verwezen():
        return {}
    if referrer is None:
        raise OngeldigeInvoer(velden={"verwijzer": "Kies wie verwees."})
    if referrer.code in EIGEN_BESLUIT:
        raise OngeldigeInvoer(velden={"verwijzer": GEEN_VERWIJZER})
    if verwezen.op is not None:
        refuse_impossible(verwezen.op, at, veld="verwezen_op")
    return {
        "verwijzer_naam": verwezen.naam.strip(),
        "verwijzer_organisatie": verwezen.organisatie.strip(),
        "verwezen_op": verwezen.op,
    }


def is_first_time(huishouden: Huishouden, *, op: dt.date) -> bool:
    """Whether nobody of the household was in support before, under any law (BP 5.1).

    Support counts from the onderzoek that found it needed, also when that person lived
    elsewhere then.
    """
    members = Lidmaatschap.objects.op(op).thuis().filter(huishouden=huishouden)
    supported = Melding.objects.filter(ondersteuning_nodig=True).exclude(
        status=MeldingStatus.INGETROKKEN
    )
    if supported.filter(huishouden=huishouden).exists():
        return False
    return not supported.filter(inwoner__in=members.values("inwoner")).exists()


def assign_melding(
    *,
    by: Medewerker,
    melding_id: uuid.UUID,
    at: dt.datetime,
    consulent_id: uuid.UUID | None = None,
    team_id: uuid.UUID | None = None,
    revisie: int | None = None,
    vertel: bool = True,
) -> Melding:
    """Give a melding to a colleague, who from then on is involved with the household.

    Without `team_id` the team stays; without `consulent_id` nobody in person has it. Without
    `vertel` the caller tells the colleague.
    Refused with NietGevonden (404) for a melding that is not theirs to give,
    StapNietMogelijk (409) when it has ended, OngeldigeInvoer for somebody who does not
    treat meldingen.
    """
    mine = visible_meldingen(by, op=dag_van(at), recht=MELDING_SCHRIJVEN)
    consulent = _colleague(consulent_id)
    team = _team(team_id)
    with operation():
        # Two who take up the same melding come one after the other.
        melding = lock_melding(mine, melding_id)
        require_unchanged(melding, revisie, {})
        if not melding.is_lopend:
            raise StapNietMogelijk("Deze melding is al klaar. Open de melding eerst opnieuw.")
        before = melding.consulent
        reassign(melding, consulent=consulent, team=team, by=by, at=at)
        if vertel and consulent != before:
            tell_assigned(melding, by=by, at=at)
    return melding


def reassign(
    melding: Melding,
    *,
    consulent: Medewerker | None,
    by: Medewerker,
    at: dt.datetime,
    team: Team | None = None,
) -> Melding:
    """Give a running melding to somebody, inside a transaction that holds `lock_melding`."""
    before = melding.consulent
    melding.consulent = consulent
    melding.team = team or melding.team
    melding.raise_revision(["consulent", "team"])
    _change_involvement(melding, before, op=dag_van(at))
    log_melding(
        melding,
        "melding toegedeeld",
        by=by,
        at=at,
        wijziging={
            "consulent": [before and before.pk, consulent and consulent.pk],
            "team": melding.team_id,
        },
    )
    return melding


def lock_melding(rows: QuerySet[Melding], pk: uuid.UUID) -> Melding:
    """The melding, locked behind its household, as merging and handing over lock them too.

    Refused with NietGevonden (404), and Conflict (409) when the household was merged just now.
    """
    home = rows.filter(pk=pk).values_list("huishouden_id", flat=True).first()
    if home is None:
        raise NietGevonden()
    lock(Huishouden.objects.all(), home)
    melding = lock(rows, pk)
    if melding.huishouden_id != home:
        raise Conflict("Dit huishouden is net samengevoegd. Probeer het nog een keer.")
    return melding


def tell_assigned(melding: Melding, *, by: Medewerker, at: dt.datetime) -> None:
    """Tell who treats a melding from now on that it is theirs."""
    notify(
        voor=melding.consulent,
        by=by,
        soort=Berichtsoort.TOEGEDEELD,
        titel=f"Melding {melding.nummer} is van u",
        adres=f"/meldingen/{melding.pk}",
        at=at,
    )


def involve_consulent(melding: Melding, *, op: dt.date) -> None:
    """Let who treats a melding work in the dossier; inside a transaction with `lock_melding`."""
    if melding.consulent is not None:
        involve(
            medewerker=melding.consulent,
            huishouden_id=melding.huishouden_id,
            grond=Grond.MELDING,
            op=op,
        )


def release(melding: Melding, consulent: Medewerker | None, *, op: dt.date) -> None:
    """End the involvement of who treated a melding, unless they have another one there."""
    if consulent is None:
        return
    others = Melding.objects.filter(
        huishouden=melding.huishouden_id, consulent=consulent, status__in=LOPEND
    ).exclude(pk=melding.pk)
    if not others.exists():
        end_involvement(
            medewerker=consulent, huishouden_id=melding.huishouden_id, grond=Grond.MELDING, op=op
        )


def _refuse_second(question: Hulpvraag) -> None:
    if question.contact.inwoner_id is None:
        raise AnoniemGeenMelding()
    there = Melding.objects.filter(hulpvraag=question).exclude(status=MeldingStatus.INGETROKKEN)
    found = there.first()
    if found is not None:
        raise MeldingBestaatAl(extra={"melding": str(found.pk), "nummer": found.nummer})


def _resident(contact: Contact) -> Inwoner:
    if contact.inwoner is None:
        raise AnoniemGeenMelding()
    return contact.inwoner


def _lock_home_first(mine: QuerySet[Hulpvraag], hulpvraag_id: uuid.UUID, *, op: dt.date) -> None:
    """Lock a known household before the contact, in the order of every step of a melding."""
    question = mine.filter(pk=hulpvraag_id).select_related("contact").first()
    home = question and _known_home(question.contact, op=op)
    if home:
        lock(Huishouden.objects.all(), home)


def lock_household_of(contact: Contact, *, op: dt.date) -> Huishouden:
    """The household of the contact, or the home of the resident, locked; inside a transaction.

    Whether this is the first time is asked under this lock, so that of two meldingen at
    once the second sees the first.
    """
    households = Huishouden.objects.all()
    home = _known_home(contact, op=op)
    if home is not None:
        return lock(households, home)
    # A resident without a home gets one: the resident owns that rule, and of two who ask
    # for one at once the second finds what the first made.
    resident = lock(Inwoner.objects.all(), _resident(contact).pk)
    home = _known_home(contact, op=op)
    if home is not None:
        return lock(households, home)
    made = create_huishouden(Adres())
    Lidmaatschap.objects.create(inwoner=resident, huishouden=made, rol=Rol.AANVRAGER, van=op)
    return made


def _known_home(contact: Contact, *, op: dt.date) -> uuid.UUID | None:
    if contact.huishouden_id is not None or contact.inwoner_id is None:
        return contact.huishouden_id
    homes = Lidmaatschap.objects.op(op).thuis().filter(inwoner=contact.inwoner_id)
    return homes.values_list("huishouden_id", flat=True).first()


def _store(melding: Melding, question: Hulpvraag, *, by: Medewerker, at: dt.datetime) -> None:
    """The melding with its terms; under the Jeugdwet the question is the application."""
    terms = terms_at_start(melding)
    if any(regel == "jeugd_besluit" for regel, _ in terms):
        melding.aanvraag_op = melding.ontvangen_op
    melding.save(force_insert=True)
    question.uitkomst_id, question.wet_id = "melding", melding.wet_id
    question.raise_revision(["uitkomst", "wet"])
    start_terms(melding, terms, start=melding.ontvangen_op, by=by, at=at)
    log_melding(melding, "melding opgenomen", by=by, at=at, wijziging={"wet": melding.wet_id})


def _colleague(consulent_id: uuid.UUID | None) -> Medewerker | None:
    if consulent_id is None:
        return None
    found = Medewerker.objects.filter(pk=consulent_id, is_active=True).first()
    if found is None or not BEHANDELAARS & set(found.rolcodes):
        raise OngeldigeInvoer(velden={"consulent": "Kies een collega die meldingen behandelt."})
    return found


def _team(team_id: uuid.UUID | None) -> Team | None:
    if team_id is None:
        return None
    found = Team.objects.filter(pk=team_id).first()
    if found is None:
        raise OngeldigeInvoer(velden={"team": "Kies een team uit de lijst."})
    return found


def _change_involvement(melding: Melding, before: Medewerker | None, *, op: dt.date) -> None:
    if before != melding.consulent:
        release(melding, before, op=op)
    involve_consulent(melding, op=op)


def log_melding(
    melding: Melding,
    handeling: str,
    *,
    by: Medewerker,
    at: dt.datetime,
    reden: str = "",
    wijziging: dict[str, object] | None = None,
) -> None:
    log_change(
        by=by,
        handeling=handeling,
        soort="melding",
        object_id=melding.pk,
        huishouden_id=melding.huishouden_id,
        inwoners=[melding.inwoner_id],
        at=at,
        reden=reden,
        wijziging={**(wijziging or {}), **_as_substitute(melding, by, op=dag_van(at))},
    )


def _as_substitute(melding: Melding, by: Medewerker, *, op: dt.date) -> dict[str, object]:
    """For whom somebody acts when the melding is of a colleague on leave."""
    if melding.consulent_id in (None, by.pk):
        return {}
    away = melding.consulent_id in absent_colleagues(by, op=op)
    return {"vervangt": melding.consulent_id} if away else {}
