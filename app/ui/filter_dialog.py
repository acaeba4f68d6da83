"""What else can be looked for among the calls: days, lengths, levels, steps, warnings, marks, notes, agents' moves."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialogButtonBox, QFormLayout, QHBoxLayout, QSpacerItem, QVBoxLayout, QWidget

from app.core.call_search import STEPS, Between, CallFilter, begin_of, days_of, end_of
from app.core.call_words import STAGES
from app.core.events import Move, Stage
from app.core.moods import LEVEL_EDGES, MOVES, Level
from app.core.reviewed import Noted
from app.core.saved_filters import EVERYTHING
from app.ui.choosers import Chooser
from app.ui.day_field import DayField
from app.ui.form_dialog import FormDialog
from app.ui.labels import Kind, label, push_button, scrolled
from app.ui.theme import Theme
from app.ui.tr import tr

_TITLE = "More filters"
_ANY = "Any"
_WHETHER = {True: "Yes", False: "No"}
_MOVE = {True: "Is there", False: "Is missing"}
_MINUTES = {60: "1 minute", 120: "2 minutes", 300: "5 minutes", 600: "10 minutes", 1200: "20 minutes"}
_LEVELS = dict(zip(LEVEL_EDGES, (Level.TENSE.value, Level.HOT.value), strict=True))
_FIRST, _LAST = "From this day on", "Up to this day"
_LONGER, _SHORTER, _CALM = "Length, at least", "Length, at most", "Calm again within"
_PEAK, _END = "Highest point, at least", "At the end, at least"
_REACHED, _WARNINGS = "Step reached, at least", "Warnings, at least"
_REVIEWED, _FLAGGED, _WORDS = "Reviewed", "Flagged", "Words are kept"
_NOTES = "Comments and coaching"
_NOTED = {
    Noted.ANY: "With notes",
    Noted.COMMENT: "With comments",
    Noted.COACHING: "With coaching notes",
    Noted.OPEN: "Coaching is open",
    Noted.NONE: "Without notes",
}
_DID = "What the agent did"
_MARGIN, _GAP = 16, 10
_WIDTH, _HEIGHT, _NARROWEST = 64, 36, 40
"""Of the dialog, in widths of a letter and heights of a line."""

_BASICS = ("said", "agents", "courses", "since", "until", "scored", "score_below", "viewer")
"""What the bar above the list asks for, and who looks."""


def asks_more(wanted: CallFilter) -> int:
    """How many conditions there are that the bar does not show."""
    plain = replace(wanted, made=frozenset(), not_made=frozenset())
    others = [name for name in CallFilter.__dataclass_fields__ if name not in _BASICS]
    asked = [name for name in others if getattr(plain, name) != getattr(EVERYTHING, name)]
    return len(asked) + len(wanted.made) + len(wanted.not_made)


class FilterDialog(FormDialog):
    """`wanted` is what is chosen in it; `today` is what the calendars begin at."""

    def __init__(self, wanted: CallFilter, theme: Theme, today: date, parent: QWidget | None = None) -> None:
        super().__init__(tr(_TITLE), theme, parent)
        self._before = wanted
        self.first, self.last = (DayField(name, today, theme) for name in (tr(_FIRST), tr(_LAST)))
        minutes = {seconds: tr(title) for seconds, title in _MINUTES.items()}
        levels = {level: tr(title) for level, title in _LEVELS.items()}
        whether = {holds: tr(title) for holds, title in _WHETHER.items()}
        made = {is_there: tr(title) for is_there, title in _MOVE.items()}
        self.longer, self.shorter, self.calm = (_chooser(minutes) for _ in range(3))
        self.peak, self.end = (_chooser(levels) for _ in range(2))
        self.reached = _chooser({step: tr(STAGES[step]) for step in STEPS})
        self.warnings = _chooser({1: "1", 2: "2"})
        self.reviewed, self.flagged, self.words = (_chooser(whether) for _ in range(3))
        self.notes = _chooser({noted: tr(title) for noted, title in _NOTED.items()})
        self.moves = {move: _chooser(made) for move in MOVES}
        self.none = push_button(tr("Clear all"), lambda: self._show(EVERYTHING))
        self._lay_out()
        self._show(wanted)
        self.fit_screen(_WIDTH, _HEIGHT, _NARROWEST)

    @property
    def wanted(self) -> CallFilter:
        """The filter with all that is chosen here."""
        reached, noted = self.reached.currentData(), self.notes.currentData()
        first, last = self.first.day, self.last.day
        if first and last and last < first:
            first, last = last, first
        return replace(
            self._before,
            since=begin_of(first) if first else None,
            until=end_of(last) if last else None,
            duration_s=Between(low=self.longer.currentData(), high=self.shorter.currentData()),
            peak=Between(low=self.peak.currentData()),
            end=Between(low=self.end.currentData()),
            time_to_calm_s=Between(high=self.calm.currentData()),
            reached=Stage(reached) if reached else None,
            warnings=Between(low=self.warnings.currentData()),
            is_reviewed=self.reviewed.currentData(),
            is_flagged=self.flagged.currentData(),
            has_words=self.words.currentData(),
            noted=Noted(noted) if noted else None,
            made=self._moves(wanted=True),
            not_made=self._moves(wanted=False),
        )

    def _moves(self, *, wanted: bool) -> frozenset[Move]:
        return frozenset(move for move, chooser in self.moves.items() if chooser.currentData() is wanted)

    def _show(self, wanted: CallFilter) -> None:
        for field, day in zip((self.first, self.last), days_of(wanted), strict=True):
            field.show(day)
        for chooser, value in (
            (self.longer, wanted.duration_s.low),
            (self.shorter, wanted.duration_s.high),
            (self.peak, wanted.peak.low),
            (self.end, wanted.end.low),
            (self.calm, wanted.time_to_calm_s.high),
            (self.reached, wanted.reached),
            (self.warnings, wanted.warnings.low),
            (self.reviewed, wanted.is_reviewed),
            (self.flagged, wanted.is_flagged),
            (self.words, wanted.has_words),
            (self.notes, wanted.noted),
        ):
            chooser.setCurrentIndex(max(0, chooser.findData(value)))
        for move, chooser in self.moves.items():
            chosen = True if move in wanted.made else False if move in wanted.not_made else None
            chooser.setCurrentIndex(chooser.findData(chosen))

    def _lay_out(self) -> None:
        page = QWidget()
        rows = QVBoxLayout(page)
        rows.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        form = _form()
        for field in (self.first, self.last):
            form.addRow(field.tick, field.edit)
        for name, chooser in (
            (tr(_LONGER), self.longer),
            (tr(_SHORTER), self.shorter),
            (tr(_PEAK), self.peak),
            (tr(_END), self.end),
            (tr(_CALM), self.calm),
            (tr(_REACHED), self.reached),
            (tr(_WARNINGS), self.warnings),
            (tr(_REVIEWED), self.reviewed),
            (tr(_FLAGGED), self.flagged),
            (tr(_WORDS), self.words),
            (tr(_NOTES), self.notes),
        ):
            _add(form, name, chooser)
        form.addItem(QSpacerItem(0, _GAP))
        form.addRow(label(tr(_DID), bold=True))
        for move, chooser in self.moves.items():
            _add(form, tr(MOVES[move]), chooser)
        rows.addLayout(form)
        foot = QHBoxLayout()
        foot.addWidget(self.none)
        foot.addStretch(1)
        buttons = QDialogButtonBox()
        self.show_button = push_button(tr("&Show"), kind=Kind.MAIN)
        buttons.addButton(self.show_button, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(push_button(tr("Cancel")), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        foot.addWidget(buttons)
        self.lay_out(scrolled(page, tr(_TITLE), is_stop=False), foot, _MARGIN)


def _chooser(titles: Mapping[Any, str]) -> Chooser:
    """One of these, or none of them."""
    chooser = Chooser()
    chooser.addItem(tr(_ANY), None)
    for data, words in titles.items():
        chooser.addItem(words, data)
    return chooser


def _form() -> QFormLayout:
    form = QFormLayout()
    form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
    return form


def _add(form: QFormLayout, name: str, chooser: Chooser) -> None:
    chooser.setAccessibleName(name)
    shown = label(name)
    shown.setBuddy(chooser)
    form.addRow(shown, chooser)
