"""The Celery application: the broker is only a hint, PostgreSQL holds what must happen."""

import os

from celery import Celery

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "hengelo_sociaal.settings")

app = Celery("hengelo_sociaal")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()
