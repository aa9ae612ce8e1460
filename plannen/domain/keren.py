"""Ticking one time of an afspraak that comes back."""

import datetime as dt
import uuid

from hengelo_sociaal.kern.beperkingen import operation
from hengelo_sociaal.kern.fouten import OngeldigeInvoer
from hengelo_sociaal.kern.tijd import dag_van
from hengelo_sociaal.medewerkers.models import Medewerker
from plannen.domain.gemeen import lock_with_part, note
from plannen.enums import AfspraakStatus, Keeruitkomst
from plannen.exceptions import AfspraakLooptNiet, GeenKeer, KeerKomtNog, RedenOverslaanNodig
from plannen.models import Afspraak, Keer
from plannen.queries.ritme import occurs_on


def record_time(
    *,
    afspraak_id: uuid.UUID,
    dag: dt.date,
    uitkomst: str,
    by: Medewerker,
    at: dt.datetime,
    reden: str = "",
) -> Keer:
    """One time was done, or is left out and why; the same day again changes it.

    Leaving out may be known beforehand, done may not. Refused with GeenKeer for a day on
    which it does not come back, KeerKomtNog, RedenOverslaanNodig, AfspraakLooptNiet, and
    as every change of a plan.
    """
    op = dag_van(at)
    _require_sound(uitkomst, reden)
    with operation():
        plan, afspraak = lock_with_part(Afspraak, afspraak_id, plan="doel__plan_id", by=by, op=op)
        _require_time(afspraak, dag)
        if uitkomst == Keeruitkomst.GEDAAN and dag > op:
            raise KeerKomtNog()
        skipped = uitkomst == Keeruitkomst.OVERGESLAGEN
        made, _ = Keer.objects.update_or_create(
            afspraak=afspraak,
            dag=dag,
            defaults={
                "uitkomst": uitkomst,
                "reden": reden.strip() if skipped else "",
                "door": by,
                "op": at,
            },
        )
        told = {"dag": dag.isoformat(), "uitkomst": uitkomst}
        note(plan, "keer vastgelegd", made, by=by, at=at, wijziging=told)
    return made


def forget_time(*, afspraak_id: uuid.UUID, dag: dt.date, by: Medewerker, at: dt.datetime) -> None:
    """Take a tick back: what came of that day is open again. Twice is no error."""
    with operation():
        plan, afspraak = lock_with_part(
            Afspraak, afspraak_id, plan="doel__plan_id", by=by, op=dag_van(at)
        )
        found = Keer.objects.filter(afspraak=afspraak, dag=dag).first()
        if found is not None:
            note(plan, "keer teruggezet", found, by=by, at=at, wijziging={"dag": dag.isoformat()})
            found.delete()


def _require_sound(uitkomst: str, reden: str) -> None:
    if uitkomst not in Keeruitkomst.values:
        raise OngeldigeInvoer(velden={"uitkomst": "Kies gedaan of overgeslagen."})
    if uitkomst == Keeruitkomst.OVERGESLAGEN and not reden.strip():
        raise RedenOverslaanNodig(velden={"reden": RedenOverslaanNodig.melding})


def _require_time(afspraak: Afspraak, dag: dt.date) -> None:
    if afspraak.status != AfspraakStatus.OPEN:
        raise AfspraakLooptNiet()
    if not occurs_on(afspraak, dag):
        raise GeenKeer(velden={"dag": GeenKeer.melding})
