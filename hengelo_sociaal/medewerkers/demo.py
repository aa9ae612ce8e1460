"""The people who work in the demo town: one account per role, and three teams."""

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


def vul(stad: Stad) -> None:
    """Make the accounts; leaves `stad.vondst["medewerkers"]` by user name and `["teams"]`."""
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
                gebruikersnaam=naam.lower().replace(" ", ".").replace("ı", "i"),
                naam=naam,
                functie=f"Consulent {team.naam}",
                rollen=["consulent"],
                password=password,
            )
            made.append(collega)
            leden.append(Teamlid(team=team, medewerker=collega))
    return leden
