"""A list as a workbook of one sheet: dates are dates, numbers numbers, and all text is text."""

import io
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from app.core.call_list import CALLS, Cell
from app.core.call_sheet import Say

_MOST_LETTERS = 32_767
"""More of them no cell can hold."""
_CUT = " …"
_WIDEST, _NARROWEST, _AIR = 48, 8, 2
_NOT_READ = {"strings_to_numbers": False, "strings_to_formulas": False, "strings_to_urls": False, "in_memory": True}
_LOOK = {"valign": "top", "text_wrap": True}


def xlsx_list(columns: Sequence[str], rows: Iterable[Sequence[Cell]], say: Say = str, title: str = CALLS) -> bytes:
    """Columns, which stay in sight and filter, and rows below them, on a sheet with a title."""
    from xlsxwriter import Workbook

    file = io.BytesIO()
    with Workbook(file, _NOT_READ) as book:
        sheet = book.add_worksheet(say(title)[:31])
        head = book.add_format({"bold": True, "bottom": 1, "valign": "top"})
        looks = {str: book.add_format(_LOOK), datetime: book.add_format(_LOOK | {"num_format": "yyyy-mm-dd hh:mm"})}
        widths = [_put(sheet, 0, column, say(name), head) for column, name in enumerate(columns)]
        last = 0
        for last, cells in enumerate(rows, start=1):
            for column, cell in enumerate(cells):
                look = looks.get(type(cell), looks[str]) if not isinstance(cell, str) else looks[str]
                said = say(cell) if isinstance(cell, str) else cell
                widths[column] = max(widths[column], _put(sheet, last, column, said, look))
        for column, width in enumerate(widths):
            sheet.set_column(column, column, min(_WIDEST, max(_NARROWEST, width + _AIR)))
        sheet.freeze_panes(1, 1)
        sheet.autofilter(0, 0, last, len(columns) - 1)
    return file.getvalue()


def _put(sheet: Any, row: int, column: int, cell: Cell, look: Any) -> int:
    """How many letters wide it is."""
    match cell:
        case None | "":
            return 0
        case str():
            sheet.write_string(row, column, _fitting(cell), look)
            return max(map(len, cell.splitlines()), default=0)
        case datetime():
            sheet.write_datetime(row, column, cell.astimezone().replace(tzinfo=None), look)
            return len("2026-03-04 09:15")
        case _:
            sheet.write_number(row, column, cell, look)
            return len(str(cell))


def _fitting(text: str) -> str:
    return text if len(text) <= _MOST_LETTERS else text[: _MOST_LETTERS - len(_CUT)] + _CUT
