"""Families: a separation, a boy who turns eighteen, a girl whom the GP referred."""

from aanbieders.enums import Grondslag
from plannen.demo.verhalen.planner import Planner
from plannen.demo.verhalen.verteller import Persoon, Verteller
from plannen.enums import Prioriteit, RedenNietLichter, Stap, Trede
from plannen.models import Doel
from toegang.domain.huishouden import Lid, add_member, end_member
from toegang.domain.melding_stappen import close_melding, decide_melding, finish_onderzoek
from toegang.domain.melding_stappen import start_onderzoek as begin
from toegang.enums import Band, Rol
from toegang.models import Huishouden, Inwoner


def jansen_de_boer(v: Verteller) -> Huishouden:
    """A separation with rent arrears: two goals, one changed since the plan was agreed."""
    marieke = v.registreer(Persoon("Marieke", "Jansen-de Boer", 37, "vrouw", 60), 62)
    tom = v.registreer(Persoon("Tom", "Jansen", 39, "man"), 62)
    daan = v.registreer(Persoon("Daan", "Jansen", 11, "man", 150), 62)
    lotte = v.registreer(Persoon("Lotte", "Jansen", 7, "vrouw", 220), 62)
    thuis = v.huisvest_op(
        v.adres("WK016400", 118, straat="Deldenerstraat"),
        [(marieke, Rol.AANVRAGER), (tom, Rol.PARTNER), (daan, Rol.KIND), (lotte, Rol.KIND)],
        geleden=62,
    )
    _tom_moves_out(v, thuis, tom, [daan, lotte])
    _arrears(v, marieke)
    vraag = v.vraagt(
        daan,
        "opvoeden",
        "Slaapt slecht sinds de scheiding.",
        geleden=40,
        uitkomst="algemene-voorziening",
        kanaal="spreekuur",
        vindplaats="poh-jeugd",
        namens="ouder",
        by=v.poh,
    )
    assert vraag.uitkomst_id == "algemene-voorziening"  # noqa: S101
    _separation_plan(v, thuis, marieke, daan)
    return thuis


def _tom_moves_out(v: Verteller, thuis: Huishouden, tom: Inwoner, kinderen: list[Inwoner]) -> None:
    """His own address, where the children belong too: co-ouderschap."""
    woont = tom.lidmaatschappen.get(huishouden=thuis)
    end_member(by=v.loket, lidmaatschap_id=woont.pk, tot=v.dag(55), at=v.om(54, 9))
    elders = v.huisvest(
        [(tom, Rol.AANVRAGER)], wijk="WK016406", huisnummer=9, geleden=54, van=v.dag(54)
    )
    for kind in kinderen:
        add_member(
            by=v.loket,
            huishouden_id=elders.pk,
            lid=Lid(inwoner_id=kind.pk, rol=Rol.KIND, band=Band.FAMILIE),
            van=v.dag(54),
            at=v.om(54, 10),
        )


def _arrears(v: Verteller, marieke: Inwoner) -> None:
    """Wgs: the talk was in time, the besluit is still to come."""
    vraag = v.vraagt(
        marieke, "schulden", "Twee maanden huur niet betaald na de scheiding.", geleden=48
    )
    melding = v.meldt(vraag, "wgs", geleden=48)
    begin(by=v.anouk, melding_id=melding.pk, at=v.om(46))
    v.bezoekt(
        melding,
        geleden=36,
        verslag="Marieke schrikt van de brieven. Betalen lukt als de toeslagen zijn aangepast.",
    )
    finish_onderzoek(
        by=v.anouk, melding_id=melding.pk, op=v.dag(36), ondersteuning_nodig=True, at=v.om(36, 17)
    )
    v.bezoekt(melding, geleden=-3)


def _separation_plan(v: Verteller, thuis: Huishouden, marieke: Inwoner, daan: Inwoner) -> None:
    plan = Planner(
        v, thuis, geleden=35, wat_telt="Dat de kinderen hier rustig kunnen blijven wonen."
    )
    huur = _rent(plan, marieke)
    slaap = _sleep(plan, marieke, daan)
    plan.regie(geleden=33)
    plan.spreek_af([marieke], geleden=28)
    plan.evalueer(afgesproken=28, op=-30)
    plan.hoe_ver(huur, Stap.HALVERWEGE, inwoner=marieke, geleden=4)
    plan.hoe_ver(slaap, Stap.KLEINE_STAP, inwoner=marieke, geleden=4)
    plan.afspraak(
        slaap,
        Trede.NETWERK,
        "Opa en oma vangen op woensdag op",
        geleden=3,
        naam="Ouders van Marieke",
    )


