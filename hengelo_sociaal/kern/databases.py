"""Which connection a model uses, and which database log-in may do what."""

from typing import Any

from django.conf import settings
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor


class NietsNaarDashboard:
    """Migrations run on the default connection only; `dashboard` is the same database."""

    def allow_migrate(self, db: str, app_label: str, **hints: Any) -> bool | None:
        return False if db == "dashboard" else None


def run_if_role_exists(editor: BaseDatabaseSchemaEditor, role: str, statements: list[str]) -> None:
    """Run grants for a log-in that may be missing: one log-in for all is allowed too."""
    with editor.connection.cursor() as cursor:
        cursor.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [role])
        if cursor.fetchone() is None:
            return
        for statement in statements:
            cursor.execute(statement.format(rol=editor.quote_name(role)))


class Toestaan(migrations.RunPython):
    """A migration step that gives or takes rights of the web or the dashboard log-in.

    `{rol}` in a statement stands for the log-in's name: `Toestaan("web", ["REVOKE
    UPDATE, DELETE ON logboek_toegangsregel FROM {rol}"])`.
    """

    def __init__(self, rol: str, statements: list[str]) -> None:
        self.rol, self.statements = rol, statements

        def give(apps: Any, editor: BaseDatabaseSchemaEditor) -> None:
            name = settings.DB_ROL_WEB if rol == "web" else settings.DB_ROL_DASHBOARD
            run_if_role_exists(editor, name, statements)

        super().__init__(give, migrations.RunPython.noop)

    def deconstruct(self) -> tuple[str, list[Any], dict[str, Any]]:
        return ("Toestaan", [self.rol, self.statements], {})


class Weiger(migrations.RunSQL):
    """A migration step after which the database refuses this to everybody, its owner too.

    `handeling` is `UPDATE`, `DELETE` or `TRUNCATE`, and `zin` what whoever tries it is told.
    Only who may alter the table (its owner, a superuser) can take the refusal away again, and
    has to do that on purpose.
    """

    def __init__(self, handeling: str, tabellen: list[str], zin: str) -> None:
        self.handeling, self.tabellen, self.zin = handeling, tabellen, zin
        naam = f"weiger_{handeling.lower()}"
        per = "STATEMENT" if handeling == "TRUNCATE" else "ROW"
        zin = zin.replace("'", "''")
        super().__init__(
            [
                f"CREATE TRIGGER {naam} BEFORE {handeling} ON {tabel}"
                f" FOR EACH {per} EXECUTE FUNCTION kern_weiger('{zin}')"
                for tabel in tabellen
            ],
            [f"DROP TRIGGER {naam} ON {tabel}" for tabel in tabellen],
        )

    def deconstruct(self) -> tuple[str, list[Any], dict[str, Any]]:
        return ("Weiger", [self.handeling, self.tabellen, self.zin], {})
