import xml.etree.ElementTree as ET

import pytest
from django.template import Context, Template
from hypothesis import given, settings
from hypothesis import strategies as st

from hengelo_sociaal.web import grafieken as g

VIERKANT = {"type": "Polygon", "coordinates": [[[0, 0], [10, 0], [10, 10], [0, 10], [0, 0]]]}


def _punten(*waarden):
    return [g.Punt(f"p{i}", waarde) for i, waarde in enumerate(waarden)]


def _svg(chart):
    drawn = str(chart)
    return ET.fromstring(drawn[drawn.index("<svg") : drawn.index("</svg>") + 6])


def _with_class(svg, name):
    return [e for e in svg.iter() if name in e.get("class", "").split()]


def _figure(chart):
    return Template("{% grafiek chart %}").render(Context({"chart": chart}))


def _lijn(**extra):
    return g.Lijn(
        **{"titel": "Hulpvragen", "bevinding": "Het steeg.", "punten": _punten(4, 5, 9), **extra}
    )


def test_a_chart_has_its_finding_a_drawing_with_words_and_a_table():
    html = _figure(_lijn())

    assert '<figcaption class="hs-bevinding">Het steeg.</figcaption>' in html
    assert 'role="img" aria-labelledby="g-hulpvragen-t g-hulpvragen-d"' in html
    assert '<title id="g-hulpvragen-t">Hulpvragen</title>' in html
    assert "Toon als tabel" in html
    assert html.count("<td") == 3


def test_a_line_says_at_its_end_what_it_is():
    svg = _svg(_lijn(naam="2026", vorig=_punten(3, 3, 8), vorig_naam="2025", doel=7))

    words = {e.text for e in svg.iter() if e.tag == "text" and "t-" in e.get("class", "")}
    assert {"2026: 9", "2025: 8", "streefwaarde: 7"} <= words


def test_an_unknown_value_leaves_a_gap_and_is_not_drawn_as_zero():
    svg = _svg(_lijn(punten=_punten(4, 5, None, 6, 7)))

    assert len(_with_class(svg, "lijn")) == 2
    assert len(_with_class(svg, "punt")) == 4


def test_a_suppressed_value_is_hatched_and_its_number_is_nowhere():
    punten = [g.Punt("jan", 40), g.Punt("feb", 7, onderdrukt=True), g.Punt("mrt", 50)]

    html = _figure(_lijn(punten=punten))

    assert "niet getoond" in html
    assert ">7<" not in html
    assert "feb: 7" not in html
    assert 'fill="url(#g-hulpvragen-arcering)"' in html


@pytest.mark.parametrize(
    "punten", [[], _punten(5), _punten(None, None), _punten(0, 0), _punten(-3, 2)]
)
def test_a_line_of_little_or_nothing_is_still_a_drawing(punten):
    assert _svg(_lijn(punten=punten)).get("viewBox") == "0 0 720 250"


@settings(max_examples=50)
@given(
    st.lists(st.none() | st.floats(min_value=-1e6, max_value=1e6), max_size=30),
    st.none() | st.integers(min_value=0, max_value=10**6),
)
def test_every_point_of_a_line_is_on_the_drawing(waarden, doel):
    svg = _svg(_lijn(punten=_punten(*waarden), doel=doel))

    for circle in _with_class(svg, "punt"):
        assert 0 <= float(circle.get("cx")) <= 720
        assert 0 <= float(circle.get("cy")) <= 250


def test_words_of_people_are_escaped_in_a_chart():
    html = _figure(_lijn(titel="<b>x", punten=[g.Punt("<i>", 1)]))

    assert "<b>" not in html
    assert "<i>" not in html


def test_a_bar_stays_within_its_box_and_marks_the_target():
    svg = ET.fromstring(str(g.Bullet(120, 100, 100, "fout")))

    assert _with_class(svg, "staaf")[0].get("width") == "300"
    assert _with_class(svg, "merk")[0].get("x") == "298.5"


def test_a_bullet_without_target_has_no_mark():
    assert not _with_class(ET.fromstring(str(g.Bullet(5, None, 10))), "merk")


def test_bars_are_a_table_with_links_values_and_change():
    bars = [
        g.Balk(g.Punt("Zorgloket", 110), 100, adres="?vindplaats=zorgloket"),
        g.Balk(g.Punt("Politie", 3, onderdrukt=True), 20),
    ]

    html = _figure(
        g.Balken(titel="Per vindplaats", balken=bars, rij_naam="Vindplaats", merk_naam="2025")
    )

    assert '<a href="?vindplaats=zorgloket">Zorgloket</a>' in html
    assert "+10%" in html
    assert '<td class="n">niet getoond</td>' in html
    assert "streepje = 2025" in html
    assert "Toon als tabel" not in html


