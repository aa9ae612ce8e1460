"""Consistency of the templates: none unused, none that breaks the policy of the pages."""

import json
import re
from pathlib import Path

import pytest
from django.template.loader import get_template

from hengelo_sociaal.web import iconen

ROOT = Path(__file__).parents[2]
SJABLONEN = sorted((ROOT / "templates").rglob("*.html"))
BY_DJANGO = {"400.html", "403.html", "404.html", "500.html"}
# A block of data is no script: the policy lets it be and nothing runs it.
INLINE = re.compile(
    r"<script(?![^>]*\bsrc=)(?! type=\"application/ld\+json\")"
    r"|<style|\sstyle=|\son[a-z]+=|hx-on|[\"']js:|\|safe\b"
)


def _name(path):
    return path.relative_to(ROOT / "templates").as_posix()


def _sources():
    folders = [p.parent for p in ROOT.glob("*/__init__.py") if p.parent.name != "tests"]
    code = [p for folder in folders for p in folder.rglob("*.py") if "assets" not in p.parts]
    return {p: p.read_text(encoding="utf-8") for p in [*code, *SJABLONEN]}


def test_every_template_is_used():
    sources = _sources()

    unused = [
        _name(path)
        for path in SJABLONEN
        if _name(path) not in BY_DJANGO
        and not _name(path).startswith(("django/", "admin/", "auth/"))
        and not any(_name(path) in text for source, text in sources.items() if source != path)
    ]

    assert unused == []


@pytest.mark.parametrize("path", SJABLONEN, ids=_name)
def test_a_template_compiles_without_inline_script_or_style(path):
    get_template(_name(path))

    assert not INLINE.search(path.read_text(encoding="utf-8"))


def test_every_icon_is_known_and_the_list_is_in_order():
    listed = json.loads(iconen.LIJST.read_text(encoding="utf-8"))
    asked = {
        name for text in _sources().values() for name in re.findall(r'{% icoon "([\w-]+)" %}', text)
    }

    assert asked <= iconen.namen()
    assert listed == sorted(set(listed))


def test_no_template_repeats_a_component_the_renderer_draws():
    own = ROOT / "templates" / "web"
    repeats = [
        _name(path)
        for path in SJABLONEN
        if not path.is_relative_to(own)
        and re.search(r"utrecht-form-|hs-veldfout|hs-badge[ \"-]", path.read_text(encoding="utf-8"))
        and path.name != "base.html"
    ]

    assert repeats == []
