from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('voorzieningen', '0007_zoeken'),
    ]

    operations = [
        migrations.CreateModel(
            name='Zoekwoord',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sleutel', models.CharField(max_length=64, unique=True, verbose_name='kenmerk van het woord')),
                ('woord', models.CharField(blank=True, max_length=40, verbose_name='woord')),
                ('aantal', models.PositiveIntegerField(default=1, verbose_name='hoe vaak')),
                ('dagen', models.PositiveIntegerField(default=1, verbose_name='op hoeveel dagen')),
                ('laatste_dag', models.DateField(verbose_name='voor het laatst op')),
            ],
            options={
                'verbose_name': 'gezocht woord',
                'verbose_name_plural': 'gezochte woorden',
                'ordering': ['-aantal', 'woord'],
                'indexes': [
                    models.Index(fields=['laatste_dag'], name='zoekwoord_laatste_dag'),
                    models.Index(condition=models.Q(('woord', ''), _negated=True), fields=['-aantal', 'woord'], name='zoekwoord_vaak'),
                ],
                'constraints': [
                    models.CheckConstraint(condition=models.Q(('woord', ''), ('woord__regex', '^[a-z]+$'), _connector='OR'), name='zoekwoord_alleen_letters', violation_error_message='Een gezocht woord bestaat uit letters.'),
                ],
            },
        ),
    ]
