"""Fixed choices of the front door; what `beheer` may change is in models/waarden.py."""

from django.db import models


class Geslacht(models.TextChoices):
    """Gender as the register of persons knows it."""

    VROUW = "vrouw", "Vrouw"
    MAN = "man", "Man"
    ONBEKEND = "onbekend", "Onbekend"


class Rol(models.TextChoices):
    """What somebody is within a household."""

    AANVRAGER = "aanvrager", "Eerste bewoner"
    PARTNER = "partner", "Partner"
    OUDER = "ouder", "Ouder"
    KIND = "kind", "Kind"
    FAMILIELID = "familielid", "Ander familielid"
    MEDEBEWONER = "medebewoner", "Medebewoner"
    ANDERS = "anders", "Anders"


class Band(models.TextChoices):
    """How somebody belongs to a household: living there, or family that lives elsewhere."""

    THUIS = "thuis", "Woont hier"
    FAMILIE = "familie", "Familie, woont elders"


class Herkomst(models.TextChoices):
    """On which route in a possible double was found."""

    REGISTRATIE = "registratie", "Bij het registreren"
    WIJZIGING = "wijziging", "Bij een wijziging"
    NACHT = "nacht", "Bij de nachtelijke controle"


class Samenvoegsoort(models.TextChoices):
    """What was merged."""

    INWONER = "inwoner", "Inwoners samengevoegd"
    HUISHOUDEN = "huishouden", "Huishoudens samengevoegd"


class ContactStatus(models.TextChoices):
    """A registration stays, also when it was a mistake: then it is withdrawn."""

    GEREGISTREERD = "geregistreerd", "Geregistreerd"
    INGETROKKEN = "ingetrokken", "Ingetrokken"


class MeldingStatus(models.TextChoices):
    """How far the municipality is with a melding."""

    OPEN = "open", "Nieuw"
    ONDERZOEK = "onderzoek", "In onderzoek"
    ONDERZOCHT = "onderzocht", "Onderzoek klaar"
    AANVRAAG = "aanvraag", "Aanvraag in behandeling"
    AFGEROND = "afgerond", "Afgerond"
    INGETROKKEN = "ingetrokken", "Ingetrokken"


class HuisbezoekStatus(models.TextChoices):
    """How far a home visit is."""

    GEPLAND = "gepland", "Gepland"
    UITGEVOERD = "uitgevoerd", "Uitgevoerd"
    VERVALLEN = "vervallen", "Vervallen"


class HuisbezoekDoel(models.TextChoices):
    """What a visit is for; the resident is told beforehand (domein.md, floor 3)."""

    LEEFWERELD = "leefwereld", "Kennismaken met de leefwereld"
    RECHTMATIGHEID = "rechtmatigheid", "Controleren of de uitkering klopt"


ONBEKEND = "onbekend"  # a wijk, gemeente or age group that nobody knows

LOPEND = (
    MeldingStatus.OPEN,
    MeldingStatus.ONDERZOEK,
    MeldingStatus.ONDERZOCHT,
    MeldingStatus.AANVRAAG,
)
OVERGANGEN: dict[MeldingStatus, frozenset[MeldingStatus]] = {
    MeldingStatus.OPEN: frozenset(
        {
            MeldingStatus.ONDERZOEK,
            MeldingStatus.AANVRAAG,
            MeldingStatus.AFGEROND,
            MeldingStatus.INGETROKKEN,
        }
    ),
    MeldingStatus.ONDERZOEK: frozenset(
        {MeldingStatus.ONDERZOCHT, MeldingStatus.AANVRAAG, MeldingStatus.INGETROKKEN}
    ),
    MeldingStatus.ONDERZOCHT: frozenset(
        {MeldingStatus.AANVRAAG, MeldingStatus.AFGEROND, MeldingStatus.INGETROKKEN}
    ),
    MeldingStatus.AANVRAAG: frozenset({MeldingStatus.AFGEROND, MeldingStatus.INGETROKKEN}),
    MeldingStatus.AFGEROND: frozenset({MeldingStatus.OPEN}),
    MeldingStatus.INGETROKKEN: frozenset({MeldingStatus.OPEN}),
}
