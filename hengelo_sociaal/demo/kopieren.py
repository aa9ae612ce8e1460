"""Stores new records as PostgreSQL takes them quickest: with COPY, a line for each."""

from collections.abc import Iterator, Sequence
from operator import itemgetter
from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db import connection
from django.db.models import AutoField, Field, JSONField, Model

# Fields of which the value in a record is not yet what the driver can write.
VOORBEREID = (JSONField, ArrayField)


def copy_records(model: type[Model], records: Sequence[Model]) -> None:
    """Store records that were made just now, complete and in the order in which they stand.

    Constraints and triggers hold as for any other statement. Unlike `bulk_create` it brings
    nothing back: not the number nor the generated columns that the database fills in itself.
    """
    fields = [one for one in model._meta.local_concrete_fields if _is_written(one)]
    quote = connection.ops.quote_name
    columns = ", ".join(quote(one.column or one.attname) for one in fields)
    statement = f"COPY {quote(model._meta.db_table)} ({columns}) FROM STDIN"
    with (
        connection.wrap_database_errors,
        connection.cursor() as cursor,
        cursor.copy(statement) as copy,
    ):
        for row in _rows(fields, records):
            copy.write_row(row)
    for record in records:
        record._state.adding = False
        record._state.db = connection.alias


def _is_written(field: "Field[Any, Any]") -> bool:
    return not (field.generated or isinstance(field, AutoField))


def _rows(fields: "Sequence[Field[Any, Any]]", records: Sequence[Model]) -> Iterator[Sequence[Any]]:
    """The columns of each record, read past the descriptors of its fields."""
    columns = itemgetter(*(one.attname for one in fields))
    prepared = [(n, one) for n, one in enumerate(fields) if isinstance(one, VOORBEREID)]
    for record in records:
        row = columns(record.__dict__)
        if prepared:
            row = list(row)
            for place, field in prepared:
                row[place] = field.get_db_prep_save(row[place], connection)
        yield row
