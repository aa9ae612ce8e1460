"""After a registration is committed, the worker gets a hint."""

from typing import Any

from django.db import transaction
from django.db.models.signals import post_save

from dashboard.hint import HINT
from hengelo_sociaal.termijnen.models import Termijn
from plannen.models import Afspraak, Plan
from toegang.models import (
    Contact,
    Huisbezoek,
    Hulpvraag,
    Melding,
    Signaalzaak,
    Waardering,
)


def _give_hint() -> None:
    HINT.give()


def hint_after_commit(using: str, **kwargs: Any) -> None:
    """One hint per transaction; `robust`, so that it can never undo or fail a request."""
    connection = transaction.get_connection(using)
    if not any(function is _give_hint for _, function, _ in connection.run_on_commit):
        transaction.on_commit(_give_hint, using=using, robust=True)


for _model in (
    Contact,
    Hulpvraag,
    Melding,
    Termijn,
    Huisbezoek,
    Plan,
    Afspraak,
    Waardering,
    Signaalzaak,
):
    post_save.connect(hint_after_commit, sender=_model, dispatch_uid=f"hint-{_model.__name__}")
