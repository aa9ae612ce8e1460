"""Tells how a household's plan came about, with the operations on plans."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

from hengelo_sociaal.demo.stad import werkdag_vanaf
from hengelo_sociaal.waarden.models import Leefgebied, Wet
from plannen.demo.verhalen.verteller import Verteller
from plannen.domain.afspraken import AfspraakGegevens, add_afspraak, tick_afspraak
from plannen.domain.doelen import DoelGegevens, add_doel
from plannen.domain.evaluaties import hold_evaluatie, plan_evaluatie
from plannen.domain.keren import record_time
from plannen.domain.plan import add_deelnemer, open_plan
from plannen.domain.regie import appoint_aanspreekpunt, appoint_regisseur
from plannen.domain.vaststelling import Instemming, adopt_plan
from plannen.domain.voortgang import record_progress
from plannen.enums import AfspraakStatus, AkkoordWijze, Hoedanigheid, Keeruitkomst, Prioriteit
from plannen.models import Afspraak, Doel, Evaluatie, Plan
from plannen.queries.ritme import occurs_on
from toegang.models import Huishouden, Inwoner


class Planner:
    """The plan of one household, as Anouk and the household make it."""

    def __init__(
        self, verteller: Verteller, huishouden: Huishouden, *, geleden: int, wat_telt: str
    ) -> None:
        self.v = verteller
        self.plan: Plan = open_plan(
            huishouden_id=huishouden.pk,
            by=verteller.anouk,
            at=verteller.om(geleden, 11),
            wat_telt=wat_telt,
            doel="vraag van de inwoner beantwoorden",
        )

    def _who(self, geleden: int, uur: int) -> dict[str, Any]:
        return {"by": self.v.anouk, "at": self.v.om(geleden, uur)}

    def doet_mee(self, inwoner: Inwoner, hoedanigheid: Hoedanigheid, *, geleden: int) -> None:
        """Somebody from another home takes part."""
        add_deelnemer(
            plan_id=self.plan.pk,
            inwoner_id=inwoner.pk,
            hoedanigheid=hoedanigheid,
            **self._who(geleden, 11),
        )

    def doel(
        self,
        omschrijving: str,
        leefgebied: str,
        *,
        geleden: int,
        inwoner: Inwoner | None = None,
        prioriteit: Prioriteit = Prioriteit.EERST,
        over: int = 120,
    ) -> Doel:
        """A goal, wanted so many days from now."""
        gegevens = DoelGegevens(
            omschrijving=omschrijving,
            leefgebied=Leefgebied.objects.get(pk=leefgebied),
            inwoner=inwoner,
            prioriteit=prioriteit,
            gewenst_op=self.v.dag(-over),
        )
        return add_doel(plan_id=self.plan.pk, gegevens=gegevens, **self._who(geleden, 12))

    def afspraak(
        self,
        doel: Doel,
        trede: str,
        omschrijving: str,
        *,
        geleden: int,
        gedaan: int | None = None,
        voor: int | None = None,
        wet: str = "",
        voorziening: str = "",
        **verder: Any,
    ) -> Afspraak:
        """An afspraak, due `voor` days from now (negative: in the past), done `gedaan` days ago."""
        gegevens = AfspraakGegevens(
            trede=trede,
            omschrijving=omschrijving,
            uiterlijk=self.v.dag(-voor) if voor is not None else None,
            wet=Wet.objects.get(pk=wet) if wet else None,
            voorziening=self.v.stad.vondst["voorzieningen"][voorziening] if voorziening else None,
            **verder,
        )
        made = add_afspraak(doel_id=doel.pk, gegevens=gegevens, **self._who(geleden, 13))
        if gedaan is not None:
            tick_afspraak(
                afspraak_id=made.pk, status=AfspraakStatus.GEDAAN, **self._who(gedaan, 15)
            )
        return made

    def keren(self, afspraak: Afspraak, *, weken: int, niet: str = "") -> None:
        """It came back in the last weeks and was done; with `niet` not the first time."""
        outcome, why = (Keeruitkomst.OVERGESLAGEN, niet) if niet else (Keeruitkomst.GEDAAN, "")
        for geleden in range(weken * 7, 2, -1):
            day = self.v.stad.tot - dt.timedelta(days=geleden)
            told = (self.v.stad.tot - werkdag_vanaf(day)).days  # days ago; the first to work again
            if told > 0 and occurs_on(afspraak, day):
                record_time(
                    afspraak_id=afspraak.pk,
                    dag=day,
                    uitkomst=outcome,
                    reden=why,
                    **self._who(told, 16),
                )
                outcome, why = Keeruitkomst.GEDAAN, ""

    def spreek_af(
        self, wie: Sequence[Inwoner], *, geleden: int, wijze: str = AkkoordWijze.HANDTEKENING
    ) -> None:
        """Agree the plan as it stands, with everybody named."""
        adopt_plan(
            plan_id=self.plan.pk,
            akkoorden=[Instemming(inwoner_id=one.pk, wijze=wijze) for one in wie],
            **self._who(geleden, 14),
        )

    def regie(self, *, geleden: int, aanspreekpunt: str = "", organisatie: str = "") -> None:
        """Anouk is regisseur; the household calls her, or somebody of a partner."""
        who = self._who(geleden, 11)
        appoint_regisseur(plan_id=self.plan.pk, medewerker=self.v.anouk, **who)
        appoint_aanspreekpunt(
            plan_id=self.plan.pk,
            medewerker=None if aanspreekpunt else self.v.anouk,
            naam=aanspreekpunt,
            organisatie=organisatie,
            **who,
        )

    def hoe_ver(
        self, doel: Doel, stap: int, *, geleden: int, inwoner: Inwoner | None = None
    ) -> None:
        """How far somebody thinks they are; without a resident as Anouk sees it."""
        record_progress(
            doel_id=doel.pk,
            stap=stap,
            inwoner_id=inwoner.pk if inwoner else None,
            **self._who(geleden, 14),
        )

    def evalueer(self, *, afgesproken: int, op: int) -> Evaluatie:
        """Plan an evaluation, `afgesproken` days ago, for the day `op` days ago (or to come)."""
        return plan_evaluatie(
            plan_id=self.plan.pk, gepland_op=self.v.dag(op), **self._who(afgesproken, 14)
        )

    def geevalueerd(
        self, evaluatie: Evaluatie, uitkomst: str, verslag: str, *, geleden: int, volgende: int
    ) -> None:
        """Hold it, and plan the next one `volgende` days from now."""
        op: dt.date = self.v.dag(-volgende)
        hold_evaluatie(
            evaluatie_id=evaluatie.pk,
            uitkomst=uitkomst,
            verslag=verslag,
            volgende_op=op,
            **self._who(geleden, 15),
        )
