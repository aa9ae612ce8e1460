"""Income and debts: an eviction ahead, an applicant under 27, a household in Borne."""

from hengelo_sociaal.termijnen.rekenen.soorten import Opschortgrond
from plannen.demo.verhalen.planner import Planner
from plannen.demo.verhalen.verteller import Persoon, Verteller
from plannen.enums import Trede
from toegang.domain.huishouden import Adres
from toegang.domain.melding_stappen import receive_aanvraag
from toegang.domain.melding_stappen import start_onderzoek as begin
from toegang.domain.termijnen import suspend_term
from toegang.enums import Rol
from toegang.models import Huishouden


def visser(v: Verteller) -> Huishouden:
    """An eviction is announced: a first talk within three working days (Wgs 4 lid 2)."""
    dennis = v.registreer(Persoon("Dennis", "Visser", 41, "man"), 8)
    kim = v.registreer(Persoon("Kim", "Visser", 36, "vrouw", 70), 8)
    tess = v.registreer(Persoon("Tess", "Visser", 6, "vrouw", 180), 8)
    thuis = v.huisvest(
        [(dennis, Rol.AANVRAGER), (kim, Rol.PARTNER), (tess, Rol.KIND)],
        wijk="WK016405",
        huisnummer=88,
        geleden=8,
    )
    vraag = v.vraagt(
        dennis,
        "schulden",
        "Vonnis tot ontruiming over twee weken, vijf maanden huurachterstand.",
        geleden=2,
        kanaal="digitaal",
        vindplaats="woningcorporatie",
        namens="professional",
    )
    melding = v.meldt(vraag, "wgs", geleden=2, bedreigend=True)
    begin(by=v.anouk, melding_id=melding.pk, at=v.om(2, 15))
    v.bezoekt(melding, geleden=-1)
    plan = Planner(v, thuis, geleden=1, wat_telt="Dat we niet op straat komen te staan.")
    doel = plan.doel("Wij blijven in ons huis wonen", "wonen", geleden=1, over=30)
    plan.afspraak(
        doel,
        Trede.ALGEMEEN,
        "Welbions wacht met de ontruiming tot na het gesprek",
        geleden=1,
        voor=4,
        voorziening="woningcorporatie",
        organisatie="Welbions",
    )
    plan.afspraak(
        doel,
        Trede.EIGEN_KRACHT,
        "Alle brieven en bankafschriften klaarleggen",
        geleden=1,
        voor=1,
        inwoner=dennis,
    )
    return thuis


def scholten(v: Verteller) -> Huishouden:
    """Luuk is 22 and asks for benefit: four weeks of searching first (Participatiewet 41)."""
    luuk = v.registreer(Persoon("Luuk", "Scholten", 22, "man", 200), 30)
    thuis = v.huisvest([(luuk, Rol.AANVRAGER)], wijk="WK016400", huisnummer=3, geleden=30)
    vraag = v.vraagt(
        luuk,
        "bijstand",
        "Contract bij het magazijn is gestopt.",
        geleden=19,
        kanaal="digitaal",
        vindplaats="werk-nl",
    )
    v.meldt(vraag, "participatiewet", geleden=19)
    plan = Planner(v, thuis, geleden=12, wat_telt="Zo snel mogelijk weer werken.")
    doel = plan.doel(
        "Ik heb werk of een opleiding", "werk-en-dagbesteding", geleden=12, inwoner=luuk
    )
    plan.afspraak(
        doel,
        Trede.EIGEN_KRACHT,
        "Vijf keer solliciteren en de bewijzen bewaren",
        geleden=12,
        voor=8,
        inwoner=luuk,
    )
    plan.afspraak(
        doel,
        Trede.ALGEMEEN,
        "Gesprek op het Werkplein over een opleiding",
        geleden=12,
        gedaan=5,
        voorziening="uwv",
        organisatie="Werkplein",
    )
    plan.spreek_af([luuk], geleden=11)
    plan.evalueer(afgesproken=11, op=-10)
    return thuis


def kuiper(v: Verteller) -> Huishouden:
    """Petra lives in Borne; Hengelo treats her income, and waits for her bank statements."""
    petra = v.registreer(Persoon("Petra", "Kuiper", 33, "vrouw"), 40)
    finn = v.registreer(Persoon("Finn", "Kuiper", 4, "man", 90), 40)
    thuis = v.huisvest_op(
        Adres(straat="Dorpsstraat", huisnummer=27, postcode="7622AA", woonplaats="Borne"),
        [(petra, Rol.AANVRAGER), (finn, Rol.KIND)],
        geleden=40,
    )
    vraag = v.vraagt(
        petra,
        "bijstand",
        "De WW is gestopt en er is geen ander inkomen.",
        geleden=26,
        kanaal="digitaal",
        vindplaats="werk-nl",
    )
    melding = v.meldt(vraag, "participatiewet", geleden=26)
    receive_aanvraag(by=v.anouk, melding_id=melding.pk, op=v.dag(25), at=v.om(25))
    suspend_term(
        by=v.anouk,
        termijn_id=melding.termijnen.get(regel__code="pw_besluit").pk,
        grond=Opschortgrond.AANVULLING,
        uitnodiging_op=v.dag(6),
        hersteltermijn_tot=v.dag(-8),
        toelichting="bankafschriften van drie maanden",
        at=v.om(6),
    )
    v.bezoekt(melding, geleden=-5)
    return thuis
