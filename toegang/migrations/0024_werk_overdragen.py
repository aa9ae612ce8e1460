"""Who waits for the answer of a partner, and why work stayed when all was handed over."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models
from django.db.models import F

BLEEF = "Kies bij Verlof en vervanging iemand anders."


def who_referred_waits(apps, schema_editor):
    apps.get_model("toegang", "Doorverwijzing").objects.update(volgt=F("door"))


def why_it_stayed(apps, schema_editor):
    """Before, only standing in during leave could stay."""
    for made in apps.get_model("toegang", "Werkoverdracht").objects.filter(bleef__gt=0):
        made.gebleven = [["vervanging", "", BLEEF]] * made.bleef
        made.save(update_fields=["gebleven"])


class Migration(migrations.Migration):
    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ("toegang", "0023_verwijzing"),
    ]

    operations = [
        migrations.AddField(
            model_name="doorverwijzing",
            name="volgt",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="gevolgde_doorverwijzingen",
                to=settings.AUTH_USER_MODEL,
                verbose_name="wie het antwoord afwacht",
            ),
        ),
        migrations.RunPython(who_referred_waits, migrations.RunPython.noop),
        migrations.RunSQL("SET CONSTRAINTS ALL IMMEDIATE", migrations.RunSQL.noop),
        migrations.AlterField(
            model_name="doorverwijzing",
            name="volgt",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="gevolgde_doorverwijzingen",
                to=settings.AUTH_USER_MODEL,
                verbose_name="wie het antwoord afwacht",
            ),
        ),
        migrations.AddField(
            model_name="werkoverdracht",
            name="gebleven",
            field=models.JSONField(default=list, verbose_name="wat er bleef"),
        ),
        migrations.RunPython(why_it_stayed, migrations.RunPython.noop),
        migrations.RemoveField(model_name="werkoverdracht", name="bleef"),
    ]
