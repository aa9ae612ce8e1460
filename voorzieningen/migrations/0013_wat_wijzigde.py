import django.contrib.postgres.fields
from django.db import migrations, models

# Of these tables a mark tells what changed: the name of the keys, and which column holds them.
SLEUTELS = {
    "voorzieningen_voorziening": ("voorziening", "id"),
    "voorzieningen_voorziening_leefgebieden": ("voorziening", "voorziening_id"),
    "voorzieningen_voorziening_doelgroepen": ("voorziening", "voorziening_id"),
    "voorzieningen_voorziening_wetten": ("voorziening", "voorziening_id"),
    "voorzieningen_voorziening_wijken": ("voorziening", "voorziening_id"),
    "voorzieningen_voorziening_locaties": ("voorziening", "voorziening_id"),
    "voorzieningen_organisatie": ("organisatie", "id"),
    "voorzieningen_locatie": ("locatie", "id"),
}
MEESTE = 500  # of more it is quicker to read everything
FUNCTIE = """
    CREATE OR REPLACE FUNCTION voorzieningen_merk_{kolom}() RETURNS trigger
    LANGUAGE plpgsql AS $$
    DECLARE
        gewijzigd uuid[];
    BEGIN
        IF TG_OP = 'INSERT' THEN
            gewijzigd := ARRAY(SELECT {kolom} FROM nieuw LIMIT {meeste} + 1);
        ELSIF TG_OP = 'DELETE' THEN
            gewijzigd := ARRAY(SELECT {kolom} FROM oud LIMIT {meeste} + 1);
        ELSE
            gewijzigd := ARRAY(
                SELECT {kolom} FROM oud UNION SELECT {kolom} FROM nieuw LIMIT {meeste} + 1
            );
        END IF;
        IF cardinality(gewijzigd) > {meeste} THEN
            INSERT INTO voorzieningen_cataloguswijziging DEFAULT VALUES;
        ELSIF cardinality(gewijzigd) > 0 THEN
            INSERT INTO voorzieningen_cataloguswijziging (tabel, sleutels)
            VALUES (TG_ARGV[0], gewijzigd);
        END IF;
        RETURN NULL;
    END
    $$
"""
GEBEURTENISSEN = {
    "INSERT": "NEW TABLE AS nieuw",
    "UPDATE": "OLD TABLE AS oud NEW TABLE AS nieuw",
    "DELETE": "OLD TABLE AS oud",
}
TRIGGER = """
    CREATE OR REPLACE TRIGGER voorzieningen_merk_{naam} AFTER {gebeurtenis} ON {tabel}
    REFERENCING {rijen} FOR EACH STATEMENT EXECUTE FUNCTION voorzieningen_merk_{kolom}('{soort}')
"""
ZONDER_SLEUTELS = """
    CREATE OR REPLACE TRIGGER voorzieningen_merk_wijziging AFTER {gebeurtenissen} ON {tabel}
    FOR EACH STATEMENT EXECUTE FUNCTION voorzieningen_merk_wijziging()
"""


# Synonyms are so few that all of them are read again, and no provision is.
SYNONIEM = """
    CREATE OR REPLACE FUNCTION voorzieningen_merk_synoniem() RETURNS trigger
    LANGUAGE plpgsql AS $$
    BEGIN
        INSERT INTO voorzieningen_cataloguswijziging (tabel, sleutels) VALUES ('synoniem', '{}');
        RETURN NULL;
    END
    $$;
    CREATE OR REPLACE TRIGGER voorzieningen_merk_wijziging
    AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON voorzieningen_synoniem
    FOR EACH STATEMENT EXECUTE FUNCTION voorzieningen_merk_synoniem()
"""


def install(apps, editor):
    """Marks with keys; emptying a table still says no more than that anything changed."""
    with editor.connection.cursor() as cursor:
        cursor.execute(SYNONIEM)
        for kolom in ("id", "voorziening_id"):
            cursor.execute(FUNCTIE.format(kolom=kolom, meeste=MEESTE))
        for tabel, (soort, kolom) in SLEUTELS.items():
            cursor.execute(ZONDER_SLEUTELS.format(tabel=tabel, gebeurtenissen="TRUNCATE"))
            for gebeurtenis, rijen in GEBEURTENISSEN.items():
                values = {"tabel": tabel, "soort": soort, "kolom": kolom, "rijen": rijen}
                naam = gebeurtenis.lower()
                cursor.execute(TRIGGER.format(naam=naam, gebeurtenis=gebeurtenis, **values))


def remove(apps, editor):
    """As it was: every change says no more than that anything changed."""
    every = "INSERT OR UPDATE OR DELETE OR TRUNCATE"
    with editor.connection.cursor() as cursor:
        for kolom in ("id", "voorziening_id"):
            cursor.execute(f"DROP FUNCTION voorzieningen_merk_{kolom}() CASCADE")
        for tabel in [*SLEUTELS, "voorzieningen_synoniem"]:
            cursor.execute(ZONDER_SLEUTELS.format(tabel=tabel, gebeurtenissen=every))
        cursor.execute("DROP FUNCTION voorzieningen_merk_synoniem()")


class Migration(migrations.Migration):
    """A mark tells what changed, so that the rest need not be read again."""

    dependencies = [("voorzieningen", "0012_synoniem_van_vier_woorden")]

    operations = [
        migrations.AddField(
            "cataloguswijziging",
            "tabel",
            models.CharField("tabel", max_length=40, db_default="", blank=True),
        ),
        migrations.AddField(
            "cataloguswijziging",
            "sleutels",
            django.contrib.postgres.fields.ArrayField(
                base_field=models.UUIDField(), blank=True, null=True, size=None, verbose_name="sleutels"
            ),
        ),
        migrations.RunPython(install, remove),
    ]
