"""Floors where import-linter is blind: names in templates, reverse() and ForeignKey strings."""

import ast
import re
from functools import cache
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings

from tests.architecture.adressen import addresses

ROOT = Path(__file__).resolve().parents[2]
FLOORS = ["hengelo_sociaal", "voorzieningen", "toegang", "aanbieders", "plannen", "dashboard"]
HEIGHT = {name: height for height, name in enumerate(FLOORS)}
GROUND = 0
URL_TAG = re.compile(r"{%-?\s*url\s+[\"']([\w:-]+)[\"']")
URL_CALL = re.compile(r"\b(?:reverse|reverse_lazy|redirect|resolve_url)\(\s*[\"']([\w:-]+)[\"']")
TEMPLATE_NAME = re.compile(r"[\"']([\w/-]+\.(?:html|txt|typ|svg))[\"']")


def floor_of(module: str) -> int:
    return HEIGHT.get(module.partition(".")[0], GROUND)


def floor_of_template(name: str) -> int:
    return HEIGHT.get(name.partition("/")[0], GROUND)


def floor_of_file(file: Path) -> int:
    return HEIGHT[file.relative_to(ROOT).parts[0]]


@cache
def code_of(file: Path) -> str:
    """A source file without its docstrings, which may name whatever they explain."""
    text = file.read_text()
    lines = text.splitlines()
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            lines[node.lineno - 1 : node.end_lineno] = [""] * (node.end_lineno - node.lineno + 1)
    return "\n".join(lines)


URL_FLOOR = {adres.naam: floor_of(_v.__module__) for adres in addresses() if (_v := adres.view)}
TEMPLATES = sorted(
    file.relative_to(ROOT / "templates").as_posix()
    for file in (ROOT / "templates").rglob("*")
    if file.is_file()
)
SOURCES = [file for floor in FLOORS for file in (ROOT / floor).rglob("*.py")]


def test_every_own_app_stands_on_a_floor():
    assert all(label.partition(".")[0] in FLOORS for label in settings.EIGEN_APPS)


def test_no_model_points_up():
    up = [
        f"{model._meta.label}.{field.name} -> {field.related_model._meta.label}"
        for model in apps.get_models()
        for field in model._meta.get_fields()
        if field.concrete and field.is_relation and field.related_model
        if floor_of(field.related_model.__module__) > floor_of(model.__module__)
    ]

    assert up == []


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_template_names_nothing_above_it(name):
    text = (ROOT / "templates" / name).read_text()
    here = floor_of_template(name)
    up = {url for url in URL_TAG.findall(text) if URL_FLOOR.get(url, GROUND) > here}
    up |= {other for other in TEMPLATE_NAME.findall(text) if floor_of_template(other) > here}

    assert up == set()


def test_no_code_names_an_address_or_template_above_it():
    up = []
    for file in SOURCES:
        here, text = floor_of_file(file), code_of(file)
        names = {url for url in URL_CALL.findall(text) if URL_FLOOR.get(url, GROUND) > here}
        names |= {name for name in TEMPLATE_NAME.findall(text) if floor_of_template(name) > here}
        up += [f"{file.relative_to(ROOT)}: {name}" for name in sorted(names)]

    assert up == []


def test_every_address_that_is_named_exists():
    named = {}
    for file in [*SOURCES, *(ROOT / "templates" / name for name in TEMPLATES)]:
        text = code_of(file) if file.suffix == ".py" else file.read_text()
        for url in [*URL_TAG.findall(text), *URL_CALL.findall(text)]:
            named.setdefault(url, file.relative_to(ROOT))
    known = {name for adres in addresses() for name in (adres.naam, adres.url_naam)}

    assert {url: str(file) for url, file in named.items() if url not in known} == {}
