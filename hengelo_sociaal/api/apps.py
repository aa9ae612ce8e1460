from django.apps import AppConfig


class ApiConfig(AppConfig):
    name = "hengelo_sociaal.api"
    label = "api"
    verbose_name = "API"
