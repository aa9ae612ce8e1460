"""The plans of the demo town, in every stage."""

from hengelo_sociaal.demo.stad import Stad
from plannen.demo.besluiten import make_besluiten
from plannen.demo.bezwaren import make_bezwaren
from plannen.demo.concepten import make_drafts
from plannen.demo.plannen import make_plans
from plannen.demo.verhalen import tell_stories
from plannen.demo.versies import make_versions


def vul(stad: Stad) -> None:
    """Fill plans and besluiten, tell the stories; `stad.vondst` gets `plannen`, `verhalen` etc."""
    stad.vondst["plannen"] = make_plans(stad)
    make_versions(stad, stad.vondst["plannen"])
    stad.vondst["besluiten"] = make_besluiten(stad)
    stad.vondst["bezwaren"] = make_bezwaren(stad)
    stad.vondst["verhalen"] = tell_stories(stad)
    make_drafts(stad)
