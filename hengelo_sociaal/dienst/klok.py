"""How long each stage of a start took, for whoever finds it slow."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path


class Klok:
    """A line in `start.log` for every stage that ended, with its seconds."""

    def __init__(self, log: Path) -> None:
        self.log = log

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Time what happens inside, also when it fails."""
        begin = time.monotonic()
        try:
            yield
        finally:
            moment = datetime.now().astimezone().isoformat(timespec="seconds")
            with self.log.open("a", encoding="utf-8") as lines:
                lines.write(f"{moment} {name} {time.monotonic() - begin:.2f} s\n")
