from pathlib import Path

from django.db import migrations

from hengelo_sociaal.waarden.laden import load_values

BESTAND = Path(__file__).parent.parent / "bestanden" / "doelgroep.csv"


def load(apps, editor):
    load_values(apps.get_model("voorzieningen", "Doelgroep"), BESTAND)


class Migration(migrations.Migration):
    dependencies = [("voorzieningen", "0001_initial")]
    operations = [migrations.RunPython(load, migrations.RunPython.noop)]
