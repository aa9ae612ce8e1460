"""What the filters of a question leave of the catalogue, and in which order."""

from django.db.models import Case, Exists, IntegerField, OuterRef, Q, Value, When
from django.db.models.expressions import Combinable

from voorzieningen.enums import Soort
from voorzieningen.models import Voorziening
from voorzieningen.models.voorzieningen import VoorzieningQuerySet
from voorzieningen.queries.vraag import Zoekvraag

_NEAR, _WHOLE_TOWN, _FAR = 0, 1, 2
LIGHTEST_FIRST = (Soort.ALGEMEEN, Soort.INKOMEN, Soort.MAATWERK)


def lightest_first(vraag: Zoekvraag) -> VoorzieningQuerySet:
    """What the filters leave: general before maatwerk, near before far."""
    found, order = narrowed(vraag), ["naam", "pk"]
    if vraag.wijk:
        found, order = found.annotate(afstand=distance(vraag.wijk)), ["afstand", *order]
    if not vraag.soort and not vraag.alleen_algemeen:
        found, order = found.annotate(lichtheid=lightness()), ["lichtheid", *order]
    return found.order_by(*order)


def narrowed(vraag: Zoekvraag) -> VoorzieningQuerySet:
    """What the filters leave, without looking at words or order."""
    found = Voorziening.objects.geldig(vraag.op)
    if vraag.alleen_algemeen:
        found = found.algemeen()
    if vraag.soort:
        found = found.filter(soort=vraag.soort)
    if vraag.leefgebied:
        found = found.filter(leefgebieden=vraag.leefgebied)
    if vraag.doelgroep:
        found = found.filter(_for_group(vraag.doelgroep))
    if vraag.leeftijd is not None:
        found = found.filter(
            Q(leeftijd_van__isnull=True) | Q(leeftijd_van__lte=vraag.leeftijd),
            Q(leeftijd_tot__isnull=True) | Q(leeftijd_tot__gte=vraag.leeftijd),
        )
    return found


def lightness() -> Case:
    """General, then income, then maatwerk."""
    whens = [When(soort=soort, then=Value(n)) for n, soort in enumerate(LIGHTEST_FIRST)]
    return Case(*whens, output_field=IntegerField())


def distance(wijk: str | None) -> Combinable:
    """In this wijk, in the whole municipality, or only elsewhere."""
    if not wijk:
        return Value(_WHOLE_TOWN)
    offered = Voorziening.wijken.through.objects.filter(voorziening=OuterRef("pk"))
    places = Voorziening.locaties.through.objects.filter(
        voorziening=OuterRef("pk"), locatie__buurt__wijk=wijk
    )
    return Case(
        When(Exists(offered.filter(wijk=wijk)), then=Value(_NEAR)),
        When(Exists(places), then=Value(_NEAR)),
        When(~Exists(offered), then=Value(_WHOLE_TOWN)),
        default=Value(_FAR),
        output_field=IntegerField(),
    )


def _for_group(doelgroep: str) -> Q:
    """Meant for this group, or for everybody."""
    through = Voorziening.doelgroepen.through.objects.filter(voorziening=OuterRef("pk"))
    return Q(Exists(through.filter(doelgroep=doelgroep))) | ~Q(Exists(through))
