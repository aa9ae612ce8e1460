from django.apps import AppConfig


class WebConfig(AppConfig):
    name = "hengelo_sociaal.web"
    label = "web"
    verbose_name = "Web"
