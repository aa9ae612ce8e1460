"""A lookup for what belongs to somebody: `field__een_van=queryset`."""

from typing import Any

from django.db.models import Field, ForeignKey, Lookup


@ForeignKey.register_lookup
@Field.register_lookup
class EenVan(Lookup):
    """`field = ANY (ARRAY (SELECT ...))`: the same rows as `field__in=queryset`.

    PostgreSQL may read the whole outer table for an `IN (SELECT ...)`, and has to when it
    stands in an OR. Of this form it knows that the SELECT is answered once, and looks every
    value up in an index: what is mine costs what is mine, however large the town is.
    """

    lookup_name = "een_van"
    prepare_rhs = False

    def get_prep_lookup(self) -> Any:
        """The query of the values, without an order that nobody sees."""
        self.rhs.clear_ordering(clear_default=True)
        if not self.rhs.has_select_fields:
            self.rhs.clear_select_clause()
            self.rhs.add_fields(["pk"])
        return super().get_prep_lookup()

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, tuple[Any, ...]]:
        left, left_params = self.process_lhs(compiler, connection)
        right, right_params = self.process_rhs(compiler, connection)
        return f"{left} = ANY (ARRAY {right})", (*left_params, *right_params)
