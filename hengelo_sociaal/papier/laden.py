"""Loads the texts that we ship, from a migration of the app that declares the kind."""

import datetime as dt
from pathlib import Path
from typing import Any

GELEVERD_VAN = dt.date(2015, 1, 1)
GELEVERD_OP = dt.datetime(2015, 1, 1, tzinfo=dt.UTC)


def read_text(file: Path) -> tuple[str, str]:
    """The title, on the first line after `titel:`, and the text below it."""
    first, _, rest = file.read_text(encoding="utf-8").partition("\n")
    if not first.startswith("titel:"):
        raise ValueError(f"{file.name} does not begin with its title")
    return first.removeprefix("titel:").strip(), rest.strip() + "\n"


def load_templates(apps: Any, folder: Path, *codes: str) -> None:
    """Put the first version of each text in force; what is there already stays.

    A text of ours that changed later is offered on the screen of `beheer`
    (`queries.sjablonen.Geleverd`): only they decide what the municipality writes.
    """
    sjabloon = apps.get_model("papier", "Sjabloon")
    versie = apps.get_model("papier", "SjabloonVersie")
    for code in codes:
        titel, tekst = read_text(folder / f"{code}.txt")
        owner, _ = sjabloon.objects.get_or_create(code=code)
        versie.objects.get_or_create(
            sjabloon=owner,
            nummer=1,
            defaults={
                "titel": titel,
                "tekst": tekst,
                "geldig_van": GELEVERD_VAN,
                "gewijzigd_op": GELEVERD_OP,
            },
        )
