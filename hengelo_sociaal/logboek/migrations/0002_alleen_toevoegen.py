from django.db import migrations

from hengelo_sociaal.kern.databases import Toestaan

REFUSE = """
CREATE FUNCTION logboek_weiger_wijziging() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'Het logboek kan niet worden gewijzigd.' USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER alleen_toevoegen BEFORE UPDATE OR DELETE ON logboek_toegangsregel
    FOR EACH ROW EXECUTE FUNCTION logboek_weiger_wijziging();
CREATE TRIGGER alleen_toevoegen BEFORE UPDATE OR DELETE ON logboek_wijzigingsregel
    FOR EACH ROW EXECUTE FUNCTION logboek_weiger_wijziging();
"""
UNDO = """
DROP TRIGGER alleen_toevoegen ON logboek_toegangsregel;
DROP TRIGGER alleen_toevoegen ON logboek_wijzigingsregel;
DROP FUNCTION logboek_weiger_wijziging();
"""


class Migration(migrations.Migration):
    """The log only grows, whoever is connected."""

    dependencies = [("logboek", "0001_initial"), ("kern", "0001_grond")]
    operations = [
        migrations.RunSQL(REFUSE, UNDO),
        Toestaan(
            "web",
            [
                "REVOKE UPDATE, DELETE, TRUNCATE ON logboek_toegangsregel FROM {rol}",
                "REVOKE UPDATE, DELETE, TRUNCATE ON logboek_wijzigingsregel FROM {rol}",
            ],
        ),
    ]