def _rent(plan: Planner, marieke: Inwoner) -> Doel:
    huur = plan.doel("De huur en vaste lasten zijn weer op tijd betaald", "geld", geleden=35)
    plan.afspraak(
        huur,
        Trede.ALGEMEEN,
        "Betalingsregeling met Welbions afspreken",
        geleden=34,
        voor=-10,
        gedaan=12,
        voorziening="woningcorporatie",
        organisatie="Budgetconsulent",
    )
    plan.afspraak(
        huur,
        Trede.ALGEMEEN,
        "Post samen openen en ordenen, elke dinsdag",
        geleden=34,
        voorziening="wijkteam-wijkracht",
        organisatie="Wijkracht",
    )
    plan.afspraak(
        huur,
        Trede.EIGEN_KRACHT,
        "Aanvraag bijzondere bijstand indienen",
        geleden=34,
        voor=19,
        inwoner=marieke,
        wet="participatiewet",
    )
    return huur


def _sleep(plan: Planner, marieke: Inwoner, daan: Inwoner) -> Doel:
    slaap = plan.doel(
        "Daan slaapt beter en gaat met plezier naar school",
        "opvoeden",
        geleden=35,
        inwoner=daan,
        over=160,
    )
    plan.afspraak(
        slaap,
        Trede.ALGEMEEN,
        "Gesprek met POH jeugd bij de huisarts",
        geleden=34,
        gedaan=15,
        voor=-12,
        voorziening="poh-jeugd",
        organisatie="Huisartsenpraktijk",
    )
    plan.afspraak(
        slaap,
        Trede.EIGEN_KRACHT,
        "Slaapdagboek twee weken bijhouden",
        geleden=34,
        voor=18,
        inwoner=marieke,
    )
    return slaap


def demir(v: Verteller) -> Huishouden:
    """Emre turns eighteen in six weeks: youth help ends, and what comes after it?"""
    moeder = v.registreer(Persoon("Fatma", "Demir", 44, "vrouw"), 210)
    emre = v.registreer(Persoon("Emre", "Demir", 17, "man", 42), 210)
    thuis = v.huisvest(
        [(moeder, Rol.AANVRAGER), (emre, Rol.KIND)], wijk="WK016403", huisnummer=77, geleden=210
    )
    vraag = v.vraagt(
        emre,
        "jeugdhulp",
        "Emre gaat niet naar school en sluit zich op.",
        geleden=200,
        kanaal="spreekuur",
        vindplaats="school-ikc",
        namens="professional",
    )
    melding = v.meldt(vraag, "jeugdwet", geleden=200, verwijzer="gemeente")
    begin(by=v.anouk, melding_id=melding.pk, at=v.om(198))
    v.bezoekt(melding, geleden=182, verslag="Emre praat open over school. Hij wil een vak leren.")
    finish_onderzoek(
        by=v.anouk,
        melding_id=melding.pk,
        op=v.dag(175),
        ondersteuning_nodig=True,
        at=v.om(175, 16),
    )
    decide_melding(
        by=v.anouk, melding_id=melding.pk, op=v.dag(165), toegekend=True, at=v.om(165, 14)
    )
    _plan_to_eighteen(v, thuis, emre, moeder)
    _who_helps_after(v, emre)
    return thuis


