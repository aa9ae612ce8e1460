"""What a start may skip, and what it tells about its time."""

import os

import pytest

from hengelo_sociaal.dienst import fingerprints
from hengelo_sociaal.dienst.klok import Klok


@pytest.fixture
def stijl(tmp_path, monkeypatch):
    """An installation with one static file."""
    monkeypatch.setattr(fingerprints, "BASE_DIR", tmp_path)
    file = tmp_path / "static" / "app.css"
    file.parent.mkdir()
    file.write_text("a { color: red }")
    return file


def test_a_file_that_is_written_again_with_the_same_content_is_not_gathered_again(stijl):
    before = fingerprints.of_static_files()
    stijl.write_text("a { color: red }")
    os.utime(stijl, (1, 1))

    assert fingerprints.of_static_files() == before


def test_another_content_of_the_same_length_is_gathered_again(stijl):
    before = fingerprints.of_static_files()
    stijl.write_text("a { color: tan }")

    assert fingerprints.of_static_files() != before


def test_every_stage_of_a_start_has_a_line_with_its_seconds(tmp_path):
    klok = Klok(tmp_path / "start.log")

    with klok.stage("servers"):
        pass
    with pytest.raises(ValueError, match="stuk"), klok.stage("webserver"):
        raise ValueError("stuk")

    lines = klok.log.read_text().splitlines()
    assert [line.split()[1] for line in lines] == ["servers", "webserver"]
    assert all(line.endswith(" s") for line in lines)
