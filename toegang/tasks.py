"""What the worker does for the front door."""

from celery import shared_task

from hengelo_sociaal.kern.tijd import nu
from hengelo_sociaal.medewerkers.models import Medewerker
from toegang.domain.betrokkenheid import end_without_reason
from toegang.domain.concept import forget_old_concepts
from toegang.domain.doorverwijzing import remind_unanswered
from toegang.domain.dubbel import find_pairs
from toegang.domain.signalen import forget_signalen
from toegang.domain.termijnen import mark_passed_terms
from toegang.domain.waarschuwen import warn_of_terms


@shared_task(name="toegang.markeer_verlopen_termijnen")
def markeer_verlopen_termijnen() -> None:
    """Mark the legal terms whose last day has passed."""
    mark_passed_terms(by=Medewerker.objects.systeem(), at=nu())


@shared_task(name="toegang.zoek_dubbele_inwoners")
def zoek_dubbele_inwoners() -> None:
    """Put on the work list who may be registered twice."""
    find_pairs(at=nu())


@shared_task(name="toegang.waarschuw_voor_termijnen")
def waarschuw_voor_termijnen() -> None:
    """Tell who treats a melding that a term is about to end."""
    warn_of_terms(at=nu())


@shared_task(name="toegang.herinner_partners")
def herinner_partners() -> None:
    """Tell who referred that a partner did not answer."""
    remind_unanswered(at=nu())


@shared_task(name="toegang.wis_oude_signalen")
def wis_oude_signalen() -> None:
    """Forget signals that led to no help."""
    forget_signalen(by=Medewerker.objects.systeem(), at=nu())


@shared_task(name="toegang.ruim_concepten_op")
def ruim_concepten_op() -> None:
    """Throw away drafts of the counter that nobody touched for fourteen days."""
    forget_old_concepts(at=nu())


@shared_task(name="toegang.sluit_dossiers_zonder_werk")
def sluit_dossiers_zonder_werk() -> None:
    """End involvement that stayed open after the work it rests on."""
    end_without_reason(by=Medewerker.objects.systeem(), at=nu())
