"""From figures to what is on the screen: tiles, lines, bars, small multiples and the map."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from django.urls import reverse

from dashboard.enums import Dimensie, Per, Richting
from dashboard.models import Indicator
from dashboard.queries.cijfers import Cijfer, Vraag, read_figures, read_many, splits_of
from dashboard.queries.namen import Namen, names_of
from dashboard.queries.perioden import begin_van, verschuif
from dashboard.views.keuze import Keuze
from dashboard.views.tabel import Cel, Tabel
from hengelo_sociaal.web import grafieken as g
from hengelo_sociaal.web import opmaak

TEGELS = (
    "hulpvragen",
    "informatie-en-advies",
    "onderzoek-op-tijd",
    "huisbezoek-eerste-keer",
    "meldingen",
    "tevreden",
    "een-plan",
    "algemene-voorziening",
)
# Counted in the month of the melding, while the visit or the plan comes later: a recent month
# is always behind, so it is not held against the month before.
_RIJPT = {"huisbezoek-eerste-keer", "een-plan"}
_BIJNA = Decimal("0.95")
_MAANDEN_WIJK = 6
_MEESTE_VINDPLAATSEN = 10
KORT = ["jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"]
NIET_GETOOND = "niet getoond"


@dataclass(frozen=True)
class Stand:
    """An indicator as it stands in the chosen period, with its months."""

    indicator: Indicator
    cijfer: Cijfer
    maanden: Mapping[dt.date, Cijfer]
    streefwaarde: Decimal | None


def standings(keuze: Keuze, indicatoren: list[Indicator]) -> list[Stand]:
    """How the indicators of the tiles stand; two queries for all of them together."""
    able = [
        one for one in indicatoren if keuze.filter is None or keuze.filter[0] in splits_of(one.code)
    ]
    codes = [one.code for one in able]
    first = verschuif(begin_van(Per.JAAR, keuze.begin), -12)
    months = read_many(codes, Per.MAAND, first, keuze.einde, keuze.filter)
    whole = read_many(codes, keuze.per, keuze.begin, keuze.begin, keuze.filter)
    return [
        Stand(
            one,
            whole[one.code][keuze.begin],
            months[one.code],
            _target(one, keuze.begin.year) if keuze.filter is None else None,
        )
        for one in able
    ]


def _target(indicator: Indicator, jaar: int) -> Decimal | None:
    found = [one.waarde for one in indicator.streefwaarden.all() if one.jaar == jaar]
    return found[0] if found else None


def tile(stand: Stand, keuze: Keuze) -> g.Tegel:
    """A tile: value, target mark, change in words, and a judgement where there is a target."""
    one = stand.indicator
    tone = judge(one, stand.cijfer.waarde, stand.streefwaarde)
    return g.Tegel(
        naam=one.naam,
        waarde=value_beside_target(stand),
        adres=reverse("indicator", args=[one.code]) + keuze.adres(),
        bullet=_bullet(stand, tone),
        doel=f"Streefwaarde: {number_text(stand.streefwaarde, one)}" if stand.streefwaarde else "",
        verandering=change(stand, keuze),
        toon=tone,
    )


def value_beside_target(stand: Stand) -> str:
    """The value; with a decimal where it would read as the target that it just misses."""
    one, value, target = stand.indicator, stand.cijfer.waarde, stand.streefwaarde
    words = value_text(stand.cijfer, one)
    if not one.is_percentage or judge(one, value, target) in {"", "goed"}:
        return words
    return opmaak.percentage(value, 1) if words == number_text(target, one) else words


def judge(indicator: Indicator, waarde: float | None, doel: Decimal | None) -> str:
    """The colour of the wanted direction only: no target or no direction, no judgement."""
    richting = indicator.gewenste_richting
    if waarde is None or doel is None or richting == Richting.NEUTRAAL:
        return ""
    value = Decimal(str(waarde))
    reached = value >= doel if richting == Richting.HOGER else value <= doel
    if reached:
        return "goed"
    near = value >= doel * _BIJNA if richting == Richting.HOGER else value * _BIJNA <= doel
    return "let" if near else "fout"


def _bullet(stand: Stand, tone: str) -> g.Bullet | None:
    if not stand.indicator.is_percentage:
        return None
    figure = stand.cijfer
    return g.Bullet(figure.waarde, stand.streefwaarde, 100, tone, figure.onderdrukt)


def number_text(waarde: float | Decimal | None, indicator: Indicator) -> str:
    """A number with its unit: 87%, 1.234."""
    if waarde is None:
        return "geen cijfer"
    if indicator.is_percentage:
        return opmaak.percentage(waarde)
    return opmaak.getal(waarde)


def value_text(cijfer: Cijfer, indicator: Indicator) -> str:
    """The value, or in words why there is none."""
    if cijfer.onderdrukt:
        return NIET_GETOOND
    return number_text(cijfer.waarde, indicator)


def change(stand: Stand, keuze: Keuze) -> str:
    """How the last whole month differs: shares from the month before, counts from last year."""
    if stand.indicator.code in _RIJPT:
        return "een maand kan nog stijgen"
    month = keuze.laatste_maand
    share = stand.indicator.is_percentage
    before = verschuif(month, -1 if share else -12)
    now, then = _value(stand, month), _value(stand, before)
    if now is None or then is None:
        return ""
    name = opmaak.MAANDEN[month.month - 1]
    if share:
        points = round(now) - round(then)
        unit = "punt" if abs(points) == 1 else "punten"
        words = f"{opmaak.verschil(points)} {unit}" if points else "gelijk"
        return f"{name}: {words} t.o.v. {opmaak.MAANDEN[before.month - 1]}"
    if not then:
        return ""
    percents = round(100 * (now - then) / then)
    words = f"{opmaak.verschil(percents)}%" if percents else "gelijk"
    return f"{name}: {words} t.o.v. een jaar eerder"


def _value(stand: Stand, month: dt.date) -> float | None:
    figure = stand.maanden.get(month)
    return figure.waarde if figure else None


def point(label: str, cijfer: Cijfer | None) -> g.Punt:
    """A figure in a chart."""
    if cijfer is None:
        return g.Punt(label)
    return g.Punt(label, cijfer.waarde, cijfer.onderdrukt)


def trend(stand: Stand, keuze: Keuze) -> g.Lijn:
    """The months of the year of the period, with the year before behind them."""
    year = keuze.begin.year
    last = keuze.einde.month if keuze.per == Per.JAAR else min(12, _last_month(keuze))
    return g.Lijn(
        titel=f"{stand.indicator.naam} per maand",
        bevinding=finding(stand, keuze),
        eenheid=stand.indicator.eenheid if stand.indicator.is_percentage else "",
        punten=_year_points(stand, year, last),
        naam=str(year),
        vorig=_year_points(stand, year - 1, last),
        vorig_naam=str(year - 1),
        doel=stand.streefwaarde if stand.indicator.is_percentage else None,
        code=f"trend-{stand.indicator.code}",
    )


def _last_month(keuze: Keuze) -> int:
    return keuze.vandaag.month if keuze.begin.year == keuze.vandaag.year else 12


def _year_points(stand: Stand, jaar: int, tot: int) -> list[g.Punt]:
    return [
        point(KORT[month - 1], stand.maanden.get(dt.date(jaar, month, 1)))
        for month in range(1, tot + 1)
    ]


def finding(stand: Stand, keuze: Keuze) -> str:
    """The sentence above the line: the last whole month against a year earlier."""
    month = keuze.laatste_maand
    now, then = _value(stand, month), _value(stand, verschuif(month, -12))
    name = opmaak.MAANDEN[month.month - 1]
    if now is None:
        return f"Over {name} is geen cijfer te tonen."
    what = number_text(now, stand.indicator)
    start = f"In {name} was het {what}" if stand.indicator.is_percentage else f"In {name}: {what}"
    if then is None:
        return f"{start}."
    difference = round(now) - round(then)
    if not difference:
        return f"{start}, evenveel als een jaar eerder."
    more = "meer" if difference > 0 else "minder"
    if stand.indicator.is_percentage:
        higher = "hoger" if difference > 0 else "lager"
        return f"{start}: {opmaak.getal(abs(difference))} punten {higher} dan een jaar eerder."
    still = ""
    if keuze.loopt and begin_van(Per.MAAND, keuze.einde) > month:
        still = f" {opmaak.MAANDEN[keuze.einde.month - 1].capitalize()} loopt nog."
    return f"{start}, dat is {opmaak.getal(abs(difference))} {more} dan een jaar eerder.{still}"


def per_place(keuze: Keuze) -> g.Balken:
    """Hulpvragen per vindplaats, with last year's as a mark when the period is whole."""
    names = names_of(Dimensie.VINDPLAATS)
    now = _split(keuze, keuze.begin, names)
    before = {} if keuze.loopt else _split(keuze, verschuif(keuze.begin, -12), names)
    order = sorted(names, key=lambda code: -_height(now.get(code)))
    used = [code for code in order if _height(now.get(code)) or _hidden(now.get(code))]
    bars = [
        g.Balk(
            point(names[code], now.get(code)),
            before[code].waarde if code in before else None,
            adres=keuze.adres(vindplaats=code),
        )
        for code in used[:_MEESTE_VINDPLAATSEN]
    ]
    rest = len(used) - len(bars)
    return g.Balken(
        titel="Hulpvragen per vindplaats",
        bevinding=_most(names, now, used, rest),
        balken=bars,
        rij_naam="Vindplaats",
        merk_naam=str(keuze.begin.year - 1) if before else "",
    )


