"""The twelve roles, as plain classes (contract.md, Demo accounts and Who may what).

A role says what somebody's work is; a right says what a piece of the system may be used
for. Being regisseur is a task in one plan, not a role.
"""


class Rol:
    """A kind of work; people may have several."""

    code: str
    naam: str
    omschrijving: str


class Loket(Rol):
    code = "loket"
    naam = "Zorgloket"
    omschrijving = "Registreert vragen aan de balie en de telefoon."


class Consulent(Rol):
    code = "consulent"
    naam = "Consulent"
    omschrijving = "Doet het onderzoek, gaat op huisbezoek en maakt het plan met het huishouden."


class Teamleider(Rol):
    code = "teamleider"
    naam = "Teamleider"
    omschrijving = "Verdeelt het werk en bewaakt de termijnen van het team."


class Jurist(Rol):
    code = "jurist"
    naam = "Jurist en kwaliteit"
    omschrijving = "Leest besluiten mee en behandelt bezwaar."


class VindplaatsRol(Rol):
    code = "vindplaats"
    naam = "Vindplaats"
    omschrijving = (
        "Registreert vragen op een vindplaats, zoals de POH jeugd, en ziet alleen eigen werk."
    )


class Beleid(Rol):
    code = "beleid"
    naam = "Beleid"
    omschrijving = "Stuurt op cijfers en ziet nooit een persoon."


class Financien(Rol):
    code = "financien"
    naam = "Financiën"
    omschrijving = "Beheert begroting en realisatie."


class Contracten(Rol):
    code = "contracten"
    naam = "Contractbeheer"
    omschrijving = "Beheert aanbieders, contracten en tarieven."


class Administratie(Rol):
    code = "administratie"
    naam = "Administratie"
    omschrijving = "Verwerkt toewijzingen, berichten en declaraties."


class Toezicht(Rol):
    code = "toezicht"
    naam = "Toezicht"
    omschrijving = "Ziet toe op kwaliteit en rechtmatigheid van aanbieders."


class Privacy(Rol):
    code = "privacy"
    naam = "Privacy"
    omschrijving = "Leest wie in welke dossiers heeft gekeken."


class Beheer(Rol):
    code = "beheer"
    naam = "Functioneel beheer"
    omschrijving = "Beheert gebruikers, waardenlijsten en regels; ziet geen dossiers."


ROLLEN: dict[str, type[Rol]] = {
    rol.code: rol
    for rol in (
        Loket,
        Consulent,
        Teamleider,
        Jurist,
        VindplaatsRol,
        Beleid,
        Financien,
        Contracten,
        Administratie,
        Toezicht,
        Privacy,
        Beheer,
    )
}
KEUZES = [(code, rol.naam) for code, rol in ROLLEN.items()]
