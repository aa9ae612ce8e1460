"""What comes out of the setter, opened again."""

import datetime as dt
import json
import subprocess
import unicodedata

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hengelo_sociaal.papier import zetten
from hengelo_sociaal.papier.document import (
    Alinea,
    Handtekening,
    Handtekeningen,
    Kop,
    Tabel,
    Toon,
    Vet,
    alinea,
    texts_of,
)
from hengelo_sociaal.papier.domain.stukken import compose_with
from hengelo_sociaal.papier.exceptions import PapierMislukt, PapierTeGroot
from hengelo_sociaal.papier.laden import read_text
from hengelo_sociaal.papier.models import SjabloonVersie
from hengelo_sociaal.papier.soorten import soorten
from hengelo_sociaal.papier.tekens import printable
from hengelo_sociaal.papier.zetten import make_pdf
from tests.papier.voorbeeld import een_document, kaal, lees, met_tekst, tekst_van


def test_the_pdf_is_tagged_dutch_and_titled():
    pdf = lees(make_pdf(een_document()).bytes)

    root = pdf.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/StructTreeRoot"]
    assert root["/Lang"] == "nl-NL"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert pdf.metadata.title == "Het plan van huishouden Jansen"
    assert pdf.metadata.author == "Gemeente Hengelo"
    assert b"pdfuaid:part" in root["/Metadata"].get_data()


def test_headings_tables_and_lists_keep_their_structure():
    found = _tags(lees(make_pdf(een_document()).bytes))

    assert {"Title", "H1", "H2", "P", "Table", "TH", "TD", "L", "LI", "BlockQuote"} <= found
    assert "Figure" in found


def _tags(pdf):
    roles = pdf.trailer["/Root"]["/StructTreeRoot"].get("/RoleMap", {})
    found = set()

    def walk(node):
        node = node.get_object()
        if isinstance(node, list):
            for one in node:
                walk(one)
        elif isinstance(node, dict):
            if "/S" in node:
                found.add(str(node["/S"]).lstrip("/"))
            if "/K" in node:
                walk(node["/K"])

    walk(pdf.trailer["/Root"]["/StructTreeRoot"])
    return found | {str(roles[f"/{tag}"]).lstrip("/") for tag in found if f"/{tag}" in roles}


def test_a_signature_has_words_for_who_cannot_see_it():
    pdf = make_pdf(een_document()).bytes

    assert "Handtekening van Sem Jansen" in str(_alts(lees(pdf)))


def _alts(pdf):
    objects = [pdf.get_object(number) for number in range(1, pdf.trailer["/Size"])]
    return [one["/Alt"] for one in objects if isinstance(one, dict) and "/Alt" in one]


@pytest.mark.parametrize("groot", [False, True])
def test_every_text_of_the_document_is_on_paper(groot):
    document = een_document()

    paper = kaal(tekst_van(make_pdf(document, groot=groot).bytes))

    missing = [text for text in texts_of(document) if kaal(text) not in paper]
    # in large print a table has no row of headings: the first names the block itself
    assert missing == (["Dit spreken we af"] if groot else [])


def test_large_print_is_larger():
    small = lees(make_pdf(een_document()).bytes)
    large = lees(make_pdf(een_document(), groot=True).bytes)

    assert len(large.pages) > len(small.pages)


def test_every_page_says_which_of_how_many_and_the_reference():
    document = een_document(*[Alinea((f"Alinea {n}. " + "Woord " * 60,)) for n in range(20)])

    pages = [page.extract_text() for page in lees(make_pdf(document).bytes).pages]

    assert len(pages) > 1
    for number, page in enumerate(pages, start=1):
        assert f"Bladzijde {number} van {len(pages)}" in page
        assert "PL-2026-1" in page


def test_the_same_content_gives_the_same_bytes():
    first, second = make_pdf(een_document()), make_pdf(een_document())

    assert first == second
    assert first.sha256 != make_pdf(een_document(titel="Een ander plan")).sha256


@pytest.mark.parametrize(
    "tekst",
    [
        "#set page(width: 1pt) #panic()",
        "$x^2$ @label <label> *vet* _schuin_ `code` // geen commentaar /* */",
        "\\ \\u{41} [ ] { } ~ -- --- ... = kop - punt + punt / term: x",
        "c:\\map\\bestand & < > \" ' `",
        "Mw. Özgür-Şahin, Łukasz, Đặng, Ἀθηνᾶ, Ёлкин",
        "👍 🏠 ❤ 👨‍👩‍👧",
        "regel één\nregel twee\r\nregel drie",
    ],
)
def test_nothing_in_a_text_is_read_as_code(tekst):
    paper = tekst_van(make_pdf(met_tekst(tekst)).bytes)

    assert kaal(printable(tekst)) in kaal(paper)


def test_a_very_long_word_stays_on_the_page():
    word = "w" * 400

    pdf = lees(make_pdf(een_document(Alinea((word,)), _tabel(word))).bytes)

    inside = [x for page in pdf.pages for x in _places(page)]
    assert max(inside) < float(pdf.pages[0].mediabox.width)
    assert kaal(pdf.pages[0].extract_text()).count("w" * 400) >= 1


def _tabel(word):
    return Tabel("t", ("a", "b", "c", "d"), ((word, word, word, word),))


def _places(page):
    found = []
    page.extract_text(visitor_text=lambda text, cm, tm, font, size: found.append(tm[4] * cm[0]))
    return found


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    tekst=st.text(max_size=300),
    vet=st.text(max_size=60),
    cel=st.text(st.characters(codec="utf-8"), max_size=80),
    groot=st.booleans(),
)
def test_any_text_gives_a_document_that_opens(tekst, vet, cel, groot):
    blokken = (alinea(tekst, Vet(vet)), Tabel("t", ("a", "b"), ((cel, tekst),)))

    pdf = lees(make_pdf(een_document(*blokken, titel=f"Plan {vet}"), groot=groot).bytes)

    assert len(pdf.pages) >= 1
    assert pdf.trailer["/Root"]["/MarkInfo"]["/Marked"]


