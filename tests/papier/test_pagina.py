"""The page and the PDF say the same, for they are drawn from the same data."""

import html
import re

from django.template.loader import render_to_string

from hengelo_sociaal.papier.document import Alinea, Vet, texts_of
from hengelo_sociaal.papier.zetten import make_pdf
from tests.papier.voorbeeld import een_document, kaal, tekst_van


def op_scherm(document) -> str:
    """What a browser shows of a document."""
    page = render_to_string("papier/_document.html", {"document": document})
    without = re.sub(r"(?s)<caption.*?</caption>|<svg.*?</svg>", "", page)
    return html.unescape(re.sub(r"<[^>]+>", " ", without))


def test_the_page_shows_every_text_in_reading_order():
    document = een_document()

    page = kaal(op_scherm(document))

    place = 0
    for text in texts_of(document):
        place = page.index(kaal(text), place)


def test_the_page_and_the_pdf_say_the_same_in_the_same_order():
    document = een_document(kenmerk="")

    paper = re.sub(r"Bladzijde \d+ van \d+", "", tekst_van(make_pdf(document).bytes))

    assert _words(op_scherm(document)) == _words(paper)


def _words(text: str) -> str:
    """Without the signs of a list, which a browser draws itself."""
    return re.sub(r"[•–]|(?<=\s)\d\.(?=\s)", "", kaal(re.sub(r"\n\s*\d\. ?", "\n", text)))


def test_a_text_with_html_in_it_is_shown_as_text():
    page = render_to_string(
        "papier/_document.html",
        {"document": een_document(Alinea(("<script>x</script>", Vet("<b>"))))},
    )

    assert "<script>" not in page
    assert "&lt;script&gt;" in page
