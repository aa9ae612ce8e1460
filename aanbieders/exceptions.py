"""Refusals about providers, contracts, tarieven and toewijzingen."""

from hengelo_sociaal.kern.beperkingen import register_constraint
from hengelo_sociaal.kern.fouten import Conflict, OngeldigeInvoer


class AanbiederBestaatAl(Conflict):
    """One provider has one KvK number and one AGB code."""

    code = "aanbieder-bestaat-al"
    melding = "Er is al een aanbieder met dit KvK-nummer of deze AGB-code. Zoek die op in de lijst."


class ContractnummerBestaatAl(Conflict):
    """A contract number is given once."""

    code = "contractnummer-bestaat-al"
    melding = "Er is al een contract met dit nummer. Kies een ander nummer."


class ProductBestaatAl(Conflict):
    """A product code is given once per law."""

    code = "product-bestaat-al"
    melding = "Er is al een product met deze code onder deze wet."


class TariefOverlapt(Conflict):
    """Never two tarieven at the same time for one contract, product and unit."""

    code = "tarief-overlapt"
    melding = (
        "Er is voor dit product al een tarief dat op deze dag begint. Kies een andere ingangsdatum."
    )


class BuitenContract(OngeldigeInvoer):
    """What is agreed or granted lies within the period of the contract."""

    code = "buiten-contract"
    melding = "Deze periode valt buiten de looptijd van het contract."


class EenheidPastNiet(OngeldigeInvoer):
    """The unit does not go with the uitvoeringsvariant of the contract (iStandaarden 1.4)."""

    code = "eenheid-past-niet"
    melding = "Deze eenheid past niet bij de uitvoeringsvariant van het contract."


class EenheidNietBijProduct(OngeldigeInvoer):
    """A product is counted in some units only (its own, within those of its category)."""

    code = "eenheid-niet-bij-product"
    melding = "Dit product wordt niet in deze eenheid geteld. Kies een andere eenheid."


class BuitenProduct(OngeldigeInvoer):
    """A product is priced and granted only on days on which it may be bought."""

    code = "buiten-product"
    melding = "Dit product is op die dag niet in te kopen."


class GeenToewijzingBijTaak(Conflict):
    """Under a taakgericht contract nothing is granted per person."""

    code = "geen-toewijzing-bij-taakgericht"
    melding = (
        "Dit contract is taakgericht: de aanbieder krijgt een bedrag voor de hele taak. "
        "Een toewijzing per inwoner is niet nodig."
    )


class GeenTarief(Conflict):
    """Without an agreed price nothing can be granted."""

    code = "geen-tarief"
    melding = (
        "Voor dit product is in dit contract op de begindatum geen tarief in deze eenheid. "
        "Kies een ander product of een andere eenheid, of vraag contractbeheer om het tarief."
    )


class Stapeling(Conflict):
    """The same product twice in one period for one person (OP259)."""

    code = "stapeling"
    melding = (
        "Deze inwoner heeft dit product in deze periode al. Beëindig de lopende toewijzing eerst, "
        "of kies een latere begindatum."
    )


class NietInHuishouden(OngeldigeInvoer):
    """The person is not a member of that household on the first day."""

    code = "niet-in-huishouden"
    melding = "Deze inwoner hoort op de begindatum niet bij dit huishouden."


class NietActief(Conflict):
    """A toewijzing that ended cannot end or change again."""

    code = "toewijzing-niet-actief"
    melding = "Deze toewijzing is al beëindigd. Vernieuw de pagina."


class NietTeVerlengen(Conflict):
    """Stretching is allowed while it runs and not for a total (OP033, OP257)."""

    code = "niet-te-verlengen"
    melding = (
        "Deze toewijzing kan niet worden verlengd: de einddatum is voorbij of het gaat om een "
        "hoeveelheid in totaal. Maak een nieuwe toewijzing."
    )


class VerwijzingNodig(OngeldigeInvoer):
    """Help without our besluit rests on a referral, a GI's bepaling or the court."""

    code = "verwijzing-nodig"
    melding = "Vul in wie verwees of dit bepaalde, en op welke dag."


register_constraint("aanbieders_aanbieder_kvk_key", AanbiederBestaatAl)
register_constraint("aanbieder_agb_uniek", AanbiederBestaatAl)
register_constraint("aanbieders_contract_nummer_key", ContractnummerBestaatAl)
register_constraint("product_code_uniek", ProductBestaatAl)
register_constraint("tarief_geen_overlap", TariefOverlapt)
register_constraint("toewijzing_niet_stapelen", Stapeling)
