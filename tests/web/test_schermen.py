import re
import uuid

import pytest
from django.core.exceptions import SuspiciousOperation
from django.http import HttpResponse
from django.test import Client, RequestFactory
from django.urls import path
from django_htmx.middleware import HtmxDetails

import hengelo_sociaal.urls
from hengelo_sociaal.kern.fouten import Conflict, NietGevonden, OngeldigeInvoer
from hengelo_sociaal.medewerkers.poort import iedereen, openbaar
from hengelo_sociaal.web.htmx import (
    lees_formuliersleutel,
    redirect_anyhow,
    render_fragment_or_page,
    wants_fragment,
)
from tests.factories.medewerkers import MedewerkerFactory

pytestmark = pytest.mark.django_db
HTMX = {"HX-Request": "true"}


def _raising(error, for_whom=openbaar):
    def view(request):
        raise error

    return for_whom(view)


urlpatterns = [
    path("conflict", _raising(Conflict("Er is al een plan."))),
    path("weg", _raising(NietGevonden())),
    path("invoer", _raising(OngeldigeInvoer(velden={"naam": "Vul de naam in."}))),
    path("slecht", _raising(SuspiciousOperation("x"))),
    path("stuk", _raising(ZeroDivisionError("x"))),
    path("stuk-werk", _raising(ZeroDivisionError("x"), iedereen)),
    path("goed", openbaar(lambda request: HttpResponse("goed"))),
    *hengelo_sociaal.urls.urlpatterns,
]
handler400 = hengelo_sociaal.urls.handler400
handler403 = hengelo_sociaal.urls.handler403
handler404 = hengelo_sociaal.urls.handler404
handler500 = hengelo_sociaal.urls.handler500


@pytest.fixture
def proef_urls(settings):
    settings.ROOT_URLCONF = __name__


@pytest.fixture
def loket(client):
    client.force_login(
        MedewerkerFactory(naam="S. Kamphuis", rollen=["loket"]),
        backend="django.contrib.auth.backends.ModelBackend",
    )
    return client


def _request(**headers):
    request = RequestFactory().get("/", headers=headers)
    request.htmx = HtmxDetails(request)
    return request


@pytest.mark.parametrize(
    ("adres", "status", "woorden"),
    [
        ("/conflict", 409, "Er is al een plan."),
        ("/weg", 404, "Dit is niet gevonden."),
        ("/invoer", 400, "Vul de naam in."),
        ("/slecht", 400, "Dit verzoek klopt niet"),
        ("/bestaat-niet", 404, "Deze pagina is niet gevonden"),
        ("/stijlgids", 403, "U heeft hier geen toegang toe"),
    ],
)
def test_an_error_page_says_what_happened_and_offers_a_way_on(
    proef_urls, loket, adres, status, woorden
):
    answer = loket.get(adres)

    page = answer.content.decode()
    assert answer.status_code == status
    assert woorden in page
    assert 'href="/"' in page
    assert "Uitloggen" in page


def test_a_resident_who_lost_the_way_is_led_to_the_public_pages(client, db):
    page = client.get("/sociale-kaart/bestaat-niet").content.decode()

    assert "Deze pagina is niet gevonden" in page
    assert 'href="/sociale-kaart">Sociale kaart</a>' in page
    assert "uw werk" not in page


@pytest.mark.parametrize("adres", ["/conflict", "/weg", "/invoer", "/slecht", "/bestaat-niet"])
def test_a_resident_is_led_to_the_pages_for_residents_and_not_to_our_work(
    proef_urls, client, adres
):
    page = client.get(adres).content.decode()

    assert 'href="/sociale-kaart">Sociale kaart</a>' in page
    assert "Naar mijn werk" not in page


def test_a_resident_for_whom_something_broke_is_led_to_the_pages_for_residents(
    proef_urls, django_assert_num_queries, settings
):
    client, settings.CONTACT_EMAIL = Client(raise_request_exception=False), "hulp@hengelo.example"

    with django_assert_num_queries(0):
        page = client.get("/stuk").content.decode()

    assert 'href="/sociale-kaart">Sociale kaart</a>' in page
    assert "hulp@hengelo.example" in page
    assert "mijn werk" not in page


def test_a_worker_for_whom_something_broke_is_led_back_to_the_work(proef_urls, loket):
    loket.raise_request_exception = False

    page = loket.get("/stuk-werk").content.decode()

    assert "Dit ligt niet aan u." in page
    assert "Naar mijn werk" in page
    assert "Stel uw vraag" not in page


def test_an_address_that_only_takes_what_is_sent_says_so_to_who_opens_it(loket, client):
    page = loket.get("/uitloggen")

    assert page.status_code == 405
    assert page["Allow"] == "POST, OPTIONS"
    assert "Deze pagina kunt u niet zo openen" in page.content.decode()
    assert "Naar mijn werk" in page.content.decode()
    assert loket.put("/uitloggen").content == b""


