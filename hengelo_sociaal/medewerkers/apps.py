from django.apps import AppConfig


class MedewerkersConfig(AppConfig):
    name = "hengelo_sociaal.medewerkers"
    label = "medewerkers"
    verbose_name = "Medewerkers"
