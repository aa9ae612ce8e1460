"""Meldingen of werk.nl and referrals of doctors and GI's, by file."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from hengelo_sociaal.invoer.exceptions import InvoerGeweigerd, Regelfout
from hengelo_sociaal.invoer.kolommen import Kolom, datum, een_van, geheel
from hengelo_sociaal.invoer.register import Importer, Indeling, Invoer, Rij, Telling
from hengelo_sociaal.kern.fouten import DomeinFout
from toegang.domain.binnengekomen import VINDPLAATS_VAN, Bericht, take_in
from toegang.domain.genoemd import Genoemd
from toegang.domain.huishouden import Adres
from toegang.domain.verwezen import Verwezen
from toegang.enums import Bron
from toegang.rechten import HUISHOUDEN_SCHRIJVEN

WIE = (
    Kolom("kenmerk", max_lengte=60),
    Kolom("datum", datum, ook=("datum_melding", "datum_verwijzing")),
    Kolom("voornamen", max_lengte=120, ook=("voornaam",)),
    Kolom("tussenvoegsel", verplicht=False, max_lengte=20),
    Kolom("achternaam", max_lengte=120, ook=("geslachtsnaam",)),
    Kolom("geboortedatum", datum),
    Kolom("bsn", verplicht=False, max_lengte=9),
    Kolom("telefoon", verplicht=False, max_lengte=20),
    Kolom("straat", verplicht=False, max_lengte=100),
    Kolom("huisnummer", geheel, verplicht=False),
    Kolom("postcode", verplicht=False, max_lengte=7),
    Kolom("woonplaats", verplicht=False, max_lengte=80),
    Kolom("soort", verplicht=False, max_lengte=40),
    Kolom("toelichting", verplicht=False, max_lengte=500),
)


def _werk_nl(rij: Rij) -> Bericht:
    return _message(rij, bron=Bron.WERK_NL, soort="bijstand")


def _referral(rij: Rij) -> Bericht:
    """Without a day of its own the referral is of the day that stands in the file."""
    message = _message(rij, bron=Bron.VERWIJZING, soort="jeugdhulp", verwijzer=rij["verwijzer"])
    who = Verwezen(
        naam=rij.velden.get("verwijzer_naam", ""),
        organisatie=rij.velden.get("verwijzer_organisatie", ""),
        op=rij.velden.get("verwezen_op") or rij["datum"],
    )
    return replace(message, verwezen=who)


def _message(rij: Rij, *, bron: str, soort: str, verwijzer: str | None = None) -> Bericht:
    return Bericht(
        bron=bron,
        kenmerk=rij["kenmerk"],
        datum=rij["datum"],
        wie=Genoemd(
            voornamen=rij["voornamen"],
            tussenvoegsel=rij["tussenvoegsel"],
            geslachtsnaam=rij["achternaam"],
            geboortedatum=rij["geboortedatum"],
            telefoon=rij["telefoon"],
            bsn=rij["bsn"].zfill(9) if rij["bsn"] else "",
        ),
        adres=Adres(
            straat=rij["straat"],
            huisnummer=rij["huisnummer"],
            postcode=rij["postcode"],
            woonplaats=rij["woonplaats"],
        ),
        soort=rij["soort"] or soort,
        verwijzer=verwijzer,
        toelichting=rij["toelichting"],
    )


def _saver(read: Callable[[Rij], Bericht]) -> Callable[[Sequence[Rij], Invoer], Telling]:
    """Take every line in, and say of each bad one why; one bad line refuses all."""

    def save(rijen: Sequence[Rij], invoer: Invoer) -> Telling:
        counted, faults = Telling(), []
        for rij in rijen:
            try:
                _, is_new = take_in(by=invoer.by, bericht=read(rij), at=invoer.at)
                counted += Telling(nieuw=int(is_new), gelijk=int(not is_new))
            except DomeinFout as refusal:
                faults.append(Regelfout(rij.regel, _sentence(refusal)))
            invoer.voortgang(1)
        if faults:
            raise InvoerGeweigerd(faults)
        return counted

    return save


def _sentence(refusal: DomeinFout) -> str:
    return "; ".join(refusal.velden.values()) or refusal.melding


WERK_NL = Indeling("werk-nl", kolommen=WIE, sleutel=("kenmerk",), bewaar=_saver(_werk_nl))
VERWEZEN = (*WIE, Kolom("verwijzer", een_van(tuple(VINDPLAATS_VAN))))
VERWIJZINGEN = Indeling(
    "verwijzingen",
    kolommen=(
        *VERWEZEN,
        Kolom("verwijzer_naam", verplicht=False, max_lengte=120),
        Kolom("verwijzer_organisatie", verplicht=False, max_lengte=120),
        Kolom("verwezen_op", datum, verplicht=False),
    ),
    sleutel=("kenmerk",),
    bewaar=_saver(_referral),
)
# Without who exactly referred: not every sender says so.
VERWIJZINGEN_KORT = Indeling(
    "verwijzingen zonder naam",
    kolommen=VERWEZEN,
    sleutel=("kenmerk",),
    bewaar=_saver(_referral),
)
IMPORTERS = (
    Importer("werk-nl", "Meldingen van werk.nl", HUISHOUDEN_SCHRIJVEN, (WERK_NL,)),
    Importer(
        "verwijzingen",
        "Verwijzingen jeugd",
        HUISHOUDEN_SCHRIJVEN,
        (VERWIJZINGEN, VERWIJZINGEN_KORT),
    ),
)
