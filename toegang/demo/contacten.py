"""Contacts with their questions, month by month."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate

from hengelo_sociaal.demo.kopieren import copy_records
from hengelo_sociaal.demo.stad import Kiezer, Stad, first_of_month
from hengelo_sociaal.gebieden.models import Leeftijdsgroep
from hengelo_sociaal.kern.tijd import leeftijd_op
from hengelo_sociaal.medewerkers.demo import SCHOOL
from hengelo_sociaal.medewerkers.models import Medewerker
from toegang.demo.huishoudens import Gezin
from toegang.demo.stromen import ADVIES, MELDING, STROMEN, Stroom
from toegang.enums import ONBEKEND
from toegang.models import Contact, Hulpvraag, Inwoner, Soort, VindplaatsMedewerker
from voorzieningen.demo.bijhouden import PARTNER

KIND_WETTEN = ("jeugdwet", "leerplichtwet")  # what these laws are about, a child has
AANTAL_VRAGEN = {1: 0.86, 2: 0.11, 3: 0.03}
TOELICHTING = {
    "huishoudelijke-hulp": "Kan het huis niet meer zelf schoonhouden.",
    "individuele-begeleiding": "Wil hulp om de dag en de week op orde te houden.",
    "vervoer": "Kan niet met de bus en wil naar familie.",
    "woningaanpassing": "De trap en de douche lukken niet meer.",
    "hulpmiddel": "Vraagt wat er mogelijk is om binnen te lopen.",
    "rolstoel": "Kan buiten geen stukken meer lopen.",
    "dagbesteding": "Zoekt een plek om overdag bezig te zijn.",
    "mantelzorg": "Zorgt al jaren voor de partner en raakt op.",
    "eenzaamheid": "Spreekt dagen niemand en wil dat anders.",
    "schulden": "Er liggen ongeopende rekeningen.",
    "bijstand": "Het contract is gestopt en er is geen ander inkomen.",
    "jeugdhulp": "Thuis loopt het vast met de jongste.",
    "jeugd-ggz": "Slaapt slecht en wil niet naar school.",
    "opvoeden": "Wil tips om rust te krijgen in huis.",
}
# Who works at a vindplaats did so before the town's first month: the stories go further back.
DIENSTMAANDEN = 60
# The vindplaatsen where somebody logs in, and with which account.
BEMENST = {"poh-jeugd": "vindplaats", "wijkracht": PARTNER, "school-ikc": SCHOOL}


@dataclass(frozen=True)
class Geregistreerd:
    """A contact of the town, with what became of it."""

    contact: Contact
    hulpvragen: list[Hulpvraag]
    gezin: Gezin | None
    stroom: Stroom

    @property
    def leidt_tot_melding(self) -> bool:
        """Whether there is more to tell about it than that it took place."""
        return any(becomes_melding(question) for question in self.hulpvragen)


def becomes_melding(hulpvraag: Hulpvraag) -> bool:
    """Whether a melding comes of the question, which then has a law."""
    return hulpvraag.uitkomst_id == MELDING and hulpvraag.wet_id is not None


@dataclass(frozen=True)
class _Mensen:
    """Who may ask: households by how often they do, and those of the neighbours."""

    iedereen: Kiezer
    met_kinderen: Kiezer
    buren: list[Gezin]


def make_contacts(stad: Stad) -> Iterator[list[Geregistreerd]]:
    """Make and store the contacts of all streams, oldest first, a month at a time.

    There are more of them than of anything else, so only the caller keeps what it needs.
    """
    _man_the_vindplaats(stad)
    mensen = _who_asks(stad)
    soorten = {one.code: one for one in Soort.objects.all()}
    for month in stad.toon(list(stad.maandbegin()), "contacten"):
        made = [
            _contact(stad, stroom, month, mensen, soorten)
            for stroom in STROMEN
            for _ in range(stad.aantal(stroom.per_maand, month))
        ]
        made.sort(key=lambda one: one.contact.plaatsgevonden_op)
        copy_records(Contact, [one.contact for one in made])
        copy_records(Hulpvraag, [question for one in made for question in one.hulpvragen])
        yield made


def _man_the_vindplaats(stad: Stad) -> None:
    for vindplaats in BEMENST:
        VindplaatsMedewerker.objects.create(
            medewerker=_worker_at(stad, vindplaats),
            vindplaats_id=vindplaats,
            van=first_of_month(stad.tot, DIENSTMAANDEN),
        )


def _worker_at(stad: Stad, vindplaats: str) -> Medewerker:
    people = stad.vondst["medewerkers"] | {PARTNER: stad.vondst["partner"]}
    worker: Medewerker = people[BEMENST[vindplaats]]
    return worker


def _who_asks(stad: Stad) -> _Mensen:
    """A third of the households ask most of the questions."""
    hengelo = [one for one in stad.vondst["huishoudens"] if one.gemeente == "GM0164"]
    buren = [one for one in stad.vondst["huishoudens"] if one.gemeente != "GM0164"]
    families = [one for one in hengelo if one.kinderen]

    def chooser(gezinnen: list[Gezin]) -> Kiezer:
        weights = [stad.rng.paretovariate(1.6) for _ in gezinnen]
        return Kiezer(stad.rng, gezinnen, list(accumulate(weights)))

    return _Mensen(chooser(hengelo), chooser(families), buren)


def _contact(
    stad: Stad, stroom: Stroom, maand: dt.date, mensen: _Mensen, soorten: dict[str, Soort]
) -> Geregistreerd:
    moment = stad.tijdstip(stad.werkdag(maand))
    uitkomst = stad.kies(stroom.uitkomsten)
    asked = [soorten[stad.kies(stroom.soorten)] for _ in range(stad.kies(AANTAL_VRAGEN))]
    known = uitkomst == MELDING or not stad.kans(stroom.anoniem)
    gezin, inwoner = _who(stad, stroom, asked[0], mensen, moment.date()) if known else (None, None)
    contact = Contact(
        id=stad.kenmerk(moment),
        kanaal_id=stad.kies(stroom.kanalen),
        vindplaats_id=stroom.vindplaats,
        plaatsgevonden_op=moment,
        dag=moment.date(),
        inwoner=inwoner,
        huishouden=gezin.huishouden if gezin else None,
        namens_id=stad.kies(stroom.namens),
        wijk=gezin.wijk if gezin else ONBEKEND,
        gemeente=gezin.gemeente if gezin else ONBEKEND,
        leeftijdsgroep=_age_group(inwoner, moment.date()),
        geregistreerd_door=_registrar(stad, stroom),
        geregistreerd_op=moment + dt.timedelta(minutes=stad.rng.randrange(1, 9)),
    )
    return Geregistreerd(contact, list(_questions(stad, contact, uitkomst, asked)), gezin, stroom)


def _who(
    stad: Stad, stroom: Stroom, soort: Soort, mensen: _Mensen, dag: dt.date
) -> tuple[Gezin, Inwoner]:
    """A household and the person in it that the first question is about."""
    if stroom.leeftijd == "kind" or soort.wet_id in KIND_WETTEN:
        while True:
            gezin = mensen.met_kinderen()
            born = [one for one in gezin.kinderen if one.geboortedatum and one.geboortedatum < dag]
            if born:
                return gezin, stad.rng.choice(born)
    if stroom.buren and stad.kans(stroom.buren):
        gezin = stad.rng.choice(mensen.buren)
    else:
        gezin = mensen.iedereen()
    adults = [one for one in gezin.volwassenen if _is_adult(one, dag)]
    return gezin, stad.rng.choice(adults or gezin.volwassenen)


def _is_adult(inwoner: Inwoner, dag: dt.date) -> bool:
    return inwoner.geboortedatum is not None and leeftijd_op(inwoner.geboortedatum, dag) >= 18


def _age_group(inwoner: Inwoner | None, dag: dt.date) -> str:
    if inwoner is None or inwoner.geboortedatum is None or inwoner.geboortedatum > dag:
        return Leeftijdsgroep.ONBEKEND.value
    return Leeftijdsgroep.van_leeftijd(leeftijd_op(inwoner.geboortedatum, dag)).value


def _registrar(stad: Stad, stroom: Stroom) -> Medewerker:
    people: dict[str, Medewerker] = stad.vondst["medewerkers"]
    if stroom.vindplaats in BEMENST:
        return _worker_at(stad, stroom.vindplaats)
    return people["loket" if stroom.vindplaats in ("zorgloket", "website") else "consulent"]


def _questions(
    stad: Stad, contact: Contact, uitkomst: str, asked: list[Soort]
) -> Iterator[Hulpvraag]:
    """A contact is information and advice only when all its questions are."""
    for place, soort in enumerate(asked, start=1):
        yield Hulpvraag(
            id=stad.kenmerk(contact.plaatsgevonden_op),
            contact=contact,
            volgorde=place,
            soort=soort,
            toelichting=TOELICHTING.get(soort.code, ""),
            uitkomst_id=_outcome(uitkomst, soort, place),
            leefgebied_id=soort.leefgebied_id,
            beleidsdomein_id=soort.beleidsdomein_id,
            wet_id=soort.wet_id,
        )


def _outcome(uitkomst: str, soort: Soort, place: int) -> str:
    """The first question gives the outcome; what no law is about never becomes a melding."""
    if uitkomst != MELDING:
        return uitkomst
    if place > 1:
        return ADVIES
    return MELDING if soort.wet_id else "algemene-voorziening"
