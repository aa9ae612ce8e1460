"""`manage.py herbereken [--indicator CODE] [--van 2026-01] [--tot 2026-10] [--alles]`"""

import datetime as dt
import sys
from typing import Any

from django.core.management.base import CommandError, CommandParser
from tqdm import tqdm

from dashboard.domain.herbereken import (
    Verslag,
    first_month,
    last_month,
    recount_everything,
    recount_marked,
    recount_period,
)
from dashboard.queries.bronnen import BRONNEN, MATEN, Bron
from dashboard.queries.perioden import lees_maand
from hengelo_sociaal.kern.opdrachten import Opdracht
from hengelo_sociaal.kern.tijd import dag_van, nu


def _month(text: str) -> dt.date:
    try:
        return lees_maand(text)
    except ValueError as error:
        raise CommandError(
            f"'{text}' is geen maand van 1990 tot en met 2100. Schrijf een maand als 2026-10."
        ) from error


class Command(Opdracht):
    help = (
        "Telt cijfers opnieuw uit de registraties en meldt wat er anders werd. Zonder opties: "
        "alleen wat gemerkt is."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--indicator", metavar="CODE", help="alleen deze indicator")
        parser.add_argument("--van", metavar="2026-01", help="eerste maand")
        parser.add_argument("--tot", metavar="2026-10", help="laatste maand")
        parser.add_argument(
            "--alles", action="store_true", help="alle maanden, en kijk elk cijfer na"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        at = nu()
        today = dag_van(at)
        for name in ("van", "tot"):
            options[name] = _month(options[name]) if options[name] else None
        if options["alles"] and (options["van"] or options["tot"]):
            raise CommandError("--alles telt alle maanden. Laat --van en --tot weg.")
        if options["alles"] and not options["indicator"]:
            report = self.everything(today, at)
        elif options["alles"] or options["van"] or options["tot"] or options["indicator"]:
            report = self.period(options, today, at)
        else:
            report = recount_marked(at=at)
        self.tell(report, nagekeken=options["alles"])

    def everything(self, today: dt.date, at: dt.datetime) -> Verslag:
        """All sources over all months."""
        years = last_month(today).year - first_month(today).year + 1
        with self.bar(years * len(BRONNEN)) as bar:
            return recount_everything(tot=today, at=at, voortgang=bar.update)

    def period(self, options: dict[str, Any], today: dt.date, at: dt.datetime) -> Verslag:
        """Some sources, or some months."""
        van = options["van"] or first_month(today)
        tot = options["tot"] or last_month(today)
        if van > tot:
            raise CommandError("De eerste maand ligt na de laatste. Draai --van en --tot om.")
        sources = self.sources(options["indicator"])
        with self.bar((tot.year - van.year + 1) * len(sources)) as bar:
            return recount_period(
                sources,
                van=van,
                tot=tot,
                at=at,
                nakijken=options["alles"],
                voortgang=bar.update,
            )

    def sources(self, code: str | None) -> list[Bron]:
        """The source of an indicator, or all of them."""
        if code is None:
            return list(BRONNEN.values())
        if code not in MATEN:
            known = ", ".join(sorted(MATEN))
            raise CommandError(f"Indicator '{code}' wordt niet berekend. Kies uit: {known}.")
        return [MATEN[code][0]]

    def bar(self, total: int) -> "tqdm[Any]":
        """Progress, where somebody is looking."""
        return tqdm(total=total, unit=" jaren", file=sys.stderr, disable=None, leave=False)

    def tell(self, report: Verslag, *, nagekeken: bool) -> None:
        """What became different, per source and year; that all is right only when it was seen."""
        for (bron, jaar), changed in sorted(report.per_bron.items()):
            if changed.anders:
                self.stdout.write(f"{bron} {jaar}: {changed.anders} cijfers anders")
        number = report.anders
        if number:
            self.stdout.write(f"{number} cijfers anders.")
        elif nagekeken:
            self.stdout.write("Niets is anders: alle cijfers klopten.")
        else:
            self.stdout.write(
                "Er is niets anders geteld. Of elk cijfer klopt, kijkt u na met --alles."
            )
