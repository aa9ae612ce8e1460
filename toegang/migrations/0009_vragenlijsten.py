import json
from pathlib import Path

from django.db import migrations

from toegang.queries.vragenlijst import schema_of

BESTANDEN = Path(__file__).parent.parent / "bestanden"
LIJSTEN = (
    # code, name, instrument, status, in force from
    ("brede-uitvraag", "Brede uitvraag", False, "van-kracht", "2021-01-01"),
    ("zelfredzaamheid", "Zelfredzaamheid op dertien domeinen", True, "concept", None),
)
FREEZE = """
CREATE FUNCTION toegang_bevries_vragen() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND NEW.inhoud = OLD.inhoud AND NEW.schema = OLD.schema
       AND NEW.nummer = OLD.nummer AND NEW.status <> 'concept' THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'Vragen die gesteld zijn, veranderen niet meer.'
        USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER bevroren BEFORE UPDATE OR DELETE ON toegang_vragenlijstversie
    FOR EACH ROW WHEN (OLD.status <> 'concept') EXECUTE FUNCTION toegang_bevries_vragen();
"""
UNDO = """
DROP TRIGGER bevroren ON toegang_vragenlijstversie;
DROP FUNCTION toegang_bevries_vragen();
"""


def load(apps, editor):
    lijst = apps.get_model("toegang", "vragenlijst")
    versie = apps.get_model("toegang", "vragenlijstversie")
    for code, naam, is_instrument, status, van in LIJSTEN:
        inhoud = json.loads((BESTANDEN / f"{code}.json").read_text(encoding="utf-8"))
        versie.objects.create(
            vragenlijst=lijst.objects.create(code=code, naam=naam, is_instrument=is_instrument),
            nummer=1,
            status=status,
            van=van,
            inhoud=inhoud,
            schema=schema_of(inhoud),
        )


class Migration(migrations.Migration):
    """The first versions of the questions; what was asked is frozen by the database itself."""

    dependencies = [("toegang", "0008_uitvraag")]
    operations = [
        migrations.RunPython(load, migrations.RunPython.noop),
        migrations.RunSQL(FREEZE, UNDO),
    ]
