"""What was offered in the demo town, what residents said to it, and who still waits."""

import datetime as dt
import uuid

from hengelo_sociaal.demo.stad import Stad
from toegang.enums import Aanboduitkomst, Weigerreden
from toegang.models import Aanbod, Hulpvraag

# Kind of question and the provisions that were offered for it, lightest first.
AANGEBODEN = {
    "eenzaamheid": ("ontmoeting-hengelose-es", "swoh-ouderenwerk", "buurtcentra"),
    "dagbesteding": ("dag-en-vrijetijd-in-de-wijk", "doe-boerderij"),
    "mantelzorg": ("mantelzorgcafe", "mantelzorgondersteuning"),
    "taal": ("taallessen",),
    "schulden": ("budgetalert",),
    "opvoeden": ("loes-opvoedondersteuning", "jeugdkracht"),
}
DAGEN = 120
AANDEEL = 0.35
GEWEIGERD = 0.3
# Of those who waited in Noord: who still does, and who was offered what came since.
WACHTEN_NOG, KREGEN_AANBOD = 4, 24


def make_offers(stad: Stad) -> None:
    """Offers of the last months; in Noord some wait since before the partner started."""
    own = Stad(stad.tot, stad.maanden, stad.zaad + 3, stad.schaal, stad.stil)
    questions = (
        Hulpvraag.objects.filter(
            soort__in=AANGEBODEN,
            contact__dag__gte=stad.tot - dt.timedelta(days=DAGEN),
            contact__inwoner__isnull=False,
            contact__status="geregistreerd",
        )
        .select_related("contact")
        .order_by("contact__plaatsgevonden_op", "pk")
    )
    rows = [_offer(stad, own, each) for each in questions if own.kans(AANDEEL)]
    own.bewaar(Aanbod, rows)
    _waiting(stad, own, {row.hulpvraag_id for row in rows})


def _offer(stad: Stad, own: Stad, question: Hulpvraag) -> Aanbod:
    refused = own.kans(GEWEIGERD)
    code = own.rng.choice(AANGEBODEN[question.soort_id])
    return Aanbod(
        id=own.kenmerk(question.contact.plaatsgevonden_op),
        hulpvraag=question,
        voorziening=stad.vondst["voorzieningen"][code],
        uitkomst=Aanboduitkomst.GEWEIGERD if refused else Aanboduitkomst.AANGENOMEN,
        reden=own.rng.choice(Weigerreden.values) if refused else None,
        door_id=question.contact.geregistreerd_door_id,
        op=question.contact.plaatsgevonden_op,
    )


def _waiting(stad: Stad, own: Stad, offered: set[uuid.UUID]) -> None:
    """Residents for whom there was nothing; most were offered what the partner took up since."""
    before = stad.tot - dt.timedelta(days=35)
    waiting = Hulpvraag.objects.filter(
        soort="eenzaamheid",
        contact__wijk="WK016402",
        contact__dag__lt=before,
        contact__inwoner__isnull=False,
        contact__status="geregistreerd",
    ).exclude(pk__in=offered)
    listed = waiting.select_related("contact").order_by("-contact__plaatsgevonden_op", "pk")
    found = list(listed[: WACHTEN_NOG + KREGEN_AANBOD])
    worker = stad.vondst["medewerkers"]["consulent"]
    own.bewaar(
        Aanbod,
        [
            Aanbod(
                id=own.kenmerk(each.contact.plaatsgevonden_op),
                hulpvraag=each,
                uitkomst=Aanboduitkomst.NIETS,
                door=worker,
                op=each.contact.plaatsgevonden_op,
            )
            for each in found
        ],
    )
    since = [own.tijdstip(stad.tot - dt.timedelta(days=own.rng.randrange(2, 28))) for _ in found]
    own.bewaar(
        Aanbod,
        [
            Aanbod(
                id=own.kenmerk(moment),
                hulpvraag=each,
                voorziening=stad.vondst["voorzieningen"]["buurtcentra"],
                uitkomst=Aanboduitkomst.GEWEIGERD if place % 5 == 4 else Aanboduitkomst.AANGENOMEN,
                reden=Weigerreden.TIJD if place % 5 == 4 else None,
                door=worker,
                op=moment,
            )
            for place, (each, moment) in enumerate(
                zip(found[WACHTEN_NOG:], since[WACHTEN_NOG:], strict=True)
            )
        ],
    )
