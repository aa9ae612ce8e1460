"""Writing the log, looking into it, and sealing it."""

from hengelo_sociaal.logboek.domain.schrijven import log_access, log_access_to_each, log_change

__all__ = ["log_access", "log_access_to_each", "log_change"]
