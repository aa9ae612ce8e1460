"""Cases of signals as a list of work, whom a signal is about, and the figures."""

import datetime as dt
import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.db.models import Count, F, Q, QuerySet, Sum

from toegang.enums import SignaalUitkomst, SignaalzaakStatus
from toegang.models import Inwoner, Lidmaatschap, Signaalzaak

Adressleutel = tuple[str, int | None, str]


@dataclass(frozen=True, kw_only=True)
class Cijfers:
    """How it goes with the signals of a year."""

    zaken: int
    signalen: int
    aangeboden: int
    op_tijd: int
    bereikt: int
    aanvaard: int
    open: int
    te_laat: int

    def deel(self, aantal: int) -> int | None:
        """A number as per cents of the cases; None when there are none."""
        return round(100 * aantal / self.zaken) if self.zaken else None

    @property
    def deel_op_tijd(self) -> int | None:
        """The share that was offered help within the term."""
        return self.deel(self.op_tijd)

    @property
    def deel_bereikt(self) -> int | None:
        """The share of which we spoke somebody."""
        return self.deel(self.bereikt)

    @property
    def deel_aanvaard(self) -> int | None:
        """The share that accepted help."""
        return self.deel(self.aanvaard)


def as_signal_list(rows: QuerySet[Signaalzaak]) -> QuerySet[Signaalzaak]:
    """Cases with how many signals and what they add up to; what is due first on top."""
    return (
        rows.select_related("inwoner", "consulent", "team", "termijn__regel")
        .annotate(aantal=Count("signalen"), totaal=Sum("signalen__bedrag"))
        .order_by("termijn__einddatum", "id")
    )


def figures_of_year(year: int, *, op: dt.date) -> Cijfers:
    """The signals received in a year, also of cases that were made anonymous; two queries."""
    rows = Signaalzaak.objects.filter(ontvangen_op__year=year)
    spoken = Q(pogingen__resultaat__in=["gesproken", "aanbod"]) | Q(
        uitkomst__in=[SignaalUitkomst.AANVAARD, SignaalUitkomst.AFGEWEZEN, SignaalUitkomst.AL_HULP]
    )
    counted = rows.aggregate(
        zaken=Count("pk", distinct=True),
        aangeboden=Count("pk", filter=Q(aanbod_op__isnull=False), distinct=True),
        op_tijd=Count("pk", filter=Q(aanbod_op__lte=F("termijn__einddatum")), distinct=True),
        bereikt=Count("pk", filter=spoken, distinct=True),
        aanvaard=Count("pk", filter=Q(uitkomst=SignaalUitkomst.AANVAARD), distinct=True),
        open=Count("pk", filter=~Q(status=SignaalzaakStatus.AFGESLOTEN), distinct=True),
        te_laat=Count(
            "pk",
            filter=Q(
                aanbod_op__isnull=True,
                termijn__einddatum__lt=op,
            )
            & ~Q(status=SignaalzaakStatus.AFGESLOTEN),
            distinct=True,
        ),
    )
    signals = rows.aggregate(n=Count("signalen"))["n"]
    return Cijfers(signalen=signals, **counted)


@dataclass
class Woonadressen:
    """Who lives where, of the addresses in one file; three queries for the whole file."""

    leden: dict[Adressleutel, list[tuple[uuid.UUID, Inwoner]]]
    huishoudens: dict[Adressleutel, uuid.UUID]
    bekend: Mapping[bytes, Inwoner]

    def resident(
        self, address: Adressleutel, *, afdruk: bytes | None, naam: str, geboren: dt.date | None
    ) -> Inwoner | None:
        """By BSN, or else by name, birth date and address together; never by less."""
        if afdruk is not None and afdruk in self.bekend:
            return self.bekend[afdruk]
        wanted = _bare(naam)
        same = [
            person
            for _, person in self.leden.get(address, ())
            if geboren is not None
            and person.geboortedatum == geboren
            and _bare(person.geslachtsnaam) == wanted
        ]
        return same[0] if len(same) == 1 else None

    def household(self, address: Adressleutel, resident: Inwoner | None) -> uuid.UUID | None:
        """Where the resident lives at this address, or the only household there."""
        if resident is not None:
            for household, person in self.leden.get(address, ()):
                if person.pk == resident.pk:
                    return household
        return self.huishoudens.get(address)


def homes_at(
    addresses: Iterable[Adressleutel], afdrukken: Iterable[bytes], *, op: dt.date
) -> Woonadressen:
    """Households and residents of these addresses on a day, and who has these BSN's."""
    postcodes = {postcode for postcode, _, _ in addresses if postcode}
    members = (
        Lidmaatschap.objects.op(op)
        .thuis()
        .filter(huishouden__postcode__in=postcodes)
        .select_related("inwoner", "huishouden")
    )
    by_address: dict[Adressleutel, list[tuple[uuid.UUID, Inwoner]]] = {}
    for member in members:
        home = member.huishouden
        key = (home.postcode, home.huisnummer, home.toevoeging.upper())
        by_address.setdefault(key, []).append((home.pk, member.inwoner))
    single = {
        key: rows[0][0] for key, rows in by_address.items() if len({pk for pk, _ in rows}) == 1
    }
    known = Inwoner.objects.filter(bsn_zoek__in=list(afdrukken))
    return Woonadressen(
        by_address, single, {bytes(one.bsn_zoek): one for one in known if one.bsn_zoek}
    )


def _bare(name: str) -> str:
    """A surname to compare by: without capitals, blanks and hyphens."""
    return "".join(letter for letter in name.casefold() if letter.isalpha())
