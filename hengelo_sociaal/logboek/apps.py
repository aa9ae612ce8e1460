from django.apps import AppConfig


class LogboekConfig(AppConfig):
    name = "hengelo_sociaal.logboek"
    label = "logboek"
    verbose_name = "Logboek"
