#!/usr/bin/env python
"""Django's command line. Only what makes or fills the tables acts as their owner."""

import os
import sys

# `demo`, because PostgreSQL lets only the owner measure a table that was just filled.
OWNER_COMMANDS = {"migrate", "makemigrations", "test", "sqlmigrate", "showmigrations", "demo"}


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "hengelo_sociaal.settings")
    if sys.argv[1:2] == ["dienst"]:  # it makes the keys that settings ask for
        from hengelo_sociaal.dienst.launcher import main as run_dienst  # noqa: PLC0415

        sys.exit(run_dienst(sys.argv[2:]))
    if len(sys.argv) > 1 and sys.argv[1] in OWNER_COMMANDS:
        os.environ.setdefault("HS_DATABASEROL", "eigenaar")
    from django.core.exceptions import ImproperlyConfigured  # noqa: PLC0415
    from django.core.management import execute_from_command_line  # noqa: PLC0415

    try:
        execute_from_command_line(sys.argv)
    except ImproperlyConfigured as error:  # a sentence for who types, not a traceback
        sys.exit(str(error))


if __name__ == "__main__":
    main()
