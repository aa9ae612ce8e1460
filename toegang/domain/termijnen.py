"""The legal terms of a melding: which start with which act, and what people do to them."""

import datetime as dt
import uuid
from collections.abc import Iterable

from hengelo_sociaal.kern.beperkingen import operation
from hengelo_sociaal.kern.fouten import NietGevonden
from hengelo_sociaal.kern.tijd import dag_van, leeftijd_op
from hengelo_sociaal.medewerkers.models import Medewerker
from hengelo_sociaal.termijnen import domain as termijnen
from hengelo_sociaal.termijnen.models import Opschorting, Termijn, Verlenging
from hengelo_sociaal.termijnen.rekenen.duur import Duur
from hengelo_sociaal.termijnen.rekenen.soorten import Opschortgrond
from toegang.models import Melding, MeldingTermijn
from toegang.queries.zicht import visible_meldingen
from toegang.rechten import TERMIJN_SCHRIJVEN

# A referral by somebody outside the municipality needs no besluit (Jeugdwet 2.6 lid 1 onder e).
EIGEN_BESLUIT = (None, "gemeente")
BESLUIT_NA_AANVRAAG = {
    "wmo": ("wmo_besluit", "wmo-aanvraag"),
    "jeugdwet": ("jeugd_besluit", "jeugd-aanvraag"),
    "participatiewet": ("pw_besluit", "pw-aanvraag"),
}
ONDERZOEKEN = ("wmo_onderzoek", "wgs_gesprek", "wgs_bedreigend")
BESLUITEN = ("wmo_besluit", "jeugd_besluit", "pw_besluit", "wgs_besluit")
WACHTTIJDEN = ("pw_zoektermijn",)
VAN_DE_INWONER = ("wmo_persoonlijk_plan",)


def terms_at_start(melding: Melding) -> list[tuple[str, str]]:
    """Rule and act of the terms that the receipt of a melding starts, by its law.

    Wmo 2.3.2 lid 1 and 2, and 2.3.3 when urgent; Awb 4:13 for the Jeugdwet, where the
    question is the application; Participatiewet 41 lid 4 under 27; Wgs 4 lid 1, or lid 2
    when threatening.
    """
    if melding.wet_id == "wmo":
        urgent = [("wmo_spoed", "wmo-melding")] if melding.spoed else []
        return [
            ("wmo_onderzoek", "wmo-melding"),
            ("wmo_persoonlijk_plan", "wmo-melding"),
            *urgent,
        ]
    if melding.wet_id == "jeugdwet" and melding.verwijzer_id in EIGEN_BESLUIT:
        return [BESLUIT_NA_AANVRAAG["jeugdwet"]]
    if melding.wet_id == "participatiewet" and _is_under_27(melding):
        return [("pw_zoektermijn", "pw-melding")]
    if melding.wet_id == "wgs":
        return [("wgs_bedreigend" if melding.bedreigend else "wgs_gesprek", "wgs-melding")]
    return []


def _is_under_27(melding: Melding) -> bool:
    born = melding.inwoner.geboortedatum
    return born is not None and leeftijd_op(born, melding.ontvangen_op) < 27


def start_terms(
    melding: Melding,
    terms: Iterable[tuple[str, str]],
    *,
    start: dt.date,
    by: Medewerker,
    at: dt.datetime,
) -> None:
    """Start terms on the day of an act of the melding, inside the caller's transaction."""
    started = [
        termijnen.start_termijn(
            regel=regel,
            start=start,
            handeling=handeling,
            by=by,
            at=at,
            huishouden_id=melding.huishouden_id,
        )
        for regel, handeling in terms
    ]
    MeldingTermijn.objects.bulk_create(
        MeldingTermijn(melding=melding, termijn=termijn) for termijn in started
    )


def open_terms(melding: Melding, codes: Iterable[str] | None = None) -> list[Termijn]:
    """Terms of the melding whose act is still to come, of these rules or of all."""
    found = Termijn.objects.open().filter(meldingen=melding)
    if codes is not None:
        found = found.filter(regel__code__in=codes)
    return list(found)


