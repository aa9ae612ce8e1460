from pathlib import Path

from django.db import migrations

from hengelo_sociaal.waarden.laden import load_values

BESTANDEN = Path(__file__).parent.parent / "bestanden"


def load(apps, editor):
    load_values(apps.get_model("toegang", "intrekreden"), BESTANDEN / "intrekreden.csv")


class Migration(migrations.Migration):
    dependencies = [("toegang", "0020_klachtbrieven")]
    operations = [migrations.RunPython(load, migrations.RunPython.noop)]
