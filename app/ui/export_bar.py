"""Takes calls out of the store into files: a button with a menu, how far it is, and where the files are."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QStandardPaths, Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog, QMenu, QPushButton, QVBoxLayout, QWidget

from app.core.call_search import Listed
from app.core.export import ExportBench, ExportState, ExportWish, Format, Table, TableWish, file_names, list_name
from app.ui.labels import label, push_button, set_shown, tint
from app.ui.progress import thin_bar
from app.ui.theme import Theme
from app.ui.tr import tr, tr_message
from app.ui.words import breakable

Call = tuple[str, str]
"""A call's id, and when it began in ISO 8601."""

_LOOK_MS = 100
_OF_CALL = {
    Format.PDF: "This call as PDF …",
    Format.TXT: "This call as text …",
    Format.SRT: "This call as subtitles (SRT) …",
    Format.JSON: "This call as JSON …",
}
_OF_LIST = {
    Format.CSV: "The list as CSV …",
    Format.XLSX: "The list as a workbook (XLSX) …",
    Format.PDF: "All calls of the list as PDF …",
    Format.JSON: "All calls of the list as JSON …",
}
_OF_TABLE = {Format.CSV: "As CSV …", Format.XLSX: "As a workbook (XLSX) …"}
_TAKEN = "Files of the same names are there already: {number}. Nothing was written yet."
_LOOKING = "Exporting ..."


class ExportBar(QWidget):
    """What came of an export, below the buttons; `button` opens the menu and stands among them.

    `chosen` is the call that is open, `listed` what the list has, of which there are so many (`count`): nothing is read
    for it here. Whether a file may be replaced is asked by the dialog for files; for a folder it is asked here, once.
    """

    def __init__(
        self,
        bench: ExportBench,
        theme: Theme,
        chosen: Callable[[], Call | None],
        listed: Callable[[], Listed],
        count: Callable[[], int],
    ) -> None:
        super().__init__()
        self._bench = bench
        self._theme = theme
        self._chosen = chosen
        self._listed = listed
        self._count = count
        self._shown: ExportState | None = None
        self._wish: ExportWish | None = None
        self.menu = QMenu(self)
        self.menu.aboutToShow.connect(self._allow)
        self._of_call = [
            self._entry(tr(title), partial(self._export_call, format_)) for format_, title in _OF_CALL.items()
        ]
        self.menu.addSeparator()
        self._of_list = [
            self._entry(tr(title), partial(self._export_list, format_)) for format_, title in _OF_LIST.items()
        ]
        self.button = push_button(tr("Export"))
        self.button.setMenu(self.menu)
        self.said = label(wrap=True)
        self.said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.replace = push_button(tr("Replace them"), self._replace)
        self._buttons = [self.button]
        self.bar = thin_bar(theme)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(self.said)
        rows.addWidget(self.replace, alignment=Qt.AlignmentFlag.AlignLeading)
        rows.addWidget(self.bar)
        self._clock = QTimer(self)
        self._clock.setInterval(_LOOK_MS)
        self._clock.timeout.connect(self.look)
        self.look()

    def look(self) -> None:
        """Show how far it is."""
        state = self._bench.state
        if not state.is_busy:
            self._clock.stop()
        if state == self._shown:
            return
        self._shown = state
        line = _said(state)
        self._say(line, is_wrong=state.is_wrong)
        set_shown(self.replace, shown=state.taken > 0)
        for button in self._buttons:
            button.setEnabled(not state.is_busy)
        self.bar.setVisible(state.is_busy)
        self.bar.setRange(0, state.total)
        self.bar.setValue(state.done)
        self.bar.setAccessibleName(line)
        self.setVisible(bool(line))

    def table_button(self, table: Callable[[], Table | None]) -> QPushButton:
        """Another button, which exports the table that there is when it is pressed."""
        button, menu = push_button(tr("Export")), QMenu(self)
        entries = [
            self._entry(tr(title), partial(self._export_table, table, format_), menu)
            for format_, title in _OF_TABLE.items()
        ]
        menu.aboutToShow.connect(lambda: _enable(entries, wanted=table() is not None))
        button.setMenu(menu)
        self._buttons.append(button)
        return button

    def _entry(self, title: str, act: Callable[[], object], menu: QMenu | None = None) -> QAction:
        made = (menu or self.menu).addAction(title)
        made.triggered.connect(lambda _checked=False: act())
        return made

    def _allow(self) -> None:
        """What there is to export now."""
        _enable(self._of_call, wanted=self._chosen() is not None)
        _enable(self._of_list, wanted=self._count() > 0)

    def _export_call(self, format_: Format) -> None:
        call = self._chosen()
        if call is not None:
            self._ask_file((call[0],), format_, file_names([call], format_)[0])

    def _export_list(self, format_: Format) -> None:
        if format_.is_list:
            self._ask_file(self._listed(), format_, list_name(format_))
        else:
            self._ask_folder(self._listed(), format_)

    def _export_table(self, table: Callable[[], Table | None], format_: Format) -> None:
        found = table()
        if found is not None:
            wish = partial(TableWish, table=found, format=format_, may_replace=True)
            name = list_name(format_, found.name)
            self._save_as(lambda to: self._follow(partial(self._bench.export_table, wish(to=to))), format_, name)

    def _ask_file(self, calls: tuple[str, ...] | Listed, format_: Format, name: str) -> None:
        wish = partial(ExportWish, calls=calls, format=format_, may_replace=True)
        self._save_as(lambda to: self._begin(wish(to=to)), format_, name)

    def _save_as(self, begin: Callable[[str], object], format_: Format, name: str) -> None:
        dialog = self._dialog(begin)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setFileMode(QFileDialog.FileMode.AnyFile)
        dialog.setDefaultSuffix(format_.value)
        dialog.selectFile(name)
        dialog.open()

    def _ask_folder(self, calls: tuple[str, ...] | Listed, format_: Format) -> None:
        dialog = self._dialog(lambda to: self._begin(ExportWish(calls=calls, format=format_, to=to)))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.open()

    def _dialog(self, begin: Callable[[str], object]) -> QFileDialog:
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        dialog = QFileDialog(self.window(), tr("Export"), documents)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(begin)
        return dialog

    def _begin(self, wish: ExportWish) -> None:
        self._wish = wish
        self._follow(partial(self._bench.export, wish))

    def _follow(self, begin: Callable[[], object]) -> None:
        begin()
        self._clock.start()
        self.look()

    def _replace(self) -> None:
        if self._wish is not None:
            self._begin(replace(self._wish, may_replace=True))

    def _say(self, line: str, *, is_wrong: bool) -> None:
        self.said.setText(breakable(line))
        self.said.setToolTip(line)
        tint(self.said, self._theme.hot if is_wrong else self._theme.text)


def _enable(entries: Sequence[QAction], *, wanted: bool) -> None:
    for entry in entries:
        entry.setEnabled(wanted)


def _said(state: ExportState) -> str:
    """What there is to say of it, in the language of the windows."""
    if state.taken:
        return tr(_TAKEN, number=state.taken)
    if not state.is_busy:
        return tr_message(state.said)
    return tr("Exporting: {done} of {total} calls", done=state.done, total=state.total) if state.total else tr(_LOOKING)
