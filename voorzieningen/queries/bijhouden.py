"""What waits for whoever keeps the catalogue."""

import datetime as dt

from django.conf import settings
from django.contrib.postgres.search import TrigramSimilarity
from django.db.models import Q, QuerySet

from hengelo_sociaal.medewerkers.models import Medewerker
from hengelo_sociaal.medewerkers.rollen import Beleid
from voorzieningen.enums import Publicatie, Voorstelsoort, Voorstelstatus
from voorzieningen.models import Foutmelding, Organisatie, Voorstel, Voorziening
from voorzieningen.models.voorzieningen import VoorzieningQuerySet

_ALIKE = 0.45


def keepers() -> QuerySet[Medewerker]:
    """Who may keep an entry: colleagues of `beleid`."""
    return Medewerker.objects.filter(is_active=True, rollen__contains=[Beleid.code])


def is_partner(by: Medewerker, organisatie: Organisatie) -> bool:
    """Whether this person keeps the entries of the organisation."""
    return organisatie.partners.filter(medewerker=by).exists()


def own_organisations(by: Medewerker) -> QuerySet[Organisatie]:
    """The organisations whose entries this person keeps."""
    return Organisatie.objects.filter(partners__medewerker=by)


def stale(op: dt.date) -> VoorzieningQuerySet:
    """What nobody checked for so long (CONTROLE_NA_DAGEN), longest ago first."""
    limit = op - dt.timedelta(days=settings.CONTROLE_NA_DAGEN)
    rows = Voorziening.objects.geldig(op).filter(
        Q(gecontroleerd_op__isnull=True) | Q(gecontroleerd_op__lt=limit)
    )
    return rows.order_by("gecontroleerd_op", "naam").select_related("organisatie", "eigenaar")


def stale_of(by: Medewerker, op: dt.date) -> VoorzieningQuerySet:
    """The same, of entries that this person keeps: as owner, or as partner."""
    return stale(op).filter(Q(eigenaar=by) | Q(organisatie__in=own_organisations(by)))


def drafts() -> VoorzieningQuerySet:
    """Entries that nobody sees yet."""
    return (
        Voorziening.objects.filter(status=Publicatie.CONCEPT)
        .select_related("organisatie")
        .order_by("naam")
    )


def waiting_proposals() -> QuerySet[Voorstel]:
    """What partners proposed, oldest first."""
    return (
        Voorstel.objects.filter(status=Voorstelstatus.INGEDIEND)
        .select_related("organisatie", "voorziening", "ingediend_door")
        .order_by("ingediend_op")
    )


def open_mistakes() -> QuerySet[Foutmelding]:
    """What readers said is wrong, oldest first."""
    return (
        Foutmelding.objects.filter(afgehandeld_op=None)
        .select_related("voorziening")
        .order_by("gemeld_op")
    )


def alike(voorziening: Voorziening, *, aantal: int = 5) -> list[Voorziening]:
    """Entries with nearly the same name: possible doubles, most alike first."""
    rows = (
        Voorziening.objects.filter(opgegaan_in=None, soort=voorziening.soort)
        .exclude(pk=voorziening.pk)
        .annotate(gelijk=TrigramSimilarity("naam", voorziening.naam))
        .filter(gelijk__gte=_ALIKE)
    )
    return list(rows.select_related("organisatie").order_by("-gelijk", "naam")[:aantal])


def open_proposal(
    organisatie: Organisatie,
    *,
    voorziening: Voorziening | None = None,
    over: str = Voorstelsoort.AANBOD,
) -> Voorstel | None:
    """What was proposed about an entry, or about the organisation, and nobody judged yet."""
    return Voorstel.objects.filter(
        organisatie=organisatie,
        voorziening=voorziening,
        over=over,
        status=Voorstelstatus.INGEDIEND,
    ).first()
