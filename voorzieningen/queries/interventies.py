"""Interventions with what they reached: of a year, against what was meant."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet, Sum

from hengelo_sociaal.medewerkers.models import Medewerker
from voorzieningen.models import Interventie, Interventiejaar, Opkomst
from voorzieningen.queries.bijhouden import own_organisations

GRENS = 10


@dataclass(frozen=True)
class Stand:
    """An intervention in a year; what is about fewer than ten people has no number here."""

    interventie: Interventie
    jaar: Interventiejaar | None
    bezoeken: int

    @property
    def bereik(self) -> int | None:
        """How many people took part, when that is known and not a small group."""
        number = self.jaar.bereik if self.jaar else 0
        return number if number >= GRENS else None

    @property
    def klein(self) -> bool:
        """Whether somebody took part, but fewer than ten."""
        return self.jaar is not None and 0 < self.jaar.bereik < GRENS

    @property
    def resultaat(self) -> int | None:
        """Of a hundred people of whom it is known, with how many it succeeded.

        None also when it would tell of a small group: with how few it succeeded or failed.
        """
        if self.jaar is None or not self.jaar.gevraagd or self.resultaat_klein:
            return None
        return round(100 * self.jaar.gelukt / self.jaar.gevraagd)

    @property
    def resultaat_klein(self) -> bool:
        """Whether either side of the share is a group of one to nine people (ADR 41)."""
        if self.jaar is None:
            return False
        sides = (self.jaar.gevraagd, self.jaar.gelukt, self.jaar.gevraagd - self.jaar.gelukt)
        return any(0 < side < GRENS for side in sides)

    @property
    def kosten(self) -> int | None:
        """What it cost, in euro cents; of a year without a bill what was budgeted."""
        known = self.jaar.kosten if self.jaar else None
        return known if known is not None else self.interventie.kosten_per_jaar

    @property
    def kosten_per_mens(self) -> int | None:
        """What it cost for everybody who took part, in euro cents."""
        return round(self.kosten / self.bereik) if self.kosten and self.bereik else None

    @property
    def haalt_bereik(self) -> bool | None:
        """Whether as many people were reached as was meant; None when that cannot be said."""
        if self.bereik is None or not self.interventie.streefbereik:
            return None
        return self.bereik >= self.interventie.streefbereik

    @property
    def haalt_resultaat(self) -> bool | None:
        """Whether it succeeded as often as was meant; None when that cannot be said."""
        if self.resultaat is None or self.interventie.streefresultaat is None:
            return None
        return self.resultaat >= self.interventie.streefresultaat


def interventions() -> QuerySet[Interventie]:
    """All of them with who does it, those that run first."""
    return Interventie.objects.select_related("organisatie", "voorziening", "leefgebied").order_by(
        "naam"
    )


def kept_by(by: Medewerker) -> QuerySet[Interventie]:
    """Those of the organisations that a partner keeps."""
    return interventions().filter(organisatie__in=own_organisations(by))


def stands(rows: Iterable[Interventie], jaar: int) -> list[Stand]:
    """Every intervention in a year, with the visits to the activities of its voorziening."""
    listed = list(rows)
    years = {
        each.interventie_id: each
        for each in Interventiejaar.objects.filter(interventie__in=listed, jaar=jaar)
    }
    visits = dict(
        Opkomst.objects.filter(
            activiteit__voorziening__in=[each.voorziening_id for each in listed],
            dag__range=(dt.date(jaar, 1, 1), dt.date(jaar, 12, 31)),
        )
        .order_by()
        .values_list("activiteit__voorziening")
        .annotate(som=Sum("aantal"))
    )
    return [Stand(each, years.get(each.pk), visits.get(each.voorziening_id, 0)) for each in listed]


def running_in(jaar: int) -> QuerySet[Interventie]:
    """What ran in a year."""
    return interventions().filter(
        Q(tot__isnull=True) | Q(tot__gte=dt.date(jaar, 1, 1)), van__lte=dt.date(jaar, 12, 31)
    )


def years_known() -> list[int]:
    """The years of which anything was noted, newest first."""
    rows = Interventiejaar.objects.order_by("-jaar").values_list("jaar").annotate(Count("pk"))
    return [jaar for jaar, _ in rows]
