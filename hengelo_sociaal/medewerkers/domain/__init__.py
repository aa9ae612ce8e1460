from hengelo_sociaal.medewerkers.domain.betrokkenheid import (
    change_password,
    end_involvement,
    involve,
    is_involved,
)

__all__ = ["change_password", "end_involvement", "involve", "is_involved"]
