"""JSON in and out: strict about what comes in, quick about what goes out."""

import codecs
import json
from collections.abc import Iterable, Mapping
from typing import IO, Any

import orjson
from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from rest_framework.exceptions import ParseError
from rest_framework.negotiation import BaseContentNegotiation
from rest_framework.parsers import BaseParser
from rest_framework.renderers import BaseRenderer
from rest_framework.request import Request

from hengelo_sociaal.api.problemen import DETAILS
from hengelo_sociaal.kern.fouten import DomeinFout


class TeGroot(DomeinFout):
    """A body that is larger than is read at once."""

    code = "te-groot"
    status = 413
    melding = DETAILS[413]


_NOT_JSON = "De inhoud is geen geldige JSON in UTF-8."


class Json(BaseRenderer):
    """Compact JSON in UTF-8."""

    media_type = "application/json"
    format = "json"
    charset = None

    def render(
        self,
        data: Any,
        accepted_media_type: str | None = None,
        renderer_context: Mapping[str, Any] | None = None,
    ) -> bytes:
        if data is None:
            return b""
        return dump(data)


def dump(data: Any) -> bytes:
    """A JSON body; moments as RFC 3339, what JSON has no word for as Django writes it."""
    return orjson.dumps(data, default=_PLAIN, option=orjson.OPT_NON_STR_KEYS)


_PLAIN = DjangoJSONEncoder().default


class JsonParser(BaseParser):
    """Reads a JSON body; NaN, half characters and other things that cannot be kept are refused."""

    media_type = "application/json"

    def parse(
        self,
        stream: IO[bytes],
        media_type: str | None = None,
        parser_context: Mapping[str, Any] | None = None,
    ) -> Any:
        most = settings.DATA_UPLOAD_MAX_MEMORY_SIZE  # the framework guards its own forms only
        raw = stream.read(most + 1)
        if len(raw) > most:
            _let_finish(stream, most)
            raise TeGroot()
        try:
            text = raw.removeprefix(codecs.BOM_UTF8).decode()
            data = json.loads(text, parse_constant=_refuse_constant)
            if "\\u" in text:
                json.dumps(data, ensure_ascii=False).encode()
        except (ValueError, RecursionError) as error:
            raise ParseError(_NOT_JSON) from error
        return data


def _let_finish(stream: IO[bytes], step: int) -> None:
    """Read on for a while: a sender that is cut off never reads why it is refused."""
    for _ in range(9):
        if not stream.read(step):
            return


def _refuse_constant(name: str) -> None:
    raise ValueError(name)


class AltijdJson(BaseContentNegotiation):
    """The API speaks JSON, whatever the client says it would rather have."""

    def select_parser(self, request: Request, parsers: Iterable[BaseParser]) -> BaseParser | None:
        wanted = (request.content_type or "").partition(";")[0].strip().lower()
        return next((parser for parser in parsers if parser.media_type == wanted), None)

    def select_renderer(
        self, request: Request, renderers: Iterable[BaseRenderer], format_suffix: str | None = None
    ) -> tuple[BaseRenderer, str]:
        renderer = next(iter(renderers))
        return renderer, renderer.media_type
