"""The plans of the demo town, in every stage."""

from hengelo_sociaal.demo.stad import Stad
from plannen.demo.plannen import make_plans
from plannen.demo.verhalen import tell_stories
from plannen.demo.versies import make_versions


def vul(stad: Stad) -> None:
    """Fill the plans and tell the stories; leaves `plannen` and `verhalen` in `stad.vondst`."""
    stad.vondst["plannen"] = make_plans(stad)
    make_versions(stad, stad.vondst["plannen"])
    stad.vondst["verhalen"] = tell_stories(stad)
