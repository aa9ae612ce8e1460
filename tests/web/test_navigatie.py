import pytest
from django.urls import reverse

from hengelo_sociaal.medewerkers.models import Medewerker
from hengelo_sociaal.medewerkers.rechten import Bereik, Recht
from hengelo_sociaal.web import navigatie
from hengelo_sociaal.web.navigatie import Groep, Item, Voordeur, Zoekveld

RECHT = Recht("proef.lezen", "Proef", {"loket": Bereik.GETALLEN, "jurist": Bereik.ALLES})


@pytest.fixture
def eigen_register(monkeypatch):
    """A menu of this test's own."""
    monkeypatch.setattr(navigatie, "_ITEMS", {})
    monkeypatch.setattr(navigatie, "_ZOEKVELDEN", [])
    monkeypatch.setattr(navigatie, "_VOORDEUREN", {})


def _labels(medewerker, pad="/"):
    return [r.item.label for rows in navigatie.menu(medewerker, pad).values() for r in rows]


def test_people_see_only_what_they_may_open(eigen_register):
    navigatie.registreer(
        Item(Groep.TOEGANG, "Werk", "home", "mijn-werk", 0),
        Item(Groep.STURING, "Hulp", "help", "hulp", 0, rechten=(RECHT,), minstens=Bereik.EIGEN),
    )

    assert _labels(Medewerker(rollen=["jurist"])) == ["Werk", "Hulp"]
    assert _labels(Medewerker(rollen=["loket"])) == ["Werk"]
    assert _labels(Medewerker(rollen=[])) == ["Werk"]


def test_the_menu_keeps_its_order_whatever_app_came_first(eigen_register):
    navigatie.registreer(
        Item(Groep.BEHEER, "C", "home", "gezond", 0),
        Item(Groep.TOEGANG, "B", "home", "hulp", 2),
        Item(Groep.TOEGANG, "A", "home", "mijn-werk", 1),
    )

    assert _labels(Medewerker()) == ["A", "B", "C"]


def test_the_deepest_entry_above_the_page_is_the_current_one(eigen_register):
    navigatie.registreer(
        Item(Groep.TOEGANG, "Werk", "home", "mijn-werk", 0),
        Item(Groep.TOEGANG, "Gids", "home", "stijlgids", 1),
        Item(Groep.TOEGANG, "Tablet", "home", "stijlgids-tablet", 2),
    )

    rows = navigatie.menu(Medewerker(), "/stijlgids/tablet/4")["Toegang"]

    assert [r.item.label for r in rows if r.huidig] == ["Tablet"]


def test_open_work_is_counted_for_who_looks(eigen_register):
    navigatie.registreer(
        Item(Groep.TOEGANG, "Werk", "home", "mijn-werk", 0, teller=lambda m: len(m.naam))
    )

    (row,) = navigatie.menu(Medewerker(naam="Anna"), "/")["Toegang"]

    assert row.aantal == 4


def test_an_entry_without_address_is_left_out(eigen_register, caplog):
    navigatie.registreer(Item(Groep.TOEGANG, "Weg", "home", "bestaat-niet", 0))

    assert navigatie.menu(Medewerker(), "/") == {}
    assert "bestaat-niet" in caplog.text


def test_an_address_stands_in_the_menu_once(eigen_register):
    navigatie.registreer(Item(Groep.TOEGANG, "A", "home", "hulp", 0))

    with pytest.raises(ValueError, match="twice"):
        navigatie.registreer(Item(Groep.TOEGANG, "B", "home", "hulp", 0))


def test_only_who_may_search_people_gets_the_search_box(eigen_register):
    box = Zoekveld("hulp", "Zoek", RECHT)
    navigatie.registreer_zoekveld(box)

    assert navigatie.zoekveld_voor(Medewerker(rollen=["loket"])) == box
    assert navigatie.zoekveld_voor(Medewerker(rollen=["beleid"])) is None


def test_every_entry_of_the_real_menu_has_an_address():
    assert all(reverse(item.url) for item in navigatie.items())


def test_residents_see_every_front_door_and_where_they_are(eigen_register):
    navigatie.registreer_voordeur(Voordeur("Tweede", "stijlgids", 20))
    navigatie.registreer_voordeur(Voordeur("Eerste", "gezond", 10, vragen=True))
    navigatie.registreer_voordeur(Voordeur("Nergens", "bestaat-niet", 30))

    assert navigatie.voordeuren("/stijlgids/tablet") == [
        ("Eerste", "/gezond", False),
        ("Tweede", "/stijlgids", True),
    ]
    assert navigatie.vraagdeur() == "/gezond"


def test_without_a_page_to_ask_there_is_no_address(eigen_register):
    navigatie.registreer_voordeur(Voordeur("Kaart", "gezond", 10))

    assert navigatie.vraagdeur() == ""