LATIJN = st.characters(min_codepoint=0x20, max_codepoint=0x17F, exclude_categories=["Cc", "Cf"])


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(tekst=st.text(LATIJN, max_size=300))
def test_any_western_text_is_on_the_paper_word_for_word(tekst):
    paper = tekst_van(make_pdf(met_tekst(tekst)).bytes)

    assert _letters(tekst) in _letters(paper)


def _letters(tekst):
    return kaal(unicodedata.normalize("NFKC", printable(tekst)))


def test_a_document_without_end_is_refused():
    with pytest.raises(PapierTeGroot):
        make_pdf(met_tekst("x" * 500_000))


def test_a_setter_that_fails_is_a_sentence_without_the_text(monkeypatch, tmp_path, caplog):
    broken = tmp_path / "zetter.py"
    broken.write_text("import sys; sys.exit('geheim van mevrouw Jansen')")
    monkeypatch.setattr(zetten, "ZETTER", broken)

    with pytest.raises(PapierMislukt, match="Probeer het over een minuut opnieuw"):
        make_pdf(een_document())

    assert "Jansen" not in caplog.text


def test_a_setter_that_does_not_end_is_stopped(monkeypatch, tmp_path):
    slow = tmp_path / "zetter.py"
    slow.write_text("import time; time.sleep(600)")
    monkeypatch.setattr(zetten, "ZETTER", slow)
    monkeypatch.setattr(zetten, "WACHTTIJD", 0.2)

    with pytest.raises(PapierMislukt):
        make_pdf(een_document())


@pytest.mark.parametrize(
    "ergs", ["bytearray(3 * 1024 ** 3)", "[0] * 10 ** 9"], ids=["bytes", "lijst"]
)
def test_the_setter_may_not_take_all_memory(ergs):
    program = f"import sys; sys.path.insert(0, {str(zetten.ZETTER.parent)!r}); import zetter"
    program += f"; zetter.limit(); {ergs}"

    done = subprocess.run(["python3", "-c", program], capture_output=True, check=False)

    assert done.returncode != 0
    assert b"MemoryError" in done.stderr


def test_the_data_of_a_document_is_plain_json():
    document = een_document()

    assert json.loads(json.dumps(document.as_data()))["titel"] == document.titel
    assert document.fingerprint() == een_document().fingerprint()
    assert document.fingerprint() != een_document(titel="Iets anders").fingerprint()


@pytest.mark.parametrize("soort", soorten(), ids=lambda soort: soort.code)
def test_every_kind_of_document_is_tagged_with_title_and_headings(soort):
    titel, tekst = read_text(soort.bestand)
    text = SjabloonVersie(titel=titel, tekst=tekst)
    made = compose_with(text, soort.voorbeeld(), op=dt.date(2026, 11, 23), kenmerk="X-1")

    pdf = lees(make_pdf(made.document).bytes)

    assert {"Title", "H1", "P"} <= _tags(pdf)
    assert pdf.trailer["/Root"]["/Lang"] == "nl-NL"
    assert pdf.metadata.title == made.document.titel


def test_a_telephone_number_is_never_cut_in_two():
    before = [Alinea(("Bel met Anna " + "de " * n + "Boer: 074 000 00 00.",)) for n in range(30)]

    lines = tekst_van(make_pdf(een_document(*before), groot=True).bytes).split("\n")

    assert sum("074 000 00 00" in line for line in lines) == len(before)


def test_nobody_signs_a_page_with_nothing_but_a_line():
    hands = Handtekeningen((Handtekening("Roos de Voorbeeld"),))
    last_pages = []
    for lines in range(22, 34, 2):
        filled = [Alinea((f"Regel {n}.",)) for n in range(lines)]
        document = een_document(*filled, Alinea(("Zet hier uw handtekening.",)), hands)
        pages = [page.extract_text() for page in lees(make_pdf(document).bytes).pages]
        last_pages.append(pages[-1])

    assert all("Zet hier uw handtekening." in page for page in last_pages)


@pytest.mark.parametrize("groot", [False, True])
def test_a_heading_and_the_words_below_it_stay_with_their_table(groot):
    rows = (("Samen de post openen", "Wijkracht"),)
    for lines in range(14, 36):
        filled = [Alinea((f"Regel {n}.",)) for n in range(lines)]
        below = alinea("Geld en administratie", toon=Toon.ZACHT)
        table = Tabel("Afspraken", ("Dit spreken we af", "Wie doet het"), rows)
        document = een_document(*filled, Kop("Doel 3. Rust in huis"), below, table)

        pages = [page.extract_text() for page in lees(make_pdf(document, groot=groot).bytes).pages]

        of_goal = [page for page in pages if "Doel 3. Rust in huis" in page]
        assert len(of_goal) == 1
        assert "Geld en administratie" in of_goal[0]
        assert "Samen de post openen" in of_goal[0]


def test_the_end_of_a_letter_is_on_one_page():
    for lines in range(22, 36):
        filled = [Alinea((f"Regel {n}.",)) for n in range(lines)]
        end = [Alinea((line,)) for line in ("Met vriendelijke groet,", "namens Hengelo,", "B. Bo")]

        pages = lees(make_pdf(een_document(*filled, *end)).bytes).pages

        last = pages[-1].extract_text()
        assert all(word in last for word in ("vriendelijke", "namens", "B. Bo"))
