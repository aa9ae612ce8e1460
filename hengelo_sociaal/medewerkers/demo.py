"""The people who work in the demo town: one account per role, and their teams."""

from dataclasses import replace

from django.contrib.auth.hashers import make_password

from hengelo_sociaal.demo.stad import Stad
from hengelo_sociaal.medewerkers.models import Medewerker, Team, Teamlid, Teamwet

WACHTWOORD = "hengelo-demo"
ACCOUNTS = {
    "loket": ("Sanne Kamphuis", "Medewerker Zorgloket"),
    "consulent": ("Anouk Nijhuis", "Consulent Wmo, Jeugd en Werk en inkomen"),
    "teamleider": ("Bart Hesselink", "Teamleider toegang"),
    "jurist": ("Marloes Averink", "Jurist en kwaliteit"),
    "vindplaats": ("Rik Wolters", "POH jeugd"),
    "beleid": ("Judith de Vries", "Beleidsadviseur sociaal domein"),
    "financien": ("Henk Morsink", "Financieel adviseur"),
    "contracten": ("Elif Demir", "Contractbeheerder"),
    "administratie": ("Gea Bruggink", "Medewerker backoffice"),
    "toezicht": ("Omar Haddad", "Toezichthouder"),
    "privacy": ("Ingrid Blom", "Functionaris gegevensbescherming"),
    "beheer": ("Niels Veldhuis", "Functioneel beheerder"),
}
TEAMS = {"wmo": "Wmo", "jeugd": "Jeugd", "werk-en-inkomen": "Werk en inkomen"}
TEAM_VAN_WET = {
    "wmo": "wmo",
    "jeugdwet": "jeugd",
    "leerplichtwet": "jeugd",
    "participatiewet": "werk-en-inkomen",
    "wgs": "werk-en-inkomen",
    "wi": "werk-en-inkomen",
}
COLLEGAS = {
    "wmo": ("Tineke Roelofs", "Mehmet Kaya", "Karin Lansink", "Dennis Vos"),
    "jeugd": ("Fleur Engbers", "Sander Wissink", "Samira Bouzidi"),
    "werk-en-inkomen": ("Petra Kuipers", "Yusuf Aydın", "Monique Slotman"),
}
# Who came later, made with dice of their own, so that the rest of the town stays as it was.
JURIDISCH = ("juridisch", "Juridische zaken")
TWEEDE_JURIST = "Wouter Damhuis"
SCHOOL = "school"
EIGEN_TOEVAL = 1_201


def vul(stad: Stad) -> None:
    """Make the accounts; leaves `stad.vondst["medewerkers"]` by user name and `["teams"]`.

    Those are the teams that treat meldingen; the team of the jurists is not among them.
    """
    password = make_password(WACHTWOORD)
    moment = stad.tijdstip(stad.van)
    made = [
        Medewerker(
            id=stad.kenmerk(moment),
            gebruikersnaam=rol,
            naam=naam,
            functie=functie,
            email=f"{rol}@hengelo-sociaal.example",
            rollen=[rol],
            password=password,
        )
        for rol, (naam, functie) in ACCOUNTS.items()
    ]
    teams = [Team(id=stad.kenmerk(moment), code=c, naam=n) for c, n in TEAMS.items()]
    leden = _colleagues(stad, teams, made, password)
    Medewerker.objects.bulk_create(made)
    Team.objects.bulk_create(teams)
    by_code = {team.code: team for team in teams}
    Teamwet.objects.bulk_create(
        Teamwet(wet_id=wet, team=by_code[code]) for wet, code in TEAM_VAN_WET.items()
    )
    Teamlid.objects.bulk_create(leden)
    stad.vondst["medewerkers"] = {one.gebruikersnaam: one for one in made}
    stad.vondst["teams"] = by_code
    own = replace(stad, zaad=stad.zaad + EIGEN_TOEVAL)
    _jurists(own, password)
    _school(own, password)


def _school(own: Stad, password: str) -> None:
    """Somebody of a school, who registers questions there and drafts plans."""
    own.vondst["medewerkers"][SCHOOL] = Medewerker.objects.create(
        id=own.kenmerk(own.tijdstip(own.van)),
        gebruikersnaam=SCHOOL,
        naam="Eline Haarman",
        functie="Intern begeleider IKC",
        rollen=["vindplaats"],
        password=password,
    )


def _jurists(own: Stad, password: str) -> None:
    """A team with two jurists, so that one can take over from the other what the law lets them."""
    moment = own.tijdstip(own.van)
    code, naam = JURIDISCH
    team = Team.objects.create(id=own.kenmerk(moment), code=code, naam=naam)
    second = Medewerker.objects.create(
        id=own.kenmerk(moment),
        gebruikersnaam=_user_name(TWEEDE_JURIST),
        naam=TWEEDE_JURIST,
        functie=ACCOUNTS["jurist"][1],
        rollen=["jurist"],
        password=password,
    )
    accounts = own.vondst["medewerkers"]
    leden = (accounts["jurist"], second, accounts["teamleider"])
    Teamlid.objects.bulk_create(Teamlid(team=team, medewerker=one) for one in leden)


def _user_name(naam: str) -> str:
    return naam.lower().replace(" ", ".").replace("ı", "i")


def _colleagues(
    stad: Stad, teams: list[Team], made: list[Medewerker], password: str
) -> list[Teamlid]:
    """More consulenten per team; consulent and teamleider are in every team."""
    everywhere = [one for one in made if one.gebruikersnaam in ("consulent", "teamleider")]
    leden = [Teamlid(team=team, medewerker=one) for team in teams for one in everywhere]
    for team in teams:
        for naam in COLLEGAS[team.code]:
            collega = Medewerker(
                id=stad.kenmerk(stad.tijdstip(stad.van)),
                gebruikersnaam=_user_name(naam),
                naam=naam,
                functie=f"Consulent {team.naam}",
                rollen=["consulent"],
                password=password,
            )
            made.append(collega)
            leden.append(Teamlid(team=team, medewerker=collega))
    return leden
