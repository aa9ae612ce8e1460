"""Involvement that stayed open after the plan it rested on."""

import datetime as dt
from zoneinfo import ZoneInfo

from django.db import migrations
from django.db.models import Exists, OuterRef, Value
from django.db.models.functions import Greatest


def end_without_plan(apps, editor):
    today = dt.datetime.now(tz=ZoneInfo("Europe/Amsterdam")).date()
    plans = apps.get_model("plannen", "Plan").objects.filter(vindplaats__isnull=True)
    runs = plans.filter(huishouden=OuterRef("huishouden_id")).exclude(status="beeindigd")
    rows = apps.get_model("medewerkers", "Betrokkenheid").objects.filter(
        ~Exists(runs), grond__in=["plan", "regisseur"], tot__isnull=True
    )
    rows.update(tot=Greatest("van", Value(today)))


class Migration(migrations.Migration):
    dependencies = [("plannen", "0019_besluit_overgedragen"), ("medewerkers", "0003_verlof")]
    operations = [migrations.RunPython(end_without_plan, migrations.RunPython.noop)]
