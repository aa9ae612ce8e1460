from django.db import migrations

# For whom a kind of question mostly is; only where the kind says so by itself.
DOELGROEPEN = {
    "dak-en-thuislozen": ["maatschappelijke-opvang"],
    "gescheiden-ouders": ["scheiding"],
    "jongeren": ["schoolverzuim"],
    "kinderen": ["jeugd-ggz", "dyslexie"],
    "laag-inkomen": ["bijstand", "bijzondere-bijstand", "minimaregeling"],
    "laaggeletterden": ["taal"],
    "lichamelijke-beperking": ["rolstoel", "hulpmiddel"],
    "mantelzorgers": ["mantelzorg", "kortdurend-verblijf"],
    "nieuwkomers": ["inburgering"],
    "ouders": ["opvoeden", "jeugdhulp"],
    "psychisch": ["psychische-klachten"],
    "schulden": ["schulden", "budgetbeheer"],
    "verslaving": ["verslaving"],
    "vrijwilligers": ["vrijwilligerswerk"],
    "werkzoekenden": ["re-integratie"],
}


def say_for_whom(apps, editor):
    soort = apps.get_model("toegang", "soort").objects
    there = apps.get_model("voorzieningen", "doelgroep").objects.values_list("code", flat=True)
    for code in set(there) & DOELGROEPEN.keys():
        soort.filter(code__in=DOELGROEPEN[code], doelgroep=None).update(doelgroep=code)


class Migration(migrations.Migration):
    """Apart from the column: PostgreSQL does not change a table with pending rows."""

    dependencies = [("toegang", "0030_doelgroep_van_soort")]
    operations = [migrations.RunPython(say_for_whom, migrations.RunPython.noop)]
