"""A town that is measured: its database, and the server of the product that shows it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property

from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper


@dataclass(frozen=True)
class Stad:
    """The demo town, `keer` times as large as it was made; `server` shows it."""

    keer: int
    database: str
    server: str

    @contextmanager
    def asked(self) -> Iterator[None]:
        """Whatever this process asks of a database meanwhile, it asks of this town's."""
        usual = {alias: connections[alias] for alias in connections}
        try:
            for alias, own in self._own.items():
                connections[alias] = own
                own.ensure_connection()
            yield
        finally:
            for alias, connection in usual.items():
                connections[alias] = connection

    @cached_property
    def _own(self) -> dict[str, BaseDatabaseWrapper]:
        """Connections that stay open, because ending one costs the database at a later moment."""
        own = {alias: connections[alias].copy() for alias in connections}
        for connection in own.values():
            connection.settings_dict["NAME"] = self.database
        return own
