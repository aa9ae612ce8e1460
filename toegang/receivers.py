"""What lower floors ask of the front door."""

import uuid

from django.db.models import Q

from hengelo_sociaal.kern.geheim import fingerprint
from hengelo_sociaal.logboek.zoekers import register_voorgangers, register_zoeker
from toegang.domain.overdragen.eigen import SOORTEN
from toegang.domain.overdragen.soorten import registreer_werksoort
from toegang.domain.samenvoegen.stappen import INWONERS, Verhuizing
from toegang.models import Inwoner, Uitvraag
from toegang.queries.antwoorden import under_other_person
from toegang.queries.samenvoegen import went_in

registreer_werksoort(*SOORTEN)


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
