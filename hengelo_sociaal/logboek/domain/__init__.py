"""Writing the log, looking into it, and sealing it."""

from hengelo_sociaal.logboek.domain.schrijven import (
    WERKLIJST,
    log_access,
    log_access_to_each,
    log_change,
    log_list,
)

__all__ = ["WERKLIJST", "log_access", "log_access_to_each", "log_change", "log_list"]
