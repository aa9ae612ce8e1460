"""What the app refuses, each with a sentence that says what to do."""

from hengelo_sociaal.kern.beperkingen import register_constraint
from hengelo_sociaal.kern.fouten import Conflict, OngeldigeInvoer


class PlanBestaatAl(Conflict):
    """The household has an active plan; `extra["plan"]` is its id: work goes on there."""

    code = "plan-bestaat-al"
    melding = "Dit huishouden heeft al een plan. Werk verder in dat plan."


class ConceptBestaatAl(Conflict):
    """A vindplaats worker goes on with their own draft; `extra["plan"]` is its id."""

    code = "concept-bestaat-al"
    melding = "U hebt voor deze inwoner al een concept. Werk verder in dat concept."


class ConceptLeeg(Conflict):
    """A draft is offered with at least one goal in it."""

    code = "concept-leeg"
    melding = "Er staat nog geen doel in dit concept. Voeg eerst toe wat de inwoner wil bereiken."


class ConceptAfgehandeld(Conflict):
    """A draft that was offered, taken over or ended stays as it was."""

    code = "concept-afgehandeld"
    melding = "Dit concept is al aangeboden of afgehandeld en verandert niet meer."


class GeenMaatwerkInConcept(OngeldigeInvoer):
    """A vindplaats gives no maatwerk and no law: the municipality decides on that (B61)."""

    code = "geen-maatwerk-in-concept"
    melding = "Over maatwerk beslist de gemeente. Schrijf bij het doel op wat er nodig is."


class InwonerAkkoordNodig(OngeldigeInvoer):
    """A draft goes to the municipality only when the resident knows and agrees."""

    code = "inwoner-akkoord-nodig"
    melding = "Bespreek het concept eerst met de inwoner. Bied het aan als die akkoord is."


class PlanBeeindigd(Conflict):
    """An ended plan stays as it was."""

    code = "plan-beeindigd"
    melding = "Dit plan is beëindigd en kan niet meer veranderen. Maak zo nodig een nieuw plan."


class ReedsGehouden(Conflict):
    """An evaluation is recorded once."""

    code = "evaluatie-al-gehouden"
    melding = "Deze evaluatie is al vastgelegd. Plan een nieuwe evaluatie."


class NietsOmVastTeStellen(Conflict):
    """A version without a goal, or the same as the version before."""

    code = "niets-om-vast-te-stellen"
    melding = "Er is niets nieuws om vast te stellen. Voeg eerst een doel of afspraak toe."


class RedenNodig(OngeldigeInvoer):
    """Maatwerk asks why nothing lighter fits (BP 2.1)."""

    code = "reden-nodig"
    melding = "U kiest maatwerk. Geef aan waarom lichtere hulp niet past."


class WieNodig(OngeldigeInvoer):
    """An afspraak without somebody who does it is no afspraak."""

    code = "wie-nodig"
    melding = "Vul in wie dit doet."


class HoortNietBijPlan(OngeldigeInvoer):
    """Somebody who does not take part in this plan."""

    code = "hoort-niet-bij-plan"
    melding = "Deze persoon doet niet mee in dit plan. Voeg de persoon eerst toe."


class GebruikWetswisseling(Conflict):
    """The law of an afspraak moves only by a wetswisseling, that keeps the history."""

    code = "gebruik-wetswisseling"
    melding = "De wet van deze afspraak verandert u met een overstap naar een andere wet."


class KanGeenRegisseurZijn(OngeldigeInvoer):
    """A regisseur is somebody who may work in plans and is still at work."""

    code = "kan-geen-regisseur-zijn"
    melding = "Deze medewerker kan geen regisseur zijn. Kies een consulent of teamleider."


class KanNietMeewerken(OngeldigeInvoer):
    """Somebody who steps in may work in plans and is still at work."""

    code = "kan-niet-meewerken"
    melding = "Deze medewerker kan niet in plannen werken. Kies een consulent of teamleider."


class DoetAlMee(Conflict):
    """The person takes part already."""

    code = "doet-al-mee"
    melding = "Deze persoon doet al mee in dit plan."


