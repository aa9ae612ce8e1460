"""What every page needs of its shell."""

from typing import Any

from django.http import HttpRequest


def schil(request: HttpRequest) -> dict[str, Any]:
    """The shell around a page."""
    return {}
