import json
from pathlib import Path

from django.db import migrations

BESTANDEN = Path(__file__).parent.parent / "bestanden"


def read(naam):
    return json.loads((BESTANDEN / naam).read_text(encoding="utf-8"))


def duur(tekst):
    """The number and the unit of `6 weken`; no number for `onverwijld`."""
    if tekst is None:
        return None, ""
    aantal, _, eenheid = tekst.rpartition(" ")
    enkelvoud = {"maand": "maanden", "week": "weken", "dag": "dagen"}
    return (int(aantal) if aantal else None), enkelvoud.get(eenheid, eenheid)


def velden(rij):
    opschorting, verlenging = rij.pop("opschorting"), rij.pop("verlenging")
    rij["aantal"], rij["eenheid"] = duur(rij.pop("duur"))
    rij["maximum"], _ = duur(rij["maximum"])
    if opschorting:
        rij["opschorten_artikel"] = opschorting["artikel"]
        rij["opschort_gronden"] = opschorting["gronden"]
    if verlenging:
        rij["verlengen_artikel"] = verlenging["artikel"]
        rij["verlengen_wijze"] = verlenging["wijze"]
        rij["verlengen_keren"] = verlenging["keren"]
        rij["verlengen_aantal"], rij["verlengen_eenheid"] = duur(verlenging["maximum"])
    return rij


def load(apps, editor):
    """The rules and decree days that we deliver; from here on `beheer` keeps them."""
    regel, jaar, dag = (
        apps.get_model("termijnen", naam)
        for naam in ("Termijnregel", "GedektJaar", "GelijkgesteldeDag")
    )
    regel.objects.bulk_create(regel(**velden(rij)) for rij in read("regels.json")["regels"])
    jaren = read("gelijkgestelde_dagen.json")["jaren"]
    jaar.objects.bulk_create(jaar(jaar=rij["jaar"], besluit=rij["besluit"]) for rij in jaren)
    dag.objects.bulk_create(
        dag(jaar_id=rij["jaar"], datum=datum) for rij in jaren for datum in rij["dagen"]
    )


class Migration(migrations.Migration):
    dependencies = [("termijnen", "0001_initial")]
    operations = [migrations.RunPython(load, migrations.RunPython.noop)]
