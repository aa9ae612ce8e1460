"""Tells a story with the operations that colleagues use, each at its own moment in the past.

So everything a story leaves behind is real: log lines, terms, involvement, agreed versions.
Days are counted back from the town's last morning: `dag(30)` is thirty days ago, or the last
working day before it; `dag(-30)` is still to come.
"""

import datetime as dt
from dataclasses import dataclass
from itertools import count
from typing import Any

from aanbieders.demo.contracten import Aanbod
from aanbieders.demo.toewijzingen import VERWEZEN
from aanbieders.domain.toewijzingen import Omvang, Verwijzing, create_toewijzing
from aanbieders.enums import Grondslag
from aanbieders.models import Toewijzing
from hengelo_sociaal.demo.adressen import lay_streets
from hengelo_sociaal.demo.namen import split_surname
from hengelo_sociaal.demo.stad import Stad, werkdag_na, werkdag_tot, werkdag_vanaf
from hengelo_sociaal.gebieden.models import Buurt
from hengelo_sociaal.kern.tijd import AMSTERDAM
from hengelo_sociaal.medewerkers.models import Medewerker
from plannen.demo.verhalen.beslisser import decide
from toegang.demo.huishoudens import reserved_numbers
from toegang.domain.contact import ContactGegevens, Vraag, register_contact
from toegang.domain.huisbezoek import carry_out_huisbezoek, plan_huisbezoek
from toegang.domain.huishouden import Adres, Lid, register_huishouden
from toegang.domain.inwoner import InwonerGegevens, register_inwoner
from toegang.domain.melding import assign_melding, make_melding
from toegang.exceptions import MogelijkDubbel
from toegang.models import Huisbezoek, Huishouden, Hulpvraag, Inwoner, Melding

TELEFOON = "telefoon"
ANDER_MENS = "andere-persoon"


@dataclass(frozen=True)
class Persoon:
    """Somebody in a story; `leeftijd` in whole years on the town's last morning."""

    naam: str
    achternaam: str
    leeftijd: int
    geslacht: str
    verjaart_over: int = 0  # days until the next birthday; 0 when it does not matter

    @property
    def nog_dagen(self) -> int:
        """Days until the next birthday, of its own for everybody."""
        return self.verjaart_over or 40 + sum(map(ord, self.naam + self.achternaam)) % 280


