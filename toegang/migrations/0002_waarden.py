from pathlib import Path

from django.db import migrations

from hengelo_sociaal.waarden.laden import load_values

BESTANDEN = Path(__file__).parent.parent / "bestanden"
LIJSTEN = (
    "kanaal",
    "uitkomst",
    "namens",
    "verwijzer",
    "afgezienreden",
    "intrekreden",
    "dubbelreden",
)
# The first four digits of a postcode tell the gemeente; the buurt needs the whole postcode.
GEMEENTEN = {
    "GM0164": range(7550, 7560),
    "GM0147": (7621, 7622, 7623, 7625, 7626),
    "GM0158": (7481, 7482, 7483),
}


def load(apps, editor):
    for name in LIJSTEN:
        load_values(apps.get_model("toegang", name), BESTANDEN / f"{name}.csv")
    load_values(apps.get_model("toegang", "vindplaats"), BESTANDEN / "vindplaats.csv", naam="label")
    load_values(
        apps.get_model("toegang", "soort"),
        BESTANDEN / "soort.csv",
        leefgebied="leefgebied_id",
        beleidsdomein="beleidsdomein_id",
        wet="wet_id",
    )
    gebied = apps.get_model("toegang", "postcodegebied")
    gebied.objects.bulk_create(
        gebied(postcode=str(digits), gemeente_id=gemeente)
        for gemeente, area in GEMEENTEN.items()
        for digits in area
    )


class Migration(migrations.Migration):
    dependencies = [("toegang", "0001_eerste")]
    operations = [migrations.RunPython(load, migrations.RunPython.noop)]
