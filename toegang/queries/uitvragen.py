"""Who may see and go on with which uitvraag, and what was answered before."""

import datetime as dt
import uuid
from dataclasses import dataclass
from functools import partial

from django.db.models import Exists, OuterRef, Q, QuerySet

from hengelo_sociaal.medewerkers.domain import is_involved
from hengelo_sociaal.medewerkers.models import Medewerker
from hengelo_sociaal.medewerkers.queries import involved_households, own_or_involved
from hengelo_sociaal.medewerkers.rechten import Bereik, Recht, toets
from toegang.enums import UitvraagStatus
from toegang.models import Huishouden, Melding, Uitvraag
from toegang.models.uitvraag import BREED
from toegang.queries.antwoorden import Regel, dictionary, findings, lines_of_leefgebieden
from toegang.queries.zicht import own_vindplaatsen, visible_meldingen
from toegang.rechten import MELDING_LEZEN, MELDING_SCHRIJVEN, UITVRAAG_SCHRIJVEN

AT_THE_COUNTER = ("balie", "telefoon", "e-mail", "brief", "digitaal")
BEHANDELT = {"consulent", "teamleider"}


def visible_uitvragen(
    by: Medewerker, *, op: dt.date, huishouden_id: uuid.UUID | None = None
) -> QuerySet[Uitvraag]:
    """Uitvragen that somebody may read: all, or the own ones (contract.md, Who may what).

    Own are those that they began, of a melding or household of theirs, and what came
    through the website and is of nobody yet. A vindplaats sees only what it asked itself.
    With `huishouden_id` those of that household.
    """
    here = Q() if huishouden_id is None else Q(huishouden=huishouden_id)
    if toets(by, MELDING_LEZEN, minstens=Bereik.EIGEN) == Bereik.ALLES:
        return Uitvraag.objects.filter(here)
    if not BEHANDELT & set(by.rolcodes):
        return Uitvraag.objects.filter(here & _asked_there(by, op=op))
    own = partial(_own, by, op=op, recht=MELDING_LEZEN)
    return own_or_involved(Uitvraag.objects.all(), own, by, op=op, huishouden_id=huishouden_id)


def writable_uitvragen(by: Medewerker, *, op: dt.date) -> QuerySet[Uitvraag]:
    """Uitvragen that somebody may go on with.

    The counter goes on with what was begun at the counter; a consultant with those of
    their own meldingen and households; a vindplaats with its own.
    """
    if toets(by, UITVRAAG_SCHRIJVEN, minstens=Bereik.EIGEN) == Bereik.ALLES:
        return Uitvraag.objects.all()
    if BEHANDELT & set(by.rolcodes):
        mine = _own(by, op=op, recht=MELDING_SCHRIJVEN)
        mine |= Q(huishouden__een_van=involved_households(by, op=op))
    else:
        mine = _asked_there(by, op=op)
    if "loket" in by.rolcodes:
        mine |= Q(begonnen_door=by) | Q(kanaal__in=AT_THE_COUNTER)
    return Uitvraag.objects.filter(mine)


def _asked_there(by: Medewerker, *, op: dt.date) -> Q:
    """What somebody of a vindplaats asked there."""
    return Q(begonnen_door=by, vindplaats__in=own_vindplaatsen(by, op=op))


def _own(by: Medewerker, *, op: dt.date, recht: Recht) -> Q:
    """Of who treats meldingen: what they began or is of nobody, and of meldingen of theirs."""
    # Exists and not IN: of one household its few meldingen are looked up, not all of the town.
    return (
        Q(begonnen_door=by)
        | Q(huishouden__isnull=True)
        | Q(Exists(visible_meldingen(by, op=op, recht=recht).filter(pk=OuterRef("melding"))))
    )


def with_names(rows: QuerySet[Uitvraag]) -> QuerySet[Uitvraag]:
    """With everything that a page says about an uitvraag."""
    return rows.select_related(
        "versie__vragenlijst",
        "kanaal",
        "vindplaats",
        "begonnen_door",
        "bewaard_door",
        "inwoner",
        "huishouden",
        "melding",
        "contact",
    )


