"""Database functions of the catalogue."""

from django.db.models import BooleanField, FloatField, Func, TextField


class Zoekvorm(Func):
    """Text as we search it: without capitals and accents ("Cliënt" is found by "client").

    Calls our own immutable function, for a stored column may not depend on a setting.
    """

    function = "voorzieningen_zoekvorm"
    output_field = TextField()
    arity = 1


class Bevat(Func):
    """Whether a tsvector has what a tsquery of stems asks for; the stems are made already."""

    template = "(%(expressions)s::tsquery)"
    arg_joiner = " @@ "
    output_field = BooleanField()
    arity = 2


class Rang(Func):
    """How well a tsvector has it: a name says more than a text, twice more than once."""

    template = "ts_rank(%(expressions)s::tsquery)"
    output_field = FloatField()
    arity = 2
