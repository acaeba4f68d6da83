"""Lists as other programs read them: figures are figures, and no text becomes a formula."""

import csv
import io
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from openpyxl import load_workbook

from app.adapters.export.csv_list import csv_list
from app.adapters.export.xlsx_list import xlsx_list
from app.core.call_list import COLUMNS, Cell, cells_of
from app.core.call_search import row_of
from app.core.message import Message
from tests.core.calls import document, whole_call

if TYPE_CHECKING:
    from collections.abc import Sequence

FORMULAS = ["=1+1", "+49 30 1234", "-5", "@SUM(A1)", "\t=1+1", "\r=1+1", '=HYPERLINK("http://x","y")', " =1+1", "＝1+1"]
CALL = document(*whole_call())


def rows_of_csv(written: bytes) -> list[list[str]]:
    assert written.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(io.StringIO(written.decode("utf-8-sig"), newline="")))


def cell_of_xlsx(cell: Cell) -> tuple[object, str]:
    """Value and type of the first cell below the columns."""
    sheet = load_workbook(io.BytesIO(xlsx_list(["name"], [[cell]]))).active
    return sheet["A2"].value, sheet["A2"].data_type


@pytest.mark.parametrize("text", FORMULAS)
def test_text_that_looks_like_a_formula_stays_text_in_csv(text: str) -> None:
    [[column], [cell]] = rows_of_csv(csv_list([text], [[text]]))
    assert column == cell
    assert cell[0] == "'"
    assert cell.replace("'", "") == text.replace("'", "")


@pytest.mark.parametrize("text", ["a;=1+1;b", "a\t=1+1\tb", "a\n=1+1\nb", "a; =1+1;b", "a|@SUM(A1)|b", 'a;"=1+1";b'])
@pytest.mark.parametrize("between", [";", "\t", "|"])
def test_no_formula_begins_where_a_program_takes_other_separators(text: str, between: str) -> None:
    written = csv_list(["name", "note"], [["c1", text]]).decode("utf-8-sig")
    for quoting in (csv.QUOTE_MINIMAL, csv.QUOTE_NONE):
        for row in csv.reader(io.StringIO(written, newline=""), delimiter=between, quoting=quoting):
            assert not [cell for cell in row if cell.strip(' "\t').startswith(("=", "@"))]


def test_text_stays_in_its_cell_where_a_program_takes_semicolons_too() -> None:
    written = csv_list(["note"], [["refund; letter"], [None], [3]]).decode("utf-8-sig")
    assert written.splitlines() == ['"note"', '"refund; letter"', '""', "3"]


@pytest.mark.parametrize("text", FORMULAS)
def test_text_that_looks_like_a_formula_stays_text_in_a_workbook(text: str) -> None:
    value, kind = cell_of_xlsx(text)
    assert kind == "s"
    assert str(value).replace("_x000D_", "\r") == text


@pytest.mark.parametrize("number", [-3, -0.25, 0, 0.61, 100.0])
def test_numbers_stay_numbers_below_zero_too(number: float) -> None:
    assert rows_of_csv(csv_list(["n"], [[number]]))[1] == [str(number)]
    assert cell_of_xlsx(number) == (number, "n")


@pytest.mark.parametrize("text", ["0042", "http://x.example", "<b>bold</b>", "{=1}", "TRUE", "a\nb", "“q” → é 日本"])
def test_any_other_text_stays_as_it_is(text: str) -> None:
    assert rows_of_csv(csv_list(["t"], [[text]]))[1] == [text]
    assert cell_of_xlsx(text) == (text, "s")


def test_a_time_is_a_date_on_this_computers_clock() -> None:
    began = datetime(2026, 3, 4, 9, 15, tzinfo=UTC)
    here = began.astimezone().replace(tzinfo=None)
    assert cell_of_xlsx(began) == (here, "d")
    assert rows_of_csv(csv_list(["t"], [[began]]))[1] == [f"{here:%Y-%m-%d %H:%M:%S}"]


def test_what_is_not_known_is_empty() -> None:
    assert rows_of_csv(csv_list(["a", "b"], [[None, ""]]))[1] == ["", ""]
    assert cell_of_xlsx(None)[0] is None


def test_a_text_that_no_cell_can_hold_is_cut_and_shows_it() -> None:
    value, _ = cell_of_xlsx("x" * 40_000)
    assert isinstance(value, str)
    assert len(value) == 32_767
    assert value.endswith(" …")


def test_words_are_in_the_language_that_is_asked_for_and_names_are_not() -> None:
    def say(text: str) -> str:
        return text.upper() if isinstance(text, Message) else text

    cells: Sequence[Cell] = [Message("yes"), "yes"]
    columns = [Message("Call"), "peak_level"]
    assert rows_of_csv(csv_list(columns, [cells], say)) == [["CALL", "peak_level"], ["YES", "yes"]]
    sheet = load_workbook(io.BytesIO(xlsx_list(columns, [cells], say))).active
    assert [[cell.value for cell in row] for row in sheet] == [["CALL", "peak_level"], ["YES", "yes"]]


def test_both_hold_the_same_figures_of_a_call() -> None:
    cells = cells_of(row_of(CALL, has_words=True), CALL)
    names, written = rows_of_csv(csv_list(COLUMNS, [cells]))
    sheet = load_workbook(io.BytesIO(xlsx_list(COLUMNS, [cells]))).active
    in_csv = dict(zip(names, written, strict=True))
    in_book = dict(zip(*([cell.value for cell in row] for row in sheet), strict=True))
    assert (in_csv["Peak"], in_book["Peak"]) == ("Hot, at 0:10", "Hot, at 0:10")
    assert (float(in_csv["peak_level"]), in_book["peak_level"]) == (0.61, 0.61)
    assert in_csv["Caller wants"] == in_book["Caller wants"] == "“I want my money.”"
    assert list(in_book) == names


def test_a_list_of_nothing_has_its_columns() -> None:
    assert rows_of_csv(csv_list(["a"], [])) == [["a"]]
    assert load_workbook(io.BytesIO(xlsx_list(["a"], []))).active["A1"].value == "a"
