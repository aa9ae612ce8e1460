"""Jolanda, the resident by whom the beleidsprogramma introduces itself (BP, chapter 1).

28 years, Wajong, four days a week of day activity, 1.7 hours of guidance a week, debts under
administration, a son who lives with foster parents, a boyfriend whose family helps.
"""

from aanbieders.enums import Grondslag
from aanbieders.models import Toewijzing
from plannen.demo.verhalen.planner import Planner
from plannen.demo.verhalen.verteller import Persoon, Verteller
from plannen.domain.partijen import PartijGegevens, admit_partij
from plannen.enums import (
    EvaluatieUitkomst,
    Herhaling,
    Hoedanigheid,
    Inzagegrond,
    Partijsoort,
    Prioriteit,
    RedenNietLichter,
    Stap,
    Trede,
    Weekdag,
)
from plannen.models import Doel
from toegang.domain.huishouden import Lid, add_member
from toegang.domain.melding_stappen import decide_melding, finish_onderzoek, receive_aanvraag
from toegang.domain.melding_stappen import start_onderzoek as begin
from toegang.domain.netwerk import (
    NetwerkGegevens,
    VertegenwoordigerGegevens,
    add_netwerklid,
    add_vertegenwoordiger,
)
from toegang.enums import Aard, Band, Hechtheid, Relatie, Rol, Vertegenwoordiging
from toegang.models import Huishouden, Inwoner, Melding

MINUTEN = 102  # 1.7 hours of guidance a week
DAGDELEN = 8  # four days a week
VERSLAG = (
    "Jolanda laat haar huis zien en vertelt over haar werk. Ze wil een betaalde baan en haar "
    "zoon vaker zien. De post ligt in een doos. Haar vriend en zijn moeder helpen graag mee."
)


def vertel(v: Verteller) -> Huishouden:
    """A plan across four laws, in its second version, with an evaluation coming up."""
    jolanda = v.registreer(Persoon("Jolanda", "Brinkman", 28, "vrouw"), 300)
    zoon = v.registreer(Persoon("Milan", "Brinkman", 3, "man", 200), 300)
    thuis = v.huisvest([(jolanda, Rol.AANVRAGER)], wijk="WK016405", huisnummer=41, geleden=300)
    _place_with_foster_parents(v, zoon, thuis)
    _support(v, jolanda)
    _debts(v, jolanda)
    pleegzorg = v.kent_toe(zoon, "44A08", 7, geleden=251, dagen=600, grondslag=Grondslag.GI)
    _plan(v, thuis, jolanda, zoon, pleegzorg)
    _around_her(v, thuis, jolanda, zoon)
    return thuis


def _around_her(v: Verteller, thuis: Huishouden, jolanda: Inwoner, zoon: Inwoner) -> None:
    """Her boyfriend and his mother, who keeps her money, and who decides for her son."""
    for naam, relatie, omschrijving in (
        ("Kevin Smit", Relatie.VRIEND, "vriend, rijdt mee naar Milan"),
        ("Ria Smit", Relatie.FAMILIE, "moeder van Kevin, kookt elke zondag met Jolanda"),
    ):
        add_netwerklid(
            by=v.anouk,
            huishouden_id=thuis.pk,
            gegevens=NetwerkGegevens(
                naam=naam, relatie=relatie, omschrijving=omschrijving, band=Hechtheid.STERK
            ),
            van=v.dag(270),
            at=v.om(270, 16),
        )
    for inwoner, soort, organisatie, grondslag in (
        (
            jolanda,
            Vertegenwoordiging.BEWINDVOERDER,
            "Bewindvoering de Balans",
            "Beschikking van de kantonrechter",
        ),
        (
            zoon,
            Vertegenwoordiging.VOOGD,
            "Jeugdbescherming Overijssel",
            "Beschikking van de kinderrechter",
        ),
    ):
        add_vertegenwoordiger(
            by=v.anouk,
            inwoner_id=inwoner.pk,
            gegevens=VertegenwoordigerGegevens(
                soort=soort, naam=organisatie, organisatie=organisatie, grondslag=grondslag
            ),
            van=v.dag(160),
            at=v.om(160, 15),
        )


