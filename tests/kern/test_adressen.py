"""Addresses that are found at once the second time."""

import pytest
from django.http import HttpResponse
from django.urls import Resolver404, include, path

from hengelo_sociaal.kern.adressen import Adressen


def view(request, **kwargs):
    return HttpResponse()


@pytest.fixture
def adressen():
    return Adressen([path("", include([path("vast", view), path("een/<int:nummer>", view)]))])


def test_an_address_is_found_the_first_time_and_the_next(adressen):
    first, again = adressen.resolve("vast"), adressen.resolve("vast")

    assert first.func is view
    assert again is first


def test_what_varies_is_looked_for_every_time(adressen):
    assert [adressen.resolve(f"een/{n}").kwargs for n in (1, 2, 1)] == [
        {"nummer": 1},
        {"nummer": 2},
        {"nummer": 1},
    ]
    assert adressen._found == {}


def test_an_address_that_is_not_there_is_not_remembered(adressen):
    for _ in range(2):
        with pytest.raises(Resolver404):
            adressen.resolve("weg")
    assert adressen._found == {}
