from django.db import migrations

ANDERS = """
DROP TRIGGER tekst_blijft ON papier_sjabloonversie;
DROP TRIGGER stuk_blijft ON papier_stuk;
CREATE TRIGGER stuk_blijft BEFORE UPDATE ON papier_stuk
    FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*) EXECUTE FUNCTION papier_weiger_wijziging();
CREATE TRIGGER tekst_blijft BEFORE UPDATE ON papier_sjabloonversie
    FOR EACH ROW WHEN (OLD.geldig_van IS NOT NULL AND OLD.* IS DISTINCT FROM NEW.*)
    EXECUTE FUNCTION papier_weiger_wijziging();
"""
TERUG = """
DROP TRIGGER tekst_blijft ON papier_sjabloonversie;
DROP TRIGGER stuk_blijft ON papier_stuk;
CREATE TRIGGER stuk_blijft BEFORE UPDATE ON papier_stuk
    FOR EACH ROW EXECUTE FUNCTION papier_weiger_wijziging();
CREATE TRIGGER tekst_blijft BEFORE UPDATE ON papier_sjabloonversie
    FOR EACH ROW WHEN (OLD.geldig_van IS NOT NULL) EXECUTE FUNCTION papier_weiger_wijziging();
"""


class Migration(migrations.Migration):
    """Writing the same again is no change: putting back a copy of the data must work."""

    dependencies = [("papier", "0002_stuk_blijft")]
    operations = [migrations.RunSQL(ANDERS, TERUG)]
