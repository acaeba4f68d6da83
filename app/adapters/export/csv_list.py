"""A list as CSV that a spreadsheet program reads: UTF-8 with a mark of it, commas, decimal points, text in quotes."""

import csv
import io
import re
from collections.abc import Iterable, Sequence
from datetime import datetime

from app.core.call_list import Cell
from app.core.call_sheet import Say

_MARK_OF_UTF_8 = "\ufeff"
_CALCULATED = re.compile(r'^(?=[\t\r\n])|(?:^|(?<=[;|\t\r\n]))(?=[\s"]*[-=+@＝＋－＠])')
"""Where a program would begin to calculate: at the beginning of a text, and where it takes other signs than commas for
the end of a cell. Some take the wide forms for the same."""
_TEXT_FOLLOWS = "'"


def csv_list(columns: Sequence[str], rows: Iterable[Sequence[Cell]], say: Say = str) -> bytes:
    """Columns and rows; text that would pass for a formula stands behind an apostrophe, numbers stay numbers."""
    file = io.StringIO(newline="")
    writer = csv.writer(file, quoting=csv.QUOTE_NONNUMERIC)
    writer.writerow([_text(say(column)) for column in columns])
    writer.writerows([_written(cell, say) for cell in row] for row in rows)
    return (_MARK_OF_UTF_8 + file.getvalue()).encode()


def _written(cell: Cell, say: Say) -> str | int | float | None:
    if isinstance(cell, datetime):
        return f"{cell.astimezone():%Y-%m-%d %H:%M:%S}"
    return _text(say(cell)) if isinstance(cell, str) else cell


def _text(text: str) -> str:
    return _CALCULATED.sub(_TEXT_FOLLOWS, text.replace("\0", ""))
