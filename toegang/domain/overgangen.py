"""The states of a melding in one table: which act leads from where to where, and by whom."""

from collections.abc import Collection
from dataclasses import dataclass

from hengelo_sociaal.medewerkers.models import Medewerker
from hengelo_sociaal.medewerkers.rechten import Bereik, Recht, toets
from toegang.enums import LOPEND, MeldingStatus
from toegang.exceptions import StapNietMogelijk
from toegang.models import Melding
from toegang.rechten import MELDING_HEROPENEN, MELDING_SCHRIJVEN


@dataclass(frozen=True)
class Overgang:
    """One act: the states it starts from, the state it leads to, and the right it asks."""

    handeling: str
    van: Collection[MeldingStatus]
    naar: MeldingStatus
    recht: Recht = MELDING_SCHRIJVEN


_S = MeldingStatus
TABEL = (
    Overgang("onderzoek-beginnen", {_S.OPEN}, _S.ONDERZOEK),
    Overgang("onderzoek-afronden", {_S.ONDERZOEK}, _S.ONDERZOCHT),
    Overgang("aanvraag-ontvangen", {_S.OPEN, _S.ONDERZOEK, _S.ONDERZOCHT}, _S.AANVRAAG),
    Overgang("besluiten", {_S.AANVRAAG, _S.ONDERZOCHT}, _S.AFGEROND),
    Overgang("afronden", {_S.OPEN, _S.ONDERZOCHT}, _S.AFGEROND),
    Overgang("intrekken", LOPEND, _S.INGETROKKEN),
    Overgang("heropenen", {_S.AFGEROND, _S.INGETROKKEN}, _S.OPEN, MELDING_HEROPENEN),
)
PER_HANDELING = {row.handeling: row for row in TABEL}


def fits(melding: Melding, handeling: str) -> bool:
    """Whether an act fits where the melding is now, whoever does it."""
    return melding.status in PER_HANDELING[handeling].van


def move(melding: Melding, handeling: str, *, by: Medewerker) -> None:
    """Put the melding in the state that an act leads to; the caller saves it.

    Refused with GeenRecht (403), or with StapNietMogelijk (409) from another state.
    """
    row = PER_HANDELING[handeling]
    toets(by, row.recht, minstens=Bereik.EIGEN)
    if not fits(melding, handeling):
        now = MeldingStatus(melding.status)
        raise StapNietMogelijk(
            f"De melding is nu '{now.label}'. Deze stap kan dan niet. Vernieuw de pagina.",
            extra={"status": now.value},
        )
    melding.status = row.naar
