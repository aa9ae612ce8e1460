from pathlib import Path

from django.db import migrations

from hengelo_sociaal.waarden.laden import load_values, read_values

BESTANDEN = Path(__file__).parent.parent / "bestanden"
ICONEN = {
    "wonen": "home",
    "geld": "coin",
    "werk-en-dagbesteding": "briefcase",
    "gezondheid": "heart",
    "opvoeden": "users",
    "netwerk": "message",
    "veiligheid": "shield",
    "leren": "school",
    "meedoen": "mood-smile",
}


def load(apps, editor):
    for name in ("wet", "beleidsdomein", "leefgebied"):
        load_values(apps.get_model("waarden", name), BESTANDEN / f"{name}.csv")
    leefgebied = apps.get_model("waarden", "leefgebied")
    for code, icoon in ICONEN.items():
        leefgebied.objects.filter(code=code).update(icoon=icoon)
    taakveld = apps.get_model("waarden", "taakveld")
    taakveld.objects.bulk_create(
        taakveld(**row | {"tot_jaar": row["tot_jaar"] or None})
        for row in read_values(BESTANDEN / "taakveld.csv")
    )


class Migration(migrations.Migration):
    dependencies = [("waarden", "0001_initial")]
    operations = [migrations.RunPython(load, migrations.RunPython.noop)]
