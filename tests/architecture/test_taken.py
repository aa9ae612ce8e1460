"""What runs by the clock exists: beat names tasks by string only."""

import pytest
from django.conf import settings

from hengelo_sociaal.celery import app


@pytest.mark.parametrize("name", sorted(settings.CELERY_BEAT_SCHEDULE))
def test_every_entry_of_the_schedule_names_a_task(name):
    app.loader.import_default_modules()

    assert settings.CELERY_BEAT_SCHEDULE[name]["task"] in app.tasks
