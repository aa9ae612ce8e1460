"""Keeping the municipality's texts: write a concept, look at it, put it in force."""

import datetime as dt
from dataclasses import dataclass

from django.db.models import Max

from hengelo_sociaal.kern.beperkingen import operation
from hengelo_sociaal.kern.fouten import NietGevonden, OngeldigeInvoer
from hengelo_sociaal.kern.tijd import dag_van
from hengelo_sociaal.logboek.domain import log_change
from hengelo_sociaal.medewerkers.models import Medewerker
from hengelo_sociaal.medewerkers.rechten import BEHEREN, toets
from hengelo_sociaal.papier.enums import Taalniveau
from hengelo_sociaal.papier.exceptions import ConceptStaatKlaar
from hengelo_sociaal.papier.models import Sjabloon, SjabloonVersie
from hengelo_sociaal.papier.queries.sjablonen import kind, row_of
from hengelo_sociaal.papier.sjabloontaal import check_text


@dataclass(frozen=True, kw_only=True)
class Sjabloontekst:
    """What `beheer` wrote."""

    titel: str
    tekst: str
    taalniveau: str


def write_concept(
    *, code: str, gegevens: Sjabloontekst, by: Medewerker, at: dt.datetime
) -> SjabloonVersie:
    """Keep the text as the concept of this kind of document; there is at most one.

    Refused with OnbekendVeld and VeldOntbreekt when the text does not fit the kind.
    """
    toets(by, BEHEREN)
    check_text(kind(code), gegevens.titel, gegevens.tekst)
    with operation():
        sjabloon = _lock(code)
        concept = sjabloon.versies.filter(geldig_van__isnull=True).first()
        if concept is None:
            last = sjabloon.versies.aggregate(last=Max("nummer"))["last"] or 0
            concept = SjabloonVersie(sjabloon=sjabloon, nummer=last + 1)
        concept.titel = gegevens.titel
        concept.tekst = gegevens.tekst.replace("\r\n", "\n")
        concept.taalniveau = gegevens.taalniveau
        concept.gemaakt_door = by
        concept.gewijzigd_op = at
        concept.save()
        _note(concept, "concept van een tekst bewaard", by=by, at=at)
    return concept


def take_over_shipped(*, code: str, by: Medewerker, at: dt.datetime) -> SjabloonVersie:
    """Make a concept of the newer text that came with the program; what holds stays as it is.

    Refused with ConceptStaatKlaar while somebody works on a concept, NietGevonden when the
    municipality has had this text already.
    """
    toets(by, BEHEREN)
    with operation():
        _lock(code)
        row, _ = row_of(code, op=dag_van(at))
        if row.geleverd is None:
            raise NietGevonden("Er is geen nieuwere tekst geleverd.")
        if row.concept is not None:
            raise ConceptStaatKlaar()
        level = row.huidig.taalniveau if row.huidig else Taalniveau.B1
        ours = Sjabloontekst(titel=row.geleverd.titel, tekst=row.geleverd.tekst, taalniveau=level)
        return write_concept(code=code, gegevens=ours, by=by, at=at)


def put_in_force(*, code: str, vanaf: dt.date, by: Medewerker, at: dt.datetime) -> SjabloonVersie:
    """Let the concept hold from a day on, today at the earliest; then it never changes.

    Documents that were made before keep their own text. Refused with DagBezet when
    another version begins on that day, NietGevonden when there is no concept.
    """
    toets(by, BEHEREN)
    if vanaf < dag_van(at):
        sentence = "Een tekst gaat op zijn vroegst vandaag in. Kies vandaag of een latere dag."
        raise OngeldigeInvoer(velden={"vanaf": sentence})
    with operation():
        concept = _lock(code).versies.filter(geldig_van__isnull=True).first()
        if concept is None:
            raise NietGevonden("Er is geen concept om in gebruik te nemen.")
        check_text(kind(code), concept.titel, concept.tekst)
        concept.geldig_van = vanaf
        concept.save(update_fields=["geldig_van"])
        _note(concept, "tekst in gebruik genomen", by=by, at=at)
    return concept


def throw_away_concept(*, code: str, by: Medewerker, at: dt.datetime) -> None:
    """Remove the concept; what is in force stays."""
    toets(by, BEHEREN)
    with operation():
        concept = _lock(code).versies.filter(geldig_van__isnull=True).first()
        if concept is None:
            raise NietGevonden("Er is geen concept om weg te gooien.")
        _note(concept, "concept van een tekst weggegooid", by=by, at=at)
        concept.delete()


def _lock(code: str) -> Sjabloon:
    """The owner of the versions, locked: two people who write wait for each other."""
    kind(code)
    Sjabloon.objects.get_or_create(code=code)
    return Sjabloon.objects.select_for_update(of=("self",), no_key=True).get(code=code)


def _note(version: SjabloonVersie, handeling: str, *, by: Medewerker, at: dt.datetime) -> None:
    log_change(
        by=by,
        handeling=handeling,
        soort="sjabloonversie",
        object_id=version.pk,
        at=at,
        wijziging={
            "sjabloon": version.sjabloon_id,
            "versie": version.nummer,
            "vanaf": version.geldig_van,
        },
    )
