from pathlib import Path

from django.db import migrations

from hengelo_sociaal.kern.databases import Toestaan

SQL = Path(__file__).parent.parent / "sql"
# What the screens may read: published figures, the budget, and names. Never a person.
LEESBAAR = [
    "dashboard_indicator",
    "dashboard_indicatordefinitie",
    "dashboard_streefwaarde",
    "dashboard_ingelezenmeting",
    "dashboard_meting",
    "dashboard_begrotingsregel",
    "dashboard_verplichting",
    "dashboard_cijferversie",
    "gebieden_gemeente",
    "gebieden_wijk",
    "gebieden_wijkgrens",
    "gebieden_inwonertal",
    "waarden_wet",
    "waarden_taakveld",
    "toegang_vindplaats",
    "toegang_kanaal",
    "toegang_soort",
    "toegang_uitkomst",
    "toegang_verwijzer",
]


def install(apps, editor):
    """Every file whole: the functions and their triggers on the floors below."""
    with editor.connection.cursor() as cursor:
        for file in sorted(SQL.glob("*.sql")):
            cursor.execute(file.read_text(encoding="utf-8"))


class Migration(migrations.Migration):
    """Marks what must be counted again, and lets the dashboard's log-in read figures only."""

    dependencies = [
        ("dashboard", "0001_eerste"),
        ("toegang", "0003_termijnen_van_melding"),
        ("plannen", "0001_eerste"),
        ("aanbieders", "0001_initial"),
        ("termijnen", "0001_initial"),
        ("gebieden", "0003_wijkgrens"),
        ("waarden", "0001_initial"),
    ]

    operations = [
        migrations.RunPython(install, migrations.RunPython.noop),
        Toestaan("dashboard", [f"GRANT SELECT ON {tabel} TO {{rol}}" for tabel in LEESBAAR]),
    ]
