"""The anger curve as characters."""

import pytest

from app.core.events import Phase
from app.core.state import ShownPrompt
from app.terminal.curve import GUTTER, draw_curve, mark
from tests.terminal.calls import angry_call, document, felt, prompted

_HEIGHT = 8


def _shown(at_s: float) -> ShownPrompt:
    card = prompted(at_s)
    return ShownPrompt(
        at_s=card.at_s,
        stage=card.stage,
        rule=card.rule,
        title=card.title,
        say=card.say,
        because=card.because,
        until_s=card.until_s,
    )


def _filled(line: str) -> list[int]:
    """Columns of the plot whose cell is full."""
    return [column for column, cell in enumerate(line[GUTTER:]) if cell == "█"]


def test_no_points_give_no_lines() -> None:
    assert draw_curve((), (), 60.0, 80, _HEIGHT) == []


@pytest.mark.parametrize("width", [60, 80, 120, 237])
def test_every_line_fits_the_width(width: int) -> None:
    ended = document(angry_call())
    lines = draw_curve(ended.curve, ended.prompts, ended.call.duration_s, width, _HEIGHT)
    assert len(lines) == _HEIGHT + 3
    assert max(len(line) for line in lines) == width


def test_a_rise_then_a_fall_is_highest_in_the_middle() -> None:
    lines = draw_curve([felt(0.0, 0.0), felt(50.0, 1.0, Phase.HOT), felt(100.0, 0.0)], (), 100.0, 108, _HEIGHT)
    top, bottom = _filled(lines[1]), _filled(lines[_HEIGHT])
    assert 44 <= top[0] <= top[-1] <= 55
    assert bottom[0] < 15
    assert bottom[-1] > 85


def test_a_peak_shorter_than_a_column_is_still_drawn() -> None:
    points = [felt(1000.0, 0.1), felt(1000.5, 1.0, Phase.HOT), felt(1001.0, 0.1)]
    assert _filled(draw_curve(points, (), 3600.0, 60, _HEIGHT)[1])


def test_nothing_is_drawn_before_the_first_point_and_the_last_level_is_held() -> None:
    bottom = draw_curve([felt(50.0, 0.5, Phase.HOT)], (), 100.0, 108, _HEIGHT)[_HEIGHT]
    assert _filled(bottom) == list(range(49, 100))


def test_the_level_axis_is_words() -> None:
    lines = draw_curve([felt(1.0, 0.3)], (), 10.0, 60, _HEIGHT)
    assert [line[: GUTTER - 1].strip() for line in lines[1 : _HEIGHT + 1]] == [
        "",
        "",
        "",
        "",
        "hot",
        "tense",
        "",
        "calm",
    ]


@pytest.mark.parametrize(
    ("duration_s", "clocks"),
    [
        (8.0, ["0:00", "0:05", "0:08"]),
        (95.0, ["0:00", "0:15", "0:30", "0:45", "1:00", "1:15", "1:35"]),
        (600.0, ["0:00", "2:00", "4:00", "6:00", "8:00", "10:00"]),
        (4000.0, ["0:00", "10:00", "20:00", "30:00", "40:00", "50:00", "66:40"]),
    ],
)
def test_the_time_axis_has_round_clocks_and_ends_with_the_length(duration_s: float, clocks: list[str]) -> None:
    assert draw_curve([felt(1.0, 0.3)], (), duration_s, 80, _HEIGHT)[-1].split() == clocks


def test_prompts_are_lettered_above_their_seconds() -> None:
    lines = draw_curve([felt(1.0, 0.3)], [_shown(0.0), _shown(50.0), _shown(99.9)], 100.0, 108, _HEIGHT)
    assert [lines[0].index(letter) - GUTTER for letter in "ABC"] == [0, 50, 99]


def test_prompts_at_the_same_place_stand_side_by_side() -> None:
    lines = draw_curve(
        [felt(1.0, 0.3)], [_shown(50.0), _shown(50.1), _shown(100.0), _shown(100.0)], 100.0, 108, _HEIGHT
    )
    assert lines[0][GUTTER + 50 : GUTTER + 52] == "AB"
    assert lines[0].endswith("DC")


def test_more_prompts_than_letters_and_columns_still_draw() -> None:
    lines = draw_curve([felt(1.0, 0.3)], [_shown(float(second)) for second in range(90)], 90.0, 60, _HEIGHT)
    assert len(lines[0]) == 60
    assert mark(0) + mark(26) + mark(52) == "Aa*"


def test_plain_drawing_is_ascii() -> None:
    ended = document(angry_call())
    lines = draw_curve(ended.curve, ended.prompts, ended.call.duration_s, 80, _HEIGHT, plain=True)
    assert all(line.isascii() for line in lines)
    assert "#" in lines[_HEIGHT]


def test_a_curve_longer_than_the_call_and_a_call_without_length_are_drawn_whole() -> None:
    assert draw_curve([felt(20.0, 0.5)], (), 0.0, 60, _HEIGHT)[-1].endswith("0:20")
    assert draw_curve([felt(0.0, 0.5)], (), 0.0, 60, _HEIGHT)
