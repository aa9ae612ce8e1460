"""The catalogue from a file, and interventions with what they reached."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from hengelo_sociaal.gebieden.models import Wijk
from hengelo_sociaal.invoer.bewaren import upsert
from hengelo_sociaal.invoer.exceptions import InvoerGeweigerd, Regelfout
from hengelo_sociaal.invoer.kolommen import Kolom, datum, een_van, geheel, getal, jaar
from hengelo_sociaal.invoer.register import (
    Importer,
    Indeling,
    Invoer,
    Rij,
    Telling,
    Wijziging,
    registreer,
)
from hengelo_sociaal.kern.tijd import dag_van
from hengelo_sociaal.waarden.models import Leefgebied
from voorzieningen.domain.inlezen import VERPLICHT, Inleesverslag, load_voorzieningen
from voorzieningen.enums import (
    Bewijskracht,
    Interventiesoort,
    Interventiestatus,
    Preventieniveau,
)
from voorzieningen.exceptions import OngeldigBestand
from voorzieningen.models import Interventie, Interventiejaar, Organisatie, Voorziening
from voorzieningen.queries.verschillen import compare_all
from voorzieningen.rechten import SCHRIJVEN

OPTIONEEL = (
    "gefinancierd",
    "preventieniveau",
    "wetten",
    "doelgroepen",
    "leeftijd_van",
    "leeftijd_tot",
    "aanmelden",
    "kosten",
    "organisatie",
    "locaties",
    "wijken",
    "productcategorie",
    "leveringsvormen",
    "geldig_van",
    "geldig_tot",
    "zoekwoorden",
    "bron",
    "productcode",
    "wanneer",
    "wachttijd_dagen",
    "plaatsen",
    "gecontroleerd_op",
    "versie",
)


def _save(rijen: Sequence[Rij], invoer: Invoer) -> Telling:
    try:
        verslag = load_voorzieningen(
            rijen=[rij.velden for rij in rijen],
            regels=[rij.regel for rij in rijen],
            by=invoer.by,
            at=invoer.at,
            op=dag_van(invoer.at),
            voortgang=invoer.voortgang,
        )
    except OngeldigBestand as refused:
        raise InvoerGeweigerd([Regelfout(*each) for each in refused.regels]) from refused
    changes = tuple(_in_words(verslag))
    return Telling(verslag.nieuw, verslag.gewijzigd, verslag.gelijk, changes)


def _in_words(verslag: Inleesverslag) -> Iterator[Wijziging]:
    """What changes of what, as people read it; of something new only that it is."""
    changed = [each for each in verslag.verandert if each[1]]
    compared = iter(compare_all([(was, becomes) for _, was, becomes in changed]))
    for naam, was, _ in verslag.verandert:
        if was:
            for each in next(compared):
                yield Wijziging(naam, each.naam, each.oud, each.nieuw)
        else:
            yield Wijziging(naam, "Nieuw", "", "Staat nog niet in de catalogus")


def _columns(*namen: str) -> tuple[Kolom, ...]:
    """Empty cells are refused by the operation, together with all else that is wrong."""
    return tuple(Kolom(naam, verplicht=False) for naam in namen)


# What the file has no column for stays as it is.
VOORZIENINGEN = Indeling(
    "voorzieningen",
    kolommen=_columns(*VERPLICHT),
    optioneel=_columns(*OPTIONEEL),
    bewaar=_save,
)
registreer(
    Importer(
        "voorzieningen",
        "Voorzieningen",
        recht=SCHRIJVEN,
        indelingen=(VOORZIENINGEN,),
    )
)


def _interventions_are_right(rijen: Sequence[Rij]) -> Iterator[Regelfout]:
    known = {
        "organisatie": set(Organisatie.objects.values_list("code", flat=True)),
        "voorziening": set(Voorziening.objects.values_list("code", flat=True)),
        "leefgebied": set(Leefgebied.objects.values_list("code", flat=True)),
    }
    wijken = set(Wijk.objects.values_list("code", flat=True))
    for rij in rijen:
        for name, codes in known.items():
            if rij[name] and rij[name] not in codes:
                yield Regelfout(rij.regel, f"{name} '{rij[name]}' kennen we niet")
        for wijk in _codes(rij["wijken"]):
            if wijk not in wijken:
                yield Regelfout(rij.regel, f"wijk '{wijk}' kennen we niet")
        if rij["tot"] and rij["tot"] < rij["van"]:
            yield Regelfout(rij.regel, "de laatste dag ligt voor de eerste dag")
        if (rij["streefresultaat"] or 0) > 100:
            yield Regelfout(rij.regel, "streefresultaat is een percentage: hoogstens 100")


def _save_interventions(rijen: Sequence[Rij], invoer: Invoer) -> Telling:
    organisations = {each.code: each for each in Organisatie.objects.all()}
    provisions = {each.code: each for each in Voorziening.objects.all()}
    counted = upsert(
        Interventie,
        (
            {name: rij[name] for name in _INTERVENTIE_ZO}
            | {
                "status": rij["status"] or Interventiestatus.LOOPT,
                "bewijskracht": rij["bewijskracht"] or Bewijskracht.ONBEKEND,
                "organisatie_id": organisations[rij["organisatie"]].pk,
                "voorziening_id": getattr(provisions.get(rij["voorziening"]), "pk", None),
                "leefgebied_id": rij["leefgebied"],
                "kosten_per_jaar": _cents(rij["kosten_per_jaar"]),
            }
            for rij in rijen
        ),
        sleutel=["code"],
    )
    made = {each.code: each for each in Interventie.objects.prefetch_related("wijken")}
    for rij in rijen:
        wanted = set(_codes(rij["wijken"]))
        if {wijk.pk for wijk in made[rij["code"]].wijken.all()} != wanted:
            made[rij["code"]].wijken.set(Wijk.objects.filter(pk__in=wanted))
    return counted


def _years_are_right(rijen: Sequence[Rij]) -> Iterator[Regelfout]:
    known = set(Interventie.objects.values_list("code", flat=True))
    for rij in rijen:
        if rij["code"] not in known:
            yield Regelfout(rij.regel, f"interventie '{rij['code']}' kennen we niet")
        if not (rij["gelukt"] or 0) <= (rij["gevraagd"] or 0) <= rij["bereik"]:
            yield Regelfout(rij.regel, "gelukt is hoogstens gevraagd, en dat hoogstens bereik")
        if min(rij["bereik"], rij["gevraagd"] or 0, rij["gelukt"] or 0) < 0:
            yield Regelfout(rij.regel, "een aantal mensen kan niet negatief zijn")


def _save_years(rijen: Sequence[Rij], invoer: Invoer) -> Telling:
    codes = dict(Interventie.objects.values_list("code", "pk"))
    reporter = {"gemeld_door_id": invoer.by.pk, "gemeld_op": invoer.at}
    known = {(each.interventie_id, each.jaar): each for each in Interventiejaar.objects.all()}
    rows = []
    for rij in rijen:
        before = known.get((codes[rij["code"]], rij["jaar"]))
        row = {
            "interventie_id": codes[rij["code"]],
            "jaar": rij["jaar"],
            "bereik": rij["bereik"],
            "gevraagd": rij["gevraagd"] or 0,
            "gelukt": rij["gelukt"] or 0,
            "kosten": _cents(rij["kosten"]),
            "toelichting": rij["toelichting"],
        }
        same = before and all(getattr(before, name) == value for name, value in row.items())
        # Who told it and when stays as it was where the file brings nothing new.
        kept = {name: getattr(before, name) for name in reporter} if same else reporter
        rows.append(row | kept)
    return upsert(Interventiejaar, rows, sleutel=["interventie_id", "jaar"])


def _codes(text: str) -> list[str]:
    return [code.strip() for code in text.split("|") if code.strip()]


def _cents(euros: Decimal | None) -> int | None:
    return None if euros is None else round(euros * 100)


_INTERVENTIE_ZO = (
    "code", "naam", "soort", "preventieniveau", "doel", "resultaat", "streefbereik",
    "streefresultaat", "van", "tot", "bron",
)  # fmt: skip
INTERVENTIES = Indeling(
    "interventies",
    kolommen=(
        Kolom("code", max_lengte=60),
        Kolom("naam", max_lengte=120),
        Kolom("soort", een_van(Interventiesoort.values)),
        Kolom("organisatie"),
        Kolom("leefgebied"),
        Kolom("preventieniveau", een_van(Preventieniveau.values)),
        Kolom("doel", max_lengte=300),
        Kolom("van", datum),
        Kolom("tot", datum, verplicht=False),
        Kolom("status", een_van(Interventiestatus.values), verplicht=False),
        Kolom("voorziening", verplicht=False),
        Kolom("wijken", verplicht=False),
        Kolom("resultaat", verplicht=False, max_lengte=200),
        Kolom("streefbereik", geheel, verplicht=False),
        Kolom("streefresultaat", geheel, verplicht=False),
        Kolom("kosten_per_jaar", getal, verplicht=False),
        Kolom("bewijskracht", een_van(Bewijskracht.values), verplicht=False),
        Kolom("bron", verplicht=False, max_lengte=200),
    ),
    sleutel=("code",),
    controleer=_interventions_are_right,
    bewaar=_save_interventions,
)
INTERVENTIEJAREN = Indeling(
    "jaren van interventies",
    kolommen=(
        Kolom("code", max_lengte=60),
        Kolom("jaar", jaar),
        Kolom("bereik", geheel),
        Kolom("gevraagd", geheel, verplicht=False),
        Kolom("gelukt", geheel, verplicht=False),
        Kolom("kosten", getal, verplicht=False),
        Kolom("toelichting", verplicht=False, max_lengte=500),
    ),
    sleutel=("code", "jaar"),
    controleer=_years_are_right,
    bewaar=_save_years,
)
registreer(
    Importer(
        "interventies",
        "Interventies en pilots",
        recht=SCHRIJVEN,
        indelingen=(INTERVENTIES, INTERVENTIEJAREN),
    )
)
