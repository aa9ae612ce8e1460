from django.apps import AppConfig


class WerkConfig(AppConfig):
    name = "hengelo_sociaal.werk"
    label = "werk"
    verbose_name = "Werk"
