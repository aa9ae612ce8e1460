"""What the front door brings to the time line of a household."""

import uuid
from collections.abc import Mapping
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.urls import reverse

from hengelo_sociaal.kern.tijd import vandaag
from hengelo_sociaal.medewerkers.models import Medewerker
from hengelo_sociaal.medewerkers.rechten import Recht
from hengelo_sociaal.papier.models import Stuk
from hengelo_sociaal.termijnen.models import Opschorting, Verlenging
from hengelo_sociaal.web.opmaak import tijd
from hengelo_sociaal.web.tijdlijn import Gebeurtenis, Keuze, Soort, registreer
from toegang.enums import ContactStatus, HuisbezoekStatus, Samenvoegsoort
from toegang.models import (
    Contact,
    Huisbezoek,
    Inwoner,
    Lidmaatschap,
    Melding,
    Samenvoeging,
    Uitvraag,
)
from toegang.queries.uitvragen import visible_uitvragen
from toegang.queries.zicht import visible_visits
from toegang.rechten import (
    DOSSIER_SAMENVATTING,
    HUISBEZOEK_DOEN,
    MELDING_LEZEN,
    SAMENVOEGEN,
    TERMIJN_SCHRIJVEN,
)

Woorden = Mapping[str, Gebeurtenis]
BRIEVEN = {
    "bevestiging-melding": "Bevestiging van de melding gegeven",
    "verlenging": "Brief over meer tijd gegeven",
    "opschorting": "Brief over wachten gegeven",
    "onderzoeksverslag": "Verslag van het onderzoek gegeven",
}


def contacten(by: Medewerker, huishouden_id: uuid.UUID) -> QuerySet[Contact]:
    """Every contact that was not withdrawn."""
    return Contact.objects.filter(huishouden=huishouden_id, status=ContactStatus.GEREGISTREERD)


def vertel_contacten(rows: QuerySet[Contact]) -> Woorden:
    """How they came and what they asked, with what came of it."""
    found = rows.select_related("kanaal", "vindplaats", "inwoner").prefetch_related(
        "hulpvragen__soort", "hulpvragen__uitkomst"
    )
    return {
        str(one.pk): Gebeurtenis(
            titel=f"Contact: {one.kanaal.label.lower()}, {one.vindplaats.label}",
            tekst=", ".join(
                f"{vraag.soort.label} ({vraag.uitkomst.label.lower()})"
                for vraag in one.hulpvragen.all()
            ),
            wie=_name(one.inwoner),
            adres=reverse("contact", args=[one.pk]),
        )
        for one in found
    }


def meldingen(by: Medewerker, huishouden_id: uuid.UUID) -> QuerySet[Melding]:
    """Every melding, also those that were withdrawn."""
    return Melding.objects.filter(huishouden=huishouden_id)


def vertel_meldingen(rows: QuerySet[Melding]) -> Woorden:
    """That it came in, about what and under which law."""
    return {pk: _melding(one, "Melding") for pk, one in _with_question(rows).items()}


def vertel_klaar(rows: QuerySet[Melding]) -> Woorden:
    """That it was finished."""
    return {pk: _melding(one, "Melding afgerond") for pk, one in _with_question(rows).items()}


def _with_question(rows: QuerySet[Melding]) -> dict[str, Melding]:
    found = rows.select_related("wet", "inwoner", "hulpvraag__soort")
    return {str(one.pk): one for one in found}


def _melding(one: Melding, what: str) -> Gebeurtenis:
    return Gebeurtenis(
        titel=f"{what}: {one.hulpvraag.soort.label}",
        tekst=f"{one.nummer}, {one.wet.label}",
        wie=_name(one.inwoner),
        adres=reverse("melding", args=[one.pk]),
    )


def bezoeken(by: Medewerker, huishouden_id: uuid.UUID) -> QuerySet[Huisbezoek]:
    """Home visits that were held or are still to come, and whether somebody may open them."""
    rows = Huisbezoek.objects.filter(huishouden=huishouden_id)
    mine = visible_visits(by, op=vandaag(), huishouden_id=huishouden_id).filter(pk=OuterRef("pk"))
    return rows.exclude(status=HuisbezoekStatus.VERVALLEN).annotate(te_openen=Exists(mine))


