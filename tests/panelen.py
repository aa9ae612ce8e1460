"""Holds a panel to its budget: `assert_vraagbudget("dossier", "plan", medewerker, huishouden)`."""

from typing import Any

from django.db import connection
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext

from hengelo_sociaal.kern.eenmaal import een_keer
from hengelo_sociaal.medewerkers.models import Medewerker
from hengelo_sociaal.web.panelen import HANDVOL, Paneel, Plek, panelen_van, render_paneel

SAVEPOINT = ("SAVEPOINT", "RELEASE SAVEPOINT")


def paneel(plek: str, code: str) -> Paneel:
    """The registered panel with this code."""
    return next(p for p in panelen_van(Plek(plek)) if p.code == code)


def assert_vraagbudget(plek: str, code: str, medewerker: Medewerker, onderwerp: Any = None) -> str:
    """Draw the panel and count its queries; returns what it drew.

    Call it with one row and with three: the budget does not grow with the rows.
    """
    request = RequestFactory().get("/")
    request.user = medewerker
    tested = paneel(plek, code)
    if onderwerp is None and tested.plek == Plek.MIJN_WERK:
        onderwerp = HANDVOL
    with CaptureQueriesContext(connection) as captured, een_keer():
        html = render_paneel(tested, request, onderwerp)
    sent = [q["sql"] for q in captured if not q["sql"].startswith(SAVEPOINT)]
    assert "hs-kaart--fout" not in html, f"panel {code} broke"
    assert len(sent) <= tested.vraagbudget, "\n".join(sent)
    return html
