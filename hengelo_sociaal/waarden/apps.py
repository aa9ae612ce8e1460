from django.apps import AppConfig


class WaardenConfig(AppConfig):
    name = "hengelo_sociaal.waarden"
    label = "waarden"
    verbose_name = "Waardenlijsten"
