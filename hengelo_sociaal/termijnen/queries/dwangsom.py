"""The dwangsom of a day, with the amounts that held when it began."""

import datetime as dt

from django.db.models import Q

from hengelo_sociaal.termijnen.exceptions import TariefOnbekend
from hengelo_sociaal.termijnen.models import Dwangsomtarief
from hengelo_sociaal.termijnen.rekenen.dwangsom import Dwangsom, Tarief, bereken_dwangsom


def tarief_op(dag: dt.date) -> Tarief:
    """The amounts a day that hold on `dag`. Refused with TariefOnbekend."""
    found = Dwangsomtarief.objects.filter(
        Q(geldig_tot__isnull=True) | Q(geldig_tot__gte=dag), geldig_van__lte=dag
    ).first()
    if found is None:
        raise TariefOnbekend()
    return found.tarief()


def dwangsom_op(eerste_dag: dt.date, op: dt.date) -> Dwangsom:
    """What is owed up to and including `op`, at the amounts of the first day."""
    return bereken_dwangsom(eerste_dag, op, tarief_op(eerste_dag))
