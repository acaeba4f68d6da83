"""Exported files as LibreOffice opens them."""

import shutil
import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from app.compose.exports import file_writer
from app.core.call_list import COLUMNS, cells_of
from app.core.call_search import row_of
from app.core.document import After, CallDocument
from app.core.export import Format, Table
from tests.core.calls import document, whole_call

OFFICE = shutil.which("soffice") or shutil.which("libreoffice")
LONGEST_S = 300.0
CALL = document(*whole_call())
FORMULAS = ("=1+1", "+49 30 1234", "-5", "@SUM(A1)", '=HYPERLINK("http://x","y")', "<b>bold</b>")
WRITER = file_writer(str, str)
UTF_8_WITH_COMMAS = "--infilter=CSV:44,34,76,1"
VALUE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}value"
KIND = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}value-type"
FORMULA = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}formula"
REPEATED = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}number-columns-repeated"
ROW = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}table-row"
CELL = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}table-cell"

pytestmark = [pytest.mark.long, pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not here")]

Convert = Callable[..., Path]


@pytest.fixture
def convert(tmp_path: Path) -> Convert:
    """Has LibreOffice open a file and write it in another format, with a profile of its own."""

    def run(name: str, contents: bytes, to: str, *options: str) -> Path:
        source = tmp_path / name
        source.write_bytes(contents)
        profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
        command = [str(OFFICE), profile, "--headless", *options, "--convert-to", to, "--outdir", str(tmp_path / "out")]
        subprocess.run([*command, str(source)], check=True, capture_output=True, timeout=LONGEST_S)
        return tmp_path / "out" / f"{source.stem}.{to.partition(':')[0]}"

    return run


def noted(text: str) -> CallDocument:
    return replace(CALL, after=After(note=text))


def listed(format_: Format) -> bytes:
    rows = [cells_of(row_of(call, has_words=True), call) for call in map(noted, FORMULAS)]
    return WRITER.of_table(Table(name="calls", title="Calls", columns=COLUMNS, rows=rows), format_)


def repeated(cell: ET.Element) -> int:
    """How many like it stand beside each other, as far as there are columns."""
    return min(len(COLUMNS), int(cell.get(REPEATED, "1")))


def rows_of(sheet: Path) -> list[dict[str, ET.Element]]:
    """The cells of each call under the names of their columns."""
    rows = [[cell for cell in row.iter(CELL) for _ in range(repeated(cell))] for row in ET.parse(sheet).iter(ROW)]  # noqa: S314 - a file of our own
    names = ["".join(cell.itertext()).strip() for cell in rows[0][: len(COLUMNS)]]
    assert names == list(COLUMNS)
    return [dict(zip(names, row, strict=False)) for row in rows[1 : len(FORMULAS) + 1]]


def text_of(cell: ET.Element) -> str:
    return "".join(cell.itertext()).strip()


@pytest.mark.parametrize(
    ("format_", "options", "before"), [(Format.CSV, (UTF_8_WITH_COMMAS,), "'"), (Format.XLSX, (), "")]
)
def test_a_list_opens_with_its_figures_and_text_stays_text(
    convert: Convert, format_: Format, options: tuple[str, ...], before: str
) -> None:
    rows = rows_of(convert(f"calls.{format_}", listed(format_), "fods", *options))
    assert len(rows) == len(FORMULAS)
    for row, note in zip(rows, FORMULAS, strict=True):
        assert not [cell for cell in row.values() if cell.get(FORMULA)]
        assert row["Note"].get(KIND) == "string"
        assert text_of(row["Note"]) == (note if note.startswith("<") else f"{before}{note}")
        assert text_of(row["Peak"]) == "Hot, at 0:10"
        assert text_of(row["Caller wants"]) == "“I want my money.”"
        assert float(row["peak_level"].get(VALUE, "")) == 0.61
        assert float(row["duration_s"].get(VALUE, "")) == 100.0


@pytest.mark.usefixtures("qapp")
def test_a_paper_opens_with_its_curve(convert: Convert) -> None:
    svg = convert("call.pdf", WRITER.of_call(CALL, Format.PDF), "svg:draw_svg_Export").read_text("utf-8")
    words = "".join("".join(ET.fromstring(svg).itertext()).split())  # noqa: S314 - the same
    for part in ("Hot, at 0:10", "Ask", "[card]", "1:00"):
        assert part.replace(" ", "") in words
    assert svg.count("<path") > 5
