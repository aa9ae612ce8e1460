"""Whether the collected static files are still those of the sources."""

import hashlib
import importlib.metadata
from pathlib import Path

from hengelo_sociaal.omgeving import BASE_DIR

MARK = ".vingerafdruk"


def static_mark() -> str:
    """A fingerprint of our static files and of the packages that bring their own."""
    digest = hashlib.sha256()
    folders = [BASE_DIR / "static", *BASE_DIR.glob("*/static"), *BASE_DIR.glob("*/*/static")]
    for file in sorted(file for folder in folders for file in folder.rglob("*") if file.is_file()):
        found = file.stat()
        digest.update(
            f"{file.relative_to(BASE_DIR)}\0{found.st_size}\0{found.st_mtime_ns}\n".encode()
        )
    for package in sorted(
        f"{one.name} {one.version}" for one in importlib.metadata.distributions()
    ):
        digest.update(f"{package}\n".encode())
    return digest.hexdigest()


def is_collected(folder: Path, mark: str) -> bool:
    """Whether `collectstatic` has run in this folder for that fingerprint."""
    noted = folder / MARK
    manifest = folder / "staticfiles.json"
    return manifest.is_file() and noted.is_file() and noted.read_text() == mark


def note_collected(folder: Path, mark: str) -> None:
    """Remember that it has run."""
    (folder / MARK).write_text(mark)
