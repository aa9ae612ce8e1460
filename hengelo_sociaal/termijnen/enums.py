"""The states of a running term."""

from django.db.models import TextChoices


class TermijnStatus(TextChoices):
    """How a term stands.

    `gehaald` means in time: a term whose act came late stays `verlopen`, with the day on
    which it came in `gehaald_op`.
    """

    LOOPT = "loopt", "loopt"
    OPGESCHORT = "opgeschort", "staat stil"
    GEHAALD = "gehaald", "op tijd gehaald"
    VERLOPEN = "verlopen", "verlopen"
    VERVALLEN = "vervallen", "niet meer nodig"
