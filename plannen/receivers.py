"""What plans have to say when the front door merges or splits households."""

from plannen.domain.samenvoegen import (
    ask_plan,
    ask_split,
    merge_people,
    merge_plans,
    split_plan,
)
from toegang.domain.gebeurtenissen import SPLITSEN, VOORBEELD_SPLITSEN
from toegang.domain.samenvoegen.stappen import HUISHOUDENS, INWONERS, VOORBEELD_HUISHOUDENS

HUISHOUDENS.register(merge_plans)
INWONERS.register(merge_people)
VOORBEELD_HUISHOUDENS.register(ask_plan)
SPLITSEN.register(split_plan)
VOORBEELD_SPLITSEN.register(ask_split)
