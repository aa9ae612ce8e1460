"""What somebody chose to see of wijken and buurten: all of it in the address."""

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest, QueryDict

from dashboard.views.keuze import Keuze, read_choice
from dashboard.views.wijkmaten import MATEN, Wijkmaat
from hengelo_sociaal.gebieden.models import Wijk
from hengelo_sociaal.kern.tijd import vandaag


@dataclass(frozen=True)
class Wijkkeuze:
    """A period, a second one to compare with, a measure for the map, and a wijk beside."""

    keuze: Keuze
    met: Keuze | None
    maat: Wijkmaat
    naast: Wijk | None = None

    @property
    def perioden(self) -> list[Keuze]:
        """The chosen period, and the one beside it."""
        return [self.keuze, *([self.met] if self.met else [])]

    @property
    def ongelijk(self) -> bool:
        """Whether the two periods are not equally long, because one runs or is of another kind."""
        return self.met is not None and (
            self.met.per != self.keuze.per or self.met.loopt != self.keuze.loopt
        )

    def adres(self, **anders: str) -> str:
        """The query of this choice, with something else in it."""
        query = {
            "periode": self.keuze.code,
            "met": self.met.code if self.met else "",
            "maat": self.maat.code,
            "naast": self.naast.pk if self.naast else "",
        } | anders
        return f"?{urlencode({name: value for name, value in query.items() if value})}"


def read_wijkkeuze(request: HttpRequest, wijken: Sequence[Wijk] = ()) -> Wijkkeuze:
    """The choice of an address; what it does not know falls away."""
    today = vandaag()
    keuze = read_choice(_only_period(request.GET.get("periode", "")), today)
    asked = request.GET.get("met", "")
    beside = read_choice(_only_period(asked), today)
    met = beside if beside.code == asked != keuze.code else None
    naast = next((each for each in wijken if each.pk == request.GET.get("naast")), None)
    maat = MATEN.get(request.GET.get("maat", ""), MATEN["vragen"])
    return Wijkkeuze(keuze, met, maat, naast)


def _only_period(code: str) -> QueryDict:
    return QueryDict(urlencode({"periode": code}))


def own_wijken() -> list[Wijk]:
    """The wijken of our own gemeente, by name."""
    return list(Wijk.objects.filter(gemeente=settings.GEMEENTECODE))
