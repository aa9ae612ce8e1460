"""What colleagues of the demo town ask of each other and of partners, and what is said to us.

The acts go through the operations of the work themselves, so that messages, involvement and
terms are there as they would be. A chance of its own leaves the rest of the town as it was.
"""

import datetime as dt

from hengelo_sociaal.demo.stad import Stad, werkdag_tot, werkdag_vanaf
from hengelo_sociaal.kern.tijd import AMSTERDAM
from hengelo_sociaal.medewerkers.models import Medewerker, Verlof
from hengelo_sociaal.termijnen.rekenen.soorten import Soort
from toegang.demo.eigen import own_chance
from toegang.demo.meldingen import Zaak
from toegang.domain.doorverwijzing import record_answer, refer_to_partner
from toegang.domain.dwangsom import receive_ingebrekestelling
from toegang.domain.klacht import assign_klacht, receive_klacht, settle_klacht
from toegang.domain.samen import answer_consult, ask_consult, hand_over
from toegang.enums import LOPEND
from toegang.models import Doorverwijzing, Hulpvraag, Melding
from voorzieningen.models import Organisatie

OPEN_VOOR_MIJ = 4
VRAGEN = (
    "Denk je dat dit bij de Wlz hoort? De zorg is dag en nacht nodig.",
    "Welke schuldhulp past als er ook een bewindvoerder is?",
    "Kun je meedenken over dagbesteding in de buurt?",
    "Er is ook een kind van 17. Wat regelen we voor 18?",
    "Is beschermd wonen hier echt nodig, of kan begeleiding thuis?",
)
ANTWOORD = "Ik zou eerst met de huisarts bellen. Bel me gerust, dan denk ik verder mee."
NOTITIES = (
    "Belt liever 's ochtends. De dochter is er graag bij. Er is nog niet gesproken over de trap.",
    "Huisbezoek was prettig. Wacht nog op de brief van de huisarts.",
)
KLACHTEN = (
    ("wachten", "Ik wacht al weken op antwoord en word niet teruggebeld.", "gegrond"),
    ("informatie", "Ik kreeg twee keer een andere uitleg over de eigen bijdrage.", "deels-gegrond"),
    ("bejegening", "Ik voelde mij niet serieus genomen in het gesprek.", "opgelost"),
    ("bereikbaar", "Niemand neemt de telefoon op na vier uur.", "gegrond"),
    ("privacy", "In de hal werd hardop over mijn geld gepraat.", "gegrond"),
    ("aanbieder", "De hulp komt elke week op een andere tijd.", "ongegrond"),
)


def work_together(stad: Stad, zaken: list[Zaak]) -> None:
    """Consults, a hand-over, leave, referrals, complaints and letters that we are late."""
    own = own_chance(stad)
    running = [zaak.melding for zaak in zaken if zaak.melding.status in LOPEND]
    taken = [melding for melding in running if melding.consulent_id]
    _ask_each_other(own, taken)
    _go_on_leave(own)
    _refer(own)
    _complain(own, zaken)
    _letters(own)


def _ask_each_other(stad: Stad, meldingen: list[Melding]) -> None:
    me = stad.vondst["medewerkers"]["consulent"]
    at = _morning(stad)
    theirs = [one for one in meldingen if one.consulent_id != me.pk][-40:]
    asked = stad.rng.sample(theirs, min(OPEN_VOOR_MIJ + 4, len(theirs)))
    for number, melding in enumerate(asked[:-2] if len(asked) > 2 else asked):
        consult = ask_consult(
            by=_of(melding),
            melding_id=melding.pk,
            aan_id=me.pk,
            vraag=VRAGEN[number % len(VRAGEN)],
            uiterlijk_op=werkdag_vanaf(
                stad.tot + dt.timedelta(days=number - 1 if number > 1 else 2)
            ),
            at=at,
        )
        if number >= OPEN_VOOR_MIJ:
            answer_consult(by=me, consult_id=consult.pk, antwoord=ANTWOORD, at=at)
    for melding, note in zip(asked[-2:] if len(asked) > 2 else [], NOTITIES, strict=False):
        hand_over(by=_of(melding), melding_id=melding.pk, naar_id=me.pk, notitie=note, at=at)


def _go_on_leave(stad: Stad) -> None:
    """One colleague of the team Wmo is away, and the account of the demo stands in."""
    me = stad.vondst["medewerkers"]["consulent"]
    colleagues = stad.vondst["teams"]["wmo"].leden.filter(rollen=["consulent"]).exclude(pk=me.pk)
    away = colleagues.order_by("gebruikersnaam").last()
    if away is None:
        return
    Verlof.objects.create(
        medewerker=away,
        vervanger=me,
        van=stad.tot - dt.timedelta(days=4),
        tot=stad.tot + dt.timedelta(days=9),
    )


