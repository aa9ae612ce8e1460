"""What happened to a melding, from the log, for a colleague who was overtaken."""

from hengelo_sociaal.logboek.models import Wijzigingsregel
from hengelo_sociaal.medewerkers.models import Medewerker
from toegang.models import Melding

HOOGSTENS = 5


def changes_since(melding: Melding, number: int) -> list[tuple[Wijzigingsregel, str]]:
    """The last `number` changes of a melding with the name of who made each, newest first."""
    lines = Wijzigingsregel.objects.filter(soort="melding", object_id=melding.pk)
    found = list(lines.order_by("-id")[: max(1, min(number, HOOGSTENS))])
    people = Medewerker.objects.filter(pk__in=[line.medewerker_id for line in found])
    names = {person.pk: person.naam for person in people}
    return [(line, names.get(line.medewerker_id, "Een collega")) for line in found]
