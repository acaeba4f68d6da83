"""Which calls a figure is told of, so that what other figures leave of it tells of no single call.

This is what statistics offices call secondary suppression: where a group is too small to have a figure of its own, that
of all together less those of the other groups must not be that figure.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TypeVar

ENOUGH = 5
"""Of fewer calls than this nothing is shown: single calls would show through."""

Group = TypeVar("Group")
Cell = tuple[str, int]
"""The calls of somebody, "" where nobody is named, in a week by its place."""


def telling(groups: Sequence[Group], size: Callable[[Group], int]) -> Sequence[Group]:
    """Those that a figure of all is told of: not the ones that hide it where these are too few together."""
    shown = [group for group in groups if size(group) >= ENOUGH]
    hidden = sum(map(size, groups)) - sum(map(size, shown))
    return shown if shown and hidden < ENOUGH else groups


def too_few(sizes: Mapping[str, int]) -> frozenset[str]:
    """Whose calls a figure of all is not told of."""
    told = telling([*sizes], sizes.__getitem__)
    return frozenset(sizes) - frozenset(told)


def told_of_all(sizes: Mapping[Cell, int]) -> frozenset[Cell]:
    """The cells that a figure of everybody in all weeks is told of; none where any choice would tell too much.

    Shown beside it are the figure of each week, of everybody, and that of each person who is named, in all weeks.
    """
    weeks = _shown_of(sizes, ((week, (who, week)) for who, week in sizes))
    people = _shown_of(sizes, ((who, (who, week)) for who, week in sizes if who))
    for told in (frozenset(sizes), weeks, people):
        if all(_is_safe(sizes, told, other) for other in (weeks, people)):
            return told
    return frozenset()


def _shown_of(sizes: Mapping[Cell, int], of: Iterable[tuple[object, Cell]]) -> frozenset[Cell]:
    """The cells that the figures of groups are told of, as far as they are shown; `of` has the group of each cell."""
    groups = defaultdict[object, list[Cell]](list)
    for group, cell in of:
        groups[group].append(cell)
    told = (telling(cells, sizes.__getitem__) for cells in groups.values())
    return frozenset(cell for cells in told if _size(sizes, cells) >= ENOUGH for cell in cells)


def _is_safe(sizes: Mapping[Cell, int], told: frozenset[Cell], other: frozenset[Cell]) -> bool:
    return not other or _size(sizes, told ^ other) not in range(1, ENOUGH)


def _size(sizes: Mapping[Cell, int], cells: Iterable[Cell]) -> int:
    return sum(sizes[cell] for cell in cells)
