"""The people of a household: network, who speaks for whom, its history, and doubles."""

from collections.abc import Mapping, Sequence
from typing import Any

from hengelo_sociaal.kern.tijd import vandaag
from hengelo_sociaal.medewerkers.models import Medewerker
from hengelo_sociaal.web.grafieken.ecogram import Band, Ecogram
from hengelo_sociaal.web.panelen import Paneel, Plek
from toegang.domain.wijzigen import may_change
from toegang.models import Huishouden, Lidmaatschap, Netwerklid
from toegang.queries.adres import history_of
from toegang.queries.huishouden import members_of
from toegang.queries.netwerk import network_of, speakers_of_household
from toegang.queries.samenvoegen import merges_of, splits_of
from toegang.rechten import (
    DOSSIER_LEZEN,
    DOSSIER_SAMENVATTING,
    DOSSIER_SCHRIJVEN,
    HUISHOUDEN_WIJZIGEN,
    SAMENVOEGEN,
)


def netwerk_van(by: Medewerker, huishouden: Huishouden) -> Mapping[str, Any] | None:
    """The people around the household as a picture and a table."""
    today = vandaag()
    found = network_of(huishouden.pk, op=today)
    members = members_of(huishouden.pk, op=today)
    return {
        "netwerk": found,
        "ecogram": draw_network(members, found) if found else None,
        "mag_wijzigen": may_change(by, huishouden.pk, op=today, recht=DOSSIER_SCHRIJVEN),
    }


def draw_network(members: Sequence[Lidmaatschap], around: Sequence[Netwerklid]) -> Ecogram:
    """The ecogram of a household, with what it shows as a sentence."""
    carers = [one.naam for one in around if one.is_mantelzorger]
    care = f" Mantelzorg geven: {', '.join(carers)}." if carers else " Niemand geeft mantelzorg."
    people = "1 persoon staat" if len(around) == 1 else f"{len(around)} mensen staan"
    return Ecogram(
        titel="Netwerk van het huishouden",
        bevinding=f"{people} om dit huishouden heen.{care}",
        midden=[lid.inwoner.roepnaam or lid.inwoner.naam for lid in members] or ["Niemand"],
        banden=[
            Band(
                naam=one.naam,
                relatie=one.omschrijving or one.get_relatie_display(),
                lijn=one.band,
                zorgt=_care(one),
                voor=one.voor.naam if one.voor else "",
            )
            for one in around
        ],
    )


def _care(one: Netwerklid) -> str:
    if not one.is_mantelzorger:
        return ""
    return f"{one.mantelzorg_uren} uur per week" if one.mantelzorg_uren else "ja"


def vertegenwoordigers_van(by: Medewerker, huishouden: Huishouden) -> Mapping[str, Any] | None:
    """Who speaks for whom, and in what."""
    return {
        "vertegenwoordigers": speakers_of_household(huishouden.pk, op=vandaag()),
        "mag_toevoegen": may_change(by, huishouden.pk, op=vandaag()),
    }


def geschiedenis_van(by: Medewerker, huishouden: Huishouden) -> Mapping[str, Any] | None:
    """What happened to the household over the years."""
    return {"gebeurtenissen": history_of(huishouden.pk)}


def samengevoegd(by: Medewerker, huishouden: Huishouden) -> Mapping[str, Any] | None:
    """What was merged into the household, and where to begin when it is there twice."""
    return {"samenvoegingen": merges_of(huishouden.pk)}


def gesplitst(by: Medewerker, huishouden: Huishouden) -> Mapping[str, Any] | None:
    """Who went to live elsewhere and made a household there, to undo a mistake."""
    if not may_change(by, huishouden.pk, op=vandaag()):
        return None
    found = splits_of(huishouden.pk)
    return {"splitsingen": found} if found else None


PANELEN = (
    Paneel(
        Plek.DOSSIER_ZIJDE,
        "vertegenwoordigers",
        "Wie spreekt voor wie",
        5,
        vertegenwoordigers_van,
        "toegang/panelen/_vertegenwoordigers.html",
        (DOSSIER_SAMENVATTING,),
        2,
    ),
    Paneel(
        Plek.DOSSIER,
        "netwerk",
        "Netwerk",
        50,
        netwerk_van,
        "toegang/panelen/_netwerk.html",
        (DOSSIER_LEZEN,),
        3,
    ),
    Paneel(
        Plek.DOSSIER,
        "geschiedenis",
        "Geschiedenis van het huishouden",
        80,
        geschiedenis_van,
        "toegang/panelen/_geschiedenis.html",
        (DOSSIER_LEZEN,),
        3,
    ),
    Paneel(
        Plek.DOSSIER,
        "samengevoegd",
        "Staat dit dubbel?",
        90,
        samengevoegd,
        "toegang/panelen/_samengevoegd.html",
        (SAMENVOEGEN,),
        1,
    ),
    Paneel(
        Plek.DOSSIER,
        "gesplitst",
        "Uit elkaar gegaan",
        91,
        gesplitst,
        "toegang/panelen/_gesplitst.html",
        (HUISHOUDEN_WIJZIGEN,),
        2,
    ),
)
