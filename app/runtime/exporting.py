"""Writes ended calls to files, one after the other."""

from collections.abc import Callable, Iterator, Sequence

from app.core.beside import ScoresOf
from app.core.call_list import CALLS, COLUMNS, Cell, cells_of
from app.core.call_search import CallRow, Listed
from app.core.document import CallDocument
from app.core.errors import GoneError, InputError, StoreDamagedError
from app.core.export import (
    Exported,
    ExportWish,
    Place,
    Table,
    TableWish,
    Told,
    Writer,
    file_names,
    list_name,
    table_line,
)
from app.core.message import Message
from app.core.ports import CallStore
from app.core.standing import standing_of


def write_table(wish: TableWish, writer: Writer, place: Place) -> Message:
    """Write a table, under its own name where the place is a folder, and say where. Raises InputError, TakenError."""
    name = list_name(wish.format, wish.table.name)
    place.check([name])
    place.write(name, writer.of_table(wish.table, wish.format))
    return table_line(place.where)


class Exporting:
    """One export from a store to a place; it leaves what is not written yet where it may not go on.

    A call that is damaged or has gone meanwhile is left out, unless nothing else is asked for.
    """

    def __init__(
        self,
        store: CallStore,
        writer: Writer,
        told: Told,
        scores: ScoresOf = lambda _: (),
        *,
        may_go_on: Callable[[], bool] = lambda: True,
    ) -> None:
        self._store = store
        self._writer = writer
        self._told = told
        self._scores = scores
        self._may_go_on = may_go_on
        self._damaged = list[str]()

    def run(self, wish: ExportWish, place: Place) -> Exported:
        """Write what is wished for. Raises InputError, StoreError."""
        rows = self._rows(wish.calls)
        if not rows:
            raise InputError("There is no call to export.", "Refresh the list of calls.")
        names = file_names([(row.call_id, row.started_at) for row in rows], wish.format)
        place.check(names)
        done = self._list(wish, rows, names[0], place) if wish.format.is_list else self._each(wish, rows, names, place)
        return Exported(calls=done, where=place.where, damaged=tuple(self._damaged))

    def _rows(self, calls: tuple[str, ...] | Listed) -> Sequence[CallRow]:
        if isinstance(calls, Listed):
            return self._store.find(calls.wanted, calls.order, limit=None).rows
        known = {row.call_id: row for row in self._store.rows()}
        return [known[call_id] for call_id in dict.fromkeys(calls) if call_id in known]

    def _each(self, wish: ExportWish, rows: Sequence[CallRow], names: Sequence[str], place: Place) -> int:
        done = 0
        of_row = dict(zip((row.call_id for row in rows), names, strict=True))
        for row, document in self._documents(rows):
            place.write(of_row[row.call_id], self._writer.of_call(document, wish.format))
            done += 1
        return done

    def _list(self, wish: ExportWish, rows: Sequence[CallRow], name: str, place: Place) -> int:
        """Nothing is written of a list that was left off."""
        cells = list[Sequence[Cell]]()
        for row, document in self._documents(rows):
            cells.append(cells_of(row, document, standing_of(self._scores(row.call_id))))
        if self._may_go_on():
            place.write(name, self._writer.of_table(_calls(cells), wish.format))
        return len(cells)

    def _documents(self, rows: Sequence[CallRow]) -> Iterator[tuple[CallRow, CallDocument]]:
        for number, row in enumerate(rows, start=1):
            if not self._may_go_on():
                return
            document = self._load(row.call_id, is_only=len(rows) == 1)
            if document is not None:
                yield row, document
            self._told(number, len(rows))

    def _load(self, call_id: str, *, is_only: bool) -> CallDocument | None:
        try:
            return self._store.load(call_id)
        except (StoreDamagedError, GoneError) as error:
            if is_only:
                raise
            if isinstance(error, StoreDamagedError):
                self._damaged.append(call_id)
            return None


def _calls(rows: Sequence[Sequence[Cell]]) -> Table:
    return Table(name="calls", title=CALLS, columns=COLUMNS, rows=rows)
