"""What plannen brings to the dossier of a household and to my work."""

from collections.abc import Mapping
from typing import Any

from django.db.models import QuerySet

from aanbieders.rechten import TOEWIJZING_SCHRIJVEN
from hengelo_sociaal.kern.tijd import vandaag
from hengelo_sociaal.medewerkers.models import Medewerker
from hengelo_sociaal.medewerkers.queries import involved_households
from hengelo_sociaal.medewerkers.rechten import Bereik
from hengelo_sociaal.web.gevolgen import foreseen
from hengelo_sociaal.web.panelen import Paneel, Plek, Ruimte, registreer
from hengelo_sociaal.werk.registers import registreer_aflopend, registreer_agenda
from plannen.conceptpanelen import PANELEN as CONCEPTPANELEN
from plannen.domain.inzage import may_open
from plannen.models import Besluit
from plannen.queries.aflopend import evaluations_ending
from plannen.queries.agenda import calendar_entries
from plannen.queries.besluit.agenda import objections_in_calendar
from plannen.queries.besluit.lijst import (
    NAAST,
    besluiten_of,
    list_bezwaren,
    my_drafts,
    to_judge,
    undecided,
    without_toewijzing,
)
from plannen.queries.besluit.zicht import visible_besluiten
from plannen.queries.elders import of_household
from plannen.queries.lijst import (
    afspraken_due,
    came_back,
    evaluations_due,
    plans_of_household,
)
from plannen.queries.pagina import household_name, people_of
from plannen.queries.voorzien import link_of
from plannen.queries.zoeken import find_plans
from plannen.rechten import (
    BESLUIT_LEZEN,
    BESLUIT_NEMEN,
    BESLUIT_OPSTELLEN,
    BEZWAAR_BEHANDELEN,
    PLAN_LEZEN,
    PLAN_SAMENVATTING,
    PLAN_SCHRIJVEN,
)
from toegang.models import Huishouden
from toegang.rechten import DOSSIER_LEZEN

MAXIMUM = 10


def plan_van_huishouden(by: Medewerker, onderwerp: Any) -> Mapping[str, Any]:
    """The active plan of a household with who leads it, and the plans before it."""
    huishouden: Huishouden = getattr(onderwerp, "huishouden", onderwerp)
    plannen = plans_of_household(huishouden.pk)
    active = next((plan for plan in plannen if plan.is_actief), None)
    earlier = [plan for plan in plannen if not plan.is_actief]
    return {
        "huishouden": huishouden,
        "actief": active,
        "eerdere": earlier,
        "binnen_jaar": active is not None and came_back(active, earlier),
        "mag_openen": may_open(by, huishouden.pk, op=vandaag()),
        "mag_beginnen": PLAN_SCHRIJVEN.van(by) is not None,
        "elders": of_household(huishouden.pk, by=by, op=vandaag()),
        "vandaag": vandaag(),
    }


def plannen_bij_zoeken(by: Medewerker, onderwerp: Any) -> Mapping[str, Any] | None:
    """Plans of who was found, or the one with the number that was typed."""
    found = find_plans(onderwerp.tekst, onderwerp.inwoners)
    return {"plannen": [(plan, household_name(plan)) for plan in found]} if found else None


def evaluaties_voor_mij(by: Medewerker, ruimte: Ruimte) -> Mapping[str, Any] | None:
    """Evaluations that are late or come within thirty days."""
    due = ruimte.first(evaluations_due(by, op=vandaag()))
    if not due.rijen:
        return None
    rows = [(evaluatie, household_name(evaluatie.plan)) for evaluatie in due.rijen]
    about = people_of(evaluatie.plan for evaluatie, _ in rows)
    return {"rijen": rows, "inwoners": about, "alles": due.alles, "vandaag": vandaag()}


