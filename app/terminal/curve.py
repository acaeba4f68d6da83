"""The anger curve drawn with characters: a pure function from points to lines."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import pairwise
from string import ascii_lowercase, ascii_uppercase

from app.core.events import AngerPoint
from app.core.moods import LEVEL_EDGES
from app.core.state import ShownPrompt
from app.terminal.glyphs import ASCII, UNICODE, Glyphs
from app.terminal.words import clock, level_word

GUTTER = 8
"""Columns left of the plot: the words of the level axis and its line."""

_LETTERS = ascii_uppercase + ascii_lowercase
_MIN_PLOT = 16
_TICK_STEPS_S = (5, 10, 15, 30, 60, 120, 300, 600, 900, 1800)
_TICK_EVERY = 10


def mark(index: int) -> str:
    """The legend letter of the prompt with this index."""
    return _LETTERS[index] if index < len(_LETTERS) else "*"


def draw_curve(
    curve: Sequence[AngerPoint],
    prompts: Sequence[ShownPrompt],
    duration_s: float,
    width: int,
    height: int,
    *,
    plain: bool = False,
) -> list[str]:
    """`height` plot rows between a row of prompt letters and two rows of time axis, at most `width` columns wide.

    Each column shows the highest level of its stretch of time, linear between points, none before the first and
    held after the last. `plain` keeps to ASCII. Without points there are no lines.
    """
    if not curve:
        return []
    glyphs = ASCII if plain else UNICODE
    columns = max(_MIN_PLOT, width - GUTTER)
    points = sorted(curve, key=lambda point: point.at_s)
    end_s = max(duration_s, points[-1].at_s, 1.0)
    marks = _marks([_column(prompt.at_s, end_s, columns) for prompt in prompts], columns)
    return [
        (" " * GUTTER + marks).rstrip(),
        *_plot(_levels(points, end_s, columns), height, glyphs),
        *_axis(end_s, columns, glyphs),
    ]


def _column(at_s: float, end_s: float, columns: int) -> int:
    return min(columns - 1, int(at_s / end_s * columns))


def _marks(wanted: Sequence[int], columns: int) -> str:
    """Letters at their columns; one whose place is taken goes to the next free one, right before left."""
    row: dict[int, str] = {}
    for index, at in enumerate(wanted):
        free = (column for column in (*range(at, columns), *range(at - 1, -1, -1)) if column not in row)
        column = next(free, None)
        if column is not None:
            row[column] = mark(index)
    return "".join(row.get(column, " ") for column in range(columns))


def _levels(curve: Sequence[AngerPoint], end_s: float, columns: int) -> list[float]:
    times = [point.at_s for point in curve]

    def level_at(at_s: float) -> float:
        after = bisect_right(times, at_s)
        if after in {0, len(times)}:
            return curve[-1].level if after else 0.0
        left, right = curve[after - 1], curve[after]
        return left.level + (right.level - left.level) * (at_s - left.at_s) / (right.at_s - left.at_s)

    def highest(start_s: float, stop_s: float) -> float:
        inside = curve[bisect_left(times, start_s) : bisect_right(times, stop_s)]
        return max(level_at(start_s), level_at(stop_s), *(point.level for point in inside))

    edges = [end_s * column / columns for column in range(columns + 1)]
    return [highest(start_s, stop_s) for start_s, stop_s in pairwise(edges)]


def _plot(levels: Sequence[float], height: int, glyphs: Glyphs) -> list[str]:
    """Rows from the top; a word stands where each step begins, and a guide runs where the caller counts as hot."""
    full = len(glyphs.blocks) - 1
    fills = [round(level * height * full) for level in levels]
    names = {int(edge * height): level_word(edge) for edge in (*LEVEL_EDGES, 0.0)}
    hot_row = int(LEVEL_EDGES[-1] * height)
    rows = []
    for row in range(height - 1, -1, -1):
        cells = [glyphs.blocks[min(full, max(0, fill - row * full))] for fill in fills]
        if row == hot_row:
            cells = [glyphs.guide if cell == " " else cell for cell in cells]
        rows.append((names.get(row, "").rjust(GUTTER - 1) + glyphs.side + "".join(cells)).rstrip())
    return rows


def _axis(end_s: float, columns: int, glyphs: Glyphs) -> list[str]:
    """The axis line and the clock below it, which always ends with the length of the call."""
    end = clock(end_s)
    last_start = GUTTER + columns - len(end)
    line = [glyphs.line] * columns
    clocks = [" "] * last_start
    for at_s in _ticks(end_s, columns):
        column = _column(at_s, end_s, columns)
        if column:
            line[column] = glyphs.notch
        text = clock(at_s)
        start = GUTTER + column - len(text) // 2
        if start + len(text) < last_start:
            clocks[start : start + len(text)] = text
    return [" " * (GUTTER - 1) + glyphs.corner + "".join(line), "".join(clocks) + end]


def _ticks(end_s: float, columns: int) -> range:
    """Seconds to mark: round ones, far enough apart for their clocks."""
    step = next((step for step in _TICK_STEPS_S if step / end_s * columns >= _TICK_EVERY), _TICK_STEPS_S[-1])
    return range(0, int(end_s), step)
