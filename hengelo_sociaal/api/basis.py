"""Base classes of the endpoints: thin over the framework, so that a request costs little.

A view says what it is in class attributes and makes one call into the domain:

    class Contacten(Maak, Lijst):
        uitleg = {"GET": "Contacten zoeken", "POST": "Een contact registreren"}
        rechten = {"GET": CONTACT_LEZEN, "POST": CONTACT_SCHRIJVEN}
        query_class = ContactVragen           # subclass of LijstVragen
        input_class, output_class = ContactInvoer, ContactUitvoer
        ordering = "-plaatsgevonden_op"

        def rows(self): return visible_contacts(by=self.by, **self.query)
        def seen(self, things): log_access(...)
        def create(self, data): return register_contact(by=self.by, at=nu(), **data)
        def location(self, made): return reverse("api-contact", args=[made.pk])
"""

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar, cast

from django.db.models import QuerySet
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from hengelo_sociaal.api.idempotentie import once
from hengelo_sociaal.api.serializers import Serializer
from hengelo_sociaal.api.voorwaarden import etag_of, require_match
from hengelo_sociaal.api.vragen import GeheelVragen, LijstVragen, Vragen
from hengelo_sociaal.kern.beperkingen import operation
from hengelo_sociaal.kern.fouten import Verouderd
from hengelo_sociaal.kern.paginering import Cursor, Pagina, address, page, page_of_whole
from hengelo_sociaal.medewerkers.models import Medewerker
from hengelo_sociaal.medewerkers.rechten import Recht


class ApiView(APIView):
    """An endpoint. Says its right per method in `rechten`, or `openbaar`; else it stays shut."""

    rechten: ClassVar[Mapping[str, Recht | tuple[Recht, ...]]] = {}
    openbaar: ClassVar[frozenset[str] | set[str]] = frozenset()
    query_class: ClassVar[type[Vragen]] = Vragen
    input_class: ClassVar[type[Serializer] | None] = None
    output_class: ClassVar[type[Serializer]] = Serializer
    detail_class: ClassVar[type[Serializer] | None] = (
        None  # of POST and PATCH, if a list shows less
    )
    lesser_class: ClassVar[type[Serializer] | None] = None  # what who may see less gets instead
    uitleg: ClassVar[Mapping[str, str]] = {}  # per method, in Dutch, for the API's description
    problemen: ClassVar[frozenset[int]] = frozenset()  # statuses beside the usual ones
    shape: ClassVar[str] = "een"
    has_etag: ClassVar[bool] = False  # whether GET answers with an ETag
    success_status: ClassVar[int] = 200
    metadata_class = None
    http_method_names = ["get", "head", "post", "patch", "put", "delete"]  # OPTIONS answers 405

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        """The gate first, then the query: nobody learns names of parameters from outside."""
        super().initial(request, *args, **kwargs)
        if request.method in ("GET", "HEAD") or request.GET:
            self.query = self.query_for(request)

    def query_for(self, request: Request) -> dict[str, Any]:
        """The query parameters, checked; only reading takes any."""
        known = self.query_class if request.method in ("GET", "HEAD") else Vragen
        return known.read(request.GET)

    @property
    def by(self) -> Medewerker:
        """Who is asking; only where the gate let somebody in."""
        return cast(Medewerker, self.request.user)

    def read_input(self, *, partial: bool = False) -> dict[str, Any]:
        """The body, checked, by its Python names; refused with 400 by field."""
        if self.input_class is None:
            return {}
        return self.input_class.read_body(self.request.data, partial=partial)

    def output_for(self, method: str) -> type[Serializer]:
        """The shape of what a method answers."""
        return (
            self.output_class
            if method in ("GET", "HEAD")
            else self.detail_class or self.output_class
        )

    def represent(self, thing: Any) -> dict[str, Any]:
        """A thing as it goes out."""
        return self.output_for(str(self.request.method)).represent(thing)


class Lijst(ApiView):
    """GET: a list by cursor, `{"resultaten", "volgende", "vorige"}`.

    `ordering` is one field that is never null, with an index on (field, id).

    With `as_rows` the list reads the columns of its output class, and those of `also_read`,
    as rows with names and makes no records: for lists that are long and read often (ADR 50).
    """

    query_class: ClassVar[type[Vragen]] = LijstVragen
    ordering: ClassVar[str] = "-id"
    as_rows: ClassVar[bool] = False
    also_read: ClassVar[tuple[str, ...]] = ()
    shape = "pagina"

    def rows(self) -> QuerySet[Any]:
        """The rows that this person may see, filtered by `self.query`."""
        raise NotImplementedError

    def seen(self, things: Sequence[Any]) -> None:
        """Note in the log who was looked at; nothing by default, for what is not personal."""

    def get(self, request: Request, **kwargs: Any) -> Response:
        wanted = self.query.pop("cursor", None)
        size = self.query.pop("pagina_grootte")
        found = page(
            self._rows(),
            ordering=self.ordering,
            size=size,
            cursor=Cursor.decode(wanted) if wanted else None,
        )
        self.seen(found.rijen)
        return Response(_linked(request, found, self.represent_all(found.rijen)))

    def _rows(self) -> QuerySet[Any]:
        rows = self.rows()
        if not self.as_rows:
            return rows
        return rows.values_list(*self.output_class.columns(), *self.also_read, named=True)

    def represent_all(self, things: Sequence[Any]) -> list[dict[str, Any]]:
        """The things of one page as they go out."""
        if self.as_rows:
            return self.output_class.represent_rows(things)
        return self.output_class.represent_all(things)


