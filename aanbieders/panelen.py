"""What aanbieders brings to the dossier of a household and to my work."""

from collections.abc import Mapping
from typing import Any

from aanbieders.models import Toewijzing
from aanbieders.queries.aflopend import toewijzingen_ending
from aanbieders.queries.overzicht import first_to_end
from aanbieders.queries.producten import products_of
from aanbieders.queries.zicht import visible_toewijzingen
from aanbieders.rechten import (
    CONTRACT_LEZEN,
    CONTRACT_SCHRIJVEN,
    NAMEN_LEZEN,
    TOEWIJZING_LEZEN,
    TOEWIJZING_SCHRIJVEN,
)
from hengelo_sociaal.kern.tijd import vandaag
from hengelo_sociaal.medewerkers.models import Medewerker
from hengelo_sociaal.medewerkers.rechten import Bereik
from hengelo_sociaal.web.panelen import Paneel, Plek, Ruimte, registreer
from hengelo_sociaal.werk.registers import registreer_aflopend
from toegang.models import Huishouden
from voorzieningen.enums import Soort


def toewijzingen_van_huishouden(by: Medewerker, onderwerp: Any) -> Mapping[str, Any] | None:
    """What has been granted to the people of a household, newest first."""
    huishouden: Huishouden = getattr(onderwerp, "huishouden", onderwerp)
    op = vandaag()
    rows = visible_toewijzingen(by=by, op=op, huishouden_id=huishouden.pk)
    found = list(rows.order_by("-van", "-pk")[:20])
    return {"toewijzingen": found, "vandaag": op} if found else None


def producten_van_voorziening(by: Medewerker, onderwerp: Any) -> Mapping[str, Any] | None:
    """With which products a maatwerkvoorziening is bought, and in what they are counted.

    Without any, only whoever may read or add products is told so.
    """
    if onderwerp.soort != Soort.MAATWERK:
        return None
    found = products_of(onderwerp)
    may = {
        "mag_lezen": CONTRACT_LEZEN.van(by) is not None,
        "mag_schrijven": CONTRACT_SCHRIJVEN.van(by) is not None,
    }
    shown = {"producten": found, "voorziening": onderwerp, **may}
    return shown if found or may["mag_lezen"] else None


def contracten_die_aflopen(by: Medewerker, ruimte: Ruimte) -> Mapping[str, Any] | None:
    """Contracts that end, or must be cancelled, within half a year."""
    op = vandaag()
    found = ruimte.first(first_to_end(op=op))
    if not found.rijen:
        return None
    return {"contracten": found.rijen, "alles": found.alles, "inwoners": (), "vandaag": op}


def toewijzingen_te_herzien(by: Medewerker, ruimte: Ruimte) -> Mapping[str, Any] | None:
    """Grants of which the day has come to see whether lighter help will do; without names."""
    op = vandaag()
    rows = Toewijzing.objects.select_related("product").te_herzien(op)
    found = ruimte.first(rows.order_by("herziening_op", "pk"))
    if not found.rijen:
        return None
    return {
        "toewijzingen": found.rijen,
        "inwoners": [one.inwoner_id for one in found.rijen],
        "alles": found.alles,
        "vandaag": op,
    }


registreer_aflopend("toewijzingen", "Hulp die stopt", toewijzingen_ending)
registreer(
    Paneel(
        plek=Plek.DOSSIER,
        code="toewijzingen",
        titel="Toewijzingen",
        volgorde=60,
        laad=toewijzingen_van_huishouden,
        sjabloon="aanbieders/_paneel_toewijzingen.html",
        rechten=(TOEWIJZING_LEZEN,),
        vraagbudget=3,
        minstens=Bereik.EIGEN,
    ),
    Paneel(
        plek=Plek.VOORZIENING,
        code="producten",
        titel="Producten",
        volgorde=10,
        laad=producten_van_voorziening,
        sjabloon="aanbieders/_paneel_producten.html",
        rechten=(NAMEN_LEZEN,),
        vraagbudget=2,
    ),
    Paneel(
        plek=Plek.MIJN_WERK,
        code="contracten-aflopend",
        titel="Contracten die aflopen",
        volgorde=50,
        laad=contracten_die_aflopen,
        sjabloon="aanbieders/_paneel_contracten.html",
        rechten=(CONTRACT_SCHRIJVEN,),
        vraagbudget=2,
    ),
    Paneel(
        plek=Plek.MIJN_WERK,
        code="toewijzingen-herzien",
        titel="Toewijzingen om opnieuw te bekijken",
        volgorde=55,
        laad=toewijzingen_te_herzien,
        sjabloon="aanbieders/_paneel_herzien.html",
        rechten=(TOEWIJZING_SCHRIJVEN,),
        vraagbudget=2,
    ),
)
