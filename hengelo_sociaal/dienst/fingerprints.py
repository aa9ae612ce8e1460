"""What a start may skip, because nothing it depends on has changed since the last one.

By what is in the files and not by when they were written: a checkout or a build that makes the
same files again would cost ten seconds of work, and a minute on a busy machine.
"""

import hashlib
import importlib.metadata
from collections.abc import Iterable
from pathlib import Path

from hengelo_sociaal.omgeving import BASE_DIR

APP_FOLDERS = ("*", "*/*")  # the apps of the social domain, and those of the foundation


def of_static_files() -> str:
    """Our static files, and the packages that bring their own."""
    folders = [BASE_DIR / "static", *_in_apps("static")]
    return _fingerprint(file for folder in folders for file in folder.rglob("*"))


def of_migrations() -> str:
    """Our migrations, the SQL, data and code they load, and the packages that bring their own."""
    folders = [*_in_apps("migrations"), *_in_apps("sql"), *_in_apps("bestanden")]
    folders += [BASE_DIR / "hengelo_sociaal" / room for room in ("kern", "waarden")]
    files = (file for folder in folders for file in folder.rglob("*"))
    return _fingerprint(file for file in files if "__pycache__" not in file.parts)


def is_noted(note: Path, fingerprint: str) -> bool:
    """Whether that was noted the last time."""
    return note.is_file() and note.read_text() == fingerprint


def _in_apps(name: str) -> list[Path]:
    folders = (folder for depth in APP_FOLDERS for folder in BASE_DIR.glob(f"{depth}/{name}"))
    return [folder for folder in folders if (folder.parent / "__init__.py").is_file()]


def _fingerprint(files: Iterable[Path]) -> str:
    digest = hashlib.sha256()
    for file in sorted({file for file in files if file.is_file()}):
        content = hashlib.sha256(file.read_bytes()).hexdigest()
        digest.update(f"{file.relative_to(BASE_DIR)}\0{content}\n".encode())
    packages = (f"{one.name} {one.version}" for one in importlib.metadata.distributions())
    digest.update("\n".join(sorted(packages)).encode())
    return digest.hexdigest()
