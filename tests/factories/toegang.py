"""The front door: residents, households, contacts, questions, meldingen and visits.

Dates are fixed (VANDAAG is a Tuesday), so that tests do not depend on the clock.
"""

import datetime as dt
from typing import Any

import factory
from factory.django import DjangoModelFactory

from hengelo_sociaal.kern.tijd import AMSTERDAM, dag_van
from hengelo_sociaal.medewerkers.domain import involve
from hengelo_sociaal.medewerkers.models import Grond
from hengelo_sociaal.termijnen.enums import TermijnStatus
from tests.factories.medewerkers import MedewerkerFactory
from tests.factories.termijnen import TermijnFactory
from toegang.enums import HuisbezoekStatus, MeldingStatus, UitvraagStatus
from toegang.models import (
    Contact,
    Huisbezoek,
    Huishouden,
    Hulpvraag,
    Inwoner,
    Lidmaatschap,
    Melding,
    MeldingTermijn,
    Soort,
    Uitvraag,
    VindplaatsMedewerker,
)
from toegang.models.uitvraag import BREED
from toegang.queries.vragenlijst import in_force

VANDAAG = dt.date(2026, 11, 17)
NU = dt.datetime(2026, 11, 17, 10, 42, tzinfo=AMSTERDAM)


class InwonerFactory(DjangoModelFactory):
    """A resident without BSN: `InwonerFactory(met_bsn="123456782")`, `(kind=True)`."""

    class Meta:
        model = Inwoner
        skip_postgeneration_save = True

    class Params:
        jongere = factory.Trait(geboortedatum=dt.date(2003, 5, 1))
        kind = factory.Trait(geboortedatum=dt.date(2015, 5, 1))

    voornamen = factory.Sequence(lambda n: f"Voornaam{n}")
    geslachtsnaam = factory.Sequence(lambda n: f"Achternaam{n}")
    geboortedatum = dt.date(1970, 3, 9)

    @factory.post_generation
    def met_bsn(self, create: bool, bsn: str | None, **kwargs: Any) -> None:
        """`InwonerFactory(met_bsn="123456782")`."""
        if bsn:
            self.set_bsn(bsn)
            self.save()


class HuishoudenFactory(DjangoModelFactory):
    """A household in Hengelo: `HuishoudenFactory(met_leden=2)` or `(leden=[inwoner])`."""

    class Meta:
        model = Huishouden
        skip_postgeneration_save = True

    straat = "Deldenerstraat"
    huisnummer = factory.Sequence(lambda n: n + 1)
    postcode = "7551AA"
    woonplaats = "Hengelo"
    buurt_id = "BU01640000"
    gemeente_id = "GM0164"

    @factory.post_generation
    def met_leden(self, create: bool, number: int | None, **kwargs: Any) -> None:
        for place in range(number or 0):
            LidmaatschapFactory(huishouden=self, rol="aanvrager" if place == 0 else "partner")

    @factory.post_generation
    def leden(self, create: bool, inwoners: list[Inwoner] | None, **kwargs: Any) -> None:
        for place, inwoner in enumerate(inwoners or []):
            rol = "aanvrager" if place == 0 else "partner"
            LidmaatschapFactory(huishouden=self, inwoner=inwoner, rol=rol)

    @factory.post_generation
    def betrokken(self, create: bool, medewerker: Any, **kwargs: Any) -> None:
        """`HuishoudenFactory(betrokken=consulent)`: this colleague may open the dossier."""
        if medewerker:
            involve(
                medewerker=medewerker,
                huishouden_id=self.pk,
                grond=Grond.MELDING,
                op=dt.date(2020, 1, 1),
            )


class LidmaatschapFactory(DjangoModelFactory):
    """Somebody who has lived in a household since 2020."""

    class Meta:
        model = Lidmaatschap

    inwoner = factory.SubFactory(InwonerFactory)
    huishouden = factory.SubFactory(HuishoudenFactory)
    rol = "aanvrager"
    van = dt.date(2020, 1, 1)


class ContactFactory(DjangoModelFactory):
    """A telephone call; anonymous unless `inwoner` or `bekend=True` is given."""

    class Meta:
        model = Contact
        skip_postgeneration_save = True

    class Params:
        bekend = factory.Trait(
            huishouden=factory.SubFactory(HuishoudenFactory, met_leden=1),
            inwoner=factory.LazyAttribute(lambda o: o.huishouden.leden.get()),
            wijk="WK016400",
            gemeente="GM0164",
            leeftijdsgroep="27-64",
        )

    kanaal_id = "telefoon"
    vindplaats_id = "zorgloket"
    namens_id = "zelf"
    plaatsgevonden_op = NU
    dag = factory.LazyAttribute(lambda o: dag_van(o.plaatsgevonden_op))
    geregistreerd_door = factory.SubFactory(MedewerkerFactory)
    geregistreerd_op = factory.SelfAttribute("plaatsgevonden_op")

    @factory.post_generation
    def hulpvragen(self, create: bool, uitkomsten: list[str] | None, **kwargs: Any) -> None:
        """`ContactFactory(hulpvragen=["melding", "open"])`: one question for each outcome."""
        for volgorde, uitkomst in enumerate(uitkomsten or [], start=1):
            HulpvraagFactory(contact=self, volgorde=volgorde, uitkomst_id=uitkomst)


