from django.apps import AppConfig


class DemoConfig(AppConfig):
    name = "hengelo_sociaal.demo"
    label = "demo"
    verbose_name = "Demo"