class AkkoordNodig(OngeldigeInvoer):
    """A version is agreed together with the resident, or it says why not."""

    code = "akkoord-nodig"
    melding = "Leg van minstens één inwoner vast of hij of zij akkoord is."


class TeJongVoorAkkoord(OngeldigeInvoer):
    """For a child under twelve a parent answers (Jeugdwet 7.3.5)."""

    code = "te-jong-voor-akkoord"
    melding = (
        "Dit kind is jonger dan 12 jaar. Leg vast of een ouder of voogd die meedoet akkoord is."
    )


class RedenWeigeringNodig(OngeldigeInvoer):
    """Whoever refuses has a reason, and it stays with the version."""

    code = "reden-weigering-nodig"
    melding = "Schrijf op waarom de inwoner niet akkoord is."


class ToestemmingNodig(OngeldigeInvoer):
    """Somebody whose goal is shown, or a parent, gave no consent (Jeugdwet 7.3.4 and 7.3.5)."""

    code = "toestemming-nodig"
    melding = "Voor deze doelen is nog geen toestemming."


class WettelijkeGrondNodig(OngeldigeInvoer):
    """Seeing without consent rests on an article of a law, and says which."""

    code = "wettelijke-grond-nodig"
    melding = "Schrijf op welke wet en welk artikel dit voorschrijven."


class VraagVanAnderHuishouden(OngeldigeInvoer):
    """A goal that comes from a question somebody else asked."""

    code = "vraag-van-ander-huishouden"
    melding = "Deze vraag is van een ander huishouden. Kies een vraag van dit huishouden."


class ZelfdeWet(OngeldigeInvoer):
    """A switch to the law the afspraak is already under."""

    code = "zelfde-wet"
    melding = "Deze afspraak valt al onder die wet. Kies een andere wet."


class OverstapGepland(Conflict):
    """One overstap at a time; the one that is planned can be called off."""

    code = "overstap-gepland"
    melding = "Er is al een overstap gepland. Zeg die eerst af."


class DagenPassenNiet(OngeldigeInvoer):
    """Fixed days that do not fit how often something is done."""

    code = "dagen-passen-niet"
    melding = "Deze dagen passen niet bij hoe vaak het gebeurt. Kies andere dagen."


class GeenKeer(OngeldigeInvoer):
    """A day on which the afspraak does not come back."""

    code = "geen-keer"
    melding = "Op deze dag staat de afspraak niet. Kies een dag waarop die terugkomt."


class KeerKomtNog(OngeldigeInvoer):
    """What is still to come cannot be done yet."""

    code = "keer-komt-nog"
    melding = "Deze dag komt nog. U kunt hem wel overslaan, maar nog niet afvinken."


class RedenOverslaanNodig(OngeldigeInvoer):
    """Leaving one time out asks for a reason."""

    code = "reden-overslaan-nodig"
    melding = "Schrijf op waarom het deze keer niet doorging."


class AfspraakLooptNiet(Conflict):
    """An afspraak that is done or lapsed does not come back any more."""

    code = "afspraak-loopt-niet"
    melding = "Deze afspraak loopt niet meer. Open hem eerst weer."


class DoorWieNodig(OngeldigeInvoer):
    """Progress is as the resident sees it, or as the worker sees it."""

    code = "door-wie-nodig"
    melding = "Kies wie dit zo ziet: de inwoner of de medewerker."


class RegisseurAl(Conflict):
    """Two periods of a regisseur in one plan overlap."""

    code = "regisseur-al"
    melding = "Er is in die periode al een regisseur. Vernieuw de pagina en kijk wie dat is."


class VersieBestaat(Conflict):
    """Two colleagues agreed a version at the same time."""

    code = "versie-bestaat"
    melding = "Een collega stelde net een versie vast. Vernieuw de pagina en bekijk die eerst."


class StapPastNiet(Conflict):
    """The besluit or bezwaar is not at the point where this step fits."""

    code = "stap-past-niet"
    melding = "Deze stap past nu niet. Vernieuw de pagina en kijk wat er veranderd is."


