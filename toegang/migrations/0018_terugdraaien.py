import base64

import django.db.models.deletion
import hengelo_sociaal.kern.modellen
from django.conf import settings
from django.db import migrations, models

BSN = ("bsn_versleuteld", "bsn_zoek")


def take_bsns_out(apps, schema_editor):
    """A ledger held the encrypted BSN that came along; from now on only its print is kept.

    A cipher text in a ledger would outlive the key that it was made with.
    """
    merges = apps.get_model("toegang", "Samenvoeging").objects.filter(soort="inwoner")
    for merge in merges.iterator():
        left = []
        for line in merge.grootboek:
            if line["wat"] == "gezet" and BSN[0] in line["nieuw"]:
                found = line["nieuw"][BSN[1]]
                merge.bsn_zoek = base64.b64decode(found) if found else merge.bsn_zoek
                for side in ("oud", "nieuw"):
                    line[side] = {k: v for k, v in line[side].items() if k not in BSN}
                if not line["nieuw"]:
                    continue
            left.append(line)
        if len(left) != len(merge.grootboek) or merge.bsn_zoek is not None:
            merge.grootboek = left
            merge.save(update_fields=["grootboek", "bsn_zoek"])


class Migration(migrations.Migration):

    dependencies = [
        ('toegang', '0017_waardering'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name='samenvoeging',
            name='bsn_zoek',
            field=models.BinaryField(null=True, verbose_name='afdruk van het BSN dat meeging'),
        ),
        migrations.AlterField(
            model_name='samenvoeging',
            name='door',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='door wie'),
        ),
        migrations.AlterField(
            model_name='samenvoeging',
            name='op',
            field=models.DateTimeField(verbose_name='gedaan op'),
        ),
        migrations.CreateModel(
            name='Huishoudsplitsing',
            fields=[
                ('id', models.UUIDField(default=hengelo_sociaal.kern.modellen.uuid7, editable=False, primary_key=True, serialize=False, verbose_name='kenmerk')),
                ('op', models.DateTimeField(verbose_name='gedaan op')),
                ('teruggedraaid_op', models.DateTimeField(blank=True, null=True, verbose_name='teruggedraaid op')),
                ('oud_id', models.UUIDField(verbose_name='huishouden dat bleef')),
                ('nieuw_id', models.UUIDField(verbose_name='nieuw huishouden')),
                ('aantal', models.PositiveSmallIntegerField(verbose_name='hoeveel mensen er weggingen')),
                ('grootboek', models.JSONField(default=list, verbose_name='grootboek')),
                ('door', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='door wie')),
                ('teruggedraaid_door', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='teruggedraaid door')),
            ],
            options={
                'verbose_name': 'splitsing van een huishouden',
                'verbose_name_plural': 'splitsingen van huishoudens',
                'ordering': ['-op', '-id'],
                'abstract': False,
                'indexes': [models.Index(fields=['oud_id'], name='splitsing_oud'), models.Index(fields=['nieuw_id'], name='splitsing_nieuw')],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('teruggedraaid_door__isnull', True), ('teruggedraaid_op__isnull', True)), models.Q(('teruggedraaid_door__isnull', False), ('teruggedraaid_op__isnull', False)), _connector='OR'), name='splitsing_terug_compleet', violation_error_message='Bij terugdraaien horen een moment en een medewerker.')],
            },
        ),
        migrations.RunPython(take_bsns_out, migrations.RunPython.noop),
    ]