class Geheel(ApiView):
    """GET: a list that is made as a whole, in one answer; in pages for who asks for those."""

    query_class: ClassVar[type[Vragen]] = GeheelVragen
    shape = "pagina"

    def things(self, **kwargs: Any) -> Sequence[Any]:
        """The whole list, filtered by `self.query`."""
        raise NotImplementedError

    def represent_all(self, things: Sequence[Any]) -> list[dict[str, Any]]:
        """The things of one page as they go out."""
        return self.output_class.represent_all(things)

    def beside(self) -> dict[str, Any]:
        """What every page has beside its results; asked after `things`."""
        return {}

    def get(self, request: Request, **kwargs: Any) -> Response:
        size, wanted = self.query.pop("pagina_grootte", None), self.query.pop("cursor", None)
        cursor = Cursor.decode(wanted) if wanted else None
        found = page_of_whole(self.things(**kwargs), size=size, cursor=cursor)
        body = _linked(request, found, self.represent_all(found.rijen))
        return Response(body | self.beside())


def _linked(request: Request, found: Pagina[Any], rows: list[dict[str, Any]]) -> dict[str, Any]:
    """A page with the addresses of those around it."""
    base, given = request.build_absolute_uri(request.path), dict(request.GET.lists())
    return {
        "resultaten": rows,
        "volgende": address(base, given, found.volgende),
        "vorige": address(base, given, found.vorige),
    }


class Rij(ApiView):
    """GET: everything at once, for short lists without pages: `{"resultaten": [...]}`."""

    shape = "rij"

    def things(self) -> Sequence[Any]:
        """What to show; the whole of it."""
        raise NotImplementedError

    def get(self, request: Request, **kwargs: Any) -> Response:
        return Response({"resultaten": self.output_class.represent_all(self.things())})


class Detail(ApiView):
    """GET: one thing, with its ETag."""

    has_etag = True

    def find(self, **kwargs: Any) -> Any:
        """The thing, or NietGevonden when it is not there or not this person's."""
        raise NotImplementedError

    def seen(self, thing: Any) -> None:
        """Note in the log who was looked at; nothing by default, for what is not personal."""

    def get(self, request: Request, **kwargs: Any) -> Response:
        thing = self.find(**kwargs)
        self.seen(thing)
        body = self.represent(thing)
        return Response(body, headers={"ETag": etag_of(body)})


class Maak(ApiView):
    """POST: makes a thing; 201 with `Location`, and the body as GET gives it.

    With an Idempotency-Key the same request twice makes one.
    """

    success_status = 201

    def create(self, data: dict[str, Any], **kwargs: Any) -> Any:
        """One call into the domain."""
        raise NotImplementedError

    def location(self, made: Any) -> str | None:
        """The path of what was made."""
        raise NotImplementedError

    def post(self, request: Request, **kwargs: Any) -> Response:
        return once(request, lambda: self._make(**kwargs))

    def _make(self, **kwargs: Any) -> Response:
        made = self.create(self.read_input(), **kwargs)
        path = self.location(made)
        headers = {"Location": self.request.build_absolute_uri(path)} if path else {}
        return Response(self.represent(made), status=self.success_status, headers=headers)


class Actie(Maak):
    """POST on something that exists, such as a suspension: 200 with what it became."""

    success_status = 200

    def location(self, made: Any) -> str | None:
        return None


class Wijzig(Detail):
    """GET and PATCH: changes a part that two people can edit, with its ETag in If-Match.

    The row is locked before the ETags are compared, so of two people with the same version
    one gets 412, with both values. The answer shows the thing, also when it is refused so:
    each is a look, as GET is, with its line in the log.
    """

    def lock(self, **kwargs: Any) -> Any:
        """The thing with its row locked, or NietGevonden."""
        raise NotImplementedError

    def change(self, thing: Any, data: dict[str, Any]) -> Any:
        """One call into the domain; gives the thing as it is now."""
        raise NotImplementedError

    def patch(self, request: Request, **kwargs: Any) -> Response:
        data = self.read_input(partial=True)
        try:
            with operation():
                thing = self.lock(**kwargs)
                require_match(request, self.represent(thing), dict(request.data))
                self.seen(self.find(**kwargs))
                changed = self.change(thing, data)
                body = self.represent(changed)
        except Verouderd:
            self.seen(self.find(**kwargs))  # what was refused is undone, the look is not
            raise
        return Response(body, headers={"ETag": etag_of(body)})