def _refer(stad: Stad) -> None:
    """Questions that partners took up, answered, or did not answer yet."""
    loket = stad.vondst["medewerkers"]["loket"]
    partners = list(Organisatie.objects.order_by("code"))
    questions = Hulpvraag.objects.filter(uitkomst="doorverwezen", contact__inwoner__isnull=False)
    latest = questions.select_related("contact").order_by("-contact__plaatsgevonden_op", "pk")[:24]
    for number, question in enumerate(latest if partners else []):
        made = refer_to_partner(
            by=loket,
            hulpvraag_id=question.pk,
            organisatie_id=stad.rng.choice(partners).pk,
            vraag="Wilt u contact opnemen en samen kijken wat past?",
            warm=number % 3 == 0,
            toestemming=True,
            at=question.contact.plaatsgevonden_op,
        )
        _answer(stad, made, loket, number)


def _answer(stad: Stad, made: Doorverwijzing, loket: Medewerker, number: int) -> None:
    day = werkdag_vanaf(made.gevraagd_op.date() + dt.timedelta(days=4))
    status = ("beantwoord", "geaccepteerd", "", "beantwoord", "geweigerd", "")[number % 6]
    if not status or day > stad.laatste_dag:
        return
    record_answer(
        by=loket,
        doorverwijzing_id=made.pk,
        status=status,
        op=day,
        antwoord="Wij zijn langs geweest." if status == "beantwoord" else "",
        at=moment_of(day),
    )


def _complain(stad: Stad, zaken: list[Zaak]) -> None:
    loket, jurist = (stad.vondst["medewerkers"][code] for code in ("loket", "jurist"))
    for number, (onderwerp, words, outcome) in enumerate(KLACHTEN * 2):
        back = 9 + number * 34
        day = werkdag_tot(stad.tot - dt.timedelta(days=back))
        about = [zaak.melding for zaak in zaken if zaak.melding.ontvangen_op <= day]
        if not about or day < stad.van:
            continue
        melding = about[-1]
        klacht = receive_klacht(
            by=loket,
            inwoner_id=melding.inwoner_id,
            melding_id=melding.pk,
            ontvangen_op=day,
            onderwerp=onderwerp,
            omschrijving=words,
            over_id=melding.consulent_id if onderwerp == "bejegening" else None,
            at=moment_of(day),
        )
        if number == 0:
            continue
        assign_klacht(by=jurist, klacht_id=klacht.pk, behandelaar_id=jurist.pk, at=moment_of(day))
        done = werkdag_tot(day + dt.timedelta(days=33 if number % 5 else 51))
        if done <= stad.laatste_dag and number != 1:
            settle_klacht(
                by=jurist,
                klacht_id=klacht.pk,
                op=done,
                uitkomst=outcome,
                conclusie="Wij hebben met u gesproken en onze werkwijze aangepast.",
                at=moment_of(done),
            )


def _letters(stad: Stad) -> None:
    """Of besluiten that are late some brought a letter: the dwangsom runs, or is near."""
    late = (
        Melding.objects.filter(
            status__in=LOPEND,
            consulent__isnull=False,
            termijnen__status="verlopen",
            termijnen__gehaald_op__isnull=True,
            termijnen__regel__soort=Soort.BESLISTERMIJN,
        )
        .select_related("consulent")
        .order_by("ontvangen_op", "nummer")
    )
    for number, melding in enumerate(late[:3]):
        term = melding.termijnen.get(
            status="verlopen", gehaald_op__isnull=True, regel__soort=Soort.BESLISTERMIJN
        )
        end = term.einddatum or stad.tot
        day = werkdag_tot(min(end + dt.timedelta(days=2 + number), stad.laatste_dag))
        if day > end:
            receive_ingebrekestelling(
                by=_of(melding), termijn_id=term.pk, ontvangen_op=day, at=_morning(stad)
            )


def _of(melding: Melding) -> Medewerker:
    assert melding.consulent is not None  # noqa: S101  only meldingen that somebody has
    return melding.consulent


def moment_of(day: dt.date) -> dt.datetime:
    """In the morning of a day."""
    return dt.datetime.combine(day, dt.time(10, 15), AMSTERDAM)


def _morning(stad: Stad) -> dt.datetime:
    """Late on the last day of the records."""
    return dt.datetime.combine(stad.laatste_dag, dt.time(16, 40), AMSTERDAM)
