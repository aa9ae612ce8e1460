"""Involvement that stayed open after the melding or signal it rested on."""

import datetime as dt
from zoneinfo import ZoneInfo

from django.db import migrations
from django.db.models import Exists, OuterRef, Value
from django.db.models.functions import Greatest

LOPEND = ["open", "onderzoek", "onderzocht", "aanvraag"]


def end_without_work(apps, editor):
    today = dt.datetime.now(tz=ZoneInfo("Europe/Amsterdam")).date()
    mine = {"huishouden_id": OuterRef("huishouden_id"), "consulent_id": OuterRef("medewerker_id")}
    work = {
        "melding": apps.get_model("toegang", "Melding").objects.filter(status__in=LOPEND, **mine),
        "signaal": apps.get_model("toegang", "Signaalzaak")
        .objects.filter(**mine)
        .exclude(status="afgesloten"),
    }
    for grond, runs in work.items():
        rows = apps.get_model("medewerkers", "Betrokkenheid").objects.filter(
            ~Exists(runs), grond=grond, tot__isnull=True
        )
        rows.update(tot=Greatest("van", Value(today)))


class Migration(migrations.Migration):
    dependencies = [("toegang", "0027_niet_te_legen"), ("medewerkers", "0003_verlof")]
    operations = [migrations.RunPython(end_without_work, migrations.RunPython.noop)]
