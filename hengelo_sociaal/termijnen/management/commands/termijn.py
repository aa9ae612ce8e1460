"""`manage.py termijn REGEL START`: the end of a legal term, with its explanation."""

import json
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import CommandError

from hengelo_sociaal.kern.fouten import DomeinFout
from hengelo_sociaal.kern.opdrachten import Opdracht
from hengelo_sociaal.termijnen.api.vormen import BerekeningUitvoer
from hengelo_sociaal.termijnen.queries import bereken_opgave
from hengelo_sociaal.termijnen.rekenen.duur import read_duur
from hengelo_sociaal.termijnen.rekenen.opgave import Opgave
from hengelo_sociaal.termijnen.rekenen.regel import Berekening
from hengelo_sociaal.termijnen.rekenen.tekst import in_woorden, met_hoofdletter, read_datum


class Command(Opdracht):
    """Prints the end date with its steps; refuses with one sentence and changes nothing."""

    help = "Berekent de einddatum van een wettelijke termijn en legt die stap voor stap uit."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("regel", metavar="REGEL", help="code, zoals wmo_onderzoek")
        parser.add_argument(
            "start", metavar="START", help="dag van de gebeurtenis zelf, als jjjj-mm-dd"
        )
        parser.add_argument("--json", action="store_true", help="antwoord als JSON, zoals de API")
        parser.add_argument("--commissie", action="store_true", help="bezwaar met een commissie")
        for naam, uitleg in (
            ("--opgeschort-van", "eerste dag dat de termijn stilstaat"),
            ("--opgeschort-tot", "laatste dag dat de termijn stilstaat"),
            ("--verlengd-met", "duur van een verlenging, zoals '6 weken' of P6W"),
        ):
            parser.add_argument(naam, action="append", default=[], help=f"{uitleg}; mag vaker")
        parser.add_argument("--uitnodiging-op", help="dag van de uitnodiging om aan te vullen")
        parser.add_argument("--hersteltermijn-tot", help="laatste dag om aan te vullen")
        parser.add_argument("--aangevuld-op", help="dag waarop is aangevuld")
        parser.add_argument(
            "--herhaling", default="1", help="de hoeveelste keer, bij een termijn die terugkomt"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            berekening = bereken_opgave(options["regel"], _opgave(options))
        except DomeinFout as fout:
            raise CommandError(fout.melding) from fout
        if options["json"]:
            antwoord = BerekeningUitvoer.represent(berekening)
            self.stdout.write(json.dumps(antwoord, ensure_ascii=False, indent=2))
        else:
            self._print(berekening)

    def _print(self, berekening: Berekening) -> None:
        regel = berekening.regel
        self.stdout.write(f"{regel.code}: {regel.omschrijving} ({regel.bron})")
        einde = berekening.einddatum
        self.stdout.write(f"Einddatum: {in_woorden(einde) if einde else 'geen'}")
        if berekening.streefdatum:
            self.stdout.write(f"Streefdatum: {in_woorden(berekening.streefdatum)}")
        if berekening.toegezegd:
            self.stdout.write(f"Toegezegd: {in_woorden(berekening.toegezegd)}")
        for stap in berekening.stappen:
            self.stdout.write(f"  {stap.datum.isoformat()}  {stap.waarom}")
        for waarschuwing in berekening.waarschuwingen:
            self.stdout.write(f"Let op: {met_hoofdletter(waarschuwing)}")


def _opgave(options: dict[str, Any]) -> Opgave:
    datums = {
        naam: read_datum(options[naam], veld=naam)
        for naam in ("uitnodiging_op", "hersteltermijn_tot", "aangevuld_op")
        if options[naam]
    }
    if not options["herhaling"].isdecimal():
        raise CommandError("Geef bij --herhaling een heel getal, zoals 2.")
    return Opgave(
        start=read_datum(options["start"]),
        commissie=options["commissie"],
        opgeschort_van=[read_datum(dag) for dag in options["opgeschort_van"]],
        opgeschort_tot=[read_datum(dag) for dag in options["opgeschort_tot"]],
        verlengd_met=[read_duur(duur) for duur in options["verlengd_met"]],
        herhaling=int(options["herhaling"]),
        **datums,
    )
