"""The gate of the API: closed by default, opened per method by the right a view states."""

from typing import TYPE_CHECKING

from rest_framework.permissions import BasePermission
from rest_framework.request import Request

if TYPE_CHECKING:  # the framework loads this module while it loads its views
    from rest_framework.views import APIView


class VolgtHetRecht(BasePermission):
    """Opens a method for whoever has the right that the view declares for it.

    `rechten = {"GET": CONTACT_LEZEN}` (one right, or several of which one will do) or
    `openbaar = {"GET"}`. A method that is declared in neither opens for nobody.
    """

    message = "Uw rol geeft geen toegang tot dit onderdeel."

    def has_permission(self, request: Request, view: "APIView") -> bool:
        method = "GET" if request.method == "HEAD" else str(request.method)
        if method not in view.allowed_methods or method == "OPTIONS":
            return True  # nothing opens: it is answered with 405
        if method in getattr(view, "openbaar", ()):
            return True
        needed = getattr(view, "rechten", {}).get(method)
        if needed is None or request.user is None:
            return False
        several = needed if isinstance(needed, tuple) else (needed,)
        return any(recht.van(request.user) is not None for recht in several)
