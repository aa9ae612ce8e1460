"""What can be compared between wijken: as a point on the map and a column of the table."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from dashboard.views.tabel import Cel
from dashboard.views.wijkrijen import GRENS, Rij
from hengelo_sociaal.gebieden.models import Wijkgrens
from hengelo_sociaal.web import grafieken as g
from hengelo_sociaal.web.grafieken.basis import ONDERDRUKT
from hengelo_sociaal.web.opmaak import Getal

_MEESTE_NAMEN = 2


@dataclass(frozen=True)
class Waarde:
    """A number of a wijk; `verborgen` when it is there but too small to show."""

    getal: Getal | None = None
    verborgen: bool = False

    @property
    def cel(self) -> Cel:
        """As it stands in a file."""
        if self.verborgen:
            return ONDERDRUKT
        return round(self.getal, 1) if isinstance(self.getal, float) else self.getal  # type: ignore[return-value]


@dataclass(frozen=True)
class Wijkmaat:
    """A measure: its name on a button, above a column, and in the sentence at the map.

    `meeste` begins the sentence about the wijk where it is highest.
    """

    code: str
    naam: str
    kolom: str
    meeste: str
    lees: Callable[[Rij], Waarde]
    eenheid: str = ""
    per_periode: bool = True

    def punt(self, naam: str, rij: Rij) -> g.Punt:
        """The point of a wijk on the map."""
        value = self.lees(rij)
        return g.Punt(naam, value.getal, onderdrukt=value.verborgen)


def _questions(rij: Rij) -> Waarde:
    if rij.vragen is None:
        return Waarde(0)
    return Waarde(rij.vragen.waarde, verborgen=rij.vragen.onderdrukt)


def _per_thousand(rij: Rij) -> Waarde:
    return Waarde(rij.per_duizend, verborgen=bool(rij.vragen and rij.vragen.onderdrukt))


def _use(rij: Rij) -> Waarde:
    return Waarde(rij.gebruik, verborgen=rij.gebruik is None and rij.gebruik_geteld)


def _gaps(rij: Rij) -> Waarde:
    hidden = 0 < rij.gemis < GRENS
    return Waarde(None if hidden else rij.gemis, verborgen=hidden)


_ALLE = (
    Wijkmaat("inwoners", "Inwoners", "Inwoners", "De meeste inwoners wonen in",
             lambda rij: Waarde(rij.inwoners), per_periode=False),
    Wijkmaat("vragen", "Vragen", "Vragen", "De meeste vragen komen uit", _questions),
    Wijkmaat("per-duizend", "Vragen per 1.000 inwoners", "Vragen per 1.000 inwoners",
             "Naar inwoners komen de meeste vragen uit", _per_thousand),
    Wijkmaat("gebruik", "Huishoudens die een voorziening gebruiken", "Gebruik",
             "De meeste huishoudens die een voorziening gebruiken wonen in", _use),
    Wijkmaat("voorzieningen", "Algemene voorzieningen in de wijk", "Aanbod",
             "De meeste algemene voorzieningen van de eigen wijk zijn er in",
             lambda rij: Waarde(rij.voorraad.aantal), per_periode=False),
    Wijkmaat("plaatsen", "Plaatsen bij voorzieningen in de wijk", "Plaatsen",
             "De meeste plaatsen van de eigen wijk zijn er in",
             lambda rij: Waarde(rij.voorraad.plaatsen or None), per_periode=False),
    Wijkmaat("bezetting", "Hoe vol de activiteiten zitten", "Bezet (%)",
             "Het volst zitten de activiteiten in",
             lambda rij: Waarde(rij.bezetting.procent, verborgen=rij.bezetting.klein), eenheid="%"),
    Wijkmaat("gemist", "Hoe vaak iets ontbrak", "Gemist", "Het vaakst ontbrak iets in", _gaps),
    Wijkmaat("witte-vlekken", "Witte vlekken in de preventiematrix", "Witte vlekken",
             "De meeste witte vlekken zijn er in",
             lambda rij: Waarde(rij.gaten), per_periode=False),
)  # fmt: skip
MATEN: Mapping[str, Wijkmaat] = {maat.code: maat for maat in _ALLE}


def draw_map(
    maat: Wijkmaat, rijen: Sequence[Rij], adressen: Mapping[str, str]
) -> g.Tegelkaart | g.Choropleet:
    """The wijken on a map: the real borders when all were imported, else tiles."""
    areas = [
        g.Gebied(rij.wijk.pk, maat.punt(rij.wijk.naam, rij), adressen[rij.wijk.pk]) for rij in rijen
    ]
    shapes = dict(Wijkgrens.objects.values_list("wijk", "geometrie"))
    if rijen and set(shapes) >= {rij.wijk.pk for rij in rijen}:
        features = [
            {"type": "Feature", "properties": {"wijkcode": code}, "geometry": shape}
            for code, shape in shapes.items()
        ]
        return g.Choropleet(
            titel=maat.naam,
            bevinding=finding(maat, rijen),
            waarde_naam=maat.kolom,
            eenheid=maat.eenheid,
            gebieden=areas,
            geojson={"type": "FeatureCollection", "features": features},
        )
    return g.Tegelkaart(
        titel=maat.naam,
        bevinding=finding(maat, rijen),
        waarde_naam=maat.kolom,
        eenheid=maat.eenheid,
        gebieden=areas,
    )


def finding(maat: Wijkmaat, rijen: Sequence[Rij]) -> str:
    """Where it is most, by name; says so when nothing can be shown or none stands out."""
    return outstanding(maat, rijen) or (
        "Geen wijk springt eruit."
        if any(maat.lees(rij).getal is not None for rij in rijen)
        else "Er zijn geen cijfers om te tonen."
    )


def outstanding(maat: Wijkmaat, rijen: Sequence[Rij]) -> str:
    """The sentence about where it is most, or nothing when no wijk stands out."""
    numbers = [(maat.lees(rij).getal, rij.wijk.naam) for rij in rijen]
    known = [(float(number), naam) for number, naam in numbers if number is not None]
    highest = max((number for number, _ in known), default=0.0)
    names = [naam for number, naam in known if number == highest]
    if not names or len(names) == len(known) or len(names) > _MEESTE_NAMEN:
        return ""
    return f"{maat.meeste} {' en '.join(names)}."