def _split(keuze: Keuze, begin: dt.date, names: Namen) -> dict[str, Cijfer]:
    vraag = Vraag(
        indicator="hulpvragen",
        van=begin,
        tot=begin,
        per=keuze.per,
        uitgesplitst=Dimensie.VINDPLAATS,
        filter=keuze.filter,
    )
    return {one.categorie: one for one in read_figures(vraag, namen=names)}


def _height(cijfer: Cijfer | None) -> float:
    return (cijfer.waarde or 0) if cijfer else 0


def _hidden(cijfer: Cijfer | None) -> bool:
    return bool(cijfer and cijfer.onderdrukt)


def _most(names: Namen, now: Mapping[str, Cijfer], used: list[str], rest: int) -> str:
    if not used or not _height(now.get(used[0])):
        return "Er zijn nog geen hulpvragen te tonen."
    first = used[0]
    number = opmaak.getal(_height(now[first]))
    more = f" Nog {rest} vindplaatsen staan in de tabel van de indicator." if rest > 0 else ""
    return f"De meeste vragen komen binnen bij {names[first]}: {number}.{more}"


def wijken(keuze: Keuze) -> dict[str, list[Cijfer]]:
    """Hulpvragen per wijk in the last six whole months of the period, one query."""
    last = keuze.laatste_maand
    split_filter = None if keuze.filter and keuze.filter[0] == Dimensie.WIJK else keuze.filter
    vraag = Vraag(
        indicator="hulpvragen",
        van=verschuif(last, 1 - _MAANDEN_WIJK),
        tot=last,
        uitgesplitst=Dimensie.WIJK,
        filter=split_filter,
    )
    found: dict[str, list[Cijfer]] = {}
    for one in read_figures(vraag):
        found.setdefault(one.categorie, []).append(one)
    return {code: rows for code, rows in found.items() if code.startswith("WK")}


