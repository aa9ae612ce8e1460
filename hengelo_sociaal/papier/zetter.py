"""Sets one document as PDF/UA; run as a program of its own, with limits on time and memory.

Reads JSON on standard input and writes the PDF on standard output. Knows nothing of Django:
`zetten` starts it, so that a document that goes wrong never takes a web process along.
"""

import json
import resource
import sys
from pathlib import Path

HIER = Path(__file__).parent
SECONDEN = 20
GEHEUGEN = 2 * 1024**3


def limit() -> None:
    """No more processor time and memory than a document may cost."""
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDEN, SECONDEN + 1))
    resource.setrlimit(resource.RLIMIT_AS, (GEHEUGEN, GEHEUGEN))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def main() -> None:
    """Read, set, write."""
    limit()
    import typst  # noqa: PLC0415 (within the limits)

    opdracht = json.load(sys.stdin)
    pdf = typst.compile(
        HIER / "papier.typ",
        root=HIER,
        font_paths=[HIER / "lettertypen"],
        ignore_system_fonts=True,
        format="pdf",
        sys_inputs={"inhoud": json.dumps(opdracht["inhoud"]), "maat": opdracht["maat"]},
        pdf_standards=["ua-1"],
        timestamp=opdracht["tijd"],
    )
    sys.stdout.buffer.write(pdf)


if __name__ == "__main__":
    main()
