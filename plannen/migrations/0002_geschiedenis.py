from django.db import migrations

from hengelo_sociaal.kern.databases import Toestaan

KEEP = """
CREATE FUNCTION plannen_weiger_wijziging() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'Wat is vastgelegd in een plan blijft zoals het was.'
        USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER blijft_zo BEFORE UPDATE OF plan_id, versie, inhoud, vingerafdruk, op
    ON plannen_vaststelling FOR EACH ROW EXECUTE FUNCTION plannen_weiger_wijziging();
CREATE TRIGGER blijft_zo BEFORE UPDATE OF vaststelling_id, wijze, reden
    ON plannen_akkoord FOR EACH ROW EXECUTE FUNCTION plannen_weiger_wijziging();
CREATE TRIGGER blijft_zo BEFORE UPDATE OF doel_id, stap, op, toelichting
    ON plannen_voortgang FOR EACH ROW EXECUTE FUNCTION plannen_weiger_wijziging();
CREATE TRIGGER blijft_zo BEFORE UPDATE
    ON plannen_wetswisselingregel FOR EACH ROW EXECUTE FUNCTION plannen_weiger_wijziging();
"""
UNDO = """
DROP TRIGGER blijft_zo ON plannen_vaststelling;
DROP TRIGGER blijft_zo ON plannen_akkoord;
DROP TRIGGER blijft_zo ON plannen_voortgang;
DROP TRIGGER blijft_zo ON plannen_wetswisselingregel;
DROP FUNCTION plannen_weiger_wijziging();
"""


class Migration(migrations.Migration):
    """Plan numbers, and history that stays as it was, whoever is connected."""

    dependencies = [("plannen", "0001_eerste"), ("kern", "0001_grond")]
    operations = [
        migrations.RunSQL("CREATE SEQUENCE nummer_pl", "DROP SEQUENCE nummer_pl"),
        migrations.RunSQL(KEEP, UNDO),
        Toestaan(
            "web",
            [
                "REVOKE DELETE ON plannen_vaststelling FROM {rol}",
                "REVOKE DELETE ON plannen_akkoord FROM {rol}",
                "REVOKE DELETE ON plannen_voortgang FROM {rol}",
                "REVOKE DELETE ON plannen_wetswisselingregel FROM {rol}",
            ],
        ),
    ]
