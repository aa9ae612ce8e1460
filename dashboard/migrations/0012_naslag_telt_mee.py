from pathlib import Path

from django.db import migrations

SQL = Path(__file__).parent.parent / "sql" / "vanaf_0012"
# What is part of what now follows from the counts, so every year is decided once more.
GETELD = """
    INSERT INTO dashboard_vuilebucket (bron, dag)
    SELECT bron, min(maand) FROM dashboard_kubus GROUP BY bron, extract(year FROM maand)
"""


def install(apps, editor):
    """Every file whole: the functions and their triggers on the floors below."""
    with editor.connection.cursor() as cursor:
        for file in sorted(SQL.glob("*.sql")):
            cursor.execute(file.read_text(encoding="utf-8"))
        cursor.execute(GETELD)


class Migration(migrations.Migration):
    """Marks what is counted by a setting of a list, a rule, a contract or a price."""

    dependencies = [
        ("dashboard", "0011_kubus_als_rijen"),
        ("toegang", "0026_melding_in_handen"),
        ("aanbieders", "0005_product_periode"),
        ("termijnen", "0005_klacht_verder_uitstel"),
    ]

    operations = [migrations.RunPython(install, migrations.RunPython.noop)]
