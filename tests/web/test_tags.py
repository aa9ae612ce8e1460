import datetime as dt
import uuid

import pytest
from django.core.paginator import Paginator
from django.template import Context, Template, TemplateSyntaxError
from django.test import RequestFactory

DAG = dt.date(2026, 11, 24)


def _draw(source, pad="/", **context):
    return Template(source).render(Context(context | {"request": RequestFactory().get(pad)}))


def test_an_icon_is_for_the_eye_only():
    html = _draw('{% icoon "home" %}')

    assert 'aria-hidden="true"' in html
    assert "iconen.svg#home" in html


def test_an_unknown_icon_is_a_mistake_of_ours():
    with pytest.raises(TemplateSyntaxError, match="geen-icoon"):
        _draw('{% icoon "geen-icoon" %}')


def test_a_badge_says_its_state_in_words_and_repeats_it():
    html = _draw('{% badge "Te laat" "fout" %}')

    assert "Te laat" in html
    assert "hs-badge--fout" in html
    assert "#circle-x" in html


def test_an_unknown_tone_is_a_mistake_of_ours():
    with pytest.raises(TemplateSyntaxError, match="paars"):
        _draw('{% badge "x" "paars" %}')


def test_words_of_people_are_escaped():
    evil = "<script>alert(1)</script>"

    html = _draw(
        "{% badge x %}{% avatar x %}{{ x|markeer:'script' }}{% kaart x %}{{ x }}{% eindkaart %}",
        x=evil,
    )

    assert "<script>" not in html
    assert "<mark>script</mark>" in html


@pytest.mark.parametrize(
    ("dagen", "gehaald", "woorden", "toon"),
    [
        (-1, False, "1 dag te laat", "hs-dag--fout"),
        (3, False, "nog 3 dagen", "hs-dag--let"),
        (7, False, "nog 7 dagen", "hs-dag--let"),
        (-1, True, "gehaald", "hs-dag--goed"),
    ],
)
def test_a_term_says_in_words_what_its_colour_repeats(dagen, gehaald, woorden, toon):
    html = _draw(
        '{% termijn einde "Onderzoek" gehaald=gehaald op=op %}',
        einde=DAG + dt.timedelta(days=dagen),
        gehaald=gehaald,
        op=DAG,
    )

    assert woorden in html
    assert toon in html


def test_a_term_that_is_no_longer_needed_is_never_late():
    html = _draw(
        '{% termijn einde "Plan" "2.3.2" stil=True op=op %}',
        einde=DAG - dt.timedelta(days=9),
        op=DAG,
    )

    assert "te laat" not in html
    assert "hs-dag--" not in html
    assert ">2.3.2<" in html


def test_a_term_far_away_has_no_colour():
    html = _draw('{% termijn einde "Onderzoek" op=op %}', einde=DAG + dt.timedelta(days=30), op=DAG)

    assert "hs-dag--" not in html


def test_a_card_has_a_heading_and_what_is_in_it():
    html = _draw(
        '{% kaart "Plan" icoon_naam="clock" rechts="3 doelen" %}<p>{{ x }}</p>{% eindkaart %}',
        x="1 < 2",
    )

    assert ">Plan</h2>" in html
    assert "<p>1 &lt; 2</p>" in html
    assert "3 doelen" in html


def test_the_breadcrumb_ends_where_we_are():
    html = _draw('{% kruimels "Plannen" "/plannen" "Plan 4" %}')

    assert '<a href="/plannen">Plannen</a>' in html
    assert '<li aria-current="page">Plan 4</li>' in html


def test_paging_keeps_the_filters():
    page = Paginator(range(100), 10).page(2)

    html = _draw("{% paginering p %}", "/contacten?wijk=WK016400&pagina=2", p=page)

    assert 'href="?wijk=WK016400&amp;pagina=3"' in html
    assert '<span aria-current="page">' in html


def test_a_list_of_one_page_has_no_paging():
    assert _draw("{% paginering p %}", p=Paginator([1], 10).page(1)).strip() == ""


def test_a_head_sorts_up_then_down():
    up = _draw('{% sorteerkop "Naam" "naam" %}', "/x?pagina=3")
    down = _draw('{% sorteerkop "Naam" "naam" %}', "/x?sorteer=naam")

    assert 'href="?sorteer=naam"' in up
    assert 'href="?sorteer=-naam"' in down
    assert 'aria-sort="ascending"' in down


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("{{ 123456|geld }}", "€\u00a01.234,56"),
        ("{{ 123456|geld:0 }}", "€\u00a01.235"),
        ("{{ 1234|getal }}", "1.234"),
        ("{{ 87|percentage }}", "87%"),
        ("{{ 2|verschil }}", "+2"),
        ("{{ niets|geld }}{{ niets|getal }}", ""),
        ('{{ 1|aantal:"persoon,personen" }}', "1 persoon"),
        ('{{ 4|aantal:"persoon,personen" }}', "4 personen"),
        ("{{ geboren|leeftijd:dag }}", "40 jaar"),
    ],
)
def test_filters_write_dutch(source, text):
    assert _draw(source, geboren=dt.date(1986, 3, 14), dag=DAG) == text


def test_a_form_that_comes_back_keeps_its_key():
    key = uuid.uuid4()
    sent = RequestFactory().post("/", {"formuliersleutel": str(key)})
    wrong = RequestFactory().post("/", {"formuliersleutel": "<x>"})

    kept = Template("{% formuliersleutel %}").render(Context({"request": sent}))
    fresh = Template("{% formuliersleutel %}").render(Context({"request": wrong}))

    assert str(key) in kept
    assert str(key) not in fresh
    assert "<x>" not in fresh
