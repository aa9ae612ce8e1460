from pathlib import Path

from django.db import migrations

from hengelo_sociaal.papier.laden import load_templates

TEKSTEN = Path(__file__).parent.parent / "bestanden" / "teksten"


def load(apps, editor):
    load_templates(apps, TEKSTEN, "besluit")


class Migration(migrations.Migration):
    """The text of the letter of a besluit, which `beheer` may change."""

    dependencies = [("plannen", "0011_overstap_vooruit"), ("papier", "0003_zelfde_mag")]
    operations = [migrations.RunPython(load, migrations.RunPython.noop)]