def _place_with_foster_parents(v: Verteller, zoon: Inwoner, thuis: Huishouden) -> None:
    pleegmoeder = v.registreer(Persoon("Hanneke", "Bosman", 45, "vrouw"), 300)
    v.huisvest(
        [(pleegmoeder, Rol.AANVRAGER), (zoon, Rol.KIND)],
        wijk="WK016408",
        huisnummer=12,
        geleden=300,
    )
    add_member(
        by=v.loket,
        huishouden_id=thuis.pk,
        lid=Lid(
            inwoner_id=zoon.pk,
            rol=Rol.KIND,
            band=Band.FAMILIE,
            aard=Aard.UIT_HUIS_GEPLAATST,
        ),
        van=v.dag(300),
        at=v.om(300, 9, 30),
    )


def _support(v: Verteller, jolanda: Inwoner) -> Melding:
    """Wmo: melding, visit, onderzoek, application and besluit, all in time."""
    vraag = v.vraagt(
        jolanda, "individuele-begeleiding", "Wil hulp om de week op orde te houden.", geleden=290
    )
    melding = v.meldt(vraag, "wmo", geleden=290)
    begin(by=v.anouk, melding_id=melding.pk, at=v.om(287))
    v.bezoekt(melding, geleden=271, verslag=VERSLAG)
    finish_onderzoek(
        by=v.anouk,
        melding_id=melding.pk,
        op=v.dag(262),
        ondersteuning_nodig=True,
        at=v.om(262, 16),
    )
    receive_aanvraag(by=v.anouk, melding_id=melding.pk, op=v.dag(258), at=v.om(258))
    return decide_melding(
        by=v.anouk, melding_id=melding.pk, op=v.dag(250), toegekend=True, at=v.om(250, 14)
    )


def _debts(v: Verteller, jolanda: Inwoner) -> None:
    """Wgs: a first talk within four weeks, and a besluit."""
    vraag = v.vraagt(
        jolanda,
        "schulden",
        "Er liggen rekeningen van een jaar. Jolanda leeft van de Wajong en laat nu hulp toe.",
        geleden=205,
        kanaal="spreekuur",
        vindplaats="budgetalert",
    )
    melding = v.meldt(vraag, "wgs", geleden=205)
    begin(by=v.anouk, melding_id=melding.pk, at=v.om(203))
    finish_onderzoek(
        by=v.anouk,
        melding_id=melding.pk,
        op=v.dag(190),
        ondersteuning_nodig=True,
        at=v.om(190, 16),
    )
    decide_melding(
        by=v.anouk, melding_id=melding.pk, op=v.dag(160), toegekend=True, at=v.om(160, 14)
    )


def _plan(
    v: Verteller, thuis: Huishouden, jolanda: Inwoner, zoon: Inwoner, pleegzorg: Toewijzing
) -> None:
    plan = Planner(
        v, thuis, geleden=252, wat_telt="Ik wil gewoon werken en mijn zoon zien opgroeien."
    )
    plan.doet_mee(zoon, Hoedanigheid.UIT_HUIS_GEPLAATST, geleden=252)
    werk = _work(v, plan, jolanda)
    gezond = _week_in_order(v, plan, jolanda)
    zien = _son(plan, jolanda, pleegzorg)
    plan.regie(geleden=248, aanspreekpunt="Ilse van Beek", organisatie="Begeleiding Twente")
    plan.spreek_af([jolanda], geleden=246)
    geld = _money(plan, jolanda)
    eerste = plan.evalueer(afgesproken=150, op=64)
    plan.spreek_af([jolanda], geleden=148)
    for doel, stap in ((werk, Stap.KLEINE_STAP), (gezond, Stap.BIJNA), (geld, Stap.HALVERWEGE)):
        plan.hoe_ver(doel, stap, inwoner=jolanda, geleden=64)
    plan.hoe_ver(zien, Stap.KLEINE_STAP, geleden=64)
    plan.geevalueerd(
        eerste,
        EvaluatieUitkomst.DOORGAAN,
        "De post is op orde. Het bezoek aan Milan gaat beter met een vaste dag.",
        geleden=64,
        volgende=12,
    )
    _let_boyfriend_see(v, plan, [zien, gezond], jolanda)


def _work(v: Verteller, plan: Planner, jolanda: Inwoner) -> Doel:
    doel = plan.doel(
        "Ik heb een betaalde baan", "werk-en-dagbesteding", geleden=252, inwoner=jolanda
    )
    plan.afspraak(
        doel,
        Trede.MAATWERK,
        "Vier dagen per week werken bij de groothandel, als dagbesteding",
        geleden=250,
        wet="wmo",
        voorziening="dagbesteding",
        organisatie="De Werkplaats",
        reden_niet_lichter=RedenNietLichter.ZWAARTE,
        toewijzing=v.kent_toe(
            jolanda, "07A01", DAGDELEN, geleden=250, dagen=540, aanbieder="Werkplaats"
        ),
    )
    plan.afspraak(
        doel,
        Trede.EIGEN_KRACHT,
        "Opschrijven welk werk ik leuk vind",
        geleden=250,
        inwoner=jolanda,
        gedaan=120,
    )
    plan.afspraak(
        doel,
        Trede.MAATWERK,
        "Gesprek over werk met loonkostensubsidie",
        geleden=62,
        voor=5,
        wet="participatiewet",
        voorziening="loonkostensubsidie",
        organisatie="SWB",
        reden_niet_lichter=RedenNietLichter.GEPROBEERD,
    )
    return doel


