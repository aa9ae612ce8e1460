"""What lower floors ask of the front door."""

import uuid

from django.db.models import Q

from hengelo_sociaal.kern.geheim import fingerprint
from hengelo_sociaal.logboek.zoekers import register_voorgangers, register_zoeker
from hengelo_sociaal.medewerkers.gronden import HUISHOUDEN, MEDEWERKER, register_reason
from hengelo_sociaal.medewerkers.models import Grond
from toegang.domain.overdragen.eigen import SOORTEN
from toegang.domain.overdragen.soorten import registreer_werksoort
from toegang.domain.samenvoegen.stappen import INWONERS, Verhuizing
from toegang.enums import LOPEND, HuisbezoekStatus, SignaalzaakStatus
from toegang.models import Huisbezoek, Inwoner, Melding, Signaalzaak, Uitvraag
from toegang.queries.antwoorden import under_other_person
from toegang.queries.samenvoegen import went_in

registreer_werksoort(*SOORTEN)
register_reason(
    Grond.MELDING,
    Melding.objects.filter(huishouden=HUISHOUDEN, consulent=MEDEWERKER, status__in=LOPEND),
)
register_reason(
    Grond.HUISBEZOEK,
    Huisbezoek.objects.filter(
        huishouden=HUISHOUDEN, medewerker=MEDEWERKER, status=HuisbezoekStatus.GEPLAND
    ),
)
register_reason(
    Grond.SIGNAAL,
    Signaalzaak.objects.filter(huishouden=HUISHOUDEN, consulent=MEDEWERKER).exclude(
        status=SignaalzaakStatus.AFGESLOTEN
    ),
)


@register_zoeker
def find_by_bsn(bsn: str) -> uuid.UUID | None:
    """The resident with this BSN, for the overview of who looked."""
    return Inwoner.objects.filter(bsn_zoek=fingerprint(bsn)).values_list("pk", flat=True).first()


@INWONERS.register
def keep_answers_of_who_goes(move: Verhuizing) -> None:
    """Answers about a resident who was registered twice are about the one who stays."""
    gone, stays = str(move.vervalt_id), str(move.blijft_id)
    told = Uitvraag.objects.filter(
        Q(inwoner=move.vervalt_id) | Q(huishouden__lidmaatschappen__inwoner=move.vervalt_id)
    ).distinct()
    for uitvraag in told:
        renamed = under_other_person(uitvraag.antwoorden, gone, stays)
        if renamed != uitvraag.antwoorden:
            move.grootboek.zet(Uitvraag.objects.filter(pk=uitvraag.pk), antwoorden=renamed)


@register_voorgangers
def merged_into(inwoner_id: uuid.UUID) -> list[uuid.UUID]:
    """The ids of registrations that were merged into this one, for the overview of who looked."""
    return went_in(inwoner_id)
