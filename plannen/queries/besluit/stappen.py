"""The steps of a besluit and of a bezwaar in one table: from where, to where, and who may."""

from collections.abc import Mapping

from hengelo_sociaal.medewerkers.models import Medewerker
from hengelo_sociaal.medewerkers.rechten import Bereik, Recht
from plannen.enums import BesluitStatus, BezwaarStatus
from plannen.models import Besluit, Bezwaar
from plannen.rechten import BESLUIT_NEMEN, BESLUIT_OPSTELLEN

B, Z = BesluitStatus, BezwaarStatus
Overgang = tuple[frozenset[str], str]

# | step         | from                      | to            | who may                          |
STAPPEN: Mapping[str, Overgang] = {
    "indienen": (frozenset({B.CONCEPT}), B.BEOORDELING),
    "terugnemen": (frozenset({B.BEOORDELING}), B.CONCEPT),
    "teruggeven": (frozenset({B.BEOORDELING}), B.CONCEPT),
    "nemen": (frozenset({B.CONCEPT, B.BEOORDELING}), B.GENOMEN),
    "heropenen": (frozenset({B.GENOMEN}), B.CONCEPT),
    "bekendmaken": (frozenset({B.GENOMEN}), B.BEKENDGEMAAKT),
    "vervallen": (frozenset({B.CONCEPT, B.BEOORDELING, B.GENOMEN}), B.VERVALLEN),
}
MAG: Mapping[str, tuple[Recht, ...]] = {
    "indienen": (BESLUIT_OPSTELLEN,),
    "terugnemen": (BESLUIT_OPSTELLEN,),
    "teruggeven": (BESLUIT_NEMEN,),
    "nemen": (BESLUIT_NEMEN,),
    "heropenen": (BESLUIT_NEMEN,),
    # Sending a letter that was decided decides nothing: the drafter may do it too.
    "bekendmaken": (BESLUIT_NEMEN, BESLUIT_OPSTELLEN),
    "vervallen": (BESLUIT_OPSTELLEN,),
}
BEZWAARSTAPPEN: Mapping[str, Overgang] = {
    "herstel": (frozenset({Z.ONTVANGEN, Z.BEHANDELING}), Z.VERZUIM),
    "aangevuld": (frozenset({Z.VERZUIM}), Z.BEHANDELING),
    "behandelen": (frozenset({Z.ONTVANGEN}), Z.BEHANDELING),
    "hoorzitting": (frozenset({Z.ONTVANGEN, Z.BEHANDELING}), Z.BEHANDELING),
    "horen": (frozenset({Z.ONTVANGEN, Z.BEHANDELING}), Z.BEHANDELING),
    "verdagen": (frozenset({Z.ONTVANGEN, Z.VERZUIM, Z.BEHANDELING}), ""),
    "verschoonbaar": (frozenset({Z.ONTVANGEN, Z.VERZUIM, Z.BEHANDELING}), ""),
    "beslissen": (frozenset({Z.ONTVANGEN, Z.VERZUIM, Z.BEHANDELING}), Z.BESLIST),
    "intrekken": (frozenset({Z.ONTVANGEN, Z.VERZUIM, Z.BEHANDELING}), Z.INGETROKKEN),
}


def steps_now(besluit: Besluit, by: Medewerker) -> list[str]:
    """The steps that fit where the besluit is and that `by` has a right for."""
    return [
        step
        for step, (begin, _) in STAPPEN.items()
        if besluit.status in begin and has_right(by, step) and _fits(besluit, by, step)
    ]


def has_right(by: Medewerker, step: str) -> bool:
    """Whether a role of `by` allows the step, on besluiten that are theirs."""
    return any((recht.van(by) or 0) >= Bereik.EIGEN for recht in MAG[step])


def steps_of_objection(bezwaar: Bezwaar) -> list[str]:
    """The steps that fit where an objection is."""
    return [step for step, (begin, _) in BEZWAARSTAPPEN.items() if bezwaar.status in begin]


def _fits(besluit: Besluit, by: Medewerker, step: str) -> bool:
    """What no table shows: a draft is only decided at once by who drafted it."""
    if step == "nemen" and besluit.status == B.CONCEPT:
        return besluit.opgesteld_door_id == by.pk
    return True