def minis(keuze: Keuze, per_wijk: Mapping[str, list[Cijfer]], names: Namen) -> g.Minis:
    """A small line for every wijk, on one scale; no target, so no judgement."""
    lines = [
        g.Mini(
            names.get(code, code),
            [point(KORT[one.begin.month - 1], one) for one in rows],
            adres=keuze.adres(wijk=code),
        )
        for code, rows in sorted(per_wijk.items(), key=lambda pair: names.get(pair[0], ""))
    ]
    finding = "Het aantal hulpvragen per maand; het getal is dat van de laatste maand."
    if keuze.filter and keuze.filter[0] == Dimensie.WIJK:
        finding += " Alle wijken: het filter op wijk geldt hier niet."
    return g.Minis(
        titel="Hulpvragen per wijk",
        bevinding=finding,
        reeksen=lines,
    )


def tile_map(
    keuze: Keuze, per_wijk: Mapping[str, list[Cijfer]], names: Namen, grenzen: Mapping[str, object]
) -> g.Tegelkaart | g.Choropleet:
    """The wijken on a map: the real borders when they were imported, else tiles."""
    areas = [
        g.Gebied(code, point(names.get(code, code), rows[-1]), adres=keuze.adres(wijk=code))
        for code, rows in per_wijk.items()
    ]
    month = opmaak.MAANDEN[keuze.laatste_maand.month - 1]
    title = f"Hulpvragen per wijk op de kaart, {month}"
    if set(grenzen) >= set(per_wijk) and per_wijk:
        shapes = [
            {"type": "Feature", "properties": {"wijkcode": code}, "geometry": shape}
            for code, shape in grenzen.items()
        ]
        collection = {"type": "FeatureCollection", "features": shapes}
        return g.Choropleet(titel=title, gebieden=areas, geojson=collection)
    return g.Tegelkaart(titel=title, gebieden=areas)


def months_table(stands: list[Stand]) -> Tabel:
    """Months down, indicators across, as they stand on the tiles."""
    months = sorted({month for stand in stands for month in stand.maanden})
    rows: list[list[Cel]] = []
    for month in months:
        figures = [stand.maanden.get(month) for stand in stands]
        cells: list[Cel] = [
            NIET_GETOOND if one and one.onderdrukt else one.waarde if one else None
            for one in figures
        ]
        rows.append([f"{month:%Y-%m}", *cells])
    heads = [
        f"{stand.indicator.naam} (%)" if stand.indicator.is_percentage else stand.indicator.naam
        for stand in stands
    ]
    return Tabel(["Maand", *heads], rows)
