"""A PDF as an answer: never kept by a browser or on the way, opened beside the page."""

from django.http import HttpResponse


def pdf_response(pdf: bytes, naam: str) -> HttpResponse:
    """The file, to look at; `naam` holds no name of a person."""
    return HttpResponse(
        pdf,
        content_type="application/pdf",
        headers={
            "Content-Disposition": f'inline; filename="{naam}.pdf"',
            "Cache-Control": "no-store, private",
        },
    )
