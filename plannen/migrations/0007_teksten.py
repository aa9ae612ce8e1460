from pathlib import Path

from django.db import migrations

from hengelo_sociaal.papier.laden import load_templates

TEKSTEN = Path(__file__).parent.parent / "bestanden" / "teksten"


def load(apps, editor):
    load_templates(apps, TEKSTEN, "plan", "plan-persoon", "plan-partij", "evaluatie")


class Migration(migrations.Migration):
    dependencies = [("plannen", "0006_verder_in"), ("papier", "0002_stuk_blijft")]
    operations = [migrations.RunPython(load, migrations.RunPython.noop)]
