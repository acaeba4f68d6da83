"""What followed each rule of the playbook, beside like moments without it: about playbooks, never people."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHeaderView, QTableWidget, QTableWidgetItem

from app.core.followed import Followed
from app.core.trend_words import change, difference_words, rule_name, verdict
from app.core.trends import after_of, without_of
from app.ui.tr import tr

COLUMNS = ("Rule", "Shown", "Held back", "After it", "Without it", "Difference", "In words")
_TIPS = {
    "Shown": "How often the prompt was shown",
    "Held back": "Like moments in which it was not shown",
    "After it": "How the level changed in the minute after the prompt",
    "Without it": "How the level changed in the minute after a moment without it",
    "Difference": "The difference, and where the true one lies 95 times in 100",
}
_RULE = COLUMNS.index("Rule")
_TEXTS = {"Rule", "In words"}
_LINES = 14


class RuleTable(QTableWidget):
    """A row for each rule, by its title."""

    def __init__(self) -> None:
        super().__init__(0, len(COLUMNS))
        titles = [tr(column) for column in COLUMNS]
        for column, name in enumerate(COLUMNS):
            head = QTableWidgetItem(titles[column])
            head.setToolTip(tr(_TIPS.get(name, "")))
            head.setTextAlignment(_alignment(name))
            self.setHorizontalHeaderItem(column, head)
        self.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        self.setSelectionMode(QTableWidget.SelectionMode.SingleSelection)
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(len(COLUMNS) - 1, QHeaderView.ResizeMode.Stretch)
        self.setAccessibleName(tr("What followed each rule"))
        self.setProperty("stop", True)
        self.setMinimumHeight(_LINES * self.fontMetrics().lineSpacing())

    def show_rules(self, rules: Sequence[Followed], titles: Mapping[str, str]) -> None:
        """Replace the list; `titles` are those of the playbooks, by the ids of their rules."""
        self.setRowCount(len(rules))
        for row, rule in enumerate(rules):
            for column, text in enumerate(_cells(rule, titles)):
                cell = QTableWidgetItem(text)
                cell.setTextAlignment(_alignment(COLUMNS[column]))
                cell.setToolTip(f"{text}\n{rule.rule}" if column == _RULE else text)
                self.setItem(row, column, cell)


def _cells(rule: Followed, titles: Mapping[str, str]) -> tuple[str, ...]:
    name, counts = rule_name(rule.rule, titles), (str(rule.shown), str(rule.held_back))
    changes = (change(after_of(rule)), change(without_of(rule)), difference_words(rule))
    return (name, *counts, *changes, tr(verdict(rule)))


def _alignment(name: str) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignLeft if name in _TEXTS else Qt.AlignmentFlag.AlignRight
    return side | Qt.AlignmentFlag.AlignVCenter
