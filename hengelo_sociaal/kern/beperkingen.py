"""Turns a refusal by the database into the sentence a person can act on.

The database is the net under every rule about one row or one owner. What it refuses,
by name of the constraint, becomes the named DomeinFout that an app registered here,
whether the refusal comes at the statement or only at COMMIT (deferred constraints).
"""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import DataError, Error, IntegrityError, OperationalError, transaction

from hengelo_sociaal.kern.fouten import Conflict, DomeinFout, OngeldigeInvoer

_REGISTERED: dict[str, type[DomeinFout]] = {}
_SERIALISATION = {"40001", "40P01", "55P03"}
_GONE = "23503"  # a row that is pointed at was removed, or merged, meanwhile


def register_constraint(name: str, error: type[DomeinFout]) -> None:
    """Say which refusal the constraint `name` stands for; once, from the app's exceptions."""
    _REGISTERED[name] = error


def translate(error: Error) -> DomeinFout | None:
    """The refusal behind a database error, or None when it is not one of ours."""
    cause = error.__cause__
    diagnosis = getattr(cause, "diag", None)
    name = getattr(diagnosis, "constraint_name", None)
    if name in _REGISTERED:
        return _REGISTERED[name]()
    if getattr(cause, "sqlstate", None) in _SERIALISATION:
        return Conflict("Iemand anders was hier tegelijk mee bezig. Probeer het nog een keer.")
    if isinstance(error, DataError):
        return OngeldigeInvoer("Een getal, dag of tekst is te groot. Maak die kleiner of korter.")
    if getattr(cause, "sqlstate", None) == _GONE:
        return Conflict("Dit is net weggehaald of samengevoegd. Zoek het opnieuw op.")
    return None


@contextmanager
def operation() -> Iterator[None]:
    """The transaction of one domain operation, with refusals of the database translated."""
    try:
        with transaction.atomic():
            yield
    except (IntegrityError, OperationalError, DataError) as error:
        refusal = translate(error)
        if refusal is None:
            raise
        raise refusal from error
