"""Drawing a document on a page: the same data that the PDF is set from."""

from typing import Any

from django import template

from hengelo_sociaal.papier.document import Blok, Document

register = template.Library()


@register.inclusion_tag("papier/_blok.html")
def papierblok(blok: Blok) -> dict[str, Any]:
    """One block of a document."""
    return {"blok": blok}


@register.inclusion_tag("papier/_document.html")
def papierdocument(document: Document, *, groot: bool = False) -> dict[str, Any]:
    """The whole document as a sheet, in large print with `groot`."""
    return {"document": document, "groot": groot}


@register.filter
def als_veld(code: str) -> str:
    """A field as it stands in a text: {naam}."""
    return f"{{{code}}}"