def _week_in_order(v: Verteller, plan: Planner, jolanda: Inwoner) -> Doel:
    doel = plan.doel("Ik houd mijn week zelf op orde", "gezondheid", geleden=252, inwoner=jolanda)
    plan.afspraak(
        doel,
        Trede.MAATWERK,
        "Begeleiding thuis, 102 minuten per week",
        geleden=250,
        wet="wmo",
        voorziening="individuele-begeleiding",
        organisatie="Begeleiding Twente",
        reden_niet_lichter=RedenNietLichter.ZWAARTE,
        toewijzing=v.kent_toe(
            jolanda, "02A03", MINUTEN, geleden=250, dagen=540, aanbieder="Begeleiding Twente"
        ),
    )
    koken = plan.afspraak(
        doel,
        Trede.NETWERK,
        "Moeder van Kevin kookt samen met Jolanda",
        geleden=250,
        naam="Familie van Kevin",
        herhaling=Herhaling.WEKELIJKS,
        weekdagen=[Weekdag.ZONDAG],
    )
    plan.keren(koken, weken=5)
    return doel


def _son(plan: Planner, jolanda: Inwoner, pleegzorg: Toewijzing) -> Doel:
    doel = plan.doel(
        "Ik zie Milan om de week en kom mijn afspraken na",
        "opvoeden",
        geleden=252,
        inwoner=jolanda,
        prioriteit=Prioriteit.DAARNA,
    )
    plan.afspraak(
        doel,
        Trede.MAATWERK,
        "Milan woont bij zijn pleegouders",
        geleden=250,
        wet="jeugdwet",
        voorziening="pleegzorg",
        organisatie="Pleegzorg de Brug",
        reden_niet_lichter=RedenNietLichter.VERWIJZING,
        toewijzing=pleegzorg,
    )
    bezoek = plan.afspraak(
        doel,
        Trede.NETWERK,
        "Jolanda bezoekt Milan, Kevin rijdt mee",
        geleden=250,
        inwoner=jolanda,
        naam="Kevin (vriend)",
        herhaling=Herhaling.TWEEWEKELIJKS,
        weekdagen=[Weekdag.ZATERDAG],
    )
    plan.keren(bezoek, weken=5)
    return doel


def _money(plan: Planner, jolanda: Inwoner) -> Doel:
    doel = plan.doel("Mijn schulden zijn geregeld", "geld", geleden=150, inwoner=jolanda)
    plan.afspraak(
        doel,
        Trede.ALGEMEEN,
        "De bewindvoerder beheert het inkomen en betaalt de vaste lasten",
        geleden=150,
        organisatie="Bewindvoering de Balans",
    )
    plan.afspraak(
        doel,
        Trede.MAATWERK,
        "Schuldregeling met de schuldeisers",
        geleden=150,
        voor=40,
        wet="wgs",
        voorziening="schuldhulpverlening",
        organisatie="Stadsbank",
        reden_niet_lichter=RedenNietLichter.ZWAARTE,
    )
    post = plan.afspraak(
        doel,
        Trede.EIGEN_KRACHT,
        "De post in de map van de bewindvoerder doen",
        geleden=150,
        inwoner=jolanda,
        herhaling=Herhaling.WEKELIJKS,
        weekdagen=[Weekdag.MAANDAG],
    )
    plan.keren(post, weken=6, niet="Jolanda was ziek")
    return doel


def _let_boyfriend_see(v: Verteller, plan: Planner, doelen: list[Doel], jolanda: Inwoner) -> None:
    admit_partij(
        plan_id=plan.plan.pk,
        gegevens=PartijGegevens(
            naam="Kevin Smit",
            soort=Partijsoort.NETWERK,
            doelen=[doel.pk for doel in doelen],
            grond=Inzagegrond.TOESTEMMING,
            toestemming_van=[jolanda.pk],
        ),
        by=v.anouk,
        at=v.om(60, 12),
    )
