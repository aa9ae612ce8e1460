"""Forgetting signals that led to no help, on the day that the term of keeping ends."""

import datetime as dt
import uuid

from hengelo_sociaal.kern.beperkingen import operation
from hengelo_sociaal.kern.tijd import dag_van
from hengelo_sociaal.logboek.domain import log_change
from hengelo_sociaal.medewerkers.models import Medewerker
from hengelo_sociaal.termijnen import domain as termijnen
from toegang.domain.signalen.betrokken import lock_homes, release_follower
from toegang.enums import SignaalUitkomst, SignaalzaakStatus
from toegang.models import Poging, Signaal, Signaalzaak

LEEG = {"straat": "", "huisnummer": None, "toevoeging": "", "postcode": "", "woonplaats": ""}


def forget_signalen(*, by: Medewerker, at: dt.datetime) -> int:
    """Make anonymous what passed its day and led to no help; how many cases.

    Names, addresses, references and words go; kinds, days and outcomes stay for the
    figures. What still ran is closed as `niet-bereikt`. Each case in a transaction of its
    own, with a line in the log; twice changes nothing more.
    """
    due = (
        Signaalzaak.objects.filter(verwijderen_op__lt=dag_van(at), gewist_op__isnull=True)
        .exclude(uitkomst=SignaalUitkomst.AANVAARD)
        .values_list("pk", flat=True)
    )
    return sum(_forget(pk, by=by, at=at) for pk in list(due))


def _forget(pk: uuid.UUID, *, by: Medewerker, at: dt.datetime) -> int:
    today = dag_van(at)
    with operation():
        still = Signaalzaak.objects.filter(pk=pk, gewist_op__isnull=True)
        lock_homes(still)
        case = still.select_for_update(of=("self",), no_key=True).first()
        if case is None:
            return 0
        if case.is_open:
            case.status, case.afgesloten_op = SignaalzaakStatus.AFGESLOTEN, today
            case.uitkomst = SignaalUitkomst.NIET_BEREIKT
        if case.termijn.is_open:
            termijnen.lapse_termijn(
                termijn=case.termijn, reden="bewaartermijn-voorbij", by=by, at=at
            )
        log_change(by=by, handeling="signaal gewist", soort="signaalzaak", object_id=case.pk, at=at)
        release_follower(case, op=today)
        _empty(case, op=today)
    return 1


def _empty(case: Signaalzaak, *, op: dt.date) -> None:
    for name, nothing in LEEG.items():
        setattr(case, name, nothing)
    case.inwoner = case.huishouden = None
    case.gewist_op = op
    case.raise_revision(
        [*LEEG, "inwoner", "huishouden", "gewist_op", "status", "afgesloten_op", "uitkomst"]
    )
    Poging.objects.filter(zaak=case).update(toelichting="")
    for signal in Signaal.objects.filter(zaak=case):
        signal.naam = signal.telefoon = signal.email = ""
        signal.geboortedatum = signal.inwoner = None
        signal.kenmerk = f"gewist-{signal.pk.hex}"
        signal.save(
            update_fields=["naam", "telefoon", "email", "geboortedatum", "inwoner", "kenmerk"]
        )
