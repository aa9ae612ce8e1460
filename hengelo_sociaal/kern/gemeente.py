"""Which municipality this is, in words: from the one setting that says so."""

from django.conf import settings


def gemeentenaam() -> str:
    """The municipality as people call it, and the town of most addresses in it: `Hengelo`."""
    return without_gemeente(str(settings.ORGANISATIE))


def without_gemeente(organisatie: str) -> str:
    """The name without the word before it: of `Gemeente Hengelo` that is `Hengelo`."""
    return organisatie.removeprefix("Gemeente ").strip()
