from django.apps import AppConfig


class DienstConfig(AppConfig):
    name = "hengelo_sociaal.dienst"
    label = "dienst"
    verbose_name = "Dienst"
