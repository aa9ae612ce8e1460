"""Entry point of the floor; makes its own table."""

import os

os.environ["DJANGO_SETTINGS_MODULE"] = "bench.vloer.settings"

from django.core.management import call_command
from django.core.wsgi import get_wsgi_application

application = get_wsgi_application()
call_command("migrate", verbosity=0)

from bench.vloer.artikel.models import Item  # noqa: E402  after the settings

if not Item.objects.exists():
    Item.objects.bulk_create(Item.example(number) for number in range(2000))
