"""What somebody has in hand is found without what they ever finished."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("toegang", "0025_gemeente_verwijst_niet")]

    operations = [
        migrations.AddIndex(
            "melding",
            models.Index(
                condition=models.Q(("status__in", ("open", "onderzoek", "onderzocht", "aanvraag"))),
                fields=["consulent"],
                name="melding_in_handen",
            ),
        ),
    ]
