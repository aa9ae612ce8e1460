from pathlib import Path

from django.db import migrations

from hengelo_sociaal.papier.laden import load_templates

TEKSTEN = Path(__file__).parent.parent / "bestanden" / "teksten"
CODES = ("klacht-verdaging", "klacht-uitstel")


def load(apps, editor):
    load_templates(apps, TEKSTEN, *CODES)


class Migration(migrations.Migration):
    dependencies = [("toegang", "0019_werkoverdracht"), ("papier", "0002_stuk_blijft")]
    operations = [migrations.RunPython(load, migrations.RunPython.noop)]
