"""What of the front door is mine: my meldingen, questions to me, who comes of age, my calendar."""

import datetime as dt
from collections.abc import Iterable, Iterator

from django.db.models import F, QuerySet

from hengelo_sociaal.medewerkers.models import Medewerker
from hengelo_sociaal.medewerkers.queries import of_me_or_whom_i_replace, running_involvements
from hengelo_sociaal.termijnen.models import Termijn
from hengelo_sociaal.termijnen.queries import kalender
from hengelo_sociaal.werk.registers import Aflopend, Agendapunt
from toegang.enums import LOPEND, ConsultStatus, HuisbezoekStatus
from toegang.models import Consult, Doorverwijzing, Huisbezoek, Inwoner, Lidmaatschap, Melding
from toegang.queries.meldingen import as_work_list
from toegang.queries.resterend import workdays_in_words

VISITS_BACK = dt.timedelta(days=30)
TERMS_AHEAD = dt.timedelta(weeks=26)


def my_meldingen(by: Medewerker, *, op: dt.date) -> QuerySet[Melding]:
    """Running meldingen of mine and of whom I stand in for, what is due first on top."""
    mine = Melding.objects.filter(
        of_me_or_whom_i_replace(by, op=op, veld="consulent"), status__in=LOPEND
    )
    return as_work_list(mine).order_by(F("eerste_einde").asc(), "ontvangen_op", "id")


def with_words_left(rows: Iterable[Melding], *, op: dt.date) -> list[tuple[Melding, str]]:
    """Each melding with what is left until its first day, in working days."""
    ends = [(row, row.eerste_einde) for row in rows]  # type: ignore[attr-defined]
    days = kalender() if any(end for _, end in ends) else None
    return [
        (row, workdays_in_words(end, op=op, dagen=days) if days and end else "")
        for row, end in ends
    ]


def consults_for(by: Medewerker) -> QuerySet[Consult]:
    """Questions that wait for my answer, the first day on top."""
    waiting = Consult.objects.filter(aan=by, status=ConsultStatus.GEVRAAGD)
    return waiting.select_related("melding", "van").order_by("uiterlijk_op", "id")


def partners_to_call(by: Medewerker, *, op: dt.date) -> QuerySet[Doorverwijzing]:
    """What I asked of partners and got no answer to, when it is time to call."""
    mine = Doorverwijzing.objects.filter(
        of_me_or_whom_i_replace(by, op=op, veld="volgt"),
        antwoord_op__isnull=True,
        herinneren_op__lte=op,
    )
    return mine.select_related("organisatie", "inwoner").order_by("herinneren_op", "id")


def half_past_seventeen(born: dt.date) -> dt.date:
    """The day on which somebody is seventeen and a half: time to prepare for eighteen."""
    month = born.month + 6
    year = born.year + 17 + (month > 12)
    month = month - 12 if month > 12 else month
    last = (dt.date(year + month // 12, month % 12 + 1, 1) - dt.timedelta(days=1)).day
    return dt.date(year, month, min(born.day, last))


def coming_of_age(by: Medewerker, op: dt.date, tot: dt.date) -> Iterator[Aflopend]:
    """Young people of my households who turn seventeen and a half in the period."""
    homes = running_involvements(by, op=op).values("huishouden_id")
    born = (_years_before(op, 18), _years_before(tot, 17))
    members = (
        Lidmaatschap.objects.op(op)
        .filter(huishouden__een_van=homes, inwoner__geboortedatum__range=born)
        .filter(inwoner__overleden_op__isnull=True)
        .select_related("inwoner")
    )
    seen: set[Inwoner] = set()
    for member in members:
        person = member.inwoner
        if person in seen or person.geboortedatum is None:
            continue
        seen.add(person)
        day = half_past_seventeen(person.geboortedatum)
        if op <= day <= tot:
            yield Aflopend(
                dag=day,
                wat="Wordt 17,5 jaar: bereid de overgang naar 18 voor",
                van_wie=person.naam,
                adres=f"/huishoudens/{member.huishouden_id}",
                inwoners=(person.pk,),
            )


def _years_before(day: dt.date, years: int) -> dt.date:
    """The day so many years before; a 29th of February counts as the 28th."""
    return day.replace(
        year=day.year - years, day=28 if (day.month, day.day) == (2, 29) else day.day
    )


def calendar_entries(medewerker: Medewerker, op: dt.date) -> Iterator[Agendapunt]:
    """Home visits and last days of somebody, without a name or an address."""
    visits = Huisbezoek.objects.filter(medewerker=medewerker).exclude(
        status=HuisbezoekStatus.VERVALLEN
    )
    for visit in visits.filter(gepland_op__date__gte=op - VISITS_BACK):
        yield Agendapunt(
            kenmerk=f"bezoek-{visit.pk}",
            titel="Huisbezoek",
            adres=f"/huisbezoeken/{visit.pk}",
            begin=visit.gepland_op,
        )
    running = Termijn.objects.open().filter(
        meldingen__consulent=medewerker,
        meldingen__status__in=LOPEND,
        einddatum__range=(op - VISITS_BACK, op + TERMS_AHEAD),
    )
    for term in running.select_related("regel", "melding_termijn"):
        if term.einddatum is not None:
            yield Agendapunt(
                kenmerk=f"termijn-{term.pk}",
                titel=f"Laatste dag: {term.regel.omschrijving}",
                adres=f"/meldingen/{term.melding_termijn.melding_id}",
                begin=term.einddatum,
            )
