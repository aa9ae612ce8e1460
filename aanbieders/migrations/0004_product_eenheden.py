from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('aanbieders', '0003_eenheden_van_producten'),
    ]

    operations = [
        migrations.AddConstraint(
            model_name='product',
            constraint=models.CheckConstraint(condition=models.Q(('eenheden__contained_by', ['01', '04', '14', '16', '82', '83', '84']), ('eenheden__len__gt', 0)), name='product_eenheden', violation_error_message='Kies minstens één eenheid om het product in te tellen.'),
        ),
    ]
