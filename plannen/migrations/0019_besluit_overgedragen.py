import django.contrib.postgres.fields
from django.db import migrations, models


class Migration(migrations.Migration):
    """Who drew a besluit up before it was handed over is not its second reader either."""

    dependencies = [("plannen", "0018_niet_te_wissen")]
    operations = [
        migrations.AddField(
            model_name="besluit",
            name="eerdere_opstellers",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.UUIDField(),
                blank=True,
                default=list,
                editable=False,
                help_text="Wie aan dit besluit werkte en het concept overdroeg.",
                size=None,
                verbose_name="eerder opgesteld door",
            ),
        ),
        migrations.AddConstraint(
            model_name="besluit",
            constraint=models.CheckConstraint(
                condition=models.Q(("tweede_lezer", True), _negated=True)
                | models.Q(("genomen_door__isnull", True))
                | models.Q(
                    ("eerdere_opstellers__contains", [models.F("genomen_door")]), _negated=True
                ),
                name="besluit_vier_ogen_eerder",
                violation_error_message="Dit besluit neemt iemand die er niet aan schreef.",
            ),
        ),
    ]