def vertel_bezoeken(rows: QuerySet[Any]) -> Woorden:
    """Who came, or comes."""
    return {
        str(one.pk): Gebeurtenis(
            titel=f"Huisbezoek {one.get_status_display().lower()}",
            tekst=f"{one.medewerker.naam}, {tijd(one.gepland_op)}",
            adres=reverse("huisbezoek", args=[one.pk]) if one.te_openen else "",
        )
        for one in rows.select_related("medewerker")
    }


def uitvragen(by: Medewerker, huishouden_id: uuid.UUID) -> QuerySet[Uitvraag]:
    """The conversations that `by` may read back, without what was answered."""
    rows = visible_uitvragen(by, op=vandaag(), huishouden_id=huishouden_id)
    return rows.defer("antwoorden")


def vertel_begonnen(rows: QuerySet[Uitvraag]) -> Woorden:
    """Where the questions were asked, and whether somebody still has to go on."""
    return {
        str(one.pk): _uitvraag(one, f"Brede uitvraag begonnen: {one.vindplaats.label}")
        for one in rows.select_related("vindplaats", "inwoner", "begonnen_door")
    }


def vertel_afgerond(rows: QuerySet[Uitvraag]) -> Woorden:
    """That it was complete."""
    return {
        str(one.pk): _uitvraag(one, "Brede uitvraag afgerond")
        for one in rows.select_related("inwoner", "begonnen_door")
    }


def _uitvraag(one: Uitvraag, titel: str) -> Gebeurtenis:
    return Gebeurtenis(
        titel=titel,
        tekst=f"door {one.begonnen_door.naam}",
        wie=_name(one.inwoner),
        adres=reverse("uitvraag", args=[one.pk]),
    )


def leden(by: Medewerker, huishouden_id: uuid.UUID) -> QuerySet[Lidmaatschap]:
    """Who ever belonged to it."""
    return Lidmaatschap.objects.filter(huishouden=huishouden_id)


def vertel_erbij(rows: QuerySet[Lidmaatschap]) -> Woorden:
    """Somebody who joined."""
    return {pk: _member(one, "hoort erbij") for pk, one in _people(rows)}


def vertel_eruit(rows: QuerySet[Lidmaatschap]) -> Woorden:
    """Somebody who left or died."""
    return {
        pk: _member(one, "overleden" if one.inwoner.overleden_op else "hoort er niet meer bij")
        for pk, one in _people(rows)
    }


def _people(rows: QuerySet[Lidmaatschap]) -> list[tuple[str, Lidmaatschap]]:
    return [(str(one.pk), one) for one in rows.select_related("inwoner")]


def _member(one: Lidmaatschap, what: str) -> Gebeurtenis:
    return Gebeurtenis(titel=f"{one.inwoner.naam} {what}", tekst=one.get_rol_display())


def brieven(by: Medewerker, huishouden_id: uuid.UUID) -> QuerySet[Stuk]:
    """Letters that were given about a melding or one of its terms."""
    here = Melding.objects.filter(huishouden=huishouden_id)
    about = Q(termijn__meldingen__in=here)
    return Stuk.objects.filter(soort__in=BRIEVEN).filter(
        Q(onderwerp_id__in=here.values("pk"))
        | Q(onderwerp_id__in=Verlenging.objects.filter(about).values("pk"))
        | Q(onderwerp_id__in=Opschorting.objects.filter(about).values("pk"))
    )


def vertel_brieven(rows: QuerySet[Stuk]) -> Woorden:
    """Which letter, and who gave it."""
    return {
        str(one.pk): Gebeurtenis(titel=BRIEVEN[one.soort], tekst=one.gemaakt_door.naam)
        for one in rows.defer("pdf", "inhoud").select_related("gemaakt_door")
    }


def samenvoegingen(by: Medewerker, huishouden_id: uuid.UUID) -> QuerySet[Samenvoeging]:
    """Other registrations of the household that went into it and were not taken out again."""
    return _standing(Samenvoegsoort.HUISHOUDEN).filter(blijft_id=huishouden_id)


