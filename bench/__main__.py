"""`python -m bench`: measures and prints the table of ratios."""

import argparse
import sys
import tempfile
import time
from pathlib import Path

from bench.installatie import Installatie
from bench.tabel import HEAD, print_table


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--maanden", type=int, default=24, help="months of demo town")
    parser.add_argument("--keer", type=int, nargs="+", default=[1, 8], help="sizes to measure at")
    parser.add_argument("--ronden", type=int, default=9, help="rounds of product and floor")
    parser.add_argument("--verzoeken", type=int, default=25, help="requests per round")
    parser.add_argument("--alleen", default="", help="only scenarios with this in their name")
    parser.add_argument(
        "--personen", type=int, default=0, help="also search among so many residents"
    )
    args = parser.parse_args()
    started = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="hs-bench-") as directory:
        installation = Installatie(Path(directory))
        try:
            installation.start(maanden=args.maanden, grows=max(args.keer) > 1)
            # These need the settings.
            from bench.geheugen import measure_memory  # noqa: PLC0415
            from bench.meting import measure_all, measure_recount, shown  # noqa: PLC0415
            from bench.personen import measure_search  # noqa: PLC0415
            from bench.plannen import print_plans  # noqa: PLC0415
            from bench.scenarios import scenarios  # noqa: PLC0415

            rows = []
            for keer in args.keer:
                installation.grow(keer)
                _tell(started, f"de stad is {keer} keer zo groot")
                print(HEAD)
                if keer > 1 or max(args.keer) == 1:  # else it is measured beside the larger one
                    rows += shown(measure_all(installation, args))
                rows += shown(measure_recount(installation, args))
                print_plans(keer)
            print_table(rows)
            if not args.alleen:
                measure_memory(installation, scenarios())
            if args.personen:
                measure_search(installation, args.personen)
            _tell(started, "klaar")
        finally:
            installation.stop()
    return 0


def _tell(started: float, what: str) -> None:
    print(f"[{time.monotonic() - started:5.0f} s] {what}", flush=True)


if __name__ == "__main__":
    sys.exit(main())
