"""Opening an account where nobody can log in yet to do it on the screen."""

import datetime as dt

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError

from hengelo_sociaal.kern.beperkingen import operation
from hengelo_sociaal.kern.fouten import OngeldigeInvoer
from hengelo_sociaal.logboek.domain.schrijven import log_change
from hengelo_sociaal.medewerkers.models import Medewerker


def open_beheerder(
    *, by: Medewerker, gebruikersnaam: str, naam: str, wachtwoord: str, at: dt.datetime
) -> Medewerker:
    """Open an account for a functional administrator, who opens those of the others.

    Refused with OngeldigeInvoer: a user name that exists or is no user name, no name of a
    person, a password that is too short or too common.
    """
    made = Medewerker(gebruikersnaam=gebruikersnaam.strip(), naam=naam.strip(), rollen=["beheer"])
    try:
        made.clean_fields(exclude=["password"])
        made.validate_unique()
        made.validate_constraints()
        validate_password(wachtwoord, user=made)
    except ValidationError as refused:
        raise OngeldigeInvoer(" ".join(refused.messages)) from refused
    made.set_password(wachtwoord)
    with operation():
        made.save(force_insert=True)
        log_change(
            by=by,
            handeling="toegevoegd",
            soort="medewerker",
            object_id=made.pk,
            at=at,
            wijziging={"gebruikersnaam": made.gebruikersnaam, "rollen": made.rollen},
        )
    return made