def afspraken_voor_mij(by: Medewerker, ruimte: Ruimte) -> Mapping[str, Any] | None:
    """Afspraken of mine that are nearly due or came back, and late ones in plans that I lead."""
    due = ruimte.first(afspraken_due(by, op=vandaag()))
    if not due.rijen:
        return None
    rows = [(one, household_name(one.afspraak.doel.plan)) for one in due.rijen]
    about = people_of(one.afspraak.doel.plan for one, _ in rows)
    return {"rijen": rows, "inwoners": about, "alles": due.alles, "vandaag": vandaag()}


def voorzien_in_huishouden(by: Medewerker, onderwerp: Any) -> Mapping[str, Any]:
    """What comes in this household, with the way to what it shifts."""
    huishouden: Huishouden = getattr(onderwerp, "huishouden", onderwerp)
    coming = foreseen([huishouden.pk], op=vandaag())
    return {"rijen": [(one, link_of(one)) for one in coming], "huishouden": huishouden}


def voorzien_voor_mij(by: Medewerker, ruimte: Ruimte) -> Mapping[str, Any] | None:
    """What comes in the households that I work with, the first to come first."""
    coming = ruimte.first(foreseen(involved_households(by, op=vandaag()), op=vandaag()))
    if not coming.rijen:
        return None
    rows = [(one, link_of(one)) for one in coming.rijen]
    about = [one.gebeuren.inwoner_id for one, _ in rows]
    return {"rijen": rows, "inwoners": about, "alles": coming.alles}


def besluiten_van_huishouden(by: Medewerker, onderwerp: Any) -> Mapping[str, Any] | None:
    """What was decided about the people of a household, the newest first."""
    huishouden: Huishouden = getattr(onderwerp, "huishouden", onderwerp)
    found = list(besluiten_of(huishouden.pk, by, op=vandaag())[:MAXIMUM])
    ready = undecided(huishouden.pk, by) if BESLUIT_OPSTELLEN.van(by) else []
    if not (found or ready):
        return None
    return {"besluiten": found, "meldingen": ready, "vandaag": vandaag()}


def te_beoordelen(by: Medewerker, ruimte: Ruimte) -> Mapping[str, Any] | None:
    """Besluiten that wait for me as second reader, the oldest first."""
    return _short(to_judge(by, op=vandaag()), ruimte)


def mijn_besluiten(by: Medewerker, ruimte: Ruimte) -> Mapping[str, Any] | None:
    """My drafts, and letters that only have to be sent."""
    return _short(my_drafts(by), ruimte)


def zonder_toewijzing(by: Medewerker, ruimte: Ruimte) -> Mapping[str, Any] | None:
    """Besluiten that ask for a toewijzing, for administratie."""
    rows = without_toewijzing(visible_besluiten(by, op=vandaag())).select_related(*NAAST)
    return _short(rows.order_by("bekendgemaakt_op", "pk"), ruimte)


def bezwaren_voor_mij(by: Medewerker, ruimte: Ruimte) -> Mapping[str, Any] | None:
    """Objections on which somebody has to decide, the first to end on top."""
    rows = list_bezwaren(by, op=vandaag(), stand="lopend")
    found = ruimte.first(rows.order_by("beslistermijn__einddatum", "pk"))
    if not found.rijen:
        return None
    return {
        "bezwaren": found.rijen,
        "inwoners": [bezwaar.besluit.inwoner_id for bezwaar in found.rijen],
        "alles": found.alles,
        "vandaag": vandaag(),
    }


def _short(rows: QuerySet[Besluit], ruimte: Ruimte) -> Mapping[str, Any] | None:
    found = ruimte.first(rows)
    if not found.rijen:
        return None
    return {
        "besluiten": found.rijen,
        "inwoners": [besluit.inwoner_id for besluit in found.rijen],
        "alles": found.alles,
        "vandaag": vandaag(),
    }


