"""What households of the town told: an uitvraag with a share of the meldingen."""

import datetime as dt
import random

from hengelo_sociaal.demo.stad import Stad
from hengelo_sociaal.medewerkers.models import Medewerker
from toegang.demo.meldingen import Zaak
from toegang.domain.vragenlijst import put_in_force
from toegang.enums import Score, UitvraagStatus
from toegang.models import Uitvraag, VragenlijstVersie
from toegang.models.uitvraag import BREED
from toegang.queries.antwoorden import HUISHOUDEN, Plat, nest
from toegang.queries.vragenlijst import in_force

AANDEEL = 0.3  # of the meldingen; the rest was told before there was one questionnaire
KANALEN = {"telefoon": 5, "huisbezoek": 4, "balie": 2, "spreekuur": 1}
WEEK = (
    "De dagen lijken op elkaar. Op woensdag komt de kaartclub.",
    "Werken tot vier uur, daarna het huishouden en de kinderen.",
    "’s Ochtends de krant en een rondje met de hond.",
    "Drie dagen naar de dagbesteding, de rest van de week thuis.",
    "Elke dag oppassen op de kleinkinderen, dat houdt ons bezig.",
)
BELANGRIJK = (
    "Zelf blijven koken en in dit huis blijven wonen.",
    "Dat de kinderen rust hebben.",
    "Weer onder de mensen komen.",
    "Geen schulden meer.",
    "Kunnen blijven werken.",
)
SAMEN = (
    "De buurvrouw doet de boodschappen mee.",
    "Onze dochter komt twee keer in de week.",
    "We redden het meestal samen.",
    "Er is niemand in de buurt die kan helpen.",
)
NU = (
    "De huisarts en de praktijkondersteuner.",
    "Nog niets, dit is de eerste keer.",
    "De inloop in de wijk.",
    "School denkt mee.",
)
WOORDEN = {
    "wonen": "De trap en de badkamer worden lastig.",
    "geld": "Aan het eind van de maand is het op.",
    "werk-en-dagbesteding": "De dagen zijn lang en leeg.",
    "gezondheid": "Snel moe en vaak pijn.",
    "opvoeden": "Thuis is er veel ruzie over regels.",
    "netwerk": "Er komt weinig bezoek.",
    "veiligheid": "Het is niet altijd rustig in huis.",
    "leren": "Lezen en formulieren invullen is moeilijk.",
    "meedoen": "Wil graag weer naar buiten.",
}


def make_uitvragen(stad: Stad, zaken: list[Zaak]) -> None:
    """Store them in bulk, with a chance of their own: what came before stays as it was."""
    rng = random.Random(f"uitvraag:{stad.zaad}:{stad.tot}")  # noqa: S311  a town, not a secret
    version = in_force(BREED)
    assert version is not None  # noqa: S101  a migration brings it
    told = [zaak for zaak in zaken if zaak.melding.status != "open" and rng.random() < AANDEEL]
    rows = [_uitvraag(stad, rng, version, zaak) for zaak in told]
    stad.bewaar(Uitvraag, rows)
    _offer_instrument(stad)


def _offer_instrument(stad: Stad) -> None:
    """The town also uses the optional instrument for self-reliance."""
    concept = VragenlijstVersie.objects.filter(vragenlijst="zelfredzaamheid").first()
    if concept is not None and concept.is_concept:
        put_in_force(
            by=Medewerker.objects.systeem(),
            versie_id=concept.pk,
            toelichting="Alleen de namen van de domeinen en de schaal.",
            at=stad.tijdstip(stad.van),
        )


def _uitvraag(stad: Stad, rng: random.Random, version: VragenlijstVersie, zaak: Zaak) -> Uitvraag:
    melding = zaak.melding
    visit = zaak.huisbezoek if zaak.huisbezoek and zaak.huisbezoek.uitgevoerd_op else None
    asked = visit.gepland_op if visit else melding.geregistreerd_op + dt.timedelta(minutes=20)
    kanaal = "huisbezoek" if visit else rng.choices(list(KANALEN), list(KANALEN.values()))[0]
    return Uitvraag(
        versie=version,
        huishouden=melding.huishouden,
        inwoner=melding.inwoner,
        contact=zaak.hulpvraag.contact,
        melding=melding,
        huisbezoek=visit,
        kanaal_id=kanaal,
        vindplaats_id="zorgloket",
        status=UitvraagStatus.AFGEROND,
        antwoorden=nest(_answers(rng, zaak)),
        begonnen_op=asked,
        begonnen_door_id=melding.consulent_id or melding.geregistreerd_door_id,
        bewaard_op=asked + dt.timedelta(minutes=35),
        bewaard_door_id=melding.consulent_id or melding.geregistreerd_door_id,
        afgerond_op=asked + dt.timedelta(minutes=35),
    )


def _answers(rng: random.Random, zaak: Zaak) -> Plat:
    """The leefgebied of the question asks for help, one or two others for attention."""
    flat: Plat = {
        "vragen.gewone-week": rng.choice(WEEK),
        "vragen.wat-anders": zaak.hulpvraag.toelichting or "Wil weten wat er kan.",
        "vragen.belangrijk": rng.choice(BELANGRIJK),
        "vragen.zelf-en-samen": rng.choice(SAMEN),
        "vragen.hulp-nu": rng.choice(NU),
    }
    asks = zaak.hulpvraag.leefgebied_id
    watch = set(rng.sample(list(WOORDEN), rng.randint(0, 2))) - {asks}
    for gebied, words in WOORDEN.items():
        path = f"leefgebieden.{gebied}.{HUISHOUDEN}"
        if gebied == asks or gebied in watch:
            score = Score.HULP if gebied == asks else Score.AANDACHT
            flat |= {f"{path}.score": score.value, f"{path}.woorden": words}
        else:
            flat[f"{path}.score"] = Score.GOED.value
    return flat
