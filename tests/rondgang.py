"""A walk over every screen that a role can reach by clicking, from its first page on.

Links, addresses that htmx fetches and forms that only ask (GET) are followed; of pages of the
same kind a few are opened. Where a purpose is asked first, it is given.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from urllib.parse import parse_qs, urljoin, urlsplit

from django.test import Client

ELDERS = ("/uitloggen", "/static/")
DOEL = "Waarom wilt u kijken?"
VAN_ELKE_SOORT = 2


@dataclass(frozen=True)
class Bezoek:
    """One page that was opened, and the page whose link led to it."""

    pad: str
    soort: str
    status: int
    vanaf: str
    scherm: bool  # a whole page, not a fragment or a file


class _Wegen(HTMLParser):
    """What a page leads to, and where its form for a purpose goes."""

    def __init__(self) -> None:
        super().__init__()
        self.links: list[str] = []
        self.post: str | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        if tag == "a" and found.get("href"):
            self.links.append(str(found["href"]))
        if found.get("hx-get"):
            self.links.append(str(found["hx-get"]))
        if tag == "form":
            action = found.get("action") or ""
            if (found.get("method") or "get").lower() == "get":
                self.links.append(action)
            elif "hs-stapel" in (found.get("class") or ""):
                self.post = action


def kind_of(path: str) -> str:
    """The kind of page at an address: what names a record or a choice is left out."""
    split = urlsplit(path)
    route = re.sub(r"[0-9a-f]{8}-[0-9a-f-]{27}", "{id}", split.path)
    route = re.sub(r"/\d+(?=/|$)", "/{n}", route)
    route = re.sub(r"^(/dashboard/(?:indicatoren|wijken|buurten))/[^/]+", r"\1/{code}", route)
    route = re.sub(r"^(/beheer/\w+)/.+", r"\1/{lijst}", route)
    keys = ",".join(sorted(parse_qs(split.query, keep_blank_values=True)))
    return f"{route}?{keys}" if keys else route


def walk(client: Client, start: str = "/", each: int = VAN_ELKE_SOORT) -> Iterator[Bezoek]:
    """Every page that can be reached, each with how it answered."""
    queue, seen, of_kind = [(start, "")], set(), Counter[str]()
    while queue:
        path, came_from = queue.pop(0)
        kind = kind_of(path)
        if path in seen or of_kind[kind] >= each:
            continue
        seen.add(path)
        of_kind[kind] += 1
        visit, links = _open(client, path, kind, came_from)
        yield visit
        queue += [(link, path) for link in links]


def _open(client: Client, path: str, kind: str, came_from: str) -> tuple[Bezoek, list[str]]:
    answer = client.get(path, follow=False)
    is_html = answer.get("Content-Type", "").startswith("text/html")
    body = answer.content.decode() if is_html else ""
    ways = _read(body)
    if answer.status_code == 403 and DOEL in body and ways.post:
        client.post(ways.post, {"doel": "kwaliteit"})
        answer = client.get(path)
        body = answer.content.decode()
        ways = _read(body)
    if 300 <= answer.status_code < 400:
        ways.links.append(answer["Location"])
    visit = Bezoek(path, kind, answer.status_code, came_from, "<html" in body)
    return visit, [link for href in ways.links if (link := _within(path, href))]


def _read(body: str) -> _Wegen:
    ways = _Wegen()
    ways.feed(body)
    return ways


def _within(path: str, href: str) -> str:
    """The address that a link on `path` leads to; nothing when it leaves the application."""
    target = urljoin(f"http://testserver{path}", href)
    if not target.startswith("http://testserver/"):
        return ""
    inside = target.removeprefix("http://testserver").split("#")[0]
    return "" if inside.startswith(ELDERS) else inside
