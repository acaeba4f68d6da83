"""A list of lines, such as what was wanted or promised, that can be put right."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.ui.growing_field import LineField
from app.ui.labels import Kind, bring_in_sight, label, push_button
from app.ui.tr import tr


class EditedLines(QWidget):
    """Lines of text that can be changed, emptied and added to; each is as high as it needs to be."""

    grew = Signal()
    """A line needs more room than before, or less."""

    def __init__(self, title: str, touched: Callable[[], None]) -> None:
        super().__init__()
        self._title = title
        self._touched = touched
        self.fields: list[LineField] = []
        self.add = push_button(tr("Add"), lambda: self._add_field("").setFocus(), Kind.QUIET)
        self.add.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.add.setAccessibleName(tr("{title}: add a line", title=title))
        head = QHBoxLayout()
        head.addWidget(label(title, bold=True), 1)
        head.addWidget(self.add)
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(4)
        self._rows.addLayout(head)

    def show_lines(self, lines: Sequence[str]) -> None:
        """Put these in place of what was there."""
        for field in self.fields:
            self._rows.removeWidget(field)
            field.hide()
            field.deleteLater()
        self.fields = []
        for line in lines:
            self._add_field(line)

    def lines(self) -> list[str]:
        """What stands there now, without empty lines."""
        return [text for field in self.fields if (text := field.toPlainText().strip())]

    def _add_field(self, text: str) -> LineField:
        field = LineField(" ".join(text.splitlines()))
        field.setAccessibleName(tr("{title}, line {number}", title=self._title, number=len(self.fields) + 1))
        field.textChanged.connect(self._touched)
        field.grew.connect(lambda: self._follow(field))
        self._rows.addWidget(field)
        field.show()
        field.ensurePolished()
        QWidget.setTabOrder(self.fields[-1] if self.fields else self.add, field)
        self.fields.append(field)
        self._touched()
        self.grew.emit()
        return field

    def _follow(self, field: LineField) -> None:
        """What is being typed stays in sight."""
        self.grew.emit()
        if field.hasFocus():
            bring_in_sight(field)
