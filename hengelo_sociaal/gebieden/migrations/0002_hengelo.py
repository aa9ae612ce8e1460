import csv
from pathlib import Path

from django.db import migrations

BESTAND = Path(__file__).parent.parent / "bestanden" / "buurten.csv"
GEMEENTEN = {"GM0164": "Hengelo", "GM0147": "Borne", "GM0158": "Haaksbergen"}


def load(apps, editor):
    """Names and codes of CBS (wijk- en buurtindeling 2024)."""
    gemeente, wijk, buurt = (
        apps.get_model("gebieden", name) for name in ("Gemeente", "Wijk", "Buurt")
    )
    gemeente.objects.bulk_create(gemeente(code=c, naam=n) for c, n in GEMEENTEN.items())
    with BESTAND.open(encoding="utf-8", newline="") as handle:
        rows = list(csv.DictReader(handle, delimiter=";"))
    wijken = {row["wijkcode"]: row for row in rows}
    wijk.objects.bulk_create(
        wijk(code=code, naam=row["wijk"], gemeente_id=row["gemeentecode"])
        for code, row in wijken.items()
    )
    buurt.objects.bulk_create(
        buurt(code=r["buurtcode"], naam=r["buurt"], wijk_id=r["wijkcode"], soort=r["soort"])
        for r in rows
    )


class Migration(migrations.Migration):
    dependencies = [("gebieden", "0001_initial")]
    operations = [migrations.RunPython(load, migrations.RunPython.noop)]
