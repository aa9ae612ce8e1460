"""Which characters can be printed, held against the fonts that we ship."""

import unicodedata

import pytest
from fontTools.ttLib import TTFont
from hypothesis import given
from hypothesis import strategies as st

from hengelo_sociaal.papier.tekens import BREEK, LANG_WOORD, LETTERTYPEN, breakable, printable


def test_the_list_is_what_the_fonts_can_draw():
    drawn = set()
    for file in LETTERTYPEN.glob("*.ttf"):
        drawn |= {point for point in TTFont(file).getBestCmap() if point >= 0x20}

    visible = {p for p in drawn if unicodedata.category(chr(p)) not in {"Cc", "Cf", "Zl", "Zp"}}
    composed = {p for p in visible if unicodedata.normalize("NFC", chr(p)) == chr(p)}
    assert {p for p in composed if printable(chr(p)) != chr(p)} == set()
    assert printable("\U00010900") == "□"


def test_every_font_has_its_licence_beside_it():
    told = (LETTERTYPEN / "LEESMIJ.md").read_text()

    assert all(file.name in told for file in LETTERTYPEN.glob("*.ttf"))
    assert (LETTERTYPEN / "OFL.txt").exists()
    assert (LETTERTYPEN / "DEJAVU.txt").exists()


@pytest.mark.parametrize(
    ("tekst", "gedrukt"),
    [
        ("gewoon", "gewoon"),
        ("e\u0301e\u0301n", "één"),
        ("tab\ttussen", "tab tussen"),
        ("bel\x07 nul\x00", "bel nul"),
        ("zacht\u00adafbreken", "zachtafbreken"),
        ("omgekeerd\u202etxet", "omgekeerdtxet"),
        ("汉", "□"),
        ("a\r\nb\rc", "a\nb\nc"),
    ],
)
def test_what_is_printed_of_a_text(tekst, gedrukt):
    assert printable(tekst) == gedrukt


@given(st.text())
def test_a_printable_text_stays_as_it_is(tekst):
    once = printable(tekst)

    assert printable(once) == once
    assert "\x00" not in once


@given(st.text())
def test_a_place_to_break_changes_no_letter(tekst):
    assert breakable(tekst).replace(BREEK, "") == tekst.replace(BREEK, "")


def test_only_very_long_words_get_a_place_to_break():
    assert BREEK not in breakable("schuldhulpverlening en een gewone zin")
    assert breakable("x" * (LANG_WOORD + 1)) == "x" * LANG_WOORD + BREEK + "x"
