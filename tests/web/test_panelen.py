import pytest
from django.db import connection
from django.template import Context, Template
from django.template.loader import get_template
from django.test import RequestFactory

from hengelo_sociaal.medewerkers.models import Medewerker
from hengelo_sociaal.medewerkers.rechten import Bereik, Recht
from hengelo_sociaal.web import panelen
from hengelo_sociaal.web.panelen import Paneel, Plek
from tests.factories.medewerkers import MedewerkerFactory
from tests.panelen import assert_vraagbudget

RECHT = Recht("proef.lezen", "Proef", {"loket": Bereik.GETALLEN, "jurist": Bereik.ALLES})

pytestmark = pytest.mark.django_db
ECHTE_PANELEN = [p for plek in Plek for p in panelen.panelen_van(plek)]


@pytest.fixture(autouse=True)
def eigen_register(monkeypatch):
    """A register of this test's own."""
    monkeypatch.setattr(panelen, "_PANELEN", {})


def _paneel(code="proef", laad=lambda user, onderwerp: {}, **extra):
    fields = {
        "plek": Plek.DOSSIER,
        "code": code,
        "titel": f"Paneel {code}",
        "volgorde": 1,
        "laad": laad,
        "sjabloon": "web/_verder.html",
        "rechten": (RECHT,),
        "vraagbudget": 0,
    }
    return Paneel(**fields | extra)


def _draw(rollen, onderwerp=None):
    request = RequestFactory().get("/")
    request.user = Medewerker(rollen=rollen, naam="Proef")
    source = (
        '{% panelen "dossier" onderwerp as p %}{{ p|length }}|{% panelen "dossier" onderwerp %}'
    )
    return Template(source).render(Context({"request": request, "onderwerp": onderwerp}))


def _breaks(user, onderwerp):
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1 FROM bestaat_niet")


def test_a_panel_gets_who_looks_and_what_it_is_about():
    seen = []
    panelen.registreer(_paneel(laad=lambda *args: seen.append(args) or {}))

    html = _draw(["loket"], "huishouden")

    assert "Naar mijn werk" in html
    assert [(user.naam, about) for user, about in seen[:1]] == [("Proef", "huishouden")]


def test_who_lacks_the_right_does_not_even_load_it():
    panelen.registreer(
        _paneel(laad=_breaks, minstens=Bereik.EIGEN), _paneel("ander", rechten=(), laad=_breaks)
    )

    assert _draw(["loket"]) == "0|"
    assert _draw(["beleid"]) == "0|"


def test_a_panel_with_nothing_to_show_is_left_out():
    panelen.registreer(_paneel(laad=lambda user, onderwerp: None))

    assert _draw(["loket"]) == "0|"


def test_a_panel_that_breaks_takes_neither_page_nor_transaction_down(caplog):
    panelen.registreer(_paneel("stuk", laad=_breaks), _paneel("heel", volgorde=2))

    html = _draw(["loket"])

    assert "Paneel stuk" in html
    assert "kan nu niet worden getoond" in html
    assert "Naar mijn werk" in html
    assert "panel stuk in dossier failed" in caplog.text
    assert MedewerkerFactory().pk  # the transaction of the page still works


def test_panels_stand_in_their_order():
    panelen.registreer(_paneel("b", volgorde=2), _paneel("a", volgorde=3), _paneel("c", volgorde=1))

    assert [p.code for p in panelen.panelen_van(Plek.DOSSIER)] == ["c", "b", "a"]


def test_a_code_is_used_once_in_a_place():
    panelen.registreer(_paneel(), _paneel(plek=Plek.MIJN_WERK))

    with pytest.raises(ValueError, match="twice"):
        panelen.registreer(_paneel(titel="Anders"))


def test_a_panel_is_held_to_its_budget():
    panelen.registreer(
        _paneel(
            "zuinig", laad=lambda user, about: {"n": Medewerker.objects.count()}, vraagbudget=1
        ),
        _paneel("gulzig", laad=lambda user, about: {"n": Medewerker.objects.count()}),
        _paneel("stuk", laad=_breaks, vraagbudget=9),
    )

    assert "Naar mijn werk" in assert_vraagbudget("dossier", "zuinig", Medewerker(naam="A"))
    with pytest.raises(AssertionError, match="SELECT COUNT"):
        assert_vraagbudget("dossier", "gulzig", Medewerker(naam="A"))
    with pytest.raises(AssertionError, match="broke"):
        assert_vraagbudget("dossier", "stuk", Medewerker(naam="A"))


@pytest.mark.parametrize("paneel", ECHTE_PANELEN, ids=lambda p: f"{p.plek}-{p.code}")
def test_every_real_panel_has_a_template_a_right_and_a_small_budget(paneel):
    get_template(paneel.sjabloon)

    assert paneel.rechten
    assert 0 < paneel.vraagbudget <= 9
