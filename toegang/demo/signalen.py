"""Signals about debts in the demo town: a file a month, followed up by the team."""

import datetime as dt

from hengelo_sociaal.demo.stad import Stad, werkdag_tot, werkdag_vanaf
from hengelo_sociaal.medewerkers.models import Medewerker
from toegang.demo.eigen import own_chance
from toegang.demo.samen import moment_of
from toegang.domain.signalen import (
    Signaalregel,
    assign_zaak,
    close_zaak,
    load_signalen,
    record_attempt,
)
from toegang.models import Lidmaatschap, Signaalzaak

PER_MAAND = 9
MAANDEN = 8
MELDERS = {
    ("Welbions", "huur"): 5,
    ("Vitens", "water"): 3,
    ("Menzis", "zorgverzekering"): 4,
    ("Coöperatie Energie Oost", "energie"): 4,
}
ONBEKEND = 0.12
AFLOOP = {
    "aanvaard": 18, "opgelost": 24, "afgewezen": 14, "niet-bereikt": 26, "al-hulp": 8, "": 10,
}  # fmt: skip


def make_signals(stad: Stad) -> None:
    """Take a file in for each of the last months, and follow most of it up."""
    own = own_chance(stad)
    team = stad.vondst["teams"]["werk-en-inkomen"]
    colleagues = list(team.leden.filter(rollen=["consulent"]).order_by("gebruikersnaam"))
    for month in list(own.maandbegin())[-MAANDEN:]:
        day = werkdag_tot(min(month + dt.timedelta(days=11), own.laatste_dag))
        if day < max(month, own.van):
            continue
        lines = _lines(own, day)
        load_signalen(regels=lines, by=own.vondst["medewerkers"]["teamleider"], at=moment_of(day))
        opened = Signaalzaak.objects.filter(ontvangen_op=day).order_by("nummer")
        for zaak in opened:
            _follow_up(own, zaak, own.rng.choice(colleagues))


def _lines(stad: Stad, day: dt.date) -> list[Signaalregel]:
    """The signals of a month; some about people whom we do not know."""
    members = (
        Lidmaatschap.objects.op(day)
        .thuis()
        .filter(
            rol="aanvrager",
            huishouden__gemeente="GM0164",
            huishouden__geheim=False,
            huishouden__huisnummer__isnull=False,
            inwoner__overleden_op__isnull=True,
            inwoner__geboortedatum__lt=day - dt.timedelta(days=19 * 365),
        )
        .exclude(huishouden__postcode="")
        .select_related("inwoner", "huishouden")
    )
    known = list(members.order_by("pk").values_list("pk", flat=True))
    number = len(known)
    places = sorted(stad.rng.sample(range(number), min(PER_MAAND * stad.schaal, number)))
    chosen = members.in_bulk([known[place] for place in places])
    lines: list[Signaalregel] = []
    for place in places:
        member = chosen[known[place]]
        for _ in range(2 if stad.kans(0.25) else 1):
            lines.append(_line(stad, member, day, len(lines)))
    return lines


def _line(stad: Stad, member: Lidmaatschap, day: dt.date, number: int) -> Signaalregel:
    home, person = member.huishouden, member.inwoner
    melder, soort = stad.kies(MELDERS)
    months = stad.rng.randint(1, 5)
    unknown = stad.kans(ONBEKEND)
    return Signaalregel(
        soort=soort,
        melder=melder,
        kenmerk=f"{day:%y%m}-{number:04d}",
        ontvangen_op=day,
        bedrag=months * stad.rng.randint(3_500, 70_000),
        maanden=months,
        geslachtsnaam="Onbekende bewoner" if unknown else person.geslachtsnaam,
        voorletters=person.voornamen[:1] + ".",
        geboortedatum=None if unknown else person.geboortedatum,
        straat=home.straat,
        huisnummer=home.huisnummer or 1,
        toevoeging=home.toevoeging,
        postcode=home.postcode,
        woonplaats=home.woonplaats,
        telefoon=person.telefoon,
    )


def _follow_up(stad: Stad, zaak: Signaalzaak, by: Medewerker) -> None:
    """Attempts until somebody was offered help, and how it ended, up to the town's last day."""
    day = werkdag_vanaf(zaak.ontvangen_op + dt.timedelta(days=stad.rng.randint(1, 8)))
    if day > stad.laatste_dag or stad.kans(0.06):
        return
    assign_zaak(by=by, zaak_id=zaak.pk, consulent_id=by.pk, at=moment_of(day))
    offered = False
    for soort, resultaat in _attempts(stad):
        if day > stad.laatste_dag:
            return
        record_attempt(
            by=by, zaak_id=zaak.pk, soort=soort, resultaat=resultaat, op=day, at=moment_of(day)
        )
        offered = offered or resultaat in {"verstuurd", "aanbod"}
        day = werkdag_vanaf(day + dt.timedelta(days=stad.rng.randint(3, 10)))
    outcome = stad.kies(AFLOOP)
    known = zaak.inwoner_id is not None or outcome != "aanvaard"
    if outcome and known and offered and day <= stad.laatste_dag:
        close_zaak(by=by, zaak_id=zaak.pk, uitkomst=outcome, op=day, at=moment_of(day))


def _attempts(stad: Stad) -> list[tuple[str, str]]:
    """In which order they tried, and what came of it."""
    tried = [("telefoon", "geen-contact"), ("sms", "geen-contact"), ("brief", "verstuurd")]
    if stad.kans(0.5):
        tried = [("telefoon", "aanbod"), ("brief", "verstuurd")]
    if stad.kans(0.35):
        tried.append(("huisbezoek", "aanbod" if stad.kans(0.6) else "geen-contact"))
    return tried
