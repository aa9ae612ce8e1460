"""Involvement that stayed open after the melding, signal or home visit it rested on."""

import datetime as dt
from zoneinfo import ZoneInfo

from django.db import migrations
from django.db.models import Exists, OuterRef, Value
from django.db.models.functions import Greatest

LOPEND = ["open", "onderzoek", "onderzocht", "aanvraag"]


def end_without_work(apps, editor):
    today = dt.datetime.now(tz=ZoneInfo("Europe/Amsterdam")).date()
    here, wie = {"huishouden_id": OuterRef("huishouden_id")}, OuterRef("medewerker_id")
    meldingen, zaken, visits = (
        apps.get_model("toegang", name).objects.filter(**here)
        for name in ("Melding", "Signaalzaak", "Huisbezoek")
    )
    work = {
        "melding": meldingen.filter(status__in=LOPEND, consulent_id=wie),
        "signaal": zaken.filter(consulent_id=wie).exclude(status="afgesloten"),
        "huisbezoek": visits.filter(status="gepland", medewerker_id=wie),
    }
    for grond, runs in work.items():
        rows = apps.get_model("medewerkers", "Betrokkenheid").objects.filter(
            ~Exists(runs), grond=grond, tot__isnull=True
        )
        rows.update(tot=Greatest("van", Value(today)))


class Migration(migrations.Migration):
    dependencies = [("toegang", "0027_niet_te_legen"), ("medewerkers", "0003_verlof")]
    operations = [migrations.RunPython(end_without_work, migrations.RunPython.noop)]
