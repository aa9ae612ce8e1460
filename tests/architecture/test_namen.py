"""Names, sizes and the glossary: what a reader may count on."""

import ast
import re
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings

from hengelo_sociaal.medewerkers.rollen import ROLLEN
from tests.architecture.adressen import addresses

ROOT = Path(__file__).resolve().parents[2]
FLOORS = ("hengelo_sociaal", "voorzieningen", "toegang", "aanbieders", "plannen", "dashboard")
FILES = [file for floor in FLOORS for file in (ROOT / floor).rglob("*.py")]
SOURCES = sorted(file for file in FILES if "migrations" not in file.parts)
OWN_ADDRESSES = [adres for adres in addresses() if not adres.naam.startswith("admin:")]


def test_addresses_are_kebab_case_without_trailing_slash():
    strange = []
    for adres in OWN_ADDRESSES:
        fixed = re.sub(r"<[^>]+>", "x", adres.route)
        if not re.fullmatch(r"([a-z0-9]+(-[a-z0-9]+)*(\.\w+)?(/(?!$)|$))*", fixed):
            strange.append(adres.route)

    assert strange == []


def test_names_in_code_have_no_diacritics():
    strange = [
        f"{file.relative_to(ROOT)}: {node.id if isinstance(node, ast.Name) else node.name}"
        for file in SOURCES
        for node in ast.walk(ast.parse(file.read_text()))
        if isinstance(node, ast.Name | ast.FunctionDef | ast.ClassDef)
        if not (node.id if isinstance(node, ast.Name) else node.name).isascii()
    ]

    assert strange == []


def test_every_package_says_what_it_is_for():
    silent = [
        str(file.relative_to(ROOT).parent)
        for file in SOURCES
        if file.name == "__init__.py" and file.parent.name not in _WITHOUT
        if not ast.get_docstring(ast.parse(file.read_text()))
    ]

    assert silent == []


_WITHOUT = {"management", "commands", "templatetags", "views", "api", "domain", "queries"}


def test_no_function_is_over_60_lines_and_no_file_over_500():
    long = []
    for file in SOURCES:
        text = file.read_text()
        if len(text.splitlines()) > 500:
            long.append(f"{file.relative_to(ROOT)}")
        long += [
            f"{file.relative_to(ROOT)}: {node.name}"
            for node in ast.walk(ast.parse(text))
            if isinstance(node, ast.FunctionDef) and node.end_lineno - node.lineno >= 60
        ]

    assert long == []


def test_every_model_says_what_it_is_in_the_work():
    own = {config.label for config in apps.get_app_configs() if config.name in settings.EIGEN_APPS}
    silent = [
        model._meta.label
        for model in apps.get_models()
        if model._meta.app_label in own and not model._meta.auto_created
        if not model.__doc__ or model.__doc__.startswith(f"{model.__name__}(")
    ]

    assert silent == []


def glossary() -> list[str]:
    """The code names in the third column of docs/begrippen.md."""
    rows = (ROOT / "docs/begrippen.md").read_text().splitlines()
    cells = [row.split("|")[3] for row in rows if row.startswith("|") and row.count("|") >= 5]
    return [name for cell in cells for name in re.findall(r"`([^`]+)`", cell)]


def defined() -> set[str]:
    """Every name that our code defines: modules, classes, functions, fields and values."""
    names: set[str] = set()
    for file in SOURCES:
        names |= {file.stem, file.parent.name}
        for node in ast.walk(ast.parse(file.read_text())):
            if isinstance(node, ast.ClassDef | ast.FunctionDef):
                names.add(node.name)
            elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
                names.add(node.id)
    return names


DEFINED = defined()


def exists(name: str) -> bool:
    return set(re.findall(r"\w+", name)) <= DEFINED


@pytest.mark.parametrize("name", glossary())
def test_every_term_of_the_glossary_is_in_the_code(name):
    assert exists(name), name


def test_a_name_that_is_not_there_is_noticed():
    assert not exists("waarden.Bestaatniet")
    assert not exists("bestaatniet.Wet")


def test_every_role_has_a_page_in_the_guide():
    missing = [code for code in ROLLEN if not (ROOT / f"docs/handleiding/{code}.md").is_file()]

    assert missing == []
