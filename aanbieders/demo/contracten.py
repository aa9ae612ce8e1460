"""Providers, products, contracts and their prices through the years."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field

from aanbieders.demo.gegevens import LEVERANCIERS, PRODUCTEN, Koop, Leverancier
from aanbieders.enums import Bekostiging, Eenheid, Schaal, Uitvoeringsvariant
from aanbieders.models import Aanbieder, Contract, Product, Tarief
from hengelo_sociaal.demo.stad import Stad
from hengelo_sociaal.kern.nummers import next_numbers

BEKOSTIGING = {
    Uitvoeringsvariant.INSPANNING: Bekostiging.PRODUCT,
    Uitvoeringsvariant.OUTPUT: Bekostiging.RESULTAAT,
    Uitvoeringsvariant.TAAK: Bekostiging.LUMPSUM,
}
INDEXERING = 1.038  # per year, as prices in care rose
LOOPT_AF = 0.17  # share of contracts that end within six months
# A task for a whole group: paid a sum, without a toewijzing for each person (BP 5.4).
TAKEN = (
    ("Nieuwe Morgen", "Inloop voor wie dakloos is", Bekostiging.LUMPSUM),
    ("Buurtbegeleiders", "Ambulant team in de wijk", Bekostiging.POPULATIE),
    ("Jeugdkompas", "Opvoedhulp op school", Bekostiging.POPULATIE),
    ("De Spil", "Inloop dagbesteding zonder toegang", Bekostiging.PRODUCT),
)


@dataclass(frozen=True)
class Aanbod:
    """A product with the contracts under which it can be granted, and its prices."""

    koop: Koop
    product: Product
    contracten: list[Contract] = field(default_factory=list)

    def op(self, dag: dt.date) -> list[Contract]:
        """The contracts that run on a day."""
        return [one for one in self.contracten if one.loopt_op(dag)]


def make_contracts(stad: Stad) -> dict[str, Aanbod]:
    """Make and store providers, products, contracts and prices; the offer by product code."""
    offer = {koop.code: Aanbod(koop, _product(stad, koop)) for koop in PRODUCTEN}
    providers = [_provider(stad, place, one) for place, one in enumerate(LEVERANCIERS)]
    contracts: list[Contract] = []
    for provider, leverancier in zip(providers, LEVERANCIERS, strict=True):
        for codes in leverancier.contracten:
            contract = _contract(stad, provider, leverancier, [offer[code].koop for code in codes])
            contracts.append(contract)
            for code in codes:
                if offer[code].koop.eenheid in _variant(contract).eenheden:
                    offer[code].contracten.append(contract)
    contracts += _tasks(stad, {one.naam: one for one in providers})
    numbers = next_numbers("C", [one.van.year for one in contracts])
    for contract, nummer in zip(contracts, numbers, strict=True):
        contract.nummer = nummer
    stad.bewaar(Product, [one.product for one in offer.values()])
    stad.bewaar(Aanbieder, providers)
    stad.bewaar(Contract, contracts)
    stad.bewaar(Tarief, [price for one in offer.values() for price in _prices(stad, one)])
    return offer


def _variant(contract: Contract) -> Uitvoeringsvariant:
    return Uitvoeringsvariant(contract.uitvoeringsvariant)


def _product(stad: Stad, koop: Koop) -> Product:
    return Product(
        id=stad.kenmerk(stad.tijdstip(stad.van)),
        code=koop.code,
        naam=koop.naam,
        categorie=koop.categorie,
        eenheden=[koop.eenheid],
        wet_id=koop.wet,
        taakveld=koop.taakveld,
        voorziening=stad.vondst["voorzieningen"][koop.voorziening],
    )


def _provider(stad: Stad, place: int, leverancier: Leverancier) -> Aanbieder:
    """With numbers that have the right shape and are nobody's."""
    return Aanbieder(
        id=stad.kenmerk(stad.tijdstip(stad.van)),
        naam=leverancier.naam,
        kvk=f"{90_000_101 + place * 137}",
        agb=f"{99_000_011 + place * 53}",
        plaats=leverancier.plaats,
    )


def _contract(
    stad: Stad, provider: Aanbieder, leverancier: Leverancier, kopen: list[Koop]
) -> Contract:
    """From before the town's records; some end soon, so that there is something to decide."""
    only_results = all(koop.eenheid == Eenheid.OUTPUT for koop in kopen)
    variant = Uitvoeringsvariant.OUTPUT if only_results else Uitvoeringsvariant.INSPANNING
    van = dt.date(stad.van.year - stad.rng.randint(1, 2), 1, 1)
    tot = _last_day(stad)
    return Contract(
        id=stad.kenmerk(stad.tijdstip(van)),
        aanbieder=provider,
        omschrijving=" · ".join(koop.naam for koop in kopen)[:120],
        schaal=Schaal.REGIONAAL if leverancier.regionaal else Schaal.LOKAAL,
        van=van,
        tot=tot,
        verlengopties=stad.rng.randint(0, 2),
        uitvoeringsvariant=variant,
        bekostiging=BEKOSTIGING[variant],
        plafond_cent=stad.rng.randrange(15, 160) * 1_000_000 if stad.kans(0.55) else None,
        opzegdatum=tot - dt.timedelta(days=183),
    )


def _last_day(stad: Stad) -> dt.date:
    if stad.kans(LOOPT_AF):
        return stad.tot + dt.timedelta(days=stad.rng.randrange(20, 175))
    return dt.date(stad.tot.year + stad.rng.randint(1, 3), 12, 31)


def _tasks(stad: Stad, providers: dict[str, Aanbieder]) -> Iterator[Contract]:
    """Contracts for a task; the last one is paid in a way that does not fit, and is flagged."""
    for naam, omschrijving, bekostiging in TAKEN:
        van = dt.date(stad.van.year - 1, 1, 1)
        yield Contract(
            id=stad.kenmerk(stad.tijdstip(van)),
            aanbieder=providers[naam],
            omschrijving=omschrijving,
            schaal=Schaal.LOKAAL,
            van=van,
            tot=dt.date(stad.tot.year + 1, 12, 31),
            uitvoeringsvariant=Uitvoeringsvariant.TAAK,
            bekostiging=bekostiging,
            plafond_cent=stad.rng.randrange(10, 60) * 1_000_000,
        )


def _prices(stad: Stad, aanbod: Aanbod) -> Iterator[Tarief]:
    """A price per year of each contract, raised every first of January."""
    for contract in aanbod.contracten:
        start = aanbod.koop.cent * stad.rng.uniform(0.92, 1.08)
        last_year = min(contract.tot.year, stad.tot.year)
        for years, jaar in enumerate(range(contract.van.year, last_year + 1)):
            yield Tarief(
                id=stad.kenmerk(stad.tijdstip(dt.date(jaar, 1, 1))),
                contract=contract,
                product=aanbod.product,
                eenheid=aanbod.koop.eenheid,
                bedrag_cent=round(start * INDEXERING**years),
                van=max(contract.van, dt.date(jaar, 1, 1)),
                tot=dt.date(jaar, 12, 31) if jaar < last_year else None,
            )
