"""What the front door shows on the household page and in "my work"."""

import datetime as dt
import uuid
from collections.abc import Mapping
from typing import Any

from hengelo_sociaal.kern.tijd import begin_van, nu, vandaag
from hengelo_sociaal.medewerkers.domain import is_involved
from hengelo_sociaal.medewerkers.models import Medewerker
from hengelo_sociaal.medewerkers.queries import stands_in_for
from hengelo_sociaal.medewerkers.rechten import Recht
from hengelo_sociaal.web.panelen import Paneel, Plek, Ruimte, registreer
from hengelo_sociaal.werk.registers import first_to_end, registreer_aflopend, registreer_agenda
from toegang.enums import LOPEND, ContactStatus
from toegang.huishoudenpanelen import PANELEN as HUISHOUDENPANELEN
from toegang.klachtpanelen import PANELEN as KLACHTPANELEN
from toegang.models import (
    Contact,
    Huisbezoek,
    Huishouden,
    Melding,
)
from toegang.queries.huisbezoeken import inhabitants_of, my_visits
from toegang.queries.meldingen import as_work_list
from toegang.queries.mijn import (
    calendar_entries,
    coming_of_age,
    consults_for,
    my_meldingen,
    partners_to_call,
    with_words_left,
)
from toegang.queries.terugbellen import open_requests
from toegang.queries.wachten import newly_possible
from toegang.queries.zicht import visible_meldingen, visible_visits
from toegang.rechten import (
    CONTACT_LEZEN,
    CONTACT_SCHRIJVEN,
    DOORVERWIJZEN,
    DOSSIER_LEZEN,
    DOSSIER_SAMENVATTING,
    HUISBEZOEK_DOEN,
    MELDING_LEZEN,
    MELDING_SCHRIJVEN,
    PERSONEN_ZOEKEN,
    TERUGBELLEN,
)
from toegang.uitvraagpanelen import PANELEN as UITVRAAGPANELEN
from toegang.vindplaatspanelen import PANELEN as VINDPLAATSPANELEN
from toegang.waarderingpanelen import PANELEN as WAARDERINGPANELEN
from toegang.websitepanelen import PANELEN as WEBSITEPANELEN

ROWS = 12


def meldingen_van(by: Medewerker, huishouden: Huishouden) -> Mapping[str, Any] | None:
    """Every melding of the household, newest first."""
    there = Melding.objects.filter(huishouden=huishouden)
    return {
        "rijen": with_words_left(as_work_list(there)[:ROWS], op=vandaag()),
        "vandaag": vandaag(),
        "te_openen": _meldingen_to_open(by, huishouden),
    }


def contacten_van(by: Medewerker, huishouden: Huishouden) -> Mapping[str, Any] | None:
    """The latest contacts of the household."""
    rows = (
        Contact.objects.filter(huishouden=huishouden, status=ContactStatus.GEREGISTREERD)
        .select_related("kanaal", "vindplaats", "inwoner")
        .prefetch_related("hulpvragen__soort", "hulpvragen__uitkomst")
        .order_by("-plaatsgevonden_op")[:ROWS]
    )
    return {"contacten": list(rows)}


def bezoeken_van(by: Medewerker, huishouden: Huishouden) -> Mapping[str, Any] | None:
    """Home visits to the household."""
    rows = list(
        Huisbezoek.objects.filter(huishouden=huishouden)
        .select_related("huishouden", "medewerker")
        .order_by("-gepland_op")[:ROWS]
    )
    mine = visible_visits(by, op=vandaag(), huishouden_id=huishouden.pk)
    return {"bezoeken": rows, "te_openen": set(mine.values_list("pk", flat=True))} if rows else None


def _may_write(by: Medewerker, huishouden: Huishouden, right: Recht) -> bool:
    """The counter, and colleagues who are involved; who only reads changes nothing."""
    if right.van(by) is None:
        return False
    return DOSSIER_LEZEN.van(by) is None or is_involved(by, huishouden.pk, op=vandaag())


def mijn_meldingen(by: Medewerker, ruimte: Ruimte) -> Mapping[str, Any] | None:
    """My meldingen and those of whom I stand in for; what is due first on top."""
    today = vandaag()
    found = ruimte.first(my_meldingen(by, op=today))
    if not found.rijen:
        return None
    return {
        "rijen": with_words_left(found.rijen, op=today),
        "alles": found.alles,
        "inwoners": [melding.inwoner_id for melding in found.rijen],
        "vervangt": stands_in_for(by, op=today),
        "vandaag": today,
        "by": by,
    }


