"""Devices and how loud they are, as a table."""

from collections.abc import Iterable

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


def level_table(levels: Iterable[tuple[Device, float | None]], glyph: str) -> Table:
    """One row a device; `glyph` fills the meter. An id is never broken, since it is there to be copied."""
    rows = list(levels)
    table = Table(box=None, pad_edge=False, header_style="dim")
    for heading in ("kind", "name", "level", ""):
        table.add_column(heading, overflow="fold")
    table.add_column("id", no_wrap=True, overflow="fold", min_width=max((len(it.id) for it, _ in rows), default=0))
    for device, level in rows:
        notes = [note for note, holds in (("default", device.is_default), ("muted", device.is_muted)) if holds]
        name = f"{device.name} ({', '.join(notes)})" if notes else device.name
        figure = "does not open" if level is None else f"{level:.0f} dBFS"
        table.add_row(_KINDS[device.kind], Text(name), figure, Text(_bar(level, glyph), "green"), Text(device.id))
    return table


def _bar(level: float | None, glyph: str) -> str:
    share = 0.0 if level is None else 1 - level / _LOWEST_DBFS
    return (glyph * round(_CELLS * max(0.0, min(1.0, share)))).ljust(_CELLS)
