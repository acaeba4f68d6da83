"""Devices and how loud they are, as a table."""

from collections.abc import Container, Iterable

from rich.table import Table
from rich.text import Text

from app.core.ports import Device, DeviceKind

_KINDS = {
    DeviceKind.INPUT: "microphone",
    DeviceKind.PLAYBACK: "playback",
    DeviceKind.APPLICATION: "application",
}
_LOWEST_DBFS = -60.0
_CELLS = 20


def level_table(levels: Iterable[tuple[Device, float | None]], glyph: str, chosen: Container[str | None] = ()) -> Table:
    """One row a device; `glyph` fills the meter. An id is never broken, since it is there to be copied."""
    rows = list(levels)
    table = Table(box=None, pad_edge=False, header_style="dim")
    for heading in ("kind", "name", "level", ""):
        table.add_column(heading, overflow="fold")
    table.add_column("id", no_wrap=True, overflow="fold", min_width=max((len(it.id) for it, _ in rows), default=0))
    for device, level in rows:
        marks = {"chosen": device.id in chosen, "default": device.is_default, "muted": device.is_muted}
        notes = ", ".join(mark for mark, holds in marks.items() if holds)
        name = f"{device.name} ({notes})" if notes else device.name
        figure = "does not open" if level is None else f"{level:.0f} dBFS"
        table.add_row(_KINDS[device.kind], Text(name), figure, Text(level_bar(level, glyph), "green"), Text(device.id))
    return table


def level_bar(level: float | None, glyph: str) -> str:
    """A meter of fixed width, full at 0 dBFS."""
    share = 0.0 if level is None else 1 - level / _LOWEST_DBFS
    return (glyph * round(_CELLS * max(0.0, min(1.0, share)))).ljust(_CELLS)
