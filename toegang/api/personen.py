"""Residents and households; looking somebody up is a POST, so that no address names them."""

from typing import Any

from django.urls import reverse
from rest_framework.request import Request
from rest_framework.response import Response

from hengelo_sociaal.api.basis import ApiView, Detail, Maak
from hengelo_sociaal.kern.nummers import normalise_postcode
from hengelo_sociaal.kern.tijd import dag_van, nu
from toegang.api.invoer import HuishoudenInvoer, InwonerInvoer, ZoekInvoer
from toegang.api.uitvoer import HuishoudenUitvoer, InwonerUitvoer, ZoekUitvoer
from toegang.api.vragen import DOELEN, DossierVragen
from toegang.domain.dossier import Dossier, look_up_inwoner, open_dossier
from toegang.domain.huishouden import Adres, Lid, register_huishouden
from toegang.domain.inwoner import InwonerGegevens, register_inwoner
from toegang.domain.zoeken import search_for
from toegang.models import Inwoner
from toegang.queries.huishouden import members_of
from toegang.queries.zoekopdracht import Zoekopdracht, parse
from toegang.rechten import (
    DOSSIER_LEZEN,
    DOSSIER_SAMENVATTING,
    HUISHOUDEN_SCHRIJVEN,
    PERSONEN_ZOEKEN,
)


class InwonersZoeken(ApiView):
    """Who fits, at most fifty."""

    uitleg = {"POST": "Inwoners zoeken op naam, geboortedatum, adres of BSN"}
    rechten = {"POST": PERSONEN_ZOEKEN}
    input_class, output_class = ZoekInvoer, ZoekUitvoer

    def post(self, request: Request, **kwargs: Any) -> Response:
        at = nu()
        data = self.read_input()
        wanted = parse(data["vrij"], op=dag_van(at)) if "vrij" in data else _as_given(data)
        found = search_for(by=self.by, opdracht=wanted, at=at)
        return Response(self.represent({"resultaten": found}))


class Inwoners(Maak):
    """A new resident."""

    uitleg = {"POST": "Een inwoner registreren"}
    rechten = {"POST": HUISHOUDEN_SCHRIJVEN}
    input_class, output_class = InwonerInvoer, InwonerUitvoer

    def create(self, data: dict[str, Any], **kwargs: Any) -> Inwoner:
        override = data.pop("negeer_duplicaat", None) or {}
        bsn = data.pop("bsn", None)
        return register_inwoner(
            by=self.by,
            gegevens=InwonerGegevens(**data),
            bsn=bsn,
            negeer_dubbel=override.get("reden"),
            at=nu(),
        )

    def location(self, made: Inwoner) -> str:
        return reverse("api-inwoner", args=[made.pk])


class InwonerDetail(Detail):
    """One resident."""

    uitleg = {"GET": "Een inwoner"}
    rechten = {"GET": (DOSSIER_LEZEN, DOSSIER_SAMENVATTING)}
    output_class = InwonerUitvoer

    def find(self, **kwargs: Any) -> Inwoner:
        return look_up_inwoner(by=self.by, inwoner_id=kwargs["id"], at=nu())


class Huishoudens(Maak):
    """A new household."""

    uitleg = {"POST": "Een huishouden registreren"}
    rechten = {"POST": HUISHOUDEN_SCHRIJVEN}
    input_class, output_class = HuishoudenInvoer, HuishoudenUitvoer

    def create(self, data: dict[str, Any], **kwargs: Any) -> dict[str, Any]:
        at = nu()
        leden = [Lid(inwoner_id=lid.pop("inwoner"), **lid) for lid in data.get("leden", [])]
        made = register_huishouden(by=self.by, adres=Adres(**data["adres"]), leden=leden, at=at)
        return {"huishouden": made, "leden": members_of(made.pk, op=dag_van(at))}

    def represent(self, thing: dict[str, Any]) -> dict[str, Any]:
        return HuishoudenUitvoer.represent(thing)

    def location(self, made: dict[str, Any]) -> str:
        return reverse("api-huishouden", args=[made["huishouden"].pk])


class HuishoudenDetail(Detail):
    """One household with who belongs to it now."""

    uitleg = {"GET": "Een huishouden met zijn leden"}
    rechten = {"GET": (DOSSIER_LEZEN, DOSSIER_SAMENVATTING)}
    query_class, output_class = DossierVragen, HuishoudenUitvoer

    def find(self, **kwargs: Any) -> Dossier:
        doel = DOELEN.get(self.query.get("doel", ""), "")
        return open_dossier(by=self.by, huishouden_id=kwargs["id"], doel=doel, at=nu())


def _as_given(data: dict[str, Any]) -> Zoekopdracht:
    postcode = data.get("postcode", "")
    return Zoekopdracht(
        bsn=data.get("bsn", ""),
        geboortedatum=data.get("geboortedatum"),
        postcode=normalise_postcode(postcode) if postcode else "",
        huisnummer=data.get("huisnummer"),
        woorden=tuple(data.get("geslachtsnaam", "").split()),
    )
