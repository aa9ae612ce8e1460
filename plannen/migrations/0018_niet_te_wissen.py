from django.db import migrations

from hengelo_sociaal.kern.databases import Weiger

PLAN = [
    "plannen_vaststelling",
    "plannen_akkoord",
    "plannen_voortgang",
    "plannen_wetswisselingregel",
]
BESLUIT = ["plannen_besluit", "plannen_beoordeling", "plannen_bezwaar"]
VAST = ["plannen_bezwaarbrief", "plannen_toewijzinggrond"]
VAN_HET_PLAN = "Wat is vastgelegd in een plan blijft bewaard."
VAN_HET_BESLUIT = "Besluiten en bezwaren blijven bewaard."


class Migration(migrations.Migration):
    """History that the web log-in may not remove, is not removed by the owner either."""

    dependencies = [("plannen", "0017_na_bezwaar"), ("kern", "0002_weigeren")]
    operations = [
        Weiger("DELETE", PLAN, VAN_HET_PLAN),
        Weiger("TRUNCATE", PLAN, VAN_HET_PLAN),
        Weiger("UPDATE", VAST, "Wat is verzonden of toegewezen verandert niet meer."),
        Weiger("DELETE", [*BESLUIT, *VAST], VAN_HET_BESLUIT),
        Weiger("TRUNCATE", [*BESLUIT, *VAST, "plannen_besluittoets"], VAN_HET_BESLUIT),
    ]
