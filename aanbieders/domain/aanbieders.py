"""Keeping providers."""

import datetime as dt

from aanbieders.models import Aanbieder
from aanbieders.rechten import CONTRACT_SCHRIJVEN
from hengelo_sociaal.kern.beperkingen import operation
from hengelo_sociaal.logboek.domain import log_change
from hengelo_sociaal.medewerkers.models import Medewerker
from hengelo_sociaal.medewerkers.rechten import toets
from voorzieningen.domain.controle import check
from voorzieningen.models import Organisatie


def register_aanbieder(
    *,
    naam: str,
    kvk: str,
    by: Medewerker,
    at: dt.datetime,
    agb: str = "",
    plaats: str = "",
    organisatie: Organisatie | None = None,
) -> Aanbieder:
    """Add a provider, known by its KvK number.

    Refused with GeenRecht, with OngeldigeInvoer for a number that cannot be right, and
    with AanbiederBestaatAl when the number is taken.
    """
    toets(by, CONTRACT_SCHRIJVEN)
    with operation():
        aanbieder = Aanbieder(naam=naam, kvk=kvk, agb=agb, plaats=plaats, organisatie=organisatie)
        check(aanbieder)
        aanbieder.save(force_insert=True)
        log_change(
            by=by,
            handeling="aanbieder toegevoegd",
            soort="aanbieder",
            object_id=aanbieder.pk,
            at=at,
            wijziging={"naam": naam, "kvk": kvk, "agb": agb, "plaats": plaats},
        )
    return aanbieder


def change_aanbieder(
    *, aanbieder: Aanbieder, naam: str, agb: str, plaats: str, by: Medewerker, at: dt.datetime
) -> Aanbieder:
    """Change what we know of a provider; the KvK number stays.

    Refused as register_aanbieder. Nothing different: nothing written.
    """
    toets(by, CONTRACT_SCHRIJVEN)
    with operation():
        # Two people changing one record: the second waits, and logs what it really changed.
        aanbieder = Aanbieder.objects.select_for_update(of=("self",), no_key=True).get(
            pk=aanbieder.pk
        )
        wanted = {"naam": naam, "agb": agb, "plaats": plaats}
        changes = {
            name: [getattr(aanbieder, name), value]
            for name, value in wanted.items()
            if getattr(aanbieder, name) != value
        }
        if changes:
            for name, value in wanted.items():
                setattr(aanbieder, name, value)
            check(aanbieder)
            aanbieder.save()
            log_change(
                by=by,
                handeling="aanbieder gewijzigd",
                soort="aanbieder",
                object_id=aanbieder.pk,
                at=at,
                wijziging=changes,
            )
    return aanbieder
