"""What a migration may do to a table that a whole town writes to."""

import pytest
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.operations import AddIndex, CreateModel

GROEIT = {("logboek", "toegangsregel"), ("logboek", "wijzigingsregel")}


@pytest.mark.parametrize("tabel", sorted(GROEIT))
def test_an_index_on_what_only_grows_is_built_beside_the_work(tabel: tuple[str, str]) -> None:
    """An ordinary index keeps everybody who writes a line, so everybody, waiting for it."""
    app, model = tabel
    blocking = [
        name
        for (owner, name), migration in MigrationLoader(None).disk_migrations.items()
        if owner == app and migration.atomic
        for step in migration.operations
        if isinstance(step, AddIndex) and step.model_name.lower() == model
    ]
    made = [
        step
        for (owner, _), migration in MigrationLoader(None).disk_migrations.items()
        if owner == app
        for step in migration.operations
        if isinstance(step, CreateModel) and step.name.lower() == model
    ]

    assert made, "this table is called otherwise now"
    assert blocking == []
