"""What the pages of the catalogue share."""

from django.http import HttpRequest


def page_number(request: HttpRequest) -> int:
    """The page that was asked for; whatever is no number is the first."""
    given = request.GET.get("pagina", "1")
    return max(1, int(given)) if given.isascii() and given.isdigit() and len(given) < 6 else 1
