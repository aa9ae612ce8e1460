"""What plannen brings to the time line of a household."""

import uuid
from collections.abc import Mapping

from django.db.models import QuerySet
from django.urls import reverse

from hengelo_sociaal.kern.tijd import vandaag
from hengelo_sociaal.medewerkers.models import Medewerker
from hengelo_sociaal.medewerkers.rechten import Bereik
from hengelo_sociaal.web.opmaak import datum
from hengelo_sociaal.web.tijdlijn import Gebeurtenis, Keuze, Soort, registreer
from plannen.besluittijdlijn import BESLUITGEBEURTENISSEN
from plannen.enums import AfspraakStatus
from plannen.models import (
    Afspraak,
    Evaluatie,
    Plan,
    Regisseurperiode,
    Vaststelling,
    Voortgang,
    Wetswisselingregel,
)
from plannen.queries.zicht import readable
from plannen.rechten import PLAN_LEZEN

Woorden = Mapping[str, Gebeurtenis]


def plannen(by: Medewerker, huishouden_id: uuid.UUID) -> QuerySet[Plan]:
    """The plans of the household that somebody who opened its dossier may read.

    Who may read with a purpose stated it when opening the dossier.
    """
    if (PLAN_LEZEN.van(by) or 0) >= Bereik.DOEL:
        return Plan.objects.van_gemeente().filter(huishouden=huishouden_id)
    return readable(by, op=vandaag(), huishouden_id=huishouden_id)


def vertel_begin(rows: QuerySet[Plan]) -> Woorden:
    """A plan that began."""
    return {
        str(one.pk): Gebeurtenis(titel="Plan begonnen", tekst=one.nummer, adres=_address(one.pk))
        for one in rows
    }


def vertel_einde(rows: QuerySet[Plan]) -> Woorden:
    """A plan that ended, and how."""
    return {
        str(one.pk): Gebeurtenis(
            titel="Plan beëindigd",
            tekst=f"{one.nummer}: {str(one.get_uitkomst_display() or '').lower()}",
            adres=_address(one.pk),
        )
        for one in rows
    }


def versies(by: Medewerker, huishouden_id: uuid.UUID) -> QuerySet[Vaststelling]:
    """Versions that were agreed."""
    return Vaststelling.objects.filter(plan__in=plannen(by, huishouden_id))


def vertel_versies(rows: QuerySet[Vaststelling]) -> Woorden:
    """Which version, and how people agreed."""
    found = rows.defer("inhoud").prefetch_related("akkoorden__inwoner")
    return {
        str(one.pk): Gebeurtenis(
            titel=f"Plan vastgesteld, versie {one.versie}",
            tekst=", ".join(
                f"{akkoord.inwoner}: {akkoord.get_wijze_display().lower()}"
                for akkoord in one.akkoorden.all()
            ),
            adres=reverse("plan-versie", args=[one.plan_id, one.versie]),
        )
        for one in found
    }


def evaluaties(by: Medewerker, huishouden_id: uuid.UUID) -> QuerySet[Evaluatie]:
    """Evaluations, held or still to come."""
    return Evaluatie.objects.filter(plan__in=plannen(by, huishouden_id))


def vertel_gehouden(rows: QuerySet[Evaluatie]) -> Woorden:
    """What came of it."""
    return {
        str(one.pk): Gebeurtenis(
            titel="Evaluatie gehouden",
            tekst=str(one.get_uitkomst_display() or ""),
            adres=reverse("evaluatie-verslag", args=[one.pk]),
        )
        for one in rows
    }


def gepland(by: Medewerker, huishouden_id: uuid.UUID) -> QuerySet[Evaluatie]:
    """Evaluations that are still to be held."""
    return evaluaties(by, huishouden_id).filter(gehouden_op__isnull=True)


def vertel_gepland(rows: QuerySet[Evaluatie]) -> Woorden:
    """A day to look at the plan together."""
    return {
        str(one.pk): Gebeurtenis(titel="Evaluatie gepland", adres=_address(one.plan_id))
        for one in rows
    }


def afspraken(by: Medewerker, huishouden_id: uuid.UUID) -> QuerySet[Afspraak]:
    """Afspraken of the plans."""
    return Afspraak.objects.filter(doel__plan__in=plannen(by, huishouden_id)).exclude(
        status=AfspraakStatus.VERVALLEN
    )


def vertel_afspraken(rows: QuerySet[Afspraak]) -> Woorden:
    """What was agreed."""
    return {pk: _afspraak(one, "Afspraak") for pk, one in _with_goal(rows)}


def vertel_gedaan(rows: QuerySet[Afspraak]) -> Woorden:
    """What was done."""
    return {pk: _afspraak(one, "Gedaan") for pk, one in _with_goal(rows)}