def _plan_to_eighteen(v: Verteller, thuis: Huishouden, emre: Inwoner, moeder: Inwoner) -> None:
    plan = Planner(v, thuis, geleden=168, wat_telt="Ik wil straks een eigen plek en een baan.")
    doel = plan.doel(
        "Ik heb een opleiding of werk dat bij mij past", "leren", geleden=168, inwoner=emre
    )
    plan.afspraak(
        doel,
        Trede.MAATWERK,
        "Begeleiding van Emre, twee uur per week",
        geleden=165,
        wet="jeugdwet",
        voorziening="ambulante-jeugdhulp",
        organisatie="Jeugdkompas",
        reden_niet_lichter=RedenNietLichter.GEPROBEERD,
        toewijzing=v.kent_toe(emre, "45A48", 120, geleden=165, dagen=205, aanbieder="Jeugdkompas"),
    )
    plan.afspraak(
        doel,
        Trede.ALGEMEEN,
        "Meedoen met Skillz",
        geleden=165,
        gedaan=70,
        voorziening="skillz",
        organisatie="Wijkracht",
    )
    thuisdoel = plan.doel(
        "Ik weet wat er verandert als ik 18 word",
        "geld",
        geleden=30,
        inwoner=emre,
        prioriteit=Prioriteit.DAARNA,
        over=40,
    )
    plan.afspraak(
        thuisdoel,
        Trede.EIGEN_KRACHT,
        "Zorgverzekering en DigiD regelen",
        geleden=30,
        voor=25,
        inwoner=emre,
    )
    plan.spreek_af([emre, moeder], geleden=28)
    plan.hoe_ver(doel, Stap.HALVERWEGE, inwoner=emre, geleden=28)
    plan.evalueer(afgesproken=28, op=-9)


def _who_helps_after(v: Verteller, emre: Inwoner) -> None:
    """The Wmo melding for the time after his birthday, in onderzoek now."""
    vraag = v.vraagt(
        emre, "individuele-begeleiding", "Wil ook na zijn 18e begeleiding.", geleden=16
    )
    melding = v.meldt(vraag, "wmo", geleden=16)
    begin(by=v.anouk, melding_id=melding.pk, at=v.om(14))
    v.bezoekt(melding, geleden=-4)


def bakker(v: Verteller) -> Huishouden:
    """Noor was referred by her GP: help without a besluit of the municipality."""
    sanne = v.registreer(Persoon("Sanne", "Bakker", 38, "vrouw"), 40)
    jeroen = v.registreer(Persoon("Jeroen", "Bakker", 40, "man"), 40)
    noor = v.registreer(Persoon("Noor", "Bakker", 9, "vrouw", 80), 40)
    thuis = v.huisvest(
        [(sanne, Rol.AANVRAGER), (jeroen, Rol.PARTNER), (noor, Rol.KIND)],
        wijk="WK016408",
        huisnummer=23,
        geleden=40,
    )
    _noor_is_referred(v, noor)
    _noor_gets_help(v, thuis, noor)
    return thuis


def _noor_is_referred(v: Verteller, noor: Inwoner) -> None:
    """A letter of the GP; the talk with her parents was at the practice."""
    vraag = v.vraagt(
        noor,
        "jeugd-ggz",
        "Verwijsbrief: angstklachten.",
        geleden=34,
        kanaal="brief",
        vindplaats="huisarts",
        namens="professional",
    )
    melding = v.meldt(vraag, "jeugdwet", geleden=34, verwijzer="huisarts")
    begin(by=v.anouk, melding_id=melding.pk, at=v.om(33))
    finish_onderzoek(
        by=v.anouk,
        melding_id=melding.pk,
        op=v.dag(29),
        ondersteuning_nodig=True,
        afgezien_reden="gesprek-elders",
        at=v.om(29, 12),
    )
    close_melding(by=v.anouk, melding_id=melding.pk, op=v.dag(28), at=v.om(28, 12))


def _noor_gets_help(v: Verteller, thuis: Huishouden, noor: Inwoner) -> None:
    """A treatment that rests on the referral, in a plan with the help of the neighbours."""
    granted = v.kent_toe(
        noor,
        "54A10",
        1200,
        geleden=26,
        dagen=240,
        grondslag=Grondslag.MEDISCH,
        aanbieder="Boomhut",
        verwezen=36,
    )
    plan = Planner(v, thuis, geleden=20, wat_telt="Dat Noor weer durft te logeren.")
    doel = plan.doel("Noor durft weer alleen naar school", "gezondheid", geleden=20, inwoner=noor)
    plan.afspraak(
        doel,
        Trede.MAATWERK,
        "Behandeling van de angst",
        geleden=20,
        wet="jeugdwet",
        voorziening="jeugd-ggz",
        organisatie="Praktijk Boomhut",
        reden_niet_lichter=RedenNietLichter.VERWIJZING,
        toewijzing=granted,
    )
    plan.afspraak(doel, Trede.NETWERK, "Buurmeisje loopt mee", geleden=20, naam="Buren", voor=6)
