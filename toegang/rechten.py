"""Who may do what at the front door (contract.md, Who may what)."""

from hengelo_sociaal.medewerkers.rechten import Bereik, recht
from hengelo_sociaal.medewerkers.rollen import (
    Administratie,
    Beheer,
    Consulent,
    Jurist,
    Loket,
    Teamleider,
    VindplaatsRol,
)

CONTACT_LEZEN = recht(
    "toegang.contact_lezen",
    "Contacten en hulpvragen lezen",
    {
        Loket: Bereik.ALLES,
        Consulent: Bereik.ALLES,
        Teamleider: Bereik.ALLES,
        Jurist: Bereik.ALLES,
        VindplaatsRol: Bereik.EIGEN,
    },
)
CONTACT_SCHRIJVEN = recht(
    "toegang.contact_schrijven",
    "Contacten en hulpvragen registreren",
    {
        Loket: Bereik.ALLES,
        Consulent: Bereik.ALLES,
        Teamleider: Bereik.ALLES,
        VindplaatsRol: Bereik.EIGEN,
    },
)
PERSONEN_ZOEKEN = recht(
    "toegang.personen_zoeken",
    "Inwoners en huishoudens zoeken",
    [Loket, Consulent, Teamleider, Jurist, Administratie],
)
HUISHOUDEN_SCHRIJVEN = recht(
    "toegang.huishouden_schrijven",
    "Inwoners en huishoudens aanmaken",
    [Loket, Consulent, Teamleider],
)
HUISHOUDEN_WIJZIGEN = recht(
    "toegang.huishouden_wijzigen",
    "Inwoners en huishoudens wijzigen",
    {Loket: Bereik.ALLES, Consulent: Bereik.EIGEN, Teamleider: Bereik.EIGEN},
)
TERUGBELLEN = recht(
    "toegang.terugbellen",
    "Terugbelverzoeken maken en afhandelen",
    [Loket, Consulent, Teamleider],
)
DUBBELEN_BEOORDELEN = recht(
    "toegang.dubbelen_beoordelen",
    "Mogelijke dubbele inwoners zien en beoordelen",
    [Loket, Consulent, Teamleider],
)
SAMENVOEGEN = recht(
    "toegang.samenvoegen",
    "Inwoners en huishoudens samenvoegen en dat terugdraaien",
    [Consulent, Teamleider],
)
DOSSIER_SAMENVATTING = recht(
    "toegang.dossier_samenvatting",
    "De samenvatting van een huishouden zien",
    [Loket, Consulent, Teamleider, Jurist],
)
DOSSIER_LEZEN = recht(
    "toegang.dossier_lezen",
    "Het dossier van een huishouden lezen",
    {Consulent: Bereik.DOEL, Teamleider: Bereik.DOEL, Jurist: Bereik.DOEL},
)
DOSSIER_SCHRIJVEN = recht(
    "toegang.dossier_schrijven",
    "In het dossier van een huishouden werken",
    {Consulent: Bereik.EIGEN, Teamleider: Bereik.EIGEN},
)
MELDING_MAKEN = recht(
    "toegang.melding_maken",
    "Een melding opnemen",
    {
        Loket: Bereik.ALLES,
        Consulent: Bereik.ALLES,
        Teamleider: Bereik.ALLES,
        VindplaatsRol: Bereik.EIGEN,
    },
)
MELDING_LEZEN = recht(
    "toegang.melding_lezen",
    "Meldingen en hun uitvraag lezen",
    {
        Loket: Bereik.ALLES,
        Consulent: Bereik.EIGEN,
        Teamleider: Bereik.EIGEN,
        Jurist: Bereik.ALLES,
        VindplaatsRol: Bereik.EIGEN,
    },
)
MELDING_SCHRIJVEN = recht(
    "toegang.melding_schrijven",
    "Een melding behandelen",
    {Consulent: Bereik.EIGEN, Teamleider: Bereik.EIGEN},
)
UITVRAAG_SCHRIJVEN = recht(
    "toegang.uitvraag_schrijven",
    "Een uitvraag beginnen en invullen",
    {
        Loket: Bereik.EIGEN,
        Consulent: Bereik.EIGEN,
        Teamleider: Bereik.EIGEN,
        VindplaatsRol: Bereik.EIGEN,
    },
)
VRAGENLIJST_BEHEREN = recht(
    "toegang.vragenlijst_beheren",
    "Een nieuwe versie van de vragenlijst voorbereiden en invoeren",
    [Beheer],
)
MELDING_HEROPENEN = recht(
    "toegang.melding_heropenen",
    "Een afgesloten melding weer openen",
    {Consulent: Bereik.EIGEN, Teamleider: Bereik.EIGEN},
)
KLACHT_OPNEMEN = recht(
    "toegang.klacht_opnemen",
    "Een klacht opnemen",
    [Loket, Consulent, Teamleider, Jurist],
)
KLACHT_BEHANDELEN = recht(
    "toegang.klacht_behandelen",
    "Klachten lezen en behandelen",
    [Teamleider, Jurist],
)
TERMIJN_LEZEN = recht(
    "toegang.termijn_lezen",
    "Termijnen van een melding zien",
    {
        Loket: Bereik.ALLES,
        Consulent: Bereik.EIGEN,
        Teamleider: Bereik.EIGEN,
        Jurist: Bereik.ALLES,
    },
)
TERMIJN_SCHRIJVEN = recht(
    "toegang.termijn_schrijven",
    "Termijnen opschorten, hervatten en verlengen",
    {Consulent: Bereik.EIGEN, Teamleider: Bereik.EIGEN},
)
HUISBEZOEK_PLANNEN = recht(
    "toegang.huisbezoek_plannen",
    "Een huisbezoek plannen",
    {Loket: Bereik.ALLES, Consulent: Bereik.EIGEN, Teamleider: Bereik.EIGEN},
)
HUISBEZOEK_DOEN = recht(
    "toegang.huisbezoek_doen",
    "Huisbezoeken lezen en vastleggen",
    {Consulent: Bereik.EIGEN, Teamleider: Bereik.EIGEN},
)
DOORVERWIJZEN = recht(
    "toegang.doorverwijzen",
    "Doorverwijzen naar een partner",
    [Loket, Consulent, Teamleider],
)
TEAM_VERDELEN = recht(
    "toegang.team_verdelen",
    "Het werk van het team verdelen",
    {Teamleider: Bereik.EIGEN},
)
TEAM_ZIEN = recht(
    "toegang.team_zien",
    "Zien hoe het werk van het team verdeeld is",
    {Consulent: Bereik.EIGEN, Teamleider: Bereik.EIGEN},
)
SIGNAAL_LEZEN = recht(
    "toegang.signaal_lezen",
    "Signalen over schulden zien",
    {Loket: Bereik.ALLES, Consulent: Bereik.EIGEN, Teamleider: Bereik.EIGEN},
)
SIGNAAL_SCHRIJVEN = recht(
    "toegang.signaal_schrijven",
    "Signalen over schulden opvolgen",
    {Consulent: Bereik.EIGEN, Teamleider: Bereik.EIGEN},
)
SIGNAAL_INLEZEN = recht(
    "toegang.signaal_inlezen",
    "Signalen over schulden inlezen",
    [Loket, Teamleider],
)