class Verteller:
    """The colleagues of the demo and the calendar they work by."""

    def __init__(self, stad: Stad) -> None:
        self.stad = stad
        mensen: dict[str, Medewerker] = stad.vondst["medewerkers"]
        self.loket, self.anouk = mensen["loket"], mensen["consulent"]
        self.teamleider, self.administratie = mensen["teamleider"], mensen["administratie"]
        self.poh, self.jurist = mensen["vindplaats"], mensen["jurist"]
        self.nummers = reserved_numbers()
        self.telefoons = count(1)

    # -- the calendar ------------------------------------------------------------------
    def dag(self, geleden: int) -> dt.date:
        """The working day so many days ago, or the last one before it; never over when to come."""
        day = self.stad.tot - dt.timedelta(days=geleden)
        before = werkdag_tot(day)
        return before if geleden >= 0 or before >= self.stad.tot else werkdag_vanaf(day)

    def om(self, geleden: int, uur: int = 10, minuut: int = 0) -> dt.datetime:
        """That day at an hour in Amsterdam."""
        return dt.datetime.combine(self.dag(geleden), dt.time(uur, minuut), AMSTERDAM)

    # -- people and their home ---------------------------------------------------------
    def registreer(self, persoon: Persoon, geleden: int) -> Inwoner:
        """A resident with a BSN of the series for tests."""
        birthday = self.stad.tot + dt.timedelta(days=persoon.nog_dagen)
        prefix, surname = split_surname(persoon.achternaam)
        values: dict[str, Any] = {
            "by": self.loket,
            "gegevens": InwonerGegevens(
                voornamen=persoon.naam,
                voorletters=f"{persoon.naam[0]}.",
                tussenvoegsel=prefix,
                geslachtsnaam=surname,
                geboortedatum=_years_before(birthday, persoon.leeftijd + 1),
                geslacht=persoon.geslacht,
                telefoon=f"06-555000{next(self.telefoons):02}" if persoon.leeftijd >= 16 else "",
            ),
            "bsn": next(self.nummers),
            "at": self.om(geleden, 9),
        }
        try:
            return register_inwoner(**values)
        except MogelijkDubbel:  # somebody of the town has the same name and birthday
            return register_inwoner(**values, negeer_dubbel=ANDER_MENS)

    def adres(self, wijk: str, huisnummer: int, *, straat: str = "") -> Adres:
        """An address in the first street of the wijk, or in a street of that name there."""
        buurten = Buurt.objects.exclude(soort="bedrijventerrein").values_list("code", "wijk_id")
        eerste = next(one for one in lay_streets(list(buurten)) if one.wijk == wijk)
        return Adres(
            straat=straat or eerste.naam,
            huisnummer=huisnummer,
            postcode=eerste.postcode,
            woonplaats="Hengelo",
        )

    def huisvest(
        self,
        leden: list[tuple[Inwoner, str]],
        *,
        wijk: str,
        huisnummer: int,
        geleden: int,
        van: dt.date | None = None,
    ) -> Huishouden:
        """A household in the wijk."""
        return self.huisvest_op(self.adres(wijk, huisnummer), leden, geleden=geleden, van=van)

    def huisvest_op(
        self,
        adres: Adres,
        leden: list[tuple[Inwoner, str]],
        *,
        geleden: int,
        van: dt.date | None = None,
    ) -> Huishouden:
        """A household at an address; without `van` they lived there for two years already."""
        born = [one.geboortedatum for one, _ in leden if one.geboortedatum]
        return register_huishouden(
            by=self.loket,
            adres=adres,
            leden=[Lid(inwoner_id=inwoner.pk, rol=rol) for inwoner, rol in leden],
            van=van or max(self.stad.tot - dt.timedelta(days=geleden + 730), *born),
            at=self.om(geleden, 9, 5),
        )

    # -- the front door ----------------------------------------------------------------
    def vraagt(
        self,
        inwoner: Inwoner,
        soort: str,
        toelichting: str,
        *,
        geleden: int,
        uitkomst: str = "open",
        kanaal: str = TELEFOON,
        vindplaats: str = "zorgloket",
        namens: str = "zelf",
        by: Medewerker | None = None,
    ) -> Hulpvraag:
        """A contact with one question."""
        contact = register_contact(
            by=by or self.loket,
            gegevens=ContactGegevens(
                kanaal=kanaal,
                vindplaats=vindplaats,
                namens=namens,
                plaatsgevonden_op=self.om(geleden, 10),
                vragen=[Vraag(soort=soort, uitkomst=uitkomst, toelichting=toelichting)],
                inwoner_id=inwoner.pk,
            ),
            at=self.om(geleden, 10, 5),
        )
        return contact.hulpvragen.get()

    def meldt(self, vraag: Hulpvraag, wet: str, *, geleden: int, **verder: Any) -> Melding:
        """A melding of the question, taken up by Anouk the same day."""
        melding = make_melding(
            by=self.loket,
            hulpvraag_id=vraag.pk,
            wet=wet,
            ontvangen_op=self.dag(geleden),
            at=self.om(geleden, 10, 10),
            **verder,
        )
        return assign_melding(
            by=self.teamleider,
            melding_id=melding.pk,
            consulent_id=self.anouk.pk,
            at=self.om(geleden, 14),
        )

    def bezoekt(
        self, melding: Melding, *, geleden: int, verslag: str = "", **verder: Any
    ) -> Huisbezoek:
        """A visit of Anouk, planned a week before; made when its day has passed."""
        visit = plan_huisbezoek(
            by=self.anouk,
            huishouden_id=melding.huishouden_id,
            medewerker_id=self.anouk.pk,
            melding_id=melding.pk,
            gepland_op=self.om(geleden, 13, 30),
            at=self._before(melding, geleden),
        )
        if geleden <= 0:
            return visit
        return carry_out_huisbezoek(
            by=self.anouk,
            huisbezoek_id=visit.pk,
            uitgevoerd_op=self.om(geleden, 13, 30),
            verslag=verslag,
            at=self.om(geleden, 16),
            **verder,
        )

    def _before(self, melding: Melding, geleden: int) -> dt.datetime:
        """A week before, but not before the melding and not after now."""
        earliest = melding.geregistreerd_op + dt.timedelta(hours=5)
        return max(earliest, self.om(max(geleden + 7, 1), 11))

    # -- help --------------------------------------------------------------------------
    def kent_toe(
        self,
        inwoner: Inwoner,
        product: str,
        volume: int,
        *,
        geleden: int,
        dagen: int,
        grondslag: str = Grondslag.BESLUIT,
        aanbieder: str = "",
        verwezen: int | None = None,
    ) -> Toewijzing:
        """A toewijzing for so many days, from the next working day; within its contract.

        By besluit: drafted by Anouk, read and taken by the teamleider, sent the same day.
        Else by a referral of so many days ago (`verwezen`), or of the same day.
        """
        aanbod: Aanbod = self.stad.vondst["aanbod"][product]
        van = werkdag_na(self.dag(geleden))
        contracts = [one for one in aanbod.op(van) if aanbieder in one.aanbieder.naam]
        contract = max(contracts or aanbod.op(van), key=lambda one: (one.tot, one.nummer))
        tot = min(contract.tot, van + dt.timedelta(days=dagen))
        omvang = Omvang(
            volume=volume,
            eenheid=aanbod.koop.eenheid,
            frequentie=aanbod.koop.frequentie,
            van=van,
            tot=tot,
            herziening_op=max(van, tot - dt.timedelta(days=84)),
        )
        if grondslag == Grondslag.BESLUIT:
            return decide(self, inwoner, aanbod.product, contract, omvang, geleden=geleden)
        referred = geleden if verwezen is None else verwezen
        return create_toewijzing(
            inwoner=inwoner,
            contract=contract,
            product=aanbod.product,
            grondslag=grondslag,
            verwijzing=Verwijzing(VERWEZEN[Grondslag(grondslag)], self.dag(referred)),
            omvang=omvang,
            by=self.administratie,
            at=self.om(geleden, 15),
        )


def _years_before(day: dt.date, years: int) -> dt.date:
    """The same day so many years ago; 29 February becomes the 28th."""
    if (day.month, day.day) == (2, 29):
        day -= dt.timedelta(days=1)
    return day.replace(year=day.year - years)
