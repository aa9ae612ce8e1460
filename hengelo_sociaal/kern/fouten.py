"""Refusals. An operation refuses by raising a DomeinFout; one handler shows it to the person."""

from collections.abc import Mapping


class DomeinFout(Exception):
    """A request that the work, the law or the rights do not allow.

    `melding` is a Dutch sentence the person can act on, `code` never changes and
    `status` is the HTTP status it becomes. `velden` names the fields it is about,
    with a sentence for each, so that a form can show them beside the field.
    """

    code = "geweigerd"
    status = 400
    melding = "Dit kan niet."

    def __init__(
        self,
        melding: str | None = None,
        *,
        velden: Mapping[str, str] | None = None,
        extra: Mapping[str, object] | None = None,
    ) -> None:
        self.melding = melding or type(self).melding
        self.velden = dict(velden or {})
        self.extra = dict(extra or {})
        super().__init__(self.melding)


class OngeldigeInvoer(DomeinFout):
    """What was filled in cannot be right."""

    code = "ongeldige-invoer"
    melding = "Niet alles is goed ingevuld. Kijk bij de velden wat er anders moet."


class GeenRecht(DomeinFout):
    """The role does not have this right (contract.md, Who may what)."""

    code = "geen-recht"
    status = 403
    melding = "Uw rol geeft geen toegang tot dit onderdeel."


class DoelNodig(GeenRecht):
    """Someone who is not involved must state a purpose before looking (contract.md, Log)."""

    code = "doel-nodig"
    melding = "U bent niet betrokken bij dit huishouden. Geef eerst aan waarom u wilt kijken."


class NietGevonden(DomeinFout):
    """It is not there, or it is not this person's to know that it is."""

    code = "niet-gevonden"
    status = 404
    melding = "Dit is niet gevonden. Misschien is het verplaatst of hoort het niet bij uw werk."


class Conflict(DomeinFout):
    """The state of the record does not allow this, or somebody else was first."""

    code = "conflict"
    status = 409
    melding = "Dit kan nu niet meer. Vernieuw de pagina en kijk wat er veranderd is."


class Verouderd(DomeinFout):
    """The record changed since it was read; both values go along in `extra`."""

    code = "verouderd"
    status = 412
    melding = "Iemand anders heeft dit intussen gewijzigd. Kijk wat er veranderd is en kies."
