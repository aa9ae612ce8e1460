from django.contrib.postgres.operations import (
    BtreeGistExtension,
    TrigramExtension,
    UnaccentExtension,
)
from django.db import migrations

from hengelo_sociaal.kern.databases import Toestaan


class Migration(migrations.Migration):
    """Extensions, and what the web log-in may do with every table made from here on."""

    initial = True
    dependencies = []

    operations = [
        BtreeGistExtension(),
        TrigramExtension(),
        UnaccentExtension(),
        Toestaan(
            "web",
            [
                "GRANT USAGE ON SCHEMA public TO {rol}",
                "ALTER DEFAULT PRIVILEGES IN SCHEMA public"
                " GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO {rol}",
                "ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT USAGE, SELECT ON SEQUENCES TO {rol}",
                "GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {rol}",
                "GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO {rol}",
            ],
        ),
        Toestaan("dashboard", ["GRANT USAGE ON SCHEMA public TO {rol}"]),
    ]