def vragen_aan_mij(by: Medewerker, ruimte: Ruimte) -> Mapping[str, Any] | None:
    """Colleagues who wait for my advice."""
    found = ruimte.first(consults_for(by))
    if not found.rijen:
        return None
    about = [consult.melding.inwoner_id for consult in found.rijen]
    return {
        "consulten": found.rijen,
        "alles": found.alles,
        "inwoners": about,
        "vandaag": vandaag(),
    }


def partners_zonder_antwoord(by: Medewerker, ruimte: Ruimte) -> Mapping[str, Any] | None:
    """Partners to call."""
    found = ruimte.first(partners_to_call(by, op=vandaag()))
    if not found.rijen:
        return None
    about = [one.inwoner_id for one in found.rijen]
    return {"verwijzingen": found.rijen, "alles": found.alles, "inwoners": about}


def loopt_af(by: Medewerker, ruimte: Ruimte) -> Mapping[str, Any] | None:
    """The first of what ends within twelve weeks, from every app."""
    found, number = first_to_end(by, op=vandaag(), most=ruimte.hoogstens)
    if not found:
        return None
    about = [pk for row in found for pk in row.inwoners]
    return {"rijen": found, "inwoners": about, "aantal": number, "vandaag": vandaag()}


def terugbellen(by: Medewerker, ruimte: Ruimte) -> Mapping[str, Any] | None:
    """Who waits for a call from me or my teams, soonest first."""
    found = ruimte.first(open_requests(by, mine=True))
    if not found.rijen:
        return None
    about = [one.inwoner_id for one in found.rijen]
    return {"verzoeken": found.rijen, "alles": found.alles, "inwoners": about, "nu": nu()}


def mijn_bezoeken(by: Medewerker, ruimte: Ruimte) -> Mapping[str, Any] | None:
    """Whose door I go to, also for a colleague whom I stand in for."""
    mine = ruimte.first(my_visits(by, op=vandaag()))
    if not mine.rijen:
        return None
    return {
        "bezoeken": mine.rijen,
        "alles": mine.alles,
        "inwoners": inhabitants_of(mine.rijen, op=vandaag()),
        "te_openen": {visit.pk for visit in mine.rijen},
    }


def nog_van_niemand(by: Medewerker, ruimte: Ruimte) -> Mapping[str, Any] | None:
    """What nobody took up yet, oldest first."""
    rows = visible_meldingen(by, op=vandaag(), recht=MELDING_SCHRIJVEN).filter(
        consulent__isnull=True, status__in=LOPEND
    )
    found = ruimte.first(as_work_list(rows).order_by("ontvangen_op", "id"))
    if not found.rijen:
        return None
    return {"alles": found.alles, **_work(found.rijen, vandaag())}


def mijn_contacten(by: Medewerker, ruimte: Ruimte) -> Mapping[str, Any] | None:
    """What I registered today."""
    if PERSONEN_ZOEKEN.van(by) is None:
        return None  # they see the latest, of whatever day
    # By moment and not by day: of moments there is an index, and on a quiet morning the other
    # way reads everything that somebody ever registered.
    today = vandaag()
    rows = (
        Contact.objects.filter(
            geregistreerd_door=by,
            plaatsgevonden_op__gte=begin_van(today),
            plaatsgevonden_op__lt=begin_van(today + dt.timedelta(days=1)),
            status=ContactStatus.GEREGISTREERD,
        )
        .select_related("kanaal", "vindplaats", "inwoner")
        .prefetch_related("hulpvragen__soort", "hulpvragen__uitkomst")
        .order_by("-plaatsgevonden_op")
    )
    found = ruimte.first(rows)
    if not found.rijen:
        return None
    about = [contact.inwoner_id for contact in found.rijen]
    return {"contacten": found.rijen, "alles": found.alles, "inwoners": about}


def wachten_op_aanbod(by: Medewerker, ruimte: Ruimte) -> Mapping[str, Any] | None:
    """Residents for whom I found nothing, where a partner started something since."""
    found = ruimte.first(newly_possible(by, op=vandaag()))
    if not found.rijen:
        return None
    about = [one.hulpvraag.contact.inwoner_id for one in found.rijen]
    return {"wachtenden": found.rijen, "alles": found.alles, "inwoners": about}


