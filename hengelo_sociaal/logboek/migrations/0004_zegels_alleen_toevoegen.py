from django.db import migrations

from hengelo_sociaal.kern.databases import Toestaan


class Migration(migrations.Migration):
    """Seals only grow, like what they seal."""

    dependencies = [("logboek", "0003_zegels")]
    operations = [
        migrations.RunSQL(
            "CREATE TRIGGER alleen_toevoegen BEFORE UPDATE OR DELETE ON logboek_zegel"
            " FOR EACH ROW EXECUTE FUNCTION logboek_weiger_wijziging()",
            "DROP TRIGGER alleen_toevoegen ON logboek_zegel",
        ),
        Toestaan("web", ["REVOKE UPDATE, DELETE, TRUNCATE ON logboek_zegel FROM {rol}"]),
    ]
