from django.db import migrations

# Until now these codes stood in the program.
TEAM_VAN_WET = {
    "wmo": "wmo",
    "jeugdwet": "jeugd",
    "leerplichtwet": "jeugd",
    "participatiewet": "werk-en-inkomen",
    "wgs": "werk-en-inkomen",
    "wi": "werk-en-inkomen",
}


def give_laws(apps, editor):
    """Let teams of these codes keep taking up the meldingen they took up."""
    teams = dict(apps.get_model("medewerkers", "Team").objects.values_list("code", "pk"))
    link = apps.get_model("medewerkers", "Teamwet").objects
    for wet in apps.get_model("waarden", "Wet").objects.filter(code__in=TEAM_VAN_WET):
        if team := teams.get(TEAM_VAN_WET[wet.pk]):
            link.create(wet=wet, team_id=team)


class Migration(migrations.Migration):
    dependencies = [("medewerkers", "0004_wet_van_team")]
    operations = [migrations.RunPython(give_laws, migrations.RunPython.noop)]
