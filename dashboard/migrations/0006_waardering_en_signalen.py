from pathlib import Path

from django.db import migrations

SQL = Path(__file__).parent.parent / "sql" / "vanaf_0006"
# What was registered before there was a figure of it is counted now, too.
BESTAAND = """
    INSERT INTO dashboard_vuilebucket (bron, dag)
    SELECT DISTINCT 'waarderingen', maand FROM toegang_waardering
    UNION
    SELECT DISTINCT 'signalen', ontvangen_op FROM toegang_signaalzaak
"""


def install(apps, editor):
    """Every file whole: the functions and their triggers on the floors below."""
    with editor.connection.cursor() as cursor:
        for file in sorted(SQL.glob("*.sql")):
            cursor.execute(file.read_text(encoding="utf-8"))
        cursor.execute(BESTAAND)


class Migration(migrations.Migration):
    """Marks what residents said of us, and signals of debts, to be counted."""

    dependencies = [
        ("dashboard", "0005_gebieden"),
        ("toegang", "0017_waardering"),
        ("termijnen", "0001_initial"),
    ]

    operations = [migrations.RunPython(install, migrations.RunPython.noop)]
