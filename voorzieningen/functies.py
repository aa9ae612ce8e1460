"""Database functions of the catalogue."""

from django.db.models import Func, TextField


class Zoekvorm(Func):
    """Text as we search it: without capitals and accents ("Cliënt" is found by "client").

    Calls our own immutable function, for a stored column may not depend on a setting.
    """

    function = "voorzieningen_zoekvorm"
    output_field = TextField()
    arity = 1