def vertel_samenvoegingen(rows: QuerySet[Samenvoeging]) -> Woorden:
    """By whom and why, and the way to undoing it."""
    return {str(one.pk): _merge(one, "Huishouden stond dubbel: samengevoegd") for one in rows}


def dubbele_leden(by: Medewerker, huishouden_id: uuid.UUID) -> QuerySet[Samenvoeging]:
    """The same of people who belonged to the household on the day they were merged."""
    then = OuterRef("op__date")
    ever = Lidmaatschap.objects.filter(huishouden=huishouden_id)
    on_that_day = ever.filter(
        Q(tot__isnull=True) | Q(tot__gte=then), inwoner=OuterRef("blijft_id"), van__lte=then
    )
    # Who ever belonged to it finds the few rows by their index; then the day is looked at.
    of_them = _standing(Samenvoegsoort.INWONER).filter(blijft_id__in=ever.values("inwoner"))
    return of_them.filter(Exists(on_that_day))


def vertel_dubbele_leden(rows: QuerySet[Samenvoeging]) -> Woorden:
    """Who it was, by whom and why."""
    found = list(rows)
    people = Inwoner.objects.in_bulk({one.blijft_id for one in found})
    return {
        str(one.pk): _merge(one, "Inwoner stond dubbel: samengevoegd", people.get(one.blijft_id))
        for one in found
    }


def _standing(soort: Samenvoegsoort) -> QuerySet[Samenvoeging]:
    rows = Samenvoeging.objects.filter(soort=soort, teruggedraaid_op__isnull=True)
    return rows.select_related("door").defer("grootboek", "bsn_zoek")


def _merge(one: Samenvoeging, titel: str, inwoner: Inwoner | None = None) -> Gebeurtenis:
    return Gebeurtenis(
        titel=titel,
        tekst=f"door {one.door.naam}" + (f", {one.reden}" if one.reden else ""),
        wie=_name(inwoner),
        adres=reverse("samenvoeging", args=[one.pk]),
    )


def _name(inwoner: Any) -> str:
    return inwoner.naam if inwoner else ""


def _keuze(
    code: str, titel: str, volgorde: int, recht: Recht = DOSSIER_SAMENVATTING, inwoner: str = ""
) -> Keuze:
    return Keuze(code=code, titel=titel, volgorde=volgorde, rechten=(recht,), inwoner=inwoner)


registreer(
    *_keuze("contact", "Contacten", 10, inwoner="inwoner").met(
        Soort("contact", "phone", contacten, "plaatsgevonden_op", vertel_contacten, 4),
    ),
    *_keuze("melding", "Meldingen", 20, inwoner="inwoner").met(
        Soort("melding", "inbox", meldingen, "ontvangen_op", vertel_meldingen),
        Soort("melding-klaar", "circle-check", meldingen, "afgerond_op", vertel_klaar),
    ),
    *_keuze("uitvraag", "Uitvragen", 25, MELDING_LEZEN, inwoner="inwoner").met(
        Soort("uitvraag", "message", uitvragen, "begonnen_op", vertel_begonnen),
        Soort("uitvraag-klaar", "message", uitvragen, "afgerond_op", vertel_afgerond),
    ),
    *_keuze("huisbezoek", "Huisbezoeken", 30, HUISBEZOEK_DOEN).met(
        Soort("huisbezoek", "home-heart", bezoeken, "gepland_op", vertel_bezoeken),
    ),
    *_keuze("brief", "Brieven", 40, TERMIJN_SCHRIJVEN).met(
        Soort("brief", "mail", brieven, "gemaakt_op", vertel_brieven),
    ),
    *_keuze("mensen", "Wie er woont", 90, inwoner="inwoner").met(
        Soort("erbij", "user-plus", leden, "van", vertel_erbij),
        Soort("eruit", "users", leden, "tot", vertel_eruit),
    ),
    *_keuze("samengevoegd", "Samengevoegd", 95, SAMENVOEGEN, inwoner="blijft_id").met(
        Soort("samengevoegd", "link", samenvoegingen, "op", vertel_samenvoegingen),
        Soort("lid-samengevoegd", "link", dubbele_leden, "op", vertel_dubbele_leden, 2),
    ),
)
