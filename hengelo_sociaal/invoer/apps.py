from django.apps import AppConfig


class InvoerConfig(AppConfig):
    name = "hengelo_sociaal.invoer"
    label = "invoer"
    verbose_name = "Invoer"
