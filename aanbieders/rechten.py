"""Who may do what with providers, contracts and toewijzingen (contract.md, Who may what)."""

from hengelo_sociaal.medewerkers.rechten import Bereik, recht
from hengelo_sociaal.medewerkers.rollen import (
    Administratie,
    Beleid,
    Consulent,
    Contracten,
    Financien,
    Jurist,
    Loket,
    Teamleider,
    Toezicht,
)

NAMEN_LEZEN = recht(
    "aanbieders.namen",
    "Namen van aanbieders zien",
    [
        Loket,
        Consulent,
        Teamleider,
        Jurist,
        Beleid,
        Financien,
        Contracten,
        Administratie,
        Toezicht,
    ],
)
CONTRACT_LEZEN = recht(
    "aanbieders.contract_lezen",
    "Aanbieders, contracten en tarieven lezen",
    [Jurist, Beleid, Financien, Contracten, Administratie, Toezicht],
)
CONTRACT_SCHRIJVEN = recht(
    "aanbieders.contract_schrijven", "Aanbieders, contracten en tarieven beheren", [Contracten]
)
TOEWIJZING_LEZEN = recht(
    "aanbieders.toewijzing_lezen",
    "Toewijzingen lezen",
    {
        Consulent: Bereik.EIGEN,
        Teamleider: Bereik.EIGEN,
        Jurist: Bereik.ALLES,
        Financien: Bereik.GETALLEN,
        Contracten: Bereik.PSEUDONIEM,
        Administratie: Bereik.ALLES,
        Toezicht: Bereik.PSEUDONIEM,
    },
)
TOEWIJZING_SCHRIJVEN = recht(
    "aanbieders.toewijzing_schrijven", "Toewijzingen maken en beëindigen", [Administratie]
)
