"""How days, moments and codes are read, in bodies and in queries."""

import datetime as dt

import pytest
from django.http import QueryDict
from rest_framework import serializers
from rest_framework.exceptions import ValidationError

from hengelo_sociaal.api import velden
from hengelo_sociaal.api.serializers import Serializer
from hengelo_sociaal.api.velden import CodeField, DatumField, MomentField
from hengelo_sociaal.api.vragen import Vragen
from tests.api.invoer import fields_within, input_shapes
from toegang.models import Vindplaats


class Dag(Serializer):
    dag = DatumField()


class Moment(Serializer):
    moment = MomentField()


class Plek(Serializer):
    vindplaats = CodeField(Vindplaats)


class PlekVragen(Vragen):
    vindplaats = CodeField(Vindplaats)


@pytest.mark.parametrize(
    "written", ["20260105", "2026-W02-1", "19700101", "2026-1-5", " 2026-01-05", "2026-02-30", 3]
)
def test_a_day_is_written_in_one_way(written):
    assert Dag.read_body({"dag": "2026-01-05"}) == {"dag": dt.date(2026, 1, 5)}
    with pytest.raises(ValidationError) as refused:
        Dag.read_body({"dag": written})
    assert refused.value.detail["dag"][0].startswith("Dit is geen bestaande datum.")


@pytest.mark.parametrize(
    ("written", "says"),
    [
        ("2026-03-29T02:30:00", "Schrijf erbij hoe de tijd verschilt"),
        ("2026-11-22T10:00:00", "Schrijf erbij hoe de tijd verschilt"),
        ("2026-11-22", "Dit is geen bestaand moment."),
        ("20261122T100000Z", "Dit is geen bestaand moment."),
        ("2026-11-22 10:00:00Z", "Dit is geen bestaand moment."),
        ("2026-11-22T10:00Z", "Dit is geen bestaand moment."),
        ("2026-11-22T25:00:00Z", "Dit is geen bestaand moment."),
        ("2026-11-22T10:00:00+2500", "Dit is geen bestaand moment."),
        ("2026-11-22T10:00:00+25:00", "Dit is geen bestaand moment."),
        (1, "Dit is geen bestaand moment."),
    ],
)
def test_a_moment_says_how_it_differs_from_utc(written, says):
    with pytest.raises(ValidationError) as refused:
        Moment.read_body({"moment": written})
    assert refused.value.detail["moment"][0].startswith(says)


@pytest.mark.parametrize(
    "written",
    ["2026-11-22T10:00:00Z", "2026-11-22t10:00:00.000z", "2026-11-22T11:00:00+01:00"],
)
def test_one_moment_can_be_written_in_several_offsets(written):
    assert Moment.read_body({"moment": written})["moment"] == dt.datetime(
        2026, 11, 22, 10, tzinfo=dt.UTC
    )


@pytest.mark.parametrize("shape", input_shapes())
def test_no_shape_reads_days_and_moments_in_the_ways_of_the_framework(shape):
    loose = [
        field.field_name
        for field in fields_within(shape())
        if type(field) in (serializers.DateField, serializers.DateTimeField)
    ]

    assert loose == []


@pytest.mark.django_db
def test_a_code_that_ended_can_be_asked_for_and_not_be_chosen(monkeypatch):
    monkeypatch.setattr(velden, "_known", {})  # what a process remembers for half a minute
    Vindplaats.objects.filter(pk="uwv").update(beeindigd=True)

    assert PlekVragen.read(QueryDict("vindplaats=uwv")) == {"vindplaats": "uwv"}
    with pytest.raises(ValidationError):
        PlekVragen.read(QueryDict("vindplaats=maan"))
    with pytest.raises(ValidationError):
        Plek.read_body({"vindplaats": "uwv"})
