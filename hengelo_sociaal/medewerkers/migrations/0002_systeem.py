from django.contrib.auth.hashers import make_password
from django.db import migrations


def make_system_account(apps, editor):
    apps.get_model("medewerkers", "Medewerker").objects.get_or_create(
        gebruikersnaam="systeem",
        defaults={"naam": "Het systeem", "is_active": False, "password": make_password(None)},
    )


class Migration(migrations.Migration):
    dependencies = [("medewerkers", "0001_initial")]
    operations = [migrations.RunPython(make_system_account, migrations.RunPython.noop)]