def meet_terms(
    melding: Melding, codes: Iterable[str], *, op: dt.date, by: Medewerker, at: dt.datetime
) -> None:
    """The act of these terms was done on a day, inside the caller's transaction."""
    for termijn in open_terms(melding, codes):
        termijnen.meet_termijn(
            termijn=termijn, op=op, by=by, at=at, huishouden_id=melding.huishouden_id
        )


def lapse_terms(
    melding: Melding,
    codes: Iterable[str] | None = None,
    *,
    reden: str,
    by: Medewerker,
    at: dt.datetime,
) -> None:
    """What still runs, of these rules or of all, is no longer needed (caller's transaction)."""
    for termijn in open_terms(melding, codes):
        termijnen.lapse_termijn(
            termijn=termijn, reden=reden, by=by, at=at, huishouden_id=melding.huishouden_id
        )


def suspend_term(
    *,
    by: Medewerker,
    termijn_id: uuid.UUID,
    grond: Opschortgrond,
    uitnodiging_op: dt.date,
    at: dt.datetime,
    hersteltermijn_tot: dt.date | None = None,
    toelichting: str = "",
) -> Opschorting:
    """Let a term of a melding stand still (Awb 4:15).

    Refused with NietGevonden (404) when it is not one of somebody's own meldingen, and
    with OpschortenNietToegestaan (409, with the article) when the law does not allow it.
    """
    melding, termijn = own_term(by, termijn_id, at)
    with operation():
        return termijnen.suspend_termijn(
            termijn=termijn,
            grond=grond,
            uitnodiging_op=uitnodiging_op,
            hersteltermijn_tot=hersteltermijn_tot,
            toelichting=toelichting,
            by=by,
            at=at,
            huishouden_id=melding.huishouden_id,
        )


def resume_term(*, by: Medewerker, termijn_id: uuid.UUID, op: dt.date, at: dt.datetime) -> Termijn:
    """Let a term run again from the day on which the application was completed."""
    melding, termijn = own_term(by, termijn_id, at)
    with operation():
        return termijnen.resume_termijn(
            termijn=termijn, op=op, by=by, at=at, huishouden_id=melding.huishouden_id
        )


def extend_term(
    *,
    by: Medewerker,
    termijn_id: uuid.UUID,
    met: Duur,
    kennisgeving_op: dt.date,
    at: dt.datetime,
    toelichting: str = "",
) -> Verlenging:
    """Extend a term (Awb 4:14); VerlengenNietToegestaan (409) where the law does not allow it."""
    melding, termijn = own_term(by, termijn_id, at)
    with operation():
        return termijnen.extend_termijn(
            termijn=termijn,
            met=met,
            kennisgeving_op=kennisgeving_op,
            toelichting=toelichting,
            by=by,
            at=at,
            huishouden_id=melding.huishouden_id,
        )


def complete_term(
    *, by: Medewerker, termijn_id: uuid.UUID, op: dt.date, at: dt.datetime
) -> Termijn:
    """Note that the act of a term was done, such as the first talk under the Wgs."""
    melding, termijn = own_term(by, termijn_id, at)
    with operation():
        return termijnen.meet_termijn(
            termijn=termijn, op=op, by=by, at=at, huishouden_id=melding.huishouden_id
        )


def own_term(by: Medewerker, termijn_id: uuid.UUID, at: dt.datetime) -> tuple[Melding, Termijn]:
    """A term of one of somebody's own meldingen; NietGevonden (404) otherwise."""
    mine = visible_meldingen(by, op=dag_van(at), recht=TERMIJN_SCHRIJVEN)
    melding = mine.filter(termijnen=termijn_id).first()
    if melding is None:
        raise NietGevonden()
    return melding, Termijn.objects.get(pk=termijn_id)


def mark_passed_terms(*, by: Medewerker, at: dt.datetime) -> int:
    """Mark the terms whose last day has passed, and return how many; twice is harmless."""
    return termijnen.mark_verlopen(op=dag_van(at), by=by, at=at)
