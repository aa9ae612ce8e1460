"""What the term engine refuses, each with a stable code and a sentence that says what to do."""

from hengelo_sociaal.kern.beperkingen import register_constraint
from hengelo_sociaal.kern.fouten import DomeinFout


class DatumOnmogelijk(DomeinFout):
    """The date does not exist, or lies so far away that nothing can be counted from it."""

    code = "datum-onmogelijk"


class DuurOnleesbaar(DomeinFout):
    """A length of time that is not `6 weken` or `P6W`."""

    code = "duur-onleesbaar"


class FeestdagenOnbekend(DomeinFout):
    """A day had to be looked at in a year whose decree days are not known (Atw 3 lid 3)."""

    code = "feestdagen-onbekend"


class TermijnregelOnbekend(DomeinFout):
    """There is no rule with this code."""

    code = "termijnregel-onbekend"
    status = 404


class TermijnregelNietGeldig(DomeinFout):
    """The rule exists, but did not apply on the day of the event."""

    code = "termijnregel-niet-geldig"


class VariantOnbekend(DomeinFout):
    """The rule has no such variant, for instance a committee for a Wmo application."""

    code = "variant-onbekend"


class HerhalingOnmogelijk(DomeinFout):
    """Only a repeating term has a second, third, ... date."""

    code = "herhaling-onmogelijk"


class TariefOnbekend(DomeinFout):
    """No amounts of the dwangsom are known for this day (Awb 4:17 lid 2)."""

    code = "dwangsomtarief-onbekend"
    melding = "Voor deze dag is geen dwangsomtarief bekend. Vraag functioneel beheer om het tarief."
    status = 409


class OpschortenNietToegestaan(DomeinFout):
    """The law does not let this term stand still, or not for this reason."""

    code = "opschorten-niet-toegestaan"
    status = 409


class OpschortingOnmogelijk(DomeinFout):
    """The dates of a suspension do not fit each other or the term."""

    code = "opschorting-onmogelijk"


class VerlengenNietToegestaan(DomeinFout):
    """The law does not let this term be extended, or not again, or not by so much."""

    code = "verlengen-niet-toegestaan"
    status = 409


class DatumInToekomst(DomeinFout):
    """Something is said to have happened on a day that is still to come."""

    code = "datum-in-toekomst"


class TermijnLooptNiet(DomeinFout):
    """The term is met, past or no longer needed, or stands still, so this cannot happen to it."""

    code = "termijn-loopt-niet"
    melding = "Deze termijn loopt niet. Vernieuw de pagina en kijk hoe hij ervoor staat."
    status = 409


class TermijnNietOpgeschort(DomeinFout):
    """The term does not stand still, so it cannot be resumed."""

    code = "termijn-niet-opgeschort"
    status = 409


register_constraint("opschorting_een_tegelijk", TermijnLooptNiet)
