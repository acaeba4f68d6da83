"""How ended calls become files: which adapter makes which format."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress

from app.adapters.export.place import ExportPlace
from app.compose.stores import open_kept_scores
from app.core.call_sheet import Say, call_sheet
from app.core.call_texts import subtitles, transcript
from app.core.document import CallDocument
from app.core.errors import StoreDamagedError
from app.core.export import ExportWish, Format, Place, Table, TableWish, Writer
from app.core.score_port import Score
from app.core.score_sheet import ScoresOf, for_export, score_data, score_sheet
from app.core.wire import document_to_json
from app.settings import Settings


def export_place(wish: ExportWish | TableWish) -> Place:
    """Where the files of an export go."""
    is_folder = isinstance(wish, ExportWish) and wish.is_for_folder
    return ExportPlace(wish.to, is_folder=is_folder, may_replace=wish.may_replace)


def file_writer(say: Say, when: Say, scores: ScoresOf = lambda _: ()) -> Writer:
    """Makes files in the language that `say` speaks; `when` says in it when a call began, given in ISO 8601."""
    return _Files(say, when, scores)


@contextmanager
def scores_to_export(settings: Settings) -> Iterator[ScoresOf]:
    """The scores that leave the store with their calls, while the block runs; damaged ones stay. Raises StoreError."""
    store = open_kept_scores(settings)

    def scores_of(call_id: str) -> Sequence[Score]:
        with suppress(StoreDamagedError):
            return for_export(store.of_call(call_id, None).scores)
        return ()

    try:
        yield scores_of
    finally:
        store.close()


class _Files:
    def __init__(self, say: Say, when: Say, scores: ScoresOf) -> None:
        self._say = say
        self._when = when
        self._scores = scores

    def of_call(self, document: CallDocument, format_: Format) -> bytes:
        """One call as PDF, JSON, text or subtitles."""
        scores = self._scores(document.call.id)
        told = tuple(score_sheet(score, document, self._when) for score in scores)
        sheet = call_sheet(document, self._when(document.call.started_at), told)
        match format_:
            case Format.PDF:
                from app.ui.call_paper import call_paper

                return call_paper(sheet, document)
            case Format.JSON:
                from app.adapters.output_files import to_text

                whole = document_to_json(document) | {"scores": [score_data(score) for score in scores]}
                return to_text(whole).encode()
            case Format.SRT:
                return subtitles(sheet, self._say).encode()
            case _:
                return transcript(sheet, self._say).encode()

    def of_table(self, table: Table, format_: Format) -> bytes:
        """A table as CSV or as a workbook."""
        if format_ is Format.XLSX:
            from app.adapters.export.xlsx_list import xlsx_list

            return xlsx_list(table.columns, table.rows, self._say, table.title)
        from app.adapters.export.csv_list import csv_list

        return csv_list(table.columns, table.rows, self._say)
