"""Somebody logged in: a client of one employee, or of a new one with one role."""

from django.test import Client

from hengelo_sociaal.medewerkers.models import Medewerker
from tests.factories.medewerkers import MedewerkerFactory


def logged_in(medewerker: Medewerker) -> Client:
    client = Client()
    client.force_login(medewerker, backend="django.contrib.auth.backends.ModelBackend")
    return client


def client_of(rol: str) -> Client:
    return logged_in(MedewerkerFactory(rollen=[rol]))
