from pathlib import Path

from django.db import migrations

from hengelo_sociaal.kern.databases import Toestaan
from hengelo_sociaal.waarden.laden import read_values

REDENEN = Path(__file__).parent.parent / "bestanden" / "besluitreden.csv"
ABONNEMENT = (
    "Bedrag volgens een bericht van maart 2025. Een later bedrag en de wet die dit tarief vervangt "
    "zijn niet gevonden: voer die hier in met een begindatum."
)
# A besluit that was made known stays as it was (Awb 3:40): only a later besluit ends it. References
# to people may follow when two registrations of one person become one.
VAST = """
CREATE FUNCTION plannen_besluit_blijft_zo() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    los text[] := ARRAY['vervangen_per', 'wijzigingnummer', 'gewijzigd_op', 'gewijzigd_door_id',
                        'afspraak_id', 'huishouden_id', 'inwoner_id'];
BEGIN
    IF OLD.status = 'bekendgemaakt' AND to_jsonb(OLD) - los IS DISTINCT FROM to_jsonb(NEW) - los
    THEN
        RAISE EXCEPTION 'Een verzonden besluit verandert niet meer. Neem een nieuw besluit.'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'besluit_blijft_zo';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER blijft_zo BEFORE UPDATE ON plannen_besluit
    FOR EACH ROW EXECUTE FUNCTION plannen_besluit_blijft_zo();

CREATE FUNCTION plannen_bij_besluit_blijft_zo() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM plannen_besluit b
               WHERE b.id = OLD.besluit_id AND b.status = 'bekendgemaakt')
    THEN
        RAISE EXCEPTION 'Een verzonden besluit verandert niet meer. Neem een nieuw besluit.'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'besluit_blijft_zo';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER blijft_zo BEFORE UPDATE ON plannen_besluittoets
    FOR EACH ROW EXECUTE FUNCTION plannen_bij_besluit_blijft_zo();
CREATE TRIGGER blijft_zo BEFORE UPDATE ON plannen_beoordeling
    FOR EACH ROW EXECUTE FUNCTION plannen_bij_besluit_blijft_zo();

CREATE FUNCTION plannen_bezwaar_blijft_zo() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    los text[] := ARRAY['nieuw_besluit_id', 'wijzigingnummer', 'gewijzigd_op',
                        'gewijzigd_door_id'];
BEGIN
    IF OLD.status IN ('beslist', 'ingetrokken')
       AND to_jsonb(OLD) - los IS DISTINCT FROM to_jsonb(NEW) - los
    THEN
        RAISE EXCEPTION 'Een afgesloten bezwaar verandert niet meer.'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'bezwaar_blijft_zo';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER blijft_zo BEFORE UPDATE ON plannen_bezwaar
    FOR EACH ROW EXECUTE FUNCTION plannen_bezwaar_blijft_zo();
"""
LOS = """
DROP TRIGGER blijft_zo ON plannen_besluit;
DROP TRIGGER blijft_zo ON plannen_besluittoets;
DROP TRIGGER blijft_zo ON plannen_beoordeling;
DROP TRIGGER blijft_zo ON plannen_bezwaar;
DROP FUNCTION plannen_besluit_blijft_zo();
DROP FUNCTION plannen_bij_besluit_blijft_zo();
DROP FUNCTION plannen_bezwaar_blijft_zo();
"""
# Looked at when everything of the transaction is there: a toewijzing by besluit has a besluit that
# was made known, for the same person, and lies within the period in which that besluit holds.
GROND = """
CREATE FUNCTION plannen_toewijzing_rust() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (
        SELECT 1 FROM aanbieders_toewijzing t
        LEFT JOIN plannen_toewijzinggrond g ON g.toewijzing_id = t.id
        LEFT JOIN plannen_besluit b ON b.id = g.besluit_id
            AND b.status = 'bekendgemaakt' AND b.inwoner_id = t.inwoner_id
            AND b.soort IN ('toekenning', 'gedeeltelijke-toekenning', 'herziening')
        WHERE t.id = NEW.id AND t.grondslag = 'besluit' AND t.status <> 'vervallen'
            AND (b.id IS NULL OR t.van < b.van
                 OR coalesce(t.beeindigd_op, t.tot, 'infinity')
                    > least(coalesce(b.tot, 'infinity'), coalesce(b.vervangen_per - 1, 'infinity')))
    ) THEN
        RAISE EXCEPTION 'Een toewijzing rust op een besluit dat geldt.'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'toewijzing_rust_op_besluit';
    END IF;
    RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER rust_op_besluit
    AFTER INSERT OR UPDATE OF grondslag, status, van, tot, beeindigd_op ON aanbieders_toewijzing
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
    WHEN (NEW.grondslag = 'besluit' AND NEW.status <> 'vervallen')
    EXECUTE FUNCTION plannen_toewijzing_rust();

CREATE FUNCTION plannen_besluit_eindigt_toewijzing() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (
        SELECT 1 FROM plannen_toewijzinggrond g
        JOIN aanbieders_toewijzing t ON t.id = g.toewijzing_id
        JOIN plannen_besluit b ON b.id = g.besluit_id
        WHERE b.id = NEW.id AND t.status <> 'vervallen' AND b.vervangen_per IS NOT NULL
            AND coalesce(t.beeindigd_op, t.tot, 'infinity') >= b.vervangen_per
    ) THEN
        RAISE EXCEPTION 'De toewijzing loopt langer dan het besluit.'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'toewijzing_rust_op_besluit';
    END IF;
    RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER eindigt_toewijzing AFTER UPDATE OF vervangen_per ON plannen_besluit
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
    EXECUTE FUNCTION plannen_besluit_eindigt_toewijzing();
"""
ZONDER_GROND = """
DROP TRIGGER rust_op_besluit ON aanbieders_toewijzing;
DROP TRIGGER eindigt_toewijzing ON plannen_besluit;
DROP FUNCTION plannen_toewijzing_rust();
DROP FUNCTION plannen_besluit_eindigt_toewijzing();
"""


