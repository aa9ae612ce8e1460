from django.db import migrations

from hengelo_sociaal.kern.databases import Weiger

TABELLEN = ["logboek_toegangsregel", "logboek_wijzigingsregel", "logboek_zegel"]


class Migration(migrations.Migration):
    """Emptying the log at once is refused too, whoever is connected."""

    dependencies = [("logboek", "0004_zegels_alleen_toevoegen"), ("kern", "0002_weigeren")]
    operations = [Weiger("TRUNCATE", TABELLEN, "Het logboek kan niet worden geleegd.")]
