"""How ended calls become files: which adapter makes which format."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import date

from app.adapters.export.place import ExportPlace
from app.compose.stores import open_kept_reviews, open_kept_scores
from app.core.beside import NOTHING_BESIDE, Beside
from app.core.call_sheet import Say, call_sheet
from app.core.call_texts import subtitles, transcript
from app.core.document import CallDocument
from app.core.errors import StoreDamagedError
from app.core.export import ExportWish, Format, Place, Table, TableWish, Writer
from app.core.note_sheet import Day, note_lines, notes_data
from app.core.review_notes import Note, NoteKind
from app.core.score_port import Score
from app.core.score_sheet import for_export, score_data, score_sheet
from app.core.wire import document_to_json
from app.settings import Settings


def export_place(wish: ExportWish | TableWish) -> Place:
    """Where the files of an export go."""
    is_folder = isinstance(wish, ExportWish) and wish.is_for_folder
    return ExportPlace(wish.to, is_folder=is_folder, may_replace=wish.may_replace)


def file_writer(say: Say, when: Say, day: Day = date.isoformat, beside: Beside = NOTHING_BESIDE) -> Writer:
    """Makes files in the language that `say` speaks; in it `when` says a time, given in ISO 8601, and `day` a day."""
    return _Files(say, when, day, beside)


@contextmanager
def beside_calls(settings: Settings) -> Iterator[Beside]:
    """What leaves the store with its calls, while the block runs: of scores those that the person is shown.

    What is damaged stays. Raises StoreError.
    """
    scores, reviews = open_kept_scores(settings), open_kept_reviews(settings)

    def scores_of(call_id: str) -> Sequence[Score]:
        with suppress(StoreDamagedError):
            return for_export(scores.of_call(call_id, settings.viewer).scores)
        return ()

    def notes_of(call_id: str) -> Sequence[Note]:
        with suppress(StoreDamagedError):
            return reviews.notes(call_id)
        return ()

    try:
        yield Beside(scores=scores_of, notes=notes_of)
    finally:
        reviews.close()
        scores.close()


class _Files:
    def __init__(self, say: Say, when: Say, day: Day, beside: Beside) -> None:
        self._say = say
        self._when = when
        self._day = day
        self._beside = beside

    def of_call(self, document: CallDocument, format_: Format) -> bytes:
        """One call as PDF, JSON, text or subtitles."""
        scores, notes = self._beside.scores(document.call.id), self._beside.notes(document.call.id)
        told = tuple(score_sheet(score, document, self._when) for score in scores)
        written = (note_lines(notes, kind, self._when, self._day) for kind in (NoteKind.COMMENT, NoteKind.COACHING))
        sheet = call_sheet(document, self._when(document.call.started_at), told, *written)
        match format_:
            case Format.PDF:
                from app.ui.call_paper import call_paper

                return call_paper(sheet, document)
            case Format.JSON:
                from app.adapters.output_files import to_text

                beside = {"scores": [score_data(score) for score in scores], **notes_data(notes)}
                return to_text(document_to_json(document) | beside).encode()
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
