"""The web process: gunicorn's with threads, that refuses in our words what it cannot read.

An address or header that is too long, or a request that is none, never reaches the application.
Below /api/ the answer is a problem (RFC 9457) with the version, elsewhere a page.
"""

import json
import re
from typing import Any

from django.conf import settings
from gunicorn import util
from gunicorn.http import errors
from gunicorn.http.message import Request
from gunicorn.http.parser import RequestParser
from gunicorn.workers.gthread import ThreadWorker

from hengelo_sociaal.api.problemen import PROBLEM_JSON, problem

_API = re.compile(rb"[A-Z]+ (https?://[^/ ]*)?/api/")
_BEGIN = 100
_PAGE = (
    '<!doctype html><html lang="nl"><head><meta charset="utf-8"><title>{titel}</title></head>'
    "<body><h1>{titel}</h1><p>{zin}</p></body></html>"
)
_SENTENCES = {
    400: "Dit verzoek is niet te lezen. Ga terug naar de vorige pagina en probeer het opnieuw.",
    414: "Dit adres is te lang. Gebruik minder of kortere filters.",
    431: (
        "Uw browser of programma stuurt te veel mee. Wis de cookies van deze site, "
        "of stuur kleinere koppen."
    ),
}
_TITLES = {400: "Niet te lezen", 414: "Adres te lang", 431: "Koppen te groot"}
_CODES = {400: "ongeldig-verzoek", 414: "adres-te-lang", 431: "koppen-te-groot"}


class Verzoek(Request):  # type: ignore[misc]
    """A request that remembers how it began, for who must refuse it before it is read."""

    begin = b""

    def read_into(self, unreader: Any, buf: bytearray, stop: bool = False) -> None:
        super().read_into(unreader, buf, stop)
        self.begin = self.begin or bytes(buf[:_BEGIN])

    def parse(self, unreader: Any) -> bytes:
        try:
            read: bytes = super().parse(unreader)
        except errors.ParseException as error:
            error.begin = self.begin
            raise
        return read


RequestParser.mesg_class = Verzoek


class Webwerker(ThreadWorker):  # type: ignore[misc]
    """Answers what cannot be read, with what to do about it."""

    def handle_error(self, req: Any, client: Any, addr: Any, exc: BaseException) -> None:
        if not isinstance(exc, errors.ParseException):
            super().handle_error(req, client, addr, exc)
            return
        # What was sent may hold a name; why it was refused says enough.
        self.log.warning("refused a request: %s", type(exc).__name__)
        try:
            util.write_nonblock(client, refusal(exc))
        except OSError:
            self.log.debug("the sender of a refused request is gone")


def refusal(error: errors.ParseException) -> bytes:
    """The whole answer to a request that cannot be read."""
    status = _status(error)
    sentence = _SENTENCES[status]
    if _API.match(getattr(error, "begin", b"")):
        extra = {"title": _TITLES[status]}
        found = problem(status, code=_CODES[status], instance="", detail=sentence, extra=extra)
        body, kind = json.dumps(found, ensure_ascii=False), PROBLEM_JSON
        version = f"API-Version: {settings.API_VERSIE}\r\n"
    else:
        body, version = _PAGE.format(titel=_TITLES[status], zin=sentence), ""
        kind = "text/html; charset=utf-8"
    content = body.encode()
    head = (
        f"HTTP/1.1 {status} {_TITLES[status]}\r\nConnection: close\r\nContent-Type: {kind}\r\n"
        f"Content-Length: {len(content)}\r\nCache-Control: no-store\r\n"
        "Content-Security-Policy: default-src 'none'\r\nX-Content-Type-Options: nosniff\r\n"
        f"{version}\r\n"
    )
    return head.encode("ascii") + content


def _status(error: errors.ParseException) -> int:
    if isinstance(error, errors.LimitRequestLine):
        return 414
    return 431 if isinstance(error, errors.LimitRequestHeaders) else 400
