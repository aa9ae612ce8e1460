import datetime as dt
import uuid

import pytest
from django.db import ProgrammingError, transaction

from hengelo_sociaal.logboek.domain import log_access, log_change
from hengelo_sociaal.logboek.models import Handeling, Toegangsregel, Wijzigingsregel
from hengelo_sociaal.medewerkers.models import Medewerker

NU = dt.datetime(2026, 11, 2, 10, tzinfo=dt.UTC)


@pytest.fixture
def regels(db):
    by = Medewerker.objects.create_user("anouk", naam="Anouk")
    log_access(
        by=by,
        handeling=Handeling.INGEZIEN,
        soort="huishouden",
        doel="open contact",
        at=NU,
        inwoners=[uuid.uuid4()],
    )
    log_change(by=by, handeling="gewijzigd", soort="plan", object_id=uuid.uuid4(), at=NU)


@pytest.mark.parametrize("model", [Toegangsregel, Wijzigingsregel])
def test_a_line_can_not_be_changed(regels, model):
    with pytest.raises(ProgrammingError, match="kan niet worden gewijzigd"), transaction.atomic():
        model.objects.update(soort="iets anders")

    assert not model.objects.filter(soort="iets anders").exists()


@pytest.mark.parametrize("model", [Toegangsregel, Wijzigingsregel])
def test_a_line_can_not_be_removed(regels, model):
    with pytest.raises(ProgrammingError, match="kan niet worden gewijzigd"), transaction.atomic():
        model.objects.all().delete()

    assert model.objects.count() == 1


def test_removing_a_person_leaves_the_lines(regels):
    Medewerker.objects.get(gebruikersnaam="anouk").delete()

    assert Toegangsregel.objects.count() == 1
