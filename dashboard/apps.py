from typing import Any

from django.apps import AppConfig
from django.db import DEFAULT_DB_ALIAS, connections
from django.db.models.signals import post_migrate


class DashboardConfig(AppConfig):
    name = "dashboard"
    verbose_name = "Dashboard"

    def ready(self) -> None:
        """Keep the definitions of the code in the tables, after every migration."""
        post_migrate.connect(_keep_definitions, sender=self)


def _keep_definitions(using: str, **kwargs: Any) -> None:
    from dashboard.domain.definities import keep_definitions  # noqa: PLC0415 - models are loaded
    from dashboard.models import IndicatorDefinitie  # noqa: PLC0415

    tables = connections[using].introspection.table_names()
    if using == DEFAULT_DB_ALIAS and IndicatorDefinitie._meta.db_table in tables:
        keep_definitions()
