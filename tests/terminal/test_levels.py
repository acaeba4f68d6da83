"""The table of devices."""

from io import StringIO

import pytest
from rich.console import Console

from app.core.ports import Device, DeviceKind
from app.terminal.levels import level_table

HEADSET = Device(id="pulse:input:headset", name="Headset", kind=DeviceKind.INPUT, is_default=True, is_muted=True)
SPEAKERS = Device(id="pulse:playback:a_very_long_name_of_some_speakers", name="Speakers", kind=DeviceKind.PLAYBACK)
PHONE = Device(id="pulse:application:phone", name="[b]Phone[/b]", kind=DeviceKind.APPLICATION)


def printed(*rows: tuple[Device, float | None], width: int = 120, chosen: tuple[str, ...] = ()) -> list[str]:
    out = StringIO()
    Console(file=out, width=width).print(level_table(rows, "#", chosen))
    return [line.rstrip() for line in out.getvalue().splitlines()]


def test_a_device_stands_on_a_line_with_its_kind_name_level_and_id() -> None:
    _, line = printed((HEADSET, -30.0), chosen=(HEADSET.id,))
    assert line.split("  ")[0] == "microphone"
    assert "Headset (chosen, default, muted)" in line
    assert "-30 dBFS" in line
    assert line.count("#") == 10
    assert line.endswith(HEADSET.id)


@pytest.mark.parametrize(("level", "cells"), [(0.0, 20), (3.0, 20), (-60.0, 0), (-100.0, 0), (-15.0, 15)])
def test_the_meter_is_full_at_full_scale_and_empty_at_60_db_below(level: float, cells: int) -> None:
    assert printed((SPEAKERS, level))[1].count("#") == cells


def test_a_device_that_does_not_open_says_so() -> None:
    assert "does not open" in printed((PHONE, None))[1]


def test_names_are_printed_as_they_are_and_ids_are_never_broken() -> None:
    lines = printed((PHONE, -20.0), (SPEAKERS, -20.0), width=80)
    assert any(SPEAKERS.id in line for line in lines)
    assert any("[b]Phone" in line for line in lines) or "[b]" in "".join(lines)
