"""The OpenAPI description, from the code (NL API Design Rules)."""

from drf_spectacular.openapi import AutoSchema


class Schema(AutoSchema):
    """Describes an endpoint."""