registreer_aflopend("evaluaties", "Evaluaties", evaluations_ending)
registreer_agenda("bezwaren", objections_in_calendar)
registreer(*CONCEPTPANELEN)
registreer_agenda("plannen", calendar_entries)
registreer(
    Paneel(
        plek=Plek.DOSSIER_ZIJDE,
        code="besluiten",
        titel="Besluiten",
        volgorde=20,
        laad=besluiten_van_huishouden,
        sjabloon="plannen/_paneel_besluiten.html",
        rechten=(BESLUIT_LEZEN,),
        minstens=Bereik.EIGEN,
        vraagbudget=3,
    ),
    Paneel(
        plek=Plek.MIJN_WERK,
        code="te-beoordelen",
        titel="Te beoordelen",
        volgorde=15,
        laad=te_beoordelen,
        sjabloon="plannen/_paneel_werk.html",
        rechten=(BESLUIT_NEMEN,),
        minstens=Bereik.EIGEN,
        vraagbudget=2,
    ),
    Paneel(
        plek=Plek.MIJN_WERK,
        code="mijn-besluiten",
        titel="Mijn concept-besluiten",
        volgorde=35,
        laad=mijn_besluiten,
        sjabloon="plannen/_paneel_werk.html",
        rechten=(BESLUIT_OPSTELLEN,),
        minstens=Bereik.EIGEN,
        vraagbudget=2,
    ),
    Paneel(
        plek=Plek.MIJN_WERK,
        code="zonder-toewijzing",
        titel="Besluiten die om een toewijzing vragen",
        volgorde=20,
        laad=zonder_toewijzing,
        sjabloon="plannen/_paneel_werk.html",
        rechten=(TOEWIJZING_SCHRIJVEN,),
        vraagbudget=2,
    ),
    Paneel(
        plek=Plek.MIJN_WERK,
        code="bezwaren",
        titel="Bezwaren",
        volgorde=20,
        laad=bezwaren_voor_mij,
        sjabloon="plannen/_paneel_bezwaren.html",
        rechten=(BEZWAAR_BEHANDELEN,),
        vraagbudget=2,
    ),
)
registreer(
    Paneel(
        plek=Plek.ZOEKEN,
        code="plannen",
        titel="Plannen",
        volgorde=10,
        laad=plannen_bij_zoeken,
        sjabloon="plannen/_paneel_zoeken.html",
        rechten=(PLAN_SAMENVATTING,),
        vraagbudget=2,
    ),
    Paneel(
        plek=Plek.DOSSIER_ZIJDE,
        code="verandert",
        titel="Dit verandert er",
        volgorde=20,
        laad=voorzien_in_huishouden,
        sjabloon="plannen/_paneel_voorzien.html",
        rechten=(DOSSIER_LEZEN,),
        vraagbudget=2,
    ),
    Paneel(
        plek=Plek.MIJN_WERK,
        code="voorzien",
        titel="Dit komt eraan",
        volgorde=48,
        laad=voorzien_voor_mij,
        sjabloon="plannen/_paneel_voorzien.html",
        rechten=(PLAN_LEZEN,),
        vraagbudget=3,
        minstens=Bereik.EIGEN,
    ),
    Paneel(
        plek=Plek.DOSSIER_ZIJDE,
        code="plan",
        titel="Plan en regie",
        volgorde=10,
        laad=plan_van_huishouden,
        sjabloon="plannen/_paneel_plan.html",
        rechten=(PLAN_SAMENVATTING,),
        vraagbudget=7,
    ),
    Paneel(
        plek=Plek.MIJN_WERK,
        code="evaluaties",
        titel="Evaluaties",
        volgorde=40,
        laad=evaluaties_voor_mij,
        sjabloon="plannen/_paneel_evaluaties.html",
        rechten=(PLAN_LEZEN,),
        minstens=Bereik.EIGEN,
        vraagbudget=3,
    ),
    Paneel(
        plek=Plek.MIJN_WERK,
        code="afspraken",
        titel="Afspraken uit plannen",
        volgorde=45,
        laad=afspraken_voor_mij,
        sjabloon="plannen/_paneel_afspraken.html",
        rechten=(PLAN_LEZEN,),
        minstens=Bereik.EIGEN,
        vraagbudget=3,
    ),
)
