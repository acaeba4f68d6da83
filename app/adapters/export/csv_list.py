"""A list as CSV that a spreadsheet program reads: UTF-8 with a mark of it, commas, decimal points."""

import csv
import io
from collections.abc import Iterable, Sequence
from datetime import datetime

from app.core.call_list import Cell
from app.core.call_sheet import Say

_MARK_OF_UTF_8 = "\ufeff"
_BEGINS_FORMULA = tuple("=+-@\t\r\n＝＋－＠")
"""A program that opens the file would calculate what begins with these; some take the wide forms for the same."""
_TEXT_FOLLOWS = "'"


def csv_list(columns: Sequence[str], rows: Iterable[Sequence[Cell]], say: Say = str) -> bytes:
    """Columns and rows; text that would pass for a formula stands behind an apostrophe, numbers stay numbers."""
    file = io.StringIO(newline="")
    writer = csv.writer(file)
    writer.writerow([_text(say(column)) for column in columns])
    writer.writerows([_written(cell, say) for cell in row] for row in rows)
    return (_MARK_OF_UTF_8 + file.getvalue()).encode()


def _written(cell: Cell, say: Say) -> str | int | float | None:
    if isinstance(cell, datetime):
        return f"{cell.astimezone():%Y-%m-%d %H:%M:%S}"
    return _text(say(cell)) if isinstance(cell, str) else cell


def _text(text: str) -> str:
    kept = text.replace("\0", "")
    return (
        _TEXT_FOLLOWS + kept if kept.startswith(_BEGINS_FORMULA) or kept.lstrip().startswith(_BEGINS_FORMULA) else kept
    )
