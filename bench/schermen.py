"""The screens people look at all day; lists beside the plain SQL of what they show."""

import urllib.parse

from bench.mensen import a_name
from bench.scenario import FORM, Scenario, session_of
from bench.verzoeken import Verzoek
from bench.vloer.kaal import PlatSql
from bench.zwaar import DOELEN, GEBEURTENISSEN, make_heavy
from hengelo_sociaal.medewerkers.models import Betrokkenheid, Medewerker
from toegang.enums import LOPEND

_LEEG = Verzoek("GET", "/pagina")
CONTACTEN = """
    SELECT c.id, c.plaatsgevonden_op, c.kanaal_id, v.label, i.geslachtsnaam, m.naam, c.samenvatting,
           (SELECT array_agg(h.soort_id || ' ' || h.uitkomst_id)
            FROM toegang_hulpvraag h WHERE h.contact_id = c.id)
    FROM toegang_contact c
    JOIN toegang_vindplaats v ON v.code = c.vindplaats_id
    JOIN medewerkers_medewerker m ON m.id = c.geregistreerd_door_id
    LEFT JOIN toegang_inwoner i ON i.id = c.inwoner_id
    ORDER BY c.plaatsgevonden_op DESC, c.id DESC LIMIT 51
"""
_MELDING = """
    SELECT m.id, m.nummer, m.ontvangen_op, m.status, w.label, i.geslachtsnaam, c.naam, m.team_id,
           h.soort_id, (SELECT min(t.einddatum) FROM toegang_meldingtermijn mt
            JOIN termijnen_termijn t ON t.id = mt.termijn_id
            WHERE mt.melding_id = m.id AND t.status IN ('loopt', 'verlopen')) AS einde
    FROM toegang_melding m
    JOIN waarden_wet w ON w.code = m.wet_id
    JOIN toegang_inwoner i ON i.id = m.inwoner_id
    JOIN toegang_hulpvraag h ON h.id = m.hulpvraag_id
    LEFT JOIN medewerkers_medewerker c ON c.id = m.consulent_id
"""
MELDINGEN = f"{_MELDING} ORDER BY m.ontvangen_op DESC, m.id DESC LIMIT 51"
VAN_MIJ = f"""{_MELDING}
    WHERE m.consulent_id = %s AND m.status = ANY (%s) ORDER BY einde, m.id LIMIT 20"""


def pages() -> list[Scenario]:
    """Pages beside an empty page with one query."""
    consulent = Medewerker.objects.get(gebruikersnaam="consulent")
    mine = Betrokkenheid.objects.filter(medewerker=consulent, tot__isnull=True)
    home = mine.order_by("pk")[0].huishouden_id
    shown = [
        ("dossier van een huishouden", "consulent", f"/huishoudens/{home}", ""),
        ("tijdlijn van een huishouden", "consulent", f"/huishoudens/{home}/tijdlijn", ""),
        ("nieuw contact, scherm", "loket", "/contacten/nieuw", ""),
        ("dashboard, cijfers ongewijzigd", "beleid", "/dashboard", "< 3"),
    ]
    return [_page(*one) for one in shown]


def heavy_pages() -> list[Scenario]:
    """A dossier with years of events and a plan with many goals, beside an empty page."""
    home, plan = make_heavy()
    many, goals = f"{GEBEURTENISSEN} gebeurtenissen", f"{DOELEN} doelen"
    return [
        _page(f"dossier met {many}", "consulent", f"/huishoudens/{home}", ""),
        _page(f"tijdlijn met {many}", "consulent", f"/huishoudens/{home}/tijdlijn", ""),
        _page(f"plan met {goals}", "consulent", f"/plannen/{plan}", ""),
    ]


def lists() -> list[Scenario]:
    """The desk and the lists, beside the plain SQL of what stands on them."""
    consulent = Medewerker.objects.get(gebruikersnaam="consulent")
    mine = PlatSql(VAN_MIJ, (consulent.pk, list(LOPEND)))
    shown = [
        ("mijn werk", "consulent", "/", mine),
        ("contacten, scherm", "loket", "/contacten", PlatSql(CONTACTEN)),
        ("meldingen, scherm", "consulent", "/meldingen", PlatSql(MELDINGEN)),
    ]
    return [
        Scenario(naam, Verzoek("GET", pad, session_of(rol)), sql, "")
        for naam, rol, pad, sql in shown
    ]


def counter_search() -> Scenario:
    """The search box of the counter, as somebody types a name in it."""
    typed = urllib.parse.urlencode({"q": a_name()}).encode()
    asked = Verzoek("POST", "/zoeken", session_of("loket") | FORM, lambda turn: typed)
    return Scenario("zoeken aan de balie, scherm", asked, _LEEG, "")


def _page(naam: str, rol: str, pad: str, doel: str) -> Scenario:
    return Scenario(naam, Verzoek("GET", pad, session_of(rol)), _LEEG, doel)