class BesluitVast(Conflict):
    """A besluit that was made known, or a bezwaar that was closed, stays as it was."""

    code = "besluit-vast"
    melding = "Dit is al verzonden en verandert niet meer. Neem een nieuw besluit."


class VierOgen(Conflict):
    """Above a set amount, or on refusal, never the drafter."""

    code = "vier-ogen"
    melding = "U schreef zelf aan dit besluit. Iemand anders moet het lezen en nemen (vier ogen)."


class ControlesOpen(Conflict):
    """Not everything was checked; `extra["open"]` names what is missing."""

    code = "controles-open"
    melding = "Nog niet alle controles zijn gedaan. Kijk in de lijst wat er nog mist."


class OpmerkingNodig(OngeldigeInvoer):
    """Who sends a draft back says what has to change."""

    code = "opmerking-nodig"
    melding = "Schrijf op wat er anders moet."


class VervolgBestaat(Conflict):
    """One besluit at a time changes an earlier one."""

    code = "vervolg-bestaat"
    melding = "Er is al een besluit dat dit besluit verandert. Werk verder in dat besluit."


class BesluitNodig(Conflict):
    """A toewijzing by besluit rests on one that holds."""

    code = "besluit-nodig"
    melding = (
        "Deze toewijzing rust niet op een besluit dat geldt. Maak de toewijzing vanuit het "
        "besluit, of kies een andere grondslag."
    )


class PastNietBijBesluit(OngeldigeInvoer):
    """The toewijzing is not what was decided."""

    code = "past-niet-bij-besluit"
    melding = "Dit is niet wat in het besluit staat."


class EigenBesluit(Conflict):
    """Who made a besluit does not decide on the objection against it (Awb 10:3 lid 3)."""

    code = "eigen-besluit"
    melding = "U hebt aan dit besluit meegewerkt. Een ander moet op het bezwaar beslissen."


class HorenNodig(Conflict):
    """Before deciding the objector is heard, or it is noted why not (Awb 7:2 and 7:3)."""

    code = "horen-nodig"
    melding = "Leg eerst vast of de indiener is gehoord, of waarom niet (Awb artikel 7:2 en 7:3)."


class HandtekeningOnleesbaar(OngeldigeInvoer):
    """What the screen sent as a signature is none."""

    code = "handtekening-onleesbaar"
    melding = "De handtekening is niet goed aangekomen. Teken opnieuw, of teken op papier."


class StapStaatErAl(Conflict):
    """A drafted step was taken into the plan before."""

    code = "stap-staat-er-al"
    melding = "Deze stap staat al in het plan."


register_constraint("plan_een_actief_per_huishouden", PlanBestaatAl)
register_constraint("afspraak_maatwerk_met_reden", RedenNodig)
register_constraint("afspraak_door_iemand", WieNodig)
register_constraint("voortgang_door_een", DoorWieNodig)
register_constraint("regisseur_een_tegelijk", RegisseurAl)
register_constraint("aanspreekpunt_een_tegelijk", RegisseurAl)
register_constraint("vaststelling_versie_uniek", VersieBestaat)
register_constraint("deelname_een_keer", DoetAlMee)
register_constraint("akkoord_weigering_met_reden", RedenWeigeringNodig)
for name in ("afspraak_vaste_dagen", "afspraak_dagen_bestaan", "afspraak_laatste_keer"):
    register_constraint(name, DagenPassenNiet)
register_constraint("keer_overgeslagen_met_reden", RedenOverslaanNodig)
register_constraint("wetswisseling_andere_wet", ZelfdeWet)
register_constraint("wetswisseling_een_gepland", OverstapGepland)
register_constraint("partij_wettelijke_grond", WettelijkeGrondNodig)
register_constraint("besluit_blijft_zo", BesluitVast)
register_constraint("bezwaar_blijft_zo", BesluitVast)
register_constraint("besluit_vier_ogen", VierOgen)
register_constraint("besluit_vier_ogen_eerder", VierOgen)
register_constraint("besluit_een_vervolg", VervolgBestaat)
register_constraint("toewijzing_rust_op_besluit", BesluitNodig)
register_constraint("bezwaar_gehoord", HorenNodig)