def test_what_breaks_answers_with_words_and_without_the_database(
    proef_urls, django_assert_num_queries
):
    client = Client(raise_request_exception=False)

    with django_assert_num_queries(0):
        answer = client.get("/stuk")

    assert answer.status_code == 500
    assert "Dit ligt niet aan u." in answer.content.decode()


def test_a_refusal_in_a_fragment_lands_in_the_message_area(proef_urls, client):
    answer = client.get("/conflict", headers=HTMX)

    assert answer.status_code == 422
    assert answer["HX-Retarget"] == "#berichten"
    assert "Er is al een plan." in answer.content.decode()
    assert "<html" not in answer.content.decode()


def test_a_form_that_was_open_too_long_says_what_to_do(proef_urls):
    answer = Client(enforce_csrf_checks=True).post("/inloggen", {"username": "x"})

    assert answer.status_code == 403
    assert "Deze pagina stond te lang open" in answer.content.decode()


def test_who_fails_too_often_is_told_how_long_to_wait(client, settings):
    for _ in range(settings.AXES_FAILURE_LIMIT):
        answer = client.post("/inloggen", {"username": "loket", "password": "mis"})

    assert answer.status_code == 429
    assert "Wacht een kwartier" in answer.content.decode()


def test_the_shell_shows_who_looks_and_only_their_menu(loket):
    page = loket.get("/").content.decode()

    assert "S. Kamphuis, Zorgloket" in page
    assert re.search(r'aria-current="page">\s*<svg[^>]*><use[^>]*></use></svg>Mijn werk', page)
    assert 'href="#inhoud">Naar de inhoud' in page
    assert "<h1>Mijn werk</h1>" in page


def test_help_shows_the_shortcuts(loket):
    assert "<kbd>/</kbd>" in loket.get("/hulp").content.decode()


def test_no_page_has_inline_script_or_style(loket, settings):
    settings.DEMO = True
    loket.force_login(
        MedewerkerFactory(beheer=True), backend="django.contrib.auth.backends.ModelBackend"
    )

    for adres in ("/", "/hulp", "/stijlgids", "/stijlgids/tablet"):
        answer = loket.get(adres)
        page = answer.content.decode()
        assert answer.status_code == 200
        assert not re.search(r"<script(?![^>]*\bsrc=)|<style|\sstyle=|\son\w+=|hx-on|\bjs:", page)
        policy = answer["Content-Security-Policy"]
        assert "unsafe" not in policy
        assert "default-src 'self'" in policy
        assert "object-src 'none'" in policy


def test_the_component_page_is_there_in_demo_mode_only(client, settings):
    client.force_login(
        MedewerkerFactory(beheer=True), backend="django.contrib.auth.backends.ModelBackend"
    )
    settings.DEMO = False

    assert client.get("/stijlgids").status_code == 404
    assert client.get("/stijlgids/tablet").status_code == 404


@pytest.mark.parametrize(
    ("headers", "fragment"),
    [
        ({}, False),
        ({"HX-Request": "true"}, True),
        ({"HX-Request": "true", "HX-Boosted": "true"}, False),
        ({"HX-Request": "true", "HX-History-Restore-Request": "true"}, False),
    ],
)
def test_only_htmx_itself_gets_a_fragment(headers, fragment):
    assert wants_fragment(_request(**headers)) is fragment


def test_a_fragment_is_what_the_page_includes_and_may_push_its_address():
    parts = ("web/hulp.html", "web/_verder.html", {})

    page = render_fragment_or_page(_request(), *parts, push_url="/x")
    part = render_fragment_or_page(_request(**HTMX), *parts, push_url="/x")

    assert "<html" in page.content.decode()
    assert "HX-Push-Url" not in page
    assert "<html" not in part.content.decode()
    assert part["HX-Push-Url"] == "/x"
    assert "HX-Request" in page["Vary"]


def test_a_refused_form_is_422_for_htmx_and_an_ordinary_page_without():
    parts = ("web/hulp.html", "web/_verder.html", {})

    assert render_fragment_or_page(_request(**HTMX), *parts, status=422).status_code == 422
    assert render_fragment_or_page(_request(), *parts, status=422).status_code == 200
    assert render_fragment_or_page(_request(), *parts, status=404).status_code == 404


def test_going_elsewhere_works_from_a_fragment_too():
    assert redirect_anyhow(_request(), "/x").status_code == 303
    assert redirect_anyhow(_request(**HTMX), "/x")["HX-Redirect"] == "/x"


@pytest.mark.parametrize("tekst", ["", "geen-sleutel"])
def test_a_missing_or_mangled_form_key_is_no_key(tekst):
    request = RequestFactory().post("/", {"formuliersleutel": tekst})

    assert lees_formuliersleutel(request) is None


def test_a_form_key_is_read():
    key = uuid.uuid4()

    assert lees_formuliersleutel(RequestFactory().post("/", {"formuliersleutel": str(key)})) == key
