"""Refusals of the catalogue."""

from collections.abc import Sequence

from hengelo_sociaal.kern.beperkingen import register_constraint
from hengelo_sociaal.kern.fouten import Conflict, GeenRecht, OngeldigeInvoer


class CodeBestaatAl(Conflict):
    """Two provisions cannot have the same code."""

    code = "voorziening-code-bestaat-al"
    melding = "Er is al een voorziening met deze code. Kies een andere code."


class PersoonInToelichting(OngeldigeInvoer):
    """A gap is about a kind of question in a wijk, never about a person (BP 5.3)."""

    code = "persoon-in-toelichting"
    melding = (
        "In de toelichting staat iets dat bij een persoon hoort, zoals een BSN, telefoonnummer "
        "of e-mailadres. Schrijf alleen op wat er ontbreekt, zonder iemand te noemen."
    )


class TeVeelFoutmeldingen(Conflict):
    """So many reports about one page wait already that another adds nothing."""

    code = "te-veel-foutmeldingen"
    melding = "Over deze pagina liggen er al veel meldingen bij ons. Wij kijken ernaar."


class NietUwOrganisatie(GeenRecht):
    """A partner keeps the entries of the own organisation only."""

    code = "niet-uw-organisatie"
    melding = "Dit hoort bij een andere organisatie. U houdt alleen uw eigen organisatie bij."


class GeenSignaal(Conflict):
    """Nobody misses this any more, or somebody else took it up first."""

    code = "geen-signaal"
    melding = "Dit signaal is er niet meer. Misschien heeft iemand anders het al opgepakt."


class CollectiefGestopt(Conflict):
    """What is expected is written down before, not after."""

    code = "collectief-gestopt"
    melding = "Dit is al gestopt. Een verwachting schrijft u op voordat of terwijl het loopt."


class TeLangGestopt(Conflict):
    """Going on is for what was stopped by mistake: lately, and with something to go on with."""

    code = "collectief-te-lang-gestopt"
    melding = (
        "Dit is langer geleden gestopt, of de activiteit is er niet meer. Wordt het nog gemist? "
        "Dan staat het vanzelf weer bij wat inwoners missen en kunt u het opnieuw oppakken."
    )


class AlBeoordeeld(Conflict):
    """A colleague was first."""

    code = "voorstel-al-beoordeeld"
    melding = "Een collega heeft dit voorstel al beoordeeld."


class GeenDubbel(Conflict):
    """These two cannot be merged, or this one went up in nothing."""

    code = "geen-dubbel"
    melding = "Dit kan niet. Kies twee verschillende voorzieningen die nog niet zijn samengevoegd."


class VerdwijntUitBeeld(Conflict):
    """What people can find now would be gone after merging, or be of another kind."""

    code = "verdwijnt-uit-beeld"
    melding = "Zo zouden inwoners dit niet meer vinden. Voeg het andersom samen."


class OngeldigBestand(OngeldigeInvoer):
    """Rows of a file that cannot be right; `regels` holds (line, reason)."""

    code = "ongeldig-bestand"
    melding = "Het bestand is niet ingelezen. Verbeter de regels hieronder en probeer het opnieuw."

    def __init__(self, regels: Sequence[tuple[int, str]]) -> None:
        self.regels = list(regels)
        super().__init__(extra={"regels": self.regels})


register_constraint("voorzieningen_voorziening_code_key", CodeBestaatAl)
register_constraint("voorstel_een_open", AlBeoordeeld)
register_constraint("collectief_een_keer", GeenSignaal)
