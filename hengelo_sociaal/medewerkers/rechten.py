"""Rights: what a piece of the system may be used for, by which role, and how far.

Every app declares its own in `rechten.py`; together they are the written table of
contract.md. Whoever is not named has nothing.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import IntEnum
from typing import Protocol

from hengelo_sociaal.kern.fouten import GeenRecht
from hengelo_sociaal.medewerkers.rollen import Beheer, Privacy, Rol, Teamleider


class Bereik(IntEnum):
    """How far a right reaches; of several roles the widest counts."""

    GETALLEN = 1  # aggregates, never a person
    PSEUDONIEM = 2  # persons under a pseudonym
    EIGEN = 3  # own registrations, own team, involved
    DOEL = 4  # freely where involved, elsewhere with a stated purpose
    ALLES = 5


class HeeftRollen(Protocol):
    """Anyone who can be asked for rights."""

    @property
    def rolcodes(self) -> Iterable[str]: ...
    @property
    def is_systeem(self) -> bool: ...


@dataclass(frozen=True)
class Recht:
    """One right, with the roles that have it and their reach."""

    code: str
    omschrijving: str
    bereik: Mapping[str, Bereik]

    def van(self, medewerker: HeeftRollen) -> Bereik | None:
        """How far this person's right reaches; None is not at all."""
        if medewerker.is_systeem:
            return Bereik.ALLES
        reach = [self.bereik[code] for code in medewerker.rolcodes if code in self.bereik]
        return max(reach, default=None)


RECHTEN: dict[str, Recht] = {}


def recht(
    code: str, omschrijving: str, bereik: Mapping[type[Rol], Bereik] | Iterable[type[Rol]]
) -> Recht:
    """Declare a right; a plain list of roles means that they have it for everything."""
    if not isinstance(bereik, Mapping):
        bereik = dict.fromkeys(bereik, Bereik.ALLES)
    made = Recht(code, omschrijving, {rol.code: how_far for rol, how_far in bereik.items()})
    if RECHTEN.get(code, made) != made:
        raise ValueError(f"Right {code} is declared twice")
    RECHTEN[code] = made
    return made


def toets(by: HeeftRollen, needed: Recht, *, minstens: Bereik = Bereik.GETALLEN) -> Bereik:
    """How far `by` may go with this right.

    Refused with GeenRecht (403) when no role of theirs has it, or reaches far enough.
    """
    reach = needed.van(by)
    if reach is None or reach < minstens:
        raise GeenRecht()
    return reach


BEHEREN = recht(
    "medewerkers.beheren",
    "Gebruikers, rollen, waardenlijsten en regels beheren",
    [Beheer],
)
TEAM_BEHEREN = recht(
    "medewerkers.team",
    "Het eigen team beheren",
    {Beheer: Bereik.ALLES, Teamleider: Bereik.EIGEN},
)
TOEGANGSLOG_LEZEN = recht(
    "logboek.lezen",
    "Lezen wie in welk dossier keek",
    {Privacy: Bereik.ALLES, Teamleider: Bereik.EIGEN},
)
