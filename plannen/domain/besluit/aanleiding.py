"""Where a besluit begins: a melding, an afspraak of the plan, or the besluit that it changes."""

import uuid

from hengelo_sociaal.kern.fouten import NietGevonden
from plannen.domain.besluit.opstellen import Aanleiding
from plannen.models import Afspraak, Besluit
from toegang.models import Melding

WAARVANDAAN = "Begin een besluit vanuit een melding, of vanuit een afspraak met een wet."


def from_melding(melding_id: uuid.UUID) -> Aanleiding:
    """A besluit on what was asked; refused with NietGevonden (404)."""
    rows = Melding.objects.select_related("inwoner", "huishouden", "wet", "hulpvraag__soort")
    melding = rows.filter(pk=melding_id).first()
    if melding is None:
        raise NietGevonden(WAARVANDAAN)
    return Aanleiding(
        inwoner=melding.inwoner, huishouden=melding.huishouden, wet=melding.wet, melding=melding
    )


def from_afspraak(afspraak_id: uuid.UUID) -> Aanleiding:
    """A besluit on help that the plan names, with the last melding under the same law.

    Refused with NietGevonden (404), also for an afspraak without a law: there is nothing
    to decide then.
    """
    rows = Afspraak.objects.select_related("doel__plan__huishouden", "doel__inwoner", "wet")
    afspraak = rows.filter(pk=afspraak_id).first()
    if afspraak is None or afspraak.wet is None:
        raise NietGevonden(WAARVANDAAN)
    plan, law = afspraak.doel.plan, afspraak.wet
    person = afspraak.doel.inwoner or plan.deelnames.select_related("inwoner")[0].inwoner
    melding = Melding.objects.filter(inwoner=person, wet=law).order_by("-ontvangen_op").first()
    return Aanleiding(
        inwoner=person, huishouden=plan.huishouden, wet=law, melding=melding, afspraak=afspraak
    )


def from_besluit(earlier: Besluit) -> Aanleiding:
    """A besluit that changes or ends an earlier one, for the same person under the same law."""
    return Aanleiding(
        inwoner=earlier.inwoner,
        huishouden=earlier.huishouden,
        wet=earlier.wet,
        melding=earlier.melding,
        afspraak=earlier.afspraak,
        eerder=earlier,
    )
