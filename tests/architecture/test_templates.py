"""Templates: none unused, fragments behind an underscore, nothing that the CSP would refuse."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "templates"
TEMPLATES = sorted(file.relative_to(FOLDER).as_posix() for file in FOLDER.rglob("*.html"))
# Found by Django itself under a fixed name.
BY_DJANGO = re.compile(r"^(django/forms/|admin/|registration/|4\d\d\.html|500\.html)")
SOURCES = "\n".join(
    file.read_text()
    for folder in (
        "hengelo_sociaal", "voorzieningen", "toegang", "aanbieders", "plannen", "dashboard",
    )
    for file in (ROOT / folder).rglob("*.py")
) + "\n".join((FOLDER / name).read_text() for name in TEMPLATES)  # fmt: skip


def test_every_template_is_used():
    unused = [
        name for name in TEMPLATES if not BY_DJANGO.match(name) and f'"{name}"' not in SOURCES
    ]

    assert unused == []


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_template_has_nothing_that_the_policy_refuses(name):
    text = (FOLDER / name).read_text()

    assert not re.search(r"\sstyle=", text), "inline style"
    assert not re.search(r"\son[a-z]+=|hx-on", text), "inline script"
    assert not re.search(r"<script(?![^>]*\ssrc=)(?![^>]*application/json)", text), "inline script"
    assert not re.search(r"<style\b", text), "inline style"
    assert "|safe" not in text, "text that is not escaped"


@pytest.mark.parametrize("name", [n for n in TEMPLATES if Path(n).name.startswith("_")])
def test_a_fragment_stands_on_no_page_of_its_own(name):
    text = (FOLDER / name).read_text()

    assert "{% extends" not in text
    assert "<html" not in text
