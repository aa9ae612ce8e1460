from pathlib import Path

from django.db import migrations

from hengelo_sociaal.papier.laden import load_templates

TEKSTEN = Path(__file__).parent.parent / "bestanden" / "teksten"


def load(apps, editor):
    load_templates(apps, TEKSTEN, "besluit-na-bezwaar")


class Migration(migrations.Migration):
    """The text of a new besluit after an objection, which leads to the court."""

    dependencies = [("plannen", "0016_keren"), ("papier", "0003_zelfde_mag")]
    operations = [migrations.RunPython(load, migrations.RunPython.noop)]
