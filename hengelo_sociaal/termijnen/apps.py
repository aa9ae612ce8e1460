from django.apps import AppConfig


class TermijnenConfig(AppConfig):
    name = "hengelo_sociaal.termijnen"
    label = "termijnen"
    verbose_name = "Termijnen"