def earlier_of(uitvraag: Uitvraag, *, by: Medewerker, op: dt.date) -> Uitvraag | None:
    """The last finished uitvraag of the same household before this one that `by` may see."""
    if uitvraag.huishouden_id is None:
        return None
    return (
        with_names(visible_uitvragen(by, op=op, huishouden_id=uitvraag.huishouden_id))
        .filter(
            versie__vragenlijst=uitvraag.versie.vragenlijst_id,
            status=UitvraagStatus.AFGEROND,
            begonnen_op__lt=uitvraag.begonnen_op,
        )
        .order_by("-begonnen_op")
        .first()
    )


def found_per_point(melding: Melding) -> dict[str, str]:
    """What was found on each of the seven points, in words, for the report of the onderzoek.

    From the last uitvraag of this melding, or of its household since the melding.
    """
    own = Q(melding=melding)
    since = Q(huishouden=melding.huishouden_id, begonnen_op__date__gte=melding.ontvangen_op)
    asked = Uitvraag.objects.filter(own | since, versie__vragenlijst=BREED).select_related("versie")
    last = asked.order_by("-begonnen_op").first()
    if last is None:
        return {}
    words = dictionary(last.versie.inhoud, last.antwoorden)
    return {
        one.punt: "\n".join(said for _, said in one.antwoorden)
        for one in findings(last.versie.inhoud, last.antwoorden, words)
        if one.antwoorden
    }


@dataclass(frozen=True)
class Stand:
    """How a household is doing as far as it told: the last uitvraag, and one that is open."""

    laatste: Uitvraag | None
    lopend: Uitvraag | None
    regels: list[Regel]

    @property
    def vragen_iets(self) -> list[Regel]:
        """Where something is needed or was said; what simply goes well is named together."""
        return [regel for regel in self.regels if regel.toon != "goed" or regel.woorden]

    @property
    def gaan_goed(self) -> list[str]:
        """The leefgebieden on which it goes well, in their order."""
        calm = [regel for regel in self.regels if regel not in self.vragen_iets]
        return [f"{one.over} ({one.wie})" if one.wie else one.over for one in calm]


def state_of(huishouden: Huishouden, *, by: Medewerker, op: dt.date) -> Stand:
    """The last finished and the open uitvraag of a household that `by` may see."""
    return _state(visible_uitvragen(by, op=op, huishouden_id=huishouden.pk))


def state_of_melding(melding_id: uuid.UUID, *, by: Medewerker, op: dt.date) -> Stand:
    """The same for one melding, for who may not see the rest of the household."""
    return _state(visible_uitvragen(by, op=op).filter(melding=melding_id))


def state_of_contact(contact_id: uuid.UUID, *, by: Medewerker, op: dt.date) -> Stand:
    """The same for one contact, such as a question through the website."""
    return _state(visible_uitvragen(by, op=op).filter(contact=contact_id))


def may_start(by: Medewerker, huishouden: Huishouden | None, *, op: dt.date) -> bool:
    """Whether somebody may begin asking; of a household that they opened by its own page.

    The counter begins everywhere, others where they are involved.
    """
    if UITVRAAG_SCHRIJVEN.van(by) is None:
        return False
    if huishouden is None or by.is_systeem or "loket" in by.rolcodes:
        return True
    return is_involved(by, huishouden.pk, op=op)


def _state(rows: QuerySet[Uitvraag]) -> Stand:
    asked = rows.filter(versie__vragenlijst=BREED).order_by("-begonnen_op")
    newest = list(with_names(asked)[:5])
    last = next((one for one in newest if not one.is_concept), None)
    running = next((one for one in newest if one.is_concept), None)
    if last is None:
        return Stand(None, running, [])
    words = dictionary(last.versie.inhoud, last.antwoorden)
    return Stand(last, running, lines_of_leefgebieden(last.antwoorden, words))
