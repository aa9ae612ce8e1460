import django.db.models.functions.datetime
from django.db import migrations, models

# Everything that a card, an answer of the API or a search reads. Persons are in none of it.
TABELLEN = [
    "voorzieningen_voorziening",
    "voorzieningen_voorziening_leefgebieden",
    "voorzieningen_voorziening_doelgroepen",
    "voorzieningen_voorziening_wetten",
    "voorzieningen_voorziening_wijken",
    "voorzieningen_voorziening_locaties",
    "voorzieningen_organisatie",
    "voorzieningen_locatie",
    "voorzieningen_doelgroep",
    "voorzieningen_synoniem",
    "gebieden_gemeente",
    "gebieden_wijk",
    "gebieden_buurt",
    "waarden_leefgebied",
    "waarden_wet",
]
FUNCTIE = """
    CREATE OR REPLACE FUNCTION voorzieningen_merk_wijziging() RETURNS trigger
    LANGUAGE plpgsql AS $$
    BEGIN
        INSERT INTO voorzieningen_cataloguswijziging DEFAULT VALUES;
        RETURN NULL;
    END
    $$
"""
TRIGGER = """
    CREATE OR REPLACE TRIGGER voorzieningen_merk_wijziging
    AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON {tabel}
    FOR EACH STATEMENT EXECUTE FUNCTION voorzieningen_merk_wijziging()
"""


def install(apps, editor):
    """A trigger on every table, and a first mark so that there always is a newest."""
    with editor.connection.cursor() as cursor:
        cursor.execute(FUNCTIE)
        for tabel in TABELLEN:
            cursor.execute(TRIGGER.format(tabel=tabel))
        cursor.execute("INSERT INTO voorzieningen_cataloguswijziging DEFAULT VALUES")


def remove(apps, editor):
    """Without the table the triggers would stop every change of the catalogue."""
    with editor.connection.cursor() as cursor:
        cursor.execute("DROP FUNCTION voorzieningen_merk_wijziging() CASCADE")


class Migration(migrations.Migration):
    """A mark for every change of what the catalogue shows."""

    dependencies = [
        ("voorzieningen", "0009_voorstel_over_organisatie"),
        ("gebieden", "0003_wijkgrens"),
        ("waarden", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Cataloguswijziging",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "op",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(), verbose_name="op"
                    ),
                ),
            ],
            options={
                "verbose_name": "wijziging van de catalogus",
                "verbose_name_plural": "wijzigingen van de catalogus",
            },
        ),
        migrations.RunPython(install, remove),
    ]