class HulpvraagFactory(DjangoModelFactory):
    """A question about help in the household; law and leefgebied follow `soort_id`."""

    class Meta:
        model = Hulpvraag

    class Params:
        waarde = factory.LazyAttribute(lambda o: Soort.objects.get(pk=o.soort_id))

    contact = factory.SubFactory(ContactFactory, bekend=True)
    soort_id = "huishoudelijke-hulp"
    uitkomst_id = "informatie-en-advies"
    leefgebied_id = factory.SelfAttribute("waarde.leefgebied_id")
    beleidsdomein_id = factory.SelfAttribute("waarde.beleidsdomein_id")
    wet_id = factory.SelfAttribute("waarde.wet_id")


class MeldingFactory(DjangoModelFactory):
    """A new Wmo melding of a resident with a household.

    `MeldingFactory(van_consulent=consulent)` ties a colleague and makes them involved;
    `MeldingFactory(met_termijn=True)` has its six weeks running, and `verlopen=True` is a
    melding of which they have passed.
    """

    class Meta:
        model = Melding
        skip_postgeneration_save = True

    class Params:
        in_onderzoek = factory.Trait(status=MeldingStatus.ONDERZOEK)
        afgerond = factory.Trait(status=MeldingStatus.AFGEROND, afgerond_op=VANDAAG)
        met_termijn = factory.Trait(
            een_termijn=factory.RelatedFactory(
                "tests.factories.toegang.MeldingTermijnFactory", "melding"
            )
        )
        verlopen = factory.Trait(
            ontvangen_op=dt.date(2026, 9, 1),
            status=MeldingStatus.ONDERZOEK,
            een_termijn=factory.RelatedFactory(
                "tests.factories.toegang.MeldingTermijnFactory",
                "melding",
                termijn__status=TermijnStatus.VERLOPEN,
            ),
        )

    nummer = factory.Sequence(lambda n: f"M-2026-9{n:04d}")
    hulpvraag = factory.SubFactory(HulpvraagFactory, uitkomst_id="melding")
    huishouden = factory.SelfAttribute("hulpvraag.contact.huishouden")
    inwoner = factory.SelfAttribute("hulpvraag.contact.inwoner")
    wet_id = "wmo"
    ontvangen_op = VANDAAG
    eerste_keer = True
    geregistreerd_door = factory.SelfAttribute("hulpvraag.contact.geregistreerd_door")
    geregistreerd_op = NU

    @factory.post_generation
    def van_consulent(self, create: bool, consulent: Any, **kwargs: Any) -> None:
        if consulent:
            self.consulent = consulent
            self.save()
            involve(
                medewerker=consulent,
                huishouden_id=self.huishouden_id,
                grond=Grond.MELDING,
                op=self.ontvangen_op,
            )


class MeldingTermijnFactory(DjangoModelFactory):
    """The six weeks of a Wmo onderzoek, running for a melding."""

    class Meta:
        model = MeldingTermijn

    melding = factory.SubFactory(MeldingFactory)
    termijn = factory.SubFactory(
        TermijnFactory, onderzoek=True, start=factory.SelfAttribute("..melding.ontvangen_op")
    )


class HuisbezoekFactory(DjangoModelFactory):
    """A visit that is planned; `uitgevoerd=True` for one that was made."""

    class Meta:
        model = Huisbezoek

    class Params:
        uitgevoerd = factory.Trait(
            status=HuisbezoekStatus.UITGEVOERD, uitgevoerd_op=NU, verslag="Gesproken over wonen."
        )

    huishouden = factory.SubFactory(HuishoudenFactory, met_leden=1)
    medewerker = factory.SubFactory(MedewerkerFactory, consulent=True)
    gepland_op = NU


class VindplaatsMedewerkerFactory(DjangoModelFactory):
    """A POH jeugd who registers for the practice."""

    class Meta:
        model = VindplaatsMedewerker

    medewerker = factory.SubFactory(MedewerkerFactory, rollen=["vindplaats"])
    vindplaats_id = "poh-jeugd"
    van = dt.date(2020, 1, 1)


class UitvraagFactory(DjangoModelFactory):
    """An open uitvraag of a household by telephone; `afgerond=True` for one that is finished."""

    class Meta:
        model = Uitvraag

    class Params:
        afgerond = factory.Trait(
            status=UitvraagStatus.AFGEROND, afgerond_op=factory.SelfAttribute("begonnen_op")
        )

    versie = factory.LazyFunction(lambda: in_force(BREED))
    huishouden = factory.SubFactory(HuishoudenFactory, met_leden=1)
    kanaal_id = "telefoon"
    vindplaats_id = "zorgloket"
    begonnen_op = NU
    begonnen_door = factory.SubFactory(MedewerkerFactory)
    bewaard_op = factory.SelfAttribute("begonnen_op")
    bewaard_door = factory.SelfAttribute("begonnen_door")