def test_small_multiples_share_one_scale():
    chart = g.Minis(
        titel="Per wijk",
        reeksen=[g.Mini("Noord", _punten(10, 20)), g.Mini("Woolde", _punten(70, 80))],
    )

    assert "gelijke schaal (0–80)" in chart.uitleg
    low, high = (rij["punt"] for rij in chart.context()["reeksen"])
    assert float(low[1]) > float(high[1])
    assert _figure(chart).count('scope="row"') == 2


def test_a_suppressed_small_line_shows_no_last_point():
    chart = g.Minis(
        titel="Per wijk", reeksen=[g.Mini("Noord", [g.Punt("jan", 4, onderdrukt=True)])]
    )

    html = _figure(chart)

    assert "niet getoond" in html
    assert ">4<" not in html


def _gebieden(*waarden):
    return [g.Gebied(f"WK01640{nr}", g.Punt(f"Wijk {nr}", w)) for nr, w in enumerate(waarden)]


def test_the_tile_map_has_a_place_for_every_wijk_and_no_two_in_one():
    places = list(g.kaart.HENGELO.values())

    assert len(places) == 10
    assert len(set(places)) == 10


def test_the_highest_district_is_darkest_and_its_text_light():
    svg = _svg(g.Tegelkaart(titel="Kaart", gebieden=_gebieden(10, 20, 100)))

    assert len(_with_class(svg, "gebied")) == 3
    assert len(_with_class(svg, "trap-4")) == 1
    assert len(_with_class(svg, "op-donker")) == 2


def test_the_legend_of_whole_numbers_has_each_number_once():
    chart = g.Tegelkaart(titel="Kaart", gebieden=_gebieden(6, 10, 11, 14))

    assert [text for _, text in chart.legenda()] == [
        "6 t/m 7",
        "8 t/m 9",
        "10",
        "11 t/m 12",
        "13 t/m 14",
    ]
    assert [chart.trap(value) for value in (7, 8, 10, 11, 13)] == [0, 1, 2, 3, 4]


def test_a_colour_that_no_whole_number_can_have_is_not_in_the_legend():
    chart = g.Tegelkaart(titel="Kaart", gebieden=_gebieden(1, 3))

    assert chart.legenda() == [(0, "1"), (2, "2"), (4, "3")]


def test_a_suppressed_district_is_hatched():
    areas = [*_gebieden(10), g.Gebied("WK016409", g.Punt("Buitengebied", 3, onderdrukt=True))]

    html = _figure(g.Tegelkaart(titel="Kaart", gebieden=areas))

    assert 'fill="url(#g-kaart-arcering)"' in html
    assert "minder dan 10, niet getoond" in html
    assert ">3<" not in html


def test_a_map_with_links_is_no_image_for_screen_readers():
    areas = [g.Gebied("WK016400", g.Punt("Binnenstad", 3), adres="?wijk=WK016400")]

    html = _figure(g.Tegelkaart(titel="Kaart", gebieden=areas))

    assert 'role="group"' in html
    assert 'aria-label="Binnenstad: 3"' in html


@pytest.mark.parametrize(
    "geometry", [VIERKANT, {"type": "MultiPolygon", "coordinates": [VIERKANT["coordinates"]] * 2}]
)
def test_real_borders_are_drawn_within_the_width(geometry):
    geojson = {
        "features": [
            {"properties": {"wijkcode": "WK016400"}, "geometry": geometry},
            {"properties": {"wijkcode": "WK999999"}, "geometry": VIERKANT},
        ]
    }

    svg = _svg(g.Choropleet(titel="Kaart", gebieden=_gebieden(5), geojson=geojson))

    (path,) = _with_class(svg, "gebied")
    numbers = [float(n) for n in path.get("d").translate(str.maketrans("MLZ", "   ")).split()]
    width, height = (float(n) for n in svg.get("viewBox").split()[2:])
    assert 0 <= min(numbers[::2]) <= max(numbers[::2]) <= width
    assert 0 <= min(numbers[1::2]) <= max(numbers[1::2]) <= height


def test_what_is_no_area_is_refused():
    with pytest.raises(ValueError, match="Point"):
        list(g.kaart.rings({"type": "Point", "coordinates": [0, 0]}))


def test_a_tile_says_its_judgement_in_words():
    html = str(
        g.Tegel(naam="Binnen de termijn", waarde="87%", toon="let", doel="Streefwaarde: 90%")
    )

    assert "Aandacht" in html
    assert "hs-tegel--let" in html
    assert "hs-badge" not in str(g.Tegel(naam="Hulpvragen", waarde="468"))
