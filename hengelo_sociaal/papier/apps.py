from django.apps import AppConfig


class PapierConfig(AppConfig):
    name = "hengelo_sociaal.papier"
    label = "papier"
    verbose_name = "Papier"
