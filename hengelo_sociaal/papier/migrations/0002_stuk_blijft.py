from django.db import migrations

WEIGER = """
CREATE FUNCTION papier_weiger_wijziging() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'Wat aan een inwoner is gegeven, verandert niet.' USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER stuk_blijft BEFORE UPDATE ON papier_stuk
    FOR EACH ROW EXECUTE FUNCTION papier_weiger_wijziging();
CREATE TRIGGER tekst_blijft BEFORE UPDATE ON papier_sjabloonversie
    FOR EACH ROW WHEN (OLD.geldig_van IS NOT NULL) EXECUTE FUNCTION papier_weiger_wijziging();
"""
TERUG = """
DROP TRIGGER tekst_blijft ON papier_sjabloonversie;
DROP TRIGGER stuk_blijft ON papier_stuk;
DROP FUNCTION papier_weiger_wijziging();
"""


class Migration(migrations.Migration):
    """What was given, and a text in force, never change, whoever is connected."""

    dependencies = [("papier", "0001_initial")]
    operations = [migrations.RunSQL(WEIGER, TERUG)]
