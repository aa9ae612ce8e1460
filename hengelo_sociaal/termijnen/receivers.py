"""Forgets the remembered rules when one changes, also through the admin screens."""

from typing import Any

from django.db import transaction
from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver

from hengelo_sociaal.termijnen.models import GedektJaar, GelijkgesteldeDag, Termijnregel
from hengelo_sociaal.termijnen.queries.regels import forget


@receiver([post_save, post_delete], sender=Termijnregel)
@receiver([post_save, post_delete], sender=GedektJaar)
@receiver([post_save, post_delete], sender=GelijkgesteldeDag)
def forget_regels(sender: type, **kwargs: Any) -> None:
    """Forget when the change is final; inside its own transaction everything is read afresh."""
    transaction.on_commit(forget)