def load(apps, editor):
    reden = apps.get_model("plannen", "Besluitreden")
    reden.objects.bulk_create(
        reden(
            code=row["code"],
            label=row["label"],
            soorten=row["soorten"].split(),
            wet_id=row["wet"] or None,
            artikel=row["artikel"],
            tekst=row["tekst"],
            zekerheid=row["zekerheid"],
            volgorde=order,
        )
        for order, row in enumerate(read_values(REDENEN), start=1)
    )
    apps.get_model("plannen", "Bijdragetarief").objects.create(
        wet_id="wmo",
        bedrag_cent=2100,
        geldig_van="2025-01-01",
        artikel="Wmo 2015 artikel 2.1.4a",
        zekerheid="middel",
        toelichting=ABONNEMENT,
    )


class Migration(migrations.Migration):
    """Numbers, values, and what the database itself holds about besluiten and toewijzingen."""

    dependencies = [
        ("plannen", "0008_besluiten"),
        ("aanbieders", "0002_grond_en_reden"),
        ("waarden", "0002_waarden"),
        ("kern", "0001_grond"),
    ]
    operations = [
        migrations.RunSQL("CREATE SEQUENCE nummer_b", "DROP SEQUENCE nummer_b"),
        migrations.RunSQL("CREATE SEQUENCE nummer_bz", "DROP SEQUENCE nummer_bz"),
        migrations.RunPython(load, migrations.RunPython.noop),
        migrations.RunSQL(VAST, LOS),
        migrations.RunSQL(GROND, ZONDER_GROND),
        Toestaan(
            "web",
            [
                "REVOKE DELETE ON plannen_besluit FROM {rol}",
                "REVOKE DELETE ON plannen_beoordeling FROM {rol}",
                "REVOKE DELETE ON plannen_bezwaar FROM {rol}",
                "REVOKE UPDATE, DELETE ON plannen_toewijzinggrond FROM {rol}",
            ],
        ),
    ]
