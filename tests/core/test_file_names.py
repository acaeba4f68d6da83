"""What the name of a recording tells of its call."""

from datetime import datetime

import pytest

from app.core.errors import InputError
from app.core.file_names import FileNames, NamedCall


def test_without_a_template_the_name_is_the_id() -> None:
    assert FileNames().read("call_0815 (2)") == NamedCall(call_id="call_0815 (2)")


@pytest.mark.parametrize(
    ("template", "stem", "told"),
    [
        (
            "{agent}_{date}_{id}.wav",
            "maria_2025-11-03_8812",
            NamedCall(call_id="8812", agent="maria", began=datetime(2025, 11, 3)),  # noqa: DTZ001 - local
        ),
        (
            "{date}-{time}_{agent}_{reference}",
            "20251103-141502_Zoë Lind_C-77",
            NamedCall(
                call_id="20251103-141502_Zoë Lind_C-77",
                agent="Zoë Lind",
                reference="C-77",
                began=datetime(2025, 11, 3, 14, 15, 2),  # noqa: DTZ001 - local
            ),
        ),
        ("{any}-{id}-{any}.flac", "q1-77-in-out", NamedCall(call_id="77")),
        ("{id}__{agent}", "a_b__c_d", NamedCall(call_id="a_b", agent="c_d")),
        ("rec.{id}", "rec.5", NamedCall(call_id="5")),
    ],
)
def test_fields_are_read(template: str, stem: str, told: NamedCall) -> None:
    assert FileNames(template).read(stem) == told


@pytest.mark.parametrize(
    "stem", ["maria_8812", "maria_2025-13-03_8812", "maria_2025-02-30_1", "_2025-11-03_", "", "rec"]
)
def test_a_name_that_does_not_fit_tells_nothing(stem: str) -> None:
    assert FileNames("{agent}_{date}_{id}.wav").read(stem) is None


@pytest.mark.parametrize("template", ["{who}_{id}", "{id}_{id}", "{agent}{id}", "calls.wav", "{time}_{id}", "", "{}"])
def test_a_template_that_cannot_be_followed_is_refused(template: str) -> None:
    with pytest.raises(InputError) as refused:
        FileNames(template)
    assert "--names" in refused.value.line()
    assert "{agent}, {date}" in refused.value.line()


def test_letters_are_as_they_are_typed_whatever_the_file_system_makes_of_them() -> None:
    told = FileNames("{agent}_{id}").read("Zoe\u0308_n\u0303-1")
    assert told == NamedCall(call_id="\u00f1-1", agent="Zo\u00eb")


@pytest.mark.parametrize("stem", ["ann_0001-01-01_1", "ann_1899-12-31_1", "ann_0000-01-01_1"])
def test_a_day_before_there_were_such_calls_does_not_fit(stem: str) -> None:
    assert FileNames("{agent}_{date}_{id}.wav").read(stem) is None


def test_a_name_that_is_no_text_does_not_fit() -> None:
    assert FileNames().read("call \udcff") is None
