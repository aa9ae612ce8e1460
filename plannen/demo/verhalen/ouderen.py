"""Older people: a couple with a daughter who cares, a stairlift that waits, a lonely widow."""

from plannen.demo.verhalen.planner import Planner
from plannen.demo.verhalen.verteller import Persoon, Verteller
from plannen.domain.partijen import PartijGegevens, admit_partij
from plannen.enums import AkkoordWijze, Inzagegrond, Partijsoort, RedenNietLichter, Stap, Trede
from plannen.models import Doel
from toegang.domain.melding_stappen import (
    close_melding,
    decide_melding,
    finish_onderzoek,
    receive_aanvraag,
)
from toegang.domain.melding_stappen import start_onderzoek as begin
from toegang.enums import Rol
from toegang.models import Huishouden, Inwoner


def ter_horst(v: Verteller) -> Huishouden:
    """Gerrit has dementia; Riek and their daughter care for him and need a breather."""
    riek = v.registreer(Persoon("Riek", "ter Horst", 80, "vrouw", 33), 190)
    gerrit = v.registreer(Persoon("Gerrit", "ter Horst", 82, "man", 300), 190)
    thuis = v.huisvest(
        [(riek, Rol.AANVRAGER), (gerrit, Rol.PARTNER)],
        wijk="WK016404",
        huisnummer=16,
        geleden=190,
    )
    vraag = v.vraagt(
        gerrit,
        "dagbesteding",
        "De dagen thuis zijn te lang voor allebei.",
        geleden=180,
        namens="mantelzorger",
    )
    melding = v.meldt(vraag, "wmo", geleden=180)
    begin(by=v.anouk, melding_id=melding.pk, at=v.om(178))
    v.bezoekt(
        melding,
        geleden=165,
        verslag="Riek slaapt slecht. Gerrit houdt van timmeren. Dochter Anneke komt drie keer.",
    )
    finish_onderzoek(
        by=v.anouk,
        melding_id=melding.pk,
        op=v.dag(152),
        ondersteuning_nodig=True,
        at=v.om(152, 16),
    )
    receive_aanvraag(by=v.anouk, melding_id=melding.pk, op=v.dag(150), at=v.om(150))
    decide_melding(
        by=v.anouk, melding_id=melding.pk, op=v.dag(140), toegekend=True, at=v.om(140, 14)
    )
    _plan_of_the_couple(v, thuis, gerrit, riek)
    _wants_respite(v, riek)
    return thuis


def _plan_of_the_couple(v: Verteller, thuis: Huishouden, gerrit: Inwoner, riek: Inwoner) -> None:
    plan = Planner(v, thuis, geleden=145, wat_telt="Samen thuis blijven zolang het kan.")
    dag = _days_for_gerrit(v, plan, gerrit)
    huis = _house(v, plan, riek)
    plan.regie(geleden=142)
    plan.spreek_af([gerrit, riek], geleden=138, wijze=AkkoordWijze.MONDELING)
    plan.evalueer(afgesproken=138, op=-5)
    plan.hoe_ver(dag, Stap.BIJNA, inwoner=gerrit, geleden=40)
    plan.hoe_ver(huis, Stap.BEREIKT, inwoner=riek, geleden=40)
    admit_partij(
        plan_id=plan.plan.pk,
        gegevens=PartijGegevens(
            naam="Anneke Wolters-ter Horst",
            soort=Partijsoort.MANTELZORGER,
            doelen=[dag.pk, huis.pk],
            grond=Inzagegrond.TOESTEMMING,
            telefoon="06-55500001",
            toestemming_van=[gerrit.pk, riek.pk],
        ),
        by=v.anouk,
        at=v.om(136, 12),
    )


def _days_for_gerrit(v: Verteller, plan: Planner, gerrit: Inwoner) -> Doel:
    dag = plan.doel(
        "Ik ben overdag onder de mensen en timmer weer",
        "werk-en-dagbesteding",
        geleden=145,
        inwoner=gerrit,
    )
    plan.afspraak(
        dag,
        Trede.MAATWERK,
        "Vier dagdelen per week naar de werkplaats op de boerderij",
        geleden=140,
        wet="wmo",
        voorziening="dagbesteding",
        organisatie="Zorgboerderij de Klaverhoeve",
        reden_niet_lichter=RedenNietLichter.ZWAARTE,
        toewijzing=v.kent_toe(gerrit, "07A01", 4, geleden=140, dagen=365, aanbieder="Klaverhoeve"),
    )
    plan.afspraak(
        dag, Trede.NETWERK, "Anneke neemt vader op vrijdag mee", geleden=140, naam="Anneke"
    )
    return dag