def _with_goal(rows: QuerySet[Afspraak]) -> list[tuple[str, Afspraak]]:
    found = rows.select_related("doel__inwoner", "inwoner", "medewerker")
    return [(str(one.pk), one) for one in found]


def _afspraak(one: Afspraak, what: str) -> Gebeurtenis:
    return Gebeurtenis(
        titel=f"{what}: {one.omschrijving}",
        tekst=f"{one.wie}, bij het doel “{one.doel.omschrijving}”",
        wie=str(one.doel.inwoner or ""),
        adres=_address(one.doel.plan_id, f"doel-{one.doel_id}"),
    )


def voortgang(by: Medewerker, huishouden_id: uuid.UUID) -> QuerySet[Voortgang]:
    """How far people thought the goals were."""
    return Voortgang.objects.filter(doel__plan__in=plannen(by, huishouden_id))


def vertel_voortgang(rows: QuerySet[Voortgang]) -> Woorden:
    """How far, and who thinks so."""
    found = rows.select_related("doel__inwoner", "inwoner", "medewerker")
    return {
        str(one.pk): Gebeurtenis(
            titel=f"Voortgang: {one.get_stap_display().lower()}",
            tekst=f"{one.doel.omschrijving}, volgens {one.inwoner or one.medewerker}",
            wie=str(one.doel.inwoner or ""),
            adres=_address(one.doel.plan_id, f"doel-{one.doel_id}"),
        )
        for one in found
    }


def regie(by: Medewerker, huishouden_id: uuid.UUID) -> QuerySet[Regisseurperiode]:
    """Who led."""
    return Regisseurperiode.objects.filter(plan__in=plannen(by, huishouden_id))


def vertel_regie(rows: QuerySet[Regisseurperiode]) -> Woorden:
    """Somebody who became regisseur."""
    return {
        str(one.pk): Gebeurtenis(
            titel=f"Regisseur: {one.medewerker.naam}", adres=_address(one.plan_id)
        )
        for one in rows.select_related("medewerker")
    }


def overstappen(by: Medewerker, huishouden_id: uuid.UUID) -> QuerySet[Wetswisselingregel]:
    """Afspraken that moved to another law."""
    return Wetswisselingregel.objects.filter(afspraak__doel__plan__in=plannen(by, huishouden_id))


def vertel_overstappen(rows: QuerySet[Wetswisselingregel]) -> Woorden:
    """From which law to which, from when."""
    found = rows.select_related("afspraak__doel", "van_wet", "naar_wet")
    return {
        str(one.pk): Gebeurtenis(
            titel=f"Overstap: {one}",
            tekst=f"{one.afspraak.omschrijving}, per {datum(one.per)}",
            adres=_address(one.afspraak.doel.plan_id, f"doel-{one.afspraak.doel_id}"),
        )
        for one in found
    }


def _address(plan_id: uuid.UUID, anchor: str = "") -> str:
    return reverse("plan", args=[plan_id]) + (f"#{anchor}" if anchor else "")


def _keuze(code: str, titel: str, volgorde: int, inwoner: str = "") -> Keuze:
    return Keuze(
        code=code,
        titel=titel,
        volgorde=volgorde,
        rechten=(PLAN_LEZEN,),
        minstens=Bereik.EIGEN,
        inwoner=inwoner,
    )


registreer(
    *BESLUITGEBEURTENISSEN,
    *_keuze("plan", "Plan", 60).met(
        Soort("plan-begin", "clipboard-list", plannen, "begonnen_op", vertel_begin),
        Soort("plan-einde", "clipboard-check", plannen, "beeindigd_op", vertel_einde),
        Soort("versie", "signature", versies, "op", vertel_versies, 3),
        Soort("regisseur", "user", regie, "van", vertel_regie),
        Soort("overstap", "refresh", overstappen, "op", vertel_overstappen),
    ),
    *_keuze("evaluatie", "Evaluaties", 65).met(
        Soort("evaluatie", "calendar", evaluaties, "gehouden_op", vertel_gehouden),
        Soort("evaluatie-gepland", "calendar-event", gepland, "gepland_op", vertel_gepland),
    ),
    *_keuze("afspraak", "Afspraken", 70, inwoner="doel__inwoner").met(
        Soort("afspraak", "list-check", afspraken, "gemaakt_op", vertel_afspraken),
        Soort("gedaan", "check", afspraken, "gedaan_op", vertel_gedaan),
    ),
    *_keuze("voortgang", "Voortgang", 75, inwoner="doel__inwoner").met(
        Soort("voortgang", "trending-up", voortgang, "op", vertel_voortgang),
    ),
)
