"""Health check of a container: `python -m hengelo_sociaal.dienst.polsslag URL`."""

import sys

from hengelo_sociaal.dienst.readiness import answers

if __name__ == "__main__":
    sys.exit(0 if answers(sys.argv[1]) else 1)
