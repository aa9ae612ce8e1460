import datetime as dt

import pytest

from hengelo_sociaal.kern.fouten import GeenRecht
from tests.factories.toegang import NU
from toegang.domain.concept import (
    BEWAARD,
    drop_concept,
    find_concept,
    forget_old_concepts,
    save_concept,
)

pytestmark = pytest.mark.django_db


def test_a_draft_is_kept_per_person_and_screen(loket, consulent):
    save_concept(by=loket, scherm="contact", inhoud={"kanaal": "balie"}, at=NU)
    later = NU + dt.timedelta(minutes=1)
    save_concept(by=loket, scherm="contact", inhoud={"kanaal": "telefoon"}, at=later)

    kept = find_concept(by=loket, scherm="contact")

    assert (kept.inhoud, kept.bewaard_op) == ({"kanaal": "telefoon"}, later)
    assert find_concept(by=consulent, scherm="contact") is None
    drop_concept(by=loket, scherm="contact")
    assert find_concept(by=loket, scherm="contact") is None


def test_who_registers_nothing_keeps_no_draft(beleid):
    with pytest.raises(GeenRecht):
        save_concept(by=beleid, scherm="contact", inhoud={}, at=NU)


def test_a_draft_that_nobody_touched_for_fourteen_days_goes(loket, consulent):
    save_concept(by=loket, scherm="contact", inhoud={"velden": "a=1"}, at=NU)
    save_concept(by=consulent, scherm="contact", inhoud={}, at=NU + dt.timedelta(seconds=1))

    gone = forget_old_concepts(at=NU + BEWAARD + dt.timedelta(seconds=1))

    assert gone == 1
    assert find_concept(by=loket, scherm="contact") is None
    assert find_concept(by=consulent, scherm="contact") is not None
