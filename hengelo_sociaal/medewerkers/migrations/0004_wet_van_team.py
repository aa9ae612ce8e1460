import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("medewerkers", "0003_verlof"),
        ("waarden", "0002_waarden"),
    ]

    operations = [
        migrations.CreateModel(
            name="Teamwet",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "team",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="wetten",
                        to="medewerkers.team",
                        verbose_name="team",
                    ),
                ),
                (
                    "wet",
                    models.OneToOneField(
                        error_messages={"unique": "Meldingen van deze wet gaan al naar een team."},
                        on_delete=django.db.models.deletion.CASCADE,
                        to="waarden.wet",
                        verbose_name="wet",
                    ),
                ),
            ],
            options={
                "verbose_name": "wet van een team",
                "verbose_name_plural": "wetten waarvan het team de meldingen opneemt",
            },
        ),
    ]