def _house(v: Verteller, plan: Planner, riek: Inwoner) -> Doel:
    huis = plan.doel("Het huis is schoon en ik slaap genoeg", "wonen", geleden=145, inwoner=riek)
    plan.afspraak(
        huis,
        Trede.MAATWERK,
        "Hulp bij het huishouden, 150 minuten per week",
        geleden=140,
        wet="wmo",
        voorziening="huishoudelijke-hulp",
        organisatie="Thuiszorg",
        reden_niet_lichter=RedenNietLichter.NETWERK_VOL,
        toewijzing=v.kent_toe(riek, "01A05", 150, geleden=140, dagen=730, aanbieder="Thuiszorg"),
    )
    plan.afspraak(
        huis,
        Trede.ALGEMEEN,
        "Riek gaat naar het mantelzorgcafé",
        geleden=140,
        gedaan=90,
        voorziening="mantelzorgcafe",
        organisatie="Wijkracht",
    )
    return huis


def _wants_respite(v: Verteller, riek: Inwoner) -> None:
    vraag = v.vraagt(
        riek, "kortdurend-verblijf", "Zou Gerrit een weekend ergens kunnen logeren?", geleden=20
    )
    melding = v.meldt(vraag, "wmo", geleden=20)
    begin(by=v.anouk, melding_id=melding.pk, at=v.om(17))
    v.bezoekt(melding, geleden=-2)


def hofstede(v: Verteller) -> Huishouden:
    """Wilma waits for a stairlift: the onderzoek is over its six weeks."""
    wilma = v.registreer(Persoon("Wilma", "Hofstede", 76, "vrouw"), 56)
    thuis = v.huisvest([(wilma, Rol.AANVRAGER)], wijk="WK016402", huisnummer=5, geleden=56)
    vraag = v.vraagt(
        wilma, "woningaanpassing", "De trap lukt niet meer, de slaapkamer is boven.", geleden=51
    )
    melding = v.meldt(vraag, "wmo", geleden=51)
    begin(by=v.anouk, melding_id=melding.pk, at=v.om(48))
    v.bezoekt(
        melding,
        geleden=24,
        verslag="De trap is steil en smal. De leverancier moet meten; dat duurt drie weken.",
    )
    hulp = v.vraagt(wilma, "huishoudelijke-hulp", "Stofzuigen lukt ook niet meer.", geleden=9)
    v.meldt(hulp, "wmo", geleden=9)
    return thuis


def meijer(v: Verteller) -> Huishouden:
    """Truus lost her husband; general provisions were enough, so nothing was granted."""
    truus = v.registreer(Persoon("Truus", "Meijer", 79, "vrouw", 15), 130)
    thuis = v.huisvest([(truus, Rol.AANVRAGER)], wijk="WK016401", huisnummer=62, geleden=130)
    vraag = v.vraagt(
        truus, "eenzaamheid", "Spreekt dagen niemand sinds haar man er niet meer is.", geleden=120
    )
    melding = v.meldt(vraag, "wmo", geleden=120)
    begin(by=v.anouk, melding_id=melding.pk, at=v.om(118))
    v.bezoekt(melding, geleden=106, verslag="Truus was naaister. Ze zoekt mensen om zich heen.")
    finish_onderzoek(
        by=v.anouk,
        melding_id=melding.pk,
        op=v.dag(98),
        ondersteuning_nodig=False,
        at=v.om(98, 15),
    )
    close_melding(by=v.anouk, melding_id=melding.pk, op=v.dag(97), at=v.om(97, 12))
    plan = Planner(v, thuis, geleden=100, wat_telt="Weer zin hebben om op te staan.")
    doel = plan.doel(
        "Ik spreek elke week mensen die ik aardig vind", "netwerk", geleden=100, inwoner=truus
    )
    plan.afspraak(
        doel,
        Trede.EIGEN_KRACHT,
        "De naaimachine van zolder halen",
        geleden=99,
        inwoner=truus,
        gedaan=80,
    )
    plan.afspraak(
        doel,
        Trede.NETWERK,
        "Overbuurvrouw komt op zondag koffiedrinken",
        geleden=99,
        naam="Overbuurvrouw",
    )
    plan.afspraak(
        doel,
        Trede.ALGEMEEN,
        "Naaiclub in het wijkcentrum, elke donderdag",
        geleden=99,
        voorziening="ontmoeting-hengelose-es",
        organisatie="Wijkracht",
    )
    plan.spreek_af([truus], geleden=95)
    plan.hoe_ver(doel, Stap.BIJNA, inwoner=truus, geleden=20)
    plan.evalueer(afgesproken=95, op=-8)
    return thuis
