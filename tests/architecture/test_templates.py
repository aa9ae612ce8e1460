"""Templates: a fragment, behind an underscore, is part of a page and never one itself."""

from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "templates"
TEMPLATES = sorted(file.relative_to(FOLDER).as_posix() for file in FOLDER.rglob("*.html"))


@pytest.mark.parametrize("name", [n for n in TEMPLATES if Path(n).name.startswith("_")])
def test_a_fragment_stands_on_no_page_of_its_own(name):
    text = (FOLDER / name).read_text()

    assert "{% extends" not in text
    assert "<html" not in text
