"""Entry point of the web server."""

import os
from importlib import import_module

from django.conf import settings
from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "hengelo_sociaal.settings")
application = get_wsgi_application()
# With every view, form and list. Otherwise each web process reads them at its first request,
# for itself alone: that request waits seconds, and the memory is not shared.
import_module(settings.ROOT_URLCONF)
