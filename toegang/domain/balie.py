"""The counter: contact and melding in one go, and what stands beside the question."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from hengelo_sociaal.kern.beperkingen import operation
from hengelo_sociaal.kern.fouten import OngeldigeInvoer
from hengelo_sociaal.kern.tijd import dag_van
from hengelo_sociaal.medewerkers.models import Medewerker
from hengelo_sociaal.termijnen.queries.berekening import bereken_termijn
from hengelo_sociaal.termijnen.rekenen.regel import Berekening
from toegang.domain.contact import ContactGegevens, register_contact
from toegang.domain.melding import make_melding
from toegang.domain.termijnen import terms_at_start
from toegang.domain.terugbellen import TerugbelGegevens, request_call
from toegang.domain.uitvraag import save_answers
from toegang.domain.uitvraag_begin import UitvraagGegevens, start_uitvraag
from toegang.exceptions import UitvraagLoopt
from toegang.models import Contact, Hulpvraag, Inwoner, Melding, Soort, Uitvraag


@dataclass(frozen=True)
class Registratie:
    """A contact with the meldingen that came of it."""

    contact: Contact
    meldingen: list[Melding]


def register_at_counter(
    *,
    by: Medewerker,
    gegevens: ContactGegevens,
    at: dt.datetime,
    sleutel: UUID | None = None,
    terugbellen: TerugbelGegevens | None = None,
    antwoorden: Mapping[str, str] | None = None,
) -> Registratie:
    """Register a contact with its meldingen, a promise of a call and what was told, or nothing.

    `antwoorden` are those of the core questions: an uitvraag begins with them, or the one of
    the household that is open goes on.
    Sending the same form again gives the same registration. Refused as
    `register_contact` and `make_melding` refuse, and with OngeldigeInvoer for a melding
    of a question that belongs to no law.
    """
    with operation():
        contact = register_contact(by=by, gegevens=gegevens, at=at, sleutel=sleutel)
        made = list(Melding.objects.filter(hulpvraag__contact=contact))
        if not made:
            made = [
                make_melding(
                    by=by,
                    hulpvraag_id=question.pk,
                    wet=_law_of(question),
                    ontvangen_op=dag_van(gegevens.plaatsgevonden_op),
                    at=at,
                )
                for question in contact.hulpvragen.filter(uitkomst="melding")
            ]
        if terugbellen is not None and not contact.terugbelverzoeken.exists():
            request_call(by=by, gegevens=terugbellen, contact=contact, at=at)
        _keep_answers(contact, made, antwoorden or {}, by=by, at=at)
    return Registratie(contact, made)


def _keep_answers(
    contact: Contact,
    meldingen: Sequence[Melding],
    antwoorden: Mapping[str, str],
    *,
    by: Medewerker,
    at: dt.datetime,
) -> None:
    """What was told already, where the next colleague goes on with it."""
    told = {path: text for path, text in antwoorden.items() if text.strip()}
    if not told or contact.uitvragen.exists():
        return
    where = UitvraagGegevens(
        kanaal=contact.kanaal_id,
        vindplaats=contact.vindplaats_id,
        contact_id=contact.pk,
        melding_id=meldingen[0].pk if meldingen else None,
    )
    try:
        pk = start_uitvraag(by=by, gegevens=where, at=at).pk
    except UitvraagLoopt as running:
        pk = UUID(str(running.extra["uitvraag"]))
    revision = Uitvraag.objects.values_list("revisie", flat=True).get(pk=pk)
    save_answers(by=by, uitvraag_id=pk, antwoorden=told, revisie=revision, at=at)


def _law_of(question: Hulpvraag) -> str:
    if question.wet_id is None:
        reason = "Bij deze soort vraag hoort geen melding. Kies een andere soort of afloop."
        place = f"hulpvragen.{question.volgorde - 1}.uitkomst"
        raise OngeldigeInvoer(reason, velden={place: reason})
    return question.wet_id


def terms_of_question(
    soort: Soort, *, op: dt.date, inwoner: Inwoner | None = None
) -> list[Berekening]:
    """The terms that would start today if this question became a melding, soonest first."""
    if soort.wet_id is None:
        return []
    as_if = Melding(wet_id=soort.wet_id, inwoner=inwoner or Inwoner(), ontvangen_op=op)
    ends = [bereken_termijn(code, op) for code, _ in terms_at_start(as_if)]
    return sorted(
        (one for one in ends if one.einddatum), key=lambda one: one.einddatum or dt.date.max
    )
