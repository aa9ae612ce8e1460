"""The few signs of a text, and what is filled in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hengelo_sociaal.papier.document import (
    Alinea,
    Handtekening,
    Handtekeningen,
    Kop,
    Lijst,
    Streep,
    Toon,
    Vet,
)
from hengelo_sociaal.papier.exceptions import OnbekendVeld, VeldOntbreekt
from hengelo_sociaal.papier.leesbaar import advice
from hengelo_sociaal.papier.sjabloontaal import check_text, fill, fill_line
from hengelo_sociaal.papier.soorten import Documentsoort, Invulling, Onderdeel, Veld, soorten

HAND = Handtekeningen((Handtekening("R. de Voorbeeld"),))
SOORT = Documentsoort(
    "proef",
    "Proef",
    "Om te proberen.",
    None,
    (Veld("naam", "de naam", "Roos"), Veld("dag", "de dag", "1 mei", verplicht=True)),
    (Onderdeel("hand", "handtekening", (HAND,), verplicht=True),),
)
VOL = Invulling(velden={"naam": "Roos", "dag": "1 mei", "leeg": ""}, onderdelen={"hand": (HAND,)})


@pytest.mark.parametrize(
    ("tekst", "blokken"),
    [
        ("Dag {naam}.", (Alinea(("Dag Roos.",)),)),
        ("Dag **{naam}**, tot {dag}", (Alinea(("Dag ", Vet("Roos"), ", tot 1 mei")),)),
        ("# Kop\nTekst", (Kop("Kop"), Alinea(("Tekst",)))),
        ("## Kop\nTekst", (Kop("Kop", 3), Alinea(("Tekst",)))),
        ("- een\n- {naam}", (Lijst(("een", "Roos")),)),
        ("1. een\n2. twee", (Lijst(("een", "twee"), genummerd=True),)),
        ("> mijn woorden", (Alinea(("mijn woorden",), Toon.CITAAT),)),
        ("! let op\n! twee", (Alinea(("let op\ntwee",), Toon.LET_OP),)),
        ("~ klein", (Alinea(("klein",), Toon.VOET),)),
        ("een\n\n---\n\ntwee", (Alinea(("een",)), Streep(), Alinea(("twee",)))),
        ("[[hand]]", (HAND,)),
        ("Tekst\n- punt\nna", (Alinea(("Tekst",)), Lijst(("punt",)), Alinea(("na",)))),
        ("een\r\n\r\ntwee", (Alinea(("een",)), Alinea(("twee",)))),
    ],
)
def test_what_a_text_becomes(tekst, blokken):
    assert fill(tekst, VOL) == blokken


def test_a_paragraph_with_an_empty_field_is_left_out():
    tekst = "Blijft.\n\nBel met {leeg}.\n\n- {leeg}\n- punt"

    assert fill(tekst, VOL) == (Alinea(("Blijft.",)), Lijst(("punt",)))


def test_a_heading_with_nothing_below_it_is_left_out():
    tekst = "# Weg\nBel met {leeg}.\n\n# Blijft\nTekst\n\n## Ook weg\n[[onbekend]]\n\n# Einde"

    assert fill(tekst, VOL) == (Kop("Blijft"), Alinea(("Tekst",)))


def test_a_field_is_filled_in_once_and_never_read_again():
    tricky = Invulling(velden={"naam": "{dag} **x** # [[hand]]", "dag": "1 mei"})

    assert fill("Dag {naam}", tricky) == (Alinea(("Dag {dag} **x** # [[hand]]",)),)
    assert fill_line("Plan van {naam}", VOL) == "Plan van Roos"


@pytest.mark.parametrize(
    ("titel", "tekst", "veld", "zin"),
    [
        ("Dag", "{dag} {geboortedatum} [[hand]]", "tekst", "{geboortedatum} bestaat hier niet"),
        ("{bsn}", "{dag} [[hand]]", "titel", "U kunt kiezen uit: {dag}, {naam}"),
        ("Dag", "{dag} [[hand]] [[adres]]", "tekst", "[[adres]] kan hier niet"),
        ("[[hand]]", "{dag} [[hand]]", "titel", "[[hand]] kan hier niet"),
    ],
)
def test_an_unknown_field_is_refused_with_what_may_be_used(titel, tekst, veld, zin):
    with pytest.raises(OnbekendVeld) as refusal:
        check_text(SOORT, titel, tekst)

    assert zin in refusal.value.velden[veld]


def test_what_must_be_in_the_text_is_named():
    with pytest.raises(VeldOntbreekt) as refusal:
        check_text(SOORT, "Dag {naam}", "Tekst")

    assert refusal.value.velden == {"tekst": "Dit moet altijd in de tekst staan: {dag}, [[hand]]."}


@pytest.mark.parametrize("soort", soorten(), ids=lambda soort: soort.code)
def test_the_texts_that_we_ship_fit_their_kind_and_read_easily(soort):
    from hengelo_sociaal.papier.laden import read_text

    titel, tekst = read_text(soort.bestand)

    check_text(soort, titel, tekst)
    assert fill(tekst, soort.voorbeeld())
    assert advice(tekst) == []


@given(st.text(max_size=400), st.text(max_size=50))
def test_any_text_becomes_blocks_without_holes(tekst, naam):
    blokken = fill(tekst, Invulling(velden={"naam": naam}))

    for blok in blokken:
        if isinstance(blok, Alinea):
            assert blok.tekst.strip()


@pytest.mark.parametrize(
    ("tekst", "zin"),
    [
        ("Indien u belt.", "“indien” is ambtelijk. Schrijf liever “als”."),
        ("woord " * 24 + "woord.", "Een zin van 25 woorden"),
        ("De maatwerkvoorzieningsverordening geldt.", "is een lang woord"),
    ],
)
def test_advice_says_what_could_be_plainer(tekst, zin):
    assert any(zin in line for line in advice(tekst))


def test_plain_text_needs_no_advice():
    assert advice("U kunt ons bellen. Wij helpen u graag. {naam} [[onderdeel]]") == []
