from django.db import migrations

from hengelo_sociaal.kern.databases import Toestaan, Weiger

ZIN = "Wat aan een inwoner is gegeven, blijft bewaard."


class Migration(migrations.Migration):
    """What was given is not removed either; of the texts only a concept may go."""

    dependencies = [("papier", "0003_zelfde_mag"), ("kern", "0002_weigeren")]
    operations = [
        Weiger("DELETE", ["papier_stuk"], ZIN),
        Weiger("TRUNCATE", ["papier_stuk", "papier_sjabloonversie"], ZIN),
        migrations.RunSQL(
            "CREATE TRIGGER weiger_delete BEFORE DELETE ON papier_sjabloonversie"
            " FOR EACH ROW WHEN (OLD.geldig_van IS NOT NULL)"
            " EXECUTE FUNCTION kern_weiger('Een tekst die geldt of gold, blijft bewaard.')",
            "DROP TRIGGER weiger_delete ON papier_sjabloonversie",
        ),
        Toestaan("web", ["REVOKE DELETE ON papier_stuk FROM {rol}"]),
    ]
