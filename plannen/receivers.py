"""What plans have to say when the front door merges or splits households."""

from plannen.domain.samenvoegen import ask_plan, merge_people, merge_plans
from toegang.domain.samenvoegen.stappen import HUISHOUDENS, INWONERS, VOORBEELD_HUISHOUDENS

HUISHOUDENS.register(merge_plans)
INWONERS.register(merge_people)
VOORBEELD_HUISHOUDENS.register(ask_plan)
