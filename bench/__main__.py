"""`python -m bench`: measures and prints the table of ratios."""

import argparse
import sys
import tempfile
from pathlib import Path

from bench.installatie import Installatie
from bench.tabel import print_table


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--maanden", type=int, default=24, help="months of demo town")
    parser.add_argument("--keer", type=int, nargs="+", default=[1, 8], help="sizes to measure at")
    parser.add_argument("--ronden", type=int, default=5, help="rounds of product and floor")
    parser.add_argument("--verzoeken", type=int, default=60, help="requests per round")
    parser.add_argument("--alleen", default="", help="only scenarios with this in their name")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="hs-bench-") as directory:
        installation = Installatie(Path(directory))
        try:
            installation.start(maanden=args.maanden)
            from bench.meting import measure_all  # noqa: PLC0415  needs the settings

            rows = []
            for keer in args.keer:
                installation.grow(keer)
                rows += measure_all(installation, keer, args)
            print_table(rows)
        finally:
            installation.stop()
    return 0


if __name__ == "__main__":
    sys.exit(main())
