"""Keeping the marks of changes few: they are counted with every search."""

from django.db.models import Max

from hengelo_sociaal.kern.beperkingen import operation
from voorzieningen.models import Cataloguswijziging

GENOEG = 200  # so few are counted in no time


def forget_changes(*, meer_dan: int = GENOEG) -> int:
    """Throw away all marks but a new one; how many. Of no more than so many nothing happens.

    The new mark is another state, and every process then reads the catalogue again although it
    is the same: so this waits until it is worth it. That mark matters: a mark that is committed
    after this and thrown away later would otherwise lead back to a state that was there before it.
    """
    with operation():
        newest = Cataloguswijziging.objects.aggregate(laatste=Max("pk"))["laatste"]
        if Cataloguswijziging.objects.count() <= meer_dan:
            return 0
        Cataloguswijziging.objects.create()
        return Cataloguswijziging.objects.filter(pk__lte=newest).delete()[0]
