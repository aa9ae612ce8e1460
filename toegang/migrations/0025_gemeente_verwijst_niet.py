"""Where the municipality decides itself nobody referred."""

from django.db import migrations, models


def nobody_referred(apps, schema_editor):
    apps.get_model("toegang", "Melding").objects.filter(verwijzer_id="gemeente").update(
        verwijzer_naam="", verwijzer_organisatie="", verwezen_op=None
    )


class Migration(migrations.Migration):
    dependencies = [("toegang", "0024_werk_overdragen")]

    operations = [
        migrations.RunPython(nobody_referred, migrations.RunPython.noop),
        migrations.RemoveConstraint("melding", "melding_verwezen_door_verwijzer"),
        migrations.AddConstraint(
            "melding",
            models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("verwijzer__isnull", False),
                        models.Q(("verwijzer", "gemeente"), _negated=True),
                    ),
                    models.Q(
                        ("verwezen_op__isnull", True),
                        ("verwijzer_naam", ""),
                        ("verwijzer_organisatie", ""),
                    ),
                    _connector="OR",
                ),
                name="melding_verwezen_door_verwijzer",
                violation_error_message=(
                    "Kies eerst wie verwees; bij de gemeente zelf hoort niemand."
                ),
            ),
        ),
    ]
