import datetime as dt

import pytest
from django import forms

from hengelo_sociaal.kern.fouten import Conflict, OngeldigeInvoer
from hengelo_sociaal.web.formulieren import DatumVeld, GeldVeld, JaNeeVeld, KeuzeVeld, formfout
from hengelo_sociaal.web.templatetags.hs import foutsamenvatting, veld


class ProefForm(forms.Form):
    naam = forms.CharField(label="Naam", help_text="Zoals op het paspoort.")
    dag = DatumVeld(label="Dag", required=False)
    bedrag = GeldVeld(label="Bedrag", required=False)
    hoe = KeuzeVeld(
        label="Hoe gaat het?",
        choices=[("goed", "Gaat goed"), ("hulp", "Hulp nodig")],
        tonen={"hulp": "fout"},
        required=False,
    )
    akkoord = JaNeeVeld(label="Akkoord", required=False)
    wetten = forms.MultipleChoiceField(
        label="Wetten",
        choices=[("wmo", "Wmo")],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    bericht = forms.BooleanField(label="Stuur bericht", required=False)


def _form(**data):
    return ProefForm({"naam": "Jolanda"} | data)


@pytest.mark.parametrize(
    "tekst",
    ["24-11-2026", "24112026", "24/11/2026", "24 nov 2026", "24 november 2026", "2026-11-24"],
)
def test_a_date_is_read_however_people_write_it(tekst):
    form = _form(dag=tekst)

    assert form.is_valid()
    assert form.cleaned_data["dag"] == dt.date(2026, 11, 24)


@pytest.mark.parametrize("tekst", ["31-02-2026", "24-11-26", "gisteren", "24 nor 2026", "0-0-0000"])
def test_what_is_no_date_is_refused_with_an_example(tekst):
    form = _form(dag=tekst)

    assert form.errors["dag"] == ["Vul een datum in zoals 24-11-2026."]
    assert f'value="{tekst}"' in str(form["dag"])


@pytest.mark.parametrize(
    ("tekst", "centen"),
    [("1.234,56", 123456), ("€ 12", 1200), ("12,5", 1250), ("12,-", 1200), ("1234", 123400)],
)
def test_an_amount_is_kept_in_cents(tekst, centen):
    form = _form(bedrag=tekst)

    assert form.is_valid()
    assert form.cleaned_data["bedrag"] == centen


@pytest.mark.parametrize("tekst", ["12.50", "1,234.56", "veel", "12,345"])
def test_an_amount_that_may_mean_something_else_is_refused(tekst):
    assert _form(bedrag=tekst).errors["bedrag"] == ["Vul een bedrag in euro's in, zoals 1.234,56."]


def test_an_amount_below_the_least_is_refused():
    assert "niet lager" in _form(bedrag="-1").errors["bedrag"][0]


def test_cents_are_shown_as_euros():
    form = ProefForm(initial={"bedrag": 123456})

    assert 'value="1.234,56"' in str(form["bedrag"])


@pytest.mark.parametrize(("antwoord", "waarde"), [("ja", True), ("nee", False), ("", None)])
def test_yes_no_and_open_are_three_answers(antwoord, waarde):
    form = _form(akkoord=antwoord)

    assert form.is_valid()
    assert form.cleaned_data["akkoord"] is waarde


def test_a_segmented_choice_is_radio_buttons_with_a_tone():
    html = str(ProefForm(initial={"hoe": "hulp"})["hoe"])

    assert html.count('type="radio"') == 2
    assert 'class="toon-fout"' in html
    assert html.count("checked") == 1


def test_help_and_error_are_tied_to_the_field():
    html = veld(ProefForm({})["naam"])

    assert 'aria-describedby="id_naam_helptext id_naam_error"' in html
    assert 'id="id_naam_helptext"' in html
    assert 'id="id_naam_error"' in html
    assert 'aria-invalid="true"' in html
    assert "Vul dit in." in html


def test_what_is_required_is_said_in_words_and_not_left_to_the_browser():
    required, optional = veld(ProefForm()["naam"]), veld(ProefForm()["dag"])

    assert 'aria-required="true"' in required
    assert " required" not in required
    assert "(niet verplicht)" in optional
    assert "(niet verplicht)" not in required


def test_a_radio_button_is_not_left_to_the_browser_either():
    class Uitkomst(forms.Form):
        uitkomst = forms.ChoiceField(choices=[("door", "Zo doorgaan")], widget=forms.RadioSelect)

    drawn = str(veld(Uitkomst()["uitkomst"]))

    assert 'type="radio"' in drawn
    assert " required" not in drawn


@pytest.mark.parametrize("naam", ["hoe", "akkoord", "wetten"])
def test_a_group_is_a_fieldset_with_a_legend(naam):
    html = veld(ProefForm()[naam])

    assert html.lstrip().startswith("<fieldset")
    assert "<legend" in html


def test_one_checkbox_has_its_label_behind_it():
    html = veld(ProefForm()["bericht"])

    assert html.index("<input") < html.index("Stuur bericht")


def test_the_whole_form_starts_with_links_to_what_is_wrong():
    html = str(_form(dag="x", wetten="geen"))

    assert 'href="#id_dag"' in html
    assert 'href="#id_wetten_0"' in html
    assert html.index("data-foutsamenvatting") < html.index('name="naam"')


def test_a_right_form_has_no_summary():
    assert foutsamenvatting(_form()) == {"formulieren": []}


def test_a_refusal_stands_beside_the_field_it_names():
    form = _form()
    form.is_valid()

    formfout(form, OngeldigeInvoer(velden={"dag": "Deze dag is al geweest."}))

    assert form.errors["dag"] == ["Deze dag is al geweest."]
    assert form.non_field_errors() == []


def test_a_refusal_without_a_field_here_is_not_lost():
    form = _form()
    form.is_valid()

    formfout(form, OngeldigeInvoer(velden={"elders": "Kies een huishouden."}))
    formfout(form, Conflict("Er is al een plan."))

    assert form.non_field_errors() == ["Kies een huishouden.", "Er is al een plan."]


class Plat(forms.Form):
    """A form of fields whose sentences are the framework's own elsewhere."""

    naam = forms.CharField(max_length=5, required=False)
    getal = forms.IntegerField(min_value=0, max_value=120, required=False)
    keuze = forms.ChoiceField(choices=[("a", "A")], required=False)
    keuzes = forms.MultipleChoiceField(choices=[("a", "A")], required=False)
    tijd = forms.TimeField(required=False)


@pytest.mark.parametrize(
    ("veld", "getypt", "zin"),
    [
        ("naam", "te lang", "Dit is te lang: er passen 5 tekens, het zijn er nu 7."),
        ("getal", "oud", "Vul een heel getal in, alleen met cijfers."),
        ("getal", "-5", "Vul een getal van 0 of hoger in."),
        ("getal", "121", "Vul een getal tot en met 120 in."),
        ("keuze", "b", "Kies iets uit de lijst."),
        ("keuzes", ["b"], "Kies iets uit de lijst."),
        ("tijd", "half drie", "Vul een tijd in zoals 14:30."),
    ],
)
def test_a_form_says_in_plain_words_what_is_wrong(veld, getypt, zin):
    assert Plat({veld: getypt}).errors[veld] == [zin]
