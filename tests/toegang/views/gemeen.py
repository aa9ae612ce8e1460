"""What the tests of the screens share: somebody logged in, and the log they leave."""

from django.test import Client

from hengelo_sociaal.logboek.models import Toegangsregel
from hengelo_sociaal.medewerkers.models import Medewerker
from tests.factories.medewerkers import MedewerkerFactory

HTMX = {"HX-Request": "true"}
HOSTILE = ["x" * 100_000, "👩‍👧‍👦 🏠", "a\x00b", "<script>alert(1)</script>", "' OR 1=1 --", "٣"]


def logged_in(medewerker: Medewerker) -> Client:
    client = Client()
    client.force_login(medewerker, backend="django.contrib.auth.backends.ModelBackend")
    return client


def client_of(rol: str) -> Client:
    return logged_in(MedewerkerFactory(rollen=[rol]))


def log_lines(soort: str) -> list[Toegangsregel]:
    return list(Toegangsregel.objects.filter(soort=soort).order_by("id"))
