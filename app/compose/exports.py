"""How ended calls become files: which adapter makes which format."""

from collections.abc import Sequence

from app.adapters.export.place import ExportPlace
from app.core.call_list import COLUMNS, Cell
from app.core.call_sheet import Say, call_sheet
from app.core.call_texts import subtitles, transcript
from app.core.document import CallDocument
from app.core.export import ExportWish, Format, Place, Writer
from app.core.wire import document_to_json


def export_place(wish: ExportWish) -> Place:
    """Where the files of an export go."""
    return ExportPlace(wish.to, is_folder=wish.is_for_folder, may_replace=wish.may_replace)


def file_writer(say: Say, when: Say) -> Writer:
    """Makes files in the language that `say` speaks; `when` says in it when a call began, given in ISO 8601."""
    return _Files(say, when)


class _Files:
    def __init__(self, say: Say, when: Say) -> None:
        self._say = say
        self._when = when

    def of_call(self, document: CallDocument, format_: Format) -> bytes:
        """One call as PDF, JSON, text or subtitles."""
        sheet = call_sheet(document, self._when(document.call.started_at))
        match format_:
            case Format.PDF:
                from app.ui.call_paper import call_paper

                return call_paper(sheet, document)
            case Format.JSON:
                from app.adapters.output_files import to_text

                return to_text(document_to_json(document)).encode()
            case Format.SRT:
                return subtitles(sheet, self._say).encode()
            case _:
                return transcript(sheet, self._say).encode()

    def of_list(self, rows: Sequence[Sequence[Cell]], format_: Format) -> bytes:
        """The list as CSV or as a workbook."""
        if format_ is Format.XLSX:
            from app.adapters.export.xlsx_list import xlsx_list

            return xlsx_list(COLUMNS, rows, self._say)
        from app.adapters.export.csv_list import csv_list

        return csv_list(COLUMNS, rows, self._say)
