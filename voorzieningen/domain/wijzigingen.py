"""Keeping the marks of changes few: they are counted with every search."""

from django.db.models import Max

from hengelo_sociaal.kern.beperkingen import operation
from voorzieningen.models import Cataloguswijziging


def forget_changes() -> int:
    """Throw away all marks but a new one; how many. Without new changes nothing happens.

    The new mark matters: a mark that is committed after this and thrown away later would
    otherwise lead back to a state that was there before it.
    """
    with operation():
        newest = Cataloguswijziging.objects.aggregate(laatste=Max("pk"))["laatste"]
        old = Cataloguswijziging.objects.filter(pk__lt=newest or 0)
        if not old.exists():
            return 0
        Cataloguswijziging.objects.create()
        return Cataloguswijziging.objects.filter(pk__lte=newest).delete()[0]
