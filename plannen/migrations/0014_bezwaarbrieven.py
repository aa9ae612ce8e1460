from pathlib import Path

import django.core.serializers.json
import django.db.models.deletion
import hengelo_sociaal.kern.modellen
from django.conf import settings
from django.db import migrations, models

from hengelo_sociaal.kern.databases import Toestaan
from hengelo_sociaal.papier.laden import load_templates

TEKSTEN = Path(__file__).parent.parent / "bestanden" / "teksten"
BRIEVEN = ("ontvangst", "aanvullen", "uitnodiging", "uitstel", "beslissing")


def load(apps, editor):
    load_templates(apps, TEKSTEN, *(f"bezwaar-{code}" for code in BRIEVEN))


class Migration(migrations.Migration):
    """Letters about an objection with their texts, which `beheer` may change; costs (Awb 7:15)."""

    dependencies = [
        ('plannen', '0013_concept_van_vindplaats'),
        ('papier', '0003_zelfde_mag'),
        ('termijnen', '0004_dwangsom_en_klacht'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Bezwaarbrief',
            fields=[
                ('id', models.UUIDField(default=hengelo_sociaal.kern.modellen.uuid7, editable=False, primary_key=True, serialize=False, verbose_name='kenmerk')),
                ('soort', models.CharField(choices=[('bezwaar-ontvangst', 'Bevestiging van ontvangst'), ('bezwaar-aanvullen', 'Verzoek om aanvulling'), ('bezwaar-uitnodiging', 'Uitnodiging voor de hoorzitting'), ('bezwaar-uitstel', 'Bericht dat de beslissing later komt'), ('bezwaar-beslissing', 'Beslissing op het bezwaar')], max_length=30, verbose_name='soort brief')),
                ('datum', models.DateField(verbose_name='datum van de brief')),
                ('inhoud', models.JSONField(encoder=django.core.serializers.json.DjangoJSONEncoder, verbose_name='inhoud')),
                ('op', models.DateTimeField(verbose_name='vastgelegd op')),
            ],
            options={
                'verbose_name': 'brief bij een bezwaar',
                'verbose_name_plural': 'brieven bij bezwaren',
                'ordering': ['-op', '-id'],
            },
        ),
        migrations.AddField(
            model_name='bezwaar',
            name='indiener_adres',
            field=models.CharField(blank=True, help_text='Straat en huisnummer, en op de volgende regel postcode en plaats.', max_length=200, verbose_name='adres van de indiener'),
        ),
        migrations.AddField(
            model_name='bezwaar',
            name='kosten_cent',
            field=models.PositiveBigIntegerField(blank=True, null=True, verbose_name='vergoeding van kosten'),
        ),
        migrations.AddField(
            model_name='bezwaar',
            name='kosten_gevraagd',
            field=models.BooleanField(default=False, verbose_name='vraagt om vergoeding van kosten'),
        ),
        migrations.AddField(
            model_name='bezwaar',
            name='kosten_uitleg',
            field=models.CharField(blank=True, max_length=500, verbose_name='uitleg over de kosten'),
        ),
        migrations.AddConstraint(
            model_name='bezwaar',
            constraint=models.CheckConstraint(condition=models.Q(('kosten_cent__isnull', True), models.Q(('kosten_gevraagd', True), ('uitkomst__in', ['gegrond', 'deels-gegrond'])), _connector='OR'), name='bezwaar_kosten_bij_gelijk', violation_error_message='Kosten vergoeden kan alleen op verzoek, als u het besluit verandert.'),
        ),
        migrations.AddField(
            model_name='bezwaarbrief',
            name='bezwaar',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='brieven', to='plannen.bezwaar', verbose_name='bezwaar'),
        ),
        migrations.AddField(
            model_name='bezwaarbrief',
            name='door',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='door'),
        ),
        migrations.AddConstraint(
            model_name='bezwaarbrief',
            constraint=models.CheckConstraint(condition=models.Q(('soort__in', ['bezwaar-ontvangst', 'bezwaar-aanvullen', 'bezwaar-uitnodiging', 'bezwaar-uitstel', 'bezwaar-beslissing'])), name='bezwaarbrief_soort', violation_error_message='Kies een soort brief.'),
        ),
        migrations.AddConstraint(
            model_name='bezwaarbrief',
            constraint=models.UniqueConstraint(condition=models.Q(('soort', 'bezwaar-beslissing')), fields=('bezwaar',), name='bezwaarbrief_een_beslissing', violation_error_message='Er is al een beslissing op dit bezwaar verzonden.'),
        ),
        migrations.RunPython(load, migrations.RunPython.noop),
        Toestaan("web", ["REVOKE UPDATE, DELETE ON plannen_bezwaarbrief FROM {rol}"]),
    ]
