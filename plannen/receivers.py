"""What lower floors ask of plannen: when households merge or split, and what help rests on."""

from aanbieders.domain.toewijzingen import RUST_OP_BESLUIT
from hengelo_sociaal.medewerkers.gronden import HUISHOUDEN, MEDEWERKER, register_reason
from hengelo_sociaal.medewerkers.models import Grond
from plannen.domain.besluit.toewijzen import rest_on_besluit
from plannen.domain.overdragen import SOORTEN
from plannen.domain.samenvoegen import (
    ask_plan,
    ask_split,
    merge_people,
    merge_plans,
    split_plan,
)
from plannen.models import Plan, Regisseurperiode
from toegang.domain.gebeurtenissen import SPLITSEN, VOORBEELD_SPLITSEN
from toegang.domain.overdragen.soorten import registreer_werksoort
from toegang.domain.samenvoegen.stappen import HUISHOUDENS, INWONERS, VOORBEELD_HUISHOUDENS

HUISHOUDENS.register(merge_plans)
INWONERS.register(merge_people)
VOORBEELD_HUISHOUDENS.register(ask_plan)
SPLITSEN.register(split_plan)
VOORBEELD_SPLITSEN.register(ask_split)
RUST_OP_BESLUIT.register(rest_on_besluit)
registreer_werksoort(*SOORTEN)
register_reason(Grond.PLAN, Plan.objects.actief().filter(huishouden=HUISHOUDEN))
register_reason(
    Grond.REGISSEUR,
    Regisseurperiode.objects.filter(
        plan__huishouden=HUISHOUDEN, medewerker=MEDEWERKER, tot__isnull=True
    ),
)
