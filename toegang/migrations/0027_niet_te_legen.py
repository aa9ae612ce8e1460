from django.db import migrations

from hengelo_sociaal.kern.databases import Weiger


class Migration(migrations.Migration):
    """Questions that were asked cannot be emptied away at once either."""

    dependencies = [("toegang", "0026_melding_in_handen"), ("kern", "0002_weigeren")]
    operations = [
        Weiger(
            "TRUNCATE", ["toegang_vragenlijstversie"], "Vragen die gesteld zijn, blijven bewaard."
        )
    ]
