"""Where the page of an event is."""

from urllib.parse import urlencode

from django.urls import reverse

from hengelo_sociaal.web.gevolgen import Gebeuren, Voorzien


def link_of(one: Voorzien) -> str:
    """The page about an event that comes."""
    address = reverse("huishouden-verandert", args=[one.gebeuren.huishouden_id])
    return f"{address}?{query_of(one.gebeuren)}"


def query_of(event: Gebeuren) -> str:
    """The event as the query of its page: ids and a day, nothing about a person."""
    asked = {"soort": event.soort.value, "op": event.op.strftime("%d-%m-%Y")}
    if event.inwoner_id:
        asked["wie"] = str(event.inwoner_id)
    return urlencode(asked)