def _work(rows: list[Melding], today: dt.date) -> Mapping[str, Any]:
    """Meldingen that somebody works on, so that each can be opened."""
    return {
        "rijen": with_words_left(rows, op=today),
        "inwoners": [row.inwoner_id for row in rows],
        "vandaag": today,
        "te_openen": {row.pk for row in rows},
    }


def _meldingen_to_open(by: Medewerker, huishouden: Huishouden) -> set[uuid.UUID]:
    """Which of the household open for somebody: of the others no link is drawn."""
    if MELDING_LEZEN.van(by) is None:
        return set()
    mine = visible_meldingen(by, op=vandaag(), huishouden_id=huishouden.pk)
    return set(mine.values_list("pk", flat=True))


registreer_aflopend("17-5-jaar", "Wordt 17,5 jaar", coming_of_age)
registreer_agenda("toegang", calendar_entries)
registreer(
    Paneel(
        Plek.MIJN_WERK,
        "wachten",
        "Nieuw aanbod voor wie wacht",
        35,
        wachten_op_aanbod,
        "toegang/panelen/_wachten.html",
        (CONTACT_SCHRIJVEN,),
        1,
    ),
    *UITVRAAGPANELEN,
    *KLACHTPANELEN,
    *HUISHOUDENPANELEN,
    *WEBSITEPANELEN,
    *WAARDERINGPANELEN,
    *VINDPLAATSPANELEN,
    Paneel(
        Plek.DOSSIER,
        "meldingen",
        "Meldingen",
        10,
        meldingen_van,
        "toegang/panelen/_meldingen.html",
        (DOSSIER_SAMENVATTING,),
        5,
    ),
    Paneel(
        Plek.DOSSIER,
        "contacten",
        "Contacten",
        40,
        contacten_van,
        "toegang/panelen/_contacten.html",
        (DOSSIER_SAMENVATTING,),
        6,
    ),
    Paneel(
        Plek.DOSSIER,
        "huisbezoeken",
        "Huisbezoeken",
        30,
        bezoeken_van,
        "toegang/panelen/_bezoeken.html",
        (HUISBEZOEK_DOEN,),
        4,
    ),
    Paneel(
        Plek.MIJN_WERK,
        "mijn-meldingen",
        "Mijn meldingen",
        10,
        mijn_meldingen,
        "toegang/panelen/_mijn_meldingen.html",
        (MELDING_SCHRIJVEN,),
        4,
    ),
    Paneel(
        Plek.MIJN_WERK,
        "terugbellen",
        "Terugbellen",
        5,
        terugbellen,
        "toegang/panelen/_terugbellen.html",
        (TERUGBELLEN,),
        1,
    ),
    Paneel(
        Plek.MIJN_WERK,
        "consulten",
        "Collega's die uw advies vragen",
        12,
        vragen_aan_mij,
        "toegang/panelen/_consulten.html",
        (MELDING_SCHRIJVEN,),
        1,
    ),
    Paneel(
        Plek.MIJN_WERK,
        "partners",
        "Partners om te bellen",
        25,
        partners_zonder_antwoord,
        "toegang/panelen/_partners.html",
        (DOORVERWIJZEN,),
        2,
    ),
    Paneel(
        Plek.MIJN_WERK,
        "aflopend",
        "Loopt binnenkort af",
        35,
        loopt_af,
        "toegang/panelen/_aflopend.html",
        (MELDING_SCHRIJVEN,),
        6,
    ),
    Paneel(
        Plek.MIJN_WERK,
        "bezoeken",
        "Mijn huisbezoeken",
        20,
        mijn_bezoeken,
        "toegang/panelen/_bezoeken.html",
        (HUISBEZOEK_DOEN,),
        5,
    ),
    Paneel(
        Plek.MIJN_WERK,
        "wachtrij",
        "Nog van niemand",
        30,
        nog_van_niemand,
        "toegang/panelen/_meldingen.html",
        (MELDING_SCHRIJVEN,),
        4,
    ),
    Paneel(
        Plek.MIJN_WERK,
        "contacten",
        "Vandaag geregistreerd",
        40,
        mijn_contacten,
        "toegang/panelen/_contacten.html",
        (CONTACT_LEZEN,),
        6,
    ),
)
