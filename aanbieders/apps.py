from django.apps import AppConfig


class AanbiedersConfig(AppConfig):
    name = "aanbieders"
    verbose_name = "Aanbieders"
