from django.apps import AppConfig


class GebiedenConfig(AppConfig):
    name = "hengelo_sociaal.gebieden"
    label = "gebieden"
    verbose_name = "Gebieden"
