"""GET /voorzieningen and GET /voorzieningen/{id}; without a token general provisions only."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, cast

from rest_framework.request import Request
from rest_framework.response import Response

from hengelo_sociaal.api.basis import Detail, Lijst
from hengelo_sociaal.api.voorwaarden import etag_of, is_known
from hengelo_sociaal.kern.fouten import NietGevonden
from hengelo_sociaal.kern.paginering import Cursor, OngeldigeCursor, address
from hengelo_sociaal.kern.tijd import nu, vandaag
from hengelo_sociaal.medewerkers.models import Medewerker
from hengelo_sociaal.medewerkers.rechten import toets
from voorzieningen.antwoorden import Antwoorden, Laatste
from voorzieningen.api.vormen import VoorzieningUitvoer, VoorzieningVragen
from voorzieningen.domain.gezocht import note_without_hits
from voorzieningen.models import Voorziening
from voorzieningen.queries.nummers import Versie
from voorzieningen.queries.redenen import Treffer, reasons
from voorzieningen.queries.stand import Stand, current_state
from voorzieningen.queries.vraag import Zoekvraag
from voorzieningen.queries.zoeken import search_page
from voorzieningen.rechten import LEZEN

_FURTHEST = 100_000


def _sees_all(request: Request) -> bool:
    """Whether more than the general provisions may be shown: only to colleagues."""
    by = cast(Medewerker | None, request.user)  # the API has no anonymous user
    if by is None:
        return False
    toets(by, LEZEN)
    return True


@dataclass(frozen=True)
class Gemaakt:
    """What is answered, with its ETag."""

    inhoud: Mapping[str, Any]
    etag: str

    @classmethod
    def van(cls, inhoud: Mapping[str, Any]) -> "Gemaakt":
        return cls(inhoud, etag_of(inhoud))

    def answer(self, request: Request) -> Response:
        """The body with its ETag, or 304 when the asker has it already."""
        headers = {
            "ETag": self.etag,
            "Cache-Control": "private, no-cache" if request.user else "public, max-age=300",
            "Vary": "Authorization, Cookie",
        }
        if is_known(request, self.etag):
            return Response(status=304, headers=headers)
        return Response(self.inhoud, headers=headers)


_ANTWOORDEN: Antwoorden[Gemaakt] = Antwoorden(meeste=200)
_GETOOND: Laatste[Versie, dict[str, Any]] = Laatste(500)


class Voorzieningen(Lijst):
    """The catalogue, best hits first."""

    uitleg = {"GET": "Voorzieningen zoeken; zonder token alleen algemene voorzieningen"}
    openbaar = {"GET"}
    query_class, output_class = VoorzieningVragen, VoorzieningUitvoer
    has_etag = True

    def get(self, request: Request, **kwargs: Any) -> Response:
        """Without a token everybody gets the same, so that is remembered for a while."""
        sees_all = _sees_all(request)
        state = current_state()
        asked = (request.build_absolute_uri(), vandaag())
        made = None if sees_all else _ANTWOORDEN.find(asked, state)
        if made is None:
            made, found = self._search(request, None if sees_all else state)
            if found and not sees_all:
                _ANTWOORDEN.keep(asked, state, made)
        return made.answer(request)

    def _search(self, request: Request, stand: Stand | None) -> tuple[Gemaakt, int]:
        """The page of hits, and how many there are in all; with `stand` what everybody sees."""
        size = self.query.pop("pagina_grootte")
        start = _position(self.query.pop("cursor", None))
        vraag = Zoekvraag(
            tekst=self.query.pop("zoek", ""),
            alleen_algemeen=stand is not None,
            op=vandaag(),
            **self.query,
        )
        found = search_page(vraag, vanaf=start, aantal=size, stand=stand)
        note_without_hits(tekst=vraag.tekst, totaal=found.totaal, at=nu())
        base, given = request.build_absolute_uri(request.path), dict(request.GET.lists())
        following = start + size if start + size < found.totaal else None
        before = max(0, start - size) if start else None
        body = {
            "resultaten": [_represented(hit, stand) for hit in found.treffers],
            "volgende": address(base, given, _cursor(following)),
            "vorige": address(base, given, _cursor(before)),
        }
        return Gemaakt.van(body), found.totaal


class VoorzieningDetail(Detail):
    """One provision."""

    uitleg = {"GET": "Een voorziening; zonder token alleen een algemene voorziening"}
    openbaar = {"GET"}
    output_class = VoorzieningUitvoer

    def get(self, request: Request, **kwargs: Any) -> Response:
        return Gemaakt.van(self.represent(self.find(**kwargs))).answer(request)

    def find(self, **kwargs: Any) -> Voorziening:
        rows = Voorziening.objects.gepubliceerd().met_alles()
        if not _sees_all(self.request):
            rows = rows.algemeen().geldig(vandaag())
        found = rows.filter(pk=kwargs["id"]).first()
        if found is None:
            raise NietGevonden("Deze voorziening is niet gevonden.")
        return with_reasons(found, reasons(found, Zoekvraag()))


def _represented(hit: Treffer, stand: Stand | None) -> dict[str, Any]:
    """A hit as it goes out; what everybody may see is kept without the reasons of this question."""
    found = hit.voorziening
    if stand is None or hit.versie is None:
        return VoorzieningUitvoer.represent(with_reasons(found, hit.redenen))
    shown = _GETOOND.get(hit.versie)
    if shown is None:
        shown = VoorzieningUitvoer.represent(with_reasons(found, []))
        _GETOOND.keep(hit.versie, shown)
    return shown | {"redenen": hit.redenen}


def with_reasons(voorziening: Voorziening, redenen: list[str]) -> Voorziening:
    """The provision with the reasons to show beside it."""
    voorziening.redenen = redenen  # type: ignore[attr-defined]
    return voorziening


def _position(cursor: str | None) -> int:
    """Where a page of hits starts; the cursor of a ranked list holds a position."""
    if cursor is None:
        return 0
    position = Cursor.decode(cursor).waarde
    if not isinstance(position, int) or not 0 <= position <= _FURTHEST:
        raise OngeldigeCursor()
    return position


def _cursor(position: int | None) -> Cursor | None:
    return None if position is None else Cursor(terug=False, waarde=position, id="")
