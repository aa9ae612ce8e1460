"""What the tests of the screens share: hostile input, and the log they leave."""

from hengelo_sociaal.logboek.models import Toegangsregel

HTMX = {"HX-Request": "true"}
HOSTILE = ["x" * 100_000, "👩‍👧‍👦 🏠", "a\x00b", "<script>alert(1)</script>", "' OR 1=1 --", "٣"]


def log_lines(soort: str) -> list[Toegangsregel]:
    return list(Toegangsregel.objects.filter(soort=soort).order_by("id"))
