"""Taking ended calls out of the store into files: what may be asked for, and what it needs of the outside."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256
from typing import Protocol
from unicodedata import normalize

from app.core.call_list import Cell
from app.core.call_search import Listed
from app.core.document import CallDocument
from app.core.message import Message

_UNSAFE = re.compile(r"[^\w.-]+")
_LONGEST_BYTES = 120
"""Of an id in a name: file systems hold 255 bytes."""
_MARK_LETTERS = 8


class Format(StrEnum):
    """What a file holds, and the ending of its name."""

    PDF = "pdf"
    CSV = "csv"
    XLSX = "xlsx"
    JSON = "json"
    TXT = "txt"
    SRT = "srt"

    @property
    def is_list(self) -> bool:
        """Whether one file holds all calls; of the others each call has its own."""
        return self in {Format.CSV, Format.XLSX}


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportWish:
    """Which calls are to be written, how and where: those of some ids, or of a list; `to` is a file, or a folder.

    Files that are there are left, and nothing is written, unless they `may_replace` them.
    """

    calls: tuple[str, ...] | Listed
    format: Format
    to: str
    may_replace: bool = False

    @property
    def is_for_folder(self) -> bool:
        """Whether each call has a file of its own in a folder; for all of a list it is one, however few they are."""
        return not self.format.is_list and (isinstance(self.calls, Listed) or len(set(self.calls)) > 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Exported:
    """What came of it: how many calls are where; `damaged` are ids of those that nobody can read any more."""

    calls: int
    where: str
    damaged: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportState:
    """An export as a window shows it: `done` of `total` calls while it `is_busy`, then what was `said` of it.

    `total` is 0 while it is not known. Where files are there already, so many are `taken` and nothing was written.
    """

    is_busy: bool = False
    done: int = 0
    total: int = 0
    said: str = ""
    is_wrong: bool = False
    taken: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Rows below the names of their columns; title, names and texts may be Messages. `name` is for files."""

    name: str
    title: str
    columns: Sequence[str]
    rows: Sequence[Sequence[Cell]]


@dataclass(frozen=True, slots=True, kw_only=True)
class TableWish:
    """A table that is there already, and where it is to be written as CSV or XLSX."""

    table: Table
    format: Format
    to: str
    may_replace: bool = False


class Writer(Protocol):
    """Makes the contents of files."""

    def of_call(self, document: CallDocument, format_: Format) -> bytes:
        """One call."""
        ...

    def of_table(self, table: Table, format_: Format) -> bytes:
        """A table as CSV or as a workbook."""
        ...


class Place(Protocol):
    """Where files are put, readable by their owner alone."""

    @property
    def where(self) -> str:
        """The file or the folder, as a person knows it."""
        ...

    def check(self, names: Sequence[str]) -> None:
        """Raises TakenError where files are not to be replaced, InputError where the place cannot be written."""
        ...

    def write(self, name: str, contents: bytes) -> None:
        """Put a file there, whole or not at all. Raises InputError."""
        ...


class ExportBench(Protocol):
    """Exports beside the window; every method returns at once, and what comes of it is in `state`."""

    @property
    def state(self) -> ExportState:
        """How far it is."""
        ...

    def export(self, wish: ExportWish) -> None:
        """Begin; where one is still busy nothing else is begun."""
        ...

    def export_table(self, wish: TableWish) -> None:
        """The same with a table."""
        ...

    def close(self) -> None:
        """Leave what is not written yet."""
        ...


Told = Callable[[int, int], object]
"""Told how many calls are done, of how many."""


def file_names(calls: Sequence[tuple[str, str]], format_: Format) -> list[str]:
    """A name for each call, given its id and when it began in ISO 8601; a list is one file.

    Names hold the day, the time in UTC and the id, nobody's name; no two are the same, in whatever case. The name of a
    call hangs on no other call, unless nothing but case tells their ids apart.
    """
    if format_.is_list:
        return [list_name(format_)]
    taken, names = set[str](), list[str]()
    for call_id, started_at in calls:
        stem = f"{_day(started_at)}{_in_a_name(call_id)}"
        name, number = f"{stem}.{format_}", 2
        while name.casefold() in taken:
            name, number = f"{stem}-{number}.{format_}", number + 1
        taken.add(name.casefold())
        names.append(name)
    return names


def list_name(format_: Format, what: str = "calls") -> str:
    """A name for a list of calls, or of something else."""
    return f"{what}.{format_}"


def _in_a_name(call_id: str) -> str:
    """An id as files can be called; one that cannot stand there as it is has a mark, so that it stays its own."""
    plain = _UNSAFE.sub("_", normalize("NFC", call_id)).encode()[:_LONGEST_BYTES].decode(errors="ignore")
    return plain if plain == call_id else f"{plain}-{sha256(call_id.encode()).hexdigest()[:_MARK_LETTERS]}"


def _day(started_at: str) -> str:
    found = re.match(r"(\d{4}-\d\d-\d\d)T(\d\d):(\d\d)", started_at)
    return "call_{}_{}{}_".format(*found.groups()) if found else "call_"


def line_of(exported: Exported) -> Message:
    """What a person is told of it."""
    if exported.calls == 1:
        return Message("The call is in {where}", where=exported.where)
    return Message("{number} calls are in {where}", number=exported.calls, where=exported.where)


def table_line(where: str) -> Message:
    """What a person is told of a table."""
    return Message("The table is in {where}", where=where)
