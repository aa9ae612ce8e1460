"""What happens to a term: it starts, stands still, runs again, grows, is met or lapses.

The caller's floor checks who may do it; what the law allows is checked here.
"""

from hengelo_sociaal.termijnen.domain.afronden import lapse_termijn, meet_termijn
from hengelo_sociaal.termijnen.domain.nacht import mark_verlopen
from hengelo_sociaal.termijnen.domain.opschorten import resume_termijn, suspend_termijn
from hengelo_sociaal.termijnen.domain.starten import build_termijn, start_termijn
from hengelo_sociaal.termijnen.domain.verlengen import extend_termijn

__all__ = [
    "build_termijn",
    "extend_termijn",
    "lapse_termijn",
    "mark_verlopen",
    "meet_termijn",
    "resume_termijn",
    "start_termijn",
    "suspend_termijn",
]
