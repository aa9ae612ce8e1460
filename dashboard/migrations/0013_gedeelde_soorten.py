from pathlib import Path

from django.db import migrations

SQL = Path(__file__).parent.parent / "sql"
FILES = ("vanaf_0012/00_toewijzingen.sql", "vanaf_0012/contract.sql", "toewijzing.sql")
# Kinds of question are counted within their laws from now on, and an amount that is committed
# to fewer than ten people is hidden, so every year of everything is decided once more.
ALLES = """
    INSERT INTO dashboard_vuilebucket (bron, dag)
    SELECT bron, min(maand) FROM dashboard_kubus GROUP BY bron, extract(year FROM maand)
    UNION
    SELECT 'toewijzingen', make_date(jaar, 1, 1) FROM dashboard_verplichting
    UNION
    SELECT 'toewijzingen', make_date(jaar, 1, 1)
    FROM aanbieders_toewijzing t
    JOIN aanbieders_contract c ON c.id = t.contract_id
    CROSS JOIN LATERAL generate_series(
        extract(year FROM t.van)::int, extract(year FROM coalesce(t.tot, c.tot))::int
    ) AS jaar
"""


def install(apps, editor):
    """The functions that mark the years of a toewijzing, and a mark for every year."""
    with editor.connection.cursor() as cursor:
        for file in FILES:
            cursor.execute((SQL / file).read_text(encoding="utf-8"))
        cursor.execute(ALLES)


class Migration(migrations.Migration):
    """Marks the years of a toewijzing without an end until that of its contract."""

    dependencies = [("dashboard", "0012_naslag_telt_mee"), ("aanbieders", "0005_product_periode")]

    operations = [migrations.RunPython(install, migrations.RunPython.noop)]
