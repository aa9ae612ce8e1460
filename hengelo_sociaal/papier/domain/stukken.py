"""Making a document from a text, and keeping what was given to a resident."""

import datetime as dt
import uuid
from dataclasses import dataclass

from django.conf import settings

from hengelo_sociaal.kern.beperkingen import operation
from hengelo_sociaal.medewerkers.models import Medewerker
from hengelo_sociaal.papier.document import Document
from hengelo_sociaal.papier.models import SjabloonVersie, Stuk
from hengelo_sociaal.papier.queries.sjablonen import version_on
from hengelo_sociaal.papier.sjabloontaal import fill, fill_line
from hengelo_sociaal.papier.soorten import Invulling
from hengelo_sociaal.papier.zetten import make_pdf


@dataclass(frozen=True)
class Opgemaakt:
    """A document, and the version of the text that it was made with."""

    document: Document
    versie: SjabloonVersie


def compose(
    soort: str,
    invulling: Invulling,
    *,
    op: dt.date,
    kenmerk: str,
    onderkop: tuple[str, ...] = (),
) -> Opgemaakt:
    """The document of a kind with the text that holds on `op`, dated that day.

    Refused with NietGevonden when no text of this kind is in force.
    """
    return compose_with(
        version_on(soort, op=op), invulling, op=op, kenmerk=kenmerk, onderkop=onderkop
    )


def compose_with(
    versie: SjabloonVersie,
    invulling: Invulling,
    *,
    op: dt.date,
    kenmerk: str,
    onderkop: tuple[str, ...] = (),
) -> Opgemaakt:
    """The document with one version of the text, such as a concept to look at."""
    document = Document(
        titel=fill_line(versie.titel, invulling),
        organisatie=settings.ORGANISATIE,
        datum=op,
        blokken=fill(versie.tekst, invulling),
        onderkop=tuple(line for line in onderkop if line),
        kenmerk=kenmerk,
    )
    return Opgemaakt(document, versie)


def find_stuk(
    *, soort: str, onderwerp_id: uuid.UUID, voor: uuid.UUID | None = None, groot: bool = False
) -> Stuk | None:
    """What was given before about this, for this person, in this print."""
    return Stuk.objects.filter(
        soort=soort, onderwerp_id=onderwerp_id, voor=voor, groot=groot
    ).first()


def keep_stuk(
    *,
    soort: str,
    onderwerp_id: uuid.UUID,
    opgemaakt: Opgemaakt,
    by: Medewerker,
    at: dt.datetime,
    voor: uuid.UUID | None = None,
    groot: bool = False,
) -> Stuk:
    """The document as PDF, kept the first time and the very same bytes ever after.

    The pages are set outside the transaction; when two people ask at once, the first that
    is kept counts for both. Refused with PapierMislukt and PapierTeGroot. The caller checks
    who may have it and writes the line in the log.
    """
    known = find_stuk(soort=soort, onderwerp_id=onderwerp_id, voor=voor, groot=groot)
    if known is not None:
        return known
    pdf = make_pdf(opgemaakt.document, groot=groot)
    with operation():
        kept, _ = Stuk.objects.get_or_create(
            soort=soort,
            onderwerp_id=onderwerp_id,
            voor=voor,
            groot=groot,
            defaults={
                "sjabloonversie": opgemaakt.versie,
                "titel": opgemaakt.document.titel[:300],
                "inhoud": opgemaakt.document.as_data(),
                "vingerafdruk": opgemaakt.document.fingerprint(),
                "pdf": pdf.bytes,
                "sha256": pdf.sha256,
                "gemaakt_door": by,
                "gemaakt_op": at,
            },
        )
    return kept
