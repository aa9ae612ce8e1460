"""The state of all tables, to compare before and after: `toestand()`.

Left out are the logs, which only grow, counters of changes, which only rise, and cipher
texts, which differ every time: the print beside them says whether the BSN is the same.
"""

from typing import Any

from django.apps import apps
from django.conf import settings

TELLERS = {"revisie", "wijzigingnummer", "bsn_versleuteld"}
ZONDER = {
    "logboek.toegangsregel",
    "logboek.wijzigingsregel",
    "logboek.zegel",
    "toegang.samenvoeging",
    "toegang.huishoudsplitsing",
    "toegang.werkoverdracht",
}


def toestand() -> dict[str, set[Any]]:
    """Every row of our own apps but those of the dashboard, per table."""
    found = {}
    for model in apps.get_models(include_auto_created=True):
        label = model._meta.label_lower
        if model.__module__.split(".")[0] not in _FLOORS or label in ZONDER:
            continue
        names = [f.attname for f in model._meta.concrete_fields if f.name not in TELLERS]
        rows = model._base_manager.values_list(*names)
        found[label] = {tuple(_plain(value) for value in row) for row in rows}
    return found


_FLOORS = {app.split(".")[0] for app in settings.EIGEN_APPS} - {"dashboard"}


def _plain(value: Any) -> str:
    return repr(bytes(value)) if isinstance(value, memoryview) else repr(value)
