"""What several records of the front door have in common."""

from typing import Any

from django.db import models
from django.db.models import Func

from hengelo_sociaal.kern.modellen import UUIDModel


class Zoektekst(Func):
    """Lower-cased text without accents, made by our own immutable SQL function."""

    function = "toegang_zoektekst"
    output_field = models.TextField()


class Gelijkenis(Func):
    """How alike two texts are, 0 to 1 (pg_trgm): the same letters in a row."""

    function = "similarity"
    output_field = models.FloatField()


class Woordgelijkenis(Func):
    """How alike a word is to the nearest part of a text, 0 to 1 (pg_trgm)."""

    function = "word_similarity"
    output_field = models.FloatField()


class Velden(Func):
    """Texts joined by a blank, in a form that a stored column may use."""

    template = "%(expressions)s"
    arg_joiner = " || ' ' || "
    output_field = models.TextField()


class Gewijzigd(UUIDModel):
    """A record that two people can edit: every change raises its revision by one.

    The revision is the ETag of the API and the hidden field of a form, so that nobody
    overwrites what somebody else just changed. It is not the version of a plan.
    """

    revisie = models.PositiveIntegerField("revisie", default=1, editable=False)

    class Meta:
        abstract = True

    def raise_revision(self, fields: list[str], **kwargs: Any) -> None:
        """Save these fields and one revision more, of a row that the caller locked."""
        self.revisie += 1
        self.save(update_fields=[*fields, "revisie"], **kwargs)
