"""Who lives, and lived, at an address; and what happened to a household over time."""

import datetime as dt
import uuid
from dataclasses import dataclass

from hengelo_sociaal.kern.tijd import dag_van
from toegang.enums import Aard, Band
from toegang.models import Huishouden, Lidmaatschap, VroegerAdres
from toegang.queries.huishouden import ever_members_of
from toegang.queries.samenvoegen import merges_into

MOST = 40


@dataclass(frozen=True, kw_only=True)
class Adresbewoning:
    """A household at an address, with everybody who lived in it and when."""

    huishouden: Huishouden
    nu: bool
    tot: dt.date | None
    leden: list[Lidmaatschap]


@dataclass(frozen=True, kw_only=True)
class Gebeurtenis:
    """Something that happened to a household on a day, as a sentence."""

    dag: dt.date
    zin: str


def inhabitants(home: Huishouden) -> list[Adresbewoning]:
    """All households at the address of this one, now and before, with their people.

    Nothing for a secret address or one that is not complete; people whose data are secret
    and other households with a secret address stay away. Three queries.
    """
    if home.geheim or not home.postcode or home.huisnummer is None:
        return []
    where = {
        "postcode": home.postcode,
        "huisnummer": home.huisnummer,
        "toevoeging": home.toevoeging,
        "geheim": False,
    }
    now = list(Huishouden.objects.filter(**where).order_by("pk")[:MOST])
    before = list(VroegerAdres.objects.filter(**where).select_related("huishouden")[:MOST])
    people = _people({one.pk for one in now} | {one.huishouden_id for one in before})
    found = [
        Adresbewoning(huishouden=one, nu=True, tot=None, leden=people.get(one.pk, []))
        for one in now
    ]
    for old in before:
        there = [lid for lid in people.get(old.huishouden_id, []) if lid.van <= old.tot]
        found.append(Adresbewoning(huishouden=old.huishouden, nu=False, tot=old.tot, leden=there))
    return found


def _people(homes: set[uuid.UUID]) -> dict[uuid.UUID, list[Lidmaatschap]]:
    lived = Lidmaatschap.objects.thuis().filter(huishouden__in=homes, inwoner__geheim=False)
    found: dict[uuid.UUID, list[Lidmaatschap]] = {}
    for member in lived.select_related("inwoner").order_by("tot", "van", "pk"):
        found.setdefault(member.huishouden_id, []).append(member)
    return found


def history_of(huishouden_id: uuid.UUID) -> list[Gebeurtenis]:
    """Births, moves, partings, deaths and merges of a household, the latest first; 3 queries."""
    found = []
    for member in ever_members_of(huishouden_id):
        found += _of_member(member)
    for old in VroegerAdres.objects.filter(huishouden=huishouden_id):
        where = "een geheim adres" if old.geheim else old.adres or "een onbekend adres"
        found.append(Gebeurtenis(dag=old.tot, zin=f"Laatste dag op {where}"))
    for merge in merges_into(huishouden_id):
        found.append(
            Gebeurtenis(dag=dag_van(merge.op), zin="Samengevoegd met een ander huishouden")
        )
    return sorted(found, key=lambda one: one.dag, reverse=True)


def _of_member(member: Lidmaatschap) -> list[Gebeurtenis]:
    person, home = member.inwoner, member.band == Band.THUIS
    if home:
        born = person.geboortedatum == member.van
        begin = f"{person.naam} is geboren" if born else f"{person.naam} woont hier"
    else:
        aard = Aard(member.aard).label.lower()
        begin = f"{person.naam} hoort erbij ({aard})"
    found = [Gebeurtenis(dag=member.van, zin=begin)]
    if member.tot is not None:
        died = person.overleden_op == member.tot
        end = (
            "is overleden" if died else "woont hier niet meer" if home else "hoort er niet meer bij"
        )
        found.append(Gebeurtenis(dag=member.tot, zin=f"{person.naam} {end}"))
    return found
