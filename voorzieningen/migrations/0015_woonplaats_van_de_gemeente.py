import hengelo_sociaal.kern.gemeente
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("voorzieningen", "0014_telefoon_een_nummer"),
    ]

    operations = [
        migrations.AlterField(
            model_name="locatie",
            name="woonplaats",
            field=models.CharField(
                default=hengelo_sociaal.kern.gemeente.gemeentenaam,
                max_length=60,
                verbose_name="woonplaats",
            ),
        ),
    ]
