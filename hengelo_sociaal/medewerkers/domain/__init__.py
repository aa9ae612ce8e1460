from hengelo_sociaal.medewerkers.domain.betrokkenheid import (
    change_password,
    end_involvement,
    end_involvement_of_all,
    involve,
    is_involved,
)

__all__ = [
    "change_password",
    "end_involvement",
    "end_involvement_of_all",
    "involve",
    "is_involved",
]
