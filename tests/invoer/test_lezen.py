"""Files that people really send: codings, delimiters, workbooks, and what is wrong with them."""

import contextlib
import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from hengelo_sociaal.invoer.exceptions import OnleesbaarBestand
from hengelo_sociaal.invoer.lezen import decode, detect_delimiter, read_geojson, read_table


def _workbook(*sheets: list[list[object]]) -> bytes:
    book = Workbook()
    for number, lines in enumerate(sheets):
        sheet = book.active if number == 0 else book.create_sheet()
        for line in lines:
            sheet.append(line)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


@pytest.mark.parametrize("coding", ["utf-8", "utf-8-sig", "cp1252"])
def test_a_file_in_utf_8_or_windows_1252_is_read_the_same(coding):
    blad = read_table("Code;Naam\n6.81;Geëscaleerde zorg € 5\n".encode(coding), "a.csv")

    assert blad.koppen == ("code", "naam")
    assert blad.regels == ((2, ("6.81", "Geëscaleerde zorg € 5")),)


@pytest.mark.parametrize("coding", ["utf-16", "utf-16-le", "utf-32"])
def test_another_coding_is_refused(coding):
    with pytest.raises(OnleesbaarBestand, match="UTF-8"):
        decode("code;naam\n1;é\n".encode(coding))


def test_a_byte_that_is_in_no_coding_is_named_by_its_line():
    with pytest.raises(OnleesbaarBestand, match="Regel 2"):
        decode(b"code;naam\n1;ge\x81n\n")


def test_two_codings_in_one_file_are_refused():
    mixed = "1;één\n".encode() + "2;één\n".encode("cp1252")

    with pytest.raises(OnleesbaarBestand, match="Regel 1 is in UTF-8"):
        decode(mixed)


@pytest.mark.parametrize("mark", [";", ",", "\t", "|"])
def test_the_delimiter_is_found_in_the_header(mark):
    assert detect_delimiter(mark.join(["code", "naam"])) == mark


def test_a_delimiter_within_quotes_does_not_count():
    assert detect_delimiter('code;"naam, voluit";jaar') == ";"


def test_two_delimiters_are_refused_rather_than_guessed():
    with pytest.raises(OnleesbaarBestand, match="puntkomma en een komma"):
        detect_delimiter("code;naam,jaar")


def test_no_delimiter_is_refused():
    with pytest.raises(OnleesbaarBestand, match="geen scheidingsteken"):
        detect_delimiter("code:naam:jaar")


def test_a_cell_over_two_lines_keeps_the_number_at_which_its_line_starts():
    blad = read_table(b'a;b\n1;"een\ntwee"\n3;4\n', "a.csv")

    assert [number for number, _ in blad.regels] == [2, 4]


def test_an_unclosed_quote_is_refused():
    with pytest.raises(OnleesbaarBestand, match="aanhalingsteken"):
        read_table(b'a;b\n1;"een\n', "a.csv")


@pytest.mark.parametrize("content", [b"", b"\n \n", b"\xef\xbb\xbf"])
def test_an_empty_file_is_refused(content):
    with pytest.raises(OnleesbaarBestand, match="leeg"):
        read_table(content, "a.csv")


def test_a_header_alone_is_refused():
    with pytest.raises(OnleesbaarBestand, match="geen regels"):
        read_table(b"code;naam\n", "a.csv")


def test_a_column_that_stands_there_twice_is_refused():
    with pytest.raises(OnleesbaarBestand, match="'jaar' staat er twee keer"):
        read_table(b"code;jaar;Jaar\n1;2;3\n", "a.csv")


def test_a_workbook_is_read_with_its_row_numbers():
    content = _workbook([["Code", "Bedrag"], [None, None], ["6.1", -12075]])

    blad = read_table(content, "begroting.xlsx")

    assert blad.koppen == ("code", "bedrag")
    assert blad.regels == ((3, ("6.1", -12075)),)


def test_a_workbook_with_two_filled_sheets_is_refused():
    with pytest.raises(OnleesbaarBestand, match="meer dan een blad"):
        read_table(_workbook([["a"], [1]], [["b"], [2]]), "a.xlsx")


def test_a_file_that_only_says_it_is_a_workbook_is_refused():
    with pytest.raises(OnleesbaarBestand, match="Excel"):
        read_table(b"code;naam\n1;2\n", "a.xlsx")


@pytest.mark.parametrize(
    "content", [b"geen json", b"[]", b'{"type": "Point"}', b'{"type": "FeatureCollection"}']
)
def test_what_is_no_map_is_refused(content):
    with pytest.raises(OnleesbaarBestand):
        read_geojson(content)


@given(st.binary(max_size=300))
def test_no_file_whatsoever_ends_in_anything_but_a_refusal(content):
    with contextlib.suppress(OnleesbaarBestand):
        assert read_table(content, "a.csv").koppen


def test_an_old_excel_file_is_told_apart_whatever_it_is_called():
    for naam in ("oud.xls", "oud.xlsx", "oud.csv"):
        with pytest.raises(OnleesbaarBestand) as refused:
            read_table(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"rest", naam)

        assert "bewaar het zonder wachtwoord als .xlsx" in str(refused.value)


def test_a_workbook_with_broken_parts_is_refused():
    whole = io.BytesIO(_workbook([["code"], ["1"]]))
    broken = io.BytesIO()
    with zipfile.ZipFile(whole) as source, zipfile.ZipFile(broken, "w") as target:
        for name in source.namelist():
            part = source.read(name)
            target.writestr(name, part[: len(part) // 2] if "sheet1" in name else part)

    with pytest.raises(OnleesbaarBestand, match="geen leesbaar Excel"):
        read_table(broken.getvalue(), "a.xlsx")


@pytest.mark.parametrize(
    "content",
    [
        b'{"type": "FeatureCollection", "features": [1]}',
        b'{"type": "FeatureCollection", "features": [{"properties": "x"}]}',
        b"[" * 200_000,
    ],
)
def test_a_map_with_something_else_in_it_is_refused(content):
    with pytest.raises(OnleesbaarBestand):
        read_geojson(content)
